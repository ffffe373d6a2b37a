"""Fetches what a doing is about: the case with its alert, its visit, and everybody who could be told."""

from __future__ import annotations

from dataclasses import replace

from cases.alert import AlertRef, Cause
from cases.case import Case, CaseRef
from cases.notices import Scene
from cases.referral import Partner, ReferralRef
from cases.refusals import Unknown
from cases.staff import Staff
from cases.visit import VisitRef
from storage import Work


async def scene_of_case(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The case with its open alert and its planned visit. Raises Unknown."""
    case = await work.case(CaseRef(ref))
    if case is None:
        raise Unknown
    return replace(await _around(work, case, actor), visit=await work.planned_visit(case.ref))


async def handled_at(work: Work, scene: Scene) -> Scene:
    """Where the report is handled: the case that it was joined to, or its own."""
    seen = {scene.case.ref}
    while scene.case.joined_to is not None and scene.case.joined_to not in seen:
        seen.add(scene.case.joined_to)
        scene = await scene_of_case(work, scene.case.joined_to, actor=scene.actor)
    return scene


async def still_handled(work: Work, case: Case) -> bool:
    """Whether somebody is at work on what was reported here, in this case or in the one that it was joined to."""
    if case.is_open or case.joined_to is None:
        return case.is_open
    return (await handled_at(work, await scene_of_case(work, case.ref))).case.is_open


async def _around(work: Work, case: Case, actor: Staff | None) -> Scene:
    alerts = await work.open_alerts_of(case.ref)
    missed = next((alert for alert in alerts if alert.cause is Cause.MISSED_VISIT), None)
    alert = alerts[0] if alerts else None
    return Scene(case=case, roster=await work.roster(), alert=alert, missed=missed, actor=actor)


async def scene_of_alert(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The alert, open or not, with its case. Raises Unknown."""
    alert = await work.alert(AlertRef(ref))
    case = await work.case(alert.case) if alert is not None else None
    if alert is None or case is None:
        raise Unknown
    scene = Scene(case=case, roster=await work.roster(), alert=alert, actor=actor)
    if alert.cause is not Cause.MISSED_VISIT:
        return scene
    return replace(scene, missed=alert, visit=await work.planned_visit(case.ref))


async def scene_of_visit(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The visit, planned or not, with its case and that case's open alert. Raises Unknown."""
    visit = await work.visit(VisitRef(ref))
    case = await work.case(visit.case) if visit is not None else None
    if visit is None or case is None:
        raise Unknown
    return replace(await _around(work, case, actor), visit=visit)


async def scene_of_referral(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The referral, open or not, with its case and the partners of its agency. Raises Unknown."""
    referral = await work.referral(ReferralRef(ref))
    if referral is None:
        raise Unknown
    scene = await scene_of_case(work, referral.case, actor=actor)
    return replace(scene, referral=referral, partners=await partners_of(work, referral.agency))


async def partners_of(work: Work, agency: str) -> tuple[Partner, ...]:
    """Those of an agency who have not left."""
    return tuple(one for one in await work.partners() if one.active and one.agency == agency)
