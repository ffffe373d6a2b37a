"""Processes 3 and 4: the plan that beneficiary and family agree to, and the services that are given by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.advancing import Written, advance
from cases.case import Case, Status
from cases.gates import is_sexual
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.profile import Profile
from cases.refusals import NeedsReason, NeedsStep, NotTogether
from cases.staff import Staff

#: Needs of 3.2: health, psychological recovery, social rehabilitation, law, accompaniment by PATBM. Several may apply.
NEEDS = ("sehat", "psiko", "sosial", "hukum", "patbm")
#: Kinds of service (4.1). The support group is only an offer, never a condition (R-24).
SERVICES = ("konseling", "medis", "psiko", "hukum", "sosial", "rumah", "pulang", "rohani", "kelompok")
OFFER = "kelompok"
#: Step 4.4 lasts one to three months: shorter or longer only with a reason (R-15).
SHORTEST = timedelta(days=30)
LONGEST = timedelta(days=90)


def services_of(answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of the plan (3.3), as its form or its entry tells them: need, service, who, until when.

    "konseling; psikolog; 3 bulan" is split at its semicolons or lines.
    """
    rows = []
    for need in (*NEEDS, "lain"):
        said = answers.get(f"pl{need}")
        words = str(said.get("text", "")) if isinstance(said, dict) else said
        if not isinstance(words, str) or words.startswith("_"):
            continue
        parts = [part.strip() for part in words.replace("\n", ";").split(";") if part.strip()]
        what, who, until = (*parts[:2], "; ".join(parts[2:])) if len(parts) > 2 else (*parts, *("",) * 3)[:3]
        rows.append({"need": need, "what": what, "who": who, "until": until})
    return rows


def must_be_apart(case: Case) -> bool:
    """Whether the alleged offender may not sit at one table with the victim: in sexual violence, where they live
    together, and where nobody knows whether they do."""
    return is_sexual(case) or case.facts.offender.same_household is not False


def confer(scene: Scene, written: Written, *, invited: bool, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """A case conference or family meeting was held (3.4; in monitoring 5.3 and 5.4). `invited`: the alleged offender
    sat at the table. Raises NotTogether where that must never be."""
    allow(Action.CONFER, by=by, case=scene.case)
    if invited and must_be_apart(scene.case):
        raise NotTogether
    steps = ("3.4",) if scene.case.status is Status.ASSESSED else ("5.3", "5.4")
    return advance(scene, Action.CONFER, replace(written, steps=steps), by=by, profile=profile, now=now)


def agree_plan(
    scene: Scene, written: Written, *, agreed: bool, confer_first: bool, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """Goal and plan were told to beneficiary and family (3.5). Agreed: services may begin. Wishes have changed: the
    plan is made anew (back to 3.3), nothing is done against their will.

    `confer_first`: the plan says that a conference is needed; it is held before anything is agreed (NeedsStep).
    """
    allow(Action.AGREE_PLAN, by=by, case=scene.case)
    if agreed:
        if confer_first and not scene.case.handling.has("3.4"):
            raise NeedsStep(step="3.4")
        return advance(scene, Action.AGREE_PLAN, written, by=by, profile=profile, now=now)
    return advance(
        scene,
        Action.AGREE_PLAN,
        replace(written, steps=()),
        by=by,
        profile=profile,
        now=now,
        handling=scene.case.handling.undone("3.3"),
        stays=True,
    )


def serve(
    scene: Scene, written: Written, *, accepted: bool, with_result: bool, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """A service was given (4.1), with what came of it (4.2). An offer that was declined is kept, and is no step."""
    steps = () if not accepted else ("4.1", "4.2") if with_result else ("4.1",)
    return advance(scene, Action.SERVE, replace(written, steps=steps), by=by, profile=profile, now=now)


def accompanied_since(case: Case) -> datetime | None:
    """When accompaniment during intervention began in this round (4.4): with the first service."""
    first = case.handling.first("4.1", "4.4")
    return first.at if first is not None else None


def too_long(case: Case, *, now: datetime) -> bool:
    """Whether accompaniment has lasted longer than three months."""
    since = accompanied_since(case)
    return since is not None and now - since > LONGEST


def too_short(case: Case, *, now: datetime) -> bool:
    """Whether accompaniment has not lasted a month yet."""
    since = accompanied_since(case)
    return since is not None and now - since < SHORTEST


def accompany(
    scene: Scene, written: Written, *, goes_on: bool, reason: str, by: Staff, profile: Profile, now: datetime
) -> Outcome:
    """Who accompanies the beneficiary tells how it is (4.4), and whether it goes on. After three months it goes on
    only with a reason (NeedsReason)."""
    allow(Action.ACCOMPANY, by=by, case=scene.case)
    if goes_on and too_long(scene.case, now=now) and not reason.strip():
        raise NeedsReason
    # Whoever has ended it is asked for its report, and no longer whether it goes on.
    handling = replace(scene.case.handling, accompanied_until=None if goes_on else written.at)
    return advance(scene, Action.ACCOMPANY, written, by=by, profile=profile, now=now, handling=handling)


def report(scene: Scene, written: Written, *, reason: str, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Accompaniment has ended, and its report is written (4.5, 4.6). Before a month is over only with a reason: whom
    it helps decides, but somebody has thought about it (NeedsReason)."""
    allow(Action.REPORT, by=by, case=scene.case)
    if too_short(scene.case, now=now) and not reason.strip():
        raise NeedsReason
    return advance(scene, Action.REPORT, replace(written, steps=("4.5", "4.6")), by=by, profile=profile, now=now)
