"""What staff are told carries no name, address or story, is worded in both languages, and comes to each once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from bot.words import keys
from cases import assignment, contact, duty, ending, excluding, offering, refusals, reports, rulings, visiting
from cases.alert import AlertRef, Cause
from cases.case import RISKS, CaseNumber, CaseRef, Contact
from cases.messages import Message
from cases.notices import ALSO_LEADS, NOTICES, WHILE_SHORT, Notice, Scene, audience, card
from cases.outcome import EventKind
from cases.phrases import Phrase
from cases.refusals import Refusal
from cases.staff import Group
from tests.cases.stage import ANI, CALM, CITRA, DANGER, DEWI, EKA, HIGH, NOON, UNIT, Stage, profile, shut, told
from triage.case_types import CaseType

SECRETS = ("Siti Rahma", "Jalan Melati 7", "Ia memukul saya", "081234567890")
ROWS = [row for table in (NOTICES, WHILE_SHORT) for rows in table.values() for row in rows] + list(ALSO_LEADS.values())


def spoken(value: Any) -> list[str]:
    """Every key of a phrase, and every plain string in it."""
    if isinstance(value, Phrase):
        return [value.key, *(part for arg in value.args.values() for part in spoken(arg))]
    if isinstance(value, tuple):
        return [part for one in value for part in spoken(one)]
    return [value] if isinstance(value, str) else []


def a_life() -> list[Message]:
    """One case with everything that may happen in it, told by somebody whose answers are full of secrets."""
    stage = Stage()
    secret = {"name": SECRETS[0], "address": SECRETS[1], "story": [{"text": SECRETS[2]}], "phone": SECRETS[3]}
    _, outcome = reports.open_case(
        replace(told(DANGER), answers=secret),
        ref=CaseRef("c"),
        alert_ref=AlertRef("a"),
        number=CaseNumber("LU-2026-0001"),
        reporter=UNIT[0].chat,
        cause=Cause.DECLARED,
        roster=stage.roster,
        profile=profile(),
        now=NOON,
    )
    stage.keep(outcome)
    stage.wait(hours=1)
    stage.do(duty.decline, ANI)
    stage.do(duty.take, ANI)
    stage.wait(hours=30)
    stage.do(duty.take, CITRA)
    stage.do(duty.keep, CITRA)
    stage.do(ending.ask_to_end, ANI, reason="ganda")
    stage.do(ending.disagree, DEWI)
    stage.do(offering.offer, CITRA, to=EKA)
    stage.do(offering.refuse, EKA)
    stage.do(offering.offer, CITRA, to=ANI)
    stage.do(offering.accept, ANI)
    stage.do(offering.offer, ANI, to=CITRA)
    stage.do(offering.accept, CITRA)
    stage.do(duty.record_outreach, CITRA, told={"onote": SECRETS[2]}, safe=False)
    stage.do(duty.record_outreach, CITRA, told={"onote": SECRETS[2]}, safe=True)
    stage.do(contact.record, ANI, how=Contact.UNSAFE)
    stage.do(rulings.confirm, ANI)
    stage.wait(hours=5)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    stage.wait(days=9)
    refs = {"next_ref": stage.visit_ref(), "alert_ref": stage.alert_ref()}
    stage.do(visiting.done, EKA, outcome=SECRETS[2], risk=None, **refs)
    stage.do(visiting.postpone, EKA, reason=SECRETS[2], to=profile().local(stage.now).date())
    stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    stage.do(duty.take, ANI)
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    shut(stage, SECRETS[2])
    return stage.said


def test_no_notice_carries_what_was_told() -> None:
    said = a_life()
    assert len({message.phrase.key for message in said}) > 20
    for message in said:
        heard = " ".join(spoken(message.phrase))
        assert not any(secret in heard for secret in SECRETS), message.phrase.key


def test_a_reason_to_lower_goes_only_to_seconds_and_cannot_be_passed_on() -> None:
    stage = Stage()
    stage.open(HIGH, Cause.REPORT)
    ref = stage.alert_ref()
    outcome = stage.do(rulings.rule, ANI, risk="RENDAH", emergency=False, reason=SECRETS[2], alert_ref=ref)
    carrying = [m for m in outcome.messages if SECRETS[2] in spoken(m.phrase)]
    assert {m.phrase.key for m in carrying} == {"lowering-asked"}
    assert all(m.protect for m in carrying)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_that_a_case_can_say_has_words(language: str) -> None:
    said = {row.phrase for row in ROWS}
    said |= {press.label.key for row in ROWS for presses in row.buttons for press in presses}
    said |= {f"{what}-{risk or 'none'}" for risk in RISKS for what in ("severity", "risk", "why-visit")}
    said |= {"severity-emergency", "nobody-name", "nothing", "kecamatan-unknown", "alert-passed"}
    said |= {f"cause-{cause}" for cause in Cause} | {f"group-{group}" for group in Group}
    said |= {f"type-{kind}" for kind in get_args(CaseType)} | {f"contact-{how}" for how in Contact}
    said |= {"visit-when-eve", "visit-when-day", "visit-when-late", "returned-by-holder", "returned-by-silence"}
    said |= {"alert-yours", "report-yours", "alert-declined", "alert-kept", "alert-already", "alert-news"}
    said |= {f"ereason-{reason}" for reason in ending.REASONS} | {"offer-no", "offer-silence", "offer-away"}
    said |= {"alert-notes", "alert-no-duty", "alert-one-more", "names-and", "yours-together", "visit-yours"}
    said |= {f"excluded-by-{how}" for how in excluding.How} | {"returned-by-exclusion", "readmission-asked"}
    said |= {"returned-by-loss", "ending-still-emergency", "alert-over", "alert-held", "button-decline-offer"}
    said |= {"decision-confirmed", "lowering-waits", "case-passed-on", "case-closed"}
    said |= {kind.key for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refusal)}
    assert said - {Refusal.key} <= keys(language)


def test_a_card_says_who_holds_it_even_when_nobody_does() -> None:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    shown = card(replace(stage.scene, alert=None))
    assert shown["holder"] == Phrase("nobody-name")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.to}-{row.phrase}")
def test_no_row_tells_somebody_who_left(row: Notice) -> None:
    stage = Stage()
    stage.open(DANGER)
    stage.do(rulings.confirm, CITRA)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    stage.do(duty.take, ANI)
    for person in UNIT:
        stage.change(person, active=False)
    scene = replace(stage.scene, actor=stage.who(ANI), called=())
    assert not audience(row.to, scene)


def test_news_goes_to_holder_and_manager_alone_and_is_protected() -> None:
    stage = Stage()
    stage.open(DANGER)
    stage.do(duty.take, ANI)
    news = (Phrase("as-typed", {"text": SECRETS[2]}),)
    messages = reports.pass_on(stage.scene, news)
    assert [(m.to, m.protect) for m in messages] == [(ANI.chat, True)]
    unheld = reports.pass_on(Scene(case=stage.scene.case, roster=stage.roster), news)
    assert [message.phrase.key for message in unheld] == ["addition-lead"] * len(stage.roster.leads())
    assert SECRETS[2] not in repr(unheld)


def test_who_is_told_what() -> None:
    """The events that reach nobody by the table are those that are said in another way, or only kept."""
    silent = {kind for kind in EventKind if kind not in NOTICES}
    assert silent == {
        EventKind.REPORT_RECEIVED,
        EventKind.REPORTER_ADDED,
        EventKind.FACTS_LEARNED,
        EventKind.ALERT_RAISED,
        EventKind.ALERT_DECLINED,
        EventKind.ALERT_KEPT,
        EventKind.ALERT_PAGED,
        EventKind.STAFF_UNREACHABLE,
        EventKind.DECISION_CONFIRMED,
        EventKind.VISIT_PLANNED,
        EventKind.VISIT_MISSED,
        # Said by the letter itself, and to who made it.
        EventKind.LETTER_DRAFTED,
        # It stands in the list of the case's files, with who had it.
        EventKind.FILE_KEPT,
        EventKind.FILE_SHOWN,
        EventKind.LETTER_CHECKED,
        EventKind.LETTER_SIGNED,
        EventKind.LETTER_RETURNED,
        # Said once for all cases of an absence, by `cases.acting`.
        EventKind.CASE_DELEGATED,
        # Said on the run card, and by `cases.outing` to whoever watches over that one officer.
        EventKind.CRISIS_STEP,
        EventKind.CRISIS_STEP_UNDONE,
        EventKind.OFFICER_LEFT,
        EventKind.OFFICER_ASKED,
        EventKind.OFFICER_SAFE,
        EventKind.OFFICER_SILENT,
        EventKind.ALERT_FOUND,
        EventKind.CLOCK_FOUND,
        EventKind.OFFICER_IN_DANGER,
        EventKind.OFFICER_BACK,
        # Said by the receipt to whoever wrote it down; an entry that was undone also to all who had heard of it.
        EventKind.ENTRY_WRITTEN,
        EventKind.ENTRY_CORRECTED,
        EventKind.ENTRY_UNDONE,
        EventKind.RIGHTS_TOLD,
        EventKind.GUARDIAN_NAMED,
        EventKind.CONSENT_SIGNED,
        # Shown to the reporter themselves; said by the desk to those who answer for the unit.
        EventKind.DATA_SHOWN,
        EventKind.DATA_CORRECTED,
        EventKind.CASE_ERASED,
        # Said by `cases.stepping` to whoever is in charge.
        EventKind.STEP_RANG,
        EventKind.STEP_POSTPONED,
        # Said by the words themselves, under which their author reads what became of them.
        EventKind.OFFICER_WROTE,
    }
