"""What a story fills into the form: proposals with their words, nothing invented."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triage.decision import decide
from triage.facts import facts_from
from triage.signals.train.messages import read_folder
from triage.story import propose

NOW = datetime(2026, 11, 18, 4, 0, tzinfo=UTC)  # Wednesday noon in Masamba
STORY = "adik sy 14 thn dipukul bapak tiri td malam di baebunta, sekarang sembunyi di rumah nenek"

STORIES: list[tuple[str, dict[str, Any]]] = [
    (STORY, {
        "reporter": "keluarga", "victims": [{"age": 14}], "offender": {"relation": "ayah_tiri", "age_group": "dewasa"},
        "violence": ["fisik"], "hours_since": 14, "recent": True, "loc_incident": "73.22.11",
    }),
    ("saya dipukul suami tiap malam sejak lebaran, saya hamil 5 bln", {
        "reporter": "korban", "victims": [{"sex": "P", "pregnant": True}], "violence": ["fisik"], "repeated": True,
    }),
    ("anak saya kls 5 SD dicabuli gurunya 3 hari lalu di desa Radda", {
        "reporter": "keluarga", "victims": [{"age": 11}], "offender": {"relation": "guru", "age_group": "dewasa"},
        "violence": ["seksual"], "hours_since": 72, "recent": True, "loc_incident": "73.22.11.2003",
    }),
    ("umur 3 thn anak tetangga, tuli, dipukul ibunya pake kayu kemarin", {
        "reporter": "pihak_ketiga", "victims": [{"age": 3, "disability": True}], "weapon": True,
    }),
    ("nacekikka suamiku tadi pagi di Palopo", {
        "reporter": "korban", "strangulation": True, "hours_since": 5, "loc_incident": "73.73",
    }),
    ("Murid saya umur 15 mau dinikahkan hari Jumat ini", {
        "victims": [{"age": 15}], "violence": ["perkawinan_paksa"], "days_until": 2,
    }),
    ("waktu kecil pernah dilecehkan paman", {"violence": ["seksual"], "historical": True}),
    ("mantan sebar foto saya lewat facebook", {"violence": ["kbgo"], "loc_incident": "daring"}),
    ("suami saya memukul saya 2 jam yang lalu, sekarang saya sudah aman di rumah ibu di Masamba", {
        "reporter": "korban", "hours_since": 2, "safe_now": True, "loc_victim": "73.22.03",
    }),
]  # fmt: skip

SAID_BY_NOBODY = [
    ("aku umur 12, bapak pukul mama lagi", "victims[0].age"),
    ("suami saya sudah 4 tahun memukul saya", "victims[0].age"),
    ("saya tidak hamil, dipukul suami", "victims[0].pregnant"),
    ("dia dipukul, bukan pakai parang", "weapon"),
    ("dipukul suami, belum aman saya", "safe_now:True"),
]


@pytest.mark.parametrize(("text", "facts"), STORIES)
def test_facts_of_a_story(text: str, facts: dict[str, Any]) -> None:
    proposed = propose(text, now=NOW).to_json()
    for key, value in facts.items():
        if isinstance(value, dict):
            assert {part: proposed[key].get(part) for part in value} == value
        else:
            assert proposed.get(key) == value


@pytest.mark.parametrize(("text", "key"), SAID_BY_NOBODY)
def test_what_is_not_said_is_not_proposed(text: str, key: str) -> None:
    name, _, value = key.partition(":")
    found = propose(text, now=NOW).value(name)
    assert found is None or (value and str(found) != value)


def test_the_story_confirmed_is_decided_like_any_facts() -> None:
    """Two taps, the facts and the district, give the decision that the table gives for the same facts by hand."""
    proposal = propose(STORY, now=NOW)
    (place,) = proposal.places
    assert [one.kind for one in place.candidates] == ["desa", "kecamatan"]
    decision = decide(facts_from(proposal.to_json())).to_json()
    by_hand = {
        "reporter": "keluarga",
        "victims": [{"age": 14}],
        "offender": {"age_group": "dewasa", "relation": "ayah_tiri"},
        "violence": ["fisik"],
        "hours_since": 14,
        "recent": True,
        "loc_incident": "73.22",
    }
    assert decision == decide(facts_from(by_hand)).to_json()
    assert (decision["case_types"], decision["risk"], decision["jurisdiction"]) == (["KTA"], "SEDANG", "KABUPATEN")


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("tadi malam", 14), ("semalam", 14), ("tadi pagi", 5), ("tadi siang", 0), ("barusan", 0), ("kemarin", 23),
        ("2 jam yang lalu", 2), ("dua hari lalu", 48), ("3 minggu lalu", 504), ("minggu lalu", 168),
        ("5 bulan yang lalu", 3600), ("tahun lalu", 8760), ("hari Senin kemarin", 48), ("waktu lebaran", 5832),
    ],
)  # fmt: skip
def test_hours_since(words: str, hours: int) -> None:
    assert propose(f"saya dipukul suami {words}", now=NOW).value("hours_since") == hours


@pytest.mark.parametrize(
    ("words", "days"),
    [("besok", 1), ("lusa", 2), ("malam ini", 0), ("hari Sabtu ini", 3), ("3 hari lagi", 3), ("minggu depan", 7)],
)
def test_days_until(words: str, days: int) -> None:
    assert propose(f"aku dipaksa nikah {words}, umurku 15, tolong", now=NOW).value("days_until") == days


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("umur 3 thn", 3), ("berusia 15 tahun", 15), ("14 thn", 14), ("kls 5 SD", 11), ("kelas 2 SMP", 14),
        ("kelas 1 sma", 16), ("umur 8 bulan", 0), ("umurnya tujuh tahun", 7),
    ],
)  # fmt: skip
def test_ages(words: str, age: int) -> None:
    assert propose(f"anak saya {words} dipukul ayahnya", now=NOW).value("victims[0].age") == age


def test_a_tale_or_a_greeting_proposes_nothing() -> None:
    for text in ("", "halo", "film itu suami pukul istri umur 20 tahun", "jam berapa buka"):
        assert propose(text, now=NOW).facts == ()


def test_the_same_now_in_another_zone_gives_the_same() -> None:
    text = "saya dipukul suami tadi malam"
    assert propose(text, now=NOW) == propose(text, now=NOW.astimezone(ZoneInfo("Asia/Jayapura")))


@settings(max_examples=150)
@given(st.text(max_size=300) | st.sampled_from([one.text for one in read_folder()]))
def test_whatever_is_told_the_facts_can_be_read(text: str) -> None:
    proposal = propose(text, now=NOW)
    facts_from(proposal.to_json())
    for one in proposal.facts:
        assert text[one.start : one.end] == one.words
        assert one.words
