"""One page to be read aloud to 110: who calls, what is going on, where, and what is asked for."""

from __future__ import annotations

from datetime import datetime

from cases.case import Case
from cases.messages import Lane, Message
from cases.notices import Scene
from cases.outcome import Look, Outcome
from cases.phrases import Arg, At, Phrase, says
from cases.staff import Staff
from cases.watching import is_alarming
from handlers.conversation.engine import World
from handlers.conversation.gazetteer import DISTRICT_LENGTH
from handlers.conversation.story import story
from handlers.conversation.summary import victim_place
from handlers.conversation.whereabouts import place_named
from triage.facts import Facts

#: Facts that police ask about first are said even where they are not known.
ALWAYS = ("ongoing_now", "weapon")
#: The others only where they were told.
IF_TOLD = ("severe_injury", "death_threat", "strangulation", "confined")


def text_for_110(scene: Scene, *, to: Staff, world: World, now: datetime) -> Outcome:
    """The page for one person, protected from forwarding, with the trace of who looked."""
    case, profile = scene.case, world.profile
    hotlines = tuple(says("hotline", name=line.name, number=line.number) for line in profile.hotlines)
    args: dict[str, Arg] = {
        "number": case.number,
        "unit": profile.unit,
        "officer": to.name,
        "lines": (
            *_officers(scene),
            *_emergency(case),
            *_danger(case.facts),
            _children(case.facts),
            _victims(case.facts),
        ),
        "news": _where(case, world),
        "hotlines": hotlines,
    }
    message = Message(to.chat, Phrase("call-110", args), Lane.EMERGENCY, protect=True)
    return Outcome(looks=(Look(case.ref, to.id, now, "call110"),), messages=(message,))


def _officers(scene: Scene) -> tuple[Phrase, ...]:
    """One of ours who needs help, or has not answered, is what the police must hear first."""
    found = []
    for one in scene.alert.outings if scene.alert is not None else ():
        person = scene.roster.by_id(one.who)
        if person is None or not is_alarming(one):
            continue
        if one.needs_help:
            found.append(says("call-officer-danger", who=person.name))
        else:
            found.append(says("call-officer-silent", who=person.name, sign=At(one.sign_at or one.since)))
    return tuple(found)


def _emergency(case: Case) -> tuple[Phrase, ...]:
    return (says("call-emergency"),) if case.emergency else ()


def _danger(facts: Facts) -> tuple[Phrase, ...]:
    told = [says(f"call-{name}-{_truth(getattr(facts, name))}") for name in ALWAYS]
    return (*told, *(says(f"call-{name}") for name in IF_TOLD if getattr(facts, name)))


def _truth(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[value]


def _children(facts: Facts) -> Phrase:
    if facts.child_witness or any(victim.stage == "anak" for victim in facts.victims):
        return says("call-children-yes")
    return says("call-children-unknown")


def _victims(facts: Facts) -> Phrase:
    return says("call-victims", count=str(len(facts.victims))) if facts.victims else says("call-victims-unknown")


def _where(case: Case, world: World) -> tuple[Phrase, ...]:
    """The village and kecamatan as told, the place on the map, and where in the report a landmark may stand."""
    lines = [_place(victim_place(case.answers), world)]
    spot = case.answers.get("spot")
    if spot:
        lines.append(says("call-spot", latitude=str(spot["latitude"]), longitude=str(spot["longitude"])))
    if story(case.answers):
        lines.append(says("call-landmark"))
    return tuple(lines)


def _place(code: str, world: World) -> Phrase:
    """Village, kecamatan and regency, each called what it is: names repeat, and this is heard, not read."""
    name, ours = world.places.name, world.places.ours
    if not code.startswith(f"{ours}."):
        return says("call-elsewhere", place=place_named(code, world) if code else says("kecamatan-unknown"))
    district = name(code[:DISTRICT_LENGTH])
    if code == code[:DISTRICT_LENGTH]:
        return says("call-kecamatan", kecamatan=district, regency=name(ours))
    return says("call-place", village=name(code), kecamatan=district, regency=name(ours))
