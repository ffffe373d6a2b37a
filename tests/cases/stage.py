"""One case on a small stage: a roster, what stands recorded, and a clock that is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from bot.profiles import read_profile
from bot.words import render
from cases import (
    assignment,
    closing,
    contact,
    deciding,
    duty,
    offering,
    one_sided,
    outing,
    police,
    protection,
    rulings,
    stepping,
    visiting,
    watching,
    wishes,
)
from cases.absence import without
from cases.advancing import Written
from cases.alert import Alert, AlertRef, AlertState, Cause
from cases.case import HANDLED, Case, CaseNumber, CaseRef, Status
from cases.deadlines import read_subject
from cases.entry import EntryKind, EntryRef
from cases.handling import Signer, Unilateral
from cases.ladder import climb
from cases.messages import ChatId, Message
from cases.notices import Scene
from cases.outcome import Clock, EventKind, Outcome, Page
from cases.paging import page_rang
from cases.phrases import Phrase
from cases.profile import Profile
from cases.reports import Told, learn, open_case
from cases.staff import Role, Roster, Staff, StaffId
from cases.visit import Visit, VisitRef, VisitState
from triage.decision import decide
from triage.facts import Facts, Offender, Victim

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Luwu Utara
CHAT = 1000
REPORTER = ChatId(7)


@cache
def profile() -> Profile:
    return read_profile("luwu_utara").profile


def staff(id: int, role: Role, name: str, **more: Any) -> Staff:
    return Staff(StaffId(id), ChatId(CHAT + id), name, role, **more)


ANI = staff(1, Role.DUTY_OFFICER, "Ani", on_duty=True)
BUDI = staff(2, Role.DUTY_OFFICER, "Budi", on_duty=True)
CITRA = staff(3, Role.COORDINATOR, "Citra")
DEWI = staff(4, Role.HEAD, "Dewi")
EKA = staff(5, Role.CASE_MANAGER, "Eka")
FAJAR = staff(6, Role.CASE_MANAGER, "Fajar")
GITA = staff(7, Role.ADMIN, "Gita")
UNIT = (ANI, BUDI, CITRA, DEWI, EKA, FAJAR, GITA)

NOTHING_BAD = Facts(**{truth.name: False for truth in fields(Facts) if truth.type == bool | None})
CALM = replace(
    NOTHING_BAD,
    is_report=True,
    victims=(Victim(age=30, sex="P"),),
    offender=Offender(age=35, access="tidak", official=False, same_household=False),
    violence=("psikis",),
    safe_now=True,
    suicidal="tidak",
    loc_victim="73.22",
    patbm_active=True,
    village_ok=True,
)
MEDIUM = replace(CALM, threats=True)
HIGH = replace(CALM, strangulation=True)
DANGER = replace(HIGH, ongoing_now=True, safe_now=False)
RAPED = replace(CALM, violence=("seksual",), sexual_contact=True, recent=True, hours_since=60)


def told(facts: Facts, *, declared: bool = False) -> Told:
    return Told(answers={}, facts=facts, decision=decide(facts), kecamatan="Masamba", declared=declared)


_seen: set[Any] = set()


def _shape(value: Any) -> Any:
    if isinstance(value, Phrase):
        return (value.key, tuple(sorted((name, _shape(arg)) for name, arg in value.args.items())))
    if isinstance(value, tuple):
        return ("list", *(_shape(part) for part in value))
    return type(value).__name__


def check_words(message: Message, now: datetime) -> None:
    """Every phrase of it has a text in both languages, and is given all that its text wants."""
    for phrase in (message.phrase, *(button.label for row in message.buttons for button in row)):
        shape = str(_shape(phrase))
        if shape not in _seen:
            for language in ("id", "en"):
                assert render(phrase, language=language, zone=profile().zone, now=now)
            _seen.add(shape)


def in_pairs(*, takers: int = 2, minutes: float = 0.5) -> Profile:
    """The profile with an emergency ladder that wants several, in steps of half a minute."""
    before = profile().ladders["emergency"]
    rungs = tuple(replace(rung, after_minutes=nth * minutes) for nth, rung in enumerate(before.rungs))
    ladder = replace(before, rungs=rungs, repeat_minutes=minutes, takers=takers)
    return replace(profile(), ladders={**profile().ladders, "emergency": ladder})


@dataclass
class Stage:
    """What storage would hold of one case, and the reminders that wait."""

    people: dict[int, Staff] = field(default_factory=lambda: {int(p.id): p for p in UNIT})
    now: datetime = NOON
    case: Case | None = None
    alerts: dict[str, Alert] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    due: dict[tuple[Clock, str], datetime] = field(default_factory=dict)
    said: list[Message] = field(default_factory=list)
    paged: list[Page] = field(default_factory=list)
    history: list[tuple[EventKind, dict[str, Any]]] = field(default_factory=list)
    assignment_opened_at: datetime = NOON
    rung: int = 0
    counter: int = 0
    profile: Profile = field(default_factory=profile)

    def open(self, facts: Facts = DANGER, cause: Cause = Cause.TRIAGE, **more: Any) -> Outcome:
        _, outcome = open_case(
            told(facts, **more),
            ref=CaseRef("c"),
            alert_ref=self.alert_ref(),
            number=CaseNumber("LU-2026-0001"),
            reporter=REPORTER,
            cause=cause,
            roster=self.roster,
            profile=self.profile,
            now=self.now,
        )
        return self.keep(outcome)

    def learn(self, facts: Facts, cause: Cause | None = None, **more: Any) -> Outcome:
        _, outcome = learn(
            self.scene, told(facts, **more), cause=cause, alert_ref=self.alert_ref(), news=(), **self.ours()
        )
        return self.keep(outcome)

    @property
    def roster(self) -> Roster:
        return Roster(tuple(self.people.values()))

    def alert_ref(self) -> AlertRef:
        self.counter += 1
        return AlertRef(f"a{self.counter}")

    def written(self, kind: EntryKind = EntryKind.NOTE, at: datetime | None = None, **told: Any) -> Written:
        """What somebody wrote down just now, or about an earlier moment."""
        self.counter += 1
        return Written(EntryRef(f"e{self.counter}"), kind, at or self.now, told)

    def visit_ref(self) -> VisitRef:
        self.counter += 1
        return VisitRef(f"v{self.counter}")

    def ours(self) -> dict[str, Any]:
        return {"profile": self.profile, "now": self.now}

    def change(self, who: Staff, **more: Any) -> None:
        self.people[int(who.id)] = replace(self.people[int(who.id)], **more)

    def who(self, person: Staff) -> Staff:
        return self.people[int(person.id)]

    @property
    def alert(self) -> Alert | None:
        """The open alert, as storage finds it: one that needs outreach first."""
        alerts = sorted((a for a in self.alerts.values() if a.is_open), key=lambda a: not a.needs_outreach)
        return alerts[0] if alerts else None

    @property
    def missed(self) -> Alert | None:
        """The open alert for a visit that was missed."""
        return next((a for a in self.alerts.values() if a.is_open and a.cause is Cause.MISSED_VISIT), None)

    @property
    def visit(self) -> Visit | None:
        return next((v for v in reversed(self.visits.values()) if v.state is VisitState.PLANNED), None)

    @property
    def scene(self) -> Scene:
        assert self.case is not None
        return Scene(case=self.case, roster=self.roster, alert=self.alert, missed=self.missed, visit=self.visit)

    def scene_of(self, ref: str) -> Scene:
        """The scene of an alert, open or not."""
        return replace(self.scene, alert=self.alerts[ref])

    def do(self, doing: Callable[..., Outcome], by: Staff | None, **more: Any) -> Outcome:
        """Somebody does something; what follows from it is kept."""
        scene = replace(self.scene, actor=by)
        given = {"profile": self.profile} if "profile" in doing.__annotations__ else {}
        return self.keep(doing(scene, by=self.who(by) if by else None, now=self.now, **given, **more))

    def keep(self, outcome: Outcome) -> Outcome:
        """Record it as storage does: the last value of a thing wins, and none may be of another version."""
        for things, stored in ((outcome.alerts, self.alerts), (outcome.visits, self.visits)):
            for thing in things:
                assert thing.version == (stored[thing.ref].version if thing.ref in stored else 0)
            for thing in {thing.ref: thing for thing in things}.values():
                stored[thing.ref] = replace(thing, version=thing.version + 1)
        for case in outcome.cases:
            assert case.version == (self.case.version if self.case else 0)
        if outcome.cases:
            self.case = replace(outcome.cases[-1], version=outcome.cases[-1].version + 1)
        for reminder in outcome.reminders:
            self.due.pop((reminder.clock, reminder.subject), None)
            if reminder.due_at is not None:
                self.due[reminder.clock, reminder.subject] = reminder.due_at
        for event in outcome.events:
            self.history.append((event.kind, dict(event.told)))
            if event.kind is EventKind.ASSIGNMENT_OPENED:
                self.assignment_opened_at = event.at
        self._check_messages(outcome)
        self.said.extend(outcome.messages)
        self.paged.extend(outcome.pages)
        return outcome

    def _check_messages(self, outcome: Outcome) -> None:
        left = {p.chat for p in self.people.values() if not p.active}
        # Several cards may be put right at once; nothing else comes twice.
        heard = [(m.to, m.phrase.key, m.slot if m.replaces else "") for m in outcome.messages]
        assert len(heard) == len(set(heard)), f"told twice: {heard}"
        for message in outcome.messages:
            assert message.to not in left, "a message to a person who left"
            check_words(message, self.now)

    def lose(self, who: Staff, *, left: bool = False) -> Outcome:
        """Telegram says that somebody can't be written to, or they leave: nothing waits for them any more."""
        self.change(who, **({"active": False, "on_duty": False} if left else {"reachable": False}))
        outcome = Outcome()
        for alert in tuple(a for a in self.alerts.values() if a.is_open):
            outcome += without(replace(self.scene, alert=alert), who=who.id, **self.ours())
        return self.keep(outcome)

    def ring(self, clock: Clock, subject: str) -> Outcome:
        """One reminder is due and taken off; its outcome says when to look again, and that is later."""
        self.rung += 1
        due_at = self.due.pop((clock, subject), self.now)
        outcome = self._rung(clock, subject, due_at)
        assert self.due.get((clock, subject), self.now + timedelta(1)) > self.now, "it would ring for ever"
        return outcome

    def _rung(self, clock: Clock, subject: str, due_at: datetime) -> Outcome:
        scene, given = self.scene, self.ours()
        alert, visit = self.alerts.get(subject), self.visits.get(subject)
        if clock in (Clock.LADDER, Clock.OUTREACH, Clock.SILENCE, Clock.OFFER, Clock.PAGE):
            assert alert is not None
            if alert.state is AlertState.ENDED:
                return Outcome()
            here = replace(scene, alert=alert, visit=None)
            if clock is Clock.LADDER:
                return self.keep(climb(here, due_at=due_at, **given)[1])
            if clock is Clock.PAGE:
                return self.keep(page_rang(here, **given))
            if clock is Clock.OFFER:
                return self.keep(offering.unanswered(here, **given))
            return self.keep((duty.silent if clock is Clock.SILENCE else duty.outreach_rang)(here, **given))
        if clock is Clock.SAFETY:
            ref, who = watching.read_subject(subject)
            return self.keep(outing.rang(replace(scene, alert=self.alerts[ref], visit=None), who=who, **given))
        if clock is Clock.ARRIVAL:
            return self.keep(protection.arrival_rang(replace(scene, alert=alert, visit=None), **given))
        if clock is Clock.VISIT:
            return self.keep(
                visiting.rang(replace(scene, alert=None, visit=visit), alert_ref=self.alert_ref(), **given)
            )
        here = replace(scene, visit=None)
        if clock is Clock.POLICE:
            return self.keep(police.rang(here, **given))
        if not scene.case.is_open:
            return Outcome()
        if clock is Clock.STEP:
            return self.keep(stepping.rang(here, step=read_subject(subject)[1], **given))
        if clock is Clock.WISH:
            return self.keep(deciding.rang(here, wishes.Wish(read_subject(subject)[1]), **given))
        if clock is Clock.ASSIGNMENT:
            return self.keep(assignment.rang(here, opened_at=self.assignment_opened_at, **given))
        ringing = contact.rang if clock is Clock.CONTACT else rulings.confirmation_rang
        return self.keep(ringing(here, **given))

    def sweep(self) -> None:
        """All that is due rings once, the oldest first."""
        ready = sorted((at, clock, subject) for (clock, subject), at in self.due.items() if at <= self.now)
        for _, clock, subject in ready:
            if self.due.get((clock, subject), self.now + timedelta(1)) <= self.now:
                self.ring(clock, subject)

    def wait(self, *, late: bool = False, **time: float) -> tuple[Message, ...]:
        """Time passes, with a scheduler that is on time or, `late`, wakes only at the end; what was said meanwhile."""
        before, until = len(self.said), self.now + timedelta(**time)
        while not late and self.due and min(self.due.values()) <= until:
            self.now = max(self.now, min(self.due.values()))
            self.sweep()
        self.now = until
        self.sweep()
        return tuple(self.said[before:])

    def at(self, clock: Clock) -> datetime | None:
        """When that clock rings next."""
        return next((at for (of, _), at in self.due.items() if of is clock), None)


def keys_to(messages: Outcome | tuple[Message, ...], person: Staff) -> tuple[str, ...]:
    """The phrases that somebody is told."""
    every = messages.messages if isinstance(messages, Outcome) else messages
    return tuple(message.phrase.key for message in every if message.to == person.chat)


def told_of(messages: Outcome | tuple[Message, ...], key: str) -> set[str]:
    """Who is told that phrase, by name."""
    every = messages.messages if isinstance(messages, Outcome) else messages
    return {p.name for p in UNIT for message in every if message.to == p.chat and message.phrase.key == key}


def wish_to_end(stage: Stage, by: Staff = EKA, **more: Any) -> Outcome:
    """The victim wants no more of it: somebody asks to end without a signature (6.4)."""
    wish = {"ground": Unilateral.REFUSES, "reason": "tidak mau lagi", "who": Signer.VICTIM, **more}
    return stage.do(one_sided.ask, by, written=stage.written(), alert_ref=stage.alert_ref(), **wish)


def shut(stage: Stage, reason: str = "selesai") -> Outcome:
    """The case is closed on the shortest way that the book has: two people agree that the victim refuses (6.4)."""
    assert stage.case is not None
    if stage.case.status not in HANDLED:
        stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    agreed = Outcome()
    if stage.case.status is not Status.ENDING:
        wish_to_end(stage, DEWI)
        agreed = stage.do(one_sided.agree, CITRA, written=stage.written())
    return agreed + stage.do(closing.close, CITRA, written=stage.written(), reason=reason)
