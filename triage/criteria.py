"""The criteria of risk and emergency, in order: T make the risk TINGGI, S make it SEDANG, E are an emergency.

Perbup 58/2023, Lampiran II, 1.5 names risk levels and emergencies but does not say what they are; this table
does. A criterion fires when something is known to be so and, where danger is at stake, when it is not known.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from triage.circumstances import CONTRACEPTION_HOURS, PEP_HOURS, Circumstances
from triage.words import Words

Fired = Sequence[str]

SMALL_CHILD = 5
OLD = 60
WEDDING_SOON = 7
WHO_THRESHOLD = 3
_who_signs = attrgetter("escalating", "weapon", "strangulation", "beaten_pregnant", "extreme_jealousy")


class Criterion(NamedTuple):
    """One reason for a risk level or an emergency; `fires` sees the codes that fired before it."""

    code: str
    fires: Callable[[Circumstances, Fired], bool | None]
    words: Words
    basis: str


def _abused_with_contact_left(it: Circumstances) -> bool:
    return (it.child_may_be_present or it.disability) and it.sexual and it.can_reach


def _held_or_traded(it: Circumstances) -> bool:
    return bool(it.facts.confined) or "tppo" in it.facts.violence or "A08" in it.facts.ampk


def _helpless_and_beaten(it: Circumstances) -> bool:
    if not (it.fisik and it.can_reach):
        return False
    return it.disability or any(
        victim.stage == "anak" and (victim.age is None or victim.age < SMALL_CHILD) for victim in it.victims
    )


def _wedding_near(it: Circumstances) -> bool:
    days = it.facts.days_until
    return it.forced_marriage and (days is None or days <= WEDDING_SOON)


def _wedding_later(it: Circumstances) -> bool:
    days = it.facts.days_until
    return it.forced_marriage and days is not None and days > WEDDING_SOON


def _unsafe_within_reach(it: Circumstances) -> bool:
    facts = it.facts
    if facts.safe_now is not False or not it.can_reach:
        return False
    return it.sexual or (it.fisik and (facts.injury is True or facts.repeated is True))


def _once_and_unhurt(it: Circumstances) -> bool:
    return it.facts.injury is False and it.facts.repeated is False


def _reached_again(it: Circumstances) -> bool:
    facts = it.facts
    return it.claimed and it.access == "ya" and (facts.repeated is not False or facts.offender.same_household is True)


def _vulnerable(it: Circumstances) -> bool:
    return it.claimed and (
        it.disability or it.pregnant or any(victim.age is not None and victim.age >= OLD for victim in it.victims)
    )


def _danger_unknown(it: Circumstances) -> bool:
    facts = it.facts
    return it.claimed and None in (facts.ongoing_now, facts.safe_now, facts.severe_injury, it.access)


def _warning_signs(it: Circumstances) -> bool | None:
    facts = it.facts
    return facts.threats or facts.escalating or facts.extreme_jealousy or facts.beaten_pregnant


def _any_danger(fired: Fired) -> bool:
    return any(code.startswith("T") for code in fired)


_POLICY = "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5"
_EMERGENCY = "Perbup 58/2023 Lamp. II 1.5.e"
_WINDOWS = f"jendela medis: PEP ≤ {PEP_HOURS} jam, kontrasepsi darurat ≤ {CONTRACEPTION_HOURS} jam"

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "T1",
        lambda it, fired: it.facts.ongoing_now,
        Words("Kekerasan sedang berlangsung", "The violence is going on right now"),
        _EMERGENCY,
    ),
    Criterion(
        "T2",
        lambda it, fired: it.facts.severe_injury,
        Words("Luka berat atau keadaan gawat", "A severe injury or a critical condition"),
        "SOP P2TP2A Tana Toraja 2017 (pasien kritis)",
    ),
    Criterion(
        "T3",
        lambda it, fired: it.facts.strangulation,
        Words("Korban dicekik", "The victim was strangled"),
        "WHO 2014; DA-5; Glass 2008",
    ),
    Criterion(
        "T4",
        lambda it, fired: it.facts.weapon,
        Words("Senjata dipakai atau diancamkan", "A weapon was used or threatened"),
        "WHO 2014; DA-5",
    ),
    Criterion(
        "T5",
        lambda it, fired: it.facts.death_threat,
        Words("Ada ancaman akan dibunuh", "There was a threat to kill"),
        "WHO 2014; DA-5",
    ),
    Criterion(
        "T6",
        lambda it, fired: it.facts.suicidal in ("niat_rencana", "percobaan"),
        Words("Niat, rencana, atau percobaan bunuh diri", "Suicidal intent, a plan or an attempt"),
        "ASQ; C-SSRS",
    ),
    Criterion(
        "T6b",
        lambda it, fired: it.facts.suicidal == "ideasi" and it.child_may_be_present,
        Words(
            "Pikiran bunuh diri, dan korban anak atau umurnya belum diketahui",
            "Suicidal thoughts, and a victim is a child or of unknown age",
        ),
        "ASQ",
    ),
    Criterion(
        "T7",
        lambda it, fired: it.medical_contact,
        Words(
            "Kekerasan seksual dengan kontak tubuh (atau belum diketahui), dalam "
            f"{CONTRACEPTION_HOURS} jam terakhir (atau belum diketahui kapan)",
            f"Sexual violence with contact (or not known), within the last {CONTRACEPTION_HOURS} hours"
            " (or not known when)",
        ),
        _WINDOWS,
    ),
    Criterion(
        "T8",
        lambda it, fired: _abused_with_contact_left(it),
        Words(
            "Kekerasan seksual terhadap anak (atau mungkin anak) atau penyandang disabilitas, dan "
            "terduga pelaku dapat menjangkau korban (atau belum diketahui)",
            "Sexual violence against a child (or perhaps a child) or a person with a disability, and "
            "the alleged offender can reach the victim (or not known)",
        ),
        "praktik perlindungan anak",
    ),
    Criterion(
        "T9",
        lambda it, fired: _held_or_traded(it),
        Words("Disekap, diculik, atau diperdagangkan", "Confined, abducted or trafficked"),
        "UU 21/2007",
    ),
    Criterion(
        "T10",
        lambda it, fired: it.facts.no_safe_caregiver or "hilang" in it.facts.violence,
        Words(
            "Tidak ada pengasuh yang aman, atau ada orang hilang",
            "No safe caregiver, or somebody is missing",
        ),
        "Perbup 58/2023 Pasal 1 angka 17 (A01, A13)",
    ),
    Criterion(
        "T11",
        lambda it, fired: _who_signs(it.facts).count(True) >= WHO_THRESHOLD,
        Words(
            "Tiga tanda bahaya atau lebih: makin parah, senjata, dicekik, dipukul saat hamil, cemburu berlebihan",
            "Three or more signs of danger: getting worse, a weapon, strangled, beaten when pregnant, extreme jealousy",
        ),
        "WHO 2014 (ambang tiga tanda)",
    ),
    Criterion(
        "T12",
        lambda it, fired: it.fisik and it.pregnant,
        Words("Kekerasan fisik, dan korban hamil", "Physical violence, and a victim is pregnant"),
        "WHO 2014; Perbup 58/2023 Pasal 1 angka 6",
    ),
    Criterion(
        "T13",
        lambda it, fired: _helpless_and_beaten(it),
        Words(
            f"Kekerasan fisik terhadap anak di bawah {SMALL_CHILD} tahun (atau anak yang umurnya belum"
            " diketahui) atau penyandang disabilitas, dan terduga pelaku dapat menjangkau korban "
            "(atau belum diketahui)",
            f"Physical violence against a child under {SMALL_CHILD} (or a child whose age is not "
            "known) or a person with a disability, and the alleged offender can reach the victim (or "
            "not known)",
        ),
        "praktik perlindungan anak",
    ),
    Criterion(
        "T14",
        lambda it, fired: it.facts.recent_separation and it.facts.threats,
        Words("Baru berpisah, dan ada ancaman", "A recent separation, and threats"),
        "Danger Assessment",
    ),
    Criterion(
        "T15",
        lambda it, fired: _wedding_near(it),
        Words(
            f"Perkawinan paksa dalam {WEDDING_SOON} hari (atau belum diketahui kapan)",
            f"A forced marriage within {WEDDING_SOON} days (or not known when)",
        ),
        "UU 12/2022 Pasal 10",
    ),
    Criterion(
        "T16",
        lambda it, fired: _unsafe_within_reach(it),
        Words(
            "Korban tidak aman, terduga pelaku dapat menjangkaunya (atau belum diketahui), dan ada "
            "kekerasan seksual, atau kekerasan fisik yang melukai atau berulang",
            "The victim is not safe, the alleged offender can reach them (or not known), and there is"
            " sexual violence, or physical violence that injured or was repeated",
        ),
        _EMERGENCY,
    ),
    Criterion(
        "S1",
        lambda it, fired: it.fisik and not _once_and_unhurt(it),
        Words(
            "Kekerasan fisik, kecuali pasti hanya sekali dan tanpa luka",
            "Physical violence, unless it is certain that it was once and without injury",
        ),
        _POLICY,
    ),
    Criterion(
        "S2",
        lambda it, fired: it.sexual,
        Words(
            "Kekerasan seksual: tidak pernah RENDAH, tidak pernah urusan desa",
            "Sexual violence: never RENDAH, never a village matter",
        ),
        "UU 12/2022",
    ),
    Criterion(
        "S3",
        lambda it, fired: _reached_again(it),
        Words(
            "Terduga pelaku dapat menjangkau korban, dan serumah atau kekerasan berulang (atau belum diketahui)",
            "The alleged offender can reach the victim, and lives with them or did it more than once (or not known)",
        ),
        _POLICY,
    ),
    Criterion(
        "S4",
        lambda it, fired: (it.facts.suicidal == "ideasi" and "T6b" not in fired) or it.facts.serious_psych_impact,
        Words(
            "Pikiran bunuh diri (tanpa korban anak), atau dampak psikis berat",
            "Suicidal thoughts (where no victim is a child), or a serious psychological impact",
        ),
        "ASQ; C-SSRS",
    ),
    Criterion(
        "S5",
        lambda it, fired: (
            "penelantaran" in it.facts.violence
            or "eksploitasi" in it.facts.violence
            or "A04" in it.facts.ampk
            or "A13" in it.facts.ampk
        ),
        Words("Penelantaran, perlakuan salah, atau eksploitasi", "Neglect, maltreatment or exploitation"),
        "Perbup 58/2023 Pasal 1 angka 17 (A04, A13)",
    ),
    Criterion(
        "S6",
        lambda it, fired: _vulnerable(it),
        Words(
            f"Korban penyandang disabilitas, hamil, atau berumur {OLD} tahun ke atas",
            f"A victim with a disability, pregnant, or aged {OLD} or more",
        ),
        _POLICY,
    ),
    Criterion(
        "S7",
        lambda it, fired: it.facts.prior_reports is not None and it.facts.prior_reports >= 1,
        Words("Sudah pernah dilaporkan", "It has been reported before"),
        "WHO 2014 (makin sering atau makin parah); kebijakan kabupaten",
    ),
    Criterion(
        "S8",
        lambda it, fired: _wedding_later(it),
        Words(
            f"Perkawinan paksa, lebih dari {WEDDING_SOON} hari lagi",
            f"A forced marriage, more than {WEDDING_SOON} days from now",
        ),
        "UU 12/2022 Pasal 10",
    ),
    Criterion(
        "S9",
        lambda it, fired: _danger_unknown(it),
        Words(
            "Belum diketahui apakah masih berlangsung, apakah korban aman, apakah luka berat, atau apakah"
            " terduga pelaku dapat menjangkau korban",
            "Not known whether it goes on, whether the victim is safe or severely injured, or whether the"
            " alleged offender can reach them",
        ),
        "kebijakan kabupaten: yang belum diketahui menaikkan risiko",
    ),
    Criterion(
        "S10",
        lambda it, fired: _warning_signs(it),
        Words(
            "Ada ancaman, makin parah, cemburu berlebihan, atau dipukul saat hamil",
            "Threats, getting worse, extreme jealousy, or beaten when pregnant",
        ),
        "WHO 2014",
    ),
    Criterion(
        "S11",
        lambda it, fired: it.facts.safe_now is False,
        Words("Korban tidak aman", "The victim is not safe"),
        _EMERGENCY,
    ),
    Criterion(
        "E1",
        lambda it, fired: "T1" in fired,
        Words("Darurat: kekerasan sedang berlangsung", "Emergency: the violence is going on"),
        _EMERGENCY,
    ),
    Criterion(
        "E2",
        lambda it, fired: "T2" in fired,
        Words("Darurat: perlu pertolongan medis segera", "Emergency: medical help is needed at once"),
        f"{_EMERGENCY}; SOP P2TP2A Tana Toraja 2017",
    ),
    Criterion(
        "E3",
        lambda it, fired: "T6" in fired or "T6b" in fired,
        Words("Darurat: bahaya bunuh diri", "Emergency: danger of suicide"),
        f"{_EMERGENCY}; ASQ",
    ),
    Criterion(
        "E4",
        lambda it, fired: "T9" in fired,
        Words("Darurat: disekap, diculik, atau diperdagangkan", "Emergency: confined, abducted or trafficked"),
        f"{_EMERGENCY}; UU 21/2007",
    ),
    Criterion(
        "E5",
        lambda it, fired: "T7" in fired,
        Words("Darurat: waktu untuk pertolongan medis terbatas", "Emergency: the time for medical help is short"),
        _WINDOWS,
    ),
    Criterion(
        "E6",
        lambda it, fired: "T10" in fired,
        Words(
            "Darurat: tanpa pengasuh yang aman, atau hilang",
            "Emergency: without a safe caregiver, or missing",
        ),
        f"{_EMERGENCY}; Pasal 1 angka 17 (A01, A13)",
    ),
    Criterion(
        "E7",
        lambda it, fired: it.facts.safe_now is not True and _any_danger(fired),
        Words(
            "Darurat: risiko TINGGI, dan korban belum pasti aman",
            "Emergency: the risk is TINGGI, and it is not certain that the victim is safe",
        ),
        _EMERGENCY,
    ),
    Criterion(
        "E8",
        lambda it, fired: "T15" in fired,
        Words("Darurat: perkawinan paksa sudah dekat", "Emergency: a forced marriage is near"),
        "UU 12/2022 Pasal 10",
    ),
)


def fired_criteria(it: Circumstances) -> tuple[str, ...]:
    """The codes of all criteria that fire, in the table's order."""
    fired: list[str] = []
    for code, fires, _words, _basis in CRITERIA:
        if fires(it, fired):
            fired.append(code)
    return tuple(fired)
