"""Hypothesis strategies: any facts that the specification allows, as JSON."""

from hypothesis import strategies as st

TRUTHS = [
    "ongoing_now",
    "safe_now",
    "severe_injury",
    "injury",
    "repeated",
    "weapon",
    "strangulation",
    "death_threat",
    "threats",
    "escalating",
    "beaten_pregnant",
    "extreme_jealousy",
    "recent_separation",
    "confined",
    "no_safe_caregiver",
    "serious_psych_impact",
    "sexual_contact",
    "recent",
    "historical",
    "child_witness",
    "detained",
    "patbm_active",
    "coi_desa",
    "village_ok",
    "needs_cross_coordination",
]
REPORTERS = ["korban", "keluarga", "pihak_ketiga", "tenaga_kesehatan", "psikolog", "peksos", "petugas", "lainnya"]
VIOLENCE = [
    "fisik",
    "psikis",
    "seksual",
    "kbgo",
    "penelantaran",
    "eksploitasi",
    "tppo",
    "perkawinan_paksa",
    "hilang",
    "lainnya",
]
PLACES = ["73.22", "73.22.05", "73.22.05.2001", "73.24", "73.73.01", "76.02", "LN:MY", "LN:SA", "daring"]
BY = ["korban", "wali", "terduga_pelaku"]

three_valued = st.sampled_from([True, False, None])


def maybe(values):
    return st.one_of(st.none(), values)


def _possible(victim):
    foetus_with_age = victim.get("age_group") == "janin" and victim.get("age") is not None
    return not foetus_with_age and not (victim.get("sex") == "L" and victim.get("pregnant"))


ages = st.one_of(st.sampled_from([0, 4, 5, 11, 12, 17, 18, 59, 60, 120]), st.integers(0, 120))
victims = st.fixed_dictionaries(
    {},
    optional={
        "age": maybe(ages),
        "age_group": st.sampled_from(["anak", "dewasa", "janin", None]),
        "sex": st.sampled_from(["P", "L", None]),
        "pregnant": three_valued,
        "disability": three_valued,
    },
).filter(_possible)
offenders = st.fixed_dictionaries(
    {},
    optional={
        "age": maybe(ages),
        "age_group": st.sampled_from(["anak", "dewasa", None]),
        "relation": maybe(st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
        "same_household": three_valued,
        "official": three_valued,
        "access": st.sampled_from(["ya", "tidak", None]),
    },
)
hours = st.one_of(st.sampled_from([0, 48, 71, 72, 73, 119, 120, 121]), st.integers(0, 10**6))

_FIELDS = {
    "reporter": maybe(st.sampled_from(REPORTERS)),
    "is_report": three_valued,
    "victims": maybe(st.lists(victims, max_size=3)),
    "offender": maybe(offenders),
    "violence": maybe(st.lists(st.sampled_from(VIOLENCE), unique=True, max_size=3)),
    "ampk": maybe(st.lists(st.sampled_from([f"A{number:02}" for number in range(1, 16)]), unique=True, max_size=2)),
    **dict.fromkeys(TRUTHS, three_valued),
    "suicidal": st.sampled_from(["tidak", "ideasi", "niat_rencana", "percobaan", None]),
    "hours_since": maybe(hours),
    "days_until": maybe(st.integers(0, 20)),
    "prior_reports": maybe(st.integers(0, 3)),
    **{f"loc_{whose}": maybe(st.sampled_from(PLACES)) for whose in ("victim", "incident", "offender")},
    "consent": st.sampled_from(["belum", "setuju", "menolak", None]),
    "consent_given_by": maybe(st.sampled_from(BY)),
    "consent_refused_by": maybe(st.sampled_from(BY)),
}

wild = st.fixed_dictionaries({}, optional=_FIELDS)

CALM = {
    **dict.fromkeys(TRUTHS, False),
    "safe_now": True,
    "patbm_active": True,
    "village_ok": True,
    "suicidal": "tidak",
    "violence": ["psikis"],
    "victims": [{"age": 30, "sex": "P"}],
    "offender": {"age": 35, "access": "tidak", "official": False, "same_household": False},
    "loc_victim": "73.22",
}
"""The one kind of case that a village may handle: everything known, nothing bad."""

nearly_calm = st.fixed_dictionaries({}, optional=_FIELDS).flatmap(
    lambda other: st.sets(st.sampled_from(sorted(other) or ["reporter"]), max_size=4).map(
        lambda keys: CALM | {key: other[key] for key in keys if key in other}
    )
)
any_facts = st.one_of(wild, nearly_calm)
