"""The referral letter, which tells each kind of receiver what it needs and nothing else, and its receipt.

Who it is, where they live and what happened stand in it as far as the form of the referral said, and only while the
signed consent, danger or the law allows it (`cases.routing.shared`, which binds the receiver's phone too).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cases.case import Channel
from cases.gates import is_child, is_sexual
from cases.letter_pages import closing, to
from cases.letter_parts import (
    Material,
    Part,
    Words,
    addressed,
    age_words,
    agency_kind,
    answer,
    born_words,
    copies,
    head,
    lines,
    moment,
    note,
    on,
    on_day,
    risk_words,
    rows,
    say,
    sex_words,
    sign,
    signs,
    sorts,
    text,
    ticks,
    titled,
    together,
    types_words,
    violence_words,
)
from cases.letter_told import ASPECTS, aspect, legal
from cases.needs import CHRONOLOGY, CONTACT, IDENTITY, reason_key
from cases.party import Party
from cases.referral import AgencyKind, ReferralState
from cases.routing import permitted, shared

#: What each kind of receiver needs: names of the rows below.
NEEDED: Mapping[AgencyKind, tuple[str, ...]] = {
    AgencyKind.HEALTH: ("disability", "bio", "windows"),
    AgencyKind.PSYCHOLOGY: ("disability", "psy"),
    AgencyKind.SOCIAL: ("home", "disability", "soc"),
    AgencyKind.POLICE: ("home", "phone", "violence", "kecamatan", "offender"),
    AgencyKind.LEGAL: ("phone", "violence", "relation", "legal"),
    AgencyKind.PATBM: ("home", "disability"),
    AgencyKind.PROVINCE: ("home", "phone", "disability", "types", "risk", "violence", "bio", "psy", "soc", "legal"),
    AgencyKind.NATION: ("home", "phone", "disability", "types", "risk", "violence", "bio", "psy", "soc", "legal"),
    AgencyKind.REGENCY: ("home", "phone", "disability", "types", "risk", "violence", "bio", "psy", "soc", "legal"),
}
#: Rows that may stand only where all of this may be told: by an address, and by an offender, a person is found.
ONLY_WITH: Mapping[str, frozenset[str]] = {
    "home": frozenset({CONTACT}),
    "phone": frozenset({CONTACT}),
    "violence": frozenset({CHRONOLOGY}),
    "relation": frozenset({CHRONOLOGY}),
    "offender": frozenset({IDENTITY, CHRONOLOGY}),
}


def _may_be_told(material: Material) -> frozenset[str] | None:
    """What of the victim the receiver may be told; None where it may be told nothing of the case either."""
    agency, sent = material.agency, material.referral
    if agency is None or sent is None or not permitted(material.case, agency.kind):
        return None
    return shared(material.case, sent, agency.kind)


def referral(material: Material) -> list[Part]:
    """Surat rujukan to one institution (rules 1 to 7 of East Kalimantan, as far as consent lets it)."""
    case, sent = material.case, material.referral
    agency = material.agency
    kind = agency.kind if agency else None
    may_be_told = _may_be_told(material)
    told = may_be_told or frozenset()
    named = IDENTITY in told
    needed = NEEDED[kind] if kind and may_be_told is not None else ()
    people: list[Part] = []
    for nth, client in enumerate(material.clients, start=1):
        if len(material.clients) > 1:
            people.append(head("client-nth", nth=nth))
        people.append(rows(*_identity(material, client, named), *_shared(material, client, needed, told), deep=True))
    contact = material.roster.by_id(case.manager) or material.by
    along = sent.accompanied_by if sent else ""
    must = is_child(case) or bool(sent and sent.must_accompany)
    asked: list[tuple[str, Words]] = [
        ("case", str(case.number)),
        ("need", answer("need", sent.need) if sent else ""),
        ("along", along or (say("along-must") if must else say("none"))),
        ("contact", say("person", name=contact.name, role=say(f"role-{contact.role}"))),
    ]
    if sent and sent.next_on:
        asked.append(("next", on_day(sent.next_on)))
    return [
        addressed(
            material,
            subject=say("subject-referral", kind=agency_kind(kind)) if kind else say("subject-referral-open"),
            enclosed=say("enclosed-receipt"),
            to=to(agency.name if agency else "", agency.address if agency else ""),
        ),
        text(say("greeting")),
        text(say("referral-begin", basis=say("basis-book-title"))),
        *people,
        *([] if named else [text(say("referral-unnamed"))]),
        *([text(say("referral-story")), lines(3)] if CHRONOLOGY in told else []),
        text(say("referral-asked")),
        rows(*asked, deep=True),
        text(say(_ground(material, kind, named=bool(told)))),
        text(say("referral-return")),
        closing(material, "referral-end", *_copies(material, kind)),
    ]


def _ground(material: Material, kind: AgencyKind | None, *, named: bool) -> str:
    """On what the sharing stands, said to who receives it."""
    consent = material.case.handling.consent
    if not named:
        return "ground-minimal"
    if consent is not None and consent.agreed and str(kind) in consent.scope:
        return "ground-consent"
    return "ground-danger" if material.case.emergency else "ground-law"


def _copies(material: Material, kind: AgencyKind | None) -> tuple[Part, ...]:
    """To another regency goes with a copy to the province (R-13); the file always keeps one."""
    if kind is not AgencyKind.REGENCY:
        return (copies(say("copy-file")),)
    province = next((a.name for a in material.profile.agencies if a.kind is AgencyKind.PROVINCE), "")
    return (copies(province, say("copy-file")) if province else copies(say("copy-file")),)


def _identity(material: Material, client: Party, named: bool) -> list[tuple[str, Words]]:
    if not named:
        return [("client", sorts(replace(material, parties=(client,))))]
    return [
        ("name", client.name),
        ("sex", sex_words(client.sex)),
        ("born", born_words(client)),
    ]


def _shared(
    material: Material, client: Party, needed: tuple[str, ...], told: frozenset[str]
) -> list[tuple[str, Words]]:
    """What of the case this receiver needs, where it is known; unknown things are not asked for by dotted lines."""
    fitting = [name for name in needed if ONLY_WITH.get(name, frozenset()) <= told]
    found = [(name, ROWS[name](material, client)) for name in fitting]
    return [(name, words) for name, words in found if words]


def _offender(material: Material, client: Party) -> Words:
    return [
        say("offender-line", name=one.name or say("unknown-name"), sex=sex_words(one.sex) or say("unknown"),
            age=age_words(one) or say("unknown"), relation=one.relation or say("unknown"))
        for one in material.offenders
    ]  # fmt: skip


def _windows(material: Material, client: Party) -> Words:
    """Sexual violence that may still be helped by medicine: a matter of hours, and for a doctor to judge."""
    return say("windows") if is_sexual(material.case) and material.case.facts.recent else ""


def _relation(material: Material, client: Party) -> Words:
    return [one.relation for one in material.offenders if one.relation]


def _aspect(name: str) -> Callable[[Material, Party], Words]:
    return lambda material, client: aspect(material, name)


ROWS: Mapping[str, Callable[[Material, Party], Words]] = {
    "home": lambda material, client: client.address or material.case.kecamatan,
    "phone": lambda material, client: client.phone,
    "disability": lambda material, client: client.disability,
    "kecamatan": lambda material, client: material.case.kecamatan,
    "types": lambda material, client: types_words(material.case),
    "risk": lambda material, client: risk_words(material.case),
    "violence": lambda material, client: violence_words(material.case),
    "offender": _offender,
    "relation": _relation,
    "windows": _windows,
    "legal": lambda material, client: legal(material),
    **{name: _aspect(name) for name in ASPECTS},
}


def receipt(material: Material) -> list[Part]:
    """Form penerimaan rujukan (1.4): with a referral of ours for its receiver to fill in, else for one that came."""
    case, sent, profile = material.case, material.referral, material.profile
    ours = sent is not None
    came = not ours and case.channel in (Channel.PARTNER, Channel.LETTER)
    agency = material.agency
    taken = sent is not None and sent.received_at is not None
    return [
        titled("title-terima-rujukan", under=say("case-number", number=str(case.number))),
        head("receipt-a"),
        rows(
            ("from", profile.unit if ours else ""),
            ("to", (agency.name if agency else "") if ours else profile.unit),
            ("letter-number", sent.letter if sent else ""),
            ("sent", on(sent.sent_at, profile) if sent else ""),
            ("need", answer("need", sent.need) if sent else ""),
            ("along", sent.accompanied_by if sent else ""),
        ),
        head("receipt-b"),
        rows(
            ("received", moment(sent.received_at, profile) if sent and taken else moment(case.reported_at, profile)
             if came else ""),
            ("receiver", sent.receiver if sent else material.name(case.entered_by)),
            ("post", ""),
            ("client-state", ""),
        ),
        head("receipt-c"),
        ticks(
            (taken and sent is not None and sent.state is not ReferralState.DECLINED, say("receipt-taken")),
            (sent is not None and sent.state is ReferralState.DECLINED, say("receipt-declined")),
            (False, say("receipt-passed-on")),
        ),
        rows(("because", answer(reason_key(sent.reason), sent.reason) if sent and sent.reason else ""),
            ("service", answer("rfres", sent.outcome) if sent and sent.outcome else ""),
        ),
        lines(2),
        rows(("next", on_day(sent.next_on) if sent else "")),
        note(say("receipt-secret")),
        together(
            text(say("receipt-dots-date")),
            signs(sign(say("handed-over")), sign(say("received-by"))),
        ),
    ]  # fmt: skip
