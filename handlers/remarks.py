"""Answers to what is no story: taking back, saying that all is well, trying us out, a mere question.

Danger in the same words was looked for before. Nothing here lowers anything or ends a dialogue.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case
from cases.dialogue import Dialogue
from cases.messages import Button, Message, Panel
from cases.notices import Scene
from cases.outcome import Clock, Outcome, Reminder
from cases.phrases import Arg, Phrase, says
from cases.withdrawals import tell_of_withdrawal
from handlers.additions import add_to_case
from handlers.conversation.calm import calm
from handlers.conversation.engine import Answer, Kind, Turn, World, ask, begin
from handlers.conversation.flows import FLOWS
from handlers.conversation.remarks import JOKE, TAKES_BACK, THANKS, question_in, remark_in, tells
from handlers.conversation.steps import Step
from handlers.conversation.story import keep_story
from handlers.conversation.understanding import understood
from handlers.drafts import REPORT, Draft, carry_on, draft_subject, new_dialogue
from handlers.heard import Heard
from handlers.scenes import handled_at, scene_of_case
from storage import Work
from triage.story import propose

#: Kept in a draft in which nothing but a joke was told yet.
JOKED = "_joked"


def only_joked(draft: Dialogue | None) -> bool:
    """Whether nothing was told yet but a joke: the next words are first words."""
    return draft is not None and set(draft.answers) == {JOKED}


async def remarked(
    work: Work, heard: Heard, said: Answer, draft: Dialogue | None, case: Case | None, world: World, *, now: datetime
) -> Outcome | None:
    """The answer to a remark; None if the words are none, and have to be heard as what they are."""
    if said.kind is not Kind.TEXT:
        return None
    remark = remark_in(said.text)
    step = FLOWS[REPORT].steps.get(draft.step) if draft is not None else None
    if remark in TAKES_BACK:
        if remark == "calmed" and _is_an_answer(said, draft, step, case, world):
            return None
        return await _taken_back(work, heard, said, remark, draft, case, world, now)
    if case is not None or (step is not None and step.free):
        return None
    if remark == THANKS and not _answers(said, draft, step, world):
        return Outcome(messages=(Message(heard.chat, says("remark-thanks")),))
    if remark == JOKE:
        return _joked(heard, world, now) if draft is None else None
    return _asked(heard, said, draft, step, world, now)


def _is_an_answer(said: Answer, draft: Dialogue | None, step: Step | None, case: Case | None, world: World) -> bool:
    """ "Sudah aman" answers whether one is safe; as the very first words it is heard like any others."""
    return case is None if draft is None or step is None else _answers(said, draft, step, world)


def _answers(said: Answer, draft: Dialogue | None, step: Step | None, world: World) -> bool:
    """Whether the open question takes these words for its answer: "ya, terima kasih" is a yes."""
    if draft is None or step is None:
        return False
    return not step.free and understood(step, said, draft.answers, world) is not None


async def _taken_back(
    work: Work,
    heard: Heard,
    said: Answer,
    remark: str,
    draft: Dialogue | None,
    case: Case | None,
    world: World,
    now: datetime,
) -> Outcome:
    """Kept, answered kindly, and told to whoever holds the case; in a draft that is not calm a person looks at it."""
    called = case is not None or (draft is not None and bool(draft.case or not calm(draft.answers, world)))
    reply = Message(heard.chat, with_lines(f"remark-{remark}" + ("-called" if called else ""), world))
    outcome = Outcome(messages=(reply,))
    if draft is not None:
        turn = Turn(keep_story(draft, said), ())
        outcome += await carry_on(work, Draft(turn, before=draft, said=said, remark=remark), world, now=now)
    elif case is not None:
        outcome += await add_to_case(work, case, said, world, chat=heard.chat, now=now)
    ref = case.ref if case is not None else draft.case if draft is not None else ""
    if ref:
        there = await handled_at(work, await scene_of_case(work, ref))
        outcome += Outcome(messages=tell_of_withdrawal(there, remark))
    elif outcome.cases:
        opened = Scene(case=outcome.cases[-1], roster=await work.roster(), alert=outcome.alerts[-1])
        outcome += Outcome(messages=tell_of_withdrawal(opened, remark))
    return outcome


def _joked(heard: Heard, world: World, now: datetime) -> Outcome:
    """Answered once, politely; no reminder follows, and the next words are heard like anybody's."""
    first = replace(new_dialogue(heard.chat), answers={JOKED: True}, updated_at=now)
    here = begin(FLOWS[REPORT], first, world).dialogue
    due = now + timedelta(days=world.profile.draft_days)
    return Outcome(
        dialogues=(here,),
        messages=(Message(heard.chat, with_lines("joke-heard", world), panel=Panel.REPORTER),),
        reminders=(Reminder(Clock.FORGET, draft_subject(heard.chat), due),),
    )


def _asked(
    heard: Heard, said: Answer, draft: Dialogue | None, step: Step | None, world: World, now: datetime
) -> Outcome | None:
    """A mere question is answered without a case, as long as nothing of danger was told."""
    topic = question_in(said.text)
    if not topic or tells(propose(said.text, now=now)):
        return None
    if draft is not None and not calm(draft.answers, world):
        return None
    told = _with_end(topic, world)
    if draft is not None and step is not None and not only_joked(draft):
        return Outcome(messages=(Message(heard.chat, told), ask(FLOWS[REPORT], draft, world)))
    report = ((Button(says("button-new-report"), "new"),),)
    return Outcome(messages=(Message(heard.chat, told, buttons=report, panel=Panel.REPORTER),))


def _lines(world: World) -> tuple[Phrase, ...]:
    return tuple(says("hotline", name=line.name, number=line.number) for line in world.profile.hotlines)


def with_lines(key: str, world: World) -> Phrase:
    """A phrase that may bring the emergency numbers with it."""
    return Phrase(key, {"lines": _lines(world)})


def _with_end(topic: str, world: World) -> Phrase:
    more: dict[str, Arg] = {"unit": world.profile.unit, "lines": _lines(world), "end": says("answer-end")}
    return Phrase(f"answer-{topic}", more)
