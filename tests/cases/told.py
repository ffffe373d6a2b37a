"""Cases built from words: what `book_words.Told` says, as the values that the gates look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

from cases.case import Case, Erasure, Lowering, Ruling, Status
from cases.handling import Attempt, Consent, Done, Ground, Guardian, Handling, OneSided, Override, Signer, Unilateral
from cases.staff import Role, Staff, StaffId
from tests.cases.book_words import Told
from tests.cases.stage import CALM, NOON, Stage, staff
from triage.facts import Facts, Victim
from triage.routes import Route

HADI, OTHER = StaffId(9), StaffId(2)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: In the order in which things happen: paper, wish, visit and service.
SIGNED_AT, ASKED_AT, SERVED_AT = NOON + HOUR, NOON + 2 * HOUR, NOON + 10 * DAY
STALE_AT = NOON + HOUR / 2
SEEN_AT = {"after": SERVED_AT + DAY, "same": SERVED_AT, "earlier": SERVED_AT - HOUR}
SIGNERS = {
    "signed": (True, "photo"),
    "chat": (True, ""),
    "offender": (True, "photo"),
    "refused": (False, ""),
    "void": (False, ""),
}
ERASURES = {
    "": None,
    "asked": Erasure(NOON, NOON + 3 * DAY),
    "answered": Erasure(NOON, NOON + 3 * DAY, NOON + HOUR, OTHER, ("hukum",)),
}
#: Days and ways of the tries to find somebody.
TRIES: dict[str, tuple[tuple[float, str], ...]] = {
    "none": (),
    "two": ((0, "visit"), (3, "phone")),
    "three": ((0, "phone"), (3, "visit"), (6, "others")),
    "sameday": ((0, "phone"), (0.1, "visit"), (0.2, "phone")),
    "novisit": ((0, "phone"), (3, "phone"), (6, "others")),
    "slow": ((0, "phone"), (20, "visit"), (40, "phone")),
}


@cache
def _calm() -> Case:
    stage = Stage()
    stage.open(CALM)
    return stage.scene.case


@cache
def _facts(child: bool, kinds: str, contact: bool | None) -> Facts:
    victim = Victim(age=12 if child else 30, sex="P")
    return replace(CALM, victims=(victim,), violence=tuple(kinds.split()), sexual_contact=contact)


@cache
def _decided(child: bool, types: str, routes: str, man: bool) -> Case:
    case = _calm()
    kinds = tuple("KTA" if child and kind == "KTP" else kind for kind in types.split())
    tags = ("TPKS_LAKI_DEWASA",) if man else ()
    ways = tuple(Route(code, 60) for code in routes.split())  # type: ignore[arg-type]
    return replace(case, decision=replace(case.decision, case_types=kinds, routes=ways, tags=tags))  # type: ignore[arg-type]


def hadi(role: Role, *, on_duty: bool = False, active: bool = True) -> Staff:
    """Whoever does it in the walk."""
    return staff(int(HADI), role, "Hadi", on_duty=on_duty, active=active)


def handling_of(told: Told) -> Handling:
    asker = HADI if told.asker == "self" else OTHER
    now = 2 if told.before else told.round
    at = {"5.2": SEEN_AT[told.seen], "4.1": SERVED_AT}
    done = tuple(Done(step, at.get(step, SIGNED_AT), OTHER, round=now) for step in sorted(told.done))
    early = tuple(Done(step, SIGNED_AT, OTHER, round=now - 1) for step in sorted(told.before))
    guardian = consent = wish = end = None
    if told.guardian != "none":
        guardian = Guardian("Rosa", "ibu", OTHER, NOON, is_offender=told.guardian == "offender")
    if told.consent != "none":
        agreed, photo = SIGNERS[told.consent]
        by_offender = told.consent in ("offender", "void")
        signer = Signer.OFFENDER if by_offender else Signer.GUARDIAN if told.child else Signer.VICTIM
        consent = Consent(agreed, signer, SIGNED_AT, OTHER, photo_id=photo)
    reason = "sebabnya" if told.reason else " "
    if told.exception:
        asked_at = STALE_AT if told.exception == "stale" else ASKED_AT
        second = {"agreed": StaffId(3), "stale": StaffId(3), "alone": asker}.get(told.exception)
        wish = Override(Ground(told.ground), reason, asker, asked_at, second, second and asked_at)
    if told.end:
        second = {"agreed": StaffId(3), "alone": asker}.get(told.end)
        tries = tuple(Attempt(NOON + day * DAY, how, OTHER) for day, how in TRIES[told.tries])
        end = OneSided(Unilateral(told.why), reason, asker, ASKED_AT, tries, told.others, second, second and ASKED_AT)
    return Handling(
        done=(*early, *done),
        round=now,
        reviewed=now if told.reviewed else now - 1,
        started_at=NOON - (200 * DAY if told.long else 0 * DAY),
        guardian=guardian,
        consent=consent,
        override=wish,
        one_sided=end,
    )


def case_of(told: Told, status: Status) -> Case:
    """The case of these words in that status; nobody manages it but `another` or Hadi `self`."""
    rated = "TINGGI" if told.grave else "RENDAH" if told.low else "SEDANG"
    return replace(
        _decided(told.child, told.types, told.routes, told.man),
        status=status,
        facts=_facts(told.child, told.kinds, told.contact),
        ruling=Ruling(rated, told.emergency, OTHER, NOON),
        lowering=Lowering("SEDANG", False, HADI, NOON, "") if told.asker == "self" else None,
        manager=HADI if told.manager == "self" else OTHER,
        handling=handling_of(told),
        sibling=_calm().ref if told.split else None,
        joined_to=_calm().ref if told.joined else None,
        erasure=ERASURES[told.erasure],
    )
