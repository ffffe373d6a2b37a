"""What the ear hears, as a table: message, alarm, signals that must be among those heard."""

import pytest

from triage.signals import listen

ALARMS = [
    ("dia sdh di depan pintu bw parang", {"offender_near", "weapon"}),
    ("pintu sudah kuganjal lemari, dia dorong terus", {"offender_near"}),
    ("titip anak-anak ya, maafkan saya, besok saya sudah tidak ada", {"suicidal"}),
    ("mau mati saja", {"suicidal"}),
    ("tolong", {"plea"}),
    ("🆘", {"plea"}),
    ("t o l o n g", {"plea"}),
    ("TOLOOOONG!!!", {"plea"}),
    ("nacekikka suamiku barusan", {"strangulation"}),
    ("aku dikunci di gudang", {"confined"}),
    ("saya diperkosa tadi malam", {"sexual_recent"}),
    ("besok aku dinikahkan paksa, umurku 15", {"forced_marriage"}),
    ("besok kami dibawa ke Malaysia, paspor diambil agen", {"trafficking"}),
    ("adek umur 3 sendirian di rumah dari kemarin", {"child_alone"}),
    ("dia bilang malam ini saya dibunuh", {"death_threat"}),
    ("kepala mama bocor dipukul bapak, darahnya banyak", {"severe_injury"}),
    ("bapak sedang memukuli mama sekarang", {"ongoing_now"}),
    ("Mbak tulung, bojoku ngamuk nggebuki anakku", {"ongoing_now", "plea"}),
    ("sayadicekik suami td", {"strangulation"}),
]
CALM = [
    "mati lampu",
    "capek setengah mati urus akta",
    "harga cabai mencekik",
    "saya tidak pernah dicekik",
    "bukan dipukul, cuma dimarahi",
    "jual parang murah",
    "aku mati terus di game ini",
    "salah kirim",
    "batal",
    "sudah aman",
    "halo",
    "jam berapa buka",
    "pukul 09.00 kantor buka kah",
    "film semalam ceritanya istri dibunuh suaminya",
    "dulu suami suka pukul, sekarang sudah cerai dan aman",
    "",
    "   \n ",
    "👍",
]


@pytest.mark.parametrize(("text", "signals"), ALARMS)
def test_danger_is_heard(text: str, signals: set[str]) -> None:
    heard = listen(text)
    assert heard.alarm
    assert signals <= {signal.name for signal in heard.signals}


@pytest.mark.parametrize("text", CALM)
def test_calm_stays_calm(text: str) -> None:
    assert not listen(text).alarm


@pytest.mark.parametrize(("text", "signals"), ALARMS)
def test_every_alarm_names_its_words(text: str, signals: set[str]) -> None:
    heard = listen(text)
    assert heard.words
    assert all(text[start:end].strip() for start, end in heard.words)
    assert all(text[signal.start : signal.end] == signal.words for signal in heard.signals)


def test_the_words_of_a_weapon_are_the_weapon() -> None:
    heard = listen("suami sy ngamuk bawa palu di depan kamar")
    assert [signal.words for signal in heard.signals if signal.name == "weapon"] == ["palu"]


def test_the_past_keeps_its_signal_without_an_alarm() -> None:
    heard = listen("Tahun lalu saya dicekik mantan pacar, sekarang dia sudah dipenjara dan saya aman")
    assert not heard.alarm
    assert heard.has("strangulation")
