"""What is done with the letters of a case: a draft, its check by another, the photo of the signed page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.case import Case
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.letter_parts import Material, roman, say
from cases.messages import Button, Lane, Message, Paper, Rows, Style
from cases.moves import LEADS, Action, allow
from cases.notices import Scene
from cases.outcome import Event, EventKind, Outcome
from cases.phrases import Arg, Phrase, says
from cases.profile import Profile
from cases.refusals import NeedsAnother, NeedsCheck, NeedsReason, WrongMoment
from cases.sheets import OF_REFERRAL, SHEETS, all_fitting, compose, missing, offered, present, wanted
from cases.staff import Staff

__all__ = ["OF_REFERRAL", "all_fitting", "compose", "missing", "offered", "present", "wanted"]


def number_of(profile: Profile, nth: int, *, now: datetime) -> str:
    """The number of a letter as the office writes it, with the month in Roman figures."""
    local = profile.local(now)
    return profile.letterhead.number.format(nth=f"{nth:03}", month=roman(local.month), year=local.year)


def about_of(kind: LetterKind, material: Material) -> str:
    """What a letter of that kind is for: a referral, a visit, or the case as a whole."""
    if kind in OF_REFERRAL:
        return str(material.referral.ref) if material.referral else ""
    return str(material.about.ref) if material.about and kind is LetterKind.MONITORING_NOTE else ""


def stands_for(kind: LetterKind, material: Material) -> tuple[Letter, ...]:
    """The letters that a new draft of that kind stands in for. What was signed stays beside it: it is a fact."""
    about = about_of(kind, material)
    return tuple(
        letter
        for letter in material.letters
        if letter.kind is kind and letter.about == about and letter.state in (LetterState.DRAFT, LetterState.CHECKED)
    )


def kept_number(kind: LetterKind, material: Material) -> str | None:
    """The number that a new draft takes over from the one it replaces, or none where it needs the next of the year.

    Only from a draft: what was checked may have gone out under its number.
    """
    if not SHEETS[kind].numbered:
        return ""
    return next((old.number for old in stands_for(kind, material) if old.state is LetterState.DRAFT), None)


def may_draft(scene: Scene, kind: LetterKind, material: Material, *, by: Staff) -> None:
    """Raises what `allow` raises, and WrongMoment for a kind that the book has no use for now."""
    allow(Action.DRAFT, by=by, case=scene.case)
    if not SHEETS[kind].fits(material) or (kind is LetterKind.REFERRAL and material.referral is None):
        raise WrongMoment


def draft(scene: Scene, kind: LetterKind, material: Material, *, ref: LetterRef, by: Staff, now: datetime) -> Outcome:
    """A new letter; those of its kind that nobody has signed yet are replaced by it, and kept. A referral knows the
    number of its letter: its receipt asks for it.

    Raises what `allow` raises, and WrongMoment for a kind that the book has no use for now.
    """
    may_draft(scene, kind, material, by=by)
    about = about_of(kind, material)
    letter = Letter(
        ref=ref,
        case=scene.case.ref,
        kind=kind,
        number=material.number,
        made_by=by.id,
        made_at=now,
        page=compose(kind, material),
        about=about,
    )
    old = tuple(replace(one, state=LetterState.REPLACED) for one in stands_for(kind, material))
    told = {"letter": ref, "kind": str(kind), "number": material.number, "replaces": [one.ref for one in old]}
    sent = material.referral
    told_of = (replace(sent, letter=letter.number),) if sent and kind is LetterKind.REFERRAL else ()
    return Outcome(
        letters=(*old, letter),
        referrals=told_of,
        events=(Event(EventKind.LETTER_DRAFTED, scene.case.ref, now, by=by.id, told=told),),
        messages=() if SHEETS[kind].form else tuple(_to_check(scene, letter, by)),
    )


def _to_check(scene: Scene, letter: Letter, by: Staff) -> Iterable[Message]:
    """One quiet line to each who may check it: what is in it is seen only by who opens it."""
    for person in scene.roster.having(*LEADS):
        if person.id != by.id:
            yield Message(
                person.chat,
                says("letter-to-check", number=scene.case.number, kind=kind_words(letter.kind), actor=by.name),
                lane=Lane.REST,
                buttons=((Button(says("button-letter"), "letter", ref=letter.ref),),),
                slot=_slot(letter),
            )


def kind_words(kind: LetterKind) -> Phrase:
    """What a letter of that kind is called."""
    return says(f"letter-kind-{kind}")


def may_check(letter: Letter, *, by: Staff) -> bool:
    return letter.state is LetterState.DRAFT and by.role in LEADS and by.id != letter.made_by and not is_form(letter)


def may_sign(letter: Letter) -> bool:
    return letter.state is LetterState.CHECKED or (letter.state is LetterState.DRAFT and is_form(letter))


def is_form(letter: Letter) -> bool:
    return SHEETS[letter.kind].form


def checkable(case: Case, letter: Letter, by: Staff) -> None:
    """Raises NotAllowed, WrongMoment, or NeedsAnother for who made it."""
    allow(Action.CHECK_LETTER, by=by, case=case)
    if letter.state is not LetterState.DRAFT or is_form(letter):
        raise WrongMoment
    if letter.made_by == by.id:
        raise NeedsAnother


def check(scene: Scene, letter: Letter, *, by: Staff, now: datetime) -> Outcome:
    """Looked through by another than who made it; from now on it can only be replaced. Raises NeedsAnother."""
    checkable(scene.case, letter, by)
    checked = replace(letter, state=LetterState.CHECKED, checked_by=by.id, checked_at=now)
    return Outcome(
        letters=(checked,),
        events=(_event(EventKind.LETTER_CHECKED, letter, by, now),),
        messages=(*_to_maker(scene, letter, "letter-checked", by), *_asked_no_more(scene, letter, by)),
    )


def _asked_no_more(scene: Scene, letter: Letter, by: Staff) -> Iterable[Message]:
    """Where somebody was asked to look it through, it says that this is done."""
    told = says("letter-was-checked", number=scene.case.number, kind=kind_words(letter.kind), actor=by.name)
    for person in scene.roster.having(*LEADS):
        if person.id != letter.made_by:
            yield Message(person.chat, told, Lane.REST, slot=_slot(letter), replaces=True, tidies=True)


def _slot(letter: Letter) -> str:
    return f"letter:{letter.case}:{letter.kind}"


def send_back(scene: Scene, letter: Letter, *, remark: str, by: Staff, now: datetime) -> Outcome:
    """Not like this: who made it is told what to mend. It stays a draft. Raises NeedsAnother, NeedsReason."""
    checkable(scene.case, letter, by)
    if not remark.strip():
        raise NeedsReason
    return Outcome(
        events=(_event(EventKind.LETTER_RETURNED, letter, by, now, remark=remark),),
        messages=_to_maker(scene, letter, "letter-returned", by, remark=remark),
    )


def signable(case: Case, letter: Letter, by: Staff) -> None:
    """Raises NotAllowed, WrongMoment, or NeedsCheck for a letter that nobody has checked."""
    allow(Action.SIGN_LETTER, by=by, case=case)
    if letter.state is LetterState.DRAFT and not is_form(letter):
        raise NeedsCheck
    if not may_sign(letter):
        raise WrongMoment


def sign(scene: Scene, letter: Letter, *, photo_id: str, photo: str = "", by: Staff, now: datetime) -> Outcome:
    """Signed on paper, with the photo of the page. Raises NeedsCheck for a letter that nobody has checked."""
    signable(scene.case, letter, by)
    of_page = replace(letter, photo_id=photo_id, photo=photo)
    signed = replace(of_page, state=LetterState.SIGNED, signed_by=by.id, signed_at=now)
    return Outcome(letters=(signed,), events=(_event(EventKind.LETTER_SIGNED, letter, by, now),))


def _event(kind: EventKind, letter: Letter, by: Staff, now: datetime, **more: Any) -> Event:
    told = {"letter": letter.ref, "kind": str(letter.kind), **more}
    return Event(kind, letter.case, now, by=by.id, told=told)


def _to_maker(scene: Scene, letter: Letter, key: str, by: Staff, **more: str) -> tuple[Message, ...]:
    """Who made it is told; where they are gone, or from whom the case is hidden by now, nobody is."""
    maker = scene.roster.by_id(letter.made_by)
    if maker is None or not maker.active:
        return ()
    args: dict[str, Arg] = {
        "number": str(scene.case.number),
        "kind": kind_words(letter.kind),
        "actor": by.name,
        **more,
    }
    button = Button(says("button-letter"), "letter", ref=letter.ref)
    return (Message(maker.chat, says(key, **args), lane=Lane.REST, buttons=((button,),), protect=bool(more)),)


def file_name(case: Case, letter: Letter, letters: Iterable[Letter], form: str) -> str:
    """How the file is called on the phone: it says nothing of what it is or whom it is about."""
    order = [one.ref for one in sorted(letters, key=lambda one: one.made_at)]
    nth = order.index(letter.ref) + 1 if letter.ref in order else len(order) + 1
    return f"surat-{case.number}-{nth}.{form}"


def paper(case: Case, letter: Letter, letters: Iterable[Letter], form: str = "pdf") -> Paper:
    """The letter as a file of that form; across its pages stands what it is not any more, or not yet."""
    unchecked = letter.state is LetterState.DRAFT and not is_form(letter)
    replaced = letter.state is LetterState.REPLACED
    marked = {"draft": say("draft" if unchecked else "replaced")} if unchecked or replaced else {}
    page = json.dumps({**letter.page, **marked})
    return Paper(str(letter.kind), page, form, file_name(case, letter, letters, form))


def documents(
    scene: Scene, letter: Letter, letters: Iterable[Letter], *, to: Staff, buttons: Rows = (), lane: Lane = Lane.REPLY
) -> tuple[Message, ...]:
    """The letter as PDF and as an editable copy. Who only checks it gets what can't be passed on, and no copy."""
    known = tuple(letters)
    checks = may_check(letter, by=to)
    shown = says("letter-document", number=str(scene.case.number), kind=kind_words(letter.kind))

    def message(form: str, under: Rows) -> Message:
        file = paper(scene.case, letter, known, form)
        return Message(to.chat, shown, lane, buttons=under, protect=checks, paper=file)

    # A checked letter is printed as it was checked: nobody gets a copy that can be changed.
    if checks or letter.state is not LetterState.DRAFT:
        return (message("pdf", buttons),)
    return (message("docx", ()), message("pdf", buttons))


def judging(letter: Letter) -> Rows:
    """What somebody who checks can do with what they look at."""
    return (
        (_press(Action.CHECK_LETTER, letter, Style.SUCCESS),),
        (_press("letterback", letter),),
    )


def signing(letter: Letter) -> Rows:
    """What comes next once it may be signed."""
    return ((_press(Action.SIGN_LETTER, letter, Style.SUCCESS),),)


def _press(action: Action | str, letter: Letter, style: Style = Style.PLAIN) -> Button:
    return Button(says(f"button-{action}"), str(action), ref=letter.ref, version=letter.version, style=style)
