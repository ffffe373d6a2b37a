"""Fetches what a doing is about: the case with its alert, its visit, and everybody who could be told."""

from __future__ import annotations

from cases.alert import AlertRef
from cases.case import CaseRef
from cases.notices import Scene
from cases.refusals import Unknown
from cases.staff import Staff
from cases.visit import VisitRef
from storage import Work


async def scene_of_case(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The case with its open alert and its planned visit. Raises Unknown."""
    case = await work.case(CaseRef(ref))
    if case is None:
        raise Unknown
    return Scene(
        case=case,
        roster=await work.roster(),
        alert=await work.alert_of_case(case.ref),
        visit=await work.planned_visit(case.ref),
        actor=actor,
    )


async def scene_of_alert(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The alert, open or not, with its case. Raises Unknown."""
    alert = await work.alert(AlertRef(ref))
    case = await work.case(alert.case) if alert is not None else None
    if alert is None or case is None:
        raise Unknown
    return Scene(case=case, roster=await work.roster(), alert=alert, actor=actor)


async def scene_of_visit(work: Work, ref: str, *, actor: Staff | None = None) -> Scene:
    """The visit, planned or not, with its case and that case's open alert. Raises Unknown."""
    visit = await work.visit(VisitRef(ref))
    case = await work.case(visit.case) if visit is not None else None
    if visit is None or case is None:
        raise Unknown
    return Scene(
        case=case,
        roster=await work.roster(),
        alert=await work.alert_of_case(case.ref),
        visit=visit,
        actor=actor,
    )
