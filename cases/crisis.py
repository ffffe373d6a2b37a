"""The run card on which whoever goes out stamps the crisis steps of the profile's book."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import Alert, AlertState, Stamp
from cases.books import CrisisStep, crisis_step, crisis_steps
from cases.conditions import may_be_mediated
from cases.duty import alive
from cases.messages import Button, Lane, Message, Rows, Style, in_rows
from cases.moves import Action, allow
from cases.notices import Scene, card
from cases.outcome import Event, EventKind, Outcome, Reminder
from cases.phrases import At, Phrase, Until, says
from cases.profile import Profile
from cases.refusals import NotAllowed, Unknown
from cases.remote import is_protected, way_to
from cases.staff import Staff, StaffId

#: A stamp set by mistake can be taken off this long, by whoever set it.
UNDO_WITHIN = timedelta(minutes=10)
COLUMNS = 5
#: Before the number of a step: this press takes its stamp off. A press on an old card, or a second tap, never does.
UNDO = "-"


def on_the_team(scene: Scene, who: Staff) -> Alert:
    """The alert, open or over, if this person has taken it; else NotAllowed."""
    alert = scene.alert
    assert alert is not None
    if who.id not in alert.takers:
        raise NotAllowed
    return alert


def still_at_it(alert: Alert, *, profile: Profile, now: datetime) -> tuple[Alert, tuple[Reminder, ...]]:
    """What is done out there is a sign of life; an alert that nobody holds has no silence to count."""
    if alert.state is not AlertState.TAKEN:
        return alert, ()
    alert, silence = alive(alert, profile=profile, now=now)
    return alert, (silence,)


def press(scene: Scene, *, by: Staff, choice: str, profile: Profile, now: datetime) -> Outcome:
    """A number of the run card: the step is stamped, or a stamp just set is taken off again. Any order will do."""
    allow(Action.STEP, by=by, case=scene.case)
    alert = on_the_team(scene, by)
    step = crisis_step(profile, choice.removeprefix(UNDO))
    if step is None:
        raise Unknown
    stamped = alert.steps.get(step.code)
    undo = choice.startswith(UNDO)
    told = {"alert": alert.ref, "step": step.number, "code": step.code}
    if not undo and stamped is None:
        alert = replace(alert, steps={**alert.steps, step.code: Stamp(now, by.id)})
        event = Event(EventKind.CRISIS_STEP, scene.case.ref, now, by=by.id, told=told)
    elif undo and stamped is not None and stamped.by == by.id and now - stamped.at <= UNDO_WITHIN:
        alert = replace(alert, steps={code: stamp for code, stamp in alert.steps.items() if code != step.code})
        told |= {"stamped_at": stamped.at}
        event = Event(EventKind.CRISIS_STEP_UNDONE, scene.case.ref, now, by=by.id, told=told)
    else:
        return _as_it_stands(scene, step, to=by, profile=profile, now=now)
    alert, signs = still_at_it(alert, profile=profile, now=now)
    here = replace(scene, alert=alert)
    return Outcome(
        alerts=(alert,), events=(event,), reminders=signs, messages=run_cards(here, profile=profile, again=True)
    )


def _as_it_stands(scene: Scene, step: CrisisStep, *, to: Staff, profile: Profile, now: datetime) -> Outcome:
    """No stamp changes: a colleague was quicker, the card old, or the ten minutes over. Still a sign of life."""
    assert scene.alert is not None
    alert, signs = still_at_it(scene.alert, profile=profile, now=now)
    messages: tuple[Message, ...] = (run_card(scene, to=to, profile=profile, again=True),)
    stamp = alert.steps.get(step.code)
    if stamp is not None:
        who, nth = _name(scene, stamp.by), str(step.number)
        stays = says("run-stays", number=scene.case.number, nth=nth, at=At(stamp.at), who=who)
        messages += (Message(to.chat, stays),)
    return Outcome(alerts=(alert,) if signs else (), reminders=signs, messages=messages)


def run_cards(scene: Scene, *, profile: Profile, again: bool = False) -> tuple[Message, ...]:
    """The run card for everybody who has taken the alert; `again` puts those right that were sent before."""
    assert scene.alert is not None
    people = (scene.roster.by_id(id) for id in scene.alert.takers)
    return tuple(
        run_card(scene, to=person, profile=profile, again=again)
        for person in people
        if person is not None and person.active
    )


def new_run_cards(scene: Scene, outcome: Outcome, *, profile: Profile) -> Outcome:
    """The run cards that follow from somebody taking the alert, joining in, letting it go, or ending it.

    `scene` is what stood before; who holds a card already sees it put right, who has just come gets one, and who is
    out of it keeps a card without buttons.
    """
    before = scene.alert
    if before is None or not outcome.alerts:
        return Outcome()
    after = outcome.alerts[-1]
    if not after.needs_outreach:
        return Outcome()
    here = replace(scene, alert=after)
    cards = []
    for id in dict.fromkeys((*after.takers, *before.takers)):
        person = scene.roster.by_id(id)
        if person is not None and person.active:
            cards.append(run_card(here, to=person, profile=profile, again=id in before.takers))
    return Outcome(messages=tuple(cards))


def run_card(scene: Scene, *, to: Staff, profile: Profile, again: bool = False) -> Message:
    """The thirteen steps as lines and as numbered buttons, what is at hand out there, and the numbers to call."""
    alert = scene.alert
    assert alert is not None
    hotlines = tuple(says("hotline", name=line.name, number=line.number) for line in profile.hotlines)
    args = card(scene) | {"clock": _clock(alert), "lines": _lines(scene, crisis_steps(profile)), "hotlines": hotlines}
    args |= {"way": way_to(scene.case, profile)}
    mine = to.id in alert.takers
    return Message(
        to=to.chat,
        phrase=Phrase("run-card" if mine else "run-card-passed-on", args),
        lane=Lane.REPLY if again else Lane.EMERGENCY,
        buttons=_buttons(scene, to, profile) if mine else (),
        slot=f"run:{alert.ref}",
        replaces=again,
        protect=True,
    )


def _clock(alert: Alert) -> Phrase:
    """How the 24 hours stand: running, met by people on the spot (and not by us yet), or met by the outreach."""
    if alert.outreach_at is not None:
        return says("run-clock-met", at=At(alert.outreach_at))
    if alert.protected_at is not None and alert.eta_at is not None:
        return says("run-clock-protected", at=At(alert.protected_at), arrival=At(alert.eta_at))
    return says("run-clock", left=Until(alert.deadline_at), deadline=At(alert.deadline_at))


def _lines(scene: Scene, steps: tuple[CrisisStep, ...]) -> tuple[Phrase, ...]:
    alert = scene.alert
    assert alert is not None
    coming = next((step.code for step in steps if step.code not in alert.steps), "")
    return tuple(_line(scene, step, next_one=step.code == coming) for step in steps)


def _line(scene: Scene, step: CrisisStep, *, next_one: bool) -> Phrase:
    assert scene.alert is not None
    stamp = scene.alert.steps.get(step.code)
    nth, what = str(step.number), what_of(step, scene)
    if stamp is not None:
        return says("run-done", nth=nth, step=what, at=At(stamp.at), who=_name(scene, stamp.by))
    if not next_one:
        return says("run-open", nth=nth, step=what, standard=step.standard)
    actors = tuple(says(f"crisis-actor-{actor}") for actor in step.actors)
    return says("run-next", nth=nth, step=what, standard=step.standard, actors=actors)


def what_of(step: CrisisStep, scene: Scene) -> Phrase:
    """The words of the SOP; but no card speaks of mediation where the violence is or may be sexual (UU 12/2022)."""
    mediable = may_be_mediated(scene.case)
    return says("crisis-help-no-mediation" if step.code == "help" and not mediable else f"crisis-{step.code}")


def _name(scene: Scene, id: StaffId) -> str | Phrase:
    person = scene.roster.by_id(id)
    return person.name if person is not None else says("nobody-name")


def _buttons(scene: Scene, to: Staff, profile: Profile) -> Rows:
    alert = scene.alert
    assert alert is not None

    def button(label: str, action: str, style: Style = Style.PLAIN) -> Button:
        return Button(says(label), action, ref=alert.ref, version=alert.version, style=style)

    numbers = in_rows((_number(step, alert) for step in crisis_steps(profile)), columns=COLUMNS)
    out = any(outing.who == to.id for outing in alert.outings)
    way = button("button-im-back", Action.BACK) if out else button("button-leave", Action.LEAVE, Style.PRIMARY)
    rows: list[tuple[Button, ...]] = [(way, button("button-call110", "call110", Style.DANGER))]
    protect = (button("button-protect", Action.PROTECT),)
    recorded = (button("button-outreach", Action.RECORD_OUTREACH, Style.SUCCESS),)
    helps = [recorded]
    if alert.outreach_at is None:
        far = profile.hard_to_reach(scene.case.kecamatan) is not None and not is_protected(alert)
        helps = [protect, *helps] if far else [*helps, protect]
    return (*numbers, *rows, *(helps if alert.is_open else ()))


def _number(step: CrisisStep, alert: Alert) -> Button:
    stamped = step.code in alert.steps
    label = says("run-number-done" if stamped else "run-number", nth=str(step.number))
    choice = f"{UNDO if stamped else ''}{step.number}"
    return Button(label, Action.STEP, ref=alert.ref, version=alert.version, choice=choice)
