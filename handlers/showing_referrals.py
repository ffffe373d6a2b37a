"""Referrals as staff see them: one on a card, those of a case, and all that are open by how long they have waited."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from cases import referring
from cases.letter import Letter, LetterKind, LetterState
from cases.messages import Button, Message, Panel, Rows, Style, in_rows
from cases.moves import LEADS, Action, allow
from cases.moves import row as row_of
from cases.needs import SHARED, need_in_words, reason_in_words, result_in_words
from cases.notices import CONFIRMING, COORDINATING, Press, Scene, shown
from cases.outcome import Look, Outcome
from cases.phrases import Arg, At, Phrase, Since, says
from cases.profile import Profile
from cases.proposing import proposal_rows
from cases.referral import Referral, ReferralState
from cases.refusals import NotAllowed
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case, scene_of_referral
from handlers.showing import may_judge
from storage import Work
from storage.problems import BrokenSeal

log = logging.getLogger("laporaman.referrals")

S = ReferralState
#: More referrals than this are too many buttons for one message.
MOST = 20
#: News that stand on the card; older ones stay in the file.
NEWEST = 8


def name_of(referral: Referral, profile: Profile) -> str:
    agency = profile.agency(referral.agency)
    return agency.name if agency is not None else referral.agency


async def of_case(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """All referrals of a case, each to be opened, and what can be asked of whom else."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    referrals = await work.referrals(scene.case.ref)
    if not may_judge(scene, staff) and not any(one.sent_by == staff.id for one in referrals):
        raise NotAllowed
    return Outcome(messages=(_list(scene, referrals, staff, world),))


def _list(scene: Scene, referrals: tuple[Referral, ...], staff: Staff, world: World) -> Message:
    case = scene.case
    lines = tuple(
        says(
            "referral-line",
            agency=name_of(one, world.profile),
            state=says(f"referral-state-{one.state}"),
            since=Since(one.sent_at),
        )
        for one in referrals
    )
    words = Phrase("referrals-of-case", {"number": case.number, "lines": lines})
    buttons = [
        Button(
            says(
                "referral-button",
                agency=name_of(one, world.profile),
                state=says(f"referral-state-{one.state}"),
            ),
            "referral",
            ref=one.ref,
        )
        for one in referrals
    ]
    more = [Button(says("button-refer"), Action.REFER, ref=case.ref, version=case.version)]
    can_refer = row_of(Action.REFER, case) is not None
    return Message(
        staff.chat,
        words if lines else says("referrals-none", number=case.number),
        buttons=(
            *in_rows(buttons[-MOST:], columns=1),
            *proposal_rows(scene, referrals),
            *(in_rows(more, columns=1) if can_refer else ()),
        ),
        protect=True,
    )


def _line(referral: Referral, number: str, profile: Profile) -> Phrase:
    return says(
        "rujukan-line",
        number=number,
        agency=name_of(referral, profile),
        state=says(f"referral-state-{referral.state}"),
        since=Since(referral.sent_at),
    )


async def by_age(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/rujukan`: what is open in the cases that I follow, the oldest first; leads see all."""
    who = None if staff.role in LEADS else staff.id
    count = await work.open_referral_count(who)
    if not count:
        return Outcome(messages=(Message(staff.chat, says("rujukan-none"), panel=Panel.STAFF),))
    buttons, lines = [], []
    for one in await work.open_referrals(who, limit=MOST):
        try:
            case = await work.case(one.case)
        except BrokenSeal:
            log.critical("the case of a referral can't be read case=%s", one.case)
            continue
        if case is not None:
            # All that a line says would be cut off on a button.
            lines.append(_line(one, case.number, world.profile))
            label = says("rujukan-button", number=case.number, agency=name_of(one, world.profile))
            buttons.append(Button(label, "referral", ref=one.ref))
    told = says("rujukan-all", count=count, lines=tuple(lines) or says("nothing"))
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=1)),))


async def opened(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_referral(work, heard.ref, actor=staff)
    return await referral_card(work, scene, staff, world, now)


async def referral_card(work: Work, scene: Scene, staff: Staff, world: World, now: datetime) -> Outcome:
    """One referral with all that was told of it, for who holds the case; a trace says who has looked."""
    allow(Action.REFERRAL_NEWS, by=staff, case=scene.case)
    referral = scene.referral
    assert referral is not None
    here = referring.about(scene, referral, world.profile)
    letter = letter_of(referral, await work.letters(scene.case.ref))
    args: dict[str, Arg] = {
        "number": scene.case.number,
        "agency": name_of(referral, world.profile),
        "need": need_in_words(referral.need),
        "state": says(f"referral-state-{referral.state}"),
        "sent": At(referral.sent_at),
        "lines": tuple(_lines(referral, letter, world.profile)),
    }
    told = Message(
        staff.chat,
        Phrase("referral-card", args),
        buttons=_buttons(here, letter),
        slot=f"refer:{referral.ref}",
        protect=True,
    )
    return Outcome(looks=(Look(scene.case.ref, staff.id, now, "referral"),), messages=(told,))


def letter_of(referral: Referral, letters: Iterable[Letter]) -> Letter | None:
    """The newest letter of a referral that stands."""
    found = (
        one
        for one in letters
        if one.kind is LetterKind.REFERRAL and one.about == referral.ref and one.state is not LetterState.REPLACED
    )
    return max(found, key=lambda letter: letter.made_at, default=None)


def _lines(referral: Referral, letter: Letter | None, profile: Profile) -> Iterator[Phrase]:
    if referral.handover:
        yield says("referral-handover")
    if referral.accompanied_by:
        yield says("referral-companion", who=referral.accompanied_by)
    yield says("referral-told" if referral.told_victim else "referral-untold")
    shared = tuple(says(f"rfshare-{what}") for what in referral.scope if what in SHARED)
    yield says("referral-shared", what=shared) if shared else says("referral-shared-nothing")
    for key in referral.copies:
        agency = profile.agency(key)
        yield says("referral-copies", to=agency.name if agency else key)
    yield says(f"referral-letter-{letter.state if letter is not None else 'none'}")
    if referral.received_at is not None:
        yield says("referral-received-by", receiver=referral.receiver, at=At(referral.received_at))
    for news in referral.progress[-NEWEST:]:
        yield says("referral-progress", at=At(news.at), who=news.by, text=news.text)
    if referral.reason:
        yield says("referral-reason", text=reason_in_words(referral.reason))
    if referral.outcome:
        yield says("referral-outcome", text=result_in_words(referral.outcome))
    if referral.next_on is not None and referral.is_open:
        yield says("referral-next", day=referral.next_on)


def _buttons(scene: Scene, letter: Letter | None) -> Rows:
    referral, case = scene.referral, scene.case
    assert referral is not None

    def press(action: Action, label: str, style: Style) -> tuple[Button, ...]:
        return (Button(says(label), action, ref=case.ref, version=case.version, style=style),)

    table = {S.SENT: CONFIRMING[:-1], S.RECEIVED: COORDINATING[:-1]}.get(referral.state, ())
    rows = [tuple(shown(one, scene) for one in row) for row in table]
    if referral.is_open:
        rows.append((shown(Press(Action.REFERRAL_NEWS, of="referral", choice="withdraw"), scene),))
        if letter is None and row_of(Action.DRAFT, case) is not None:
            draft = Button(says("button-refletter"), Action.DRAFT, ref=referral.ref, choice=LetterKind.REFERRAL)
            rows.append((draft,))
    if referral.state is S.DECLINED and row_of(Action.REFER, case) is not None:
        rows.append(press(Action.REFER, "button-refer", Style.PRIMARY))
    if row_of(Action.TAKE_BACK, case) is not None:
        rows.append(press(Action.TAKE_BACK, "button-takeback", Style.DANGER))
    return tuple(rows)
