"""What a reporter says to a report that was sent: kept with it, part of the conversation, passed on to who holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import joining
from cases.case import Case, Status
from cases.dialogue import Dialogue
from cases.line import Line, written_from
from cases.messages import ChatId
from cases.notices import Scene
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import At, Phrase, says
from cases.reports import passed_on
from cases.talk import Talk, TalkRef
from cases.talking import Said, Thread, heard
from handlers.conversation.engine import Answer, Kind, World
from handlers.conversation.story import keep_story, spot_line, story_line
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import handled_at, scene_of_case
from handlers.threads import cases_of_chat, said_in
from storage import Work


async def talked(
    work: Work, scene: Scene, said: Answer | None, chat: ChatId, world: World, now: datetime, *, asked: bool = False
) -> tuple[Talk | None, Outcome]:
    """What was told freely is part of the conversation, once the report was sent or the unit has written to them; with
    `asked` it answers a question of the report, and nobody has to answer it."""
    words = said_in(said) if said is not None else None
    if words is None:
        return None, Outcome()
    if scene.case.status is Status.UNFINISHED and not await work.talk_count([scene.case.ref]):
        return None, Outcome()
    return await _heard(work, scene, words, chat, world, now, asked=asked)


async def _heard(
    work: Work, scene: Scene, words: Said, chat: ChatId, world: World, now: datetime, *, asked: bool = False
) -> tuple[Talk, Outcome]:
    thread = Thread(await handled_at(work, scene), scene.case, chat)
    before = await work.open_talks([scene.case.ref])
    return heard(thread, TalkRef(new_ref()), words, before=before, profile=world.profile, now=now, asked=asked)


async def add_to_case(
    work: Work, case: Case, more: Answer, world: World, *, chat: ChatId, now: datetime, by: Line | None = None
) -> Outcome:
    """Something more was said to a report that was sent: kept, and passed on to who holds it, who can answer it.

    What a grown-up says who was let in (`by`) stands there under their name, and changes nothing of where the reporter
    is or can be called; only an answer to these very words goes to them.
    """
    scene = await scene_of_case(work, case.ref)
    more = more if by is None else _in_words(more)
    extended = keep_story(Dialogue(chat, "report", "", answers=case.answers), more)
    if by is not None:
        extended = _under_name(extended, by)
    changed = replace(scene.case, answers=extended.answers)
    if by is None:
        changed = written_from(changed, chat)
    here = replace(scene, case=changed)
    event = Event(EventKind.REPORTER_ADDED, case.ref, now, told={"line": by.ref} if by is not None else {})
    outcome = Outcome(cases=(changed,), events=(event,))
    words = said_in(more)
    if words is None:
        return outcome
    talk, kept = await _heard(work, here, words, chat, world, now)
    news = (_news(more, extended),)
    if case.joined_to is not None:
        return outcome + kept + joining.said_to(here, await handled_at(work, here), news, now=now, talk=talk)
    return outcome + kept + passed_on(here, news, now=now, talk=talk)


def _in_words(more: Answer) -> Answer:
    if more.kind is Kind.LOCATION:
        return Answer(Kind.TEXT, text=f"{more.latitude}, {more.longitude}")
    return Answer(Kind.TEXT, text=more.phone) if more.kind is Kind.CONTACT else more


def _under_name(told: Dialogue, by: Line) -> Dialogue:
    """The last entry of the story says whose words they are."""
    story = told.answers.get("story") or [{}]
    return replace(told, answers={**told.answers, "story": [*story[:-1], {**story[-1], "from": by.name}]})


def _news(more: Answer, extended: Dialogue) -> Phrase:
    if more.kind is Kind.LOCATION:
        return spot_line(extended.answers["spot"])
    if more.kind is Kind.CONTACT:
        return says("as-typed", text=more.phone)
    return story_line(extended.answers["story"][-1])


async def replied_case(work: Work, heard: Heard, draft: Dialogue | None) -> Case | None:
    """The case of the message that they replied to; not where a draft is open that is about the same, or, without an
    officer's words in it, another report: what is being asked there is what they answer."""
    bound = await work.bound_to(heard.chat, heard.replies_to) if heard.replies_to else None
    if bound is None or (draft is not None and (draft.case == bound.case or bound.talk is None)):
        return None
    return next((case for case in await cases_of_chat(work, heard.chat) if case.ref == bound.case), None)


async def read_before(work: Work, case: Case, chat: ChatId) -> Phrase:
    """Whether what they said before was read, honestly; nothing where it was answered, or was the first."""
    waiting = [talk for talk in await work.open_talks([case.ref]) if talk.waits_for == "unit" and talk.chat == chat]
    if not waiting:
        return says("nothing")
    read_at = waiting[-1].read_at
    return says("talk-was-read", at=At(read_at)) if read_at is not None else says("talk-not-read")
