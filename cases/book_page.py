"""The book as people of the unit read it: its processes and steps, and where one case stands in it.

Nothing here carries a name, an address or a story.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cases.book import BY_NUMBER, PROCESSES, BookStep, Pace, Unit
from cases.books import crisis_book
from cases.case import Case
from cases.crisis import what_of
from cases.deadlines import OpenStep, open_steps
from cases.messages import Button, ChatId, Message, in_rows
from cases.notices import Scene
from cases.phrases import Arg, At, Phrase, Until, says
from cases.profile import Profile

#: So many steps that are done stand on the page of a case; what was before them is counted.
MOST_DONE = 8
#: The action of the button that shows a case's steps, and of the one that shows a process.
OF_CASE, OF_PROCESS = "langkah", "book"


def standard(step: BookStep) -> Phrase:
    """The standard time of a step, in the book's own measure."""
    time = step.time
    if time is None:
        return says("book-time-none")
    if time.unit is Unit.MINUTES:
        return says("book-time-minutes", count=time.longest)
    if time.unit is Unit.MONTHS:
        return says("book-time-months", shortest=time.shortest or time.longest, count=time.longest)
    pace = "calendar" if step.pace is Pace.CALENDAR else "working"
    return Phrase(f"book-time-days-{pace}", {"count": time.longest})


def source(step: BookStep) -> Phrase:
    """The paragraph that says so, or that it is lost and a proposal stands there."""
    return says("book-source-proposal" if step.is_proposal else "book-source", step=step.number)


def actors(step: BookStep) -> tuple[Phrase, ...]:
    """Who does a step."""
    return tuple(says(f"book-who-{actor.who}") for actor in step.actors)


def index(to: ChatId) -> Message:
    """The six processes, with a button to each."""
    lines = tuple(
        says(
            "book-index-line",
            process=str(process),
            title=says(f"book-process-{process}"),
            first=steps[0].number,
            last=steps[-1].number,
        )
        for process, steps in PROCESSES.items()
    )
    buttons = (Button(says("button-book", process=str(n)), OF_PROCESS, choice=str(n)) for n in PROCESSES)
    return Message(to, says("book-index", lines=lines), buttons=in_rows(buttons, columns=3))


def process_page(process: int, *, to: ChatId) -> Message:
    """The steps of one process."""
    lines = tuple(
        Phrase(
            "book-step-line-proposal" if step.is_proposal else "book-step-line",
            {"step": step.number, "activity": says(step.key), "standard": standard(step)},
        )
        for step in PROCESSES[process]
    )
    title = says(f"book-process-{process}")
    return Message(to, says("book-process-page", process=str(process), title=title, lines=lines))


def case_page(
    scene: Scene, *, to: ChatId, profile: Profile, now: datetime, outreach_at: datetime | None = None
) -> Message:
    """Where the case stands: what was done and when, what is next and until when, and which paragraph says so.

    `outreach_at`: when the last outreach was recorded (1.6), which belongs to an alert and not to the handling."""
    case = scene.case
    coming = open_steps(case, profile=profile, now=now, visit=scene.visit)
    lines: list[Phrase] = [*_crisis(scene, profile), *_done(case, outreach_at)]
    lines.append(says("book-case-next") if coming else says("book-case-waits"))
    lines += [_next(step) for step in coming]
    told = says("book-case", number=case.number, status=says(f"status-{case.status}"), lines=tuple(lines))
    return Message(to, told, protect=True)


def done_steps(case: Case, outreach_at: datetime | None = None) -> tuple[tuple[str, datetime], ...]:
    """The steps that count as done, each as it was last, in the order of the book; with those before the handling."""
    found = {"1.1": case.reported_at, "1.2": case.reported_at}
    if case.confirmed_at is not None:
        found["1.5"] = case.confirmed_at
    if outreach_at is not None:
        found["1.6"] = outreach_at
    if case.assigned_at is not None:
        found["1.7"] = case.assigned_at
    last = ((number, case.handling.last(number)) for number in BY_NUMBER)
    found |= {number: done.at for number, done in last if done is not None}
    return tuple((number, found[number]) for number in BY_NUMBER if number in found)


def _done(case: Case, outreach_at: datetime | None) -> Iterable[Phrase]:
    done = done_steps(case, outreach_at)
    yield says("book-case-done")
    if len(done) > MOST_DONE:
        yield says("book-case-earlier", count=len(done) - MOST_DONE)
    for number, at in done[-MOST_DONE:]:
        yield says("book-done", step=number, activity=says(BY_NUMBER[number].key), at=At(at))


def _next(step: OpenStep) -> Phrase:
    book = BY_NUMBER[step.step]
    args: dict[str, Arg] = {
        "step": book.number,
        "activity": says(book.key),
        "who": actors(book),
        "source": source(book),
    }
    if step.due_at is None:
        return Phrase("book-open-untimed", args)
    return Phrase("book-open", args | {"left": Until(step.due_at), "due": At(step.due_at)})


def _crisis(scene: Scene, profile: Profile) -> Iterable[Phrase]:
    """While somebody is to be brought out of danger, the steps for that come first."""
    alert, book = scene.alert, crisis_book(profile)
    if alert is None or not alert.is_open or not alert.needs_outreach:
        return
    yield says("book-case-crisis", source=book.source)
    for step in book.steps:
        stamp = alert.steps.get(step.code)
        nth, what = str(step.number), what_of(step, scene)
        if stamp is not None:
            yield says("book-crisis-done", nth=nth, activity=what, at=At(stamp.at))
        else:
            yield says("book-crisis-open", nth=nth, activity=what, standard=step.standard)
