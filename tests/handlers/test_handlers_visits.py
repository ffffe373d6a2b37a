"""A visit whose note is taken back stands in the plan again; a meeting on its day counts as one with a tap."""

from __future__ import annotations

import pytest

from cases.case import CaseRef, Status
from cases.entry import Entry, EntryKind
from cases.messages import Button, Message
from cases.moves import Action
from cases.outcome import Clock
from cases.phrases import says
from cases.visit import Visit, VisitState
from tests.cases.stage import MEDIUM
from tests.handlers.file_unit import case_of, entries_of, fills, held, keys, visit_of
from tests.office import EKA, Office, world

MEETING = ("mtway:rumah", "mtwhen:60", "mtwhere:aman", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
BY_TELEPHONE = ("mtway:telepon", *MEETING[1:2], *MEETING[3:])


async def planned(office: Office) -> Visit:
    found = await visit_of(office)
    assert found is not None
    return found


async def on_its_day(office: Office) -> Visit:
    visit = await planned(office)
    # What `held` lays down has no alert of its own, which the audit would miss.
    office.watched = False
    await office.passes(days=(visit.due_on - world().profile.local(office.now).date()).days)
    return visit


async def made(office: Office, visit: Visit) -> None:
    await office.press(EKA, Button(says("nothing"), Action.VISIT_DONE, visit.ref, visit.version))
    await office.answers(EKA, "vresult:baik", "vrisk:tetap")


async def undone(office: Office, entry: Entry) -> list[Message]:
    return await office.press(EKA, Button(says("nothing"), Action.UNDO, entry.ref, entry.version))


async def rings(office: Office, visit: Visit) -> list[Clock]:
    async with office.storage.look() as look:
        return [one.clock for one in await look.reminders(visit.ref)]


async def test_a_visit_that_was_taken_back_is_to_be_made_again(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG", status=Status.MET)
    visit = await on_its_day(office)
    await made(office, visit)
    after = await planned(office)
    assert (after.nth, await rings(office, visit)) == (visit.nth + 1, [])
    (note,) = [one for one in await entries_of(office) if one.kind is EntryKind.MONITORING]
    assert "entry-undone-you" in keys(await undone(office, note))
    again = await planned(office)
    assert (again.ref, again.due_on, again.outcome, again.done_at) == (visit.ref, visit.due_on, "", None)
    assert (await rings(office, again), await rings(office, after)) == ([Clock.VISIT], [])
    async with office.storage.look() as look:
        states = {one.ref: one.state for one in await look.visits_of(CaseRef("c"))}
    assert states == {visit.ref: VisitState.PLANNED, after.ref: VisitState.CANCELLED}

    # Made again: a note of its own beside the one that was taken back, and that one too can be taken back.
    await made(office, again)
    notes = [one for one in await entries_of(office) if one.kind is EntryKind.MONITORING]
    assert sorted(one.counts for one in notes) == [False, True]
    assert (await planned(office)).nth == visit.nth + 1
    await undone(office, next(one for one in notes if one.counts))
    assert (await planned(office)).ref == visit.ref
    # It rings as every visit that stays unmade.
    await office.passes(days=1)
    assert office.heard_by(EKA)[-1] == "alert-call"


@pytest.mark.parametrize(("choice", "outcome"), [("met-baik", "baik"), ("met-tetap", "tetap")])
async def test_a_meeting_on_its_day_counts_as_the_visit_with_one_tap(office: Office, choice: str, outcome: str) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    visit = await on_its_day(office)
    said = await fills(office, EKA, Action.MEET, *MEETING)
    assert "met-visit" in keys(said)
    assert (await planned(office)).ref == visit.ref
    await office.presses(EKA, Action.VISIT_DONE, choice)
    async with office.storage.look() as look:
        kept = await look.visit(visit.ref)
    assert kept is not None
    assert (kept.state, kept.outcome) == (VisitState.DONE, outcome)
    assert (await planned(office)).nth == visit.nth + 1
    assert [one.kind for one in await entries_of(office)] == [EntryKind.MEETING, EntryKind.MONITORING]
    assert (await case_of(office)).status is Status.MET
    # A second tap finds that it was made.
    await office.presses(EKA, Action.VISIT_DONE, choice)
    assert len(await entries_of(office)) == 2


async def test_not_before_its_day_and_not_by_telephone(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    said = await fills(office, EKA, Action.MEET, *MEETING)
    assert "met-visit" not in keys(said)
    await undone(office, (await entries_of(office))[0])
    await on_its_day(office)
    assert "met-visit" not in keys(await fills(office, EKA, Action.MEET, *BY_TELEPHONE))


async def test_the_next_day_the_meeting_is_no_visit_any_more(office: Office) -> None:
    await held(office, MEDIUM, risk="SEDANG")
    visit = await on_its_day(office)
    await fills(office, EKA, Action.MEET, *MEETING)
    await office.passes(days=1)
    await office.presses(EKA, Action.VISIT_DONE, "met-baik")
    assert (await planned(office)).ref == visit.ref
