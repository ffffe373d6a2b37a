"""Walks every conversation from its first question to its end, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from bot.words import FOLDER, keys
from cases.messages import Message
from cases.phrases import Phrase
from handlers.conversation.asking import question, shown
from handlers.conversation.engine import Answer, Flow, Kind, Turn, open_steps
from handlers.conversation.entry_steps import still_of
from handlers.conversation.flows import FLOWS
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.steps import EDIT, SKIP, Step
from handlers.conversation.story import story_line
from handlers.conversation.summary import ADDED, CORRECTED, LINES, line
from tests.conversation.entry_ways import ENTRY_WAYS
from tests.conversation.talking import (
    REPORT,
    TODAY,
    asked,
    at,
    choices_of,
    fresh,
    press,
    question_in,
    say,
    start,
    words,
    world,
    write,
)

LONGEST_STEP = 8
LONGEST_CHOICE = 24

#: Ways through the report that together meet every question. Words are typed, "step:value" is pressed.
CALM = (
    "safe:ya", "who:sp", "kind:pukul", "kind:_done", "when:h1", "danger:luka", "danger:_done", "state:none",
    "doer:suami", "reach:rumah", "place:73.22.11", "village:73.22.11.2003", "needs:aman", "needs:_done",
    "Dia memukul saya di dapur kemarin.", "contact:chat", "send:kirim",
)  # fmt: skip
NOT_SAME_HOUSE = (*CALM[:9], "reach:ya", *CALM[10:12], "where:sama", *CALM[12:])
URGENT = ("place:73.22.03", "village:73.22.03.1006", "now:dekat", "now:_done", "0812 3456 7890", "more:cukup")
CHILD = (
    "safe:tidak", "now:tenang", "who:sa", "victim:pa", "age:12", "kind:seks", "kind:_done", "when:_skip",
    "danger:asuh", "danger:_done", "state:gelap", "state:_done", "doer:tiri", "reach:_skip", "place:lain",
    "regency:73.24", "where:lain", "iplace:lain", "iregency:73.73", "needs:cerita", "needs:_done", "tell:_skip",
    "contact:telp", "phone:_skip", "hours:pagi", "hours:_done", "send:kirim",
)  # fmt: skip
STAFF_MEMBER = (
    "safe:_skip", "now:_skip", "who:petugas", "job:nakes", "victim:pd", "kind:hukum", "kind:kawin", "kind:_done",
    "law:tahan", "law:_done", "wed:7", "when:m1", "danger:none", "state:gelap", "state:lain", "state:_done",
    "mind:pikir", "other:la", "otherage:5", "again:ya", "other:pd", "again:tidak", "doer:asing", "reach:tidak",
    "place:ln", "country:LN:MY", "where:lain", "iplace:ln", "icountry:LN:SA", "needs:info", "needs:_done",
    "tell:_skip", "contact:jangan", "send:kirim",
)  # fmt: skip
QUESTION = ("safe:ya", "who:sl", "kind:tanya", "place:_skip", "tell:_skip", "contact:jangan", "send:kirim")
ADDING = (*CALM[:-1], "send:_menu", "send:e.name", "Ani", "send:e.card", "card:_skip", "send:kirim")

#: What was told in words before the first question.
CAUGHT = {
    "_caught": [
        {"step": "kind", "value": ["pukul"], "tick": False, "also": {}},
        {"step": "doer", "value": "suami", "tick": False, "also": {}},
        {"step": "danger", "value": "ulang", "tick": True, "also": {}},
    ]
}

HARD = {"area": "Seko", "hard": True}
FORMS = {
    "outreach": ("owhen:15", "ohow:datang", "oby:mitra", "Ibu Ratna, PATBM", "osafe:ya", "onote:_skip"),
    "protect": ("Kendaraan kantor rusak", "Pak Baso, kepala dusun", "phow:telepon", "pwhen:30", "psafe:ya", "30 jam"),
    "visited": ("vresult:baik", "vrisk:tetap"),
    "later": ("keluarga sedang berduka", "lday:2"),
    "relabel": ("nlabel:BUKAN_LAPORAN", "anak-anak main HP ibunya"),
    "lower": ("korban sudah pindah dan aman",),
    "raise": ("rto:darurat", "rreason:_skip"),
    "ending": ("ereason:ganda",),
    "police": ("LP/B/12/III/2026/SPKT", "pwhere:polres", "lpwhen:0"),
    "original": ("bukti",),
    "excuse": ("korban sudah melapor sendiri minggu lalu",),
    "stepoff": ("stepwhy:korban", "stepday:2"),
}

FORM = Answer(Kind.PHOTO, file_id="form")
SERVICE: tuple[tuple[str, tuple[str | Answer, ...], dict[str, Any]], ...] = (
    ("goal", ("Anak kembali sekolah dengan tenang",), {}),
    ("needs", ("nneeds:sehat", "nneeds:hukum", "nneeds:_done", "nwords:_skip"), {}),
    (
        "plan",
        (
            "periksa; Puskesmas; Maret",
            "konseling",
            "sekolah",
            "pendampingan; LBH",
            "kunjungan",
            "pluntil:60",
            "plconf:ya",
        ),
        {"pneeds": ["sehat", "psiko", "sosial", "hukum", "patbm"]},
    ),
    ("plan", ("rumah aman; unit; sebulan", "pluntil:90", "plconf:tidak"), {}),
    (
        "confer",
        (
            "cfoff:tidak",
            "cfwho:unit",
            "cfwho:polisi",
            "cfwho:_done",
            "sepakat",
            "cfnext:_skip",
            "cfw:kemarin",
            "cfwh:10:00",
        ),
        {},
    ),
    ("confer", ("cfwho:unit", "cfwho:_done", "sepakat", "cfnext:_skip", "cfw:0"), {"apart": True}),
    ("agplan", ("agwho:korban", "agwho:_done", "agok:berubah", "mau di desa", "agw:tadi", "agwh:08:00"), {}),
    ("serve", ("svkind:medis", "svby:sehat", "luka sembuh", "svw:kemarin", "svwh:10:00"), {}),
    ("serve", ("svkind:kelompok", "svtake:tidak", "svw:0"), {}),
    ("mediate", ("mdwish:ya", "kedua keluarga", "tidak sepakat", "mdw:kemarin", "mdwh:10:00"), {}),
    ("docum", ("surat dokter", "dcwhat:_skip"), {}),
    ("accomp", ("berjalan baik", "acgo:lanjut", "sidang belum selesai", "acw:kemarin", "acwh:10:00"), {"long": True}),
    ("svrep", ("korban meminta berhenti", "sudah baik", "rpneed:_skip"), {"short": True}),
    ("monplan", ("mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip"), {}),
    ("goon", ("masih perlu konseling",), {}),
    ("review", ("lanjutkan dengan psikolog",), {}),
    ("enough", ("enplan:ya", "enwell:ya", "anak sudah sekolah lagi"), {}),
    ("termpla", ("di rumah bersama ibu", "tpafter:_skip"), {}),
    ("present", ("prwho:korban", "prwho:_done", "prsay:_skip", "prw:kemarin", "prwh:10:00"), {}),
    (
        "signend",
        (FORM, "sgwho:korban", "fbsafe:ya", "didengar", "lebih cepat", "fbmore:_skip", "sgw:kemarin", "sgwh:10:00"),
        {},
    ),
    ("attempt", ("athow:visit", "rumah kosong", "atw:kemarin", "atwh:10:00"), {}),
    ("onesid", ("osground:menolak", "oswho:korban", "tidak mau lagi"), {}),
    ("onesid", ("osground:meninggal", "ossafe:ya", "kabar dari puskesmas"), {}),
    ("denyone", ("dnwhy:_skip",), {}),
    ("closing", ("semua tujuan tercapai", "clafter:_skip"), {"end": "ending"}),
    ("closing", ("clinfo:bukan",), {"end": "confirmed"}),
    ("closing", ("tidak mau didampingi",), {"end": "refused"}),
    ("reopen", ("rowhy:lagi",), {}),
    (
        "visited",
        ("vresult:baik", "vrisk:tetap", "sudah sekolah lagi", "vneeds:hukum", "vneeds:_done", "vnext:_skip"),
        {"monev": True},
    ),
)

#: The same, where the case has moved on while a form was filled in.
STILL = tuple(
    (name, (*way, f"{still_of(name)}:ya"), {**known, "meanwhile": "x"})
    for name, way, known in {name: (name, way, known) for name, way, known in SERVICE if name != "visited"}.values()
)

ROTA = (
    ("rkind:week", "rwho:1", "rdays:1", "rdays:3", "rdays:_done", "19.00", "rend:07:00", "rsince:1", "runtil:none",
     "rhol:not", "rsum:simpan"),
    ("rkind:week", "Budi", "rdays:all", "jam 7 malam", "7", "senin", "31-12", "rhol:also", "simpan"),
    ("rkind:extra", "rwho:2", "rday:0", "rstart:08:00", "rend:16:00", "rsum:simpan"),
    ("rkind:leave", "rwho:1", "rfirst:7", "rlast:2", "rsum:simpan"),
    ("rkind:holiday", "25-12", "Natal", "rsum:simpan"),
)  # fmt: skip

PARTY: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("ykind:victim", "Siti", "ysex:P", "17-08-1990", "081234567890", "ymore:ya", "7322010101010001", "Jalan Melati",
      "ibu", "tamat SMA", "petani", "ydisable:_skip", "ynote:_skip"), {"new": True}),
    (("yfields:name", "yfields:phone", "yfields:_done", "-", "yphone:_skip"), {"had": {}}),
    (("yfields:remove",), {"had": {}}),
)  # fmt: skip

SAFE: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("sfirst:ya", "shours:pagi", "shours:malam", "shours:_done", "scover:klinik", "snews:ya", "pohon mangga",
      "selse:nama", "bunga kertas", "salarm:ya"), {"call": True}),
    (("sfirst:ya", "shours:lain", "sfrom:22", "5", "smore:ya", "jam 8 pagi", "suntil:10", "smore:tidak",
      "scover:_skip", "snews:tidak", "sproof:none", "sdecoy:none"), {}),
    (("sfirst:tidak", "sproof:_skip", "sdecoy:_skip"), {}),
    (("sfirst:ya", "8-12, 20 sampai 23", "scover:sekolah", "pohon mangga"), {"child": True}),
)  # fmt: skip

WAYS: list[tuple[str, tuple[str | Answer, ...], dict[str, Any]]] = [
    ("report", CALM, {}),
    ("report", NOT_SAME_HOUSE, {}),
    ("report", URGENT, {"urgent": "button"}),
    ("report", CHILD, {}),
    ("report", STAFF_MEMBER, {}),
    ("report", QUESTION, {}),
    ("report", ADDING, {}),
    ("report", ("caught:ya", *(answer for answer in CALM if not answer.startswith(("kind", "doer")))), CAUGHT),
    ("report", ("caught:salah", "wrong:0", "wrong:_done", *(part for part in CALM if part != "doer:suami")), CAUGHT),
    ("outreach", (*FORMS["outreach"], "olate:jarak"), {"today": TODAY, "clock": "11:00", "late": True}),
    ("protect", ("pwho:0", "phow:radio", "pwhen:0", "psafe:tidak", "kamis"), {"today": TODAY, **HARD}),
    *((name, way, {"today": TODAY, "clock": "11:00"}) for name, way in FORMS.items()),
    *((name, way, {"today": TODAY, "clock": "11:00", **known}) for name, way, known in (*SERVICE, *STILL)),
    *(("rota", way, {"today": TODAY, "people": [[1, "Ani"], [2, "Budi Santoso"]]}) for way in ROTA),
    ("letterback", ("Tanggalnya keliru",), {"today": TODAY}),
    ("signletter", ("sudah", Answer(Kind.PHOTO, file_id="photo-1")), {"today": TODAY}),
    *((name, way, {"today": TODAY, "clock": "11:00", **known}) for name, way, known in ENTRY_WAYS),
    (
        "refer",
        ("rfto:rsud", "rfneed:medis", "rfshare:identitas", "rfshare:_done", "rftold:ya", "rfwith:saya"),
        {"today": TODAY, "agencies": ["rsud", "polres"], "tell": ["rsud"], "must": True},
    ),
    (
        "refer",
        ("Tempat aman untuk ibu dan bayinya", "rfshare:none", "rftold:belum", "rfwith:none"),
        {"today": TODAY, "agency": "dinsos"},
    ),
    ("refnews", ("Ibu Hasna, IGD", "rfwhen:0", "rfnext:7"), {"today": TODAY, "doing": "yes"}),
    ("refnews", ("rfwhy:penuh",), {"today": TODAY, "doing": "no", "partner": True}),
    ("refnews", ("Konseling pertama sudah",), {"today": TODAY, "doing": "news", "partner": True}),
    ("refnews", ("rfres:tuntas",), {"today": TODAY, "doing": "done"}),
    ("refnews", ("rfdraw:perlu",), {"today": TODAY, "doing": "withdraw"}),
    ("takeback", ("rfback:desa",), {"today": TODAY}),
    *(("party", way, {"today": TODAY, **known}) for way, known in PARTY),
    *(("aman", way, known) for way, known in SAFE),
    ("joining", ("yjoin:LU-2026-0002", "yjoinok:ya"), {"near": ["LU-2026-0002"]}),
    ("joining", ("lu-2026-0007", "yjoinok:ya"), {}),
    ("yexclude", ("keluarga terduga pelaku",), {}),
    ("yreadmit", ("ternyata orang lain",), {}),
    ("standin", ("yuntil:7",), {"today": TODAY}),
    ("fixing", ("fwhat:name", "Bu Rosma"), {}),
    ("fixing", ("fwhat:phone", "0812 3456 7890"), {}),
    ("fixing", ("fwhat:place", "Sabbang"), {}),
    ("fixing", ("fwhat:other",), {}),
    ("rword", ("pohon jeruk",), {"who": "sa", "names": ["ani"]}),
    ("rword", ("rword:_skip",), {}),
    ("opening", ("1234 5678 9012 3456", "pohon jeruk"), {}),
    ("renewing", ("pohon jeruk",), {}),
    ("knocking", ("1234 5678", "Rina", "jwho:bibi", "jcontact:ya"), {}),
    ("knocking", ("Rina", "tante dari ibu", "jcontact:tidak"), {"jcode": "12345678"}),
    (
        "intake",
        ("xchannel:mitra", "xwhen:60", *CALM[:-1], "xpfa:ya", "LP/7 dari Polsek", "Ibu Ratna", "xsend:simpan"),
        {"today": TODAY},
    ),
    ("handover", ("Pintu belakang kantor rusak, lewat depan saja",), {"today": TODAY}),
]


def steps() -> Iterator[tuple[Flow, Step]]:
    for flow in FLOWS.values():
        for step in flow.steps.values():
            yield flow, step


def walk(name: str, way: tuple[str | Answer, ...], known: dict[str, Any]) -> Iterator[Turn]:
    """Every turn of a way; an answer must fit the question that is open."""
    flow = FLOWS[name]
    turn = start(flow, **known)
    yield turn
    for answer in way:
        step, colon, _ = answer.partition(":") if isinstance(answer, str) else ("", "", "")
        assert not turn.finished, f"over before {answer}"
        if colon and step in flow.steps:
            assert turn.dialogue.step == step, f"{turn.dialogue.step} was asked, not {step}"
        turn = say(turn.dialogue, answer, flow=flow)
        yield turn


@pytest.mark.parametrize(("name", "way", "known"), WAYS, ids=lambda part: str(part)[:20])
def test_each_way_ends_and_every_message_has_words(
    name: str, way: tuple[str | Answer, ...], known: dict[str, Any]
) -> None:
    turns = list(walk(name, way, known))
    assert turns[-1].finished
    assert turns[-1].dialogue.ended
    for message in chain.from_iterable(turn.messages for turn in turns):
        _readable(message)


def test_each_question_is_reached() -> None:
    met = {turn.dialogue.step for name, way, known in WAYS for turn in walk(name, way, known)}
    assert met == {step.name for _, step in steps()}


def test_a_calm_report_is_short() -> None:
    assert len(CALM) - CALM.count("kind:_done") - 2 <= 14
    asked_of = [turn.dialogue.step for turn in walk("report", CALM, {})]
    assert len(set(asked_of)) == 14
    assert len({turn.dialogue.step for turn in walk("report", NOT_SAME_HOUSE, {})}) == 15


def test_whoever_told_first_is_asked_less() -> None:
    told = fresh(story=[{"kind": "text", "text": "suami saya memukul saya kemarin malam"}])
    turn = say(start(**told.answers).dialogue, *NOT_SAME_HOUSE[:15])
    assert asked(turn) == "ask-contact"


def test_an_emergency_asks_four_things_and_then_lets_go() -> None:
    turns = list(walk("report", URGENT, {"urgent": "button"}))
    order = list(dict.fromkeys(turn.dialogue.step for turn in turns))
    assert order == ["place", "village", "now", "phone", "more"]


def test_at_most_three_danger_questions_before_an_alert() -> None:
    turn = say(start().dialogue, "safe:tidak")
    assert asked(turn) == "ask-now"


def test_who_is_being_helped_may_go_on_with_the_rest() -> None:
    turn = say(start(urgent="button").dialogue, *URGENT[:-1], "more:lanjut")
    assert asked(turn) == "ask-safe"
    rest = open_steps(REPORT, turn.dialogue.answers)
    assert rest[-1] == "send"
    assert not {"place", "village", "now", "phone"} & set(rest)


def test_names_are_short_and_belong_to_one_conversation() -> None:
    # What staff write down for a reporter are the questions of the chat themselves.
    names = [step.name for flow, step in steps() if not (flow.name == "intake" and step.name in QUESTIONS)]
    assert len(names) == len(set(names))
    assert max(map(len, names)) <= LONGEST_STEP


@pytest.mark.parametrize(("name", "way", "known"), WAYS, ids=lambda part: str(part)[:20])
def test_buttons_fit_into_their_budget(name: str, way: tuple[str | Answer, ...], known: dict[str, Any]) -> None:
    for turn in walk(name, way, known):
        for message in turn.messages:
            for choice in choices_of(message):
                assert len(choice.encode()) <= LONGEST_CHOICE, choice


def test_every_village_regency_and_country_fits_a_button() -> None:
    for district in world().places.districts:
        for choice in choices_of(question(REPORT, at("village", place=district.code), world())):
            assert len(choice.encode()) <= LONGEST_CHOICE


def test_the_red_button_stays_until_it_was_pressed() -> None:
    for turn in chain(walk("report", CALM, {}), walk("report", URGENT, {"urgent": "answers"})):
        if not turn.finished:
            assert any(b.action == "urgent" for row in turn.messages[0].buttons for b in row)
    for turn in walk("report", URGENT, {"urgent": "button"}):
        assert not any(b.action == "urgent" for m in turn.messages for row in m.buttons for b in row)


def _readable(message: Message) -> None:
    for language in ("id", "en"):
        assert 0 < len(words(message.phrase, language)) <= 4096
        for row in message.buttons:
            for button in row:
                label = words(button.label, language)
                assert 0 < len(label.removeprefix("✓ ")) <= (36 if len(row) == 1 else 24)
                assert "<" not in label


SITUATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"who": "sa"},
    {"who": "sp"},
    {"who": "anak", "victim": "pa", "state": ["lain"], "urgent": "answers"},
    {"place": "73.22.05", "now": ["mati"]},
    {"today": TODAY},
    HARD,
)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=lambda flow: flow.name)
def test_every_question_has_words_in_every_situation(flow: Flow) -> None:
    for known in SITUATIONS:
        for name in flow.steps:
            for menu in (False, True):
                _readable(question(flow, at(name, flow, **known), world(), menu=menu, note=Phrase("stale-button")))


TYPED: dict[str, tuple[Any, ...]] = {
    "victim": ({"sex": "P", "age": 34}, {"sex": "L"}, {"group": "anak"}, {"sex": "P", "group": "dewasa"}, {"age": 3}),
    "age": (7,),
    "wed": (5,),
    "when": (3, 96),
    "doer": ({"age": 15, "relation": "teman"}, {"age": 40}),
    "place": ("spot", "73.22.05.2003", "73.73", "LN:MY", "LN:XX", "99.99"),
    "card": ({"kind": "photo", "file_id": "x"}, "7322010101010001"),
    "tell": ("told",),
    "name": ("<b>Ani</b> & { $x }",),
    "phone": ("+628123",),
    "owhen": (20, "14:30"),
    "lday": ("2026-12-25",),
    "pwho": ("Puskesmas Seko Barat (Tana Makaleang)",),
    "pwhen": (45, "14:30"),
    "peta": (30, "2026-12-25"),
    "olate": ("jembatan putus",),
    "vresult": ("anak kembali sekolah",),
    "rfto": ("rsud", "gone"),
    "rfwhen": (45, "2026-11-20T14:30"),
    "rfnext": ("2026-12-25",),
}


def test_every_value_has_words() -> None:
    for _, step in steps():
        for known in SITUATIONS:
            values = [choice.value for choice in step.offered(known, world()) if not choice.value.startswith("_")]
            lists = ([[value] for value in values] + [[]]) if step.many else values
            for value in chain(lists, TYPED.get(step.name, ()), (SKIP,)):
                for language in ("id", "en"):
                    assert words(shown(step, value, known, world()), language)
                if step.name in LINES:
                    told = line(step.name, {**known, step.name: value}, world())
                    assert told is not None
                    assert words(told, "id")
                    assert words(told, "en")


#: A corrected answer may open one more question; else the summary comes back.
AFTER_CORRECTING = ("ask-send", "ask-now", "ask-village", "ask-victim", "ask-where")


def test_whatever_was_answered_has_a_line_or_none() -> None:
    for turn in chain(
        *(walk("report", way, {}) for way in (CALM, CHILD, STAFF_MEMBER)), walk("report", URGENT, {"urgent": "answers"})
    ):
        for step in FLOWS["report"].steps:
            told = line(step, turn.dialogue.answers, world())
            assert told is None or told.key in keys("id"), step


def test_every_line_of_the_summary_can_be_corrected() -> None:
    turn = say(start().dialogue, *NOT_SAME_HOUSE[:-1], "send:_menu")
    offered = {choice for choice in choices_of(turn.messages[0]) if choice.startswith(f"send:{EDIT}")}
    answered = {step for step in CORRECTED if step in turn.dialogue.answers}
    assert offered == {f"send:{EDIT}{step}" for step in (*answered, *ADDED)}
    for choice in offered:
        step = choice.removeprefix(f"send:{EDIT}")
        reopened = say(turn.dialogue, press("send", EDIT + step))
        assert reopened.dialogue.step == step
        assert asked(say(reopened.dialogue, press(step, SKIP))) in AFTER_CORRECTING
        assert asked(say(reopened.dialogue, press(step, "_back"))) == "ask-send"


def test_every_kind_of_thing_that_is_sent_has_words() -> None:
    for kind in Kind:
        sent = Answer(kind, text="lihat ini", file_id="f", latitude=-2.5, longitude=120.3, phone="0812345678")
        turn = say(start().dialogue, sent)
        _readable(turn.messages[0])
        for entry in turn.dialogue.answers.get("story", ()):
            assert words(story_line(entry), "en")
            assert words(story_line({**entry, "text": "x"}))


def test_both_languages_say_the_same_things() -> None:
    for name in ("report", "forms", "ears"):
        texts = {language: _read(language, name) for language in ("id", "en")}
        assert texts["id"] == texts["en"]


def _read(language: str, name: str) -> dict[str, frozenset[str]]:
    """Every key of a file with the names of what goes into it."""
    import re

    found: dict[str, list[str]] = {}
    for row in (FOLDER / language / f"{name}.ftl").read_text(encoding="utf-8").splitlines():
        head = re.match(r"([a-zA-Z][\w-]*) =", row)
        if head:
            assert head[1] not in found, head[1]
            found[head[1]] = []
            last = head[1]
        if found and not row.startswith("#"):
            found[last] += re.findall(r"\$(\w+)", row)
    assert found.keys() <= keys(language)
    return {key: frozenset(args) for key, args in found.items()}


#: What may be read by somebody else on a locked screen.
TELLING = ("kekerasan", "lapor", "pelaku", "korban", "petugas", "darurat", "report", "victim", "violence", "officer")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", ["nudge", "taken-reporter"])
def test_nothing_that_comes_unasked_says_what_this_is(key: str, language: str) -> None:
    text = words(Phrase(key), language).lower()
    assert not [word for word in TELLING if word in text]


HARMFUL = ("kenapa tidak", "mengapa tidak pergi", "sabar", "pasti selesai", "apakah anda yakin", "menurut pelaku",
           "why didn't", "be patient", "are you sure", "we promise", "kami janji", "pasti dibantu")  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_text_blames_doubts_or_promises(language: str) -> None:
    text = "".join(
        (FOLDER / language / f"{name}.ftl").read_text(encoding="utf-8") for name in ("report", "ears")
    ).lower()
    assert not [phrase for phrase in HARMFUL if phrase in text]


def test_a_long_story_fits_into_the_summary() -> None:
    told = tuple({"kind": "text", "text": "a" * 4096} for _ in range(20))
    turn = say(start(story=list(told)).dialogue, *(answer for answer in NOT_SAME_HOUSE[:-1] if " " not in answer))
    assert question_in(turn.messages[0].phrase).key == "ask-tell"
    turn = say(replace(turn.dialogue, step="send"), write("halo"))
    _readable(turn.messages[0])
