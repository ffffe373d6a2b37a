"""Joining reports of one event, taking them apart again, and two files where a child is accused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases import joining, splitting
from cases.alert import AlertRef
from cases.case import Case, CaseNumber, CaseRef
from cases.crisis import new_run_cards
from cases.dialogue import Dialogue
from cases.excluding import How
from cases.messages import Button, Message, Style
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.party import PartyRef
from cases.phrases import says
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.excluding import hide_from
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.showing import file_of, may_see
from storage import Work

#: Reports so close in time are offered beside those of the same reporter; any other number can be typed.
NEAR = timedelta(days=3)
OFFERED = 6
LISTED = 60


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Which other report is about the same event?"""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.JOIN, by=staff, case=scene.case)
    at = scene.case.reported_at
    lines = (
        line
        for line in await work.case_list(None, limit=LISTED)
        if line.ref != scene.case.ref and abs(line.reported_at - at) <= NEAR
    )
    near = [line.number for line in sorted(lines, key=lambda line: abs(line.reported_at - at))]
    same = [one.number for one in await _of_the_reporter(work, scene) if one.is_open]
    offered = [*dict.fromkeys((*same, *near))][:OFFERED]
    return begin_form("joining", heard.ref, scene, staff, world, now, near=offered)


async def _of_the_reporter(work: Work, scene: Scene) -> tuple[Case, ...]:
    """What the same person has reported beside this; the two files of one event are never one again."""
    case = scene.case
    if case.reporter is None:
        return ()
    apart = {case.ref, case.sibling}
    return tuple(one for one in await work.cases_of_reporter(case.reporter) if one.ref not in apart)


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    other = await work.case_by_number(CaseNumber(str(form.answers["yjoin"])))
    if other is None:
        raise Unknown
    report = await scene_of_case(work, other.ref, actor=staff)
    referrals = await work.referrals(other.ref)
    outcome = joining.join(report, scene, by=staff, profile=world.profile, now=now, referrals=referrals)
    outcome += new_run_cards(scene, outcome, profile=world.profile)
    outcome += await _same_exclusions(work, report, scene, outcome, world=world, now=now)
    # Who joins them hears it in the words that say how to undo it.
    outcome = replace(outcome, messages=tuple(one for one in outcome.messages if not _tells(one, staff)))
    done = says("case-joined-done", number=scene.case.number, joined=other.number)
    return outcome + Outcome(messages=(Message(staff.chat, done),))


def _tells(message: Message, staff: Staff) -> bool:
    return message.to == staff.chat and message.phrase.key == "case-joined"


async def _same_exclusions(
    work: Work, report: Scene, scene: Scene, outcome: Outcome, *, world: World, now: datetime
) -> Outcome:
    """From whom the one is hidden, the other is hidden too: it is the same event."""
    everybody = await work.roster()
    found = outcome
    more = Outcome()
    for one, other in ((scene, report), (report, scene)):
        for id in other.case.excluded:
            case = next(case for case in reversed(found.cases) if case.ref == one.case.ref)
            person = everybody.by_id(id)
            if person is None or id in case.excluded:
                continue
            if one is report:
                # Nothing of it is open any more.
                more += Outcome(cases=(replace(case, excluded=(*case.excluded, id)),))
            else:
                here = replace(scene, case=case)
                more += await hide_from(work, here, person, how=How.JOINED, by=None, world=world, now=now, after=found)
            found = outcome + more
    return more


async def apart(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The joined report is a case of its own again."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.JOIN, by=staff, case=scene.case)
    part = await _joined(work, scene, heard.choice)
    report = await scene_of_case(work, part, actor=staff)
    return joining.separate(
        report,
        scene,
        alert_ref=AlertRef(new_ref()),
        by=staff,
        profile=world.profile,
        now=now,
        referrals=await work.referrals(scene.case.ref),
    )


async def joined_file(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What the other reporter told, for whoever holds the case that it was joined to."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_see(scene, staff):
        raise NotAllowed
    report = await scene_of_case(work, await _joined(work, scene, heard.choice))
    return await file_of(work, report.case, to=staff, world=world, now=now)


async def _joined(work: Work, scene: Scene, choice: str) -> CaseRef:
    """Buttons count the joined reports: two references don't fit into one."""
    nth = int(choice) if choice.isdigit() else -1
    if not 0 <= nth < len(scene.case.reports):
        raise Unknown
    return scene.case.reports[nth].case


async def ask_to_split(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What two files mean, before it is done."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.SPLIT, by=staff, case=scene.case)
    case = scene.case
    button = Button(says("button-splitnow"), "splitnow", ref=case.ref, version=case.version, style=Style.PRIMARY)
    return Outcome(messages=(Message(staff.chat, says("split-asked", number=case.number), buttons=((button,),)),))


async def split(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if heard.version != scene.case.version:
        allow(Action.SPLIT, by=staff, case=scene.case)
        return Outcome(messages=(Message(staff.chat, says("refusal-changed")),)) + await ask_to_split(
            work, heard, staff, world, now
        )
    people = await work.parties(scene.case.ref)
    return splitting.split(
        scene,
        ref=CaseRef(new_ref()),
        number=await work.next_number(world.profile.case_prefix, world.profile.local(now).year),
        parties=[(party, PartyRef(new_ref())) for party in people],
        by=staff,
        profile=world.profile,
        now=now,
    )


PRESSES = {
    Action.JOIN: start,
    "apart": apart,
    "joinedfile": joined_file,
    Action.SPLIT: ask_to_split,
    "splitnow": split,
}
FINISH = {"joining": finish}
