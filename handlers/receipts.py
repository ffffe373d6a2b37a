"""The receipt of a report: its code shown once, the word chosen beside it, and another code where one was lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.case import Case, CaseRef
from cases.dialogue import Dialogue
from cases.messages import Button, ChatId, Message, Style
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from cases.receipt import Receipt, in_groups, may_be_a_word, names_in, normal_word, why_not
from handlers import safety
from handlers.conversation.asking import FADES
from handlers.conversation.engine import Answer, Kind, World, ask, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.flows import FLOWS
from handlers.conversation.receipt_forms import RENEWING, WORD
from handlers.conversation.steps import SKIP
from handlers.heard import Heard
from handlers.lines import case_of_chat, open_case_of, told_holder
from handlers.refs import new_receipt
from storage import Work

#: The dialogue of a receipt that was shown, and of which nobody has said yet that it is written down.
UNSAVED = "receipt"


async def after_receipt(work: Work, chat: ChatId, world: World, now: datetime) -> Outcome:
    """What is asked once the receipt is safe and the word was chosen or passed over: how to be reached safely."""
    case = await open_case_of(work, chat)
    return await safety.after_report(work, chat, case.answers, world, now) if case is not None else Outcome()


def receipt(case: CaseRef, chat: ChatId, *, child: bool, now: datetime) -> Outcome:
    """A new code for a case, shown once in a message of its own; the code before is void."""
    code = new_receipt()
    saved = Button(says("button-receipt-saved"), "receipt-saved", ref=case, style=Style.SUCCESS)
    shown = Message(
        chat,
        says("receipt-shown-child" if child else "receipt-shown", code=in_groups(code)),
        buttons=((saved,),),
        slot=_slot(case),
        protect=True,
        fades=FADES,
    )
    # One before it, where there is one, has become worthless; it says so instead of a code that opens nothing.
    void = Message(chat, says("receipt-void"), slot=_slot(case), replaces=True, tidies=True, fades=FADES)
    waits = Dialogue(chat, UNSAVED, "", subject=case, answers={"child": child}, case=case, updated_at=now)
    return Outcome(receipts=(Receipt(case, now, code=code),), dialogues=(waits,), messages=(void, shown))


def _slot(case: str) -> str:
    return f"receipt:{case}"


async def saved(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """It is written down: the code goes off the screen, and a word is asked for, where none was chosen yet."""
    case = await case_of_chat(work, heard.chat, heard.ref)
    waits = await work.dialogue(heard.chat, UNSAVED, heard.ref)
    if case is None or waits is None:
        return Outcome()
    gone = Message(heard.chat, says("receipt-put-away"), slot=_slot(case.ref), replaces=True, tidies=True, fades=FADES)
    outcome = Outcome(dialogues=(replace(waits, ended=True),), messages=(gone,))
    if await work.has_word(case.ref):
        return outcome + Outcome(messages=(Message(heard.chat, says("receipt-saved")),))
    return outcome + _ask_word(case, heard.chat, world, now)


def _ask_word(case: Case, chat: ChatId, world: World, now: datetime, *, renews: bool = False) -> Outcome:
    """A word that only the reporter knows; their names don't count as one."""
    answers = {"who": case.answers.get("who", ""), "names": list(names_in(case.answers.get("name"))), "renews": renews}
    turn = begin(FLOWS[WORD], Dialogue(chat, WORD, "", answers=answers, case=case.ref), world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)


async def chosen(
    work: Work, form: Dialogue, heard: Heard, answer: Answer, world: World, now: datetime
) -> Outcome | None:
    """The chosen word, or that there shall be none; None for what is told, which is no word."""
    if answer.kind is Kind.TEXT:
        if not may_be_a_word(answer.text):
            return None
        why = why_not(normal_word(answer.text), form.answers.get("names", ()))
        if why:
            again = replace(ask(FLOWS[WORD], form, world), phrase=says(f"rword-{why}"))
            return Outcome(dialogues=(replace(form, updated_at=now),), messages=(again,))
    elif answer.kind is not Kind.PRESS:
        return None
    turn = hear_answer(FLOWS[WORD], form, answer, world)
    outcome = Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)
    case = await case_of_chat(work, heard.chat, form.case)
    if not turn.finished or case is None:
        return outcome
    word = turn.dialogue.answers.get("rword", SKIP)
    if word != SKIP:
        outcome += Outcome(receipts=(Receipt(case.ref, now, word=str(word)),))
    said = "rword-skipped" if word == SKIP else "rword-kept"
    outcome += Outcome(messages=(Message(heard.chat, says(said), fades=FADES),))
    if form.answers.get("renews") and word != SKIP:
        made = await renewed(work, case, heard.chat, now)
        code = replace(made.receipts[-1], word=str(word))
        return outcome + replace(made, receipts=(code,))
    return outcome + await after_receipt(work, heard.chat, world, now)


async def lost(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/kode`: another code, for who knows the chosen word; where none was chosen it is chosen now."""
    case = await open_case_of(work, heard.chat)
    if case is None:
        return Outcome(messages=(Message(heard.chat, says("nothing-here"), buttons=beginnings()),))
    if not await work.has_word(case.ref):
        return _ask_word(case, heard.chat, world, now, renews=True)
    turn = begin(FLOWS[RENEWING], Dialogue(heard.chat, RENEWING, "", case=case.ref), world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)


async def renewed(work: Work, case: Case, chat: ChatId, now: datetime) -> Outcome:
    """Another code for a case; whoever holds it hears that there is one."""
    event = Event(EventKind.RECEIPT_RENEWED, case.ref, now)
    child = case.answers.get("who") == "sa"
    return receipt(case.ref, chat, child=child, now=now) + await told_holder(work, case.ref, event)


async def unsaved(work: Work, chat: ChatId) -> Outcome:
    """One kind word, once, to who writes on without having said that the code is written down."""
    for waits in await work.dialogues(chat):
        if waits.flow == UNSAVED and not waits.nudged:
            button = Button(says("button-receipt-saved"), "receipt-saved", ref=waits.subject, style=Style.SUCCESS)
            said = Message(chat, says("receipt-unsaved"), buttons=((button,),), fades=FADES)
            return Outcome(dialogues=(replace(waits, nudged=True),), messages=(said,))
    return Outcome()


def beginnings() -> tuple[tuple[Button, ...], ...]:
    """What can be begun where nothing is open: by a code from elsewhere, or anew."""
    return ((Button(says("button-open-by-code"), "open-by-code"),), (Button(says("button-new-report"), "new"),))


COMMANDS = {"kode": lost, "code": lost}
PRESSES = {"receipt-saved": saved}
FORMS = {WORD: chosen}
