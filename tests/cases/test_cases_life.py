"""Whatever people press, whoever disappears and however time passes: nobody in danger is left without a next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cases import assignment, closing, contact, duty, rulings, visiting
from cases.alert import LADDER_OF, AlertState, Cause
from cases.case import Case, Status
from cases.contact import Contact
from cases.ladder import drop
from cases.moves import UNCONFIRMED
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import Refusal
from cases.staff import Staff
from cases.visit import VisitState
from tests.cases.stage import CALM, CITRA, DANGER, EKA, HIGH, MEDIUM, RAPED, UNIT, Stage, profile

people = st.sampled_from(UNIT)
facts = st.sampled_from((CALM, MEDIUM, HIGH, DANGER, RAPED))
risks = st.sampled_from(("RENDAH", "SEDANG", "TINGGI"))


class Life(RuleBasedStateMachine):
    """One case, seven people, and everything that can be done to it."""

    @initialize(
        facts=facts,
        cause=st.sampled_from((Cause.TRIAGE, Cause.DECLARED, Cause.REPORT, Cause.UNFINISHED)),
        settled=st.booleans(),
    )
    def opened(self, facts: Any, cause: Cause, settled: bool) -> None:
        self.stage = Stage()
        self.cleared: set[str] = set()
        self.safe: set[str] = set()
        self.stage.open(facts, cause)
        if settled:
            self.stage.do(rulings.confirm, CITRA)
            self.stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=self.stage.visit_ref())

    @property
    def case(self) -> Case:
        assert self.stage.case is not None
        return self.stage.case

    def attempt(self, doing: Callable[..., Outcome], by: Staff, **more: Any) -> bool:
        """Somebody tries; a refusal changes nothing."""
        if not self.stage.who(by).active:
            return False
        try:
            self.stage.do(doing, by, **more)
        except Refusal:
            return False
        return True

    @precondition(lambda self: self.stage.alert)
    @rule(by=people)
    def taken(self, by: Staff) -> None:
        alert = self.stage.alert
        held = alert.taken_by if alert.state is AlertState.TAKEN else None
        if self.attempt(duty.take, by):
            assert held in (None, by.id), "nobody takes what a colleague holds"

    @precondition(lambda self: self.stage.alert)
    @rule(by=people, doing=st.sampled_from((duty.decline, duty.keep, duty.give_back)))
    def answered(self, by: Staff, doing: Callable[..., Outcome]) -> None:
        self.attempt(doing, by)

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(doing=st.sampled_from((duty.keep, duty.give_back)))
    def answered_by_holder(self, doing: Callable[..., Outcome]) -> None:
        self.attempt(doing, self.stage.people[self.stage.alert.taken_by])

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(safe=st.sampled_from((True, False, None)))
    def went_out(self, safe: bool | None) -> None:
        ref, by = self.stage.alert.ref, self.stage.people[self.stage.alert.taken_by]
        if self.attempt(duty.record_outreach, by, told={"how": "datang"}, safe=safe) and safe:
            self.safe.add(ref)

    @rule(by=people, risk=risks, emergency=st.booleans(), reason=st.sampled_from(("", "sudah aman")))
    def judged(self, by: Staff, risk: str, emergency: bool, reason: str) -> None:
        ref = self.stage.alert_ref()
        self.attempt(rulings.rule, by, risk=risk, emergency=emergency, reason=reason, alert_ref=ref)

    @precondition(lambda self: self.case.lowering)
    @rule(by=people, yes=st.booleans())
    def seconded(self, by: Staff, yes: bool) -> None:
        wish, alert, before = self.case.lowering, self.stage.alert, self.case
        if self.attempt(rulings.agree if yes else rulings.disagree, by) and yes:
            assert wish.by != by.id
            assert wish.reason
            if alert is not None and before.emergency and not wish.emergency:
                self.cleared.add(alert.ref)

    @precondition(lambda self: self.case.status in UNCONFIRMED)
    @rule(by=people)
    def confirmed(self, by: Staff) -> None:
        self.attempt(rulings.confirm, by)

    @precondition(lambda self: self.case.confirmed_at and self.case.is_open)
    @rule(by=people, manager=people)
    def assigned(self, by: Staff, manager: Staff) -> None:
        manager = self.stage.who(manager)
        self.attempt(assignment.assign, by, manager=manager, visit_ref=self.stage.visit_ref())

    @precondition(lambda self: self.case.is_open)
    @rule(by=people, how=st.sampled_from(Contact))
    def contacted(self, by: Staff, how: Contact) -> None:
        self.attempt(contact.record, by, how=how)

    @precondition(lambda self: self.stage.visit)
    @rule(risk=st.none() | risks, by=st.none() | people)
    def visited(self, risk: str | None, by: Staff | None) -> None:
        refs = {"next_ref": self.stage.visit_ref(), "alert_ref": self.stage.alert_ref()}
        self.attempt(visiting.done, by or self.manager, outcome="baik", risk=risk, **refs)

    @precondition(lambda self: self.stage.visit)
    @rule(days=st.integers(-2, 40))
    def postponed(self, days: int) -> None:
        to = profile().local(self.stage.now).date() + timedelta(days=days)
        self.attempt(visiting.postpone, self.manager, reason="hujan", to=to)

    @precondition(lambda self: self.stage.visit)
    @rule()
    def not_safe(self) -> None:
        self.attempt(visiting.unsafe, self.manager, alert_ref=self.stage.alert_ref())

    @property
    def manager(self) -> Staff:
        return self.stage.people[self.case.manager]

    @precondition(lambda self: self.case.is_open)
    @rule(facts=facts, cause=st.sampled_from((None, None, Cause.WORDS, Cause.DECLARED)))
    def learnt(self, facts: Any, cause: Cause | None) -> None:
        self.stage.learn(facts, cause, declared=cause is Cause.DECLARED)

    @precondition(lambda self: self.case.confirmed_at and len(self.stage.history) % 3 == 0)
    @rule(by=people)
    def closed(self, by: Staff) -> None:
        helping = self.stage.alert is not None and self.stage.alert.needs_outreach
        if self.attempt(closing.close, by, reason="tuntas"):
            assert not helping, "an emergency can't be closed away"

    @rule(who=people, on=st.booleans())
    def switched_duty(self, who: Staff, on: bool) -> None:
        self.stage.change(who, on_duty=on)

    @rule(who=people, there=st.booleans())
    def blocked_or_back(self, who: Staff, there: bool) -> None:
        """A call that can't be brought is given up at once, as the dispatcher does."""
        self.stage.change(who, reachable=there)
        alert = self.stage.alert
        if alert is not None and not there and who.id in alert.awaited:
            gone = drop(self.stage.scene, who=who.id, declined=False, profile=profile(), now=self.stage.now)
            self.stage.keep(gone)

    @precondition(lambda self: len(self.stage.history) % 5 == 0)
    @rule(who=people)
    def left_the_unit(self, who: Staff) -> None:
        self.stage.change(who, active=False, on_duty=False)

    @rule(minutes=st.sampled_from((1, 4, 11, 45, 75, 600)))
    def time_passed(self, minutes: int) -> None:
        self.stage.wait(minutes=minutes)

    @rule(hours=st.sampled_from((1, 30, 200)))
    def slept_through(self, hours: int) -> None:
        """The scheduler was down: each clock rings once."""
        waiting, before = len(self.stage.due), self.stage.rung
        self.stage.wait(hours=hours, late=True)
        assert self.stage.rung - before <= waiting

    @invariant()
    def alerts_have_a_next_step(self) -> None:
        stage, now = self.stage, self.stage.now
        for alert in stage.alerts.values():
            ladder = profile().ladders[LADDER_OF[alert.cause]]
            climbs, silence = stage.due.get((Clock.LADDER, alert.ref)), stage.due.get((Clock.SILENCE, alert.ref))
            outreach = stage.due.get((Clock.OUTREACH, alert.ref))
            if alert.state is AlertState.OPEN:
                longest = max(ladder.wait_after(step) for step in range(len(ladder.rungs) + 1))
                assert climbs is not None
                assert climbs <= now + (
                    longest if alert.awaited or alert.declined or alert.told else timedelta(minutes=1)
                )
            assert (climbs is not None) == (alert.state is AlertState.OPEN)
            assert (silence is not None) == (alert.state is AlertState.TAKEN)
            assert silence is None or silence <= now + timedelta(minutes=profile().silent_minutes)
            assert (outreach is not None) == (alert.calls_for_help and alert.outreach_at is None)
        assert sum(alert.is_open for alert in stage.alerts.values()) <= 1

    @invariant()
    def an_emergency_only_ends_with_help_or_two_officers(self) -> None:
        for alert in self.stage.alerts.values():
            if alert.needs_outreach and not alert.is_open:
                assert alert.ref in self.safe | self.cleared

    @invariant()
    def the_case_has_its_clocks(self) -> None:
        case, stage = self.case, self.stage
        waits = {clock for clock, subject in stage.due if subject == case.ref}
        assert (Clock.CONFIRMATION in waits) == (case.status in UNCONFIRMED)
        assert (Clock.ASSIGNMENT in waits) == (case.status is Status.CONFIRMED)
        assert (Clock.CONTACT in waits) == (case.is_open and case.contacted_at is None)
        assert case.is_open or not stage.due, "nothing of a closed case rings"
        planned = [visit for visit in stage.visits.values() if visit.state is VisitState.PLANNED]
        assert len(planned) == (case.status is Status.ASSIGNED)
        rings = {subject for clock, subject in stage.due if clock is Clock.VISIT}
        assert rings == {visit.ref for visit in planned}

    @invariant()
    def a_call_reaches_somebody_while_somebody_is_there(self) -> None:
        """Each call goes to people, or the leads are told that nobody can be reached."""
        calls = [told for kind, told in self.stage.history if kind is EventKind.ALERT_CALLED]
        assert calls[0]["called"] or any(m.phrase.key == "alert-nobody" for m in self.stage.said)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
