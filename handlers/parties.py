"""The people of a case, as staff see and complete them. Who somebody is, is shown one person at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from cases import excluding, parties
from cases.case import Case
from cases.dialogue import Dialogue
from cases.excluding import How
from cases.messages import Button, Message, Style, in_rows
from cases.moves import LEADS, Action, allow, may
from cases.notices import Scene
from cases.outcome import Look, Outcome
from cases.party import Match, Party, PartyKind, PartyRef
from cases.phrases import Phrase, says
from cases.refusals import IsOut, NotAllowed, TooMany, Unknown, WrongMoment
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.answering import DOERS
from handlers.conversation.engine import World
from handlers.conversation.known_people import known_people
from handlers.conversation.people_forms import changes_in
from handlers.excluding import hide_from
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.showing import FADES, may_see
from storage import Work

IDENTITY = "identity"
HOUR = timedelta(hours=1)
NOTHING = Outcome()


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who belongs to the case, without saying who they are; what can be done about each of them."""
    scene = await _seen(work, heard.ref, staff)
    return Outcome(messages=(await listed(work, scene, staff),))


async def listed(work: Work, scene: Scene, staff: Staff) -> Message:
    case = scene.case
    people = await work.parties(case.ref)
    writes = may(Action.PARTY, by=staff, case=case)
    buttons: list[Button] = []
    lines: list[Phrase] = []
    for nth, party in enumerate(people, 1):
        line = says("party-nth", nth=str(nth), person=parties.described(party))
        lines.append(line)
        buttons.append(Button(says("button-identity", nth=str(nth)), IDENTITY, ref=party.ref))
        if writes:
            buttons.append(Button(says("button-party", nth=str(nth)), Action.PARTY, ref=party.ref, choice="edit"))
    if writes:
        buttons.append(Button(says("button-party-new"), Action.PARTY, ref=case.ref, choice="new", style=Style.PRIMARY))
    again = await repeats(work, scene, people, staff)
    told = says("party-list", number=case.number, lines=tuple(lines) or says("party-none"), again=again)
    return Message(staff.chat, told, buttons=in_rows(buttons, columns=2), slot=f"parties:{case.ref}", protect=True)


async def repeats(work: Work, scene: Scene, people: Iterable[Party], staff: Staff) -> Phrase | tuple[Phrase, ...]:
    """Which of them stand in another case too: its number only for whoever may see that case; of a record that this
    person may not see, only a lead is told that there is one."""
    lines: list[Phrase] = []
    for party in people:
        for match in await counted(work, scene.case, party):
            other = await work.case(match.case)
            there = await scene_of_case(work, match.case) if other is not None else None
            if there is not None and may_see(there, staff):
                kind = says(f"party-kind-{match.kind}")
                lines.append(says("party-again", kind=kind, number=there.case.number, by=says(f"match-{match.by}")))
            elif staff.role in LEADS:
                lines.append(says("party-again-hidden"))
    once = [line for nth, line in enumerate(lines) if line not in lines[:nth]]
    return tuple(once) if once else says("nothing")


async def counted(work: Work, case: Case, party: Party) -> tuple[Match, ...]:
    """The same person in other events, as far as who asks may know of them."""
    return tuple(match for match in await work.matches(party) if parties.counts(match, case, party))


async def identity(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who that is. The trace of it stands first; so many in an hour are enough for any work (T3)."""
    party, scene = await _party(work, heard.ref, staff)
    if await work.looked_since(staff.id, what=IDENTITY, since=now - HOUR) >= parties.LOOKS_AN_HOUR:
        raise TooMany(most=parties.LOOKS_AN_HOUR)
    told = says(
        "party-identity",
        number=scene.case.number,
        person=parties.described(party),
        lines=identity_lines(party) or says("party-nothing-known"),
    )
    return Outcome(
        looks=(Look(scene.case.ref, staff.id, now, IDENTITY),),
        messages=(Message(staff.chat, told, protect=True, fades=FADES),),
    )


def identity_lines(party: Party) -> tuple[Phrase, ...]:
    """Every field that is known, a line each."""
    found = []
    for field in parties.known_fields(party):
        value = getattr(party, field)
        shown = says("on-day-of-year", day=f"{value:%d-%m-%Y}") if isinstance(value, date) else _said(field, value)
        found.append(says("party-field-line", field=says(f"yfields-{field}"), value=shown))
    return tuple(found)


def _said(field: str, value: Any) -> Phrase:
    if field == "sex":
        return says(f"ysex-{value}")
    if field == "relation" and value in DOERS:
        return says(f"doer-{value}")
    return says("as-typed", text=str(value))


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """A new person of a case, or more about one."""
    if heard.choice == "new":
        scene = await _seen(work, heard.ref, staff)
        allow(Action.PARTY, by=staff, case=scene.case)
        return begin_form("party", heard.ref, scene, staff, world, now, new=True)
    party, scene = await _party(work, heard.ref, staff)
    allow(Action.PARTY, by=staff, case=scene.case)
    had = {field: parties.kept(getattr(party, field)) for field in parties.FIELDS}
    return begin_form("party", party.ref, scene, staff, world, now, new=False, had=had)


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Kept. What a colleague wrote into the same fields meanwhile is not overwritten: it is said which ones."""
    answers = form.answers
    if answers.get("new"):
        scene = await _seen(work, form.subject, staff)
        party = parties.new(PartyRef(new_ref()), scene.case.ref, PartyKind(str(answers["ykind"])))
    else:
        party, scene = await _party(work, form.subject, staff)
    if answers.get("yfields") == ["remove"]:
        return parties.remove(scene, party, by=staff, now=now) + _done(scene, staff)
    wished = changes_in(answers)
    lost = _changed_since(party, answers.get("had"), wished)
    changes = {f: v for f, v in wished.items() if f not in lost and getattr(party, f) != v}
    said = _done(scene, staff)
    if lost:
        fields = tuple(says(f"yfields-{field}") for field in lost)
        said = Outcome(messages=(Message(staff.chat, says("party-not-overwritten", fields=fields)),))
    if not changes and party.version:
        return said
    outcome = parties.write_down(scene, party, changes, by=staff, profile=world.profile, now=now)
    return said + outcome + await follow_up(work, scene, outcome, by=staff, world=world, now=now)


def _changed_since(party: Party, had: Any, wished: Mapping[str, Any]) -> tuple[str, ...]:
    if not isinstance(had, Mapping):
        return ()
    now = {field: parties.kept(getattr(party, field)) for field in wished}
    return tuple(
        field for field in wished if now[field] != had.get(field) and now[field] != parties.kept(wished[field])
    )


def _done(scene: Scene, staff: Staff) -> Outcome:
    return Outcome(messages=(Message(staff.chat, says("form-recorded", number=scene.case.number)),))


async def gathered(work: Work, scene: Scene, *, before: Outcome, world: World, now: datetime) -> Outcome:
    """The people of a report become records, as far as it tells of them; what follows from who they are."""
    case = before.cases[-1] if before.cases else scene.case
    known = known_people(case, new_ref)
    there = await work.parties(case.ref) if case.version else ()
    outcome = Outcome()
    for party in parties.completed(there, known):
        stored = next((one for one in there if one.ref == party.ref), Party(party.ref, party.case, party.kind))
        changes = {field: getattr(party, field) for field in parties.FIELDS if getattr(party, field)}
        here = replace(scene, case=case)
        outcome += parties.recorded(here, stored, changes, by=None, profile=world.profile, now=now)
    if not outcome.parties:
        return outcome
    here = replace(scene, case=case)
    return outcome + await follow_up(work, here, outcome, by=None, world=world, now=now, before=before)


async def follow_up(
    work: Work,
    scene: Scene,
    outcome: Outcome,
    *,
    by: Staff | None,
    world: World,
    now: datetime,
    before: Outcome = NOTHING,
) -> Outcome:
    """Somebody of the unit among them: hidden from them at once. Somebody who comes again: rated again (R-30)."""
    here = replace(scene, case=outcome.cases[-1] if outcome.cases else scene.case, actor=by)
    more = Outcome()
    seen, everywhere = False, False
    for party in outcome.parties:
        seen = seen or bool(await counted(work, here.case, party))
        everywhere = everywhere or await _anywhere(work, here.case, party)
    if seen:
        more += parties.comes_again(here, by=by, profile=world.profile, now=now)
        here = replace(here, case=more.cases[-1] if more.cases else here.case)
    elif everywhere:
        more += parties.only_leads_know(replace(here, actor=by))
    return more + await _conflicts(work, here, outcome.parties, after=before + outcome + more, world=world, now=now)


async def _anywhere(work: Work, case: Case, party: Party) -> bool:
    viewer, work.viewer = work.viewer, None
    try:
        return bool(await counted(work, case, party))
    finally:
        work.viewer = viewer


async def _conflicts(
    work: Work, scene: Scene, people: Iterable[Party], *, after: Outcome, world: World, now: datetime
) -> Outcome:
    """Members of the unit who seem to be one of these people, or who reported of themselves."""
    roster = await work.roster()
    named = [id for party in people if not party.removed for id in await work.staff_matches(party)]
    reporter = roster.by_chat(scene.case.reporter) if scene.case.reporter is not None else None
    if reporter is not None and scene.case.answers.get("who") in ("sp", "sl", "sa"):
        named.append(reporter.id)
    outcome, here = Outcome(), scene
    for id in dict.fromkeys(named):
        person = roster.by_id(id)
        if person is None or id in here.case.excluded:
            continue
        try:
            outcome += await hide_from(
                work, here, person, how=How.MATCH, by=None, world=world, now=now, after=after + outcome
            )
        except IsOut:
            outcome += excluding.seems_to_be(here, person)
        here = replace(here, case=outcome.cases[-1] if outcome.cases else here.case)
    return outcome


async def _seen(work: Work, ref: str, staff: Staff) -> Scene:
    scene = await scene_of_case(work, ref, actor=staff)
    if not may_see(scene, staff):
        raise NotAllowed
    return scene


async def _party(work: Work, ref: str, staff: Staff) -> tuple[Party, Scene]:
    party = await work.party(PartyRef(ref))
    if party is None:
        raise Unknown
    scene = await _seen(work, party.case, staff)
    if party.removed:
        raise WrongMoment
    return party, scene


PRESSES = {"parties": show, IDENTITY: identity, Action.PARTY: start}
FINISH = {"party": finish}
