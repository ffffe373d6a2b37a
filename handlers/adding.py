"""More that is said to a report that was sent: kept with it, and passed on to who holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import joining
from cases.case import Case
from cases.dialogue import Dialogue
from cases.line import Line, written_from
from cases.messages import ChatId
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import says
from cases.reports import pass_on
from handlers.conversation.engine import Answer, Kind, World
from handlers.conversation.story import keep_story, story_line
from handlers.drafts import REPORT
from handlers.scenes import handled_at, scene_of_case
from storage import Work


async def add_to_case(
    work: Work, case: Case, more: Answer, world: World, *, chat: ChatId, now: datetime, by: Line | None = None
) -> Outcome:
    """Something more was said to a report that was sent: kept, and passed on to who holds it. What a grown-up says who
    was let in (`by`) stands there under their name, and changes nothing of where the reporter is or can be called."""
    scene = await scene_of_case(work, case.ref)
    more = more if by is None else _in_words(more)
    extended = keep_story(Dialogue(chat, REPORT, "", answers=case.answers), more)
    answers = dict(extended.answers)
    story = answers.get("story") or [{}]
    if by is not None:
        story = answers["story"] = [*story[:-1], {**story[-1], "from": by.name}]
    changed = replace(scene.case, answers=answers)
    if by is None:
        changed = written_from(changed, chat)
    here = replace(scene, case=changed)
    news = (says("news-spot", latitude=str(more.latitude), longitude=str(more.longitude)),)
    news = news if more.kind is Kind.LOCATION else (story_line(story[-1]),)
    event = Event(EventKind.REPORTER_ADDED, case.ref, now, told={"line": by.ref} if by is not None else {})
    messages = pass_on(here, news)
    if case.joined_to is not None:
        messages = joining.said_to(here, await handled_at(work, here), news)
    return Outcome(cases=(changed,), events=(event,), messages=messages)


def _in_words(more: Answer) -> Answer:
    if more.kind is Kind.LOCATION:
        return Answer(Kind.TEXT, text=f"{more.latitude}, {more.longitude}")
    return Answer(Kind.TEXT, text=more.phone) if more.kind is Kind.CONTACT else more
