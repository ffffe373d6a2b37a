"""What a case manager writes down of the first meeting: 1.8, 1.9, the guardian of a child, the eight rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cases import meeting
from cases.advancing import advance
from cases.alert import AlertRef
from cases.conditions import age_unknown
from cases.entry import EntryKind
from cases.messages import Button, Message, Rows, Style
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Outcome
from cases.party import PartyKind, PartyRef
from cases.phrases import says
from handlers.conversation.answering import DOERS
from handlers.conversation.entry_steps import rating, words_of
from handlers.conversation.meeting_forms import DOUBTFUL, UNIT, rights_told
from handlers.entries import Filled, Start, finishes, starts
from handlers.refs import new_ref
from handlers.visits import counting

#: Ways of meeting at which somebody saw the person: a telephone is no visit.
IN_PERSON = frozenset({"rumah", "unit", "mitra"})


def press(action: Action, scene: Scene, style: Style = Style.PLAIN) -> Button:
    """A button for the case of the scene."""
    return Button(says(f"button-{action}"), action, ref=scene.case.ref, version=scene.case.version, style=style)


def hint(filled: Filled, key: str, *actions: Action) -> Outcome:
    """A word on what follows from what was just written, with the buttons for it."""
    rows: Rows = tuple((press(action, filled.scene),) for action in actions)
    return Outcome(messages=(Message(filled.staff.chat, says(key, number=filled.scene.case.number), buttons=rows),))


async def _met(filled: Filled) -> Outcome:
    answers = filled.answers
    outcome = meeting.meet(
        filled.scene,
        filled.written(EntryKind.MEETING, when="mtwhen"),
        risk=rating(answers, "mtrisk"),
        reason=words_of(answers.get("mtriskw")),
        grown={"dewasa": True, "anak": False}.get(str(answers.get("mtage"))),
        alert_ref=AlertRef(new_ref()),
        **filled.given,
    )
    outcome = filled.received(outcome)
    if answers.get("mtsafe") == "tidak":
        outcome += hint(filled, "met-unsafe", Action.RAISE)
    if answers.get("mtway") in IN_PERSON:
        met = replace(filled.scene, case=outcome.cases[-1])
        outcome += counting(met, filled.staff, filled.world, filled.now)
    if meeting.untold(filled.scene.case):
        outcome += hint(filled, "met-rights", Action.TELL_RIGHTS)
    return outcome


async def _explained(filled: Filled) -> Outcome:
    """Only a form that was explained is step 1.9; trust that grows is written down all the same."""
    steps = () if filled.answers.get("exform") == "belum" else None
    written = filled.written(EntryKind.MEETING, when="exwhen", steps=steps)
    written = replace(written, told={**written.told, "what": "explained"})
    outcome = filled.received(advance(filled.scene, Action.EXPLAIN, written, **filled.given))
    return outcome + hint(filled, "explain-still") if steps == () else outcome


async def _rights(filled: Filled) -> Outcome:
    outcome = meeting.tell_rights(
        filled.scene, filled.written(EntryKind.RIGHTS), told=rights_told(filled.answers), **filled.given
    )
    return filled.received(outcome)


def _doer(scene: Scene) -> Mapping[str, Any]:
    told = scene.case.answers.get("doer")
    return {"doer": told if told in DOERS else ""}


async def _guardian(filled: Filled) -> Outcome:
    """The first who was proposed, or the second where the first can't be it."""
    answers = filled.answers
    again = answers.get("gdoff") in DOUBTFUL and words_of(answers.get("gdname2")) != ""
    last = "2" if again else ""
    by_unit = answers.get(f"gdname{last}") == UNIT
    offenders = [p.name for p in await filled.work.parties(filled.scene.case.ref) if p.kind is PartyKind.OFFENDER]
    outcome = meeting.name_guardian(
        filled.scene,
        filled.written(EntryKind.GUARDIAN),
        name=words_of(answers.get("gdunit" if by_unit else f"gdname{last}")),
        relation=words_of(answers.get(f"gdrel{last}")),
        is_offender=answers.get(f"gdoff{last}") in DOUBTFUL,
        named_by_unit=by_unit,
        offenders=offenders,
        party_ref=PartyRef(new_ref()),
        **filled.given,
    )
    received = filled.received(outcome)
    return received if outcome.cases else received + hint(filled, "guardian-refused", Action.NAME_GUARDIAN)


PRESSES: dict[str, Start] = {
    Action.MEET: starts(Action.MEET, lambda scene: {"ageless": age_unknown(scene.case)}),
    Action.EXPLAIN: starts(Action.EXPLAIN),
    Action.NAME_GUARDIAN: starts(Action.NAME_GUARDIAN, _doer),
    Action.TELL_RIGHTS: starts(Action.TELL_RIGHTS),
}

FINISH = {
    "meet": finishes(Action.MEET, _met),
    "explain": finishes(Action.EXPLAIN, _explained),
    "guardian": finishes(Action.NAME_GUARDIAN, _guardian),
    "rights": finishes(Action.TELL_RIGHTS, _rights),
}
