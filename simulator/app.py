"""Puts the parts together: the Bot API, the control API, the page, and what runs beside them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.api import Api
from simulator.asgi import App, Receive, Scope, Send, answer
from simulator.control.routes import routes
from simulator.keeping import Keeper
from simulator.live import Live
from simulator.model import Person
from simulator.webhook import deliver_for_ever
from simulator.world import World

PAGE = Path(__file__).parent / "page"
_GUARDS = (
    (b"content-security-policy", b"default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


BYTES = "application/octet-stream"


def _picture_of(content: bytes) -> str:
    return "image/jpeg" if content.startswith(b"\xff\xd8") else "image/png"


def _kind_of(content: bytes) -> str:
    return "application/pdf" if content.startswith(b"%PDF-") else BYTES


class _Guarded:
    """Sends headers along that keep the page to itself, and refuses what other pages in the browser ask for."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Scope) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_GUARDS]
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin")
        if origin is not None and origin.partition(b"://")[2] != headers.get(b"host"):
            await answer(send, 403, b"{}")
            return
        await self.app(scope, receive, guarded)


class Simulator:
    """The whole program as one ASGI application."""

    def __init__(self, world: World, cast: Sequence[Person], *, keep: Path | None = None) -> None:
        self.world = world
        self.live = Live(world)
        self.keeper = Keeper(world, keep) if keep else None
        if not (self.keeper and self.keeper.load()):
            world.reset(cast)
        self._api = Api(world)
        self._rest = Starlette(
            routes=[
                Mount(
                    "/control",
                    routes=[
                        *routes(world, tuple(cast)),
                        Route("/live", self._stream),
                        Route("/files/{unique_id}", self._file),
                    ],
                ),
                Mount("/", StaticFiles(directory=PAGE, html=True)),
            ],
            middleware=[Middleware(_Guarded)],
            lifespan=self._beside,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/bot", "/file/bot")):
            await self._api(scope, receive, send)
        else:
            await self._rest(scope, receive, send)

    def close(self) -> None:
        """End the streams and polls that are under way."""
        self.live.close()
        self.world.updates.disturb(conflict=False)

    @asynccontextmanager
    async def _beside(self, app: Starlette) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as house:
            tasks = [house.create_task(deliver_for_ever(self.world))]
            if self.keeper:
                tasks.append(house.create_task(self.keeper.keep_for_ever()))
            yield
            for task in tasks:
                task.cancel()
        if self.keeper:
            self.keeper.save()

    async def _stream(self, request: Request) -> Response:
        return StreamingResponse(self.live.stream(), media_type="text/event-stream")

    async def _file(self, request: Request) -> Response:
        wanted = request.path_params["unique_id"]
        for stored in self.world.files.by_id.values():
            if stored.unique_id == wanted and stored.content is not None:
                # Only pictures and PDFs are shown; anything else is handed out as plain bytes, never as a page.
                kind = _picture_of(stored.content) if stored.kind in ("photo", "sticker") else _kind_of(stored.content)
                named = f"{'attachment' if kind == BYTES else 'inline'}; filename*=UTF-8''{quote(stored.name, safe='')}"
                return Response(stored.content, media_type=kind, headers={"content-disposition": named})
        return Response(status_code=404)
