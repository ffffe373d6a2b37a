"""To whom the routes of step 1.5 lead, and with whom what is known of a victim may be shared at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cases.case import HANDLED, Case
from cases.conditions import excepted, has_refused, is_vulnerable
from cases.gates import for_others, is_child, routes
from cases.party import Party, PartyKind
from cases.referral import AgencyKind, Referral, ReferralState
from cases.refusals import Refusal

Kind = AgencyKind

#: Kinds of institution that a route of 1.5 names (R-13, R-14; e*: an emergency of a victim who is elsewhere).
BY_ROUTE: dict[str, frozenset[AgencyKind]] = {
    "b": frozenset({Kind.PATBM}),
    "c": frozenset({Kind.SOCIAL}),
    "d": frozenset({Kind.PROVINCE, Kind.NATION}),
    "d*": frozenset({Kind.REGENCY, Kind.PROVINCE}),
    "e*": frozenset({Kind.REGENCY, Kind.PROVINCE, Kind.NATION}),
}
#: Who is told against a refusal while help is called for.
SAVING = frozenset({Kind.HEALTH, Kind.POLICE})
ORDER = ("e*", "d", "d*", "c", "b")


@dataclass(frozen=True)
class Proposal:
    """What a route asks for. `handover`: the whole case goes there; `copy`: who gets a copy of the letter."""

    route: str
    kind: AgencyKind
    handover: bool = False
    copy: AgencyKind | None = None

    @property
    def code(self) -> str:
        """The route as it stands in buttons and texts."""
        return self.route.replace("*", "x")


def routes_now(case: Case) -> frozenset[str]:
    """The routes of the decision as an officer's ruling leaves them: only RENDAH is for a village (1.5 b, R-08)."""
    found = routes(case)
    if "b" in found and case.gravity != "RENDAH":
        return (found - {"b"}) | {"a"}
    return found


def can_be_entrusted(case: Case) -> bool:
    """Whether the whole case is for others: the routes say so, and nothing of it is the unit's own to do."""
    try:
        for_others(case)
    except Refusal:
        return False
    return "a" not in routes_now(case)


def _receiver(route: str, case: Case) -> tuple[AgencyKind, AgencyKind | None]:
    """Who receives by that route, and who gets a copy (R-13; UU 12/2022 Ps 74)."""
    match route, case.decision.jurisdiction:
        case "b", _:
            return Kind.PATBM, None
        case "c", _:
            return Kind.SOCIAL, None
        case (("d" | "e*"), "NASIONAL"):
            return Kind.NATION, Kind.PROVINCE
        case ("d*", _) | ("e*", "KAB_LAIN"):
            return Kind.REGENCY, Kind.PROVINCE
        case _:
            return Kind.PROVINCE, None


def proposals(case: Case, referrals: Iterable[Referral] = ()) -> tuple[Proposal, ...]:
    """What the routes ask for and nobody was asked yet, the most urgent first.

    A case has one receiver as a whole; what else its routes name beside that is a referral.
    """
    referrals = sorted(referrals, key=lambda one: one.sent_at)
    asked = {one.route for one in referrals if one.is_open}
    # Once somebody of the unit holds it, others are asked beside them, not in their place.
    whole = can_be_entrusted(case) and case.status not in HANDLED
    found: list[Proposal] = []
    for route in ORDER:
        if route in routes_now(case):
            kind, copy = _receiver(route, case)
            last = [one for one in referrals if one.route == route][-1:]
            if copy is not None and last and last[0].state is ReferralState.DECLINED and last[0].copies:
                # Who has just said no is not asked again before whoever had the copy.
                kind, copy = copy, None
            found.append(Proposal(route, kind, handover=whole and not found, copy=copy))
    return tuple(one for one in found if one.route not in asked)


def by_route(case: Case, kind: AgencyKind) -> bool:
    """Whether a route of the case names that kind of institution: it is told by law, not by consent."""
    return any(kind in BY_ROUTE.get(route, ()) for route in routes_now(case))


def permitted(case: Case, kind: AgencyKind, *, calls: bool = False) -> bool:
    """Whether that kind of institution may be told what it needs: by the signed consent, or without it in an
    emergency, by route b, c or d, or by an exception that two people answer for.

    Against a refusal the flag of an emergency alone opens nothing, for one person sets it: an alert must call for
    help now (`calls`), and then only those are told who save a life.
    """
    consent = case.handling.consent
    if excepted(case):
        return True
    if has_refused(case):
        return calls and kind in SAVING
    if case.emergency:
        return True
    if consent is None:
        return by_route(case, kind)
    return consent.agreed and (str(kind) in consent.scope or by_route(case, kind))


def shared(case: Case, referral: Referral, kind: AgencyKind, *, calls: bool = False) -> frozenset[str]:
    """What of the victim that receiver may be told, on its phone and in its letter: what was ticked when it was asked
    (`cases.needs.SHARED`), and nothing while it may be told nothing: consent can be taken back."""
    return frozenset(referral.scope) if permitted(case, kind, calls=calls) else frozenset()


def by_consent_alone(case: Case, kind: AgencyKind) -> bool:
    """Whether nothing but the victim's own word lets us share: then the victim has been told to whom and what for."""
    return not (case.emergency or excepted(case)) and not by_route(case, kind)


def must_be_accompanied(case: Case, parties: Iterable[Party] = ()) -> bool:
    """Whether somebody must go along (rules 3 and 4 of East Kalimantan): a child, or somebody who is vulnerable in
    body or mind: disability, pregnancy, serious psychological impact, thoughts of ending life, TINGGI."""
    victims = [one for one in parties if one.kind is PartyKind.VICTIM and not one.removed]
    told = any(one.disability or (one.age is not None and one.age < 18) for one in victims)
    return is_child(case) or told or is_vulnerable(case) or case.gravity == "TINGGI"


def is_urgent(case: Case, referral: Referral) -> bool:
    """Whether the receiver is telephoned within the hour: an emergency, or a child that is detained (R-14)."""
    return case.emergency or (referral.route == "c" and case.facts.detained is True)
