"""Reads control requests strictly, and answers a wrong one with what is wrong about it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.model import Json, Person
from simulator.people import NotPossible
from simulator.world import World

LONGEST_WAIT = 300.0


class Asked:
    """A control request: its fields, from the JSON body or, for reading, from the query."""

    def __init__(self, world: World, cast: tuple[Person, ...], path: Json, fields: Json) -> None:
        self.world, self.cast = world, cast
        self.path, self.fields = path, fields

    def instead(self, **fields: Any) -> "Asked":
        """The same request with other fields."""
        return Asked(self.world, self.cast, self.path, fields)

    def get(self, name: str, kind: type, default: Any = None) -> Any:
        """A field of this kind. Raises ValueError if it is something else."""
        value = self.fields.get(name)
        if value is None:
            return default
        if kind is bool and isinstance(value, str):
            return value.lower() in ("1", "true", "yes")
        if kind in (int, float) and isinstance(value, str | int | float) and not isinstance(value, bool):
            return kind(value)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise ValueError(f"{name} must be {kind.__name__}")
        return value

    def need(self, name: str, kind: type) -> Any:
        value = self.get(name, kind)
        if value is None:
            raise ValueError(f"{name} is missing")
        return value

    def timeout(self, default: float = 10.0) -> float:
        return min(LONGEST_WAIT, max(0.0, float(self.get("timeout", float, default))))


Act = Callable[[Asked], Awaitable[Any]]


async def _fields(request: Request) -> Json:
    if request.method in ("GET", "DELETE", "HEAD"):
        return dict(request.query_params)
    body = await request.body()
    found = await request.json() if body else {}
    if not isinstance(found, dict):
        raise ValueError("a JSON object is expected")
    return found


def answering(world: World, cast: tuple[Person, ...], act: Act) -> Callable[[Request], Awaitable[Response]]:
    """Turn an act into an endpoint: 400 for a wrong request, 409 for what a telephone wouldn't do."""

    async def endpoint(request: Request) -> Response:
        try:
            return Plain(await act(Asked(world, cast, request.path_params, await _fields(request))))
        except NotPossible as refused:
            return Plain({"error": str(refused)}, status_code=409)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as wrong:
            return Plain({"error": str(wrong) or type(wrong).__name__}, status_code=400)

    return endpoint


class Plain(JSONResponse):
    """JSON in ASCII: what was injected broken (a lone surrogate) can still be shown."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content).encode()
