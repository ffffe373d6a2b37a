"""A reporter wants to be forgotten: what stands against it, and the answer of who answers for the unit."""

from __future__ import annotations

from datetime import datetime

from cases import erasing
from cases.dialogue import Dialogue
from cases.messages import Button, Message, Rows, Style
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import At, says
from cases.refusals import Changed, StillOwed, WrongMoment
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from storage import Work

#: Reasons that no person can set aside: the way there is to end first what is under way.
BINDING = frozenset({"bahaya", "hukum", "layanan"})


async def _wished(work: Work, heard: Heard, staff: Staff) -> Scene:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.KEEP_TOLD, by=staff, case=scene.case)
    return scene


async def look(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The wish, what stands against it, and what can be answered."""
    scene = await _wished(work, heard, staff)
    return Outcome(messages=(card(scene, staff),))


def card(scene: Scene, staff: Staff) -> Message:
    """The wish with the reasons that the rules find, and the two answers."""
    case, wish = scene.case, scene.case.erasure
    if wish is None:
        raise WrongMoment
    against = erasing.stands_against(scene)

    def press(action: str, style: Style = Style.PLAIN) -> Button:
        return Button(says(f"button-{action}"), action, ref=case.ref, version=case.version, style=style)

    rows: Rows = ((press(Action.KEEP_TOLD),),)
    if not BINDING & {*against}:
        rows = ((press("erasesure", Style.DANGER),), *rows)
    told = says(
        "erasure-card",
        number=case.number,
        asked=At(wish.asked_at),
        due=At(wish.due_at),
        reasons=tuple(says(f"krwhy-{one}") for one in against) or says("erasure-nothing-against"),
    )
    return Message(staff.chat, told, buttons=rows, slot=f"erasing:{case.ref}")


async def sure(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Once more, before it is gone for ever: what goes, and what stays."""
    scene = await _wished(work, heard, staff)
    case = scene.case
    if BINDING & {*erasing.stands_against(scene)}:
        raise StillOwed
    yes = Button(says("button-eraseyes"), Action.ERASE, ref=case.ref, version=case.version, style=Style.DANGER)
    no = Button(says("button-back"), "erasewhy", ref=case.ref, version=case.version)
    told = says("erasure-sure", number=case.number)
    return Outcome(messages=(Message(staff.chat, told, buttons=((yes,), (no,)), slot=f"erasing:{case.ref}"),))


async def erase(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What was told is destroyed in the same unit of work that says so; the register keeps its number."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if heard.version != scene.case.version:
        raise Changed
    outcome = erasing.erase(scene, by=staff, now=now)
    await work.record(outcome, now=now)
    await forget(work, scene)
    leads = (one.chat for one in scene.roster.leads() if one.id != staff.id)
    done = says("case-erased", number=scene.case.number)
    return Outcome(messages=tuple(Message(chat, done) for chat in (staff.chat, *leads)))


async def forget(work: Work, scene: Scene) -> None:
    """The case, and whoever reported it where nothing else is kept of them."""
    chat = scene.case.reporter
    await work.forget_case(scene.case.ref)
    if chat is not None and not await work.cases_of_reporter(chat) and not await work.lines_of_chat(chat):
        await work.forget_person(chat)


async def start_keeping(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await _wished(work, heard, staff)
    return begin_form("keeptold", heard.ref, scene, staff, world, now)


async def finish_keeping(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    return erasing.keep(scene, reasons=tuple(form.answers.get("krwhy") or ()), by=staff, now=now)


async def distrust(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    return erasing.distrust(await scene_of_case(work, heard.ref, actor=staff), by=staff, now=now)


async def trust(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    return erasing.trust(await scene_of_case(work, heard.ref, actor=staff), by=staff, now=now)


PRESSES = {
    "erasewhy": look,
    "erasesure": sure,
    Action.ERASE: erase,
    Action.KEEP_TOLD: start_keeping,
    Action.DISTRUST: distrust,
    Action.TRUST: trust,
}
FINISH = {"keeptold": finish_keeping}
