"""What stays in the file of the unit: the plan, the report of the case, of monitoring, and of the end."""

from __future__ import annotations

from cases.completeness import MADE, READY, are_received
from cases.entry import Entry, EntryKind
from cases.gates import is_child
from cases.letter import LetterKind
from cases.letter_forms import guardian, served
from cases.letter_parts import (
    Material,
    Part,
    Words,
    age_words,
    born_words,
    head,
    maker,
    moment,
    on,
    paraf,
    place_and_day,
    risk_words,
    rows,
    say,
    sex_words,
    sign,
    signs,
    sorts,
    table,
    text,
    ticks,
    titled,
    together,
    told,
    told_or_lines,
    types_words,
    unit_head,
    violence_words,
)
from cases.letter_told import ASPECTS, all_told, aspect, latest, legal, planned, planned_steps
from cases.party import Party

#: The five fields of 3.2.
NEEDS = ("health", "psychology", "social", "legal", "guidance")
#: The milestones of a case, by the step of the book that reaches each.
MILESTONES = ("1.5", "1.7", "1.8", "1.10", "2.1", "2.7", "3.5", "4.1", "4.5", "5.2", "5.5", "5.8", "6.1", "6.3")
#: What must lie in the file before it is closed (5.8), as far as it is a letter.
FILED = tuple(kind for kind in LetterKind if kind not in (LetterKind.REFUSAL, LetterKind.TERMINATION_REPORT))


def identity(material: Material, client: Party) -> list[tuple[str, Words]]:
    """The whole identity of who is cared for, for the file of the unit alone."""
    return [
        ("name", client.name),
        ("nik", client.nik),
        ("sex", sex_words(client.sex)),
        ("born", born_words(client)),
        ("home", client.address),
        ("education", client.education),
        ("occupation", client.occupation),
        ("disability", client.disability),
    ]


def _clients(material: Material) -> list[Part]:
    found: list[Part] = []
    for nth, client in enumerate(material.clients, start=1):
        found += [head("client-nth", nth=nth)] if len(material.clients) > 1 else []
        found.append(rows(*identity(material, client)))
    return found


def plan(material: Material) -> list[Part]:
    """Dokumen rencana intervensi (3.3): the goal, the needs, who does what until when; agreed by signature (3.5)."""
    case = material.case
    child = is_child(case)
    goal, needs = material.last(EntryKind.GOAL), material.last(EntryKind.NEEDS)
    made, conferred = material.last(EntryKind.PLAN), material.last(EntryKind.CONFERENCE)
    more = all_told(made, *planned_steps(made), labelled=True)
    client = material.clients[0]
    return [
        titled("title-rencana", number=material.number),
        rows(
            ("case", str(case.number)),
            ("name", client.name),
            ("client", sorts(material)),
            ("round", str(case.handling.round)),
            ("risk", risk_words(case)),
            ("manager", material.name(case.manager)),
        ),
        head("plan-goal"),
        told_or_lines(all_told(goal), 3),
        head("plan-needs"),
        *([text(all_told(needs))] if needs else [ticks(*((False, say(f"need-{need}")) for need in NEEDS))]),
        head("plan-services"),
        table(("nth", "need", "service", "who", "until"), (0, 1.6, 2.4, 2, 1.4), planned(made), least=3),
        *([text(more)] if more else []),
        *([head("plan-conference"), text(_conference(material, conferred))] if conferred else []),
        together(
            head("plan-agreed"),
            ticks((False, say("plan-yes")), (False, say("plan-yes-but")), (False, say("plan-no"))),
            signs(
                sign(say("client-guardian" if child else "client-sign"), "" if child else client.name,
                     above=say("open-day", place=material.profile.letterhead.place)),
                maker(material),
                unit_head(material, dated=False, known=True), paraf=paraf(material)),
        ),
    ]  # fmt: skip


def _conference(material: Material, entry: Entry) -> Words:
    return [say("on-day", date=on(entry.at, material.profile)), all_told(entry)]


def case_report(material: Material) -> list[Part]:
    """Laporan kasus (2.7), for the file of the unit: who, what was told, what was found, and what follows from it."""
    case, profile = material.case, material.profile
    story = [str(one.get("text", "")) for one in case.answers.get("story") or [] if one.get("text")]
    offenders = [
        rows(("name", one.name), ("sex", sex_words(one.sex)), ("age", age_words(one)), ("relation", one.relation))
        for one in material.offenders
    ]
    further = [
        [say("on-day", date=on(entry.at, profile)), all_told(entry, labelled=True)]
        for entry in material.of_kind(EntryKind.FURTHER)
    ]
    if not offenders and not material.case.file:
        offenders.append(rows(("name", ""), ("relation", "")))
    return [
        titled("title-laporan-kasus", number=material.number),
        rows(
            ("case", str(case.number)),
            ("reported", moment(case.reported_at, profile)),
            ("channel", say(f"channel-{case.channel}")),
            ("kecamatan", case.kecamatan),
            ("types", types_words(case)),
            ("risk", risk_words(case)),
            ("manager", material.name(case.manager)),
        ),
        head("report-client"),
        *_clients(material),
        *([rows(*guardian(material)[:2])] if is_child(case) else []),
        *([head("report-offender"), *offenders] if offenders else []),
        head("report-story"),
        rows(("violence", violence_words(case))),
        told_or_lines(story, 4),
        head("report-found"),
        *[part for name in ASPECTS if name != "hopes" for part in _found(name, aspect(material, name))],
        *_found("hopes", _hopes(material)),
        *(_found("further", further) if further else ()),
        *_found("legal", legal(material)),
        head("report-concluded"),
        told_or_lines(all_told(material.last(EntryKind.CONCLUSION)), 4),
        together(
            signs(
                unit_head(material, dated=False, known=True),
                maker(material, above=place_and_day(material)),
                paraf=paraf(material),
            ),
        ),
    ]


def _hopes(material: Material) -> Words:
    """What was found to be needed, and what was hoped for when the form was signed (1.10)."""
    return [*filter(None, (aspect(material, "hopes"), told(latest(material, EntryKind.CONSENT, "cshope"), "cshope")))]


def _found(name: str, words: Words) -> list[Part]:
    return [{"kind": "sub", "words": say(f"row-{name}")}, told_or_lines(words, 1)]


def monitoring_report(material: Material) -> list[Part]:
    """Laporan hasil monev (5.5): all visits of it, and whether the work goes on (5.6) or ends (5.7)."""
    case, profile = material.case, material.profile
    visits = [
        [f"{nth}.", on(entry.at, profile), all_told(entry), material.name(entry.by)]
        for nth, entry in enumerate(material.visits, start=1)
    ]
    decided = material.last(EntryKind.DECISION)
    ends = case.handling.has("5.5") and str(case.status) in ("reviewed", "ending", "closed")
    goes_on = case.handling.round > 1 and not ends
    return [
        titled("title-laporan-monev", number=material.number),
        rows(
            ("case", str(case.number)),
            ("client", sorts(material)),
            ("round", str(case.handling.round)),
            ("risk-now", risk_words(case)),
            ("manager", material.name(case.manager)),
        ),
        head("monitoring-visits"),
        table(("nth", "date", "seen", "by"), (0, 1.5, 4, 1.6), visits, least=3),
        head("monitoring-result"),
        told_or_lines(all_told(decided), 4),
        together(
            head("monitoring-decision"),
            ticks((goes_on, say("monitoring-goes-on")), (ends, say("monitoring-ends"))),
            signs(
                unit_head(material, dated=False, known=True),
                maker(material, above=place_and_day(material)),
                paraf=paraf(material),
            ),
        ),
    ]


def termination_report(material: Material) -> list[Part]:
    """Laporan terminasi (6.5): the way of the case, what was given, how it ended, and what lies in the file."""
    case, profile = material.case, material.profile
    done = {one.step: one for one in case.handling.done}
    way = [
        [step, say(f"step-{step.replace('.', '-')}"), on(done[step].at, profile), material.name(done[step].by)]
        for step in MILESTONES
        if step in done
    ]
    result = all_told(material.last(EntryKind.RESULT), labelled=True)
    after = all_told(latest(material, EntryKind.TERMINATION, "tpplan", "tpafter"), labelled=True)
    return [
        titled("title-laporan-terminasi", number=material.number),
        rows(
            ("case", str(case.number)),
            ("reported", on(case.reported_at, profile)),
            ("types", types_words(case)),
            ("client", sorts(material)),
            ("manager", material.name(case.manager)),
            ("rounds", str(case.handling.round)),
        ),
        head("end-way"),
        table(("step", "what", "date", "by"), (0, 3.4, 1.6, 1.8), way, least=3),
        head("end-served-b"),
        table(("nth", "date", "service", "by"), (0, 1.5, 3.4, 1.6), served(material), least=2),
        *([text(result)] if result else []),
        head("end-how"),
        *_ended(material),
        *([text(after)] if after else []),
        head("end-said"),
        told_or_lines(all_told(material.last(EntryKind.FEEDBACK)), 2),
        together(
            head("end-file"),
            ticks(*((_lies_there(kind, material), {"say": f"letter-kind-{kind}"}) for kind in FILED), columns=2),
        ),
        together(
            text(say("end-closed")),
            signs(
                unit_head(material, dated=False, known=True),
                maker(material, above=place_and_day(material)),
                paraf=paraf(material),
            ),
        ),
    ]


def _lies_there(kind: LetterKind, material: Material) -> bool:
    """Whether that document lies in the file: checked or signed as a letter, or what it tells of was written down or
    photographed without one."""
    made = [one for one in material.referrals if one.state in MADE]
    without = {
        LetterKind.CONSENT: bool(material.case.handling.consent and material.case.handling.consent.photo_id),
        LetterKind.RECEIPT: bool(made) and are_received(made, material.letters),
        LetterKind.MONITORING_NOTE: bool(material.visits),
        LetterKind.TERMINATION_FORM: material.case.handling.has("6.3"),
    }
    return without.get(kind, False) or any(one.kind is kind and one.state in READY for one in material.letters)


def _ended(material: Material) -> list[Part]:
    """With the signature of who was cared for, or one-sided for one of its three reasons, with the search for them."""
    case, profile = material.case, material.profile
    wish = case.handling.one_sided
    if wish is None or wish.agreed_by is None:
        signed = case.handling.last("6.3")
        return [
            ticks((signed is not None, say("end-signed")), (False, say("end-one-sided"))),
            rows(("signed", on(signed.at, profile) if signed else "")),
        ]
    tries = [
        [
            f"{nth}.",
            moment(one.at, profile),
            say(f"attempt-{'visit' if one.is_visit else 'other'}"),
            material.name(one.by),
        ]
        for nth, one in enumerate(wish.attempts, start=1)
    ]
    safe = {True: say("yes"), False: say("no"), None: say("unknown")}[wish.others_safe]
    return [
        ticks((False, say("end-signed")), (True, say("end-one-sided"))),
        rows(
            ("ground", say(f"one-sided-{wish.ground}")),
            ("reason", wish.reason),
            ("others-safe", safe),
            ("agreed-by", material.name(wish.agreed_by)),
            ("agreed-on", on(wish.agreed_at, profile)),
        ),
        *([table(("nth", "when", "how", "by"), (0, 2, 2, 2), tries)] if tries else []),
    ]
