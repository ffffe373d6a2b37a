"""The consent gate: may help and sharing of what we know go on? The first row that fits counts.

It never holds up an emergency: route e is decided before and without it.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from triage.standing import Standing
from triage.words import Words

Gate = Literal[
    "tidak_berlaku",
    "menunggu",
    "tidak_sah_pelaku",
    "terbuka",
    "dikecualikan_darurat",
    "tertutup",
    "tinjau_supervisor",
]


class GateRule(NamedTuple):
    """When the gate stands how."""

    gate: Gate
    applies: Callable[[Standing], bool]
    words: Words
    basis: str


def _by_offender(case: Standing) -> bool:
    """Only the key that belongs to the answer counts, the other one is ignored."""
    facts = case.it.facts
    by = facts.consent_given_by if facts.consent == "setuju" else facts.consent_refused_by
    return by == "terduga_pelaku"


def _own_refusal(case: Standing) -> bool:
    """An adult refused for herself; so too where no victim is given, for an assumed one was not."""
    return case.it.facts.consent_refused_by == "korban" and (
        not case.it.facts.victims or all(victim.stage == "dewasa" for victim in case.it.victims)
    )


GATE_RULES: tuple[GateRule, ...] = (
    GateRule(
        "tidak_berlaku",
        lambda case: not (case.protects or case.abh),
        Words(
            "LAINNYA atau BUKAN_LAPORAN: persetujuan tidak diperlukan", "LAINNYA or BUKAN_LAPORAN: no consent is needed"
        ),
        "Perbup 58/2023 Lamp. II 1.5.f",
    ),
    GateRule(
        "menunggu",
        lambda case: case.it.facts.consent in (None, "belum"),
        Words("Belum ada jawaban: menunggu persetujuan", "No answer yet: waiting for consent"),
        "Perbup 58/2023 Lamp. II 1.9",
    ),
    GateRule(
        "tidak_sah_pelaku",
        _by_offender,
        Words(
            "Jawaban terduga pelaku tidak sah: tanyakan kepada korban atau wali yang lain",
            "The alleged offender's answer is void: ask the victim or another guardian",
        ),
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.10",
    ),
    GateRule(
        "terbuka",
        lambda case: case.it.facts.consent == "setuju",
        Words("Sudah setuju: penanganan dapat dilanjutkan", "Consent given: handling may go on"),
        "Perbup 58/2023 Lamp. II 1.10",
    ),
    GateRule(
        "dikecualikan_darurat",
        lambda case: case.emergency,
        Words(
            "Menolak, tetapi darurat: pertolongan darurat tidak menunggu persetujuan",
            "Refused, but an emergency: emergency help does not wait for consent",
        ),
        "Perbup 58/2023 Lamp. II 1.5.e, 1.6; SOP P2TP2A Tana Toraja 2017",
    ),
    GateRule(
        "tertutup",
        _own_refusal,
        Words(
            "Korban dewasa menolak: penanganan tidak dilanjutkan, pintu tetap terbuka",
            "The adult victim refused: handling does not continue, the door stays open",
        ),
        "Perbup 58/2023 Lamp. II 1.10; Pasal 4 huruf h",
    ),
    GateRule(
        "tinjau_supervisor",
        lambda case: True,
        Words("Menolak, selain itu: penolakan ditinjau supervisor", "Any other refusal: a supervisor reviews it"),
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.10",
    ),
)


def consent_gate(case: Standing) -> Gate:
    """How the gate stands; the last row always fits."""
    return next(rule.gate for rule in GATE_RULES if rule.applies(case))
