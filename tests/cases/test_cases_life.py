"""Whatever people press, whoever disappears and however time passes: nobody in danger is left without a next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cases import (
    assignment,
    closing,
    contact,
    crisis,
    duty,
    ending,
    offering,
    one_sided,
    outing,
    protection,
    reopening,
    rulings,
    visiting,
)
from cases.alert import LADDER_OF, Alert, AlertState, Cause
from cases.case import HANDLED, Case, Contact, Status
from cases.clocks import by_day
from cases.handling import Unilateral
from cases.moves import UNCONFIRMED
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import Refusal
from cases.remote import is_protected, silence_of
from cases.staff import Staff
from cases.visit import VisitState
from cases.watching import subject
from tests.cases.stage import CALM, CITRA, DANGER, EKA, HIGH, MEDIUM, RAPED, UNIT, Stage, in_pairs, profile

people = st.sampled_from(UNIT)
facts = st.sampled_from((CALM, MEDIUM, HIGH, DANGER, RAPED))
risks = st.sampled_from(("RENDAH", "SEDANG", "TINGGI"))


def by_day_if_visit(alert: Alert, moment: datetime) -> datetime:
    return by_day(moment, profile()) if alert.cause is Cause.MISSED_VISIT else moment


class Life(RuleBasedStateMachine):
    """One case, seven people, and everything that can be done to it."""

    @initialize(
        takers=st.sampled_from((1, 2, 3)),
        facts=facts,
        cause=st.sampled_from((Cause.TRIAGE, Cause.DECLARED, Cause.REPORT, Cause.UNFINISHED)),
        settled=st.booleans(),
    )
    def opened(self, takers: int, facts: Any, cause: Cause, settled: bool) -> None:
        self.stage = Stage(profile=in_pairs(takers=takers, minutes=3))
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
        """Somebody tries; a refusal changes nothing. Who presses can be reached, as the desk knows."""
        if not self.stage.who(by).active:
            return False
        self.stage.change(by, reachable=True)
        try:
            self.stage.do(doing, by, **more)
        except Refusal:
            return False
        return True

    @precondition(lambda self: self.stage.alert)
    @rule(by=people)
    def taken(self, by: Staff) -> None:
        alert = self.stage.alert
        if self.attempt(duty.take, by):
            assert alert.is_short, "nobody takes what enough colleagues have"

    @precondition(lambda self: self.stage.alert)
    @rule(by=people, doing=st.sampled_from((duty.decline, duty.keep, duty.give_back)))
    def answered(self, by: Staff, doing: Callable[..., Outcome]) -> None:
        self.attempt(doing, by)

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(doing=st.sampled_from((duty.keep, duty.give_back)))
    def answered_by_holder(self, doing: Callable[..., Outcome]) -> None:
        self.attempt(doing, self.stage.people[self.stage.alert.taken_by])

    @precondition(lambda self: self.stage.alert and self.stage.alert.companions)
    @rule()
    def companion_gave_back(self) -> None:
        self.attempt(duty.give_back, self.stage.people[self.stage.alert.companions[-1]])

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(to=people)
    def offered(self, to: Staff) -> None:
        self.attempt(offering.offer, self.stage.people[self.stage.alert.taken_by], to=self.stage.who(to))

    @precondition(lambda self: self.stage.alert and self.stage.alert.offered_to)
    @rule(yes=st.booleans(), other=st.none() | people)
    def answered_offer(self, yes: bool, other: Staff | None) -> None:
        before, by = self.stage.alert, other or self.stage.people[self.stage.alert.offered_to]
        if self.attempt(offering.accept if yes else offering.refuse, by):
            assert before.offered_to == by.id
            assert self.stage.alerts[before.ref].taken_by == (by.id if yes else before.taken_by)

    @precondition(lambda self: self.stage.alert)
    @rule(by=people, reason=st.sampled_from(("", "salah", "sudah dijemput keluarga")))
    def wanted_to_end(self, by: Staff, reason: str) -> None:
        self.attempt(ending.ask_to_end, by, reason=reason)

    @precondition(lambda self: self.stage.alert and self.stage.alert.ending)
    @rule(by=people, yes=st.booleans())
    def seconded_ending(self, by: Staff, yes: bool) -> None:
        alert = self.stage.alert
        if self.attempt(ending.agree if yes else ending.disagree, by) and yes:
            assert alert.ending.by != by.id
            self.cleared.add(alert.ref)

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(safe=st.sampled_from((True, False, None)))
    def went_out(self, safe: bool | None) -> None:
        ref, by = self.stage.alert.ref, self.stage.people[self.stage.alert.taken_by]
        if self.attempt(duty.record_outreach, by, told={"how": "datang"}, safe=safe) and safe:
            self.safe.add(ref)

    @precondition(lambda self: self.stage.alerts)
    @rule(by=people, who=people, doing=st.sampled_from((outing.leave, outing.need_help, outing.safe, outing.back)))
    def out_there(self, by: Staff, who: Staff, doing: Callable[..., Outcome]) -> None:
        more = {} if doing in (outing.leave, outing.need_help) else {"who": who.id}
        self.of_the_newest(doing, by, **more)

    @precondition(lambda self: self.stage.alert and self.stage.alert.taken_by)
    @rule(other=st.none() | people, safe=st.booleans(), days=st.integers(0, 4), steps=st.sampled_from(("5", "-5")))
    def out_there_with_help(self, other: Staff | None, safe: bool, days: int, steps: str) -> None:
        by = other or self.stage.people[self.stage.alert.taken_by]
        self.attempt(outing.leave, by)
        self.attempt(crisis.press, by, choice=steps)
        self.attempt(protection.protect, by, told={}, safe=safe, eta=self.stage.now + timedelta(days=days))

    def of_the_newest(self, doing: Callable[..., Outcome], by: Staff, **more: Any) -> None:
        """Something about the newest alert, whether it has ended or not."""
        stage, alert = self.stage, next(reversed(self.stage.alerts.values()))
        if not stage.who(by).active:
            return
        try:
            stage.keep(doing(replace(stage.scene, alert=alert, actor=by), by=stage.who(by), **stage.ours(), **more))
        except Refusal:
            return

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
        ways, before = self.case.handling, self.case.status
        if self.attempt(closing.close, by, written=self.stage.written(), reason="tuntas"):
            assert not helping, "an emergency can't be closed away"
            assert ways.one_sided or before is Status.CONFIRMED, "nothing is closed in one tap"
            assert ways.one_sided is None or ways.one_sided.agreed_by != ways.one_sided.asked_by

    @precondition(lambda self: self.case.status in HANDLED)
    @rule(
        by=people,
        ground=st.sampled_from(Unilateral),
        others=st.none() | st.booleans(),
        reason=st.sampled_from(("", "x")),
    )
    def asked_to_end_it(self, by: Staff, ground: Unilateral, others: bool | None, reason: str) -> None:
        told = {"ground": ground, "others_safe": others, "reason": reason, "alert_ref": self.stage.alert_ref()}
        if self.attempt(one_sided.ask, by, written=self.stage.written(), **told):
            assert ground is not Unilateral.LOST, "nobody has searched"
            assert reason

    @precondition(lambda self: self.case.handling.one_sided)
    @rule(by=people, yes=st.booleans())
    def seconded_the_end(self, by: Staff, yes: bool) -> None:
        self.attempt(one_sided.agree if yes else one_sided.deny, by, written=self.stage.written())

    @precondition(lambda self: not self.case.is_open)
    @rule(by=people)
    def reopened(self, by: Staff) -> None:
        if self.attempt(reopening.reopen, by, written=self.stage.written(), reason="kekerasan terjadi lagi"):
            assert self.case.manager is None
            assert self.case.handling.consent is None

    @rule(who=people, on=st.booleans())
    def switched_duty(self, who: Staff, on: bool) -> None:
        self.stage.change(who, on_duty=on)

    @rule(who=people, there=st.booleans())
    def blocked_or_back(self, who: Staff, there: bool) -> None:
        """Nothing waits for somebody who can't be reached, as the dispatcher sees to."""
        if there:
            self.stage.change(who, reachable=True)
        else:
            self.stage.lose(who)

    @precondition(lambda self: len(self.stage.history) % 5 == 0)
    @rule(who=people)
    def left_the_unit(self, who: Staff) -> None:
        self.stage.lose(who, left=True)

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
            ladder = stage.profile.ladders[LADDER_OF[alert.cause]]
            climbs, silence = stage.due.get((Clock.LADDER, alert.ref)), stage.due.get((Clock.SILENCE, alert.ref))
            outreach = stage.due.get((Clock.OUTREACH, alert.ref))
            if alert.is_short:
                longest = max(ladder.wait_after(step) for step in range(len(ladder.rungs) + 1))
                assert climbs is not None
                longest = longest if alert.awaited or alert.declined or alert.told else timedelta(minutes=1)
                assert climbs <= by_day_if_visit(alert, now + longest)
            assert (climbs is not None) == alert.is_short
            assert (silence is not None) == (alert.state is AlertState.TAKEN)
            patience = timedelta(days=2) if alert.cause is Cause.MISSED_VISIT else silence_of(alert, stage.profile)
            assert silence is None or silence <= now + patience
            assert (Clock.OFFER, alert.ref) not in stage.due or alert.offered_to is not None
            assert alert.is_open or not [due for due in stage.due if due[1] == alert.ref], "an ended alert rings"
            helped = alert.outreach_at or alert.protected_at
            assert (outreach is not None) == (alert.calls_for_help and not helped)
            arrival = stage.due.get((Clock.ARRIVAL, alert.ref))
            assert arrival is not None or not (alert.is_open and is_protected(alert)), "nobody asks whether they came"
        calls = [alert for alert in stage.alerts.values() if alert.is_open and alert.cause is not Cause.MISSED_VISIT]
        assert len(calls) <= 1
        missed = [alert for alert in stage.alerts.values() if alert.is_open and alert.cause is Cause.MISSED_VISIT]
        assert len(missed) <= (stage.visit is not None), "a call for a visit ends with the visit"

    @invariant()
    def who_has_an_alert_is_there(self) -> None:
        for alert in self.stage.alerts.values():
            assert (alert.state is AlertState.TAKEN) <= (alert.taken_by is not None)
            assert len(set(alert.takers)) == len(alert.takers) <= alert.wanted, "nobody has it twice"
            if alert.is_open:
                people = [self.stage.people[id] for id in (*alert.takers, *filter(None, [alert.offered_to]))]
                assert all(person.active and person.reachable for person in people)
                assert alert.offered_to is None or alert.taken_by is not None
                assert not set(alert.takers) & set(alert.awaited)

    @invariant()
    def an_emergency_only_ends_with_help_or_two_officers(self) -> None:
        for alert in self.stage.alerts.values():
            if alert.needs_outreach and not alert.is_open:
                assert alert.ref in self.safe | self.cleared

    @invariant()
    def whoever_is_out_is_asked(self) -> None:
        """And nobody else; an outing outlives the alert, the case, and whatever the others do."""
        stage = self.stage
        out = {subject(a.ref, one.who) for a in stage.alerts.values() for one in a.outings}
        rings = {of: at for (clock, of), at in stage.due.items() if clock is Clock.SAFETY}
        assert rings.keys() == out
        assert all(at <= stage.now + timedelta(minutes=profile().safety_minutes) for at in rings.values())

    @invariant()
    def the_case_has_its_clocks(self) -> None:
        case, stage = self.case, self.stage
        waits = {clock for clock, subject in stage.due if subject == case.ref}
        assert (Clock.CONFIRMATION in waits) == (case.status in UNCONFIRMED)
        assert (Clock.ASSIGNMENT in waits) == (case.status is Status.CONFIRMED)
        assert (Clock.CONTACT in waits) == (case.is_open and case.contacted_at is None)
        assert case.is_open or {clock for clock, _ in stage.due} <= {Clock.SAFETY}, "nothing of a closed case rings"
        planned = [visit for visit in stage.visits.values() if visit.state is VisitState.PLANNED]
        wish = case.handling.one_sided
        # Whoever is lost, dead or wants no more of it is visited no more once two have agreed.
        ended = wish is not None and wish.agreed_by is not None
        assert len(planned) == (case.status in HANDLED and not ended)
        rings = {subject for clock, subject in stage.due if clock is Clock.VISIT}
        assert rings == {visit.ref for visit in planned}

    @invariant()
    def a_call_reaches_somebody_while_somebody_is_there(self) -> None:
        """Each call goes to people, or the leads are told that nobody can be reached."""
        calls = [told for kind, told in self.stage.history if kind is EventKind.ALERT_CALLED]
        assert calls[0]["called"] or any(m.phrase.key == "alert-nobody" for m in self.stage.said)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
