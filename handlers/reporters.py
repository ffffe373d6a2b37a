"""Answers to who reports: heard at once, asked little, never sent away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases.case import Case, CaseRef
from cases.dialogue import Dialogue
from cases.languages import LANGUAGES
from cases.messages import Button, ChatId, Message, Panel, in_rows
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from handlers import (
    consent_text,
    fixing,
    leaving,
    letting_in,
    opening,
    own_data,
    receipts,
    safety,
    showing_status,
    unread,
)
from handlers.additions import add_to_case, read_before, replied_case
from handlers.conversation.answering import child_writes
from handlers.conversation.asking import closed
from handlers.conversation.caught import catch
from handlers.conversation.engine import Answer, Kind, Turn, World, ask, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.flows import FLOWS
from handlers.conversation.remarks import TAKES_BACK, asks_for_news, remark_in
from handlers.conversation.story import keep_story
from handlers.drafts import REPORT, Draft, carry_on, keyboard, new_dialogue, untouched, with_numbers
from handlers.heard import Doing, Heard
from handlers.lines import open_case_of as _open_case
from handlers.listening import danger_in
from handlers.remarks import only_joked, remarked
from handlers.scenes import handled_at, scene_of_case
from handlers.sent_files import cared_for
from storage import Person, Work

TOO_BIG = 20 * 1024 * 1024
URGENT_WORDS = frozenset({"darurat", "sos", "emergency", "🆘", "🆘 darurat"})

Answerer = Callable[[Work, Heard, World, datetime], Awaitable[Outcome]]


async def answer(work: Work, heard: Heard, world: World, *, now: datetime) -> Outcome:
    """What a reporter gets to hear, whatever they did."""
    outcome = await _answer(work, heard, world, now=now)
    return replace(outcome, messages=one_keyboard(outcome.messages))


async def _answer(work: Work, heard: Heard, world: World, *, now: datetime) -> Outcome:
    if leaving.is_leaving(heard):
        # "Keluar" alone sounds like a cry to get out, to who listens for danger.
        return await leaving.leave(work, heard, world, now)
    if heard.doing is Doing.COMMAND and not (heard.command not in URGENT_COMMANDS and _danger(heard)):
        return await COMMANDS.get(heard.command, unknown_command)(work, heard, world, now)
    if heard.doing is Doing.PRESSED:
        chosen = PRESSES.get(heard.action)
        return await chosen(work, heard, world, now) if chosen is not None else Outcome()
    if heard.doing is Doing.EDITED:
        return await edited(work, heard, world, now)
    if heard.answer is not None and is_urgent(heard.answer):
        return await urgent(work, heard, world, now)
    if heard.answer is not None and leaving.wants_out(heard.answer):
        return await leaving.leave(work, heard, world, now)
    return await said(work, heard, world, now)


def is_urgent(answer: Answer) -> bool:
    """Whether this is the red button, pressed or typed."""
    return answer.text.strip().lower() in URGENT_WORDS


def cries_for_help(answer: Answer) -> bool:
    """Whether these words alone are an alarm, whoever wrote them."""
    return is_urgent(answer) or bool(danger_in(answer))


def _danger(heard: Heard) -> bool:
    """Danger in what stands behind a command, or instead of one: "/tolong dia bawa parang"."""
    return heard.answer is not None and bool(danger_in(heard.answer))


def one_keyboard(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """No line for a keyboard's sake alone where another message can bring it; else it comes before the question."""
    kept: list[Message] = []
    for message in messages:
        brings = message.panel is not Panel.UNCHANGED and message.phrase.key == f"panel-{message.panel}"
        carriers = [n for n, one in enumerate(kept) if one.to == message.to and not (one.buttons or one.replaces)]
        if brings and carriers:
            kept[carriers[0]] = replace(kept[carriers[0]], panel=message.panel)
        elif brings and kept and kept[-1].buttons:
            kept.insert(len(kept) - 1, message)
        else:
            kept.append(message)
    return tuple(kept)


async def _with_language(work: Work, outcome: Outcome) -> Outcome:
    """The first question also offers the other language."""
    *before, question = outcome.messages
    person = await work.person(question.to)
    other = "id" if person is not None and person.language == "en" else "en"
    switch = (_language_button(other), Button(says("button-languages"), "langs"))
    return replace(outcome, messages=(*before, replace(question, buttons=(*question.buttons, switch))))


def _language_button(language: str) -> Button:
    return Button(says(f"button-language-{language}"), "lang", choice=language)


async def _draft(work: Work, chat: ChatId) -> Dialogue | None:
    return await work.dialogue(chat, REPORT, "")


async def _form(work: Work, chat: ChatId) -> Dialogue | None:
    """The short form of a reporter that was spoken in last, unless they have gone on with a report since."""
    spoken = (one for one in await work.dialogues(chat) if one.flow == REPORT or one.flow in FORMS)
    newest = next(spoken, None)
    return newest if newest is not None and newest.flow in FORMS else None


async def speaks(work: Work, chat: ChatId) -> bool:
    """Whether somebody is just speaking as a reporter: in a report, or in a short form beside it."""
    return await _draft(work, chat) is not None or await _form(work, chat) is not None


async def start(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """First words: the numbers, the red button, that this is not end-to-end encrypted; then: are you safe now?"""
    if letting_in.is_invited(heard):
        return await letting_in.join(work, heard, world, now)
    draft = await _draft(work, heard.chat)
    welcome = Message(heard.chat, with_numbers("welcome", world), panel=keyboard(draft))
    if draft is not None:
        return Outcome(messages=(welcome, ask(FLOWS[REPORT], draft, world)))
    turn = begin(FLOWS[REPORT], new_dialogue(heard.chat), world)
    return await _with_language(work, Outcome(messages=(welcome,)) + await carry_on(work, Draft(turn), world, now=now))


async def answered(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """A button under one of our questions."""
    if heard.answer is None:
        return Outcome()
    flow = next((name for name in FORMS if heard.answer.step in FLOWS[name].steps), None)
    if flow is not None:
        form = await work.dialogue(heard.chat, flow, heard.ref)
        turned = await FORMS[flow](work, form, heard, heard.answer, world, now) if form is not None else None
        return turned or Outcome(messages=(Message(heard.chat, says("stale-button"), panel=Panel.REPORTER),))
    draft = await _draft(work, heard.chat)
    if draft is None:
        over = Message(heard.chat, says("stale-button"), panel=Panel.REPORTER)
        return Outcome(messages=(over,)) if await _open_case(work, heard.chat) else await start(work, heard, world, now)
    turn = hear_answer(FLOWS[REPORT], draft, heard.answer, world)
    return await carry_on(work, Draft(turn, before=draft), world, now=now)


async def said(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Somebody wrote or sent something: an answer to our question, more to a case, or the first words of a report."""
    said_now = heard.answer or Answer(Kind.OTHER)
    if said_now.size > TOO_BIG:
        # The file can't be fetched; what was written beside it counts, and the questions go on.
        light = Answer(Kind.TEXT if said_now.text.strip() else Kind.OTHER, text=said_now.text)
        refused = Outcome(messages=(Message(heard.chat, says("file-too-big")),))
        open_draft = await _draft(work, heard.chat)
        if light.kind is Kind.OTHER and open_draft is not None:
            # What kind of message it was is not the trouble: nothing more about that.
            return refused + Outcome(messages=(ask(FLOWS[REPORT], open_draft, world),))
        return refused + await said(work, replace(heard, answer=light), world, now)
    draft = await _draft(work, heard.chat)
    danger = danger_in(said_now)
    meant = await replied_case(work, heard, draft)
    if meant is not None and not (danger and draft is not None):
        draft = None
    case = (meant or await _open_case(work, heard.chat)) if draft is None else None
    if case is not None and said_now.kind is Kind.TEXT and asks_for_news(said_now.text):
        # As first words it could be a plea; after a report it is what it says, and whoever holds that sees it.
        waits = await add_to_case(work, case, said_now, world, chat=heard.chat, now=now)
        return waits + await opening.status(work, heard, world, now)
    form = await _form(work, heard.chat) if not danger and meant is None else None
    turned = await FORMS[form.flow](work, form, heard, said_now, world, now) if form is not None else None
    if turned is not None:
        return turned
    code = opening.typed(heard, said_now, world, now) if case is None and untouched(draft) and not danger else None
    if code is not None:
        return code
    remark = None if danger else await remarked(work, heard, said_now, draft, case, world, now=now)
    if remark is not None:
        return remark
    if draft is not None and not danger and not untouched(draft) and await leaving.left_with(work, draft):
        # Whoever says "halo" to a chat that was just cleared may be somebody else: what was told is not said to them.
        open_still = Message(heard.chat, says("nudge"), panel=keyboard(draft))
        turn = Turn(keep_story(draft, said_now), (open_still,))
        return await carry_on(work, Draft(turn, before=draft, said=said_now), world, now=now)
    if draft is not None and not only_joked(draft):
        turn = hear_answer(FLOWS[REPORT], draft, said_now, world)
        turn = catch(FLOWS[REPORT], turn, said_now.text, world, now=now)
        return await carry_on(work, Draft(turn, before=draft, said=said_now, danger=danger), world, now=now)
    if case is not None and not danger:
        return await addition(work, heard, case, said_now, world, now)
    let_in = Outcome()
    if case is None and draft is None:
        let_in = await letting_in.said(work, heard, said_now, world, now)
        if let_in.cases and not danger:
            return let_in + Outcome(messages=(Message(heard.chat, says("trusted-added"), panel=Panel.REPORTER),))
    first = draft or new_dialogue(heard.chat) if case is None else _again(case, heard.chat)
    first = keep_story(first, said_now)
    turn = begin(FLOWS[REPORT], first, world)
    turn = catch(FLOWS[REPORT], turn, said_now.text, world, now=now)
    greeting = Message(heard.chat, with_numbers("welcome-heard", world), panel=Panel.REPORTER)
    rest = await carry_on(work, Draft(turn, said=said_now, danger=danger), world, now=now)
    if danger:
        return let_in + rest
    outcome = Outcome(messages=(greeting, *cared_for(heard.chat, said_now, first.answers))) + rest
    return await _with_language(work, outcome) if case is None else outcome


def _again(case: Case, chat: ChatId) -> Dialogue:
    """The questions of a report that is a case already, to be gone on with."""
    answers = {key: value for key, value in case.answers.items() if key not in ("urgent", "more", "send")}
    return replace(new_dialogue(chat), answers=answers, case=case.ref)


async def addition(work: Work, heard: Heard, case: Case, more: Answer, world: World, now: datetime) -> Outcome:
    """More to a report that was sent: kept with it, and passed on to who holds it."""
    read = await read_before(work, case, heard.chat)
    outcome = await add_to_case(work, case, more, world, chat=heard.chat, now=now)
    thanks = Message(
        heard.chat,
        says("addition-received", number=case.number, read=read),
        buttons=((Button(says("button-new-report"), "new"),),),
        panel=Panel.REPORTER,
    )
    told = Outcome(messages=(*cared_for(heard.chat, more, case.answers), thanks))
    more_told = await receipts.unsaved(work, heard.chat) + await consent_text.shown_again(work, heard.chat, case, world)
    return outcome + told + more_told


async def urgent(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Darurat: the alert goes out at once with what is known; only then is anything asked, one thing at a time."""
    draft = await _draft(work, heard.chat)
    case = await _open_case(work, heard.chat)
    # Another report that was begun beside a case stays another one: its answers must not take the place of the first's.
    known = CaseRef(draft.case) if draft is not None else (case.ref if case is not None else "")
    there = await handled_at(work, await scene_of_case(work, case.ref)) if case is not None else None
    alert = there.alert if there is not None else None
    if case is not None and case.declared and alert is not None and alert.needs_outreach:
        again = Event(EventKind.REPORTER_ADDED, case.ref, now, told={"again": True})
        child = draft is not None and child_writes(draft.answers)
        words = with_numbers("urgent-again-child" if child else "urgent-again", world)
        said_again = Message(heard.chat, words, panel=keyboard(draft))
        asked = (ask(FLOWS[REPORT], draft, world),) if draft is not None else ()
        return Outcome(events=(again,), messages=(said_again, *asked))
    if draft is None:
        draft = _again(case, heard.chat) if case is not None else new_dialogue(heard.chat)
    calling = replace(draft, answers={**draft.answers, "urgent": "button"}, case=known)
    turn = begin(FLOWS[REPORT], calling, world)
    raised = Message(heard.chat, with_numbers("urgent-raised", world), panel=Panel.REPORTER)
    rest = await carry_on(work, Draft(turn, before=draft, declared=True), world, now=now)
    if case is None:
        # A grown-up who was let in: whoever holds that case must know that this call may be about it.
        rest = await letting_in.said(work, heard, Answer(Kind.TEXT, text="🆘 Darurat"), world, now) + rest
    return Outcome(messages=(raised,)) + rest


async def edited(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """A changed message never overwrites what was said: it is heard as something more that was said."""
    changed = heard.answer or Answer(Kind.OTHER)
    draft = await _draft(work, heard.chat)
    if danger_in(changed) or remark_in(changed.text) in TAKES_BACK:
        return await said(work, heard, world, now)
    if draft is not None:
        thanks = Message(heard.chat, says("edited-heard"))
        turn = Turn(keep_story(draft, changed), (thanks,))
        return await carry_on(work, Draft(turn, before=draft, said=changed), world, now=now)
    case = await _open_case(work, heard.chat)
    return await addition(work, heard, case, changed, world, now) if case is not None else Outcome()


async def language(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """From now on in this language, the question that was open first of all."""
    chosen = heard.choice if heard.choice in LANGUAGES else LANGUAGES[0]
    known = await work.person(heard.chat) or Person(heard.chat)
    await work.save_person(replace(known, language=chosen, told_language=True))
    draft = await _draft(work, heard.chat)
    if draft is None:
        return Outcome(messages=(Message(heard.chat, with_numbers("language-chosen", world), panel=Panel.REPORTER),))
    spoken = replace(draft, language=chosen, updated_at=now)
    # Whoever has answered nothing yet could not read the first words: they are said again.
    key = "language-chosen" if spoken.path else "welcome"
    done = Message(heard.chat, with_numbers(key, world), panel=keyboard(spoken))
    left = closed(FLOWS[REPORT].steps[spoken.step], spoken, world)
    return Outcome(dialogues=(spoken,), messages=(left, done, ask(FLOWS[REPORT], spoken, world)))


async def choose_language(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    rows = in_rows(map(_language_button, LANGUAGES), columns=2)
    return Outcome(messages=(Message(heard.chat, says("choose-language"), buttons=rows),))


async def new_report(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Another report beside one that is a case already."""
    draft = await _draft(work, heard.chat)
    if draft is not None and not draft.case:
        return Outcome(messages=(ask(FLOWS[REPORT], draft, world),))
    if draft is None and await _open_case(work, heard.chat) is None:
        return await start(work, heard, world, now)
    turn = begin(FLOWS[REPORT], new_dialogue(heard.chat), world)
    return await carry_on(work, Draft(turn), world, now=now)


async def show_help(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    draft = await _draft(work, heard.chat)
    told = Message(heard.chat, with_numbers("help", world), panel=keyboard(draft))
    asked = (ask(FLOWS[REPORT], draft, world),) if draft is not None else ()
    return Outcome(messages=(told, *asked))


async def unknown_command(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """A command that is none of ours."""
    draft = await _draft(work, heard.chat)
    if draft is None and await _open_case(work, heard.chat) is None:
        return await start(work, heard, world, now)
    told = Message(heard.chat, says("unknown-command"), panel=keyboard(draft))
    asked = (ask(FLOWS[REPORT], draft, world),) if draft is not None else ()
    return Outcome(messages=(told, *asked))


URGENT_COMMANDS = frozenset({"darurat", "sos"})

FORMS = {**receipts.FORMS, **opening.FORMS, **safety.FORMS, **fixing.FORMS}

COMMANDS: dict[str, Answerer] = {
    "start": start,
    "lapor": new_report,
    "report": new_report,
    "darurat": urgent,
    "sos": urgent,
    "bahasa": choose_language,
    "language": choose_language,
    "bantuan": show_help,
    "help": show_help,
    **safety.COMMANDS,
    **receipts.COMMANDS,
    **opening.COMMANDS,
    **letting_in.COMMANDS,
    **leaving.COMMANDS,
    **own_data.COMMANDS,
    **fixing.COMMANDS,
}
#: What members of the unit may begin as anybody may; the others mean something else to them.
FOR_STAFF_TOO = frozenset(COMMANDS) - {"start", "bahasa", "language", "bantuan", "help"}

PRESSES: dict[str, Answerer] = {
    "a": answered,
    "urgent": urgent,
    "lang": language,
    "langs": choose_language,
    "new": new_report,
    **safety.PRESSES,
    **receipts.PRESSES,
    **opening.PRESSES,
    **letting_in.PRESSES,
    **showing_status.PRESSES,
    **leaving.PRESSES,
    **unread.PRESSES,
    **own_data.PRESSES,
    **fixing.PRESSES,
    **consent_text.PRESSES,
}
