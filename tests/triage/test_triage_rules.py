"""Case types, tags, jurisdiction, routes, deadlines and the consent gate by hand, from the page."""

import pytest
from any_facts import CALM

from triage.decision import decide
from triage.facts import Facts, Offender, Victim, facts_from

WOMAN, MAN, GIRL = {"age": 30, "sex": "P"}, {"age": 30, "sex": "L"}, {"age": 11, "sex": "P"}
FOETUS = {"age_group": "janin"}
CHILD_OFFENDER = {"offender": {"age": 12, "access": "tidak"}}
NO_CLAIM = {"violence": []}
FAST = CALM | {"violence": ["seksual"], "sexual_contact": None, "recent": None, "reporter": "keluarga"}
EMERGENCY = {"weapon": True, "safe_now": None}


def judge(*changes):
    facts = dict(CALM)
    for change in changes:
        facts |= change
    return decide(facts_from(facts))


def routes(decision):
    return [(route.code, route.deadline_minutes) for route in decision.routes]


@pytest.mark.parametrize(
    ("change", "types", "tags"),
    [
        ({}, "KTP", ""),
        ({"victims": [GIRL]}, "KTA", ""),
        ({"victims": [{"age": 17}]}, "KTA", ""),
        ({"victims": [{"age": 18, "sex": "P"}]}, "KTP", ""),
        ({"victims": [{"age": 17, "age_group": "dewasa"}]}, "KTA", ""),
        ({"victims": [{"age": 18, "age_group": "anak", "sex": "P"}]}, "KTP", ""),
        ({"victims": [FOETUS]}, "KTA", "JANIN"),
        ({"victims": [WOMAN | {"pregnant": True}]}, "KTP", ""),
        ({"victims": [WOMAN | {"pregnant": True}], "violence": ["fisik"]}, "KTP KTA", "JANIN"),
        ({"victims": [{"age_group": "dewasa"}]}, "KTP", "SEMENTARA"),
        ({"victims": [{"sex": "P"}]}, "KTP KTA", "SEMENTARA"),
        ({"victims": [{}]}, "KTP KTA", "SEMENTARA"),
        ({"victims": [{"sex": "L"}]}, "KTA", "SEMENTARA"),
        ({"victims": []}, "KTP KTA", "SEMENTARA"),
        ({"victims": None}, "KTP KTA", "SEMENTARA"),
        ({"victims": [{"sex": "L"}], "ampk": ["A09"]}, "KTA", ""),
        ({"victims": [], "violence": [], "ampk": ["A09"]}, "KTA", ""),
        ({"victims": [{}], "violence": [], "ampk": ["A02"]}, "ABH", ""),
        ({"victims": [{}], "violence": ["fisik"], "ampk": ["A02"]}, "KTA ABH", ""),
        ({"victims": [MAN]}, "LAINNYA", "LAKI_DEWASA"),
        (
            {"victims": [MAN], "violence": ["kbgo"]},
            "LAINNYA",
            "LAKI_DEWASA LAPOR_POLISI_DIANJURKAN TPKS_LAKI_DEWASA",
        ),
        ({"victims": [MAN, WOMAN]}, "KTP", "LAKI_DEWASA"),
        (CHILD_OFFENDER, "KTP ABH", ""),
        ({"offender": {"age": 11, "access": "tidak"}}, "KTP ABH", "U12_PASAL21"),
        ({"offender": {"age": 18, "age_group": "anak", "access": "tidak"}}, "KTP", ""),
        ({"offender": {"age_group": "anak", "access": "tidak"}}, "KTP ABH", ""),
        ({"child_witness": True}, "KTP ABH", "ANAK_SAKSI"),
        ({"historical": True}, "KTP", "HISTORIS_ANAK"),
        ({"coi_desa": True}, "KTP", "KONFLIK_KEPENTINGAN"),
        ({"offender": CALM["offender"] | {"official": True}}, "KTP", "KONFLIK_KEPENTINGAN"),
        ({"violence": ["seksual"]}, "KTP", "LAPOR_POLISI_DIANJURKAN"),
        ({"violence": ["perkawinan_paksa"]}, "KTP", "LAPOR_POLISI_DIANJURKAN"),
        ({"violence": ["seksual"], "reporter": "psikolog"}, "KTP", ""),
        (NO_CLAIM, "LAINNYA", ""),
        (NO_CLAIM | {"historical": True, "coi_desa": True}, "LAINNYA", "HISTORIS_ANAK KONFLIK_KEPENTINGAN"),
        (NO_CLAIM | {"victims": [GIRL, FOETUS]}, "LAINNYA", ""),
        (NO_CLAIM | {"safe_now": False}, "KTP", ""),
    ],
)
def test_case_types_and_tags(change, types, tags):
    decision = judge(change)
    assert (" ".join(decision.case_types), " ".join(decision.tags)) == (types, tags)


DANGERS = [
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
]


@pytest.mark.parametrize("change", [{name: True} for name in DANGERS] + [{"safe_now": False}, {"ampk": ["A15"]}])
def test_danger_without_a_label_is_still_danger(change):
    assert judge(NO_CLAIM, {"victims": None, "is_report": False}, change).risk is not None


@pytest.mark.parametrize(
    "change",
    [
        {name: True}
        for name in [
            "repeated",
            "recent_separation",
            "recent",
            "historical",
            "detained",
            "child_witness",
            "coi_desa",
            "patbm_active",
        ]
    ]
    + [{"ampk": ["A02"]}, {"ampk": []}, {"hours_since": 3}, {"prior_reports": 0}, {"safe_now": None}],
)
def test_what_is_no_claim(change):
    assert judge(NO_CLAIM, change).risk is None


class TestNoReport:
    """C0 is only for noise: whatever smells of danger is a report, whoever calls it a joke."""

    NOISE = NO_CLAIM | {"is_report": False}

    def test_everything_is_empty(self):
        noise = self.NOISE | {"consent": "menolak", "consent_refused_by": "korban", "loc_victim": "LN:MY"}
        assert judge(noise).to_json() == {
            "case_types": ["BUKAN_LAPORAN"],
            "tags": [],
            "risk": None,
            "emergency": False,
            "jurisdiction": None,
            "routes": [],
            "contact_within_minutes": None,
            "consent_gate": "tidak_berlaku",
            "police_report_3x24": False,
            "criteria": [],
            "medical_windows": {"pep": None, "contraception": None},
        }

    @pytest.mark.parametrize(
        "change", [CHILD_OFFENDER, {"child_witness": True}, {"ampk": ["A02"]}, {"historical": True}]
    )
    def test_goes_before_abh_and_tags(self, change):
        assert judge(self.NOISE, change).case_types == ("BUKAN_LAPORAN",)
        assert judge(self.NOISE, change).tags == ()

    @pytest.mark.parametrize(
        "change",
        [
            {"is_report": None},
            {"is_report": True},
            {"violence": ["lainnya"]},
            {"suicidal": "ideasi"},
            {"suicidal": "percobaan"},
            {"serious_psych_impact": True},
            {"prior_reports": 1},
            {"ampk": ["A07"]},
        ],
    )
    def test_is_a_report_after_all(self, change):
        assert judge(self.NOISE, change).case_types != ("BUKAN_LAPORAN",)


@pytest.mark.parametrize(
    ("change", "risk", "emergency", "minutes"),
    [
        (NO_CLAIM, None, False, 1440),
        ({}, "RENDAH", False, 1440),
        ({"prior_reports": 1}, "SEDANG", False, 360),
        (NO_CLAIM | {"prior_reports": 1}, "SEDANG", False, 360),
        ({"weapon": True}, "TINGGI", False, 60),
        ({"weapon": True, "safe_now": None}, "TINGGI", True, 15),
        ({"ongoing_now": True}, "TINGGI", True, 15),
        (NO_CLAIM | {"suicidal": "percobaan"}, "TINGGI", True, 15),
        ({"victims": [MAN], "weapon": True, "safe_now": False}, "TINGGI", True, 15),
    ],
)
def test_risk_emergency_and_first_contact(change, risk, emergency, minutes):
    decision = judge(change)
    assert (decision.risk, decision.emergency, decision.contact_within_minutes) == (risk, emergency, minutes)


def at(victim, incident=None, offender=None, *, coordination=None):
    return {
        "loc_victim": victim,
        "loc_incident": incident,
        "loc_offender": offender,
        "needs_cross_coordination": coordination,
        "village_ok": None,
    }


@pytest.mark.parametrize(
    ("places", "jurisdiction"),
    [
        (at(None), "KABUPATEN"),
        (at("daring", "daring", "daring"), "KABUPATEN"),
        (at("73.22.05.2001", "73.22.01", "73.22"), "KABUPATEN"),
        (at("73.22", "73.24"), "PROVINSI"),
        (at(None, "73.22.05", "73.24.01"), "PROVINSI"),
        (at("73.22", "76.02"), "NASIONAL"),
        (at("73.22", "73.24", "76.02"), "NASIONAL"),
        (at("73.22", "daring", "LN:MY"), "NASIONAL"),
        (at("LN:MY"), "NASIONAL"),
        (at("73.24", "73.24.01", "daring"), "KAB_LAIN"),
        (at(None, "76.02"), "KAB_LAIN"),
        (at("73.22", "76.02", "LN:MY", coordination=False), "KABUPATEN"),
        (at("73.24", "76.02", "LN:MY", coordination=False), "KAB_LAIN"),
        (at("LN:MY", "73.22", coordination=False), "NASIONAL"),
        (at(None, "73.22", "76.02", coordination=False), "NASIONAL"),
        (at("daring", "73.22", "73.24", coordination=False), "PROVINSI"),
        (at("73.22", "76.02", coordination=True), "NASIONAL"),
    ],
)
def test_jurisdiction(places, jurisdiction):
    assert judge(places).jurisdiction == jurisdiction
    assert judge(places, NO_CLAIM).jurisdiction is None
    assert judge(places, NO_CLAIM, {"child_witness": True}).jurisdiction == jurisdiction


def test_a_calm_case_with_everything_known_goes_to_the_village():
    assert judge().jurisdiction == "DESA"
    assert routes(judge()) == [("b", 1440)]
    assert judge({"loc_victim": "73.22.05.2001", "victims": [GIRL]}).jurisdiction == "DESA"


@pytest.mark.parametrize(
    "change",
    [
        {name: value}
        for name in [
            "safe_now",
            "ongoing_now",
            "severe_injury",
            "repeated",
            "weapon",
            "strangulation",
            "death_threat",
            "threats",
            "suicidal",
            "patbm_active",
            "coi_desa",
            "village_ok",
        ]
        for value in (None, not CALM[name] if isinstance(CALM[name], bool) else "ideasi")
    ]
    + [
        {"offender": CALM["offender"] | {"official": None}},
        {"offender": CALM["offender"] | {"official": True}},
        {"loc_victim": None},
        {"loc_victim": "daring", "loc_incident": "73.22"},
        {"child_witness": True},
        {"prior_reports": 1},
        {"violence": ["kbgo"], "victims": [WOMAN]},
    ],
)
def test_one_thing_unknown_or_wrong_keeps_it_from_the_village(change):
    decision = judge(change)
    assert decision.jurisdiction == "KABUPATEN"
    assert "a" in [route.code for route in decision.routes]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{"village_ok": None}], [("a", 295)]),
        ([{"village_ok": None}, EMERGENCY], [("e", 1440), ("a", 295)]),
        ([at("73.22", "73.24")], [("d", 1440), ("a", 295)]),
        ([at(None, "73.22", "76.02")], [("d", 1440), ("a", 295)]),
        ([at("daring", "73.22", "76.02")], [("d", 1440), ("a", 295)]),
        ([at("73.24", "73.22")], [("d", 1440)]),
        ([at("LN:MY", "73.22")], [("d", 1440)]),
        ([at("73.22", "73.24"), EMERGENCY], [("e", 1440), ("d", 60), ("a", 295)]),
        ([at("73.24", "73.22"), EMERGENCY], [("e*", 60), ("d", 60)]),
        ([at("73.24")], [("d*", 1440)]),
        ([at("73.24"), EMERGENCY], [("e*", 60), ("d*", 60)]),
        ([at(None, "73.24"), EMERGENCY], [("e", 1440), ("d*", 60)]),
        ([CHILD_OFFENDER], [("a", 295), ("c", 1440)]),
        ([CHILD_OFFENDER, {"detained": True}], [("a", 295), ("c", 60)]),
        ([CHILD_OFFENDER, {"detained": None}], [("a", 295), ("c", 1440)]),
        ([CHILD_OFFENDER, EMERGENCY], [("e", 1440), ("a", 295), ("c", 60)]),
        ([CHILD_OFFENDER, NO_CLAIM], [("c", 1440)]),
        ([CHILD_OFFENDER, NO_CLAIM, at("73.24")], [("c", 1440)]),
        ([CHILD_OFFENDER, NO_CLAIM, {"suicidal": "percobaan"}], [("e", 1440), ("c", 60)]),
        ([NO_CLAIM], [("f", 175)]),
        ([NO_CLAIM, {"suicidal": "percobaan"}], [("e", 1440), ("f", 175)]),
        ([{"victims": [MAN]}, EMERGENCY, at("76.02")], [("e*", 60), ("f", 175)]),
        ([{"detained": True, "village_ok": None}], [("a", 295)]),
    ],
)
def test_routes_and_deadlines(changes, expected):
    assert routes(judge(*changes)) == expected


@pytest.mark.parametrize(
    ("hours", "sex", "pep", "contraception", "minutes"),
    [
        (None, "P", None, None, 1440),
        (0, "P", 72, 120, 1440),
        (48, "P", 24, 72, 1440),
        (49, "P", 23, 71, 23 * 60),
        (71, "P", 1, 49, 60),
        (72, "P", 0, 48, 1440),
        (73, "P", None, 47, 1440),
        (97, "P", None, 23, 23 * 60),
        (119, None, None, 1, 60),
        (120, "P", None, 0, 1440),
        (60, "L", 12, None, 12 * 60),
        (73, "L", None, None, 1440),
    ],
)
def test_medical_windows_shorten_the_outreach(hours, sex, pep, contraception, minutes):
    decision = judge(FAST, {"hours_since": hours, "victims": [{"age": 30, "sex": sex}]})
    assert (decision.medical_windows.pep, decision.medical_windows.contraception) == (pep, contraception)
    assert routes(decision)[0] == ("e", minutes)


def test_windows_of_several_victims_and_of_none():
    mixed = judge(FAST, {"hours_since": 80, "victims": [MAN, GIRL]})
    assert mixed.medical_windows.contraception == 40
    assert judge(FAST, {"hours_since": 80, "victims": []}).medical_windows.contraception == 40
    assert judge(FAST, {"hours_since": 80, "victims": [MAN, {"sex": "L"}]}).medical_windows.contraception is None


def test_no_window_without_t7():
    for change in ({"hours_since": 121}, {"hours_since": 5, "sexual_contact": False}, {"violence": ["kbgo"]}):
        windows = judge(FAST, {"hours_since": 5}, change).medical_windows
        assert (windows.pep, windows.contraception) == (None, None)


def consent(answer, *, given=None, refused=None):
    return {"consent": answer, "consent_given_by": given, "consent_refused_by": refused}


@pytest.mark.parametrize(
    ("changes", "gate"),
    [
        ([], "menunggu"),
        ([consent("belum", given="terduga_pelaku", refused="terduga_pelaku")], "menunggu"),
        ([consent(None, given="korban")], "menunggu"),
        ([consent("setuju")], "terbuka"),
        ([consent("setuju", given="wali")], "terbuka"),
        ([consent("setuju", given="terduga_pelaku")], "tidak_sah_pelaku"),
        ([consent("setuju", given="korban", refused="terduga_pelaku")], "terbuka"),
        ([consent("setuju", refused="terduga_pelaku")], "terbuka"),
        ([consent("menolak", refused="terduga_pelaku"), EMERGENCY], "tidak_sah_pelaku"),
        ([consent("menolak", given="terduga_pelaku", refused="korban")], "tertutup"),
        ([consent("menolak", refused="korban"), EMERGENCY], "dikecualikan_darurat"),
        ([consent("menolak"), EMERGENCY], "dikecualikan_darurat"),
        ([consent("menolak", refused="korban")], "tertutup"),
        ([consent("menolak", refused="korban"), {"victims": [WOMAN, {"age_group": "dewasa"}]}], "tertutup"),
        ([consent("menolak", refused="korban"), {"victims": [WOMAN, GIRL]}], "tinjau_supervisor"),
        ([consent("menolak", refused="korban"), {"victims": [WOMAN, FOETUS]}], "tinjau_supervisor"),
        ([consent("menolak", refused="korban"), {"victims": [WOMAN, {"sex": "P"}]}], "tinjau_supervisor"),
        ([consent("menolak", refused="korban"), {"victims": []}], "tertutup"),
        ([consent("menolak", refused="korban"), {"victims": []}, NO_CLAIM, CHILD_OFFENDER], "tertutup"),
        ([consent("menolak", refused="wali")], "tinjau_supervisor"),
        ([consent("menolak")], "tinjau_supervisor"),
        ([consent("menolak", refused="korban"), {"victims": [WOMAN | {"pregnant": True}]}], "tertutup"),
        ([consent("setuju", given="terduga_pelaku"), NO_CLAIM], "tidak_berlaku"),
        ([consent("menolak", refused="korban"), {"victims": [MAN]}, EMERGENCY], "tidak_berlaku"),
    ],
)
def test_consent_gate(changes, gate):
    assert judge(*changes).consent_gate == gate


@pytest.mark.parametrize("answer", ["belum", "setuju", "menolak", None])
def test_no_answer_holds_up_an_emergency(answer):
    decision = judge(EMERGENCY, consent(answer, refused="korban"))
    assert decision.emergency
    assert routes(decision)[0] == ("e", 1440)


@pytest.mark.parametrize(
    ("violence", "reporter", "duty"),
    [
        ("seksual", "korban", True),
        ("kbgo", "tenaga_kesehatan", True),
        ("perkawinan_paksa", "psikolog", True),
        ("seksual", "peksos", True),
        ("seksual", "petugas", False),
        ("seksual", "keluarga", False),
        ("seksual", "pihak_ketiga", False),
        ("seksual", None, False),
        ("fisik", "korban", False),
        ("eksploitasi", "korban", False),
    ],
)
def test_police_report(violence, reporter, duty):
    decision = judge({"violence": [violence], "reporter": reporter})
    assert decision.police_report_3x24 is duty


def test_the_profile_says_which_regency_is_ours():
    facts = Facts(violence=("psikis",), victims=(Victim(age=30, sex="P"),), loc_victim="73.24.01")
    assert decide(facts).jurisdiction == "KAB_LAIN"
    assert decide(facts, ours="73.24").jurisdiction == "KABUPATEN"
    with pytest.raises(ValueError, match="ours"):
        decide(facts, ours="73.99")


def test_facts_are_easy_to_write_in_code():
    facts = Facts(
        reporter="korban",
        ongoing_now=True,
        victims=(Victim(age=11, sex="P"),),
        offender=Offender(relation="ayah", same_household=True),
    )
    assert decide(facts).criteria == ("T1", "S3", "S9", "E1", "E7")
