"""Reports by other ways: whoever of the unit hears one writes it down with the questions of the chat (1.1 to 1.4).

Danger counts as soon as it is told: the unit is called before the form is finished, and whoever writes it down is
called like all others and can take it at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import joining
from cases.alert import AlertRef, Cause
from cases.case import CaseRef, Channel
from cases.dialogue import Dialogue
from cases.entry import Entry, EntryKind, EntryRef
from cases.messages import Button, Message, Style
from cases.moves import EVERYONE
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NotAllowed
from cases.reports import Came, Told, learn, open_case
from cases.staff import Staff
from handlers import parties
from handlers.conversation.engine import Answer, Kind, Turn, World, begin
from handlers.conversation.facts import facts_of, pressing
from handlers.conversation.flows import FLOWS
from handlers.conversation.intake import letter_of, told_answers, was_given
from handlers.conversation.summary import kecamatan
from handlers.drafts import Draft, news_of
from handlers.excluding import unsaid
from handlers.heard import Heard
from handlers.listening import danger_in
from handlers.police import moment_told
from handlers.refs import new_ref, new_short_ref
from handlers.scenes import handled_at, scene_of_case, still_handled
from handlers.showing import open_card
from storage import Work
from triage.decision import decide

INTAKE = "intake"
#: By these ways somebody of the unit has spoken to the reporter already.
SPOKEN = frozenset({Channel.WALK_IN, Channel.TELEPHONE})


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/catat`: how did the report come?"""
    if staff.role not in EVERYONE:
        raise NotAllowed
    today = world.profile.local(now)
    answers = {"today": today.date().isoformat(), "clock": today.strftime("%H:%M")}
    # A subject of its own: it must not be taken for a report of their own.
    form = Dialogue(staff.chat, INTAKE, "", subject=new_short_ref(), answers=answers)
    turn = begin(FLOWS[INTAKE], form, world)
    welcome = Message(staff.chat, says("intake-begun"))
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=(welcome, *turn.messages))


async def turned(
    work: Work, before: Dialogue, turn: Turn, answer: Answer, staff: Staff, world: World, now: datetime
) -> Outcome:
    """One answer: kept, and acted on where it tells of danger."""
    form = replace(turn.dialogue, updated_at=now, ended=turn.finished or turn.dialogue.ended)
    lost = bool(form.case) and not await _handled(work, form)
    if lost:
        # It was closed meanwhile: what is told now is a new report, for it must reach somebody.
        form = replace(form, case="")
    if form.answers.get("cancelled"):
        said = "intake-kept-called" if form.case else "form-cancelled"
        return Outcome(dialogues=(form,), messages=(*turn.messages, Message(staff.chat, says(said))))
    told = _told(form, world)
    # What is said of how the report came is no story.
    cries = answer.kind is not Kind.PRESS and before.step not in ("xchannel", "xwhen", "xfrom") and danger_in(answer)
    cause = _cause(form, told, turn, cries=bool(cries), world=world)
    if lost and told.decision.emergency:
        cause = cause or Cause.TRIAGE
    outcome, messages = Outcome(), turn.messages
    if form.case:
        draft = Draft(turn, before=before, said=answer)
        outcome = await _learnt(work, draft, form, told, cause, world, now)
    elif cause is not None or turn.finished:
        outcome, form = await _opened(work, form, told, cause or Cause.REPORT, staff, world, now)
    if cause is not None and not form.answers.get("urgent"):
        form, messages = _hurry(form, turn, world, now)
    if turn.finished:
        outcome += await _written(work, form, outcome, staff, world, now)
        form = replace(form, ended=True)
    roster = await work.roster()
    return unsaid(outcome, roster) + Outcome(dialogues=(form,), messages=messages)


def _told(form: Dialogue, world: World) -> Told:
    answers = told_answers(form.answers)
    facts = facts_of(answers, world)
    return Told(
        answers=answers,
        facts=facts,
        decision=decide(facts, ours=world.profile.regency),
        kecamatan=kecamatan(answers, world),
        language=form.language,
    )


def _cause(form: Dialogue, told: Told, turn: Turn, *, cries: bool, world: World) -> Cause | None:
    """Why the unit must be called because of this answer; once it is known how and when the report came."""
    if "xwhen" not in form.answers:
        return None
    known = form.answers.get("urgent") is not None
    if cries:
        return Cause.WORDS
    danger = told.decision.emergency and (turn.finished or pressing(told.answers, world))
    return Cause.TRIAGE if danger and not known else None


async def _opened(
    work: Work, form: Dialogue, told: Told, cause: Cause, staff: Staff, world: World, now: datetime
) -> tuple[Outcome, Dialogue]:
    channel = Channel(str(form.answers["xchannel"]))
    at = min(moment_told(form.answers["xwhen"], world.profile, now), now)
    came = Came(channel, at, staff.id, spoken_at=at if channel in SPOKEN else None)
    roster = await work.roster()
    case, outcome = open_case(
        told,
        ref=CaseRef(new_ref()),
        alert_ref=AlertRef(new_ref()),
        number=await work.next_number(world.profile.case_prefix, world.profile.local(now).year),
        reporter=None,
        cause=cause,
        roster=roster,
        profile=world.profile,
        now=now,
        came=came,
    )
    alert = outcome.alerts[-1]
    if alert.needs_outreach and staff.id not in alert.told:
        # Not called by this step of the ladder, but the one who knows of it: it is theirs to take like anybody's.
        alert = replace(alert, told=(*alert.told, staff.id))
        card = open_card(
            Scene(case=case, roster=roster, alert=alert).with_args(passed=says("nothing"), way=says("nothing")), staff
        )
        outcome += Outcome(alerts=(alert,), messages=(card,))
    return outcome, replace(form, case=case.ref)


async def _handled(work: Work, form: Dialogue) -> bool:
    """Whether somebody is at work on what is written down here, in its own case or in the one it was joined to."""
    case = await work.case(CaseRef(form.case))
    return case is None or await still_handled(work, case)


async def _learnt(
    work: Work, draft: Draft, form: Dialogue, told: Told, cause: Cause | None, world: World, now: datetime
) -> Outcome:
    """More of a report for which the unit was called already. Once it is part of another case whoever holds that one
    hears it, as from any reporter."""
    scene = await scene_of_case(work, form.case)
    ref = AlertRef(new_ref())
    if scene.case.joined_to is not None:
        there = await handled_at(work, scene)
        news = news_of(draft, form, world)
        return joining.learn(scene, there, told, cause=cause, alert_ref=ref, news=news, profile=world.profile, now=now)
    return learn(scene, told, cause=cause, alert_ref=ref, news=(), profile=world.profile, now=now)[1]


def _hurry(form: Dialogue, turn: Turn, world: World, now: datetime) -> tuple[Dialogue, tuple[Message, ...]]:
    """The unit is being called: what helps to find the person is asked next."""
    urgent = replace(form, answers={**form.answers, "urgent": "answers"}, ended=False)
    said = Message(form.chat, says("intake-called"))
    past = tuple(message for message in turn.messages if message.replaces)
    if turn.finished:
        return replace(urgent, ended=True), (*past, said)
    again = begin(FLOWS[INTAKE], urgent, world)
    return replace(again.dialogue, updated_at=now), (*past, said, *again.messages)


async def _written(work: Work, form: Dialogue, outcome: Outcome, staff: Staff, world: World, now: datetime) -> Outcome:
    """Steps 1.1 to 1.4 as they were, the people of the report as records, and the number of the case."""
    if outcome.cases:
        case = outcome.cases[-1]
    else:
        stored = await work.case(CaseRef(form.case))
        if stored is None:
            return Outcome(messages=(Message(staff.chat, says("refusal-unknown")),))
        case = stored
    answers = form.answers
    at = case.reported_at
    done = case.handling.with_done(("1.1",), at=at, by=staff.id).with_done(("1.2",), at=now, by=staff.id)
    if was_given(answers):
        done = done.with_done(("1.3",), at=at, by=staff.id)
    done = done.with_done(("1.4",), at=at, by=staff.id)
    # where the unit itself received it nobody passes it on, and that is said instead of a letter.
    told = {
        "channel": str(case.channel),
        "pfa": str(answers.get("xpfa", "")),
        "passed": letter_of(answers) or "diterima langsung UPTD",
    }
    steps = ("1.1", "1.2", *(("1.3",) if was_given(answers) else ()), "1.4")
    entry = Entry(EntryRef(new_ref()), case.ref, EntryKind.INTAKE, at, now, staff.id, steps=steps, told=told)
    case = replace(case, handling=done)
    written = Outcome(cases=(case,), entries=(entry,))
    scene = Scene(case=case, roster=await work.roster(), actor=staff)
    if case.joined_to is None:
        written += await parties.gathered(work, scene, before=outcome + written, world=world, now=now)
    button = Button(says("button-open-case"), "open", ref=case.ref, style=Style.PRIMARY)
    said = says("intake-recorded", number=case.number)
    return written + Outcome(messages=(Message(staff.chat, said, buttons=((button,),)),))


COMMANDS = {"catat": start}
PRESSES = {INTAKE: start}
#: Every answer of it is looked at by itself.
TURNS = {INTAKE: turned}

__all__ = ["COMMANDS", "PRESSES", "TURNS", "start", "turned"]
