"""Every line of the course of an alert has words, stands in its place, and holds nothing that was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.words import render
from cases import duty
from cases.alert import AlertRef
from cases.case import CaseRef
from cases.lengths import length
from cases.outcome import Event, EventKind
from cases.phrases import Phrase
from cases.staff import Roster, StaffId
from cases.timeline import MOST_NAMES, SHOWN, WHY, Sending, timeline
from tests.cases.stage import ANI, BUDI, NOON, UNIT, Stage, profile

SECOND = timedelta(seconds=1)
A = AlertRef("a1")


def said(*events: Event, sendings: tuple[Sending, ...] = (), language: str = "id") -> list[str]:
    lines = timeline(events, sendings, roster=Roster(UNIT), profile=profile())
    return [render(line, language=language, zone=profile().zone, now=NOON) for line in lines]


def event(kind: EventKind, after: float = 0, by: Any = None, **told: Any) -> Event:
    return Event(kind, CaseRef("c"), NOON + after * SECOND, by=by.id if by else None, told={"alert": "a1", **told})


def sent(what: str, after: float, staff: int | None = 1) -> Sending:
    return Sending(A, None if staff is None else StaffId(staff), what, NOON, NOON + after * SECOND)


def test_events_and_sendings_are_merged_in_their_order_with_a_line_for_each_day() -> None:
    raised = event(EventKind.ALERT_RAISED, cause="declared")
    called = event(EventKind.ALERT_CALLED, called=[1, 2])
    taken = event(EventKind.ALERT_TAKEN, 130, by=BUDI)
    late = event(EventKind.ALERT_RETURNED, 24 * 3600, silent=True)
    sendings = (sent("delivered", 1.2), sent("failed:blocked", 2, staff=2), sent("repeated", 0))
    lines = said(raised, called, taken, late, sendings=sendings)
    assert lines == [
        "<b>Senin, 2 Maret</b>",
        "12.00.00 panggilan dimulai: tombol Darurat ditekan",
        "12.00.00 memanggil Ani, Budi",
        "12.00.00 dikirim ulang ke Ani (0,0 dtk); kiriman pertama kemungkinan besar sudah sampai",
        "12.00.01 dikirim ke Ani (1,2 dtk)",
        "12.00.02 gagal ke Budi: memblokir bot",
        "12.02.10 diambil Budi setelah 2 mnt 10 dtk",
        "<b>Selasa, 3 Maret</b>",
        "12.00.00 dikembalikan: pemegang tidak memberi kabar atau tidak bisa dihubungi lagi",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", SHOWN)
def test_every_kind_has_words_whatever_it_told(kind: EventKind, language: str) -> None:
    for told in (
        {},
        {"to": 2, "who": 1, "called": [], "percent": 50},
        {"to": [1, 2], "how": "reached", "cause": "odd"},
    ):
        for by in (None, ANI):
            assert len(said(event(kind, by=by, **told), language=language)) == 2


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("why", [*WHY, "too_long", ""])
def test_every_failure_has_words(why: str, language: str) -> None:
    sendings = (sent(f"failed:{why}", 1), sent("failed:x", 1, staff=None), sent("assumed", 2))
    assert len(said(sendings=sendings, language=language)) == 4


def test_what_was_told_and_noted_stands_nowhere() -> None:
    stage = Stage()
    stage.open()
    stage.do(duty.take, ANI)
    stage.do(duty.record_outreach, ANI, told={"onote": "Jalan Melati", "opartner": "Siti"}, safe=True)
    events = [Event(kind, CaseRef("c"), NOON, told=told) for kind, told in stage.history]
    assert not any(secret in repr(said(*events)) for secret in ("Melati", "Siti"))


def test_a_round_of_everybody_is_one_short_line() -> None:
    crowd = tuple(replace(ANI, id=StaffId(number), name=f"Nama {number}") for number in range(1, 201))
    called = event(EventKind.ALERT_CALLED, called=[int(person.id) for person in crowd])
    (_, line) = timeline((called,), (), roster=Roster(crowd), profile=profile())
    names = line.args["what"].args["names"]  # type: ignore[union-attr]
    assert len(names) == MOST_NAMES + 1


LENGTHS: tuple[tuple[float, str], ...] = (
    (-5, "0,0 dtk"),
    (0.04, "0,0 dtk"),
    (1.25, "1,2 dtk"),
    (59.97, "1 mnt 0 dtk"),
    (130, "2 mnt 10 dtk"),
    (3600, "1 jam 0 mnt"),
    (90000, "1 hari 1 jam"),
)


@pytest.mark.parametrize(("seconds", "words"), LENGTHS)
def test_lengths_are_said_shortly(seconds: float, words: str) -> None:
    phrase: Phrase = length(timedelta(seconds=seconds))
    assert render(phrase, language="id", zone=profile().zone, now=NOON) == words
