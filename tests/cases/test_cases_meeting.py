"""Meeting, guardian, consent and its exceptions, entries: what is allowed, what moves, what comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import assessing, consenting, entries, meeting
from cases.advancing import Written, advance
from cases.case import Case, Police, Ruling, Status
from cases.entry import Entry, EntryKind, EntryRef, stand
from cases.handling import RIGHTS, Ground, Signer
from cases.moves import Action
from cases.outcome import Clock, EventKind, Outcome
from cases.party import PartyRef
from cases.referral import Referral, ReferralRef, ReferralState
from cases.refusals import (
    BuiltUpon,
    Changed,
    NeedsAnother,
    NeedsConsent,
    NeedsGround,
    NeedsGuardian,
    NeedsReason,
    NotAllowed,
    Refusal,
    TooLate,
    Unknown,
    WrongMoment,
)
from cases.staff import Staff
from cases.visiting import first_visit
from tests.cases.stage import ANI, CITRA, DEWI, EKA, HIGH, MEDIUM, NOON, RAPED, Stage, keys_to
from triage.facts import Facts, Victim

CHILD = replace(HIGH, victims=(Victim(age=9, sex="P"),))


def staged(facts: Facts = MEDIUM, *, risk: str = "SEDANG", status: Status = Status.ASSIGNED, **more: Any) -> Stage:
    """A case in the hands of Eka, with its first visit planned."""
    stage = Stage()
    stage.open(facts)
    assert stage.case is not None
    case = replace(
        stage.case,
        status=status,
        ruling=Ruling(risk, False, CITRA.id, NOON),
        manager=EKA.id,
        assigned_at=NOON,
        confirmed_at=NOON,
        **more,
    )
    stage.case, stage.alerts, stage.due, stage.said = case, {}, {}, []
    stage.keep(first_visit(case, ref=stage.visit_ref(), **stage.ours())[1])
    return stage


def told(stage: Stage, kind: EntryKind = EntryKind.CONSENT, **more: Any) -> Written:
    stage.counter += 1
    return Written(EntryRef(f"e{stage.counter}"), kind, stage.now, **more)


def case_of(stage: Stage) -> Case:
    assert stage.case is not None
    return stage.case


def sign(stage: Stage, by: Staff = EKA, **more: Any) -> Outcome:
    given_anyway = {"signer": Signer.VICTIM, "scope": ("kesehatan",), "photo_id": "p", "visit_ref": stage.visit_ref()}
    return stage.do(consenting.sign, by, written=told(stage), **{**given_anyway, **more})


def refuse(stage: Stage, who: Signer = Signer.VICTIM, by: Staff = EKA, **more: Any) -> Outcome:
    return stage.do(consenting.refuse, by, written=told(stage), who=who, reason="takut", **more)


def ask(stage: Stage, ground: Ground = Ground.LIFE, by: Staff = EKA, reason: str = "nyawanya terancam") -> Outcome:
    return stage.do(consenting.ask_override, by, written=told(stage), ground=ground, reason=reason)


def agree(stage: Stage, by: Staff) -> Outcome:
    return stage.do(consenting.agree, by, written=told(stage), visit_ref=stage.visit_ref())


def name_guardian(stage: Stage, name: str = "Sitti", *, is_offender: bool = False, **more: Any) -> Outcome:
    given_anyway = {"relation": "bibi", "named_by_unit": False, "party_ref": PartyRef("p")}
    return stage.do(
        meeting.name_guardian,
        EKA,
        written=told(stage, EntryKind.GUARDIAN),
        name=name,
        is_offender=is_offender,
        **{**given_anyway, **more},
    )


UNSIGNED: tuple[tuple[Facts, dict[str, Any], type[Refusal]], ...] = (
    (MEDIUM, {"photo_id": ""}, NeedsConsent),
    (MEDIUM, {"signer": Signer.OFFENDER}, NeedsGuardian),
    (MEDIUM, {"scope": ("tetangga",)}, Unknown),
    (CHILD, {"signer": Signer.GUARDIAN}, NeedsGuardian),
    (CHILD, {"signer": Signer.VICTIM}, NeedsGuardian),
)


@pytest.mark.parametrize(("facts", "told_so", "refusal"), UNSIGNED)
def test_what_is_no_signature(facts: Facts, told_so: dict[str, Any], refusal: type[Refusal]) -> None:
    stage = staged(facts, status=Status.MET)
    with pytest.raises(refusal):
        sign(stage, **told_so)


def test_a_child_signs_by_her_guardian_and_by_nobody_else() -> None:
    stage = staged(CHILD, status=Status.MET)
    name_guardian(stage)
    with pytest.raises(NeedsGuardian):
        sign(stage, signer=Signer.VICTIM)
    sign(stage, signer=Signer.GUARDIAN)
    assert case_of(stage).status is Status.CONSENTED


@pytest.mark.parametrize(
    ("name", "is_offender", "offenders"),
    [("Baso", True, ()), (" baso  Tahir", False, ("Baso Tahir",)), ("BASO", False, ("Ambo", "Baso"))],
)
def test_the_offender_is_no_guardian_and_that_is_written_down(
    name: str, is_offender: bool, offenders: tuple[str, ...]
) -> None:
    stage = staged(CHILD, status=Status.MET)
    before = case_of(stage)
    outcome = name_guardian(stage, name, is_offender=is_offender, offenders=offenders)
    assert (outcome.cases, outcome.parties, outcome.entries[0].told["what"]) == ((), (), "offender")
    assert case_of(stage) == before


def test_a_guardian_is_named_only_for_a_child_and_never_without_a_name() -> None:
    with pytest.raises(WrongMoment):
        name_guardian(staged(MEDIUM, status=Status.MET))
    with pytest.raises(NeedsReason):
        name_guardian(staged(CHILD, status=Status.MET), " ")


def test_naming_a_guardian_and_refusing_are_not_the_step_of_signing() -> None:
    stage = staged(CHILD, status=Status.MET)
    name_guardian(stage)
    refuse(stage, Signer.GUARDIAN)
    assert not case_of(stage).handling.has("1.10")


@pytest.mark.parametrize(
    ("risk", "in_danger", "visited"), [("SEDANG", False, False), ("TINGGI", False, True), ("RENDAH", False, False)]
)
def test_after_a_refusal_only_who_is_in_danger_is_visited(risk: str, in_danger: bool, visited: bool) -> None:
    stage = staged(MEDIUM, risk=risk, status=Status.MET)
    refuse(stage)
    assert (stage.visit is not None) is visited
    assert (stage.at(Clock.VISIT) is not None) is visited


def referral(ref: str, state: ReferralState, **more: Any) -> Referral:
    return Referral(ReferralRef(ref), case_of(staged()).ref, "rsud", "periksa", state, NOON, EKA.id, **more)


def test_a_refusal_withdraws_what_nobody_has_received_yet_and_undoing_it_sends_it_again() -> None:
    stage = staged(status=Status.CONSENTED)
    sent = referral("r1", ReferralState.SENT)
    others = (
        referral("r2", ReferralState.RECEIVED),
        referral("r3", ReferralState.ENDED),
        referral("r4", ReferralState.SENT, handover=True),
    )
    outcome = refuse(stage, referrals=(sent, *others))
    (gone,) = outcome.referrals
    assert (gone.ref, gone.state) == ("r1", ReferralState.WITHDRAWN)
    assert outcome.entries[0].told["withdrawn"] == ["r1"]
    assert [(r.subject, r.due_at) for r in outcome.reminders if r.clock is Clock.REFERRAL] == [("r1", None)]
    again = consenting.restored((gone, *others), now=NOON)
    assert again.referrals == (sent,)
    assert [(r.subject, r.due_at is not None) for r in again.reminders] == [("r1", True)]


def test_a_refusal_by_the_offender_ends_nothing() -> None:
    stage = staged(CHILD, risk="TINGGI", status=Status.MET)
    before = case_of(stage)
    outcome = refuse(stage, Signer.OFFENDER)
    assert case_of(stage) == before
    assert outcome.entries[0].told["what"] == "void"
    assert keys_to(outcome, CITRA) == ("consent-refused-void",)


ATTENTION = (
    (CHILD, "TINGGI", Signer.GUARDIAN, True),
    (CHILD, "TINGGI", Signer.FAMILY, True),
    (CHILD, "SEDANG", Signer.GUARDIAN, False),
    (CHILD, "TINGGI", Signer.VICTIM, False),
    (HIGH, "TINGGI", Signer.FAMILY, False),
)


@pytest.mark.parametrize(("facts", "risk", "who", "at_once"), ATTENTION)
def test_whose_refusal_is_looked_at_at_once(facts: Facts, risk: str, who: Signer, at_once: bool) -> None:
    stage = staged(facts, risk=risk, status=Status.MET)
    outcome = refuse(stage, who)
    assert keys_to(outcome, CITRA) == (("consent-refused-child",) if at_once else ("consent-refused",))
    assert keys_to(outcome, DEWI) == (("consent-refused-child",) if at_once else ())


GROUNDS = (
    (MEDIUM, "SEDANG", Signer.VICTIM, set()),
    (HIGH, "TINGGI", Signer.VICTIM, {Ground.LIFE}),
    (CHILD, "TINGGI", Signer.GUARDIAN, {Ground.LIFE, Ground.GUARDIAN}),
    (CHILD, "SEDANG", Signer.GUARDIAN, set()),
    (CHILD, "TINGGI", Signer.VICTIM, {Ground.LIFE}),
    (HIGH, "TINGGI", Signer.FAMILY, {Ground.LIFE}),
    (replace(RAPED, reporter="korban"), "SEDANG", Signer.VICTIM, {Ground.LAW}),
)


@pytest.mark.parametrize(("facts", "risk", "who", "found"), GROUNDS)
def test_which_exceptions_there_are(facts: Facts, risk: str, who: Signer, found: set[Ground]) -> None:
    stage = staged(facts, risk=risk, status=Status.MET)
    refuse(stage, who)
    assert set(consenting.grounds(case_of(stage))) == found
    for ground in set(Ground) - found:
        with pytest.raises(NeedsGround):
            ask(stage, ground)


def test_a_police_clock_that_runs_is_a_duty_by_law() -> None:
    police = Police(since=NOON, due_at=NOON + timedelta(hours=72))
    stage = staged(MEDIUM, status=Status.MET, police=police)
    refuse(stage)
    assert consenting.grounds(case_of(stage)) == (Ground.LAW,)


def test_an_exception_takes_two() -> None:
    stage = staged(HIGH, risk="TINGGI", status=Status.MET)
    refuse(stage)
    with pytest.raises(NeedsReason):
        ask(stage, reason="  ")
    ask(stage, by=CITRA)
    with pytest.raises(WrongMoment):
        ask(stage)
    with pytest.raises(NeedsAnother):
        agree(stage, CITRA)
    for nobody in (EKA, ANI):
        with pytest.raises(NotAllowed):
            agree(stage, nobody)
    agree(stage, DEWI)
    case = case_of(stage)
    assert (case.status, case.handling.may_go_on) == (Status.CONSENTED, True)
    assert case.handling.consent is not None
    assert not case.handling.consent.agreed


def test_an_exception_whose_ground_is_gone_can_not_be_agreed_to() -> None:
    stage = staged(HIGH, risk="TINGGI", status=Status.MET)
    refuse(stage)
    ask(stage)
    stage.case = replace(case_of(stage), ruling=Ruling("SEDANG", False, CITRA.id, NOON))
    with pytest.raises(NeedsGround):
        agree(stage, DEWI)


def test_a_new_refusal_takes_the_old_exception_with_it() -> None:
    stage = staged(HIGH, risk="TINGGI", status=Status.MET)
    refuse(stage)
    ask(stage)
    agree(stage, DEWI)
    refuse(stage)
    assert case_of(stage).handling.override is None
    assert not case_of(stage).handling.may_go_on


def test_rights_add_up_in_the_order_in_which_they_are_read() -> None:
    stage = staged()
    for some in (("aman",), ("medis", "aman"), RIGHTS):
        stage.do(meeting.tell_rights, EKA, written=told(stage, EntryKind.RIGHTS), told=some)
    assert case_of(stage).handling.rights == RIGHTS
    assert meeting.untold(case_of(stage)) == ()


# Entries -------------------------------------------------------------------------------------------------------------


def meet(stage: Stage, risk: str | None = None) -> Outcome:
    written = told(stage, EntryKind.MEETING)
    return stage.do(meeting.meet, EKA, written=written, risk=risk, reason="sudah aman", alert_ref=stage.alert_ref())


def undo(stage: Stage, entry: Entry, by: Staff = EKA) -> Outcome:
    return stage.do(entries.undo, by, entry=entry, told_by=EventKind.ENTRY_WRITTEN)


def test_a_rating_from_tinggi_down_at_a_meeting_is_a_wish_and_up_holds_at_once() -> None:
    stage = staged(HIGH, risk="TINGGI")
    meet(stage, "SEDANG")
    case = case_of(stage)
    assert (case.risk, case.lowering is not None, case.status) == ("TINGGI", True, Status.MET)
    stage = staged(MEDIUM)
    meet(stage, "TINGGI")
    assert case_of(stage).risk == "TINGGI"


def test_what_a_person_judged_of_the_risk_is_not_undone_with_the_meeting() -> None:
    stage = staged(MEDIUM)
    entry = meet(stage, "TINGGI").entries[0]
    undo(stage, entry)
    assert (case_of(stage).status, case_of(stage).risk) == (Status.ASSIGNED, "TINGGI")


@pytest.mark.parametrize(("minutes", "refusal"), [(10, None), (10.1, TooLate), (600, TooLate)])
def test_ten_minutes_and_no_longer(minutes: float, refusal: type[Refusal] | None) -> None:
    stage = staged()
    entry = meet(stage).entries[0]
    stage.now += timedelta(minutes=minutes)
    if refusal is None:
        undo(stage, entry)
        return
    with pytest.raises(refusal):
        undo(stage, entry)


def test_only_whoever_wrote_it_once_and_while_nothing_rests_on_it() -> None:
    stage = staged()
    entry = meet(stage).entries[0]
    for other in (CITRA, DEWI, ANI):
        with pytest.raises(NotAllowed):
            undo(stage, entry, other)
    for gone in ({"undone_at": NOON}, {"corrected_by": EntryRef("x")}):
        with pytest.raises(Changed):
            undo(stage, replace(entry, **gone))  # type: ignore[arg-type]
    sent = referral("r", ReferralState.SENT)
    for since, refusal in ((replace(sent, sent_at=NOON - timedelta(minutes=1)), None), (sent, BuiltUpon)):
        rests = partial(entries.may_undo, entry, case_of(stage), by=EKA, now=stage.now, referrals=(since,))
        if refusal is None:
            rests()
        else:
            with pytest.raises(refusal):
                rests()
    refuse(stage)
    with pytest.raises(BuiltUpon):
        undo(stage, entry)


def test_nothing_is_written_for_a_moment_that_is_still_to_come() -> None:
    stage = staged(status=Status.MET)
    late = replace(told(stage), at=stage.now + timedelta(seconds=1))
    for doing in (entries.note, consenting.refuse):
        more = {} if doing is entries.note else {"who": Signer.VICTIM, "reason": "x"}
        with pytest.raises(WrongMoment):
            stage.do(doing, EKA, written=late, **more)


def test_a_correction_puts_the_time_of_its_steps_right_and_can_not_be_made_twice() -> None:
    stage = staged()
    old = meet(stage).entries[0]
    right = replace(told(stage, EntryKind.MEETING), at=stage.now - timedelta(hours=5))
    outcome = stage.do(entries.correct, EKA, old=old, written=right)
    new, marked = outcome.entries
    assert (marked.corrected_by, new.corrects, new.steps) == (new.ref, old.ref, ("1.8",))
    done = case_of(stage).handling.last("1.8")
    assert done is not None
    assert (done.at, done.entry) == (right.at, new.ref)
    with pytest.raises(Changed):
        stage.do(entries.correct, EKA, old=marked, written=told(stage))


#: Doings of process 1 and 2, each a step further where it is allowed.
DOINGS: dict[str, Any] = {
    "meet": lambda stage: meet(stage),
    "explain": lambda stage: stage.keep(
        advance(stage.scene, Action.EXPLAIN, told(stage, EntryKind.MEETING), by=EKA, **stage.ours())
    ),
    "rights": lambda stage: stage.do(meeting.tell_rights, EKA, written=told(stage, EntryKind.RIGHTS), told=("aman",)),
    "sign": sign,
    "refuse": refuse,
    "ask": ask,
    "agree": lambda stage: agree(stage, DEWI),
    "deny": lambda stage: stage.do(consenting.deny, DEWI, written=told(stage)),
    **{
        str(action): lambda stage, action=action: stage.do(
            assessing.record,
            EKA,
            action=action,
            written=told(stage, EntryKind.FURTHER),
            alert_ref=stage.alert_ref(),
        )
        for action in assessing.KINDS
    },
}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(sorted(DOINGS)), max_size=12))
def test_whatever_was_done_is_undone_to_where_it_was_and_no_gate_is_walked_around(order: list[str]) -> None:
    stage = staged(HIGH, risk="TINGGI")
    for name in order:
        before = case_of(stage)
        try:
            entry = DOINGS[name](stage).entries[0]
        except Refusal:
            assert case_of(stage) == before
            continue
        after = case_of(stage)
        assert entry.left == stand(after.status, after.handling)
        if name in assessing.KINDS:
            assert before.handling.may_go_on
        if after.status is Status.CONSENTED:
            assert after.handling.may_go_on
        by = DEWI if name in ("agree", "deny") else EKA
        undone = replace(stage, visits=dict(stage.visits), due=dict(stage.due), said=list(stage.said))
        undo(undone, entry, by)
        back = case_of(undone)
        assert stand(back.status, back.handling) == stand(before.status, before.handling)
