"""Where the victim is now and where it happened: kecamatan and desa by buttons, any regency and country by typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cases.messages import Panel
from cases.phrases import Phrase, says
from handlers.conversation.answering import asked, only_asks, picks
from handlers.conversation.choosing import choose
from handlers.conversation.countries import OFFERED, SOMEWHERE
from handlers.conversation.gazetteer import ABROAD, DISTRICT_LENGTH
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Kind, Several, Step, World

ELSEWHERE, FOREIGN, SPOT = "lain", "ln", "spot"

Reader = Callable[[Answer, Answers, World], Any]


def _as_choice(code: str, world: World) -> Choice:
    return Choice(code, place_named(code, world))


def place_named(code: str, world: World) -> Phrase:
    """The name of a place; a village with its kecamatan, as names repeat."""
    name = world.places.name(code)
    if not name:
        return says("place-abroad") if code.startswith(ABROAD) else says("value-unknown")
    if code.count(".") == 3:
        return says("village-in", village=name, kecamatan=world.places.name(code[:DISTRICT_LENGTH]))
    return says("as-typed", text=name)


def place_shown(value: Any, answers: Answers, world: World) -> Phrase:
    if value in (ELSEWHERE, FOREIGN, SPOT):
        return says(f"place-{value}")
    return place_named(str(value), world)


def _districts(step: str) -> Callable[[Answers, World], tuple[Choice, ...]]:
    def choices(answers: Answers, world: World) -> tuple[Choice, ...]:
        ours = tuple(
            Choice(place.code, says("as-typed", text=place.name), (place.name,)) for place in world.places.districts
        )
        return (*ours, *picks(step, ELSEWHERE, FOREIGN))

    return choices


def _villages(answers: Answers, world: World) -> tuple[Choice, ...]:
    return tuple(
        Choice(place.code, says("as-typed", text=place.name), (place.name,))
        for place in world.places.villages_of(str(answers.get("place", "")))
    )


def _neighbours(answers: Answers, world: World) -> tuple[Choice, ...]:
    """The regencies of our own province; all others are typed."""
    return tuple(
        Choice(place.code, says("as-typed", text=place.name.removeprefix("Kabupaten ")))
        for place in world.places.regencies_of(world.places.ours[:2])
    )


def _countries(answers: Answers, world: World) -> tuple[Choice, ...]:
    known = tuple(
        Choice(f"{ABROAD}{code}", says("as-typed", text=world.places.name(f"{ABROAD}{code}"))) for code in OFFERED
    )
    return (*known, Choice(f"{ABROAD}{SOMEWHERE}", says("place-abroad"), ("negara lain", "another country")))


def _reader(step: str, *kinds: str, other: tuple[str, ...] = ()) -> Reader:
    """Reads names of places; `other` are buttons that can be typed too."""

    def read(answer: Answer, answers: Answers, world: World) -> Any:
        if answer.kind is Kind.LOCATION:
            return SPOT if answers.get("urgent") else None
        within = str(answers.get("place", "")) if step == "village" else ""
        found = world.places.find(answer.text, within=within, kinds=frozenset(kinds))
        if len(found) == 1:
            return found[0]
        if found:
            return Several(found[:12])
        return choose(answer.text, picks(step, *other)) if other and not answer.text.strip().isdigit() else None

    return read


def _is_district(value: Any) -> bool:
    return isinstance(value, str) and value.count(".") == 2


def place_is(step: str, *values: str) -> Callable[[Answers], bool]:
    """Whether the place was answered so."""
    return lambda answers: answers.get(step) in values


def _other_village(answers: Answers, value: Any, world: World) -> Answers:
    """A village of another kecamatan than the one chosen corrects the kecamatan too."""
    place = str(answers.get("place", ""))
    if isinstance(value, str) and value.count(".") == 3 and not value.startswith(f"{place}."):
        return {**answers, "place": value[:DISTRICT_LENGTH]}
    return answers


PLACES = (
    Step(
        "place",
        asked("place"),
        _districts("place"),
        columns=2,
        read=_reader("place", "district", "village", "regency", "country", other=(ELSEWHERE, FOREIGN)),
        shown=place_shown,
        wordy=True,
        takes=frozenset({Kind.LOCATION}),
        clears=("village", "regency", "country"),
        panel=lambda a: Panel.SHARE_LOCATION if a.get("urgent") else Panel.UNCHANGED,
    ),
    Step(
        "village",
        asked("village"),
        _villages,
        columns=2,
        read=_reader("village", "village"),
        shown=place_shown,
        wordy=True,
        keep=_other_village,
        applies=lambda a: _is_district(a.get("place")),
    ),
    Step(
        "regency",
        asked("regency"),
        _neighbours,
        columns=2,
        read=_reader("regency", "regency"),
        shown=place_shown,
        wordy=True,
        applies=place_is("place", ELSEWHERE),
    ),
    Step(
        "country",
        asked("country"),
        _countries,
        columns=2,
        read=_reader("country", "country"),
        shown=place_shown,
        wordy=True,
        applies=place_is("place", FOREIGN),
    ),
    Step(
        "where",
        asked("where"),
        picks("where", "sama", "lain", "daring"),
        clears=("iplace", "iregency", "icountry"),
        applies=lambda a: not only_asks(a) and a.get("reach") != "rumah" and a.get("place") not in (None, SKIP),
    ),
    Step(
        "iplace",
        asked("iplace"),
        _districts("iplace"),
        columns=2,
        read=_reader("iplace", "district", "village", "regency", "country", other=(ELSEWHERE, FOREIGN)),
        shown=place_shown,
        wordy=True,
        clears=("iregency", "icountry"),
        applies=place_is("where", ELSEWHERE),
    ),
    Step(
        "iregency",
        asked("regency"),
        _neighbours,
        columns=2,
        read=_reader("iregency", "regency"),
        shown=place_shown,
        wordy=True,
        applies=lambda a: place_is("iplace", ELSEWHERE)(a) and place_is("where", ELSEWHERE)(a),
    ),
    Step(
        "icountry",
        asked("country"),
        _countries,
        columns=2,
        read=_reader("icountry", "country"),
        shown=place_shown,
        wordy=True,
        applies=lambda a: place_is("iplace", FOREIGN)(a) and place_is("where", ELSEWHERE)(a),
    ),
)
