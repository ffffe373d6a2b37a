"""Every phrase exists in every language, with the same gaps, in Telegram's own markup."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot.words import FOLDER, MissingText, keys, render
from cases.phrases import At, Phrase, Since, Until, says

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]
TAG = re.compile(r"</?([a-z]+)>")


class Gaps(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def texts(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = entry
    return found


def gaps(message: ast.Message) -> set[str]:
    visitor = Gaps()
    visitor.visit(message)
    return visitor.names


def test_both_languages_have_the_same_phrases_with_the_same_gaps() -> None:
    indonesian, english = texts("id"), texts("en")
    assert indonesian.keys() == english.keys()
    different = [key for key in indonesian if gaps(indonesian[key]) != gaps(english[key])]
    assert different == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_text_is_markup_that_telegram_reads(language: str) -> None:
    wrong = []
    for key, message in texts(language).items():
        spoken = render(Phrase(key, dict.fromkeys(gaps(message), "x")), language=language, zone=ZONE, now=NOW)
        open_tags: list[str] = []
        for tag in TAG.finditer(spoken):
            if tag.group(0).startswith("</"):
                if not open_tags or open_tags.pop() != tag.group(1):
                    wrong.append(key)
            else:
                open_tags.append(tag.group(1))
        if open_tags or {tag.group(1) for tag in TAG.finditer(spoken)} - {"b", "i", "u", "s", "code"}:
            wrong.append(key)
    assert wrong == []


def test_every_key_that_the_code_says_has_a_text() -> None:
    said = re.compile(r"""(?:says|Phrase)\(\s*"([a-z][\w-]*)\"""")
    missing = {
        (path.name, key)
        for folder in ("cases", "handlers", "bot")
        for path in (ROOT / folder).rglob("*.py")
        for key in said.findall(path.read_text(encoding="utf-8"))
        if key not in keys("id")
    }
    assert missing == set()


def shown(phrase: Phrase, *, markup: bool = True) -> str:
    return render(phrase, language="id", zone=ZONE, now=NOW, markup=markup)


def test_what_people_typed_is_shown_as_typed() -> None:
    phrase = says("case-story", number="LU-1", text='<b>x</b> & "y" </code><a href=tg://z>{0}%s')
    assert '&lt;b&gt;x&lt;/b&gt; &amp; "y" &lt;/code&gt;&lt;a href=tg://z&gt;{0}%s' in shown(phrase)
    assert shown(phrase, markup=False).startswith('Cerita · LU-1\n<b>x</b> & "y"')


def test_what_stands_beneath_begins_its_own_line() -> None:
    people = (says("card-acting", name="Fajar", until=date(2026, 3, 9)), says("card-file-korban"))
    args = dict.fromkeys(("mark", "number", "severity", "types", "kecamatan", "status", "manager", "consent"), "x")
    more = dict.fromkeys(("rights", "marks", "referrals", "police", "lines", "since", "safe"), "x")
    lines = shown(Phrase("case-now", {**args, **more, "people": people})).splitlines()
    assert [line[:9] for line in lines[-3:-1]] == ["Pengganti", "Berkas ko"]
    assert not [line for line in lines if line.strip().endswith(",")]


def test_a_long_story_is_shown_whole() -> None:
    story = "panjang sekali & lama " * 400
    assert shown(says("case-story", number="LU-1", text=story), markup=False).endswith(story.strip())


@given(st.text(max_size=200))
def test_no_typed_text_opens_a_tag(text: str) -> None:
    words = shown(says("case-story", number="LU-1", text=text))
    assert set(TAG.sub("", words)).isdisjoint("<")


TIMES = (
    (At(NOW), "14.03 WITA"),
    (At(NOW + timedelta(days=1)), "Sabtu, 21 November 14.03 WITA"),
    (Since(NOW - timedelta(minutes=3, seconds=59)), "3 menit"),
    (Since(NOW - timedelta(hours=5, minutes=2)), "5 jam 2 menit"),
    (Since(NOW - timedelta(days=2, hours=1)), "2 hari 1 jam"),
    (Since(NOW - timedelta(seconds=20)), "kurang dari 1 menit"),
    (Since(NOW - timedelta(hours=5, seconds=9)), "5 jam"),
    (Until(NOW + timedelta(hours=24)), "1 hari lagi"),
    (Until(NOW - timedelta(seconds=5)), "sekarang"),
    (Until(NOW - timedelta(minutes=10)), "terlambat 10 menit"),
    (date(2026, 12, 1), "Selasa, 1 Desember"),
)


@pytest.mark.parametrize(("value", "expected"), TIMES)
def test_times_are_said_as_people_say_them(value: At | Since | Until | date, expected: str) -> None:
    assert shown(Phrase("alert-kept", {"number": value})).startswith(expected)


LISTED = (
    (says("value-list", values=(says("kind-pukul"), says("kind-lain"))), "Dipukul atau disakiti badannya, Hal lain"),
    # A comma between parts that have commas of their own would hide where one ends.
    (
        says("value-list", values=(says("kind-hina"), says("kind-lain"))),
        "Dihina, dibentak, atau diancam; Hal lain",
    ),
)


@pytest.mark.parametrize(("phrase", "expected"), LISTED)
def test_a_list_shows_where_each_part_ends(phrase: Phrase, expected: str) -> None:
    assert render(phrase, language="id", zone=ZONE, now=NOW) == expected


def test_each_right_that_is_read_aloud_stands_on_its_own_line() -> None:
    read = tuple(says(f"right-{right}-read") for right in ("medis", "hukum", "aman"))
    words = render(says("ask-rtwhat", rights=read), language="id", zone=ZONE, now=NOW).splitlines()
    assert [line[0] for line in words if line[:1].isdigit()] == ["1", "3", "7"]


def test_each_try_to_find_somebody_stands_on_its_own_line() -> None:
    tries = tuple(says("try-line", day=date(2026, 11, day), how=says("ahow-visit")) for day in (1, 2))
    wish = says("one-sided-wish", number="N", ground="g", asker="A", reason="r", others="", attempts=tries)
    assert sum(line.startswith("•") for line in render(wish, language="id", zone=ZONE, now=NOW).splitlines()) == 2


def test_a_phrase_without_text_or_with_a_gap_is_found() -> None:
    with pytest.raises(MissingText):
        shown(says("no-such-phrase"))
    with pytest.raises(MissingText):
        shown(says("alert-kept"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_text_is_written_twice(language: str) -> None:
    """A second text of the same key would silently be the one that is read, or not."""
    every = [
        line.split(" =", 1)[0]
        for path in sorted((FOLDER / language).glob("*.ftl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"[a-zA-Z][\w-]* =", line)
    ]
    assert sorted(every) == sorted(set(every))
