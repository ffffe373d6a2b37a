"""Processes 3 to 6 as pure doings: what each needs, what it reaches, and what can't be walked around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cases import closing, one_sided, reopening, rounds, rulings, serving, terminating, visiting
from cases.advancing import Written, advance
from cases.alert import Cause
from cases.case import Case, CaseRef, Status
from cases.entry import Attached, EntryKind
from cases.handling import Attempt, Consent, Done, Handling, Signer, Unilateral
from cases.moves import Action, may
from cases.outcome import Clock, EventKind, Outcome
from cases.referral import Referral, ReferralRef, ReferralState
from cases.refusals import (
    HelpIsOut,
    MayNotStart,
    NeedsAnother,
    NeedsReason,
    NeedsReview,
    NeedsSearch,
    NeedsSignature,
    NeedsStep,
    NoMediation,
    NotAllowed,
    NotReceived,
    NotRecovered,
    NotTogether,
    Refusal,
    VoidRefusal,
    WrongMoment,
)
from cases.staff import Staff
from cases.visit import VisitState
from tests.cases.stage import (
    ANI,
    CALM,
    CITRA,
    DEWI,
    EKA,
    HIGH,
    NOON,
    RAPED,
    Stage,
    keys_to,
    profile,
    shut,
    told_of,
    wish_to_end,
)
from triage.facts import Facts, Offender

DAY = timedelta(days=1)
SIGNED = Consent(True, Signer.VICTIM, NOON, EKA.id, photo_id="form")
S = Status


def at(status: Status, *steps: str, facts: Facts = CALM, **handling: Any) -> Stage:
    """A case that Eka holds, with consent, where it stands so, and these steps done in this round."""
    stage = Stage()
    stage.open(facts, Cause.REPORT)
    stage.do(rulings.confirm, ANI)
    shown = stage.scene.case
    done = tuple(Done(step, NOON, EKA.id, round=handling.get("round", 1)) for step in steps)
    told = Handling(**{"consent": SIGNED, "started_at": NOON, "done": done, **handling})
    stage.case = replace(shown, status=status, manager=EKA.id, handling=told)
    stage.due.pop((Clock.ASSIGNMENT, "c"), None)
    return stage


def case_of(stage: Stage) -> Case:
    assert stage.case is not None
    return stage.case


def step(stage: Stage, action: Action, kind: EntryKind = EntryKind.NOTE, by: Staff = EKA) -> Outcome:
    return stage.keep(advance(replace(stage.scene, actor=by), action, stage.written(kind), by=by, **stage.ours()))


def do(stage: Stage, doing: Callable[..., Outcome], by: Staff = EKA, **more: Any) -> Outcome:
    """Somebody does it just now, unless it is told otherwise."""
    return stage.do(doing, by, **{"written": stage.written(), **more})


# Process 3


def test_from_the_goal_to_a_plan_that_was_agreed() -> None:
    stage = at(S.ASSESSED)
    for action, before in ((Action.NEEDS, "3.1"), (Action.PLAN, "3.2")):
        with pytest.raises(NeedsStep) as refused:
            step(stage, action)
        assert refused.value.phrase.args["step"] in (before, "3.1")
        step(stage, {"3.1": Action.GOAL, "3.2": Action.NEEDS}[before])
    step(stage, Action.PLAN)
    do(stage, serving.agree_plan, agreed=True, confer_first=False)
    assert case_of(stage).status is S.PLANNED
    assert case_of(stage).handling.has("3.1", "3.2", "3.3", "3.5")


def test_wishes_that_have_changed_lead_back_to_the_plan() -> None:
    stage = at(S.ASSESSED, "3.1", "3.2", "3.3")
    outcome = do(stage, serving.agree_plan, agreed=False, confer_first=False)
    assert case_of(stage).status is S.ASSESSED
    assert not case_of(stage).handling.has("3.5")
    assert outcome.entries[0].steps == ()
    with pytest.raises(NeedsStep):
        do(stage, serving.agree_plan, agreed=True, confer_first=False)
    step(stage, Action.PLAN)
    do(stage, serving.agree_plan, agreed=True, confer_first=False)
    assert case_of(stage).status is S.PLANNED


def test_a_plan_that_wants_a_conference_is_not_agreed_without_it() -> None:
    stage = at(S.ASSESSED, "3.1", "3.2", "3.3")
    with pytest.raises(NeedsStep):
        do(stage, serving.agree_plan, agreed=True, confer_first=True)
    do(stage, serving.confer, invited=False)
    do(stage, serving.agree_plan, agreed=True, confer_first=True)
    assert case_of(stage).handling.has("3.4", "3.5")


APART = Offender(age=35, same_household=False)
TABLES = [
    (replace(CALM, offender=APART), False),
    (replace(CALM, offender=replace(APART, same_household=True)), True),
    (replace(CALM, offender=replace(APART, same_household=None)), True),
    (replace(CALM, offender=Offender()), True),
    (replace(RAPED, offender=APART), True),
]


@pytest.mark.parametrize(("facts", "forbidden"), TABLES)
def test_who_may_never_sit_at_one_table(facts: Facts, forbidden: bool) -> None:
    stage = at(S.ASSESSED, facts=facts)
    assert serving.must_be_apart(case_of(stage)) == forbidden
    if forbidden:
        with pytest.raises(NotTogether):
            do(stage, serving.confer, invited=True)
        do(stage, serving.confer, invited=False)
    else:
        do(stage, serving.confer, invited=True)
    assert case_of(stage).handling.has("3.4")


def test_a_conference_in_monitoring_is_5_3_and_5_4() -> None:
    stage = at(S.SERVED)
    assert do(stage, serving.confer, invited=False).entries[0].steps == ("5.3", "5.4")


# Process 4


def test_a_service_counts_and_an_offer_that_was_declined_does_not() -> None:
    stage = at(S.PLANNED)
    do(stage, serving.serve, accepted=False, with_result=False)
    assert not case_of(stage).handling.has("4.1")
    do(stage, serving.serve, accepted=True, with_result=False)
    assert case_of(stage).handling.has("4.1")
    assert not case_of(stage).handling.has("4.2")
    do(stage, serving.serve, accepted=True, with_result=True)
    assert case_of(stage).handling.has("4.1", "4.2")


@pytest.mark.parametrize(("facts", "goes"), [(CALM, True), (RAPED, False), (replace(CALM, violence=("kbgo",)), False)])
def test_mediation_is_not_even_offered_in_sexual_violence(facts: Facts, goes: bool) -> None:
    stage = at(S.PLANNED, facts=facts)
    assert may(Action.MEDIATE, by=EKA, case=case_of(stage)) == goes
    if not goes:
        with pytest.raises(NoMediation):
            step(stage, Action.MEDIATE)


LENGTHS = [(10, "", True, True), (30, "", False, True), (90, "", True, True)]
LENGTHS += [(91, "", True, False), (91, "sidang belum selesai", True, True), (91, "", False, True)]


@pytest.mark.parametrize(("days", "reason", "goes_on", "goes"), LENGTHS)
def test_accompaniment_of_more_than_three_months_wants_a_reason(
    days: int, reason: str, goes_on: bool, goes: bool
) -> None:
    stage = at(S.PLANNED, "4.1")
    stage.now = NOON + days * DAY
    if goes:
        do(stage, serving.accompany, goes_on=goes_on, reason=reason)
        assert case_of(stage).handling.has("4.4")
        return
    with pytest.raises(NeedsReason):
        do(stage, serving.accompany, goes_on=goes_on, reason=reason)


@pytest.mark.parametrize(("days", "reason", "goes"), [(29, "", False), (29, "korban pindah", True), (30, "", True)])
def test_less_than_a_month_of_accompaniment_wants_a_reason(days: int, reason: str, goes: bool) -> None:
    stage = at(S.PLANNED, "4.1")
    stage.now = NOON + days * DAY
    if not goes:
        with pytest.raises(NeedsReason):
            do(stage, serving.report, reason=reason)
        return
    do(stage, serving.report, reason=reason)
    assert case_of(stage).status is S.SERVED
    assert case_of(stage).handling.has("4.5", "4.6")


def test_no_report_before_a_service() -> None:
    with pytest.raises(NeedsStep):
        do(at(S.PLANNED), serving.report, reason="")


# Process 5


def visited(stage: Stage, outcome: str = "baik") -> Outcome:
    if stage.visit is None:
        visit, planned = visiting.first_visit(case_of(stage), ref=stage.visit_ref(), **stage.ours())
        assert visit.ref
        stage.keep(planned)
    refs = {"next_ref": stage.visit_ref(), "alert_ref": stage.alert_ref()}
    return stage.do(visiting.done, EKA, outcome=outcome, risk=None, told={"vstate": "tenang"}, **refs)


@pytest.mark.parametrize("status", [S.ASSIGNED, S.MET, S.CONSENTED, S.ASSESSED])
def test_a_visit_before_the_plan_is_no_monitoring(status: Status) -> None:
    stage = at(status)
    (entry,) = visited(stage).entries
    assert (entry.kind, entry.steps, entry.told["vstate"]) == (EntryKind.MONITORING, (), "tenang")
    assert case_of(stage).status is status
    assert not case_of(stage).handling.done


@pytest.mark.parametrize("status", [S.PLANNED, S.SERVED, S.REVIEWED])
def test_a_visit_is_step_5_2_with_its_note(status: Status) -> None:
    stage = at(status)
    (entry,) = visited(stage).entries
    assert (entry.kind, entry.steps) == (EntryKind.MONITORING, ("5.2",))
    assert case_of(stage).handling.has("5.2")


def test_a_visit_at_which_nobody_was_met_is_a_try_to_find_them() -> None:
    stage = at(S.SERVED)
    (entry,) = visited(stage, "luput").entries
    assert (entry.kind, entry.steps) == (EntryKind.ATTEMPT, ())
    assert not case_of(stage).handling.has("5.2")
    assert [one.how for one in case_of(stage).handling.attempts] == ["visit"]


def test_a_visit_with_a_graver_risk_keeps_both() -> None:
    stage = at(S.SERVED)
    stage.keep(visiting.first_visit(case_of(stage), ref=stage.visit_ref(), **stage.ours())[1])
    refs = {"next_ref": stage.visit_ref(), "alert_ref": stage.alert_ref()}
    stage.do(visiting.done, EKA, outcome="baik", risk="TINGGI", **refs)
    assert case_of(stage).risk == "TINGGI"
    assert case_of(stage).handling.has("5.2")


def test_going_on_begins_a_round_in_which_nothing_is_done_yet() -> None:
    stage = at(S.SERVED, "1.8", "2.1", "4.1", "5.2")
    outcome = do(stage, rounds.go_on)
    handling = case_of(stage).handling
    assert (case_of(stage).status, handling.round) == (S.CONSENTED, 2)
    assert handling.has("1.8")
    assert not any(handling.has(one) for one in ("2.1", "4.1", "5.2", "5.5"))
    assert told_of(outcome, "round-started") == {"Citra"}
    assert handling.consent == SIGNED


def test_nothing_goes_on_without_a_visit() -> None:
    for doing, more in ((rounds.go_on, {}), (rounds.enough, {"carried_out": True, "recovered": True})):
        with pytest.raises(NeedsStep):
            do(at(S.SERVED), doing, **more)


REVIEWS = [
    (1, 0, 10, False),
    (2, 0, 179, False),
    (1, 0, 180, True),
    (1, 1, 200, False),
    (3, 0, 10, True),
    (3, 2, 10, True),
    (3, 3, 10, False),
    (4, 3, 300, True),
]


@pytest.mark.parametrize(("nth", "reviewed", "days", "needed"), REVIEWS)
def test_review_after_the_third_round_or_180_days(nth: int, reviewed: int, days: int, needed: bool) -> None:
    stage = at(S.SERVED, "4.1", "5.2", round=nth, reviewed=reviewed)
    stage.now = NOON + days * DAY
    assert rounds.needs_review(case_of(stage), now=stage.now) == needed
    if needed:
        with pytest.raises(NeedsReview):
            do(stage, rounds.go_on)
        with pytest.raises(NotAllowed):
            do(stage, rounds.review, EKA)
        outcome = do(stage, rounds.review, DEWI)
        assert outcome.entries[0].steps == ()
        assert "round-reviewed" in keys_to(outcome, EKA)
    do(stage, rounds.go_on)
    assert case_of(stage).handling.round == nth + 1


def test_nobody_reviews_their_own_case() -> None:
    stage = at(S.SERVED, "4.1", "5.2", round=3)
    stage.case = replace(case_of(stage), manager=CITRA.id)
    with pytest.raises(NeedsAnother):
        do(stage, rounds.review, CITRA)


@pytest.mark.parametrize(("carried_out", "recovered"), [(True, False), (False, True), (False, False)])
def test_termination_wants_both_the_plan_carried_out_and_recovery(carried_out: bool, recovered: bool) -> None:
    stage = at(S.SERVED, "4.1", "5.2")
    with pytest.raises(NotRecovered):
        do(stage, rounds.enough, carried_out=carried_out, recovered=recovered)
    do(stage, rounds.enough, carried_out=True, recovered=True)
    assert case_of(stage).status is S.REVIEWED


# Process 6


def test_the_last_visit_comes_before_6_1() -> None:
    stage = at(S.ENDING, "5.8")
    with pytest.raises(NeedsStep):
        do(stage, terminating.present)
    stage = at(S.ENDING, "5.2", "5.8")
    with pytest.raises(NeedsStep):
        do(stage, terminating.present, written=stage.written(at=NOON - DAY))
    stage.keep(visiting.first_visit(case_of(stage), ref=stage.visit_ref(), **stage.ours())[1])
    stage.now += 8 * DAY
    with pytest.raises(NeedsStep):
        do(stage, terminating.present)
    visited(stage)
    do(stage, terminating.present)
    assert case_of(stage).handling.has("6.1")


PHOTO = (Attached("photo", "form"),)


def signed(stage: Stage, files: tuple[Attached, ...] = PHOTO, signer: Signer = Signer.VICTIM) -> Outcome:
    return do(stage, terminating.sign_end, written=replace(stage.written(), files=files), signer=signer)


def test_the_form_is_signed_on_paper_and_never_by_the_offender() -> None:
    stage = at(S.ENDING, "5.8", "6.1")
    with pytest.raises(NeedsSignature):
        signed(stage, files=())
    with pytest.raises(NeedsSignature):
        signed(stage, files=(Attached("voice", "x"),))
    with pytest.raises(NeedsSignature):
        signed(stage, signer=Signer.OFFENDER)
    with pytest.raises(NeedsSignature):
        do(stage, closing.close, reason="selesai")
    assert signed(stage).entries[0].steps == ("6.3",)
    outcome = do(stage, closing.close, reason="selesai")
    assert case_of(stage).status is S.CLOSED
    assert outcome.entries[0].steps == ("6.5",)
    assert told_of(outcome, "case-closed") == {"Eka", "Citra"}


def tries(*days_ago_how: tuple[float, str]) -> tuple[Attempt, ...]:
    return tuple(Attempt(NOON - days * DAY, how, EKA.id) for days, how in days_ago_how)


SEARCHES = [
    (tries((3, "phone"), (2, "visit"), (1, "others")), True),
    (tries((29, "visit"), (2, "phone"), (1, "phone")), True),
    (tries((3, "phone"), (2, "phone"), (1, "others")), False),
    (tries((1.1, "phone"), (1, "visit"), (0.1, "phone")), False),
    (tries((3, "phone"), (1, "visit")), False),
    (tries((31, "visit"), (2, "phone"), (1, "others")), False),
    ((), False),
]


@pytest.mark.parametrize(("attempts", "goes"), SEARCHES)
def test_nobody_is_lost_without_a_search(attempts: tuple[Attempt, ...], goes: bool) -> None:
    stage = at(S.SERVED, attempts=attempts)
    assert one_sided.searched(case_of(stage), profile=profile(), now=NOON) == goes
    if goes:
        wish_to_end(stage, ground=Unilateral.LOST)
    else:
        with pytest.raises(NeedsSearch):
            wish_to_end(stage, ground=Unilateral.LOST)


def test_three_tries_written_down_are_proof() -> None:
    stage = at(S.ENDING)
    for how in ("phone", "visit", "others"):
        stage.now += DAY
        do(stage, terminating.attempt, how=how)
    assert not case_of(stage).handling.done
    wish_to_end(stage, ground=Unilateral.LOST)
    with pytest.raises(WrongMoment):
        do(stage, terminating.attempt, how="guess")


def test_what_a_one_sided_end_must_say() -> None:
    for more, refusal in (
        ({"reason": " "}, NeedsReason),
        ({"ground": Unilateral.DEAD}, NeedsReason),
        ({"who": Signer.OFFENDER}, VoidRefusal),
    ):
        with pytest.raises(refusal):
            wish_to_end(at(S.MET), **more)


def test_a_one_sided_end_takes_two() -> None:
    stage = at(S.SERVED)
    with pytest.raises(WrongMoment):
        do(stage, one_sided.agree, DEWI)
    outcome = wish_to_end(stage, CITRA)
    assert told_of(outcome, "one-sided-asked") == {"Dewi"}
    assert keys_to(outcome, CITRA) == ("one-sided-waits",)
    assert "tidak mau lagi" not in repr(outcome.messages)
    with pytest.raises(WrongMoment):
        wish_to_end(stage, EKA)
    with pytest.raises(NeedsAnother):
        do(stage, one_sided.agree, CITRA)
    with pytest.raises(NotAllowed):
        do(stage, one_sided.agree, EKA)
    agreed = do(stage, one_sided.agree, DEWI)
    assert case_of(stage).status is S.ENDING
    assert told_of(agreed, "one-sided-agreed") == {"Citra", "Dewi", "Eka"}
    with pytest.raises(WrongMoment):
        do(stage, terminating.present)
    do(stage, closing.close, reason="menolak didampingi")
    assert case_of(stage).status is S.CLOSED


def test_what_was_not_agreed_goes_on_where_it_stood() -> None:
    stage = at(S.PLANNED)
    wish_to_end(stage)
    denied = do(stage, one_sided.deny, CITRA)
    assert (case_of(stage).status, case_of(stage).handling.one_sided) == (S.PLANNED, None)
    assert "one-sided-denied" in keys_to(denied, EKA)
    wish_to_end(stage)


def test_after_a_death_others_who_are_not_safe_are_an_emergency() -> None:
    stage = at(S.SERVED)
    outcome = wish_to_end(stage, ground=Unilateral.DEAD, others_safe=False)
    assert stage.alert is not None
    assert stage.alert.cause is Cause.UNSAFE_VISIT
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}
    do(stage, one_sided.agree, DEWI)
    with pytest.raises(HelpIsOut):
        do(stage, closing.close, reason="meninggal")


# Closing and reopening


@pytest.mark.parametrize("status", [S.ASSIGNED, S.MET, S.CONSENTED, S.ASSESSED, S.PLANNED, S.SERVED, S.REVIEWED])
def test_nothing_under_way_is_closed_away(status: Status) -> None:
    for by in (EKA, CITRA, DEWI):
        with pytest.raises(Refusal):
            do(at(status), closing.close, by, reason="selesai")


def test_after_refusal_a_lead_closes_it() -> None:
    stage = at(S.REFUSED, consent=Consent(False, Signer.VICTIM, NOON, EKA.id))
    with pytest.raises(NotAllowed):
        do(stage, closing.close, EKA, reason="menolak")
    with pytest.raises(NeedsReason):
        do(stage, closing.close, CITRA, reason=" ")
    outcome = do(stage, closing.close, CITRA, reason="menolak")
    assert case_of(stage).status is S.CLOSED
    assert outcome.entries[0].steps == ("6.5",)


def test_only_what_wants_no_handling_is_closed_before_it() -> None:
    for facts in (CALM, HIGH, RAPED):
        with pytest.raises(MayNotStart):
            do(at(S.CONFIRMED, facts=facts), closing.close, CITRA, reason="informasi")
    stage = at(S.CONFIRMED, facts=Facts())
    do(stage, closing.close, CITRA, reason="informasi")
    assert case_of(stage).status is S.CLOSED


def referral(state: ReferralState, *, received: bool = True) -> Referral:
    received_at = NOON if received else None
    return Referral(ReferralRef("r"), CaseRef("c"), "rsud", "sehat", state, NOON, EKA.id, received_at=received_at)


HANDED = [
    ((), False),
    ((referral(ReferralState.SENT, received=False),), False),
    ((referral(ReferralState.RECEIVED),), False),
    ((referral(ReferralState.DECLINED, received=False),), False),
    ((referral(ReferralState.ENDED, received=False),), False),
    ((referral(ReferralState.ENDED),), True),
    ((referral(ReferralState.ENDED), referral(ReferralState.SENT, received=False)), False),
    ((referral(ReferralState.ENDED), referral(ReferralState.WITHDRAWN, received=False)), True),
]


@pytest.mark.parametrize(("referrals", "goes"), HANDED)
def test_a_referral_does_not_close_a_case(referrals: tuple[Referral, ...], goes: bool) -> None:
    stage = at(S.ENTRUSTED)
    stage.due[Clock.REFERRAL, "r"] = NOON + DAY
    if not goes:
        with pytest.raises(NotReceived):
            do(stage, closing.close, CITRA, reason="selesai di sana", referrals=referrals)
        return
    do(stage, closing.close, CITRA, reason="selesai di sana", referrals=referrals)
    assert (Clock.REFERRAL, "r") not in stage.due


def test_reopened_it_begins_with_1_7_and_asks_for_consent_anew() -> None:
    stage = at(S.SERVED, "1.3", "1.8", "1.10", "2.1")
    shut(stage)
    assert not stage.due
    with pytest.raises(NotAllowed):
        do(stage, reopening.reopen, EKA, reason="terjadi lagi")
    with pytest.raises(NeedsReason):
        do(stage, reopening.reopen, CITRA, reason="")
    outcome = do(stage, reopening.reopen, CITRA, reason="terjadi lagi")
    case = case_of(stage)
    assert (case.status, case.manager, case.closed_at) == (S.CONFIRMED, None, None)
    assert stage.at(Clock.ASSIGNMENT) == NOON + timedelta(minutes=60)
    assert stage.at(Clock.CONTACT) is not None
    handling = case.handling
    assert (handling.round, handling.consent, handling.one_sided, handling.started_at) == (2, None, None, None)
    assert handling.has("1.3")
    assert not any(handling.has(one) for one in ("1.8", "1.10", "2.1"))
    assert len(handling.done) > 4
    former = [b for m in outcome.messages for row in m.buttons for b in row if b.choice == str(int(EKA.id))]
    assert [button.action for button in former] == [Action.ASSIGN]
    assert outcome.events[0].kind is EventKind.CASE_REOPENED


def test_who_has_left_is_not_offered_and_what_was_joined_is_opened_there() -> None:
    stage = at(S.CLOSED)
    stage.change(EKA, active=False)
    outcome = do(stage, reopening.reopen, CITRA, reason="terjadi lagi")
    assert "reopened-former" not in keys_to(outcome, CITRA)
    stage = at(S.CLOSED)
    stage.case = replace(case_of(stage), joined_to=CaseRef("other"))
    with pytest.raises(WrongMoment):
        do(stage, reopening.reopen, CITRA, reason="terjadi lagi")


def test_what_two_decided_is_not_taken_back_by_one_tap() -> None:
    stage = at(S.SERVED)
    wish_to_end(stage)
    for outcome in (do(stage, one_sided.agree, CITRA), do(stage, closing.close, reason="menolak")):
        assert outcome.entries[0].left == ""
    assert do(stage, reopening.reopen, CITRA, reason="terjadi lagi").entries[0].left == ""


def test_closing_ends_the_visit_that_was_planned() -> None:
    stage = at(S.SERVED)
    visited(stage)
    visit = stage.visit
    assert visit is not None
    shut(stage)
    assert stage.visits[visit.ref].state is VisitState.CANCELLED


def test_nothing_is_written_of_what_is_still_to_come() -> None:
    stage = at(S.PLANNED)
    later: Written = stage.written(at=NOON + DAY)
    with pytest.raises(WrongMoment):
        do(stage, serving.serve, written=later, accepted=True, with_result=True)
