"""Every cell of the table of moves against the book read a second time: nothing allowed that isn't written there,
nothing written that isn't allowed. Who, when and in whose hands; and what each step needs, in every state of it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cases.book import BY_NUMBER
from cases.case import Case, Status
from cases.moves import MOVES, ROWS, Action, allow
from cases.refusals import NotAllowed, Refusal, WrongMoment
from cases.staff import Role, Staff
from tests.cases import book_words
from tests.cases.book_words import Row, Told
from tests.cases.told import HADI, OTHER, case_of, hadi

#: A state in which a need is met.
MET: dict[str, dict[str, Any]] = {
    "child": {"child": True},
    "guardian": {},
    "consent": {"consent": "signed"},
    "another:exception": {},
    "exception": {"consent": "refused", "exception": "asked"},
    "asked:exception": {"consent": "refused", "exception": "asked"},
    "refusal": {"consent": "refused"},
    "plain": {},
    "seen": {"done": frozenset({"4.1", "5.2"})},
    "round": {},
    "signature": {},
    "end": {"end": "asked", "tries": "three"},
    "asked:end": {"end": "asked", "tries": "three"},
    "asked:erasure": {"erasure": "asked"},
    "another:end": {},
    "closing": {"done": frozenset({"5.8", "6.3"})},
    "another:manager": {},
    "another:lowering": {},
    "others": {"routes": "d"},
    "information": {"routes": "f"},
    "emergency": {"emergency": True},
    "sharing": {"consent": "signed"},
    "alone": {},
    "both": {"types": "KTP ABH"},
}
FLAG = (False, True)
CONSENTS = ("none", "signed", "chat", "offender", "refused", "void")
WISHES = ("", "asked", "agreed", "alone", "stale")
ENDS = ("", "asked", "agreed", "alone")
#: What a need can hang on, and every way in which that can be.
HANGS_ON: dict[str, dict[str, tuple[Any, ...]]] = {
    "child": {"child": FLAG},
    "guardian": {"child": FLAG, "guardian": ("none", "other", "offender")},
    "consent": {
        "child": FLAG,
        "guardian": ("none", "other", "offender"),
        "consent": CONSENTS,
        "exception": WISHES,
        "emergency": FLAG,
    },
    "exception": {
        "child": FLAG,
        "consent": CONSENTS,
        "exception": WISHES,
        "ground": ("nyawa", "wali", "undang"),
        "reason": FLAG,
        "grave": FLAG,
        "emergency": FLAG,
    },
    "asked:exception": {"exception": WISHES, "asker": ("another", "self")},
    "another:exception": {"asker": ("another", "self")},
    "refusal": {"consent": CONSENTS, "exception": WISHES},
    "plain": {
        "kinds": ("", "fisik", "psikis penelantaran", "seksual", "fisik seksual", "kbgo", "tppo", "eksploitasi",
                  "perkawinan_paksa psikis", "lainnya", "hilang", "fisik lainnya"),
        "contact": (None, False, True),
    },
    "seen": {
        "done": tuple(map(frozenset, ((), ("4.1",), ("5.2",), ("4.1", "5.2")))),
        "seen": ("earlier", "same", "after"),
    },
    "round": {"round": (1, 2, 3, 4), "reviewed": FLAG, "long": FLAG},
    "signature": {"end": ENDS},
    "end": {
        "end": ENDS,
        "why": ("meninggal", "hilang", "menolak"),
        "reason": FLAG,
        "tries": ("none", "two", "three", "sameday", "novisit", "slow"),
        "others": (None, True, False),
        "consent": CONSENTS,
    },
    "asked:end": {"end": ENDS, "asker": ("another", "self")},
    "asked:erasure": {"erasure": ("", "asked", "answered")},
    "another:end": {"asker": ("another", "self")},
    "closing": {
        "end": ENDS,
        "done": tuple(map(frozenset, ((), ("5.8",), ("6.3",), ("5.8", "6.3"), ("6.1", "6.3")))),
        "before": (frozenset(), frozenset({"5.8", "6.3"})),
    },
    "another:manager": {"manager": ("another", "self")},
    "another:lowering": {"asker": ("another", "self")},
    "others": {
        "routes": ("", "a", "b", "c", "d", "d*", "f", "b c", "a d", "a c", "e a", "d c", "e* d*", "e* c", "e c"),
        "emergency": FLAG,
        "low": FLAG,
    },
    "information": {"routes": ("", "f", "a", "b", "c", "d", "d*", "e* d*"), "emergency": FLAG, "man": FLAG},
    "emergency": {"emergency": FLAG, "consent": CONSENTS},
    "sharing": {
        "routes": ("", "a", "b", "c", "d", "d*", "f", "a d"),
        "emergency": FLAG,
        "consent": CONSENTS,
        "exception": WISHES,
    },
    "alone": {"joined": FLAG},
    "both": {"types": ("KTP", "KTA", "ABH", "KTP ABH", "KTA ABH", "KTP KTA ABH", "LAINNYA"), "split": FLAG},
}  # fmt: skip
#: More states of one row than this are drawn, not counted out.
MOST = 700


def met(row: Row) -> Told:
    """A state in which nothing of the row is missing."""
    told, done = Told(), frozenset[str]()
    for word in row.needs:
        if word[0].isdigit():
            done |= {word}
        else:
            told = replace(told, **MET[word])
            done |= told.done
    return replace(told, done=done)


def answer(action: Action, by: Staff, case: Case) -> str:
    try:
        move = allow(action, by=by, case=case)
    except NotAllowed:
        return "not allowed"
    except WrongMoment:
        return "lacks" if _has_row(action, case) else "wrong moment"
    except Refusal:
        return "lacks"
    return f"goes to {move.to}" if move.to is not None else "goes"


def _has_row(action: Action, case: Case) -> bool:
    return any(case.status in move.source for move in ROWS[action])


def written(action: Action) -> list[Row]:
    return [row for row in book_words.ROWS if row.does == action]


def expected(rows: list[Row], *, by: Staff, told: Told, status: Status, holds: bool) -> str:
    """What the book's words say of one cell."""

    def may(row: Row) -> bool:
        named = by.role in row.roles or (by.on_duty and "duty_officer" in row.roles)
        return named and (holds or not row.holding)

    if not any(map(may, rows)):
        return "not allowed"
    for row in rows:
        if status in row.sources:
            if not may(row):
                return "not allowed"
            return ("goes to " + row.to if row.to else "goes") if row.lets(told) else "lacks"
    return "wrong moment"


def test_each_row_stands_once_in_both_readings() -> None:
    ours = sorted((str(m.action), str(m.to or ""), tuple(sorted(m.source))) for m in MOVES)
    theirs = sorted((row.does, row.to, tuple(sorted(row.sources))) for row in book_words.ROWS)
    assert ours == theirs
    for action in Action:
        statuses = [status for move in ROWS[action] for status in move.source]
        assert len(statuses) == len(set(statuses)), action


def test_each_row_names_the_paragraph_that_the_book_has_for_it() -> None:
    of_book = {(row.does, row.to, row.sources): row.step for row in book_words.ROWS}
    wrong = []
    for move in MOVES:
        step = of_book[str(move.action), str(move.to or ""), frozenset(map(str, move.source))]
        if step[0].isdigit():
            wrong += [] if move.paragraph == step else [(move.action, move.paragraph, step)]
        else:
            assert move.paragraph
            assert not move.paragraph[0].isdigit()
        assert set(move.fulfils) <= set(BY_NUMBER)
    assert wrong == []


@pytest.mark.parametrize("action", list(Action))
def test_who_when_and_in_whose_hands(action: Action) -> None:
    """Status by role by duty by hands: manager, standing in, somebody else's, nobody's; and hidden from them."""
    rows = written(action)
    hands = {"manager": (HADI, None), "acting": (OTHER, HADI), "others": (OTHER, None), "nobody": (None, None)}
    for status in Status:
        row = next((row for row in rows if status in row.sources), None)
        base = met(row) if row is not None else Told()
        plain = case_of(base, status)
        for whose, (manager, acting) in hands.items():
            case = replace(plain, manager=manager, acting=acting)
            hidden = replace(case, excluded=(OTHER, HADI))
            told = replace(base, manager="self") if whose == "manager" else base
            for role, on_duty in itertools.product(Role, FLAG):
                by = hadi(role, on_duty=on_duty)
                lead = role in (Role.COORDINATOR, Role.HEAD)
                early = whose == "nobody" and (on_duty or lead or role is Role.DUTY_OFFICER)
                holds = whose in ("manager", "acting") or lead or early
                says = expected(rows, by=by, told=told, status=status, holds=holds)
                assert answer(action, by, case) == says, (status, whose, role, on_duty)
                assert answer(action, by, hidden) == "not allowed", (status, whose, role, on_duty)


def states(row: Row) -> Iterator[Told]:
    """Every state that the needs of a row can hang on, or many of them where they are too many."""
    ways: dict[str, tuple[Any, ...]] = {}
    steps = [word for word in row.needs if word[0].isdigit()]
    for word in row.needs:
        if not word[0].isdigit():
            ways = {**HANGS_ON[word], **ways}
    if steps:
        subsets = itertools.chain.from_iterable(itertools.combinations(steps, n) for n in range(len(steps) + 1))
        ways |= {"done": tuple(map(frozenset, subsets)), "before": (frozenset(), frozenset(steps))}
    count = 1
    for values in ways.values():
        count *= len(values)
    if count <= MOST:
        cells: Iterator[tuple[Any, ...]] = itertools.product(*ways.values())
    else:
        dice = random.Random(row.step)
        cells = iter([tuple(dice.choice(values) for values in ways.values()) for _ in range(MOST)])
    base = met(row)
    for cell in cells:
        told = replace(base, **dict(zip(ways, cell, strict=True)))
        yield told
        # One thing away from a state that goes: what alone can hold it up.
    for name, values in ways.items():
        for value in values:
            yield replace(base, **{name: value})


@pytest.mark.parametrize("row", [row for row in book_words.ROWS if row.needs], ids=lambda row: f"{row.step} {row.does}")
def test_what_it_needs(row: Row) -> None:
    """The gate of each row in every state that the book's words tell apart; both answers come up."""
    seen = set()
    statuses = itertools.cycle(Status(source) for source in sorted(row.sources))
    by = hadi(Role.HEAD)
    for told in states(row):
        status = next(statuses)
        said = answer(Action(row.does), by, case_of(told, status))
        goes = row.lets(told)
        assert said.startswith("goes") is goes, (status, told, said)
        seen.add(goes)
    assert seen == {True, False}


def test_what_has_no_needs_in_the_book_has_no_gate() -> None:
    for move in MOVES:
        rows = [row for row in written(move.action) if frozenset(map(str, move.source)) == row.sources]
        assert bool(rows[0].needs) == (move.gate is not None or move.second is not None), move.action


@pytest.mark.parametrize("role", list(Role))
def test_who_has_left_may_nothing(role: Role) -> None:
    left = hadi(role, on_duty=True, active=False)
    case = replace(case_of(Told(), Status.CONFIRMED), manager=HADI)
    assert {answer(action, left, case) for action in Action} == {"not allowed"}


def test_the_walk_is_long() -> None:
    """Tens of thousands of cells, or somebody has shortened it."""
    hands = len(Action) * len(Status) * len(Role) * 2 * 4 * 2
    gates = sum(1 for row in book_words.ROWS if row.needs for _ in states(row))
    assert hands > 80_000
    assert gates > 10_000
