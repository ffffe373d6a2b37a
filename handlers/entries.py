"""How a form about a case becomes an entry of it: what is shared by all who write entries.

A form remembers where the case stood when it began. If somebody else has moved the case meanwhile, nothing is written
over it: whoever filled the form in is told what was done and by whom, and says whether theirs still stands.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from cases.advancing import Written
from cases.case import Case
from cases.dialogue import Dialogue
from cases.entries import receipt, title
from cases.entry import EntryKind, EntryRef, stand
from cases.messages import Button, Message
from cases.moves import Action, allow, holds
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import At, Phrase, says
from cases.refusals import NotAllowed, WrongMoment
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World, begin
from handlers.conversation.entry_steps import MEANWHILE, files_of, moment, still_of, told_in
from handlers.conversation.flows import FLOWS
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.showing import may_see
from storage import Work


@dataclass(frozen=True)
class Filled:
    """A form that was filled in, and all that is needed to write it down."""

    work: Work
    form: Dialogue
    scene: Scene
    staff: Staff
    world: World
    now: datetime

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.form.answers

    @property
    def given(self) -> dict[str, Any]:
        """By whom, by which profile and when: what every doing of the core is given."""
        return {"by": self.staff, "profile": self.world.profile, "now": self.now}

    def written(self, kind: EntryKind, *, when: str = "", steps: tuple[str, ...] | None = None) -> Written:
        return written(self.form, kind, world=self.world, now=self.now, when=when, steps=steps)

    def received(self, outcome: Outcome) -> Outcome:
        return with_receipt(outcome, self.scene, self.staff)


Start = Callable[[Work, Heard, Staff, World, datetime], Awaitable[Outcome]]
Finish = Callable[[Work, Dialogue, Staff, World, datetime], Awaitable[Outcome]]


def starts(action: Action, known: Callable[[Scene], Mapping[str, Any]] = lambda scene: {}) -> Start:
    """What a button does that begins the form of its own name."""

    async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
        scene = await scene_of_case(work, heard.ref, actor=staff)
        return begin_entry(str(action), action, scene, staff, world, now, **known(scene))

    return start


def finishes(action: Action, write: Callable[[Filled], Awaitable[Outcome]]) -> Finish:
    """What the last answer of a form does: written down, unless the case has moved on meanwhile."""

    async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
        scene = await scene_of_case(work, form.subject, actor=staff)
        meanwhile = await moved_meanwhile(work, form, action, scene, staff, world, now)
        if meanwhile is not None:
            return meanwhile
        return await write(Filled(work, form, scene, staff, world, now))

    return finish


def mark(case: Case) -> str:
    """Where the case stands by the book, in one word that can be compared."""
    return stand(case.status, case.handling)


def begin_entry(
    flow: str, action: Action, scene: Scene, staff: Staff, world: World, now: datetime, **known: Any
) -> Outcome:
    """The first question of a form about a case, if its action is allowed now; else what `allow` raises."""
    allow(action, by=staff, case=scene.case)
    stood = {"stood": mark(scene.case), "begun": now.isoformat(), "risk": scene.case.risk}
    return begin_form(flow, scene.case.ref, scene, staff, world, now, **stood, **known)


async def moved_meanwhile(
    work: Work, form: Dialogue, action: Action, scene: Scene, staff: Staff, world: World, now: datetime
) -> Outcome | None:
    """None where the case stands as it did when the form began, or where it was said that the form still counts.

    Else nothing is written: what was done meanwhile is told, and either that it has become impossible, or the question
    whether to write it all the same.
    """
    answers, here = form.answers, mark(scene.case)
    if here == answers.get("stood") or (answers.get(MEANWHILE) == here and answers.get(still_of(form.flow)) == "ya"):
        return None
    since = datetime.fromisoformat(str(answers["begun"]))
    news = Message(staff.chat, await _news(work, scene, since))
    try:
        allow(action, by=staff, case=scene.case)
    except WrongMoment:
        over = Message(
            staff.chat,
            says("refusal-changed"),
            buttons=((Button(says("button-open-case"), "open", ref=scene.case.ref),),),
        )
        return Outcome(messages=(news, over))
    kept = {name: value for name, value in answers.items() if name != still_of(form.flow)}
    turn = begin(FLOWS[form.flow], replace(form, answers={**kept, MEANWHILE: here}, ended=False), world)
    return Outcome(dialogues=(replace(turn.dialogue, updated_at=now),), messages=(news, *turn.messages))


async def _news(work: Work, scene: Scene, since: datetime) -> Phrase:
    """What was written in the case since then: of which kind, by whom, when; nothing of what it says."""
    lines = []
    for entry in await work.entries(scene.case.ref):
        if entry.written_at >= since or (entry.undone_at is not None and entry.undone_at >= since):
            person = scene.roster.by_id(entry.by)
            key = "meanwhile-undone" if entry.undone_at is not None else "meanwhile-line"
            who = person.name if person is not None else says("nobody-name")
            lines.append(says(key, what=title(entry), who=who, at=At(entry.written_at)))
    status = says(f"status-{scene.case.status}")
    return says("meanwhile", number=scene.case.number, status=status, lines=tuple(lines) or says("nothing"))


def written(
    form: Dialogue,
    kind: EntryKind,
    *,
    world: World,
    now: datetime,
    when: str = "",
    steps: tuple[str, ...] | None = None,
) -> Written:
    """What a form comes to: its answers by the names of its questions, its files, and when it was (`when` is the name
    given to `when_steps`; without it, now)."""
    told = told_in(FLOWS[form.flow], form.answers)
    # The time stands in the entry itself; "an hour ago" would be wrong a minute later.
    for gone in (still_of(form.flow), when, f"{when}h"):
        told.pop(gone, None)
    at = moment(form.answers, when, profile=world.profile, now=now) if when else now
    return Written(EntryRef(new_ref()), kind, at, told, files_of(told), steps)


def with_receipt(outcome: Outcome, scene: Scene, staff: Staff) -> Outcome:
    """The outcome, and the receipt of the entry in it, with which it can be undone or corrected."""
    case = outcome.cases[-1] if outcome.cases else scene.case
    return outcome + Outcome(messages=(receipt(outcome.entries[0], case, staff),))


def check_sees(scene: Scene, staff: Staff) -> None:
    """Entries are for whoever may see the file, or stands in for who holds it. Raises NotAllowed."""
    if staff.id in scene.case.excluded or not (may_see(scene, staff) or holds(staff, scene.case)):
        raise NotAllowed
