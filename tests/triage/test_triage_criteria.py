"""Each criterion by hand: facts that make it fire, and facts that just don't. All start from a calm case."""

import pytest
from any_facts import CALM

from triage.criteria import CRITERIA
from triage.decision import decide
from triage.facts import facts_from

WOMAN, GIRL = {"age": 30, "sex": "P"}, {"age": 11, "sex": "P"}
FAR = CALM["offender"]
NEAR, MAYBE = FAR | {"access": "ya"}, FAR | {"access": None}
HOME = FAR | {"same_household": True}
SEXUAL, BEATEN, WEDDING = {"violence": ["seksual"]}, {"violence": ["fisik"]}, {"violence": ["perkawinan_paksa"]}
CONTACT = SEXUAL | {"sexual_contact": None, "recent": None, "historical": None}
NOTHING = dict.fromkeys(CALM) | {"victims": [WOMAN]}

FIRES = {
    "T1": [{"ongoing_now": True}],
    "T2": [{"severe_injury": True}],
    "T3": [{"strangulation": True}],
    "T4": [{"weapon": True}],
    "T5": [{"death_threat": True}],
    "T6": [{"suicidal": "niat_rencana"}, {"suicidal": "percobaan"}],
    "T6b": [
        {"suicidal": "ideasi", "victims": [GIRL]},
        {"suicidal": "ideasi", "victims": [{"sex": "P"}]},
        {"suicidal": "ideasi", "victims": [WOMAN, {"age_group": "anak"}]},
        {"suicidal": "ideasi", "victims": []},
        {"suicidal": "ideasi", "victims": [], "violence": [], "ampk": ["A15"]},
    ],
    "T7": [
        CONTACT,
        CONTACT | {"sexual_contact": True},
        CONTACT | {"hours_since": 120},
        CONTACT | {"hours_since": 0, "recent": False, "historical": True},
        CONTACT | {"recent": True},
        CONTACT | {"violence": [], "ampk": ["A10"]},
    ],
    "T8": [
        SEXUAL | {"victims": [GIRL], "offender": NEAR},
        SEXUAL | {"victims": [GIRL], "offender": MAYBE},
        SEXUAL | {"victims": [{}], "offender": HOME},
        SEXUAL | {"victims": [], "offender": None},
        SEXUAL | {"victims": [WOMAN | {"disability": True}], "offender": NEAR},
        {"violence": ["kbgo"], "victims": [GIRL], "offender": NEAR},
        {"ampk": ["A06"], "victims": [GIRL], "offender": NEAR},
    ],
    "T9": [{"confined": True}, {"violence": ["tppo"]}, {"ampk": ["A08"]}],
    "T10": [{"no_safe_caregiver": True}, {"violence": ["hilang"]}],
    "T11": [
        {"escalating": True, "beaten_pregnant": True, "extreme_jealousy": True},
        {"weapon": True, "strangulation": True, "extreme_jealousy": True},
    ],
    "T12": [
        BEATEN | {"victims": [WOMAN | {"pregnant": True}]},
        BEATEN | {"victims": [GIRL, {"pregnant": True}]},
    ],
    "T13": [
        BEATEN | {"offender": NEAR, "victims": [{"age": 4}]},
        BEATEN | {"offender": MAYBE, "victims": [{"age": 0}]},
        BEATEN | {"offender": HOME, "victims": [{"age_group": "anak"}]},
        BEATEN | {"offender": NEAR, "victims": [{"sex": "P"}], "ampk": ["A09"]},
        BEATEN | {"offender": NEAR, "victims": [], "ampk": ["A02"]},
        BEATEN | {"offender": NEAR, "victims": [WOMAN | {"disability": True}]},
    ],
    "T14": [{"recent_separation": True, "threats": True}],
    "T15": [WEDDING | {"days_until": 7}, WEDDING | {"days_until": 0}, WEDDING],
    "T16": [
        SEXUAL | {"safe_now": False, "offender": NEAR},
        SEXUAL | {"safe_now": False, "offender": MAYBE},
        BEATEN | {"safe_now": False, "offender": HOME, "injury": True},
        BEATEN | {"safe_now": False, "offender": NEAR, "repeated": True},
    ],
    "S1": [BEATEN | {"injury": None}, BEATEN | {"repeated": None}, BEATEN | {"injury": True, "repeated": True}],
    "S2": [SEXUAL, {"violence": ["kbgo"]}, {"ampk": ["A06"]}, {"ampk": ["A10"]}],
    "S3": [
        {"offender": NEAR, "repeated": None},
        {"offender": NEAR, "repeated": True},
        {"offender": HOME},
        {"offender": NEAR, "repeated": None, "violence": [], "threats": True},
    ],
    "S4": [
        {"suicidal": "ideasi"},
        {"suicidal": "ideasi", "victims": [{"age_group": "janin"}]},
        {"serious_psych_impact": True},
        NOTHING | {"suicidal": "ideasi", "victims": None},
        NOTHING | {"suicidal": "ideasi"},
    ],
    "S5": [{"violence": ["penelantaran"]}, {"violence": ["eksploitasi"]}, {"ampk": ["A04"]}, {"ampk": ["A13"]}],
    "S6": [
        {"victims": [WOMAN | {"disability": True}]},
        {"victims": [WOMAN | {"pregnant": True}]},
        {"victims": [{"age": 60, "sex": "P"}]},
        {"victims": [WOMAN, {"age": 120, "sex": "L"}]},
    ],
    "S7": [{"prior_reports": 1}, NOTHING | {"prior_reports": 9}],
    "S8": [WEDDING | {"days_until": 8}],
    "S9": [{"ongoing_now": None}, {"safe_now": None}, {"severe_injury": None}, {"offender": MAYBE}, {"offender": {}}],
    "S10": [{"threats": True}, {"escalating": True}, {"extreme_jealousy": True}, {"beaten_pregnant": True}],
    "S11": [{"safe_now": False}, NOTHING | {"safe_now": False}],
    "E1": [{"ongoing_now": True}],
    "E2": [{"severe_injury": True}],
    "E3": [{"suicidal": "percobaan"}, {"suicidal": "ideasi", "victims": [GIRL]}],
    "E4": [{"confined": True}],
    "E5": [CONTACT],
    "E6": [{"no_safe_caregiver": True}],
    "E7": [{"weapon": True, "safe_now": None}, {"weapon": True, "safe_now": False}],
    "E8": [WEDDING],
}

STAYS_SILENT = {
    "T1": [{"ongoing_now": None}],
    "T2": [{"severe_injury": None}, {"injury": True}],
    "T3": [{"strangulation": None}],
    "T4": [{"weapon": None}],
    "T5": [{"death_threat": None}, {"threats": True}],
    "T6": [{"suicidal": "ideasi"}, {"suicidal": None}],
    "T6b": [
        {"suicidal": "ideasi"},
        {"suicidal": "ideasi", "victims": [{"age_group": "janin"}]},
        {"suicidal": "niat_rencana", "victims": [GIRL]},
        NOTHING | {"suicidal": "ideasi", "victims": None},
        NOTHING | {"suicidal": "ideasi", "victims": None, "ampk": ["A02"]},
    ],
    "T7": [
        SEXUAL,
        CONTACT | {"hours_since": 121, "recent": True},
        CONTACT | {"recent": False},
        CONTACT | {"historical": True},
        CONTACT | {"violence": ["kbgo"]},
        CONTACT | {"violence": [], "ampk": ["A06"]},
    ],
    "T8": [
        SEXUAL | {"victims": [GIRL]},
        SEXUAL | {"offender": NEAR},
        SEXUAL | {"offender": NEAR, "victims": [{"age_group": "janin"}]},
        {"victims": [GIRL], "offender": NEAR},
    ],
    "T9": [{"confined": None}, {"ampk": ["A04"]}, {"violence": ["eksploitasi"]}],
    "T10": [{"no_safe_caregiver": None}, {"violence": ["penelantaran"]}],
    "T11": [
        {"escalating": True, "extreme_jealousy": True, "beaten_pregnant": None, "weapon": None},
        {"escalating": True, "extreme_jealousy": True, "threats": True, "death_threat": True},
    ],
    "T12": [BEATEN | {"victims": [WOMAN | {"pregnant": None}]}, {"victims": [WOMAN | {"pregnant": True}]}],
    "T13": [
        BEATEN | {"offender": NEAR, "victims": [{"age": 5}]},
        BEATEN | {"offender": NEAR, "victims": [{"age": 5, "age_group": "anak"}]},
        BEATEN | {"offender": NEAR, "victims": [{"sex": "P"}]},
        BEATEN | {"offender": NEAR, "victims": []},
        BEATEN | {"offender": NEAR, "victims": [{"age_group": "janin"}]},
        BEATEN | {"victims": [{"age": 4}]},
        BEATEN | {"victims": [WOMAN | {"disability": True}]},
        {"offender": NEAR, "victims": [{"age": 4}]},
    ],
    "T14": [{"recent_separation": True}, {"threats": True}, {"recent_separation": True, "threats": None}],
    "T15": [WEDDING | {"days_until": 8}, {"days_until": 1}],
    "T16": [
        SEXUAL | {"safe_now": False},
        SEXUAL | {"safe_now": None, "offender": NEAR},
        BEATEN | {"safe_now": False, "offender": NEAR, "injury": None, "repeated": None},
        {"safe_now": False, "offender": NEAR, "injury": True, "repeated": True},
    ],
    "S1": [BEATEN, {"injury": True, "repeated": True}],
    "S2": [{"violence": ["eksploitasi"]}, WEDDING],
    "S3": [
        {"offender": NEAR},
        {"offender": MAYBE, "repeated": True},
        {"offender": FAR, "repeated": True},
        NOTHING | {"offender": HOME, "repeated": True},
    ],
    "S4": [{"suicidal": "ideasi", "victims": [GIRL]}, {"suicidal": None}, {"serious_psych_impact": None}],
    "S5": [{"ampk": ["A10"]}],
    "S6": [
        {"victims": [{"age": 59, "sex": "P"}]},
        {"victims": [WOMAN | {"disability": None, "pregnant": None}]},
        NOTHING | {"victims": [WOMAN | {"disability": True, "pregnant": True}]},
    ],
    "S7": [{"prior_reports": 0}, {"prior_reports": None}],
    "S8": [WEDDING | {"days_until": 7}, WEDDING, {"days_until": 8}],
    "S9": [{}, NOTHING, {"offender": HOME | {"access": None}}],
    "S10": [{"threats": None}, {"death_threat": True}],
    "S11": [{"safe_now": None}],
    "E1": [{"ongoing_now": None}],
    "E2": [{"severe_injury": None}],
    "E3": [{"suicidal": "ideasi"}],
    "E4": [{"violence": ["eksploitasi"]}],
    "E5": [SEXUAL],
    "E6": [{"violence": ["penelantaran"]}],
    "E7": [{"weapon": True}, {"safe_now": False}],
    "E8": [WEDDING | {"days_until": 8}],
}


def rows(table):
    return [pytest.param(code, change, id=f"{code}-{n}") for code in table for n, change in enumerate(table[code])]


def criteria_of(change):
    return decide(facts_from(CALM | change)).criteria


def test_every_criterion_has_rows_and_stands_in_order():
    order = [criterion.code for criterion in CRITERIA]
    assert list(FIRES) == list(STAYS_SILENT) == order
    assert order == [
        "T1",
        "T2",
        "T3",
        "T4",
        "T5",
        "T6",
        "T6b",
        "T7",
        "T8",
        "T9",
        "T10",
        "T11",
        "T12",
        "T13",
        "T14",
        "T15",
        "T16",
        "S1",
        "S2",
        "S3",
        "S4",
        "S5",
        "S6",
        "S7",
        "S8",
        "S9",
        "S10",
        "S11",
        "E1",
        "E2",
        "E3",
        "E4",
        "E5",
        "E6",
        "E7",
        "E8",
    ]


def test_a_calm_case_fires_nothing():
    assert criteria_of({}) == ()


@pytest.mark.parametrize(("code", "change"), rows(FIRES))
def test_fires(code, change):
    assert code in criteria_of(change)


@pytest.mark.parametrize(("code", "change"), rows(STAYS_SILENT))
def test_stays_silent(code, change):
    assert code not in criteria_of(change)
