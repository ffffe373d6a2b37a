"""An officer writes to a reporter: by a reply, or in the conversation they have opened; nothing goes out unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import CaseRef
from cases.dialogue import Dialogue
from cases.line import LineKind
from cases.messages import Button, Message, Rows, Style, in_rows
from cases.outcome import Outcome
from cases.phrases import says
from cases.profile import Sentence
from cases.refusals import Unknown
from cases.staff import Staff
from cases.talk import Talk, TalkRef, TalkState
from cases.talking import Said, Thread, ask_to_write, case_line, seen, settled, whom, words_of
from cases.writing import draft, dropped, send, status
from handlers import talk_pages
from handlers.conversation.answering import child_writes
from handlers.conversation.engine import World
from handlers.conversation.flows import FLOWS
from handlers.heard import Doing, Heard
from handlers.refs import new_ref
from handlers.reporters import is_urgent
from handlers.scenes import scene_of_case
from handlers.threads import cases_of_chat, concerns_of, phone_of, said_in, thread_of
from storage import Work

FLOW = "talk"
#: So long after it was opened or written in, what is typed without a reply still belongs to a conversation.
OPEN_FOR = timedelta(minutes=30)
#: On a case with joined reports: this very report, and not one of the others.
THIS = "this"


async def open_talk(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """From now on what this person types is for that reporter; of several reporters of one event one is chosen."""
    thread = await _several(work, heard, staff)
    if isinstance(thread, Outcome):
        return thread
    ask_to_write(thread.there, staff)
    open = await work.open_talks([thread.report.ref])
    waits = any(one.waits_for == "unit" for one in open)
    ref = thread.report.ref
    rows: Rows = (
        (Button(says("button-say"), "say", ref=heard.ref, style=Style.PRIMARY),),
        (Button(says("button-talks"), "talks", ref=thread.there.case.ref),),
        *(((Button(says("button-noreply"), "noreply", ref=ref),),) if waits else ()),
        (Button(says("button-closetalk"), "closetalk", ref=ref),),
    )
    told = says("talk-open", case=case_line(thread), whom=whom(thread))
    asked = Message(staff.chat, told, buttons=rows, protect=True, about_case=thread.there.case.ref)
    return await _opened(work, thread, staff, now) + Outcome(talks=seen(open, now=now), messages=(asked,))


async def _several(work: Work, heard: Heard, staff: Staff) -> Thread | Outcome:
    """The conversation that was pressed for, or the question which one of a case with joined reports."""
    case = await work.case(CaseRef(heard.ref))
    if case is None or not case.reports or heard.choice == THIS:
        return await thread_of(work, heard.ref, actor=staff)
    scene = await scene_of_case(work, case.ref, actor=staff)
    ask_to_write(scene, staff)
    numbers = [(case.ref, case.number)] if case.reporter is not None else []
    numbers += [(one.case, one.number) for one in case.reports]
    rows = tuple(
        (Button(says("button-chat-of", number=number), "chat", ref=ref, choice=THIS),) for ref, number in numbers
    )
    return Outcome(messages=(Message(staff.chat, says("talk-which", number=case.number), buttons=rows),))


async def _opened(work: Work, thread: Thread, staff: Staff, now: datetime) -> Outcome:
    """This conversation is the open one, and no other is."""
    others = [one for one in await work.dialogues(staff.chat) if one.flow == FLOW]
    over = tuple(replace(one, ended=True) for one in others if one.subject != thread.report.ref)
    answers = {"line": int(thread.chat)}
    this = Dialogue(staff.chat, FLOW, "", subject=thread.report.ref, answers=answers, updated_at=now)
    return Outcome(dialogues=(*over, this))


async def said(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome | None:
    """What was typed or sent: a draft for the case of the message it replies to, or for the open conversation; None
    where it belongs to a form or to nobody."""
    if heard.doing is not Doing.SAID or heard.answer is None:
        return None
    newest = next(iter(await work.dialogues(staff.chat)), None)
    elsewhere = newest is not None and newest.flow in FLOWS
    if heard.replies_to:
        bound = await work.bound_to(staff.chat, heard.replies_to)
        if await _own(work, heard, staff):
            return None
        if bound is not None and (bound.talk or not elsewhere):
            return await _drafted(work, heard, await thread_of(work, bound.talk or bound.case, actor=staff), staff, now)
        return None if elsewhere else await _choose(work, heard, staff, world, now)
    if newest is None or newest.flow != FLOW or is_urgent(heard.answer):
        return None
    if newest.updated_at is None or now - newest.updated_at > OPEN_FOR:
        return await _choose(work, heard, staff, world, now)
    report = await work.case(CaseRef(newest.subject))
    if report is None:
        raise Unknown
    line = newest.answers.get("line")
    thread = await thread_of(work, report.ref, actor=staff, chat=line)
    return await _drafted(work, heard, thread, staff, now)


async def _own(work: Work, heard: Heard, staff: Staff) -> bool:
    """Whether they reply to what was said to them as a reporter."""
    viewer, work.viewer = work.viewer, None
    bound = await work.bound_to(staff.chat, heard.replies_to)
    work.viewer = viewer
    if bound is None:
        return False
    return bound.case in {case.ref for case in await cases_of_chat(work, staff.chat)}


async def _choose(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Never a guess: the words are for nobody, and the case is to be chosen; what is typed next must not slip into a
    conversation that was opened before and is not in their mind."""
    asked = Outcome(dialogues=await _all_over(work, staff), messages=(Message(staff.chat, says("talk-choose")),))
    return asked + await talk_pages.listed(work, heard, staff, world, now)


async def _drafted(work: Work, heard: Heard, thread: Thread, staff: Staff, now: datetime) -> Outcome:
    answer = heard.answer
    said = said_in(answer) if answer is not None else None
    if said is None:
        ask_to_write(thread.there, staff)
        return Outcome(messages=(Message(staff.chat, says("talk-cannot")),))
    return await _shown(work, thread, said, staff, now)


async def _shown(work: Work, thread: Thread, said: Said, staff: Staff, now: datetime) -> Outcome:
    """The words come back with their case."""
    found = await concerns_of(work, thread, said)
    shown = draft(thread, TalkRef(new_ref()), said, by=staff, concerns=found, now=now)
    read = seen(await work.open_talks([thread.report.ref]), now=now)
    return await _opened(work, thread, staff, now) + Outcome(talks=read) + shown


async def sentences(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The sentences of the profile, for that reporter."""
    thread = await thread_of(work, heard.ref, actor=staff)
    ask_to_write(thread.there, staff)
    each = (
        Button(says("as-typed", text=one.label), "sentence", ref=heard.ref, choice=one.key)
        for one in world.profile.sentences
    )
    asked = says("talk-sentences", case=case_line(thread), whom=whom(thread))
    return Outcome(messages=(Message(staff.chat, asked, buttons=in_rows(each, columns=2)),))


async def sentence(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One of them as a draft, in the language and the words of who reads it."""
    chosen: Sentence | None = next((one for one in world.profile.sentences if one.key == heard.choice), None)
    if chosen is None:
        raise Unknown
    thread = await thread_of(work, heard.ref, actor=staff)
    person = await work.person(thread.chat)
    language = person.language if person is not None else thread.report.language
    child = child_writes(thread.report.answers) and thread.line is not LineKind.TRUSTED
    return await _shown(work, thread, Said(chosen.said(language, child=child)), staff, now)


async def _mine(work: Work, heard: Heard, staff: Staff) -> tuple[Thread, Talk]:
    """A draft of one's own with its conversation. Raises Unknown."""
    talk = await work.talk(TalkRef(heard.ref))
    if talk is None or talk.by != staff.id:
        raise Unknown
    return await thread_of(work, heard.ref, actor=staff), talk


async def send_it(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Just this draft goes to its reporter; pressed twice it is sent once."""
    thread, talk = await _mine(work, heard, staff)
    if talk.state is not TalkState.DRAFT:
        return Outcome(messages=(Message(staff.chat, says("talk-not-draft")), status(thread, talk, to=staff)))
    return send(
        thread,
        talk,
        await work.open_talks([thread.report.ref]),
        phone=await phone_of(work, thread.chat),
        by=staff,
        signature=world.profile.talk_signature,
        now=now,
    )


async def write_again(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The draft is dropped, and what is typed next takes its place."""
    thread, talk = await _mine(work, heard, staff)
    if talk.state is not TalkState.DRAFT:
        return Outcome(messages=(Message(staff.chat, says("talk-not-draft")),))
    told = says("talk-write-again", case=case_line(thread), whom=whom(thread), what=words_of(talk))
    asked = Message(staff.chat, told, protect=True, about_case=thread.there.case.ref)
    return dropped(thread, talk) + await _opened(work, thread, staff, now) + Outcome(messages=(asked,))


async def drop_it(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    thread, talk = await _mine(work, heard, staff)
    if talk.state is not TalkState.DRAFT:
        return Outcome(messages=(Message(staff.chat, says("talk-not-draft")),))
    return dropped(thread, talk)


async def no_reply(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What the reporter said needs no answer: it rings no more. On a case with joined reports that is said for all."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = Outcome()
    for ref in (scene.case.ref, *(one.case for one in scene.case.reports)):
        report = await work.case(ref)
        if report is None or (report.reporter is None and ref == scene.case.ref):
            continue
        thread = await thread_of(work, ref, actor=staff)
        ask_to_write(thread.there, staff)
        outcome += settled(thread, await work.open_talks([ref]), chat=None, now=now)
    return outcome + Outcome(messages=(Message(staff.chat, says("talk-no-reply", number=scene.case.number)),))


async def close(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What is typed from now on is for nobody."""
    return Outcome(dialogues=await _all_over(work, staff), messages=(Message(staff.chat, says("talk-closed")),))


async def _all_over(work: Work, staff: Staff) -> tuple[Dialogue, ...]:
    return tuple(replace(one, ended=True) for one in await work.dialogues(staff.chat) if one.flow == FLOW)


COMMANDS = talk_pages.COMMANDS
PRESSES = {
    "chat": open_talk,
    "say": sentences,
    "sentence": sentence,
    "sendtalk": send_it,
    "edittalk": write_again,
    "droptalk": drop_it,
    "noreply": no_reply,
    "closetalk": close,
    **talk_pages.PRESSES,
}
