"""What is no story: taking back, all is well, a joke, a mere question; and what only looks like one."""

from __future__ import annotations

import pytest

from bot.words import keys
from handlers.conversation.calm import calm, unheard, wordless
from handlers.conversation.engine import Answer, Kind
from handlers.conversation.remark_words import QUESTIONS, WHOLE
from handlers.conversation.remarks import TAKES_BACK, question_in, remark_in, tells
from tests.conversation.talking import NOW, world
from triage.signals import listen
from triage.story import propose

REMARKS: tuple[tuple[str, str], ...] = (
    ("batal", "cancel"),
    ("Batal kak", "cancel"),
    ("nda jadi", "cancel"),
    ("gak jadi lapor kak", "cancel"),
    ("maaf, tidak jadi", "cancel"),
    ("batalkan laporan saya", "cancel"),
    ("cancel", "cancel"),
    ("salah kirim", "mistake"),
    ("maaf salah kirim kak", "mistake"),
    ("maaf kepencet", "mistake"),
    ("salah pencet ji", "mistake"),
    ("Maaf, salah kirim. Sudah aman kok", "mistake"),
    ("sudah aman", "calmed"),
    ("sdh aman kak", "calmed"),
    ("Alhamdulillah sudah aman mi", "calmed"),
    ("sudah baikan kak", "calmed"),
    ("tes", "joke"),
    ("test test", "joke"),
    ("wkwkwk", "joke"),
    ("hahaha cuma iseng", "joke"),
    ("promo slot gacor hari ini", "joke"),
    ("🤣🤣", "joke"),
    ("terima kasih kak", "thanks"),
    ("oke, makasih banyak", "thanks"),
    ("terima kasih, tapi dia datang", ""),
    ("tolong, terima kasih", ""),
    # What tells something is heard as what it is.
    ("belum aman", ""),
    ("tidak aman", ""),
    ("sudah aman tapi dia masih di luar", ""),
    ("dia bilang batal cerai kalau saya pulang", ""),
    ("salah saya apa sampai dipukul", ""),
    ("dia pergi", ""),
    ("halo", ""),
    ("p", ""),
    ("", ""),
    ("tolong", ""),
    ("dia tes kesabaran saya", ""),
    ("suami saya ketawa wkwk sambil pukul saya", ""),
)

ASKED: tuple[tuple[str, str], ...] = (
    ("cara urus akta kelahiran di mana?", "papers"),
    ("mau buat KTP di mana kak", "papers"),
    ("syarat bikin kartu keluarga apa saja", "papers"),
    ("jam berapa buka?", "hours"),
    ("kantor buka jam brp kak", "hours"),
    ("apakah 24 jam?", "hours"),
    ("bayar gak?", "cost"),
    ("apakah identitas saya dirahasiakan?", "secret"),
    ("apa hak korban kdrt", "rights"),
    ("setelah lapor apa yang terjadi?", "course"),
    ("bagaimana prosesnya", "course"),
    ("kalau mau lapor kdrt ke mana?", "place"),
    ("alamat kantornya di mana", "place"),
    ("layanannya apa saja", "services"),
    ("ini nomor apa?", "services"),
    ("where can I report?", "place"),
    ("apa kabar", ""),
    ("dia di mana", ""),
    ("ktp saya", ""),
    ("", ""),
)

#: A question, or a story that ends in one.
TELLING: tuple[tuple[str, bool], ...] = (
    ("apa hak saya sebagai korban kdrt?", False),
    ("lapor kekerasan seksual ke mana?", False),
    ("cara urus akta di Masamba", False),
    ("saya dipukul suami, lapor ke mana?", True),
    ("anak saya dicabuli, apa haknya?", True),
    ("suami tahan KTP saya dan ancam bunuh saya, bagaimana urus KTP?", True),
)


@pytest.mark.parametrize(("text", "remark"), REMARKS)
def test_remarks(text: str, remark: str) -> None:
    assert remark_in(text) == remark


@pytest.mark.parametrize(("text", "topic"), ASKED)
def test_questions(text: str, topic: str) -> None:
    assert question_in(text) == topic


@pytest.mark.parametrize(("text", "story"), TELLING)
def test_a_question_is_no_story(text: str, story: bool) -> None:
    assert tells(propose(text, now=NOW)) is story


def test_no_entry_of_the_tables_is_danger() -> None:
    for entries in WHOLE.values():
        assert [entry for entry in entries if listen(entry).alarm] == []


@pytest.mark.parametrize(("remark", "entry"), [(remark, entry) for remark, all_ in WHOLE.items() for entry in all_])
def test_every_entry_is_heard(remark: str, entry: str) -> None:
    assert remark_in(entry) == remark


def test_everything_heard_has_an_answer() -> None:
    wanted = {f"answer-{topic}" for topic in QUESTIONS}
    wanted |= {f"remark-{one}{called}" for one in TAKES_BACK for called in ("", "-called")}
    wanted |= {f"withdrawn-{one}" for one in TAKES_BACK} | {"joke-heard"}
    assert wanted <= keys("id")


CALM: tuple[tuple[dict[str, object], bool], ...] = (
    ({}, True),
    ({"safe": "ya"}, True),
    ({"safe": "_skip"}, True),
    ({"kind": ["tanya"]}, True),
    ({"safe": "tidak"}, False),
    ({"urgent": "button"}, False),
    ({"_picks": {"now": ["dekat"]}}, False),
    ({"danger": ["luka"]}, False),
    ({"kind": ["pukul"]}, False),
    ({"_caught": [{"step": "kind", "value": ["pukul"], "tick": False, "also": {}}]}, False),
)


@pytest.mark.parametrize(("answers", "expected"), CALM)
def test_calm(answers: dict[str, object], expected: bool) -> None:
    assert calm(answers, world()) is expected


def test_a_voice_without_words_is_heard_by_nobody() -> None:
    assert wordless(Answer(Kind.VOICE, file_id="V"))
    assert not wordless(Answer(Kind.PHOTO, file_id="P", text="lihat"))
    assert not wordless(Answer(Kind.TEXT, text=""))
    told = {"story": [{"kind": "voice", "file_id": "V"}]}
    assert unheard(told)
    assert not unheard({**told, "safe": "ya"})
