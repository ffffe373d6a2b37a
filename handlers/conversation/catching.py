"""From what a story seems to tell to answers of the form: offers to be confirmed, never answers by themselves.

What was answered already is not offered again: words never take the place of a button. Signs of danger become ticks
of their question and not its answer, so that what the story doesn't mention stays unknown. Thoughts of ending life
are never put up for a tap: a person hears of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.conversation.answering import picks
from handlers.conversation.asking import PICKS
from handlers.conversation.choosing import choose
from handlers.conversation.people import ADULT
from handlers.conversation.reading import each, number_of, tokens
from handlers.conversation.steps import Answers, World
from handlers.conversation.times import band_of
from handlers.conversation.victims import VICTIMS
from triage.story import Proposal


@dataclass(frozen=True)
class Offer:
    """One answer that a story seems to give: of its question, or one tick of it; `also` are answers that go with it."""

    step: str
    value: Any
    tick: bool = False
    also: Mapping[str, Any] = field(default_factory=dict)


KINDS = {
    "fisik": "pukul", "psikis": "hina", "seksual": "seks", "kbgo": "foto", "penelantaran": "lantar",
    "eksploitasi": "kerja", "tppo": "jual", "perkawinan_paksa": "kawin", "hilang": "hilang",
}  # fmt: skip
DOERS = {
    "suami": "suami", "istri": "suami", "mantan_suami": "mantan", "mantan_istri": "mantan", "mantan_pacar": "mantan",
    "mantan_pasangan": "mantan", "pacar": "pacar", "ayah": "ortu", "ibu": "ortu", "ayah_tiri": "tiri",
    "ibu_tiri": "tiri", "saudara_tiri": "kel", "saudara": "kel", "ipar": "kel", "paman": "kel", "bibi": "kel",
    "kakek": "kel", "nenek": "kel", "mertua": "kel", "keluarga": "kel", "tetangga": "tetangga", "guru": "guru",
    "teman": "teman", "rekan_kerja": "teman", "majikan": "bos", "atasan": "bos", "orang_tidak_dikenal": "asing",
}  # fmt: skip
REPORTERS = {"keluarga": "kel", "pihak_ketiga": "lain"}
JOBS = {"tenaga_kesehatan": "nakes", "psikolog": "psi", "peksos": "pekso", "petugas": "lain"}
#: Facts that are a tick of a question when they are true.
TICKS = {
    "severe_injury": ("danger", "parah"),
    "weapon": ("danger", "senjata"),
    "strangulation": ("danger", "cekik"),
    "death_threat": ("danger", "bunuh"),
    "confined": ("danger", "kurung"),
    "repeated": ("danger", "ulang"),
    "no_safe_caregiver": ("danger", "asuh"),
    "ongoing_now": ("now", "pukul"),
    "victims[0].pregnant": ("state", "hamil"),
    "victims[0].disability": ("state", "difabel"),
}
OWN_CHILD = each("anak bayi balita putri putra")
WHENS = ("h0", "h1", "h3", "h5", "d6", "m1")
DAYS = each("senin selasa rabu kamis jumat sabtu minggu ahad")
LONGEST_WINDOW = 120  # hours, after which only the band counts
A_MONTH = 720


def offers_of(proposal: Proposal, answers: Answers, world: World) -> tuple[Offer, ...]:
    """What the story seems to tell of questions that have no answer yet."""
    found = (offer for rule in RULES for offer in rule(proposal, answers, world))
    return tuple(offer for offer in found if is_open(offer, answers))


def is_open(offer: Offer, answers: Answers) -> bool:
    """Whether nothing that the offer would say has been answered or ticked."""
    ticked = offer.tick and offer.value in answers.get(PICKS, {}).get(offer.step, ())
    return not ticked and not any(step in answers for step in (offer.step, *offer.also))


def words_of(proposal: Proposal, key: str) -> tuple[str, ...]:
    """The words from which a fact was heard, written out."""
    return next((tokens(one.words) for one in proposal.facts if one.key == key), ())


def _who(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    """Who reports. Of oneself only with age and sex: a married girl is no adult woman."""
    reporter, age, sex = told.value("reporter"), told.value("victims[0].age"), told.value("victims[0].sex")
    if reporter == "korban" and isinstance(age, int):
        if age < ADULT:
            yield Offer("who", "sa")
        elif sex and not {"victim", "age"} & answers.keys():
            yield Offer("who", "sp" if sex == "P" else "sl", also={"age": age})
    elif reporter == "keluarga":
        yield Offer("who", "anak" if OWN_CHILD & {*words_of(told, "reporter")[:1]} else REPORTERS["keluarga"])
    elif reporter in REPORTERS:
        yield Offer("who", REPORTERS[str(reporter)])
    elif reporter in JOBS:
        yield Offer("who", "petugas", also={"job": JOBS[str(reporter)]})


def _victim(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    """The person harmed, as far as it answers the question: of an adult the sex decides, so it must be known."""
    one = {key: told.value(f"victims[0].{key}") for key in ("sex", "age", "age_group")}
    one = {("group" if key == "age_group" else key): value for key, value in one.items() if value is not None}
    age = one.get("age")
    child = age < ADULT if isinstance(age, int) else one.get("group") == "anak"
    grown = not child and ("age" in one or one.get("group") == "dewasa") and "sex" in one
    by_oneself = told.value("reporter") == "korban" and not child
    if not (child or grown) or by_oneself or answers.get("who") in ("sp", "sl") or "age" in answers:
        return
    if "age" in one:
        one.pop("group", None)
    yield Offer("victim", next((code for code, known in VICTIMS.items() if known == one), one))


def _kind(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    for one in told.facts:
        if one.key == "violence" and one.value in KINDS:
            yield Offer("kind", [KINDS[str(one.value)]])


def _doer(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    relation, age = DOERS.get(str(told.value("offender.relation"))), told.value("offender.age")
    if isinstance(age, int):
        yield Offer("doer", {"age": age} | ({"relation": relation} if relation else {}))
    elif relation:
        yield Offer("doer", relation)


def _when(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    """Counted hours as they are; other words at the late end: no medical window is taken for longer than it is."""
    hours, said = told.value("hours_since"), words_of(told, "hours_since")
    if told.value("historical"):
        yield Offer("when", "kecil")
    elif isinstance(hours, int) and not isinstance(hours, bool):
        counted = any(number_of(word) is not None for word in said) and DAYS.isdisjoint(said)
        if counted and hours <= LONGEST_WINDOW:
            yield Offer("when", hours)
            return
        named = choose(" ".join(said), picks("when", *WHENS)) or WHENS[0]
        reckoned = band_of(hours) if hours <= A_MONTH else "m1"
        yield Offer("when", max(named, reckoned, key=WHENS.index))


def _wed(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    days = told.value("days_until")
    forced = any(one.key == "violence" and one.value == "perkawinan_paksa" for one in told.facts)
    if forced and isinstance(days, int):
        yield Offer("wed", days)


def _signs(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    for key, (step, value) in TICKS.items():
        if told.value(key) is True:
            yield Offer(step, value, tick=True)


def _safety(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    """ "Safe" is offered only where nothing speaks against it; "not safe" always."""
    safe = told.value("safe_now")
    calm = not (told.heard.alarm or answers.get("urgent") or answers.get(PICKS, {}).get("now") or answers.get("now"))
    if safe is False or (safe is True and calm):
        yield Offer("safe", "ya" if safe else "tidak")


def _reach(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    access = told.value("offender.access")
    if told.value("offender.same_household"):
        yield Offer("reach", "rumah")
    elif access == "ya" or (access == "tidak" and not told.heard.alarm):
        yield Offer("reach", str(access))


def _place(told: Proposal, answers: Answers, world: World) -> Iterator[Offer]:
    """Where: a name that two places bear is offered as the kecamatan they share, or asked."""
    here, there = (_sure(told, key, world) for key in ("loc_victim", "loc_incident"))
    if here and not {"regency", "country", "village"} & answers.keys():
        yield Offer("place", here)
    if there == "daring":
        yield Offer("where", "daring")
    elif there and there in (here, answers.get("place")):
        yield Offer("where", "sama")
    elif there:
        yield Offer("iplace", there, also={"where": "lain"})


def _sure(told: Proposal, key: str, world: World) -> str:
    code = str(told.value(key) or "")
    asked = any(place.asks and place.code == code and code.count(".") < 2 for place in told.places)
    return code if code == "daring" or (world.places.knows(code) and not asked) else ""


RULES: tuple[Callable[[Proposal, Answers, World], Iterator[Offer]], ...] = (
    _who, _victim, _doer, _kind, _when, _wed, _signs, _safety, _reach, _place,
)  # fmt: skip
