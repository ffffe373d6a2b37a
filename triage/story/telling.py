"""Propose the facts that a story seems to tell."""

from datetime import datetime
from functools import cache

from triage.places import Place, find
from triage.signals import Heard
from triage.signals.ear import hear
from triage.signals.features import read
from triage.signals.reading import rows
from triage.signals.scope import Sense, fits, negated
from triage.signals.weights import shipped
from triage.story.notes import Notes
from triage.story.people import ACTS, Mention, Roles, ages, mentions, owner, roles
from triage.story.proposal import OFFENDER, VICTIM, Proposal
from triage.story.when import RECENT, days_until, hours_since

LONGEST_STORY = 8192  # characters
REAL = frozenset({"", "dulu"})
TRUTHS = frozenset({"ongoing_now", "severe_injury", "weapon", "strangulation", "death_threat", "confined"})
KINDS = {
    "trafficking": "tppo",
    "forced_marriage": "perkawinan_paksa",
    "sexual_recent": "seksual",
    "strangulation": "fisik",
}
YES_NO = {"ya": True, "tidak": False}
KEYS = {
    "pregnant": VICTIM + "pregnant",
    "disability": VICTIM + "disability",
    "same_household": OFFENDER + "same_household",
    "access": OFFENDER + "access",
}
ORDER = (
    "reporter",
    VICTIM,
    OFFENDER,
    "violence",
    "hours_since",
    "days_until",
    "recent",
    "historical",
    "repeated",
    "loc_",
)
HINTS = frozenset({"sex_self", "attempt", "lost"})
ONLINE = "daring"
OF_DEED = frozenset({"pukul", "tampar", "cekik", "perkosa", "cabul", "leceh", "hajar", "paksa", "hilang", "kejadian"})
OF_OFFENDER = frozenset({"dia", "pelaku", "mantan"})
OF_VICTIM = frozenset({"sekarang", "aman", "sembunyi", "kos", "posisi"})
OF_WRITER = frozenset({"saya", "kami", "kosku"})
CLOSE = 4  # words
PASSING = 1  # hours after which it does not go on any more
BACK = 9  # words before a place that say whose place it is
Table = dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]


@cache
def kinds() -> tuple[dict[str, str], Table]:
    """Groups of the vocabulary → kind of violence; and first words of what tells a fact by itself."""
    groups: dict[str, str] = {}
    single: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for way, key, value, entries in rows("triage.story.tables", "kinds.tsv"):
        for entry in entries.split():
            if way == "kelompok":
                groups[entry] = value
            else:
                first, *rest = entry.split("_")
                single.setdefault(first, []).append((tuple(rest), key, value))
    return groups, {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in single.items()}


def propose(text: str, *, now: datetime) -> Proposal:
    """The facts that a story seems to tell, each with its words; nothing of it counts until it is confirmed."""
    text = text[:LONGEST_STORY]
    words, senses, parts = read(text)
    heard = hear(text, words, senses, parts, weights=shipped())
    places = find(text)
    notes = Notes(text, words)
    tale = any(sense.mode == "rekaan" for sense in senses)
    if words and not tale:
        real = [sense for sense in senses if sense.mode in REAL and not sense.negated]
        people = mentions(words)
        who = roles(words, [sense for sense in real if sense.group in ACTS], people)
        note_kinds(notes, real)
        note_signals(notes, heard)
        if notes.has("violence") or heard.signals:
            note_people(notes, who, people)
            note_time(notes, now=now)
        note_places(notes, places, who)
    facts = sorted(notes.found.values(), key=lambda one: (_order(one.key), one.start, str(one.value)))
    return Proposal(tuple(facts), places, heard)


def note_kinds(notes: Notes, real: list[Sense]) -> None:
    """Kinds of violence, and facts that a word tells by itself unless it is denied."""
    groups, single = kinds()
    for sense in real:
        if sense.group in groups:
            notes.note("violence", groups[sense.group], sense.first, sense.last)
    denied = negated(notes.words)
    for at, word in enumerate(notes.words):
        options = single.get(word.root, ())
        if word.standard != word.root:
            options = single.get(word.standard, ()) + options
        for rest, key, value in options:
            last = at + len(rest)
            if last >= len(notes.words) or denied[at]:
                continue
            if all(fits(notes.words[at + step], part) for step, part in enumerate(rest, 1)):
                write = notes.hint if key in HINTS else notes.note
                write(KEYS.get(key, key), value if key == "access" else YES_NO.get(value, value), at, last)
                break


def note_signals(notes: Notes, heard: Heard) -> None:
    """Danger signals are facts too, once they are confirmed. What only the past tells is not proposed."""
    for signal in heard.signals if heard.alarm else ():
        if not signal.sure:
            continue
        if signal.name in TRUTHS:
            notes.note_at(signal.name, True, signal.start, signal.end)
        if signal.name in KINDS:
            notes.note_at("violence", KINDS[signal.name], signal.start, signal.end)
        if signal.name == "suicidal":
            notes.note_at(
                "suicidal", "percobaan" if "attempt" in notes.hints else "niat_rencana", signal.start, signal.end
            )
        if signal.name == "child_alone":
            notes.note_at("no_safe_caregiver", True, signal.start, signal.end)
            if "lost" in notes.hints:
                lost = notes.hints["lost"]
                notes.note_at("violence", "hilang", lost.start, lost.end)
        if signal.name == "offender_near":
            notes.found.pop(("safe_now", True), None)
            notes.note_at("safe_now", False, signal.start, signal.end)
            notes.note_at(OFFENDER + "access", "ya", signal.start, signal.end)


def note_people(notes: Notes, who: Roles, people: list[Mention]) -> None:
    """Relation, ages, sex and who reports."""
    for age in ages(notes.words):
        of = owner(age, people)
        if of is not None and of == who.offender:
            notes.note(OFFENDER + "age", age.value, age.first, age.last)
        elif who.victim is None or of is None or same(of, who.victim):
            notes.note(VICTIM + "age", age.value, age.first, age.last)
    doer = who.offender.kin if who.offender else None
    if who.offender and doer:
        _, first, last = who.offender
        notes.note(OFFENDER + "relation", doer.relation, first, last)
        if doer.stage == "dewasa" and not notes.has(OFFENDER + "age"):
            notes.note(OFFENDER + "age_group", doer.stage, first, last)
    if who.victim is None:
        return
    kin, first, last = who.victim
    if kin is None:
        notes.note("reporter", "korban", first, last)
        own = notes.hints.get("sex_self")
        if own:
            notes.note_at(VICTIM + "sex", own.value, own.start, own.end)
        elif who.offender and doer and doer.relation in ("suami", "mantan_suami"):
            notes.note(VICTIM + "sex", "P", who.offender.first, who.offender.last)
        return
    if kin.reporter:
        notes.note("reporter", kin.reporter, first, last)
    if kin.sex:
        notes.note(VICTIM + "sex", kin.sex, first, last)
    if kin.stage and not notes.has(VICTIM + "age"):
        notes.note(VICTIM + "age_group", kin.stage, first, last)


def same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one person: the writer, or the same word."""
    return one.kin == other.kin


def note_time(notes: Notes, *, now: datetime) -> None:
    """When it happened; for a marriage or a departure, when it will."""
    kinds_noted = {value for key, value in notes.found if key == "violence"}
    if kinds_noted & {"perkawinan_paksa", "tppo"}:
        until = days_until(notes.words, now=now)
        if until:
            notes.note("days_until", until.value, until.first, until.last)
    since = hours_since(notes.words, now=now)
    if since and not (notes.has("days_until") and since.value == 0):
        notes.note("hours_since", since.value, since.first, since.last)
        notes.note("recent", since.value <= RECENT, since.first, since.last)
        if since.value > PASSING:
            notes.found.pop(("ongoing_now", True), None)


def note_places(notes: Notes, places: tuple[Place, ...], who: Roles) -> None:
    """Where: of the offender if the words just before speak of him, of the victim now, else of the deed.

    A name that two places bear is proposed only as far as it is sure; a province alone is no place yet.
    """
    for place in places:
        if place.code is None or (len(place.code) == 2 and place.code.isdigit()):
            continue
        notes.note_at(_whose(notes, place), place.code, place.start, place.end)


def _whose(notes: Notes, place: Place) -> str:
    """Whose place it is, by the nearest word before it that tells."""
    if place.code == ONLINE:
        return "loc_incident"
    before = [word for word in notes.words if word.end <= place.start]
    for steps, word in enumerate(reversed(before[-BACK:])):
        if word.sentence != before[-1].sentence:
            break
        if word.root in OF_DEED:
            return "loc_incident"
        if word.root in OF_OFFENDER:
            return "loc_offender"
        if word.standard in OF_VICTIM or (word.standard in OF_WRITER and steps < CLOSE):
            return "loc_victim"
    return "loc_incident" if notes.has("violence") else "loc_victim"


def _order(key: str) -> int:
    return next((at for at, front in enumerate(ORDER) if key.startswith(front)), len(ORDER))
