"""What one turn of a report leads to: the draft kept, danger acted on, the case opened, or more learnt for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases import joining
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseRef, Status
from cases.dialogue import Dialogue
from cases.line import written_from
from cases.messages import ChatId, Message, Panel
from cases.notices import Scene
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import Arg, At, Phrase, says
from cases.reports import Told, contact_due, judged, learn, open_case
from handlers.additions import talked
from handlers.conversation.answering import child_writes
from handlers.conversation.asking import panel_of, question
from handlers.conversation.calm import calm, wordless
from handlers.conversation.caught import CATCHING
from handlers.conversation.engine import Answer, Turn, World, begin
from handlers.conversation.facts import facts_of, pressing
from handlers.conversation.flows import FLOWS
from handlers.conversation.story import spot_line, story_line
from handlers.conversation.summary import LINES, kecamatan, line
from handlers.excluding import unsaid
from handlers.parties import gathered
from handlers.receipts import receipt
from handlers.refs import new_ref
from handlers.safety import keep_told
from handlers.scenes import handled_at, scene_of_case, still_handled
from storage import Work
from triage.decision import decide

REPORT = "report"
#: The question that asks for the story itself.
STORY = "tell"


@dataclass(frozen=True)
class Draft:
    """One turn of a report: what came of it, what stood before, what was said in it, and whether it takes back."""

    turn: Turn
    before: Dialogue | None = None
    said: Answer | None = None
    danger: tuple[str, ...] = ()
    declared: bool = False
    remark: str = ""


def new_dialogue(chat: ChatId) -> Dialogue:
    return Dialogue(chat=chat, flow=REPORT, step="")


def told_in(dialogue: Dialogue, world: World, *, declared: bool = False) -> Told:
    """What a draft says by now, judged by the rules."""
    facts = facts_of(dialogue.answers, world)
    if facts.safe_now is None and (declared or dialogue.answers.get("urgent") == "button"):
        # Who presses Darurat says, whatever else is unknown, that somebody is not safe.
        facts = replace(facts, safe_now=False)
    return Told(
        answers=dialogue.answers,
        facts=facts,
        decision=decide(facts, ours=world.profile.regency),
        kecamatan=kecamatan(dialogue.answers, world),
        declared=declared,
        language=dialogue.language,
    )


async def carry_on(work: Work, draft: Draft, world: World, *, now: datetime) -> Outcome:
    """Keep the turn, and act on what it means: an alert first, then the answer to the person."""
    dialogue = await _with_open_case(work, replace(draft.turn.dialogue, updated_at=now))
    told = told_in(dialogue, world, declared=draft.declared)
    cause = _cause(draft, dialogue, told, world)
    replies = draft.turn.messages
    if dialogue.case:
        outcome, dialogue = await _learn(work, draft, dialogue, told, cause, world, now)
        outcome = replace(outcome, cases=tuple(_from_here(case, dialogue) for case in outcome.cases))
    elif cause is not None or draft.turn.finished:
        outcome, dialogue = await _open(work, draft, dialogue, told, cause or Cause.REPORT, world, now)
    else:
        outcome = Outcome()
    if draft.turn.finished:
        outcome, thanks = _sent(dialogue, outcome, now=now)
        outcome = await _with_people(work, outcome, world, now)
        given = receipt(outcome.cases[-1].ref, dialogue.chat, child=child_writes(dialogue.answers), now=now)
        outcome += replace(given, messages=())
        replies = (*(message for message in replies if message.replaces), thanks, *given.messages)
        dialogue = replace(dialogue, ended=True)
    elif cause is Cause.UNFINISHED:
        outcome += Outcome(
            messages=() if draft.remark else (Message(dialogue.chat, with_numbers("passed-to-person", world)),)
        )
    elif cause is not None and not draft.declared:
        told_so = _calling(dialogue, cause, world)
        outcome += Outcome(messages=(Message(dialogue.chat, told_so, panel=keyboard(dialogue)),))
        if dialogue.answers.get("urgent") is None:
            dialogue, replies = _hurry(dialogue, draft.turn, world)
    clocks = _draft_clocks(dialogue, world, now)
    if draft.turn.finished:
        await keep_told(work, dialogue.chat, dialogue.answers, world)
    return outcome + Outcome(dialogues=(dialogue,), messages=replies, reminders=clocks)


def _from_here(case: Case, dialogue: Dialogue) -> Case:
    return written_from(case, dialogue.chat) if case.ref == dialogue.case else case


async def _with_open_case(work: Work, dialogue: Dialogue) -> Dialogue:
    """A draft whose case was closed meanwhile is a new report: what is told now must reach somebody."""
    if not dialogue.case:
        return dialogue
    case = await work.case(CaseRef(dialogue.case))
    return dialogue if case is not None and await still_handled(work, case) else replace(dialogue, case="")


def keyboard(draft: Dialogue | None) -> Panel:
    """The keyboard that belongs beneath the text field: the open question's own, else the red button alone."""
    step = FLOWS[REPORT].steps.get(draft.step) if draft is not None else None
    own = panel_of(step, draft.answers) if draft is not None and step is not None else Panel.UNCHANGED
    return own if own is not Panel.UNCHANGED else Panel.REPORTER


def _calling(dialogue: Dialogue, cause: Cause, world: World) -> Phrase:
    """That officers are being called, in the words for who writes and for what was heard."""
    child = child_writes(dialogue.answers)
    if dialogue.answers.get("urgent") is not None:
        return with_numbers("urgent-again-child" if child else "urgent-again", world)
    if child:
        return with_numbers("alert-by-answers-child", world)
    return with_numbers("alert-by-words" if cause is Cause.WORDS else "alert-by-answers", world)


def with_numbers(key: str, world: World) -> Phrase:
    """A phrase that brings the emergency numbers with it."""
    lines = tuple(says("hotline", name=line.name, number=line.number) for line in world.profile.hotlines)
    return Phrase(key, {"lines": lines})


def _hurry(dialogue: Dialogue, turn: Turn, world: World) -> tuple[Dialogue, tuple[Message, ...]]:
    """Help is being called: from here on only what helps to find the person is asked first."""
    again = begin(FLOWS[REPORT], replace(dialogue, answers={**dialogue.answers, "urgent": "answers"}), world)
    left = replace(again.dialogue, step=turn.dialogue.step)
    still_open = f"q:{left.step}" if left.step != again.dialogue.step and left.step not in left.answers else ""
    # A question that was only ticked may still be answered; its buttons too have one small screen from now on.
    acknowledged = tuple(
        question(FLOWS[REPORT], left, world, replaces=True) if message.slot == still_open else message
        for message in turn.messages
        if message.replaces
    )
    return replace(again.dialogue, updated_at=dialogue.updated_at), (*acknowledged, *again.messages)


def _cause(draft: Draft, dialogue: Dialogue, told: Told, world: World) -> Cause | None:
    """Why the unit must be called because of this turn, if it must."""
    if draft.declared:
        return Cause.DECLARED
    if draft.danger:
        return Cause.WORDS
    known = dialogue.answers.get("urgent") is not None
    if not known and told.decision.emergency and (draft.turn.finished or pressing(dialogue.answers, world)):
        return Cause.TRIAGE
    if not dialogue.case and (draft.remark or wordless(draft.said)) and not calm(dialogue.answers, world):
        # What no machine can hear, or what may be forced: somebody looks at it.
        return Cause.UNFINISHED
    return None


async def _open(
    work: Work, draft: Draft, dialogue: Dialogue, told: Told, cause: Cause, world: World, now: datetime
) -> tuple[Outcome, Dialogue]:
    case, outcome = open_case(
        told,
        ref=CaseRef(new_ref()),
        alert_ref=AlertRef(new_ref()),
        number=await work.next_number(world.profile.case_prefix, world.profile.local(now).year),
        reporter=dialogue.chat,
        cause=cause,
        roster=await work.roster(),
        profile=world.profile,
        now=now,
    )
    return outcome, replace(dialogue, case=case.ref)


async def _learn(
    work: Work, draft: Draft, dialogue: Dialogue, told: Told, cause: Cause | None, world: World, now: datetime
) -> tuple[Outcome, Dialogue]:
    scene = await scene_of_case(work, dialogue.case)
    news = news_of(draft, dialogue, world)
    said = freely_said(draft, scene.case, dialogue)
    asked = draft.turn.answered == STORY and not draft.danger and not draft.remark
    talk, kept = await talked(work, scene, said, dialogue.chat, world, now, asked=asked)
    if scene.case.joined_to is not None:
        there = await handled_at(work, scene)
        ref = AlertRef(new_ref())
        more = joining.learn(
            scene, there, told, cause=cause, alert_ref=ref, news=news, profile=world.profile, now=now, talk=talk
        )
        return kept + more, dialogue
    _, outcome = learn(
        scene,
        told,
        cause=cause,
        alert_ref=AlertRef(new_ref()),
        news=news,
        profile=world.profile,
        now=now,
        talk=talk,
    )
    return kept + outcome, dialogue


def freely_said(draft: Draft, case: Case, dialogue: Dialogue) -> Answer | None:
    """What was told in this turn in the person's own words, if anything was."""
    before = draft.before.answers if draft.before is not None else case.answers
    grown = len(dialogue.answers.get("story") or []) > len(before.get("story") or [])
    return draft.said if grown else None


def news_of(draft: Draft, dialogue: Dialogue, world: World) -> tuple[Phrase, ...]:
    """What this turn brought that the officer must see: the answered question, or what was told freely."""
    news: list[Phrase] = []
    for step in _answered_now(draft, dialogue):
        answered = line(step, dialogue.answers, world)
        news.extend((answered,) if answered is not None else ())
    story = dialogue.answers.get("story") or []
    before = (draft.before.answers.get("story") if draft.before else None) or []
    news.extend(story_line(entry) for entry in story[len(before) :])
    spot = dialogue.answers.get("spot")
    if spot and (draft.before is None or draft.before.answers.get("spot") != spot):
        news.append(spot_line(spot))
    return tuple(news)


def _answered_now(draft: Draft, dialogue: Dialogue) -> tuple[str, ...]:
    """The question just answered; after a story was confirmed, all that it answered."""
    if draft.turn.answered not in CATCHING or draft.before is None:
        return (draft.turn.answered,)
    return tuple(step for step in LINES if step in dialogue.answers and step not in draft.before.answers)


def _sent(dialogue: Dialogue, outcome: Outcome, *, now: datetime) -> tuple[Outcome, Message]:
    """The report was sent: it has a number, and there is an honest word on what happens next."""
    case = outcome.cases[-1]
    if case.status is Status.UNFINISHED:
        case = replace(case, status=Status.REPORTED)
    told: dict[str, Arg] = {"number": case.number, "contact_by": At(max(contact_due(case), now))}
    thanks = Message(dialogue.chat, Phrase(_thanks(dialogue), told), panel=Panel.REPORTER, protect=True)
    return outcome + Outcome(cases=(case,), judgements=(judged(case, now=now),)), thanks


async def _with_people(work: Work, outcome: Outcome, world: World, now: datetime) -> Outcome:
    """The people of whom the report speaks become records; who of the unit is among them is called no more."""
    case = outcome.cases[-1]
    if case.joined_to is not None:
        return outcome
    roster = await work.roster()
    scene = Scene(case=case, roster=roster)
    return unsaid(outcome + await gathered(work, scene, before=outcome, world=world, now=now), roster)


def _thanks(dialogue: Dialogue) -> str:
    """Which receipt fits: after an emergency, for a child, for whoever does not want to be contacted."""
    if dialogue.answers.get("more") == "cukup":
        return "report-thanks-urgent-child" if child_writes(dialogue.answers) else "report-thanks-urgent"
    if dialogue.answers.get("contact") == "jangan":
        return "report-received-quiet"
    return "report-received-child" if child_writes(dialogue.answers) else "report-received"


def draft_subject(chat: ChatId) -> str:
    """What the clocks of a draft are set for; storage seals it."""
    return str(int(chat))


def _draft_clocks(dialogue: Dialogue, world: World, now: datetime) -> tuple[Reminder, ...]:
    key = draft_subject(dialogue.chat)
    if dialogue.ended:
        return (Reminder(Clock.NUDGE, key, None), Reminder(Clock.FORGET, key, None))
    nudge = None if dialogue.nudged else now + timedelta(minutes=world.profile.nudge_minutes)
    forget = now + timedelta(days=world.profile.draft_days)
    return (Reminder(Clock.NUDGE, key, nudge), Reminder(Clock.FORGET, key, forget))


def untouched(draft: Dialogue | None) -> bool:
    """Whether there is no draft, or one that /start began and in which nothing was told yet."""
    return draft is None or not (draft.answers or draft.path or draft.case)


async def put_aside(work: Work, chat: ChatId) -> Outcome:
    """Somebody was let in to a conversation: what they write is for that one, not for the report that /start began."""
    draft = await work.dialogue(chat, REPORT, "")
    if draft is None or not untouched(draft):
        return Outcome()
    key = draft_subject(chat)
    clocks = (Reminder(Clock.NUDGE, key, None), Reminder(Clock.FORGET, key, None))
    return Outcome(dialogues=(replace(draft, ended=True),), reminders=clocks)
