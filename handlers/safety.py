"""Safe contact: what a person chose on how they may be reached, asked after a report and changed any time by /aman."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case
from cases.dialogue import Dialogue
from cases.messages import Button, ChatId, Message, Style, in_rows
from cases.notices import tell
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.safe_contact import SafeContact
from cases.safe_words import for_caller, in_card, in_file
from cases.staff import Staff
from handlers.conversation.engine import Answer, Kind, Turn, World, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.safety_forms import AMAN, FLOW, PARTS, QUESTIONS, as_answers, chosen, from_report, known
from handlers.conversation.steps import Answers
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from storage import Person, Work

#: What is asked and shown here is taken off the phone after so many minutes.
FADES = 10
#: More words than this at a question for one word are something told, and belong to the report.
A_FEW = 3


async def keep_told(work: Work, chat: ChatId, answers: Answers, world: World) -> None:
    """A report was sent: what it said of contact holds from now on."""
    person = await _person(work, chat)
    safe = from_report(answers, person.safe, zone=world.profile.zone.key)
    if safe != person.safe:
        await work.save_person(replace(person, safe=safe))


async def after_report(work: Work, chat: ChatId, answers: Answers, world: World, now: datetime) -> Outcome:
    """What a report did not say of contact is asked once, when its receipt is safe.

    Whoever reported an emergency is shown a button instead of a question. Nobody is asked a second time.
    """
    if (await _person(work, chat)).safe.asked:
        return Outcome()
    if answers.get("urgent"):
        offer = Message(chat, says("safety-offer"), buttons=((Button(says("button-aman-all"), "aman", choice="all"),),))
        return Outcome(messages=(replace(offer, fades=FADES),))
    return _begun(chat, known(answers), world, now, intro="safety-intro")


def _begun(chat: ChatId, answers: Answers, world: World, now: datetime, *, intro: str = "") -> Outcome:
    turn = begin(FLOW, Dialogue(chat, AMAN, "", answers=answers), world)
    dialogue = replace(turn.dialogue, updated_at=now)
    first, *rest = turn.messages
    if intro:
        key = f"{intro}-child" if answers.get("child") else intro
        first = replace(first, phrase=says("note-and-question", note=says(key), question=first.phrase))
    forget = Reminder(Clock.FORGET, str(int(chat)), now + timedelta(days=world.profile.draft_days))
    return Outcome(dialogues=(dialogue,), messages=_fading((first, *rest)), reminders=(forget,))


def _fading(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    return tuple(one if one.replaces else replace(one, fades=FADES) for one in messages)


async def show(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/aman`: what stands, and a button for each part of it. The words themselves are not shown."""
    return Outcome(messages=(await _card(work, heard.chat),))


async def _card(work: Work, chat: ChatId) -> Message:
    child = await _is_child(work, chat)
    safe = (await _person(work, chat)).safe
    parts = [part for part in PARTS if not (child and part in ("else", "decoy", "news"))]
    parts = [part for part in parts if safe.first or part not in ("hours", "cover", "news")]
    buttons = [Button(says(f"button-aman-{part}"), "aman", choice=part) for part in parts]
    rows = in_rows(buttons, columns=2)
    if not safe.asked:
        rows = ((Button(says("button-aman-all"), "aman", choice="all", style=Style.SUCCESS),), *rows)
    lines = in_card(safe, child=child)
    return Message(chat, says("safety-card", lines=lines), buttons=rows, slot=AMAN, fades=FADES)


async def change(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """One part is asked again, or all of it."""
    safe = (await _person(work, heard.chat)).safe
    cases = await work.cases_of_reporter(heard.chat)
    said = known(cases[0].answers) if cases else {"call": True}
    if heard.choice not in PARTS:
        return _begun(heard.chat, {key: said[key] for key in ("call", "child") if key in said}, world, now)
    only = PARTS[heard.choice]
    stands = {key: value for key, value in as_answers(safe).items() if key not in only}
    given = {"call": said["call"] or heard.choice == "else", "child": said.get("child", False)}
    return _begun(heard.chat, {**given, **stands, "only": list(only)}, world, now)


async def turned(
    work: Work, form: Dialogue, heard: Heard, answer: Answer, world: World, now: datetime
) -> Outcome | None:
    """A button under one of these questions, or something typed while they are open; None for what is no answer to
    them, and is heard as ever. Danger was looked for before."""
    turn = hear_answer(FLOW, form, answer, world)
    if answer.kind is not Kind.PRESS:
        step = QUESTIONS.get(form.step)
        is_word = step is not None and step.private and len(answer.text.split()) <= A_FEW
        if answer.kind is not Kind.TEXT or not (turn.understood or is_word):
            return None
    return await _turned(work, form, turn, world, now)


async def _turned(work: Work, form: Dialogue, turn: Turn, world: World, now: datetime) -> Outcome:
    kept = replace(turn.dialogue, updated_at=now, ended=turn.finished)
    outcome = Outcome(dialogues=(kept,), messages=_fading(turn.messages))
    if not turn.finished:
        return outcome
    if kept.answers.get("cancelled"):
        return outcome + Outcome(messages=(Message(form.chat, says("safety-later"), fades=FADES),))
    return outcome + await _chosen(work, kept, world, now)


async def _chosen(work: Work, form: Dialogue, world: World, now: datetime) -> Outcome:
    """Kept sealed with the person; their cases say that something was chosen, and who holds them hears it."""
    person = await _person(work, form.chat)
    safe = chosen(form.answers, person.safe, zone=world.profile.zone.key)
    await work.save_person(replace(person, safe=safe))
    outcome = Outcome(
        messages=(Message(form.chat, says("safety-kept", lines=in_card(safe, child=bool(form.answers.get("child"))))),)
    )
    outcome = replace(outcome, messages=_fading(outcome.messages))
    for case in await work.cases_of_reporter(form.chat):
        if case.is_open:
            scene = await scene_of_case(work, case.ref)
            told = {"first": safe.first, "hours": len(safe.hours), "proof": bool(safe.proof)}
            outcome += Outcome(
                events=(Event(EventKind.SAFETY_CHOSEN, case.ref, now, told=told),),
                messages=tell(EventKind.SAFETY_CHOSEN, scene),
            )
    return outcome


async def safe_of(work: Work, case: Case) -> SafeContact:
    """What the reporter of that case chose."""
    return SafeContact() if case.reporter is None else (await _person(work, case.reporter)).safe


async def contact_file(work: Work, case: Case, *, to: Staff, now: datetime) -> Outcome:
    """How the reporter may be reached, with the word of proof: for who needs the file, with the trace of it first."""
    lines = in_file(await safe_of(work, case), now)
    if not lines:
        return Outcome()
    told = Message(to.chat, says("safety-file", number=case.number, lines=lines), protect=True)
    return Outcome(looks=(Look(case.ref, to.id, now, "contact"),), messages=(told,))


async def contact_line(work: Work, case: Case, now: datetime) -> Phrase:
    """The line of a card by which it says when it is safe to call."""
    return for_caller(await safe_of(work, case), now)


async def _person(work: Work, chat: ChatId) -> Person:
    return await work.person(chat) or Person(chat)


async def _is_child(work: Work, chat: ChatId) -> bool:
    cases = await work.cases_of_reporter(chat)
    return bool(cases) and cases[0].answers.get("who") == "sa"


COMMANDS = {"aman": show, "safe": show}
PRESSES = {"aman": change}
FORMS = {AMAN: turned}
