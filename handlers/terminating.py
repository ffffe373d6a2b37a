"""What staff do of 5.8 and process 6: the list of documents, the signed end, the end without a signature, closing,
and opening again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cases import closing, one_sided, reopening, terminating
from cases.advancing import Written
from cases.alert import AlertRef
from cases.completeness import Papers, checklist, missing
from cases.entry import EntryKind, EntryRef
from cases.handling import Signer, Unilateral
from cases.messages import Button, Message, Style
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import EventKind, Look, Outcome
from cases.phrases import says
from cases.refusals import NeedsAnother, NeedsSearch
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.conversation.entry_steps import words_of
from handlers.entries import Filled, Finish, Start, begin_entry, check_sees, finishes, with_receipt
from handlers.heard import Heard
from handlers.meeting import press
from handlers.monitoring import changed, judged
from handlers.refs import new_ref
from handlers.ruling import looked_at_another
from handlers.scenes import scene_of_case
from handlers.serving import begins, told
from storage import Work

A, K = Action, EntryKind
#: On the buttons beneath the words of a wish.
READ = "read"


async def papers_of(work: Work, scene: Scene) -> Papers:
    """What lies in the file of a case."""
    ref = scene.case.ref
    return Papers(
        entries=await work.entries(ref),
        letters=await work.letters(ref),
        referrals=await work.referrals(ref),
        parties=await work.parties(ref),
        outreach=any(event.kind is EventKind.OUTREACH_RECORDED for event in await work.history(ref)),
    )


async def check(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The list of documents (5.8) with its ticks; once all are there, a second tap says that they were looked at."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    check_sees(scene, staff)
    allow(A.CHECK, by=staff, case=scene.case)
    if looked_at_another(heard, scene):
        return await changed(work, heard, staff, world, now)
    papers = await papers_of(work, scene)
    if heard.choice == "do":
        note = Written(EntryRef(new_ref()), K.TERMINATION, now)
        outcome = terminating.check(scene, note, papers=papers, by=staff, profile=world.profile, now=now)
        return with_receipt(outcome, scene, staff)
    items = checklist(scene.case, papers)
    lines = tuple(says("paper-there" if i.is_there else "paper-missing", paper=says(f"paper-{i.name}")) for i in items)
    lacking = len(missing(items))
    done = Button(says("button-check-do"), A.CHECK, scene.case.ref, scene.case.version, "do", Style.SUCCESS)
    key = "checklist-lacking" if lacking else "checklist-complete"
    words = says(key, number=scene.case.number, lines=lines, count=lacking)
    return Outcome(messages=(Message(staff.chat, words, buttons=() if lacking else ((done,),), protect=True),))


async def _present(filled: Filled) -> Outcome:
    written = filled.written(K.TERMINATION, when="prw")
    return filled.received(terminating.present(filled.scene, written, **filled.given))


async def _sign_end(filled: Filled) -> Outcome:
    signer, written = Signer(str(filled.answers["sgwho"])), filled.written(K.FEEDBACK, when="sgw")
    return filled.received(terminating.sign_end(filled.scene, written, signer=signer, **filled.given))


async def _attempt(filled: Filled) -> Outcome:
    how, written = str(filled.answers["athow"]), filled.written(K.ATTEMPT, when="atw")
    return filled.received(terminating.attempt(filled.scene, written, how=how, **filled.given))


async def start_one_sided(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Whoever was not searched for long enough is not asked why: what is missing is said at once."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    check_sees(scene, staff)
    known = {"unsearched": not one_sided.searched(scene.case, profile=world.profile, now=now)}
    return begin_entry("onesid", A.ONE_SIDED, scene, staff, world, now, **known)


async def _ask(filled: Filled) -> Outcome:
    answers = filled.answers
    who = answers.get("oswho")
    try:
        asked = one_sided.ask(
            filled.scene,
            filled.written(K.DECISION),
            ground=Unilateral(str(answers["osground"])),
            reason=words_of(answers.get("oswhy")),
            who=Signer(str(who)) if who else None,
            others_safe={"ya": True, "tidak": False}.get(str(answers.get("ossafe"))),
            alert_ref=AlertRef(new_ref()),
            **filled.given,
        )
    except NeedsSearch as missing:
        # The button for it stands beneath what is missing.
        rows = ((press(A.ATTEMPT, filled.scene),),)
        return Outcome(messages=(Message(filled.staff.chat, missing.phrase, buttons=rows),))
    return filled.received(asked)


async def wish(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """What somebody wants to end without a signature, in their own words, for who must agree; with a trace."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(A.AGREE_ONE_SIDED, by=staff, case=scene.case)
    words = one_sided.wish_card(scene, profile=world.profile)

    def answer(action: Action, style: Style = Style.PLAIN) -> Button:
        label = says(f"button-{action}")
        return Button(label, action, scene.case.ref, scene.case.version, choice=READ, style=style)

    rows = (
        (Button(says("button-look"), "file", scene.case.ref, scene.case.version),),
        (answer(A.AGREE_ONE_SIDED, Style.PRIMARY), answer(A.DENY_ONE_SIDED)),
    )
    return Outcome(
        looks=(Look(scene.case.ref, staff.id, now, "one_sided"),),
        messages=(Message(staff.chat, words, buttons=rows, protect=True),),
    )


async def agree(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To the very wish that was read; where the case has moved on since, the wish is laid before them again."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(A.AGREE_ONE_SIDED, by=staff, case=scene.case)
    if one_sided.wish_of(scene).asked_by == staff.id:
        raise NeedsAnother
    if heard.choice != READ:
        # Pressed on a card that does not show the words of the wish: they are read first.
        return await wish(work, heard, staff, world, now)
    if looked_at_another(heard, scene):
        changed_since = Outcome(messages=(Message(staff.chat, says("refusal-changed")),))
        return changed_since + await wish(work, heard, staff, world, now)
    note = Written(EntryRef(new_ref()), K.DECISION, now)
    return one_sided.agree(scene, note, by=staff, profile=world.profile, now=now)


async def _deny(filled: Filled) -> Outcome:
    return one_sided.deny(filled.scene, filled.written(K.DECISION), **filled.given)


async def _which_end(work: Work, scene: Scene, now: datetime) -> Mapping[str, Any]:
    return {"end": str(scene.case.status)}


async def start_closing(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Whatever forbids it is said before anything is asked."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    closing.may_close(scene, referrals=await work.referrals(scene.case.ref), by=staff)
    return await _closing(work, heard, staff, world, now)


async def _close(filled: Filled) -> Outcome:
    """Whatever is asked in each of the four ways: a report at the end of process 6, else why."""
    reason = next(filter(None, (told(filled, step) for step in ("clrep", "clinfo", "clwhy"))), "")
    return closing.close(
        filled.scene,
        filled.written(K.TERMINATION),
        reason=reason,
        referrals=await filled.work.referrals(filled.scene.case.ref),
        **filled.given,
    )


async def _reopen(filled: Filled) -> Outcome:
    reason = words_of(filled.answers.get("rowhy"))
    return reopening.reopen(filled.scene, filled.written(K.DECISION), reason=reason, **filled.given)


_closing = begins("closing", A.CLOSE, _which_end)
PRESSES: dict[str, Start] = {
    A.CHECK: check,
    A.PRESENT: begins("present", A.PRESENT),
    A.SIGN_END: begins("signend", A.SIGN_END),
    A.ATTEMPT: begins("attempt", A.ATTEMPT),
    A.ONE_SIDED: judged(start_one_sided),
    "wish": wish,
    A.AGREE_ONE_SIDED: agree,
    A.DENY_ONE_SIDED: begins("denyone", A.DENY_ONE_SIDED),
    A.CLOSE: judged(start_closing),
    A.REOPEN: judged(begins("reopen", A.REOPEN)),
}
FINISH: dict[str, Finish] = {
    "present": finishes(A.PRESENT, _present),
    "signend": finishes(A.SIGN_END, _sign_end),
    "attempt": finishes(A.ATTEMPT, _attempt),
    "onesid": finishes(A.ONE_SIDED, _ask),
    "denyone": finishes(A.DENY_ONE_SIDED, _deny),
    "closing": finishes(A.CLOSE, _close),
    "reopen": finishes(A.REOPEN, _reopen),
}
