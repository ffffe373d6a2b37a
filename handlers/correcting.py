"""Notes of a case, and putting entries right: undone within ten minutes, corrected at any time with the old kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import consenting, entries
from cases.advancing import Written, moved
from cases.case import HANDLED, Status
from cases.dialogue import Dialogue
from cases.entry import Entry, EntryKind, EntryRef
from cases.handling import Handling
from cases.messages import Button, Message, in_rows
from cases.moves import Action, allow
from cases.notices import Scene, tell
from cases.outcome import EventKind, Outcome
from cases.party import PartyRef
from cases.phrases import says
from cases.referral import ReferralRef
from cases.refusals import Changed, Unknown
from cases.staff import Staff
from cases.visit import VisitRef
from cases.visiting import first_visit
from handlers import visits
from handlers.beginning import begin_form
from handlers.conversation import service_forms
from handlers.conversation.engine import Flow, Step, World
from handlers.conversation.entry_steps import files_of, moment, told_in, words_of
from handlers.conversation.meeting_forms import rights_told
from handlers.conversation.steps import SKIP
from handlers.entries import Filled, Start, check_sees, finishes, starts, with_receipt
from handlers.entry_list import FLOW_OF, asked
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from storage import Work

#: What stands before the answer to "when?".
WHEN = "label-happened"
#: … and to "why is it lower?", which belongs to the judgement of the risk.
WHY_LOWER = "label-rate-why"
#: Of the questions with buttons alone these may be answered anew; the others have moved the case or were judgements,
#: and are undone, or given anew by their own buttons. What was told freely, ticked or sent can always be put right.
AMENDABLE = frozenset({"mtway", "mtsafe", "extrust", "csphoto", "rtwho", "rqok", "tlok"}) | service_forms.AMENDABLE
#: A name that was looked at before it was taken: another person is named anew.
FIXED = frozenset({"gdname", "gdunit", "gdname2"}) | service_forms.FIXED


async def _noted(filled: Filled) -> Outcome:
    written = filled.written(EntryKind.NOTE)
    return filled.received(entries.note(filled.scene, written, by=filled.staff, now=filled.now))


async def undo(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """As if it had not been written; what had been sent away or stopped because of it is back."""
    entry, scene = await _entry(work, heard, staff)
    corrected = await work.entry(entry.corrects) if entry.corrects else None
    outcome = entries.undo(
        scene,
        entry,
        told_by=await _told_by(work, entry),
        by=staff,
        profile=world.profile,
        now=now,
        corrected=corrected,
        referrals=await work.referrals(entry.case),
    )
    if entry.before is None:
        return outcome
    here = replace(scene, case=moved(outcome), actor=staff)
    if entry.corrects is None:
        outcome += await _withdrawn(work, entry, now)
    wish = here.case.handling.override
    if wish is not None and wish.agreed_by is None and entry.told.get("what") != "asked":
        # Nobody has answered it after all: it is asked again, and no "undone" may take the place of the question.
        asked_again = tell(EventKind.OVERRIDE_ASKED, consenting.asking(here))
        chats = {message.to for message in asked_again} - {staff.chat}
        told = tuple(message for message in outcome.messages if message.to not in chats)
        outcome = replace(outcome, messages=(*told, *asked_again))
    outcome += await visits.taken_back(work, here, entry, world, now)
    return outcome + _visited(scene, here, world, now)


def _visited(before: Scene, after: Scene, world: World, now: datetime) -> Outcome:
    """Visits that had ended with what was undone begin anew."""
    case = after.case
    stopped = before.case.status in (Status.REFUSED, Status.CLOSED) and case.status in HANDLED - {Status.REFUSED}
    if not stopped or after.visit is not None:
        return Outcome()
    return first_visit(case, ref=VisitRef(new_ref()), profile=world.profile, now=now)[1]


async def _withdrawn(work: Work, entry: Entry, now: datetime) -> Outcome:
    """Referrals that it had withdrawn wait again; a person whom it had written down is none of the case's any more."""
    referrals = [await work.referral(ReferralRef(ref)) for ref in entry.told.get("withdrawn", ())]
    outcome = consenting.restored((one for one in referrals if one is not None), now=now)
    party = await work.party(PartyRef(str(entry.told["party"]))) if entry.told.get("party") else None
    return outcome + Outcome(parties=(replace(party, removed=True),)) if party is not None else outcome


async def _told_by(work: Work, entry: Entry) -> EventKind:
    """What was told when the entry was written."""
    history = await work.history(entry.case)
    found = (event.kind for event in reversed(history) if event.told.get("entry") == entry.ref)
    return next(found, EventKind.ENTRY_WRITTEN)


async def _entry(work: Work, heard: Heard, staff: Staff) -> tuple[Entry, Scene]:
    """The entry as it was shown, and its case. Raises Unknown, NotAllowed, Changed."""
    entry = await work.entry(EntryRef(heard.ref))
    if entry is None:
        raise Unknown
    scene = await scene_of_case(work, entry.case, actor=staff)
    check_sees(scene, staff)
    if heard.version != entry.version:
        raise Changed
    return entry, scene


async def choose(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Which of the answers was wrong?"""
    entry, scene = await _entry(work, heard, staff)
    allow(Action.CORRECT, by=staff, case=scene.case)
    if not entry.counts:
        raise Changed
    buttons = [
        Button(
            says(step.label) if step.label else says("amend-nth", nth=str(nth)), "amend", entry.ref, entry.version, name
        )
        for nth, (name, step) in enumerate(_open(entry), 1)
    ]
    if not buttons:
        return Outcome(messages=(Message(staff.chat, says("amend-none", number=scene.case.number)),))
    asking = says("amend-which", number=scene.case.number, what=entries.title(entry))
    return Outcome(messages=(Message(staff.chat, asking, buttons=in_rows(buttons, columns=1)),))


def _flow(entry: Entry) -> Flow | None:
    return next((FLOW_OF[name] for name in entry.told if name in FLOW_OF), None)


def _open(entry: Entry) -> list[tuple[str, Step]]:
    """The answers that can be given anew: all that were given, those passed over, and when it was."""
    flow = _flow(entry)
    if flow is None:
        return []
    given = dict.fromkeys(step.name for step, _ in asked(entry))
    whens = [name for name, step in flow.steps.items() if step.label == WHEN]
    passed = [
        name
        for name, step in flow.steps.items()
        if name not in given and step.optional and step.applies(entry.told) and step.label
    ]
    return [
        (name, flow.steps[name]) for name in (*given, *passed, *whens) if name in whens or _amendable(flow.steps[name])
    ]


def _amendable(step: Step) -> bool:
    if step.name in FIXED or step.label == WHY_LOWER:
        return False
    return step.free or step.many or step.name in AMENDABLE


async def amend(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The question of that answer once more; all the others keep theirs."""
    entry, scene = await _entry(work, heard, staff)
    allow(Action.CORRECT, by=staff, case=scene.case)
    flow = _flow(entry)
    if not entry.counts or flow is None or heard.choice not in dict(_open(entry)):
        raise Changed
    step = flow.steps[heard.choice]
    again = {step.name, *step.clears}
    known = {name: entry.told.get(name, SKIP) for name in flow.steps if name not in again}
    return begin_form(flow.name, entry.ref, scene, staff, world, now, **known, corrects=entry.ref, again=sorted(again))


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """The new entry stands in the place of the old one, which is kept. Raises Changed where somebody was first."""
    old = await work.entry(EntryRef(form.subject))
    flow = FLOW_OF[form.answers["again"][0]]
    if old is None or flow.name != form.flow:
        raise Unknown
    scene = await scene_of_case(work, old.case, actor=staff)
    check_sees(scene, staff)
    anew = {name: value for name, value in told_in(flow, form.answers).items() if name in form.answers["again"]}
    when = next((name for name in anew if flow.steps[name].label == WHEN), "")
    at = moment(form.answers, when, profile=world.profile, now=now) if when else old.at
    told = {name: value for name, value in old.told.items() if name not in form.answers["again"]}
    told |= {} if when else anew
    ordered = {name: told[name] for name in flow.steps if name in told} | told
    files = (*files_of(ordered), *(file for file in old.files if file not in files_of(ordered)))
    outcome = entries.correct(
        scene,
        old,
        written=Written(EntryRef(new_ref()), old.kind, at, ordered, files),
        by=staff,
        profile=world.profile,
        now=now,
        handling=await _restated(work, scene.case.handling, old, ordered),
    )
    return with_receipt(outcome, scene, staff)


async def _restated(work: Work, handling: Handling, old: Entry, told: Mapping[str, Any]) -> Handling:
    """What the case keeps of an entry, as it is told now; of one that another has followed it keeps nothing."""
    restate = RESTATE.get(old.kind)
    if restate is None or (old.kind in STANDS_ALONE and await _followed(work, old)):
        return handling
    return restate(handling, old, told)


async def _followed(work: Work, old: Entry) -> bool:
    """Whether a later entry of the same kind says what stands now: she has signed anew, another guardian was named."""
    later = (entry for entry in await work.entries(old.case) if entry.kind is old.kind and entry.counts)
    return any(entry.written_at > old.written_at and entry.corrects != old.ref for entry in later)


def _consent(handling: Handling, old: Entry, told: Mapping[str, Any]) -> Handling:
    consent, photo = handling.consent, told.get("csphoto")
    if old.told.get("what") == "refused" and consent is not None and not consent.agreed:
        return replace(handling, consent=replace(consent, reason=words_of(told.get("ncwhy"))))
    if old.told.get("what") != "signed" or consent is None or not consent.agreed or not isinstance(photo, Mapping):
        return handling
    scope = tuple(told.get("csscope") or ())
    return replace(handling, consent=replace(consent, scope=scope, photo_id=str(photo["file_id"])))


def _guardian(handling: Handling, old: Entry, told: Mapping[str, Any]) -> Handling:
    """How they are related; another person is named anew."""
    guardian, last = handling.guardian, "2" if told.get("gdname2") else ""
    if guardian is None or old.told.get("what") == "offender":
        return handling
    return replace(handling, guardian=replace(guardian, relation=words_of(told.get(f"gdrel{last}"))))


def _rights(handling: Handling, old: Entry, told: Mapping[str, Any]) -> Handling:
    """Those that this entry had ticked, and no other had told, stand as they are ticked now."""
    wrong = set(rights_told(old.told)) - set(rights_told(told))
    kept = {*handling.rights} - wrong | {*rights_told(told)}
    return replace(handling, rights=tuple(right for right in rights_told({"rtwhat": ["semua"]}) if right in kept))


#: Of these only the last one counts.
STANDS_ALONE = frozenset({EntryKind.CONSENT, EntryKind.GUARDIAN})
#: How what a case keeps beside its entries follows a correction, by the kind of entry.
RESTATE: dict[EntryKind, Callable[[Handling, Entry, Mapping[str, Any]], Handling]] = {
    EntryKind.CONSENT: _consent,
    EntryKind.GUARDIAN: _guardian,
    EntryKind.RIGHTS: _rights,
}

PRESSES: dict[str, Start] = {
    Action.NOTE: starts(Action.NOTE),
    Action.UNDO: undo,
    Action.CORRECT: choose,
    "amend": amend,
}
FINISH = {"note": finishes(Action.NOTE, _noted)}
