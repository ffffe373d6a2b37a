"""Answers to partners: people of other institutions, who see the referrals of their own and nothing else.

A partner may also be a reporter: whatever is no answer about a referral goes on to the reporters' desk, cries for
help before anything else. Whoever has left is a stranger.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

from cases import partnering, referring
from cases.dialogue import Dialogue
from cases.messages import Button, ChatId, Message, Panel, in_rows
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.referral import Partner, ReferralState
from cases.refusals import Changed, Refusal, Unknown
from handlers import reporters
from handlers.conversation.engine import Answer, Kind, Turn, World, begin
from handlers.conversation.engine import hear as hear_answer
from handlers.conversation.flows import FLOWS
from handlers.drafts import REPORT
from handlers.heard import Doing, Heard
from handlers.listening import danger_in
from handlers.scenes import partners_of, scene_of_case, scene_of_referral
from handlers.showing_referrals import letter_of
from storage import Work
from storage.problems import BrokenSeal

log = logging.getLogger("laporaman.partners")

FORM = "refnews"
#: So many cards come at once, what waits for an answer before the others; answered ones make room for the next.
MOST = 20
#: Whoever leaves has been shown each of them.
EVERY = 10_000
S = ReferralState
PartnerAnswerer = Callable[[Work, Heard, Partner, World, datetime], Awaitable[Outcome]]


async def answer(work: Work, heard: Heard, partner: Partner, world: World, *, now: datetime) -> Outcome | None:
    """What a partner gets to hear; None when they speak as a reporter, which they may be too."""
    if heard.doing is Doing.PRESSED:
        return await _pressed(work, heard, partner, world, now)
    if heard.doing is Doing.COMMAND:
        if heard.command == "rujukan":
            return await mine(work, heard, partner, world, now)
        reports = await work.dialogue(partner.chat, REPORT, "") is not None
        return await welcome(work, heard, partner, world, now) if heard.command == "start" and not reports else None
    said = heard.answer
    if heard.doing is Doing.EDITED or said is None or reporters.is_urgent(said):
        return None
    newest = next(iter(await work.dialogues(partner.chat)), None)
    if newest is not None and _is_ours(newest):
        return await _turn(work, newest, said, partner, world, now)
    if newest is not None or danger_in(said) or await work.cases_of_reporter(partner.chat):
        return None
    if await work.open_referrals_of(partner.agency, limit=1):
        # A welcome would hide that nobody has got what they have just written.
        unpassed = Message(partner.chat, says("partner-not-passed"))
        return Outcome(messages=(unpassed,)) + await mine(work, heard, partner, world, now)
    return await welcome(work, heard, partner, world, now)


async def welcome(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome:
    """Who you are here; the red button stays beneath the text field."""
    agency = world.profile.agency(partner.agency)
    told = says("partner-welcome", name=partner.name, agency=agency.name if agency else partner.agency)
    return Outcome(messages=(Message(partner.chat, told, panel=Panel.REPORTER),)) + await mine(
        work, heard, partner, world, now
    )


async def mine(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome:
    """Everything that is open for this agency, each as its card."""
    cards: list[Message] = []
    for referral in await work.open_referrals_of(partner.agency, limit=MOST):
        try:
            scene = await _scene(work, referral.ref, partner, world)
        except BrokenSeal:
            # One case that can't be read must not hide all the others; the audit says that it is broken.
            log.critical("the case of a referral can't be read case=%s", referral.case)
            continue
        cards += partnering.cards(_alone(scene, partner))
    said = says("partner-list", count=len(cards)) if cards else says("partner-empty")
    report = (Button(says("button-new-report"), "new"),)
    return Outcome(messages=(Message(partner.chat, said, buttons=in_rows(report, columns=1)), *cards))


async def _scene(work: Work, ref: str, partner: Partner, world: World) -> Scene:
    """The referral, for a partner of its own agency; for anybody else it is not there."""
    scene = await scene_of_referral(work, ref)
    if scene.referral is None or scene.referral.agency != partner.agency:
        raise Unknown
    return referring.about(scene, scene.referral, world.profile)


def _alone(scene: Scene, partner: Partner) -> Scene:
    # Whoever is writing to us can be written to.
    return replace(scene, partners=(replace(partner, reachable=True),))


async def _pressed(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome | None:
    if heard.action == "a" and heard.answer is not None and heard.answer.step in FLOWS[FORM].steps:
        form = await work.dialogue(partner.chat, FORM, heard.ref)
        if form is None or not _is_ours(form):
            return Outcome(messages=(Message(partner.chat, says("stale-button")),))
        return await _turn(work, form, heard.answer, partner, world, now)
    if heard.action != Action.REFERRAL_NEWS:
        return None
    doing = PRESSES.get(heard.choice)
    if doing is None:
        return Outcome()
    try:
        return await doing(work, heard, partner, world, now)
    except Unknown:
        # Of another agency's referral a press learns nothing.
        return Outcome()
    except Changed:
        return await _changed(work, heard.ref, partner, world)


async def _changed(work: Work, ref: str, partner: Partner, world: World) -> Outcome:
    scene = _alone(await _scene(work, ref, partner, world), partner)
    said = Message(partner.chat, says("partner-changed"))
    return Outcome(messages=(said, *partnering.cards(scene)))


async def accept(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome:
    """Yes: only now is it shown who is coming, as far as the victim has agreed, and the letter where there is one."""
    scene = await _scene(work, heard.ref, partner, world)
    profile = world.profile
    outcome = referring.received(scene, receiver=partner.name, at=now, by=partner, profile=profile, now=now)
    here = replace(scene, referral=outcome.referrals[-1])
    shown = partnering.disclosed(here, await work.parties(scene.case.ref), to=partner)
    return outcome + Outcome(messages=(*shown, *await _letter(work, here, partner)))


async def _letter(work: Work, scene: Scene, partner: Partner) -> tuple[Message, ...]:
    referral = scene.referral
    assert referral is not None
    every = await work.letters(scene.case.ref)
    found = letter_of(referral, every)
    if found is None or not partnering.may_get(scene, found):
        return ()
    return (partnering.letter_for(scene, found, every, to=partner),)


async def letter(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome:
    scene = await _scene(work, heard.ref, partner, world)
    if scene.referral is None or scene.referral.state is not S.RECEIVED:
        raise Changed
    found = await _letter(work, scene, partner)
    none = Message(partner.chat, says("partner-no-letter", number=scene.case.number))
    return Outcome(messages=found or (none,))


def _asking(doing: str, *states: ReferralState) -> PartnerAnswerer:
    """Opens the form of that kind of news, where the referral is in such a state."""

    async def start(work: Work, heard: Heard, partner: Partner, world: World, now: datetime) -> Outcome:
        scene = await _scene(work, heard.ref, partner, world)
        if scene.referral is None or scene.referral.state not in states:
            raise Changed
        known = {"doing": doing, "partner": True, "today": world.profile.local(now).date().isoformat()}
        turn = begin(FLOWS[FORM], Dialogue(partner.chat, FORM, "", subject=heard.ref, answers=known), world)
        *before, first = turn.messages
        about = says("partner-about", number=scene.case.number, question=first.phrase)
        asked = replace(turn.dialogue, updated_at=now)
        return Outcome(dialogues=(asked,), messages=(*before, replace(first, phrase=about)))

    return start


PRESSES: Mapping[str, PartnerAnswerer] = {
    "yes": accept,
    "no": _asking("no", S.SENT),
    "news": _asking("news", S.RECEIVED),
    "done": _asking("done", S.RECEIVED),
    "letter": letter,
}


def _is_ours(form: Dialogue) -> bool:
    return form.flow == FORM and bool(form.answers.get("partner"))


async def _turn(work: Work, form: Dialogue, said: Answer, partner: Partner, world: World, now: datetime) -> Outcome:
    turn: Turn = hear_answer(FLOWS[FORM], form, said, world)
    danger = said.kind is not Kind.PRESS and bool(danger_in(said))
    heard = {**turn.dialogue.answers, "danger": True} if danger else turn.dialogue.answers
    kept = replace(turn.dialogue, answers=heard, updated_at=now, ended=turn.finished or turn.dialogue.ended)
    outcome = Outcome(dialogues=(kept,), messages=turn.messages)
    if not turn.finished:
        return outcome
    if kept.answers.get("cancelled"):
        return outcome + Outcome(messages=(Message(partner.chat, says("form-cancelled")),))
    try:
        return outcome + await _finish(work, kept, partner, world, now)
    except Changed:
        return outcome + await _changed(work, kept.subject, partner, world)
    except Refusal as refusal:
        return outcome + Outcome(messages=(Message(partner.chat, refusal.phrase),))


async def _finish(work: Work, form: Dialogue, partner: Partner, world: World, now: datetime) -> Outcome:
    scene = await _scene(work, form.subject, partner, world)
    answers, profile = form.answers, world.profile
    danger = bool(answers.get("danger"))
    match answers.get("doing"):
        case "no":
            reason = str(answers.get("rfwhy", ""))
            outcome = referring.declined(scene, reason=reason, by=partner, profile=profile, now=now, danger=danger)
        case "done":
            result = str(answers.get("rfres", ""))
            outcome = referring.ended(scene, outcome=result, by=partner, profile=profile, now=now, danger=danger)
        case _:
            text = str(answers.get("rfnews", ""))
            outcome = referring.progressed(scene, text=text, by=partner, profile=profile, now=now, danger=danger)
    key = "partner-thanks-danger" if danger else "partner-thanks"
    return outcome + Outcome(messages=(Message(partner.chat, says(key, number=scene.case.number)),))


async def lost(work: Work, chat: ChatId, world: World, now: datetime) -> Outcome:
    """The bot can't write to a partner any more."""
    partner = await work.partner(chat)
    return await _telephone(work, partner, world) if partner is not None and partner.active else Outcome()


async def left(work: Work, partner: Partner, world: World, now: datetime) -> Outcome:
    """Somebody no longer works for that agency: what stood on their phone is taken off, and others are asked."""
    put_away: tuple[Message, ...] = ()
    for referral in await work.open_referrals_of(partner.agency, limit=EVERY):
        shown = [partnering.slot(referral)]
        shown += [f"{shown[0]}:who"] if referral.receiver == partner.name else []
        for slot in shown:
            put_away += (Message(partner.chat, says("partner-put-away"), slot=slot, replaces=True),)
    return Outcome(messages=put_away) + await _telephone(work, partner, world)


async def _telephone(work: Work, partner: Partner, world: World) -> Outcome:
    """Who follows what waits for that agency telephones instead, unless somebody else there can be written to."""
    others = [one for one in await partners_of(work, partner.agency) if one.id != partner.id and one.reachable]
    told: tuple[Message, ...] = ()
    for referral in () if others else await work.open_referrals_of(partner.agency, limit=EVERY):
        if referral.state is S.SENT:
            scene = replace(await scene_of_case(work, referral.case), referral=referral)
            told += referring.unreachable(scene, profile=world.profile)
    return Outcome(messages=told)
