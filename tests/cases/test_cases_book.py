"""Lampiran II as a table: against its rows as they are printed, and what hangs together in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.words import keys
from cases import books
from cases.advancing import Written, advance, moved
from cases.book import BY_NUMBER, LETTERS, PROCESSES, PROPOSAL, STEPS, Pace, Unit
from cases.book_page import case_page, done_steps, standard
from cases.case import Status
from cases.conditions import is_child, may_be_mediated
from cases.entry import EntryKind, EntryRef
from cases.handling import Handling
from cases.letter import LetterKind
from cases.moves import MOVES, Action
from cases.referral import AgencyKind
from tests.cases.stage import ANI, CALM, EKA, NOON, Stage, profile
from triage.decision import decide
from triage.facts import Facts, Offender, Victim

#: Number, minutes or days or months, output: as the annex prints them (1.1.5 to 1.1.10 of domain.md).
PRINTED = """
1.1 10m -; 1.2 15m -; 1.3 60m -; 1.4 30m terima_rujukan; 1.5 60m resume; 1.6 1d informasi_awal; 1.7 120m data;
1.8 1d data; 1.9 1d data; 1.10 1d persetujuan;
2.1 120m hasil_asesmen; 2.2 60m hasil_asesmen; 2.3 2d persetujuan_penyedia; 2.4 ? hasil_asesmen; 2.5 ? hasil_asesmen;
2.6 ? -; 2.7 60m laporan_kasus;
3.1 60m -; 3.2 1d data; 3.3 1d rencana; 3.4 1d data; 3.5 1d data;
4.1 7d data; 4.2 60m -; 4.3 1d dokumen_hasil; 4.4 3M data; 4.5 1d laporan_hasil; 4.6 1d dokumen_hasil;
5.1 30m -; 5.2 1d catatan_monev; 5.3 1d -; 5.4 1d -; 5.5 1d laporan_monev; 5.6 1d -; 5.7 120m -; 5.8 1d -;
6.1 1d -; 6.2 1d form_terminasi; 6.3 120m -; 6.4 120m -; 6.5 120m laporan_terminasi
"""
UNITS = {"m": Unit.MINUTES, "d": Unit.DAYS, "M": Unit.MONTHS}


def test_every_step_is_as_printed() -> None:
    rows = [row.split() for row in PRINTED.replace("\n", " ").split(";")]
    assert [number for number, _, _ in rows] == list(BY_NUMBER)
    for number, time, output in rows:
        step = BY_NUMBER[number]
        told = step.time
        assert (told is None) == (time == "?"), number
        if told is not None:
            assert (told.longest, told.unit) == (int(time[:-1]), UNITS[time[-1]]), number
        assert step.outputs == (() if output == "-" else (output,)), number


def test_the_lost_page_is_marked_and_has_no_time() -> None:
    lost = [step for step in STEPS if step.is_proposal]
    assert [step.number for step in lost] == ["2.4", "2.5", "2.6"]
    assert all(step.time is None and step.optional and step.source == PROPOSAL == "usulan" for step in lost)


def test_the_sums_of_the_regulation() -> None:
    def total(*numbers: str) -> int:
        return sum(step.time.minutes for step in map(BY_NUMBER.__getitem__, numbers) if step.time is not None)

    assert total("1.1", "1.2", "1.3", "1.4", "1.5") == 175
    assert total("1.1", "1.2", "1.5") == 85
    assert total("1.1", "1.2", "1.3", "1.4", "1.5", "1.7") == 295
    assert BY_NUMBER["4.4"].time is not None
    assert (BY_NUMBER["4.4"].time.shortest, BY_NUMBER["4.4"].time.days) == (1, 90)


def test_safety_runs_day_and_night_and_paper_on_working_days() -> None:
    in_days = [step for step in STEPS if step.time is not None and step.time.unit is not Unit.MINUTES]
    running = {step.number for step in in_days if step.pace is Pace.CALENDAR}
    assert running == {"1.6", "1.8", "4.1", "4.4", "5.2"}
    # Where somebody waits for help minutes are minutes.
    assert all(step.pace is Pace.CALENDAR for step in PROCESSES[1] if step.number not in ("1.9", "1.10"))


def test_steps_point_at_steps() -> None:
    for step in STEPS:
        assert {*step.since} <= BY_NUMBER.keys()
        assert {branch.to for branch in step.branches} - {""} <= BY_NUMBER.keys()
        assert step.actors
        assert {*step.letters} == {*step.outputs} & LETTERS
    assert [branch.code for branch in BY_NUMBER["1.5"].branches] == list("abcdef")
    made = {letter for step in STEPS for letter in step.letters}
    needed = {need for step in STEPS for need in step.needs if need in LETTERS}
    # What is written but comes out of no step: letters that are asked for, and the record of a refusal.
    assert set(LetterKind) - made - needed == {LetterKind.REFUSAL}


def test_every_word_of_it_is_there() -> None:
    wanted = {step.key for step in STEPS}
    wanted |= {f"book-paper-{paper}" for step in STEPS for paper in (*step.needs, *step.outputs)}
    wanted |= {f"book-paper-{letter}" for letter in LetterKind}
    wanted |= {step.branch_key(branch) for step in STEPS for branch in step.branches}
    wanted |= {f"book-gate-{step.gate}" for step in STEPS if step.gate}
    wanted |= {f"book-who-{actor.who}" for step in STEPS for actor in step.actors}
    wanted |= {f"book-process-{process}" for process in PROCESSES}
    wanted |= {standard(step).key for step in STEPS}
    for book in books.REFERRAL.values():
        wanted |= {key for flow in book.flows for key in (*flow.keys, f"book-flow-{flow.code}")}
        wanted |= {rule.key for rule in book.rules}
    for language in ("id", "en"):
        assert wanted - keys(language) == set()


def test_every_step_is_done_by_some_move_or_comes_with_the_report() -> None:
    done = {step for move in MOVES for step in move.fulfils}
    assert BY_NUMBER.keys() - done == {"1.1", "1.2", "1.3", "1.4"}
    # A row that only cites its paragraph fulfils nothing: notes, tries, wishes and refusals are no steps.
    citing = {move.action for move in MOVES if move.paragraph in BY_NUMBER and not move.fulfils}
    assert {Action.NOTE, Action.ATTEMPT, Action.OVERRIDE, Action.REFUSE, Action.ONE_SIDED, Action.REFER} <= citing
    assert {Action.NAME_GUARDIAN, Action.VISIT_UNSAFE, Action.REVIEW, Action.DENY_ONE_SIDED} <= citing


def test_the_books_of_the_profile() -> None:
    assert [step.number for step in books.crisis_steps(profile())] == list(range(1, 14))
    assert books.crisis_step(profile(), "14") is None
    referral = books.referral_book(profile())
    assert [rule.number for rule in referral.rules if rule.accompany] == [3, 4]
    assert len(referral.rules) == 7
    assert [len(flow.keys) for flow in referral.flows] == [6, 6, 4, 5]
    health = referral.flow(AgencyKind.HEALTH)
    assert health is not None
    assert health.code == "health"
    assert referral.flow(AgencyKind.PATBM) is None


WOMAN, GIRL, WOMB = Victim(age=30, sex="P"), Victim(age=12), Victim(age_group="janin")
WHOSE_CONSENT = (
    (replace(CALM), False),
    (replace(CALM, victims=(GIRL,)), True),
    (replace(CALM, victims=(WOMAN, GIRL)), True),
    (replace(CALM, victims=(Victim(),)), True),  # nobody knows
    (replace(CALM, victims=()), True),
    # A grown woman signs for herself and the child she carries, also where a child saw it, or a child did it.
    (replace(CALM, victims=(replace(WOMAN, pregnant=True),), violence=("fisik",)), False),
    (replace(CALM, child_witness=True), False),
    (replace(CALM, offender=Offender(age=15)), False),
    (replace(CALM, victims=(), violence=(), threats=None, safe_now=True, ampk=("A02",)), True),
)


@pytest.mark.parametrize(("facts", "child"), WHOSE_CONSENT)
def test_whose_consent_is_asked(facts: Facts, child: bool) -> None:
    stage = Stage()
    stage.open(CALM)
    assert is_child(replace(stage.scene.case, facts=facts, decision=decide(facts))) is child


def test_what_nobody_knows_is_not_mediated() -> None:
    stage = Stage()
    stage.open(CALM)
    case = stage.scene.case
    assert may_be_mediated(case)
    for facts in (replace(CALM, violence=()), replace(CALM, violence=("lainnya",)), replace(CALM, ampk=("A06",))):
        assert not may_be_mediated(replace(case, facts=facts)), facts.violence


def test_a_case_shows_what_was_done_last_and_how_many_before() -> None:
    stage = Stage()
    stage.open(CALM)
    numbers = ("1.8", "1.9", "1.10", "2.1", "2.2", "2.7", "3.1", "3.2")
    handling = Handling(started_at=NOON)
    for nth, number in enumerate(numbers):
        handling = handling.with_done((number,), at=NOON + nth * timedelta(hours=1), by=EKA.id)
    case = replace(stage.scene.case, status=Status.ASSESSED, handling=handling, manager=EKA.id, confirmed_at=NOON)
    assert [number for number, _ in done_steps(case)] == ["1.1", "1.2", "1.5", *numbers]
    page = case_page(replace(stage.scene, case=case), to=ANI.chat, profile=profile(), now=stage.now)
    lines = page.phrase.args["lines"]
    assert isinstance(lines, tuple)
    shown = [line.args["step"] for line in lines if line.key == "book-done"]
    assert shown == list(numbers)
    assert [line.args["count"] for line in lines if line.key == "book-case-earlier"] == [3]
    # The next round begins with nothing of the last.
    again = replace(case, handling=replace(handling, round=2))
    assert [number for number, _ in done_steps(again)] == ["1.1", "1.2", "1.5", "1.8", "1.9", "1.10"]


def test_what_only_cites_a_step_does_not_mark_it_as_done() -> None:
    """A guardian is named and a refusal written down by 1.10, but nobody has signed anything by that."""
    stage = Stage()
    stage.open(replace(CALM, victims=(GIRL,)))
    scene = replace(stage.scene, case=replace(stage.scene.case, status=Status.MET, manager=EKA.id))

    def done_by(action: Action, kind: EntryKind) -> tuple[str, ...]:
        written = Written(EntryRef("e"), kind, NOON)
        outcome = advance(scene, action, written, by=EKA, profile=profile(), now=stage.now)
        assert outcome.entries[0].steps == tuple(done.step for done in moved(outcome).handling.done)
        return outcome.entries[0].steps

    assert done_by(Action.NAME_GUARDIAN, EntryKind.GUARDIAN) == ()
    assert done_by(Action.REFUSE, EntryKind.CONSENT) == ()
    assert done_by(Action.NOTE, EntryKind.NOTE) == ()
    assert done_by(Action.EXPLAIN, EntryKind.MEETING) == ("1.9",)
