"""Conflict of interest, as people press it: one tap for oneself, a choice and a reason for who answers for the unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import excluding
from cases.alert import Alert
from cases.case import CaseRef
from cases.crisis import new_run_cards
from cases.dialogue import Dialogue
from cases.excluding import How
from cases.messages import Button, Message, in_rows
from cases.moves import LEADS, Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import IsOut, NotAllowed, Unknown, WrongMoment
from cases.staff import Role, Roster, Staff, StaffId
from cases.watching import outing_of
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from storage import Work

#: What lists and cards of a case stand in, beside what is said to be about it alone.
OF_CASE = ("lower", "assign", "contact", "police", "readmit")
OF_ALERT = ("alert", "mine", "still", "offer", "end")


async def hide_from(
    work: Work,
    scene: Scene,
    who: Staff,
    *,
    how: How,
    by: Staff | None,
    world: World,
    now: datetime,
    reason: str = "",
    after: Outcome | None = None,
) -> Outcome:
    """The case is hidden from that person: with it what belongs to the same event, and all that stands on their
    phone. `after` is what was decided before in the same breath.

    Raises what `excluding.exclude` raises; where it raises, nothing was put away yet."""
    after = after or Outcome()
    decided = {case.ref: case for case in after.cases}
    related = [scene]
    if how is not How.SIBLING:
        refs = (scene.case.sibling, *(one.case for one in scene.case.reports))
        related += [await scene_of_case(work, ref) for ref in refs if ref is not None and await work.case(ref)]
    found: list[tuple[Scene, tuple[Alert, ...]]] = []
    for place, one in enumerate(related):
        if who.id in decided.get(one.case.ref, one.case).excluded and place:
            continue
        if place:
            one = replace(one, case=decided.get(one.case.ref, one.case))
        found.append((one, await _open_alerts(work, one.case.ref, after)))
    if any(outing_of(alert, who.id) is not None for _, alerts in found for alert in alerts):
        # Before anything is put away: whoever asked for this may go on without it.
        raise IsOut(name=who.name)
    outcome = Outcome()
    for place, (one, alerts) in enumerate(found):
        doing = excluding.hide if place else excluding.exclude
        hidden = doing(one, who, how=how, by=by, alerts=alerts, profile=world.profile, now=now, reason=reason)
        outcome += hidden + new_run_cards(one, hidden, profile=world.profile)
        slots = [f"{slot}:{one.case.ref}" for slot in OF_CASE]
        slots += [f"{slot}:{alert.ref}" for alert in alerts for slot in OF_ALERT]
        slots += [f"visit:{one.visit.ref}"] if one.visit is not None else []
        gone = says("card-gone")
        await work.put_away(who.chat, one.case.ref, slots=tuple(slots), phrase=gone, now=now)
        subjects = {str(one.case.ref), *(str(alert.ref) for alert in alerts)}
        subjects |= {str(one.visit.ref)} if one.visit is not None else set()
        forms = [form for form in await work.dialogues(who.chat) if form.subject in subjects]
        outcome += Outcome(dialogues=tuple(replace(form, ended=True) for form in forms))
    return replace(outcome, messages=tuple(m for m in outcome.messages if m.to != who.chat))


async def _open_alerts(work: Work, case: CaseRef, after: Outcome) -> tuple[Alert, ...]:
    found = {alert.ref: alert for alert in await work.open_alerts_of(case)}
    found |= {alert.ref: alert for alert in after.alerts if alert.case == case}
    return tuple(alert for alert in found.values() if alert.is_open)


def unsaid(outcome: Outcome, roster: Roster) -> Outcome:
    """What was about to be called out in the same breath does not go to whom the case is hidden from by now."""
    hidden = {id for case in outcome.cases for id in case.excluded}
    chats = {person.chat for person in roster.people if person.id in hidden}
    cards = (*OF_CASE, *OF_ALERT)
    kept = tuple(m for m in outcome.messages if m.to not in chats or m.slot.split(":")[0] not in cards)
    return replace(outcome, messages=kept)


async def myself(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """ "Saya kenal pihak dalam kasus ini": said once, and the case is gone from this phone."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = await hide_from(work, scene, staff, how=How.SELF, by=staff, world=world, now=now)
    return outcome + Outcome(messages=(Message(staff.chat, says("excluded-you")),))


async def choose(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who is to be excluded, or may see it again."""
    scene = await _lead(work, heard.ref, staff)
    case, everybody = scene.case, (await work.roster()).people

    def button(person: Staff, action: str, label: str) -> Button:
        return Button(says(label, name=person.name), action, ref=case.ref, version=case.version, choice=str(person.id))

    out = [button(p, "exclwho", "exclude-line") for p in everybody if _can_be(p, staff) and p.id not in case.excluded]
    back = [button(p, "readmit", "readmit-line") for p in everybody if p.id in case.excluded and p.id != staff.id]
    told = says("choose-excluded", number=case.number)
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows((*out, *back), columns=1)),))


def _can_be(person: Staff, staff: Staff) -> bool:
    return person.active and person.role is not Role.ADMIN and person.id != staff.id


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await _lead(work, heard.ref, staff)
    who = await _person(work, heard.choice)
    return begin_form("yexclude", heard.ref, scene, staff, world, now, who=int(who.id))


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await _lead(work, form.subject, staff)
    who = await _person(work, str(form.answers["who"]))
    reason = str(form.answers.get("yexwhy", ""))
    done = says("form-recorded", number=scene.case.number)
    outcome = await hide_from(work, scene, who, how=How.LEAD, by=staff, world=world, now=now, reason=reason)
    return Outcome(messages=(Message(staff.chat, done),)) + outcome


async def start_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await _lead(work, heard.ref, staff)
    who = await _person(work, heard.choice)
    if who.id not in scene.case.excluded:
        raise WrongMoment
    return begin_form("yreadmit", heard.ref, scene, staff, world, now, who=int(who.id))


async def finish_back(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await _lead(work, form.subject, staff)
    who = await _person(work, str(form.answers["who"]))
    outcome = excluding.take_back(scene, who=who, reason=str(form.answers.get("ybackwhy", "")), by=staff, now=now)
    waits = outcome.cases[-1].readmission is not None
    said = says("readmission-waits" if waits else "form-recorded", number=scene.case.number)
    return outcome + Outcome(messages=(Message(staff.chat, said),))


async def agree_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene, who = await _wished(work, heard, staff)
    return excluding.agree_back(scene, who=who, by=staff, now=now)


async def deny_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene, who = await _wished(work, heard, staff)
    return excluding.deny_back(scene, who=who, by=staff, now=now)


async def _wished(work: Work, heard: Heard, staff: Staff) -> tuple[Scene, Staff]:
    scene = await _lead(work, heard.ref, staff)
    wish = scene.case.readmission
    if wish is None or heard.version != scene.case.version:
        raise WrongMoment
    return scene, await _person(work, str(wish.who))


async def _lead(work: Work, ref: str, staff: Staff) -> Scene:
    scene = await scene_of_case(work, ref, actor=staff)
    allow(Action.EXCLUDE, by=staff, case=scene.case)
    if staff.role not in LEADS:
        raise NotAllowed
    return scene


async def _person(work: Work, choice: str) -> Staff:
    """Anybody of the unit: who is excluded stands in no scene."""
    found = (await work.roster()).by_id(StaffId(int(choice))) if choice.isdigit() else None
    if found is None:
        raise Unknown
    return found


def so_far(scene: Scene, after: Outcome) -> Scene:
    """The case as it stands once that was done: of several things that are decided in one breath."""
    case = next((case for case in reversed(after.cases) if case.ref == scene.case.ref), scene.case)
    visit = scene.visit
    if visit is not None:
        visit = next((one for one in reversed(after.visits) if one.ref == visit.ref), visit)
    now = {alert.ref: alert for alert in after.alerts}
    alert, missed = (now.get(one.ref, one) if one is not None else None for one in (scene.alert, scene.missed))
    return replace(
        scene,
        case=case,
        visit=visit,
        alert=alert if alert is not None and alert.is_open else None,
        missed=missed if missed is not None and missed.is_open else None,
    )


async def close_sibling(
    work: Work, case: CaseRef | None, holder: Staff, *, world: World, now: datetime, after: Outcome | None = None
) -> Outcome:
    """Whoever holds the one file of an event can't see the other; `after` is what was decided before in the same
    breath."""
    if case is None:
        return Outcome()
    scene = so_far(await scene_of_case(work, case), after or Outcome())
    if holder.id in scene.case.excluded or holder.role in LEADS:
        return Outcome()
    return await hide_from(work, scene, holder, how=How.SIBLING, by=None, world=world, now=now, after=after)


PRESSES = {
    Action.EXCLUDE: myself,
    "exclother": choose,
    "exclwho": start,
    "readmit": start_back,
    "readmit-yes": agree_back,
    "readmit-no": deny_back,
}
FINISH = {"yexclude": finish, "yreadmit": finish_back}
