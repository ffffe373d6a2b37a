"""What staff do about referrals: ask an institution, hand a case over, write down what came of it, take it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import entrusting, referring
from cases.advancing import Written
from cases.case import Status
from cases.dialogue import Dialogue
from cases.entry import EntryKind, EntryRef
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.partnering import calls_for_help
from cases.phrases import At, says
from cases.receipts import next_ring
from cases.referral import AgencyKind, ReferralRef, ReferralState
from cases.referring import Asked
from cases.refusals import Changed, OutsideConsent, Unknown
from cases.routing import by_consent_alone, must_be_accompanied, permitted, proposals
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.conversation.referring_forms import MYSELF, NOBODY, THEIRS, agency_key, next_day
from handlers.heard import Heard
from handlers.police import moment_told
from handlers.refs import new_ref
from handlers.scenes import partners_of, scene_of_case, scene_of_referral
from handlers.showing_referrals import by_age, of_case, opened, referral_card
from storage import Work

S = ReferralState
#: What may be told of a referral in which state.
FITS = {
    "yes": (S.SENT,),
    "notyet": (S.SENT,),
    "no": (S.SENT, S.RECEIVED),
    "news": (S.RECEIVED,),
    "done": (S.RECEIVED,),
    "withdraw": (S.SENT, S.RECEIVED),
}


async def start_refer(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """To whom, for what: by a route of 1.5 the receiver stands, else those whom the consent allows are offered."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.REFER, by=staff, case=scene.case)
    return await _asked(work, heard, scene, staff, world, now)


async def start_entrust(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The whole case to the receiver of its route."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.ENTRUST, by=staff, case=scene.case)
    return await _asked(work, heard, scene, staff, world, now)


async def _asked(work: Work, heard: Heard, scene: Scene, staff: Staff, world: World, now: datetime) -> Outcome:
    case, profile = scene.case, world.profile
    referrals = await work.referrals(case.ref)
    known: dict[str, Any] = {"must": must_be_accompanied(case, await work.parties(case.ref))}
    known["tell"] = [one.key for one in profile.agencies if by_consent_alone(case, one.kind)]
    handing_over = heard.action == Action.ENTRUST
    if heard.choice or handing_over:
        # The card of the case names no route: what is handed over goes where its own route says.
        found = proposals(case, referrals)
        proposal = next((p for p in found if (p.code == heard.choice if heard.choice else p.handover)), None)
        if proposal is None:
            # A colleague has asked them since, or the routes have changed: what stands now is shown.
            said = Outcome(messages=(Message(staff.chat, says("refusal-changed")),))
            return said + await of_case(work, heard, staff, world, now)
        known |= {"route": proposal.route, "handover": handing_over}
        known["copies"] = _keys(world, proposal.copy)[:1] if proposal.copy else []
        keys = _keys(world, proposal.kind)
    else:
        keys = [one.key for one in profile.agencies if permitted(case, one.kind, calls=calls_for_help(scene))]
        if not keys:
            raise OutsideConsent
        held = any(one.is_open and one.handover for one in referrals)
        known["handover"] = case.status is Status.ENTRUSTED and not held
    known |= {"agency": keys[0]} if len(keys) == 1 else {"agencies": keys}
    return begin_form("refer", heard.ref, scene, staff, world, now, **known)


def _keys(world: World, kind: AgencyKind | None) -> list[str]:
    return [one.key for one in world.profile.agencies if one.kind is kind]


async def finish_refer(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    """Sent: the receiver's card goes out, and it is asked after until somebody there has confirmed."""
    scene = await scene_of_case(work, form.subject, actor=staff)
    answers = form.answers
    agency = world.profile.agency(agency_key(answers))
    if agency is None:
        raise Unknown
    companion = str(answers.get("rfwith", ""))
    named = {MYSELF: staff.name, THEIRS: agency.name, NOBODY: ""}.get(companion, companion)
    asked = Asked(
        ref=ReferralRef(new_ref()),
        agency=agency,
        need=str(answers.get("rfneed", "")),
        accompanied_by=named,
        told_victim=answers.get("rftold") == "ya",
        scope=tuple(answers.get("rfshare") or ()),
        route=str(answers.get("route", "")),
        handover=bool(answers.get("handover")),
        copies=tuple(answers.get("copies") or ()),
    )
    here = replace(scene, partners=await partners_of(work, agency.key))
    beside = {"parties": await work.parties(scene.case.ref), "referrals": await work.referrals(scene.case.ref)}
    ours: dict[str, Any] = {"by": staff, "profile": world.profile, "now": now, **beside}
    if asked.handover and scene.case.status is Status.CONFIRMED:
        return entrusting.entrust(here, asked, _written(now, agency=agency.key, need=asked.need), **ours)
    return referring.refer(here, asked, **ours)


def _written(now: datetime, **told: Any) -> Written:
    return Written(EntryRef(new_ref()), EntryKind.DECISION, now, told=told)


async def tell(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """A button under a referral: received, not yet, declined, news, ended, withdrawn."""
    scene = await scene_of_referral(work, heard.ref, actor=staff)
    allow(Action.REFERRAL_NEWS, by=staff, case=scene.case)
    referral = scene.referral
    assert referral is not None
    if referral.state not in FITS.get(heard.choice, ()):
        return await _changed(work, scene, staff, world, now)
    if heard.choice == "notyet":
        here = referring.about(scene, referral, world.profile)
        again = next_ring(scene.case, referral, profile=world.profile, now=now) or now
        said = says("referral-not-yet", number=scene.case.number, again=At(again), agency=here.args["agency"])
        return Outcome(messages=(Message(staff.chat, said),))
    return begin_form("refnews", heard.ref, scene, staff, world, now, doing=heard.choice)


async def _changed(work: Work, scene: Scene, staff: Staff, world: World, now: datetime) -> Outcome:
    said = Outcome(messages=(Message(staff.chat, says("refusal-changed")),))
    return said + await referral_card(work, scene, staff, world, now)


async def finish_news(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_referral(work, form.subject, actor=staff)
    answers = form.answers
    ours: dict[str, Any] = {"by": staff, "profile": world.profile, "now": now}
    try:
        match answers.get("doing"):
            case "yes":
                at = moment_told(answers.get("rfwhen"), world.profile, now)
                who = str(answers.get("rfwho", ""))
                return referring.received(scene, receiver=who, at=at, next_on=next_day(answers), **ours)
            case "no":
                return referring.declined(scene, reason=str(answers.get("rfwhy", "")), **ours)
            case "done":
                return referring.ended(scene, outcome=str(answers.get("rfres", "")), **ours)
            case "withdraw":
                return referring.withdrawn(scene, reason=str(answers.get("rfdraw", "")), **ours)
            case _:
                text = str(answers.get("rfnews", ""))
                return referring.progressed(scene, text=text, next_on=next_day(answers), **ours)
    except Changed:
        return await _changed(work, scene, staff, world, now)


async def start_take_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.TAKE_BACK, by=staff, case=scene.case)
    return begin_form("takeback", heard.ref, scene, staff, world, now)


async def finish_take_back(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    reason = str(form.answers.get("rfback", ""))
    referrals = await work.referrals(scene.case.ref)
    partners = {one.agency: await partners_of(work, one.agency) for one in referrals}
    return entrusting.take_back(
        scene,
        _written(now, reason=reason),
        reason=reason,
        by=staff,
        profile=world.profile,
        now=now,
        referrals=referrals,
        partners=partners,
    )


COMMANDS = {"rujukan": by_age}
PRESSES = {
    "referrals": of_case,
    "referral": opened,
    "my-referrals": by_age,
    Action.REFER: start_refer,
    Action.ENTRUST: start_entrust,
    Action.TAKE_BACK: start_take_back,
    Action.REFERRAL_NEWS: tell,
}
FINISH = {"refer": finish_refer, "refnews": finish_news, "takeback": finish_take_back}
