"""Letters that open the work: the kind of the case, the request for a companion, the order. They name nobody."""

from __future__ import annotations

from cases.case import Case
from cases.entry import EntryKind
from cases.gates import routes
from cases.letter_parts import (
    Material,
    Part,
    Words,
    addressed,
    answer,
    clauses,
    head,
    moment,
    note,
    on,
    paraf,
    risk_words,
    rows,
    say,
    sign,
    signs,
    sorts,
    table,
    text,
    ticks,
    titled,
    together,
    told,
    types_words,
    unit_head,
    violence_words,
)
from cases.letter_told import latest
from triage.criteria import CRITERIA

KINDS = ("KTP", "KTA", "ABH", "LAINNYA")
RISKS = ("RENDAH", "SEDANG", "TINGGI")
PLACES = ("DESA", "KABUPATEN", "PROVINSI", "NASIONAL", "KAB_LAIN")
ROUTES = ("a", "b", "c", "d", "d*", "e", "f")
BY_CODE = {criterion.code: criterion for criterion in CRITERIA}


def closing(material: Material, key: str, *also: Part) -> Part:
    """The last sentence and the signature, which stay on one page."""
    return together(text(say(key)), signs(unit_head(material, dated=False), paraf=paraf(material)), *also)


def about_case(case: Case) -> list[tuple[str, Words]]:
    return [("case", str(case.number)), ("kecamatan", case.kecamatan)]


def resume(material: Material) -> list[Part]:
    """Resume jenis kasus (1.5): what was decided, why, and by whom. It names nobody."""
    case, profile = material.case, material.profile
    found, ruling = routes(case), case.ruling
    decided_by = material.name(ruling.by) if ruling else ""
    reasons = [[BY_CODE[code].words.id, BY_CODE[code].basis] for code in case.decision.criteria if code in BY_CODE]
    return [
        titled("title-resume", number=material.number),
        head("resume-a"),
        rows(
            *about_case(case),
            ("reported", moment(case.reported_at, profile)),
            ("channel", say(f"channel-{case.channel}")),
            ("clients", sorts(material)),
        ),
        head("resume-b"),
        ticks(*((kind in case.types, say(f"type-{kind}")) for kind in KINDS), columns=2),
        rows(*_kinds(case)),
        head("resume-c"),
        ticks(*((case.risk == risk, say(f"risk-{risk}")) for risk in RISKS), columns=3),
        ticks((case.emergency, say("emergency")), (not case.emergency, say("no-emergency")), columns=2),
        *([table(("criterion", "basis"), (3, 2), reasons)] if reasons else [note(say("no-criteria"))]),
        head("resume-d"),
        ticks(*((case.decision.jurisdiction == place, say(f"place-{place}")) for place in PLACES), columns=3),
        head("resume-e"),
        ticks(*((route in found, say(f"route-{route.replace('*', 'x')}")) for route in ROUTES)),
        together(
            head("resume-f"),
            rows(
                ("confirmed", moment(case.confirmed_at, profile)),
                ("confirmed-by", decided_by),
                ("second", material.name(ruling.second) if ruling and ruling.second else say("none")),
                ("reason", ruling.reason if ruling and ruling.reason else say("none")),
            ),
            signs(sign(say("officer-decided"), decided_by), unit_head(material), paraf=paraf(material)),
        ),
    ]


def _kinds(case: Case) -> list[tuple[str, Words]]:
    ampk: list[tuple[str, Words]] = [("ampk", [say(f"ampk-{code}") for code in case.facts.ampk])]
    return [("violence", violence_words(case)), *(ampk if case.facts.ampk else ())]


def request(material: Material) -> list[Part]:
    """Surat permohonan: pendampingan (1.7), or further assessment by another provider (2.3). It names nobody."""
    case, profile = material.case, material.profile
    further = material.last(EntryKind.FURTHER) is not None or case.handling.has("2.1")
    step = "2.3" if further else "1.7"
    what = "further" if further else "companion"
    agency = material.agency
    contact = material.roster.by_id(case.manager) or material.by
    asked: list[tuple[str, Words]] = [
        *about_case(case),
        ("types", types_words(case)),
        ("risk", risk_words(case)),
        ("clients", sorts(material)),
    ]
    wish = latest(material, EntryKind.FURTHER, "rqto", "rqwhat") if further else None
    if further:
        referred = answer("need", material.referral.need) if material.referral else ""
        asked.append(("need", told(wish, "rqwhat") or referred))
    asked.append(("contact", say("person", name=contact.name, role=say(f"role-{contact.role}"))))
    return [
        addressed(
            material,
            subject=say(f"subject-{what}"),
            enclosed=say("dash"),
            to=to(agency.name if agency else told(wish, "rqto"), agency.address if agency else ""),
        ),
        text(say("greeting")),
        text(say(f"request-{what}", basis=_basis(step), date=on(case.reported_at, profile))),
        rows(*asked, deep=True),
        text(say("request-no-names")),
        closing(material, "request-end"),
    ]


def to(name: Words, address: str) -> list[Words]:
    return [say("to", name=name) if name else say("to-open"), say("at-place", place=address or say("place-open"))]


def _basis(step: str) -> Words:
    return say("basis-book", step=step)


def task(material: Material) -> list[Part]:
    """Surat tugas (1.6, 1.8): who is sent where, under which number. No story, no name, no kind of case."""
    case = material.case
    if case.status in ("confirmed", "assigned", "met") or not case.handling.has("1.8"):
        going = "outreach" if case.emergency and case.contacted_at is None else "visit"
    else:
        going = "handling"
    sent = [person for person in map(material.roster.by_id, (case.manager, case.acting)) if person is not None]
    people: list[list[Words]] = [
        [f"{nth}.", person.name, "", say(f"role-{person.role}")]
        for nth, person in enumerate(sent or [material.by], start=1)
    ]
    basis = {"outreach": _basis("1.6"), "visit": _basis("1.8"), "handling": say("basis-processes")}[going]
    where = case.kecamatan or say("dots")
    return [
        titled("title-tugas", number=material.number),
        clauses(
            (
                "basis",
                [
                    basis,
                    say("basis-report", number=str(case.number), date=on(case.reported_at, material.profile)),
                ],
            )
        ),
        {"kind": "centre", "words": say("orders")},
        clauses(("given-to", [])),
        table(("nth", "name", "nip", "post"), (0, 3, 2.4, 2), people),
        clauses(
            (
                "task",
                [
                    say(f"task-{going}", number=str(case.number), where=where),
                    say("task-secret"),
                    say("task-together"),
                    say("task-report"),
                ],
            ),
            ("term", [say("task-term")]),
        ),
        together(text(say("task-end")), signs(unit_head(material))),
    ]
