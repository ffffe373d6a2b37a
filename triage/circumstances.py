"""What follows from the facts before anything is judged: who is a victim, who can reach them, where it is.

Nothing is guessed away here: what stays unknown stays None.
"""

from dataclasses import dataclass, replace
from operator import attrgetter

from triage.facts import Access, Facts, Sex, Stage, Victim
from triage.reading import ABROAD, ONLINE
from triage.words import Words

REGENCY_LENGTH = len("73.22")
PEP_HOURS = 72
CONTRACEPTION_HOURS = 120

_dangers = attrgetter(
    "ongoing_now",
    "strangulation",
    "weapon",
    "death_threat",
    "threats",
    "confined",
    "escalating",
    "beaten_pregnant",
    "extreme_jealousy",
    "no_safe_caregiver",
    "sexual_contact",
    "injury",
    "severe_injury",
)
DUTY_BOUND_REPORTERS = ("korban", "tenaga_kesehatan", "psikolog", "peksos")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The facts of one report and what follows from them.

    `ours` is the regency of the profile; `stages` holds the stage and sex of each victim, assumed ones too.
    """

    facts: Facts
    ours: str
    claimed: bool
    victims: tuple[Victim, ...]
    stages: frozenset[tuple[Stage | None, Sex | None]]
    child_may_be_present: bool
    disability: bool
    pregnant: bool
    fisik: bool
    sexual: bool
    forced_marriage: bool
    access: Access | None
    police_duty: bool
    victim_place: str | None
    places: frozenset[str]

    @property
    def can_reach(self) -> bool:
        """The alleged offender can reach the victim, or nobody knows."""
        return self.access != "tidak"

    @property
    def victim_may_be_here(self) -> bool:
        """The victim is in our regency, or nobody knows where."""
        return self.victim_place is None or self.victim_place == self.ours

    @property
    def medical_contact(self) -> bool:
        """Sexual violence with possible contact, not longer ago than medicine can help, or perhaps not."""
        facts = self.facts
        if facts.sexual_contact is False or not ("seksual" in facts.violence or "A10" in facts.ampk):
            return False
        if facts.hours_since is not None:
            return facts.hours_since <= CONTRACEPTION_HOURS
        return facts.recent is not False and facts.historical is not True


def circumstances(facts: Facts, *, ours: str) -> Circumstances:
    """Everything the rules ask about these facts, worked out once."""
    claimed = is_claimed(facts)
    victims = effective_victims(facts, claimed=claimed)
    stages = frozenset([(victim.stage, victim.sex) for victim in victims])
    violence, ampk = facts.violence, facts.ampk
    sexual = "seksual" in violence or "kbgo" in violence or "A06" in ampk or "A10" in ampk
    forced_marriage = "perkawinan_paksa" in violence
    victim_place = regency_of(facts.loc_victim)
    return Circumstances(
        facts=facts,
        ours=ours,
        claimed=claimed,
        victims=victims,
        stages=stages,
        child_may_be_present=any(stage in ("anak", None) for stage, _ in stages),
        disability=any(victim.disability for victim in victims),
        pregnant=any(victim.pregnant for victim in victims),
        fisik="fisik" in violence,
        sexual=sexual,
        forced_marriage=forced_marriage,
        access="ya" if facts.offender.same_household else facts.offender.access,
        police_duty=(sexual or forced_marriage) and facts.reporter in DUTY_BOUND_REPORTERS,
        victim_place=victim_place,
        places=places_of(facts, victim_place),
    )


def is_claimed(facts: Facts) -> bool:
    """Somebody says that there is violence: danger without a label is still danger."""
    return (
        bool(facts.violence)
        or any(category != "A02" for category in facts.ampk)
        or facts.safe_now is False
        or True in _dangers(facts)
    )


def effective_victims(facts: Facts, *, claimed: bool) -> tuple[Victim, ...]:
    """The victims given, or one unknown where violence is claimed; with AMPK an unknown age is a child's."""
    victims = facts.victims
    if claimed and not victims:
        victims = (Victim(),)
    if facts.ampk and any(victim.stage is None for victim in victims):
        victims = tuple(replace(victim, age_group="anak") if victim.stage is None else victim for victim in victims)
    return victims


def regency_of(place: str | None) -> str | None:
    """The regency of a place or the country abroad; None where unknown, and online is no place."""
    if place is None or place == ONLINE:
        return None
    return place if place.startswith(ABROAD) else place[:REGENCY_LENGTH]


def places_of(facts: Facts, victim_place: str | None) -> frozenset[str]:
    """The known places that count: only the victim's where no coordination across areas is needed."""
    if facts.needs_cross_coordination is False and victim_place is not None:
        return frozenset((victim_place,))
    places = (victim_place, regency_of(facts.loc_incident), regency_of(facts.loc_offender))
    return frozenset(place for place in places if place is not None)


DEFINITIONS: dict[Words, Words] = {
    Words("Dilaporkan", "Claimed"): Words(
        "Ada jenis kekerasan; atau kategori AMPK selain A02; atau salah satu tanda bahaya diketahui: "
        "sedang berlangsung, dicekik, senjata, ancaman dibunuh, ancaman, disekap, makin parah, dipukul "
        "saat hamil, cemburu berlebihan, tanpa pengasuh yang aman, kontak seksual, luka, luka berat; atau"
        " korban tidak aman",
        "A kind of violence is given; or an AMPK category other than A02; or any sign of danger is known:"
        " going on, strangulation, a weapon, a threat to kill, threats, confined, getting worse, beaten "
        "when pregnant, extreme jealousy, no safe caregiver, sexual contact, an injury, a severe injury; "
        "or the victim is not safe",
    ),
    Words("Korban", "Victim"): Words(
        "Bila dilaporkan tetapi korban tidak disebut, dianggap ada satu korban yang belum diketahui apa "
        "pun tentangnya; bila ada kategori AMPK, korban yang umurnya belum diketahui dianggap anak",
        "Where something is claimed and no victim is given, one of whom nothing is known is assumed; with"
        " any AMPK category, a victim of unknown age counts as a child",
    ),
    Words("Anak", "Child"): Words(
        "Belum 18 tahun; umur didahulukan dari kelompok umur", "Not yet 18; the age wins over the age group"
    ),
    Words("Kekerasan seksual", "Sexual violence"): Words(
        "Kekerasan seksual atau KBGO, atau kategori AMPK A06 atau A10",
        "Sexual or online gender-based violence, or AMPK category A06 or A10",
    ),
    Words("Terduga pelaku dapat menjangkau korban", "The alleged offender can reach the victim"): Words(
        "Dapat menjangkaunya sekarang, juga secara daring, atau tinggal serumah",
        "Can reach them now, online included, or lives in the same household",
    ),
    Words("Tempat", "Place"): Words(
        "Kabupaten/kota atau negara tempat korban sekarang, kejadian, dan terduga pelaku; daring bukan "
        "tempat. Bila koordinasi lintas daerah tidak diperlukan, hanya tempat korban, jika diketahui",
        "The regency or country of the victim now, the incident and the alleged offender; online is no "
        "place. Where no coordination across areas is needed, only the victim's, if known",
    ),
}
