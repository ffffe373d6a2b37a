"""Values as JSON and back, exactly: what goes into a sealed field comes out equal.

Free mappings (answers, what an event told, the arguments of a phrase) are JSON as it is; what JSON can't say is
marked by one key that begins with `$`. Unknown keys are passed over, missing ones get their default, so that
rows of an older or newer version of the code still open.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from cases.messages import Button, Message
from cases.phrases import At, Phrase, Since, Until
from triage.decision import Decision
from triage.facts import Facts, facts_from
from triage.routes import Route
from triage.standing import MedicalWindows

_MARKS: dict[str, Callable[[Any], Any]] = {
    "$map": lambda pairs: {key: read_value(value) for key, value in pairs},
    "$tuple": lambda parts: tuple(read_value(part) for part in parts),
    "$moment": lambda said: _moment(said),
    "$date": date.fromisoformat,
    "$at": lambda said: At(_moment(said)),
    "$since": lambda said: Since(_moment(said)),
    "$until": lambda said: Until(_moment(said)),
    "$phrase": lambda said: Phrase(said[0], read_value(said[1])),
}


def write_value(value: Any) -> Any:
    """A value as JSON; raises TypeError for what can't be kept."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Phrase():
            return {"$phrase": [value.key, write_value(value.args)]}
        case Mapping():
            return _write_mapping(value)
        case list():
            return [write_value(part) for part in value]
        case tuple():
            return {"$tuple": [write_value(part) for part in value]}
        case datetime():
            return {"$moment": _iso(value)}
        case date():
            return {"$date": value.isoformat()}
        case At() | Since() | Until():
            return {f"${type(value).__name__.lower()}": _iso(value.at)}
    raise TypeError(f"a {type(value).__name__} can't be kept")


def _write_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    if any(not isinstance(key, str) for key in value):
        raise TypeError("a mapping with keys that are not texts can't be kept")
    if any(key.startswith("$") for key in value):
        return {"$map": [[key, write_value(part)] for key, part in value.items()]}
    return {key: write_value(part) for key, part in value.items()}


def read_value(written: Any) -> Any:
    """The value that was written."""
    if isinstance(written, list):
        return [read_value(part) for part in written]
    if isinstance(written, dict):
        if len(written) == 1:
            (key, inside), *_ = written.items()
            if key in _MARKS:
                return _MARKS[key](inside)
        return {key: read_value(part) for key, part in written.items()}
    return written


def _iso(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a moment must say its zone")
    return moment.astimezone(UTC).isoformat()


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said)


_DECISION = tuple(field.name for field in fields(Decision))


def decision_from(given: Mapping[str, Any]) -> Decision:
    """Read a decision that `Decision.to_json` wrote."""
    routes = given["routes"]
    lists: dict[str, Any] = {key: tuple(given[key]) for key in ("case_types", "tags", "criteria")}
    made: dict[str, Any] = {
        **given,
        **lists,
        "routes": tuple(Route(route["code"], route["deadline_minutes"]) for route in routes),
        "medical_windows": MedicalWindows(**given["medical_windows"]),
    }
    return Decision(**{key: made[key] for key in _DECISION if key in made})


def _converter() -> Converter:
    made = Converter(detailed_validation=False)
    made.register_unstructure_hook(datetime, _iso)
    made.register_structure_hook(datetime, lambda said, _: _moment(said))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda said, _: date.fromisoformat(said))
    made.register_unstructure_hook(time, time.isoformat)
    made.register_structure_hook(time, lambda said, _: time.fromisoformat(said))
    made.register_unstructure_hook(Facts, Facts.to_json)
    made.register_structure_hook(Facts, lambda said, _: facts_from(said))
    made.register_unstructure_hook(Decision, Decision.to_json)
    made.register_structure_hook(Decision, lambda said, _: decision_from(said))
    made.register_unstructure_hook(Phrase, write_value)
    made.register_structure_hook(Phrase, lambda said, _: read_value(said))
    made.register_unstructure_hook_func(_is_free, write_value)
    made.register_structure_hook_func(_is_free, lambda said, _: read_value(said))
    # A message lives for minutes: what it does not say need not be written.
    for brief in (Button, Message):
        made.register_unstructure_hook(brief, make_dict_unstructure_fn(brief, made, _cattrs_omit_if_default=True))
    return made


def _is_free(declared: Any) -> bool:
    return bool(declared == Mapping[str, Any])


_CONVERTER = _converter()
Kind = TypeVar("Kind")


def write(value: Any) -> bytes:
    """A frozen value of the house as JSON bytes."""
    # Escaped to ASCII, so that half a surrogate pair survives as it came.
    return json.dumps(_CONVERTER.unstructure(value), separators=(",", ":")).encode()


def read(kind: type[Kind], written: bytes) -> Kind:
    """The value of that kind that was written."""
    return _CONVERTER.structure(json.loads(written), kind)


def write_free(value: Any) -> bytes:
    """A free mapping or list as JSON bytes."""
    return json.dumps(write_value(value), separators=(",", ":")).encode()


def read_free(written: bytes) -> Any:
    """What `write_free` wrote."""
    return read_value(json.loads(written))
