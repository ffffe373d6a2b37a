"""The text on data has versions: what was agreed to is kept with its version, and a changed text is shown again.

It never stands in the way: whoever does not answer is helped all the same (UU 27/2022 Ps 20: vital interest, public
task), and in an emergency it waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cases.case import Case, CaseRef
from cases.messages import Button, ChatId, Message, Style
from cases.notices import tell
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.lines import cases_of_chat
from handlers.scenes import scene_of_case
from storage import Person, Work

YES, NO = "yes", "no"


def _agreed(case: Case) -> str:
    return str((case.answers.get("consent") or {}).get("version", ""))


def _old(cases: Iterable[Case], version: str) -> tuple[Case, ...]:
    """Open cases whose reporter has agreed to another text than the one that holds."""
    return tuple(case for case in cases if case.is_open and _agreed(case) not in ("", version))


async def shown_again(work: Work, chat: ChatId, case: Case, world: World) -> Outcome:
    """The text as it stands now, once, to whoever has agreed to an older one for this case and is in no danger."""
    version = world.profile.consent_version
    if not _old((case,), version) or case.emergency:
        return Outcome()
    person = await work.person(chat) or Person(chat)
    if person.consent == version:
        return Outcome()
    await work.save_person(replace(person, consent=version))
    rows = (
        (Button(says("button-consentagain-yes"), "consentagain", choice=YES, style=Style.SUCCESS),),
        (Button(says("button-consentagain-no"), "consentagain", choice=NO),),
    )
    told = says("consent-changed", unit=world.profile.unit, version=version)
    return Outcome(messages=(Message(chat, told, buttons=rows, slot="consent"),))


async def answered(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Yes or no to the new text, kept with its version; who holds the case hears of a no."""
    version, given = world.profile.consent_version, heard.choice == YES
    outcome = Outcome()
    for case in _old(await cases_of_chat(work, heard.chat), version):
        outcome += await _kept(work, case.ref, version, given=given, now=now)
    key = "consent-changed-thanks" if given else "consent-changed-refused"
    thanks = Message(heard.chat, says(key), slot="consent", replaces=True)
    return outcome + Outcome(messages=(thanks,))


async def _kept(work: Work, ref: CaseRef, version: str, *, given: bool, now: datetime) -> Outcome:
    scene = await scene_of_case(work, ref)
    before = scene.case.answers.get("consent") or {}
    # A no leaves the text in place that was agreed to.
    consent = {"version": version, "given": True} if given else {**before, "refused": version}
    case = replace(scene.case, answers={**scene.case.answers, "consent": consent})
    event = Event(EventKind.CONSENT_RENEWED, ref, now, told={"version": version, "given": given})
    messages = () if given else tell(EventKind.CONSENT_RENEWED, replace(scene, case=case))
    return Outcome(cases=(case,), events=(event,), messages=messages)


PRESSES = {"consentagain": answered}
