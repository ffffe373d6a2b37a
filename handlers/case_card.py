"""One case on a card: where it stands, what matters, and what to do now; the rest behind one more button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cases import police
from cases.case import Case
from cases.deadlines import open_steps, postponed
from cases.handling import RIGHTS
from cases.messages import Button, Message, Rows, Style, in_rows
from cases.moves import LEADS, OFFICERS, Action, holds
from cases.next_moves import first, needs_contact, others
from cases.notices import CONTACTED, VISITING, Press, Scene, card, shown
from cases.outcome import Outcome
from cases.party import PartyKind
from cases.phrases import Arg, Phrase, Since, says
from cases.profile import Profile
from cases.refusals import NotAllowed
from cases.staff import Staff
from cases.talking import can_be_written_to, may_write
from cases.until import step_until, unheld
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.people_card import card_lines, joined_rows
from handlers.safety import contact_line
from handlers.scenes import scene_of_case
from handlers.showing import may_judge, may_read, may_see, police_rows
from storage import Work

Seeing = Callable[[Scene, Staff], bool]


@dataclass(frozen=True)
class Extra:
    """A button beside the moves: what it does, and who sees it. `more`: it stands behind "Lainnya"."""

    action: str
    when: Seeing
    more: bool = True


#: What a case can be looked at from; a room of the house adds its row.
EXTRAS: tuple[Extra, ...] = (
    Extra("file", may_read, more=False),
    Extra("entries", lambda scene, staff: may_see(scene, staff) or holds(staff, scene.case), more=False),
    Extra("judge", may_judge, more=False),
    Extra("talks", lambda scene, staff: can_be_written_to(scene.case) and may_see(scene, staff), more=False),
    Extra(Action.WRITE, lambda scene, staff: can_be_written_to(scene.case) and may_write(scene, staff), more=False),
    Extra("langkah", lambda scene, staff: may_read(scene, staff) or may_judge(scene, staff), more=False),
    Extra("parties", may_see, more=False),
    Extra("files", may_see, more=False),
    Extra("letters", lambda scene, staff: may_see(scene, staff) and scene.case.confirmed_at is not None, more=False),
    Extra("referrals", lambda scene, staff: may_see(scene, staff) and scene.case.confirmed_at is not None, more=False),
    Extra("exclother", lambda scene, staff: staff.role in LEADS),
    Extra("passon", lambda scene, staff: staff.id in (scene.case.manager, scene.case.acting)),
    Extra("notsafe", lambda scene, staff: staff.id in (scene.case.manager, scene.case.acting)),
    Extra("course", may_read),
)
#: Moves that are done by other buttons than one of their own.
BY_OTHERS: Mapping[Action, tuple[tuple[Press, ...], ...]] = {
    Action.CONTACT: CONTACTED,
    Action.ASSIGN: ((Press("managers", of="case", style=Style.PRIMARY),),),
}
#: So many earlier cases of the same reporter are a tap away.
MOST_EARLIER = 3
DANGEROUS = frozenset({Action.RAISE, Action.REFUSE, Action.CLOSE, Action.ONE_SIDED})


async def open_case(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The card, with buttons for exactly what this person may do now and what makes sense next."""
    scene = await _scene(work, heard, staff)
    case = scene.case
    moves = first(case, by=staff, profile=world.profile, now=now)
    today = scene.visit is not None and scene.visit.due_on <= world.profile.local(now).date()
    visit, steps = _visiting(scene, staff, today=today), _moves(scene, moves, columns=1)
    # A visit of next month must not stand above what is to be done now.
    rows = [*visit, *_contacting(scene, staff), *steps] if today else [*_contacting(scene, staff), *steps, *visit]
    rows += police_rows(case) if may_judge(scene, staff) else ()
    rows += _extras(scene, staff, more=False)
    if others(case, by=staff, profile=world.profile, now=now) or _extras(scene, staff, more=True):
        rows.append((Button(says("button-more"), "more", ref=case.ref, version=case.version),))
    earlier = await _earlier(work, case)
    if staff.role in LEADS:
        # Who answers for the unit decides whether it is the same matter: to open it again, to join it.
        before = earlier[:MOST_EARLIER]
        rows += [(Button(says("case-earlier", number=one.number), "open", ref=one.ref),) for one in before]
    told = Phrase("case-now", await _told(work, scene, staff, world.profile, now, earlier))
    return Outcome(messages=(Message(staff.chat, told, buttons=tuple(rows), protect=True),))


async def more(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Everything else that may be done with the case."""
    scene = await _scene(work, heard, staff)
    case = scene.case
    rest = others(case, by=staff, profile=world.profile, now=now)
    if not needs_contact(case):
        rest = tuple(action for action in rest if action is not Action.CONTACT)
    joined = joined_rows(case, staff) if may_see(scene, staff) else ()
    rows = (*_moves(scene, rest, columns=2), *_extras(scene, staff, more=True), *joined)
    back = (Button(says("button-open"), "open", ref=case.ref),)
    return Outcome(messages=(Message(staff.chat, says("case-more", number=case.number), buttons=(*rows, back)),))


async def _scene(work: Work, heard: Heard, staff: Staff) -> Scene:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_see(scene, staff) and staff.role not in OFFICERS:
        raise NotAllowed
    return scene


def _visiting(scene: Scene, staff: Staff, *, today: bool) -> Rows:
    """Before its day a visit can be recorded or put off in one plain row; the step of now alone stands out."""
    case = scene.case
    mine = staff.id in (case.manager, case.acting)
    if scene.visit is None or not case.is_open or not mine:
        return ()
    if not today:
        return (
            tuple(shown(Press(action, of="visit"), scene) for action in (Action.VISIT_DONE, Action.VISIT_POSTPONE)),
        )
    return tuple(tuple(shown(press, scene) for press in row) for row in VISITING)


def _contacting(scene: Scene, staff: Staff) -> Rows:
    if not needs_contact(scene.case) or not may_see(scene, staff):
        return ()
    return tuple(tuple(shown(press, scene) for press in row) for row in CONTACTED)


def _moves(scene: Scene, actions: Iterable[Action], *, columns: int) -> Rows:
    """The buttons of these moves; the first one stands out."""
    plain: list[Button] = []
    rows: list[tuple[Button, ...]] = []
    for action in actions:
        if action in BY_OTHERS:
            rows += [tuple(shown(press, scene) for press in row) for row in BY_OTHERS[action]]
            continue
        style = Style.DANGER if action in DANGEROUS else Style.PLAIN if plain else Style.SUCCESS
        press = Press(action, of="case", style=style if columns == 1 or style is Style.DANGER else Style.PLAIN)
        plain.append(shown(press, scene))
    return (*in_rows(plain, columns=columns), *rows)


def _extras(scene: Scene, staff: Staff, *, more: bool) -> Rows:
    case = scene.case
    each = (
        Button(says(f"button-{extra.action}"), extra.action, ref=case.ref, version=case.version)
        for extra in EXTRAS
        if extra.more is more and extra.when(scene, staff)
    )
    return in_rows(each, columns=2)


async def _told(
    work: Work, scene: Scene, staff: Staff, profile: Profile, now: datetime, earlier: tuple[Case, ...]
) -> dict[str, Arg]:
    case = scene.case
    manager = scene.roster.by_id(case.manager)
    told = card(scene)
    told |= {
        "status": says(f"status-{case.status}"),
        "manager": manager.name if manager else says("nobody-name"),
        "people": card_lines(scene, await work.roster(), staff),
        "since": Since(case.reported_at),
        "consent": consent_words(case),
        "rights": rights_words(case),
        "marks": await _marks(work, case, staff, earlier),
        "referrals": await _referrals(work, case),
        "lines": tuple(_due(scene, profile, now)) or says("nothing"),
        "police": police.standing(case),
        "safe": await _safe(work, scene, staff, now),
    }
    return told


async def _safe(work: Work, scene: Scene, staff: Staff, now: datetime) -> Phrase:
    """When it is safe to call, for who would; the words of it stand in the file alone."""
    if not scene.case.is_open or not may_see(scene, staff):
        return says("nothing")
    return await contact_line(work, scene.case, now)


def consent_words(case: Case) -> Phrase:
    """Where consent on paper stands (1.10)."""
    consent, override = case.handling.consent, case.handling.override
    if override is not None and override.agreed_by is not None and not (consent is not None and consent.agreed):
        return says("consent-by-exception")
    if consent is None:
        return says("consent-not-yet")
    return says("consent-agreed" if consent.agreed else "consent-not-given")


def rights_words(case: Case) -> Phrase:
    told = len(set(case.handling.rights) & set(RIGHTS))
    return says("rights-all") if told == len(RIGHTS) else says("rights-some", told=str(told), count=str(len(RIGHTS)))


def _due(scene: Scene, profile: Profile, now: datetime) -> Iterable[Phrase]:
    """What is to be done, what is due first before the others; a step that was put off says until when."""
    if scene.case.is_unheld:
        yield says("case-due", what=unheld(scene.case, profile, now=now), note=says("nothing"))
    steps = open_steps(scene.case, profile=profile, now=now, visit=scene.visit)
    timed = sorted(steps, key=lambda one: (one.due_at is None, one.due_at.timestamp() if one.due_at else 0.0))
    for one in timed:
        off = postponed(scene.case, one.step)
        note = says("case-put-off", until=off.until) if off is not None else says("nothing")
        yield says("case-due", what=step_until(one, profile, now=now), note=note)


async def _referrals(work: Work, case: Case) -> Phrase:
    waiting = [one for one in await work.referrals(case.ref) if one.is_open]
    return says("case-referrals", count=str(len(waiting))) if waiting else says("nothing")


async def _earlier(work: Work, case: Case) -> tuple[Case, ...]:
    """What the same reporter has told before in cases of their own, the newest first (R-30)."""
    if case.reporter is None:
        return ()
    apart = {case.ref, case.sibling}
    found = [one for one in await work.cases_of_reporter(case.reporter) if one.ref not in apart]
    return tuple(one for one in found if one.joined_to is None and one.reported_at <= case.reported_at)


async def _marks(work: Work, case: Case, staff: Staff, earlier: Iterable[Case]) -> Phrase:
    """Whether the same people are known from elsewhere."""
    found: list[Phrase] = [says("mark-repeat-reporter")] if earlier else []
    for kind in (PartyKind.VICTIM, PartyKind.OFFENDER):
        people = [party for party in await work.parties(case.ref) if party.kind is kind]
        if any([await work.matches(party) for party in people]):
            found.append(says(f"mark-repeat-{kind}"))
    return says("case-marks", marks=tuple(found)) if found else says("nothing")
