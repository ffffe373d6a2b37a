"""A grown-up whom the reporter trusts: asked in by a code, let in by one tap of the reporter, put out by another.

They hear only how far things have come, and what they write goes to the case with their name. They are no guardian,
and nothing of one is set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.case import Case
from cases.dialogue import Dialogue
from cases.invitation import LASTS, Invitation
from cases.line import Line, LineKind, LineRef
from cases.messages import Button, ChatId, Message, Style
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import At, says
from cases.receipt import JOIN_DIGITS, digits_in, in_groups, is_whole
from handlers.additions import add_to_case
from handlers.conversation.engine import Answer, World, begin
from handlers.conversation.flows import FLOWS
from handlers.conversation.receipt_forms import JOINING, relation
from handlers.drafts import put_aside
from handlers.heard import Heard
from handlers.lines import case_of_chat, open_case_of, told_holder, trusted_in
from handlers.receipts import beginnings
from handlers.refs import new_join_code, new_ref
from handlers.showing_status import status_of
from storage import Work

#: The question to the reporter whether this is who they meant.
ASKED = "letin"
#: The code is told to somebody, perhaps by telephone: it stays that long where it was shown.
CODE_FADES = 60


async def invite(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/ajak`: a code for one person and one day, and who is in already; `/ajak batal` takes it back."""
    case = await open_case_of(work, heard.chat)
    if case is None:
        return Outcome(messages=(Message(heard.chat, says("nothing-here"), buttons=beginnings()),))
    if _argument(heard) in ("batal", "cancel"):
        return _taken_back(case, heard.chat, now)
    code = new_join_code()
    invitation = Invitation(case.ref, heard.chat, now + LASTS, code=code)
    child = "-child" if case.answers.get("who") == "sa" else ""
    shown = Message(
        heard.chat,
        says(f"invitation-shown{child}", code=in_groups(code), until=At(invitation.until)),
        buttons=((Button(says("button-uninvite"), "uninvite", ref=case.ref),),),
        slot=f"invitation:{case.ref}",
        protect=True,
        fades=CODE_FADES,
    )
    return Outcome(invitations=(invitation,), messages=(*await _who_is_in(work, case, heard.chat), shown))


async def _who_is_in(work: Work, case: Case, chat: ChatId) -> tuple[Message, ...]:
    lines = [one for one in await work.lines(case.ref) if one.open and one.kind is LineKind.TRUSTED]
    if not lines:
        return ()
    rows = tuple(
        (Button(says("button-put-out", name=line.name), "put-out", ref=line.ref, version=line.version),)
        for line in lines
    )
    return (Message(chat, says("trusted-list", count=len(lines)), buttons=rows, protect=True),)


async def uninvite(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    case = await case_of_chat(work, heard.chat, heard.ref)
    return _taken_back(case, heard.chat, now) if case is not None else Outcome()


def _taken_back(case: Case, chat: ChatId, now: datetime) -> Outcome:
    gone = Message(chat, says("invitation-over"), slot=f"invitation:{case.ref}", replaces=True)
    return Outcome(invitations=(Invitation(case.ref, chat, now),), messages=(gone,))


def _argument(heard: Heard) -> str:
    """What stands behind a command."""
    text = heard.answer.text if heard.answer is not None else ""
    return text.partition(" ")[2].strip().lower()


async def join(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """`/gabung`, or the link with the code in it: the code, a name, how they stand to each other."""
    digits = digits_in(_argument(heard).removeprefix("g"))
    known = {"jcode": digits} if len(digits) == JOIN_DIGITS and is_whole(digits) else {}
    turn = begin(FLOWS[JOINING], Dialogue(heard.chat, JOINING, "", answers=known), world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=turn.messages)


def is_invited(heard: Heard) -> bool:
    """Whether a link to the bot brings the code of an invitation with it, whether or not there is such a one."""
    code = _argument(heard)
    return code.startswith("g") and len(digits_in(code[1:])) == JOIN_DIGITS


async def knocked(work: Work, chat: ChatId, answers: Mapping[str, Any], now: datetime) -> Outcome | None:
    """Somebody has a code: whoever gave it is asked whether this is the one. None where there is no such code; at the
    door nothing is said in either case."""
    invitation = await work.invited(str(answers["jcode"]), now=now)
    if invitation is None or invitation.chat == chat:
        return None
    case = await case_of_chat(work, invitation.chat, invitation.case)
    if case is None:
        return None
    ref = new_ref()
    kept = {"chat": int(chat), **{key: str(answers.get(key, "")) for key in ("jname", "jwho", "jcontact")}}
    waits = Dialogue(invitation.chat, ASKED, "", subject=ref, answers=kept, case=case.ref, updated_at=now)
    buttons = (
        Button(says("button-letin-yes"), ASKED, ref=ref, choice="ya", style=Style.SUCCESS),
        Button(says("button-letin-no"), ASKED, ref=ref, choice="tidak", style=Style.DANGER),
    )
    asked = Message(
        invitation.chat,
        says("letin-asked", name=str(kept["jname"]), relation=relation(str(kept["jwho"]))),
        buttons=(buttons,),
        slot=f"letin:{ref}",
        protect=True,
    )
    used = replace(invitation, code="")
    return Outcome(invitations=(used,), dialogues=(waits,), messages=(asked,))


async def confirmed(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """The reporter's answer. Who is not let in never hears of it."""
    waits = await work.dialogue(heard.chat, ASKED, heard.ref)
    case = await case_of_chat(work, heard.chat, waits.case) if waits is not None else None
    if waits is None or case is None:
        return Outcome()
    over = Outcome(dialogues=(replace(waits, ended=True),))
    slot = f"letin:{heard.ref}"
    if heard.choice != "ya":
        return over + Outcome(messages=(Message(heard.chat, says("letin-refused"), slot=slot, replaces=True),))
    told = waits.answers
    chat = ChatId(int(told["chat"]))
    who = str(told["jname"])
    contact = told["jcontact"] == "ya"
    line = Line(LineRef(heard.ref), case.ref, chat, LineKind.TRUSTED, now, name=who, may_contact=contact)
    about = {"line": line.ref, "kind": str(line.kind), "name": who, "relation": told["jwho"], "contact": contact}
    outcome = over + Outcome(lines=(line,)) + await put_aside(work, chat)
    outcome += await told_holder(work, case.ref, Event(EventKind.LINE_OPENED, case.ref, now, told=about))
    welcome = Message(chat, says("trusted-welcome"))
    status = await status_of(work, case, chat, world, now, short=True)
    done = Message(heard.chat, says("letin-done", name=who), slot=slot, replaces=True, protect=True)
    return outcome + Outcome(messages=(done, welcome, status))


async def said(work: Work, heard: Heard, said_now: Answer, world: World, now: datetime) -> Outcome:
    """What a grown-up writes who was let in goes to the case with their name; nothing if this chat is none of those.

    They may have news that can't wait: then a report of their own is begun beside it, and somebody is called.
    """
    for line, case in (await trusted_in(work, heard.chat))[:1]:
        return await add_to_case(work, case, said_now, world, chat=heard.chat, now=now, by=line)
    return Outcome()


async def put_out(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """The reporter closes the line of a grown-up: nothing goes there any more, and nobody tells them why."""
    line = await work.line(LineRef(heard.ref))
    case = await case_of_chat(work, heard.chat, line.case) if line is not None else None
    if line is None or case is None or line.kind is not LineKind.TRUSTED:
        return Outcome()
    said = Outcome(messages=(Message(heard.chat, says("put-out-done")),))
    if not line.open:
        return said
    await work.withhold(line.chat, case.ref)
    event = Event(EventKind.LINE_CLOSED, case.ref, now, told={"line": line.ref, "kind": str(line.kind)})
    return Outcome(lines=(replace(line, open=False),)) + await told_holder(work, case.ref, event) + said


COMMANDS = {"ajak": invite, "invite": invite, "gabung": join, "join": join}
PRESSES = {"uninvite": uninvite, ASKED: confirmed, "put-out": put_out}
