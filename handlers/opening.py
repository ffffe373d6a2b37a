"""From another phone or account: code and word, always both, open the conversation; wrong ones only take longer.

Nothing is looked up while somebody answers: a try is written down, and judged when its time has come, by the
scheduler. So what is done, said and measured in the meantime is the same whether there is such a code or not, and
nothing else in that chat waits.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case, CaseRef
from cases.dialogue import Dialogue
from cases.lengths import length
from cases.line import Line, LineKind, LineRef
from cases.messages import ChatId, Message
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.receipt import CODE_DIGITS, JOIN_DIGITS, digits_in, is_whole, may_be_a_word, wait_after
from handlers import letting_in, receipts
from handlers.conversation.asking import FADES
from handlers.conversation.engine import Answer, Kind, Turn, World, ask, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.flows import FLOWS
from handlers.conversation.receipt_forms import JOINING, OPENING, RENEWING
from handlers.drafts import REPORT, draft_subject, put_aside
from handlers.heard import Heard
from handlers.lines import case_of_chat, cases_of_chat, told_holder
from handlers.refs import new_ref
from handlers.showing_status import show, status_of
from storage import Due, Work

#: A try that waits to be judged. There is one in a chat: a newer one takes its place, and its time.
TRY = "try"
CODES = {"ocode": CODE_DIGITS, "jcode": JOIN_DIGITS}


async def start(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/buka`: the code is asked for, unless it stands behind the command, then the word."""
    said = heard.answer.text.partition(" ")[2] if heard.answer is not None else ""
    behind = typed(heard, Answer(Kind.TEXT, text=said), world, now)
    return behind if behind is not None else _begun(heard.chat, "", world, now)


async def status(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/status`: how far things have come; where nothing is open here, code and word are asked for."""
    shown = await show(work, heard, world, now)
    return shown if shown is not None else await start(work, heard, world, now)


def _begun(chat: ChatId, code: str, world: World, now: datetime) -> Outcome:
    known = {"ocode": code} if code else {}
    turn = begin(FLOWS[OPENING], Dialogue(chat, OPENING, "", answers=known), world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)


def typed(heard: Heard, answer: Answer, world: World, now: datetime) -> Outcome | None:
    """Sixteen digits out of nothing are a code: the word is asked for, or the slip told; None for anything else."""
    digits = digits_in(answer.text) if answer.kind is Kind.TEXT else ""
    if len(digits) != CODE_DIGITS:
        return None
    if is_whole(digits):
        return _begun(heard.chat, digits, world, now)
    asked = _begun(heard.chat, "", world, now)
    return replace(asked, messages=(replace(asked.messages[0], phrase=says("code-typo")), *asked.messages[1:]))


async def answered(
    work: Work, form: Dialogue, heard: Heard, answer: Answer, world: World, now: datetime
) -> Outcome | None:
    """One answer on the way to be let in; None for what is told, which is no answer to this."""
    flow = FLOWS[form.flow]
    if answer.kind is Kind.TEXT and form.step in CODES:
        wrong = _slip(answer.text, CODES[form.step])
        if wrong is None:
            return None
        if wrong:
            again = replace(ask(flow, form, world), phrase=says(wrong))
            return Outcome(dialogues=(replace(form, updated_at=now),), messages=(again,))
    elif (answer.kind is Kind.TEXT and not may_be_a_word(answer.text)) or answer.kind not in (Kind.TEXT, Kind.PRESS):
        return None
    turn = hear_answer(flow, form, answer, world)
    outcome = Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)
    if not turn.finished:
        return outcome
    if turn.dialogue.answers.get("cancelled"):
        return outcome + Outcome(messages=(Message(heard.chat, says("opening-cancelled")),))
    return outcome + await _tried(work, turn, now)


def _slip(text: str, length: int) -> str | None:
    """What is wrong with a code as it was typed: the phrase that says so, nothing, or None for what is no code."""
    digits = digits_in(text)
    if not digits:
        return "code-digits" if may_be_a_word(text) else None
    if len(digits) != length:
        return f"code-length-{length}"
    return "" if is_whole(digits) else "code-typo"


async def _tried(work: Work, turn: Turn, now: datetime) -> Outcome:
    """The try is kept until its time. It counts as wrong until it is found right, whatever code it was."""
    form = turn.dialogue
    chat = form.chat
    answers = {key: value for key, value in form.answers.items() if not key.startswith("_")}
    waiting = await work.dialogue(chat, TRY)
    if waiting is not None:
        counted, due = str(waiting.answers["counted"]), datetime.fromisoformat(str(waiting.answers["due"]))
    else:
        counted = str(answers.get("ocode") or answers.get("jcode") or f"case {form.case}")
        due = now + wait_after(await work.count_try(chat, counted, now=now))
    tried = Dialogue(
        chat,
        TRY,
        "",
        answers={**answers, "kind": form.flow, "counted": counted, "due": due.isoformat()},
        case=form.case,
        updated_at=now,
    )
    said = Message(chat, _checking(form.flow, due - now), fades=FADES)
    return Outcome(dialogues=(tried,), messages=(said,), reminders=(Reminder(Clock.OPENING, draft_subject(chat), due),))


def _checking(kind: str, wait: timedelta) -> Phrase:
    soon = says("opening-soon") if wait <= timedelta() else says("opening-wait", span=length(wait))
    return says("joining-checking" if kind == JOINING else "opening-checking", when=soon)


async def judged(work: Work, due: Due, world: World, now: datetime) -> Outcome:
    """The time of a try has come: a right one is let in, however many wrong ones there were."""
    chat = ChatId(int(due.subject))
    tried = await work.dialogue(chat, TRY)
    if tried is None:
        return Outcome()
    over = Outcome(dialogues=(replace(tried, ended=True),))
    kind, answers = tried.answers["kind"], tried.answers
    if kind == JOINING:
        asked = await letting_in.knocked(work, chat, answers, now)
        if asked is None:
            return over
        await work.take_back_try(chat, str(answers["counted"]))
        return over + asked
    if kind == RENEWING:
        right = await work.word_fits(CaseRef(tried.case), str(answers["kword"]))
        # The line may have been closed while it waited.
        case = await case_of_chat(work, chat, tried.case) if right else None
    else:
        ref = await work.opens(str(answers["ocode"]), str(answers["oword"]))
        case = await work.case(ref) if ref is not None else None
    if case is None:
        return over + Outcome(messages=(Message(chat, says("opening-refused"), buttons=receipts.beginnings()),))
    await work.take_back_try(chat, str(answers["counted"]))
    if kind == RENEWING:
        return over + await receipts.renewed(work, case, chat, now)
    return over + await _opened(work, case, chat, world, now)


async def _opened(work: Work, case: Case, chat: ChatId, world: World, now: datetime) -> Outcome:
    """Let in: from now on this chat speaks for the case as the one does in which it was reported."""
    outcome = await put_aside(work, chat)
    if case.ref not in {one.ref for one in await cases_of_chat(work, chat)}:
        line = Line(LineRef(new_ref()), case.ref, chat, LineKind.PHONE, now)
        event = Event(EventKind.LINE_OPENED, case.ref, now, told={"line": line.ref, "kind": str(line.kind)})
        outcome += Outcome(lines=(line,)) + await told_holder(work, case.ref, event)
    others = await _others(work, case, chat)
    told = await status_of(work, case, chat, world, now, unsafe_phone=bool(others))
    return outcome + Outcome(messages=(Message(chat, says("opening-done")), told))


async def _others(work: Work, case: Case, chat: ChatId) -> tuple[ChatId, ...]:
    """The other chats of the same person that speak for the case."""
    lines = (line for line in await work.lines(case.ref) if line.open and line.kind is LineKind.PHONE)
    found = dict.fromkeys((case.reporter, *(line.chat for line in lines)))
    return tuple(one for one in found if one is not None and one != chat)


async def only_here(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """The other phone is not safe any more: nothing goes there from now on, and nothing asked there is answered.

    The case is this chat's from now on. What stands on that phone stays: that it vanished would be seen.
    """
    case = await case_of_chat(work, heard.chat, heard.ref)
    if case is None:
        return Outcome()
    others = await _others(work, case, heard.chat)
    if not others:
        return Outcome(messages=(Message(heard.chat, says("old-phone-closed")),))
    closed = [
        replace(line, open=False)
        for line in await work.lines(case.ref)
        if line.open and line.kind is LineKind.PHONE and line.chat in (*others, heard.chat)
    ]
    if case.reporter is not None and case.reporter != heard.chat:
        closed.append(
            Line(LineRef(new_ref()), case.ref, case.reporter, LineKind.REPORTER, case.reported_at, open=False)
        )
    extra = {key: value for key, value in case.extra.items() if key != "line"}
    outcome = Outcome(cases=(replace(case, reporter=heard.chat, extra=extra),), lines=tuple(closed))
    for chat in others:
        outcome += await _silenced(work, case, chat)
    event = Event(EventKind.LINE_CLOSED, case.ref, now, told={"kind": str(LineKind.PHONE)})
    outcome += await told_holder(work, case.ref, event)
    outcome += Outcome(messages=(Message(heard.chat, says("old-phone-closed")),))
    return outcome + await receipts.after_receipt(work, heard.chat, world, now)


async def _silenced(work: Work, case: Case, chat: ChatId) -> Outcome:
    """What was under way to that chat, or open in it, of this case is over."""
    await work.withhold(chat, case.ref)
    over = tuple(replace(one, ended=True) for one in await work.dialogues(chat) if case.ref in (one.case, one.subject))
    clocks: tuple[Reminder, ...] = ()
    if any(one.flow == REPORT for one in over):
        key = draft_subject(chat)
        clocks = (Reminder(Clock.NUDGE, key, None), Reminder(Clock.FORGET, key, None))
    return Outcome(dialogues=over, reminders=(*clocks, Reminder(Clock.KNOCK, str(int(chat)), None)))


COMMANDS = {"buka": start, "open": start, "status": status}
PRESSES = {"open-by-code": start, "only-here": only_here}
FORMS = {OPENING: answered, RENEWING: answered, JOINING: answered}
