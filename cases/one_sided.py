"""Step 6.4: an end without the victim's signature, only for its three reasons, with proof, and by two people."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.advancing import Written, advance, for_good, moved
from cases.alert import AlertRef, Cause
from cases.case import Case
from cases.ending import no_more_visits
from cases.handling import Attempt, OneSided, Signer, Unilateral
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, card, tell
from cases.outcome import EventKind, Outcome
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import NeedsReason, NeedsSearch, VoidRefusal, WrongMoment
from cases.reports import upgrade
from cases.staff import Staff

#: What must have been done before somebody counts as not to be found (R-26): tries, on different days, one a visit.
TRIES = 3
DAYS = 3
WITHIN = timedelta(days=30)
#: Steps at which somebody was there.
IN_PERSON = frozenset({"1.8", "1.10", "2.1", "3.5", "4.1", "5.2", "6.1", "6.3"})


def recent(case: Case, *, now: datetime) -> tuple[Attempt, ...]:
    """The tries to find somebody that still count: once they were found, the search begins anew."""
    found = max((one.at for one in case.handling.done if one.step in IN_PERSON), default=None)
    tries = (one for one in case.handling.attempts if now - WITHIN <= one.at <= now)
    return tuple(one for one in tries if found is None or one.at > found)


def searched(case: Case, *, profile: Profile, now: datetime) -> bool:
    """At least three tries on three different days within 30 days, one of them a visit."""
    tries = recent(case, now=now)
    days = {profile.local(one.at).date() for one in tries}
    return len(tries) >= TRIES and len(days) >= DAYS and any(one.is_visit for one in tries)


def _search(case: Case, *, profile: Profile, now: datetime) -> NeedsSearch:
    """What is still missing of the search."""
    tries = recent(case, now=now)
    days = {profile.local(one.at).date() for one in tries}
    return NeedsSearch(tries=len(tries), days=len(days), visits=sum(one.is_visit for one in tries))


def ask(
    scene: Scene,
    written: Written,
    *,
    ground: Unilateral,
    reason: str,
    who: Signer | None = None,
    others_safe: bool | None = None,
    alert_ref: AlertRef,
    by: Staff,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """Somebody wants to end without a signature: a wish, until a second person has agreed.

    Raises NeedsReason without a reason (and, after a death, without a word on whether the other children and the
    household are safe), NeedsSearch without proof of the search, VoidRefusal where it is the alleged offender who
    refuses. Others who are not safe are an emergency: the unit is called at once.
    """
    case = scene.case
    allow(Action.ONE_SIDED, by=by, case=case)
    if case.handling.one_sided is not None:
        raise WrongMoment
    if ground is Unilateral.LOST and not searched(case, profile=profile, now=now):
        raise _search(case, profile=profile, now=now)
    if ground is Unilateral.REFUSES and who is Signer.OFFENDER:
        raise VoidRefusal
    if not reason.strip() or (ground is Unilateral.DEAD and others_safe is None):
        raise NeedsReason
    wish = OneSided(ground, reason, by.id, now, recent(case, now=now), others_safe)
    outcome = advance(
        scene,
        Action.ONE_SIDED,
        replace(written, steps=()),
        by=by,
        profile=profile,
        now=now,
        handling=replace(case.handling, one_sided=wish),
        event=EventKind.ONE_SIDED_ASKED,
    )
    here = asking(replace(scene, case=moved(outcome), actor=by), wish)
    outcome += Outcome(messages=tell(EventKind.ONE_SIDED_ASKED, here))
    if others_safe is False and not (scene.alert is not None and scene.alert.calls_for_help):
        outcome += upgrade(
            replace(here, visit=None), cause=Cause.UNSAFE_VISIT, alert_ref=alert_ref, profile=profile, now=now
        )
    return outcome


def asking(scene: Scene, wish: OneSided) -> Scene:
    """What the second person must know of the wish; its words stand only where they are asked for, with a trace."""
    asker = scene.roster.by_id(wish.asked_by)
    return scene.with_args(
        asker=asker.name if asker else says("nobody-name"),
        ground=says(f"ground-{wish.ground}"),
        tries=len(wish.attempts),
    )


def wish_of(scene: Scene) -> OneSided:
    """The wish that waits for a second person. Raises WrongMoment where none does."""
    wish = scene.case.handling.one_sided
    if wish is None or wish.agreed_by is not None:
        raise WrongMoment
    return wish


def wish_card(scene: Scene, *, profile: Profile) -> Phrase:
    """The wish with its words, for who must agree to it."""
    wish = wish_of(scene)
    days = [profile.local(one.at).date() for one in wish.attempts]
    tries = tuple(
        says("try-line", how=says(f"ahow-{one.how}"), day=day) for one, day in zip(wish.attempts, days, strict=True)
    )
    safe = {True: "others-safe", False: "others-unsafe", None: "nothing"}[wish.others_safe]
    more = {"reason": wish.reason, "attempts": tries or says("nothing"), "others": says(safe)}
    return Phrase("one-sided-wish", card(asking(scene, wish)) | more)


def agree(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """A second person who answers for the unit agrees: the case may be closed, and who is lost, dead or
    wants no more of it is visited no more. Raises NeedsAnother for who asked."""
    allow(Action.AGREE_ONE_SIDED, by=by, case=scene.case)
    wish = wish_of(scene)
    if wish.ground is Unilateral.LOST and not searched(scene.case, profile=profile, now=now):
        # Found meanwhile, or so long ago that one must look again.
        raise _search(scene.case, profile=profile, now=now)
    agreed = replace(wish, agreed_by=by.id, agreed_at=now)
    outcome = for_good(
        advance(
            scene,
            Action.AGREE_ONE_SIDED,
            written,
            by=by,
            profile=profile,
            now=now,
            handling=replace(scene.case.handling, one_sided=agreed),
            event=EventKind.ONE_SIDED_AGREED,
        )
    )
    here = replace(scene, case=moved(outcome), actor=by)
    return outcome + no_more_visits(here, by=by, now=now) + _told(EventKind.ONE_SIDED_AGREED, here, wish)


def deny(scene: Scene, written: Written, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The second person does not agree: handling goes on where it stood. Who asked may take the wish back like this."""
    allow(Action.DENY_ONE_SIDED, by=by, case=scene.case)
    wish = wish_of(scene)
    outcome = for_good(
        advance(
            scene,
            Action.DENY_ONE_SIDED,
            replace(written, steps=()),
            by=by,
            profile=profile,
            now=now,
            handling=replace(scene.case.handling, one_sided=None),
            event=EventKind.ONE_SIDED_DENIED,
        )
    )
    return outcome + _told(EventKind.ONE_SIDED_DENIED, replace(scene, case=moved(outcome), actor=by), wish)


def _told(kind: EventKind, scene: Scene, wish: OneSided) -> Outcome:
    """By the table, and who asked hears it in any case."""
    here = asking(scene, wish)
    heard = tell(kind, here)
    asker = scene.roster.by_id(wish.asked_by)
    if asker is None or not asker.active or any(message.to == asker.chat for message in heard):
        return Outcome(messages=heard)
    key = {EventKind.ONE_SIDED_AGREED: "one-sided-agreed"}.get(kind, "one-sided-denied")
    return Outcome(messages=(*heard, Message(to=asker.chat, phrase=Phrase(key, card(here)))))
