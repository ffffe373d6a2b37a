"""Forms to be signed by hand: consent, refusal, the note of a visit, the end. Whoever signs ticks the boxes."""

from __future__ import annotations

from cases.entry import EntryKind
from cases.gates import is_child
from cases.handling import RIGHTS, Signer
from cases.letter_parts import (
    Material,
    Part,
    Words,
    agency_kind,
    born_words,
    head,
    lines,
    listed,
    maker,
    moment,
    note,
    on,
    place_and_day,
    risk_words,
    rows,
    say,
    sex_words,
    sign,
    signs,
    sorts,
    spelled,
    table,
    text,
    ticks,
    titled,
    together,
    told_or_lines,
    unit_head,
)
from cases.letter_told import all_told, latest
from cases.party import Party, PartyKind
from cases.referral import AgencyKind

TOPICS = ("bio", "psy", "soc", "spi")
FEEDBACK = ("respect", "listened", "secret", "quick", "help")
MARKS = ("very", "good", "fair", "poor")


def person(material: Material) -> list[tuple[str, Words]]:
    """Who signs; dotted where nobody has said it."""
    client = material.clients[0]
    return [
        ("name", client.name),
        ("sex", sex_words(client.sex)),
        ("born", born_words(client)),
        ("home", client.address),
    ]


def guardian(material: Material) -> list[tuple[str, Words]]:
    named = material.case.handling.guardian
    party = next(iter(material.people(PartyKind.GUARDIAN)), None)
    return [
        ("guardian", named.name if named and not named.is_offender else party.name if party else ""),
        ("guardian-relation", named.relation if named and not named.is_offender else party.relation if party else ""),
        ("home", party.address if party else ""),
    ]


def consent(material: Material) -> list[Part]:
    """Formulir persetujuan (1.10): what is asked, the eight rights, with whom what is needed may be shared."""
    child = is_child(material.case)
    return [
        titled("title-persetujuan", under=say("case-number", number=str(material.case.number))),
        text(say("consent-begin")),
        rows(*person(material), deep=True),
        *([text(say("consent-guardian")), rows(*guardian(material), deep=True)] if child else []),
        text(say("consent-told")),
        listed(*(say(f"consent-{n}") for n in ("aim", "free", "back", "secret", "limits", "data"))),
        head("consent-rights"),
        ticks(*((False, say(f"right-{right}")) for right in RIGHTS)),
        together(
            head("consent-scope"),
            note(say("consent-scope-how")),
            ticks(*((False, agency_kind(kind)) for kind in AgencyKind), columns=2),
        ),
        head("consent-hopes"),
        lines(3),
        together(
            head("consent-answer"),
            ticks((False, say("consent-yes")), (False, say("consent-no"))),
            text(say("consent-end")),
            signs(
                sign(say("client-guardian" if child else "client-sign"), above=say("open-day", place=_place(material))),
                sign(say("officer"), material.by.name, above=say("explained-by")),
                *((sign(say("child-if-able")),) if child else ()),
                sign(say("witness")),
            ),
        ),
    ]


def _place(material: Material) -> str:
    return material.profile.letterhead.place


def refusal(material: Material) -> list[Part]:
    """Berita acara penolakan (1.10): who refused what, on which day; the door stays open."""
    case, day = material.case, material.today
    answer = case.handling.consent
    refused = answer if answer is not None and not answer.agreed else None
    if refused is not None:
        day = material.profile.local(refused.at).date()
    client = material.clients[0]
    by = refused.by_whom if refused else None
    name = {Signer.VICTIM: client.name, Signer.GUARDIAN: _guardian_name(material)}.get(by, "") if by else ""
    dated = say(
        "minutes-day",
        weekday={"say": f"weekday-{day.isoweekday()}"},
        day=spelled(day.day),
        month={"say": f"month-{day.month}"},
        year=spelled(day.year),
        date=f"{day:%d-%m-%Y}",
        place=_place(material),
    )
    return [
        titled("title-penolakan", number=material.number),
        text(dated),
        rows(("name", material.by.name), ("post", say(f"role-{material.by.role}")), deep=True),
        text(say("minutes-met")),
        rows(
            ("name", name),
            ("as", say(f"signer-{by}") if by else ""),
            ("home", client.address if by is Signer.VICTIM else ""),
            deep=True,
        ),
        text(say("minutes-case", number=str(case.number))),
        listed(say("minutes-explained"), say("minutes-refuses"), say("minutes-pressed")),
        head("minutes-reason"),
        told_or_lines(refused.reason if refused else "", 2),
        head("minutes-after"),
        listed(say("minutes-stops"), say("minutes-law"), say("minutes-open")),
        together(
            text(say("minutes-end")),
            signs(
                sign(say("who-refuses"), name, above=say("made-at", place=_place(material))),
                sign(say("officer"), material.by.name),
                sign(say("witness")),
                unit_head(material, dated=False, known=True),
            ),
            ticks((False, say("minutes-unsigned"))),
        ),
    ]


def _guardian_name(material: Material) -> str:
    named = material.case.handling.guardian
    return named.name if named is not None else ""


def monitoring_note(material: Material) -> list[Part]:
    """Catatan monev of one visit (5.2): what was seen, and what follows. The name stays out of it."""
    case = material.case
    entry = material.about or next(reversed(material.visits), None)
    return [
        titled("title-catatan-monev", under=say("case-number", number=str(case.number))),
        rows(
            ("client", sorts(material)),
            ("visited", moment(entry.at, material.profile) if entry else ""),
            ("round", str(case.handling.round)),
            ("visitor", material.name(entry.by) if entry else material.by.name),
            ("risk-now", risk_words(case) if entry else ""),
        ),
        head("note-way"),
        ticks(*((False, say(f"way-{way}")) for way in ("visit", "phone", "office", "partner")), columns=2),
        head("note-state"),
        table(("side", "seen"), (1, 3), [[say(f"row-{topic}"), ""] for topic in TOPICS]),
        head("note-found"),
        told_or_lines(all_told(entry), 5),
        together(
            head("note-next"),
            ticks(*((False, say(f"next-{what}")) for what in ("same", "change", "again", "end"))),
            rows(("next-visit", "")),
            signs(
                sign(say("client-or-guardian")),
                maker(material, above=place_and_day(material)),
            ),
        ),
    ]  # fmt: skip


def termination_form(material: Material) -> list[Part]:
    """Form terminasi (6.2, 6.3): what was done, why it ends, what the person thinks of it, and that they may return."""
    case, profile = material.case, material.profile
    child = is_child(case)
    return [
        titled("title-form-terminasi", under=say("case-number", number=str(case.number))),
        text(say("end-begin")),
        rows(*person(material), *(guardian(material)[:2] if child else ()), deep=True),
        text(say("end-told")),
        head("end-served"),
        table(("nth", "date", "service", "by"), (0, 1.4, 3, 1.8), served(material), least=3),
        head("end-why"),
        ticks(*((False, say(f"end-because-{why}")) for why in ("goal", "safe", "moved", "wish", "other"))),
        head("end-plan"),
        told_or_lines(all_told(latest(material, EntryKind.TERMINATION, "tpplan", "tpafter")), 2),
        head("end-feedback"),
        note(say("end-feedback-how")),
        table(("topic", *MARKS), (4, 1, 1, 1, 1), [[say(f"feedback-{one}"), "", "", "", ""] for one in FEEDBACK]),
        together(text(say("end-advice")), lines(2)),
        together(
            head("end-declares"),
            listed(say("end-agrees"), say("end-returns"), say("end-whom", unit=profile.unit)),
            signs(
                sign(
                    say("client-guardian" if child else "client-sign"),
                    _signing(material.clients[0], child),
                    above=say("open-day", place=_place(material)),
                ),
                maker(material),
                *((sign(say("child-if-able")),) if child else ()),
                unit_head(material, dated=False, known=True),
            ),
        ),
    ]


def _signing(client: Party, child: bool) -> str:
    return "" if child else client.name


def served(material: Material) -> list[list[Words]]:
    """The services that were given, in their order; of each visit beside somebody it is said that it was one."""
    found = material.of_kind(EntryKind.SERVICE) + material.of_kind(EntryKind.ACCOMPANIMENT)
    ordered = sorted(found, key=lambda entry: entry.at)
    return [
        [
            f"{nth}.",
            on(entry.at, material.profile),
            all_told(entry, labelled=entry.kind is EntryKind.ACCOMPANIMENT),
            material.name(entry.by),
        ]
        for nth, entry in enumerate(ordered, start=1)
    ]
