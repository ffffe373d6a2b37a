"""The letters of a case at the desk: listed, drafted, checked by another, signed on paper."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from cases import letters
from cases.attaching import ATTACHMENT
from cases.attachment import AttachmentRef
from cases.case import Case
from cases.dialogue import Dialogue
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.letter_parts import Material
from cases.messages import Button, Message, Rows, in_rows
from cases.moves import OFFICERS, Action, allow, holds
from cases.notices import Scene
from cases.outcome import Look, Outcome
from cases.phrases import At, Phrase, says
from cases.referral import Referral, ReferralRef
from cases.refusals import NotAllowed, Refusal, Unknown, WrongMoment
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.showing import may_see
from handlers.showing_files import shown_file
from storage import Work

Finish = Callable[[Work, Dialogue, Staff, World, datetime], Awaitable[Outcome]]
Press = Callable[[Work, Heard, Staff, World, datetime], Awaitable[Outcome]]

#: More letters than this make no message that can be read on a phone; the newest are shown.
MOST = 12


def may_open(scene: Scene, staff: Staff) -> bool:
    """Who holds the case, stands in for its manager or answers for the unit; before there is a manager, an officer."""
    early = scene.case.manager is None and (staff.on_duty or staff.role in OFFICERS)
    return staff.active and (may_see(scene, staff) or holds(staff, scene.case) or early)


async def _scene(work: Work, ref: str, staff: Staff) -> Scene:
    scene = await scene_of_case(work, ref, actor=staff)
    if staff.id in scene.case.excluded or not may_open(scene, staff):
        raise NotAllowed
    return scene


async def _letter(work: Work, ref: str, staff: Staff) -> tuple[Scene, Letter]:
    letter = await work.letter(LetterRef(ref))
    if letter is None:
        raise Unknown
    return await _scene(work, letter.case, staff), letter


async def material(
    work: Work, scene: Scene, staff: Staff, world: World, now: datetime, *, referral: Referral | None = None
) -> Material:
    """All that the letters of a case are made from."""
    ref = scene.case.ref
    gathered = Material(
        case=scene.case,
        roster=scene.roster,
        profile=world.profile,
        now=now,
        by=staff,
        parties=await work.parties(ref),
        entries=await work.entries(ref),
        letters=await work.letters(ref),
        referrals=await work.referrals(ref),
        referral=referral,
    )
    return replace(gathered, about=next(reversed(gathered.visits), None))


async def listed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """All letters of the case: which, under which number, by whom and when, and how far each has come."""
    scene = await _scene(work, heard.ref, staff)
    case, every = scene.case, await work.letters(scene.case.ref)
    numbered = list(enumerate(every, start=1))[-MOST:]
    lines = tuple(_line(nth, letter, scene) for nth, letter in numbered)
    rows: Rows = in_rows(
        [
            Button(says("letter-open", nth=nth, kind=letters.kind_words(letter.kind)), "letter", ref=letter.ref)
            for nth, letter in numbered
            if letter.state is not LetterState.REPLACED
        ],
        columns=1,
    )
    try:
        allow(Action.DRAFT, by=staff, case=case)
        rows = (*rows, (_draft_button(case),))
    except Refusal:
        # To look is all that is left.
        pass
    told = says("letters-list", number=case.number, lines=lines or says("letters-none"))
    return Outcome(messages=(Message(staff.chat, told, buttons=rows, protect=True),))


def _draft_button(case: Case) -> Button:
    return Button(says("button-draft"), str(Action.DRAFT), ref=case.ref)


def _line(nth: int, letter: Letter, scene: Scene) -> Phrase:
    def done(what: str, by: str, at: datetime | None) -> Phrase:
        return says(f"letter-line-{what}", who=by, at=At(at)) if at is not None else says("nothing")

    def name(id: object) -> str:
        person = next((p for p in scene.roster.people if p.id == id), None)
        return person.name if person is not None else "–"

    return says(
        "letter-line",
        nth=nth,
        kind=letters.kind_words(letter.kind),
        reference=says("letter-line-number", text=letter.number) if letter.number else says("nothing"),
        state=_state(letter),
        maker=name(letter.made_by),
        made=At(letter.made_at),
        checked=done("checked", name(letter.checked_by), letter.checked_at),
        signed=done("signed", name(letter.signed_by), letter.signed_at),
    )


def _state(letter: Letter) -> Phrase:
    form = letter.state is LetterState.DRAFT and letters.is_form(letter)
    return says("letter-state-form" if form else f"letter-state-{letter.state}")


async def draft(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Which letter, where that was not said; for which referral, where there are several; then it is made.

    Pressed under a referral, it is for that one.
    """
    if heard.choice in letters.OF_REFERRAL and await work.referral(ReferralRef(heard.ref)) is not None:
        return await draft_for(work, heard, staff, world, now)
    scene = await _scene(work, heard.ref, staff)
    allow(Action.DRAFT, by=staff, case=scene.case)
    gathered = await material(work, scene, staff, world, now)
    if not heard.choice:
        return _choose(scene, gathered, staff)
    kind = _kind(heard.choice)
    if kind in letters.OF_REFERRAL and len(gathered.referrals) > 1:
        return _which_referral(scene, kind, gathered, staff)
    if kind in letters.OF_REFERRAL:
        gathered = replace(gathered, referral=next(iter(gathered.referrals), None))
    return await _drafted(work, scene, kind, gathered, staff, world, now)


def _kind(choice: str) -> LetterKind:
    try:
        return LetterKind(choice)
    except ValueError:
        raise WrongMoment from None


def _choose(scene: Scene, gathered: Material, staff: Staff) -> Outcome:
    rows = in_rows([kind_button(scene.case, kind) for kind in letters.offered(gathered)], columns=1)
    told = says("letters-choose", number=scene.case.number)
    return Outcome(messages=(Message(staff.chat, told, buttons=rows),))


def kind_button(case: Case, kind: LetterKind) -> Button:
    return Button(letters.kind_words(kind), str(Action.DRAFT), ref=case.ref, choice=str(kind))


def _which_referral(scene: Scene, kind: LetterKind, gathered: Material, staff: Staff) -> Outcome:
    def label(referral: Referral) -> Phrase:
        agency = gathered.profile.agency(referral.agency)
        return says(
            "letters-referral-line", agency=agency.name if agency else referral.agency, sent=At(referral.sent_at)
        )

    rows = in_rows(
        [Button(label(one), "draftfor", ref=one.ref, choice=str(kind)) for one in gathered.referrals[-MOST:]], columns=1
    )
    return Outcome(
        messages=(Message(staff.chat, says("letters-which-referral", number=scene.case.number), buttons=rows),)
    )


async def draft_for(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """For that very referral."""
    referral = await work.referral(ReferralRef(heard.ref))
    if referral is None:
        raise Unknown
    scene = await _scene(work, referral.case, staff)
    gathered = await material(work, scene, staff, world, now, referral=referral)
    return await _drafted(work, scene, _kind(heard.choice), gathered, staff, world, now)


async def _drafted(
    work: Work, scene: Scene, kind: LetterKind, gathered: Material, staff: Staff, world: World, now: datetime
) -> Outcome:
    """Made, and handed over as PDF and as an editable copy."""
    letters.may_draft(scene, kind, gathered, by=staff)
    number = letters.kept_number(kind, gathered)
    if number is None:
        nth = await work.next_letter(world.profile.local(now).year)
        number = letters.number_of(world.profile, nth, now=now)
    made = letters.draft(scene, kind, replace(gathered, number=number), ref=LetterRef(new_ref()), by=staff, now=now)
    letter = replace(made.letters[-1], version=1)
    form = letters.is_form(letter)
    told = says(
        "letter-made",
        number=scene.case.number,
        kind=letters.kind_words(kind),
        next=says("letter-next-sign" if form else "letter-next-check"),
    )
    every = (*gathered.letters, letter)
    files = letters.documents(scene, letter, every, to=staff, buttons=letters.signing(letter) if form else ())
    look = Look(scene.case.ref, staff.id, now, "letter")
    return made + Outcome(looks=(look,), messages=(Message(staff.chat, told), *files))


async def opened(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The letter itself, with what can be done with it; the photo too, once it is signed."""
    scene, letter = await _letter(work, heard.ref, staff)
    return await _shown(work, scene, letter, staff, now)


async def _shown(work: Work, scene: Scene, letter: Letter, staff: Staff, now: datetime) -> Outcome:
    every = await work.letters(scene.case.ref)
    rows: Rows = ()
    if letters.may_check(letter, by=staff):
        rows = letters.judging(letter)
    elif letters.may_sign(letter) and allowed(Action.SIGN_LETTER, staff, scene.case):
        rows = letters.signing(letter)
    messages = letters.documents(scene, letter, every, to=staff, buttons=rows)
    if letter.photo_id:
        told = says("letter-signed-photo", number=scene.case.number, kind=letters.kind_words(letter.kind))
        kept = await work.attachment(AttachmentRef(letter.photo)) if letter.photo else None
        messages += (shown_file(told, {"kind": "photo", "file_id": letter.photo_id}, kept, to=staff),)
    return Outcome(looks=(Look(scene.case.ref, staff.id, now, "letter"),), messages=messages)


def allowed(action: Action, staff: Staff, case: Case) -> bool:
    try:
        allow(action, by=staff, case=case)
    except Refusal:
        return False
    return True


async def _again(work: Work, scene: Scene, letter: Letter, staff: Staff, now: datetime) -> Outcome:
    """What was looked at is not what stands there now: it is laid before them anew."""
    changed = Message(staff.chat, says("letter-changed"))
    return Outcome(messages=(changed,)) + await _shown(work, scene, letter, staff, now)


async def check(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene, letter = await _letter(work, heard.ref, staff)
    outcome = letters.check(scene, letter, by=staff, now=now)
    if heard.version != letter.version:
        return await _again(work, scene, letter, staff, now)
    return outcome + _done("letter-check-done", scene, letter, staff)


async def start_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Sent back: what is to be mended?"""
    scene, letter = await _letter(work, heard.ref, staff)
    letters.checkable(scene.case, letter, staff)
    if heard.version != letter.version:
        return await _again(work, scene, letter, staff, now)
    return begin_form("letterback", letter.ref, scene, staff, world, now, letter=letter.version)


async def finish_back(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene, letter = await _letter(work, form.subject, staff)
    if form.answers.get("letter") != letter.version:
        return await _again(work, scene, letter, staff, now)
    remark = str(form.answers.get("ltremark", ""))
    sent = letters.send_back(scene, letter, remark=remark, by=staff, now=now)
    return sent + _done("letter-back-done", scene, letter, staff)


async def start_sign(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Signed on paper: the photo of it."""
    scene, letter = await _letter(work, heard.ref, staff)
    letters.signable(scene.case, letter, staff)
    if heard.version != letter.version:
        return await _again(work, scene, letter, staff, now)
    return begin_form("signletter", letter.ref, scene, staff, world, now, letter=letter.version)


async def finish_sign(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene, letter = await _letter(work, form.subject, staff)
    if form.answers.get("letter") != letter.version:
        return await _again(work, scene, letter, staff, now)
    photo = form.answers["ltphoto"]
    of_page = {"photo_id": str(photo["file_id"]), "photo": str(photo.get(ATTACHMENT, ""))}
    signed = letters.sign(scene, letter, **of_page, by=staff, now=now)
    return signed + _done("letter-sign-done", scene, letter, staff)


def _done(key: str, scene: Scene, letter: Letter, staff: Staff) -> Outcome:
    told = says(key, number=scene.case.number, kind=letters.kind_words(letter.kind))
    return Outcome(messages=(Message(staff.chat, told),))


PRESSES: dict[str, Press] = {
    "letters": listed,
    Action.DRAFT: draft,
    "draftfor": draft_for,
    "letter": opened,
    Action.CHECK_LETTER: check,
    "letterback": start_back,
    Action.SIGN_LETTER: start_sign,
}
FINISH: dict[str, Finish] = {"letterback": finish_back, "signletter": finish_sign}
