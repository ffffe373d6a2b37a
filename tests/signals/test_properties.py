"""Whatever is written, the ear answers, and points into the text."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from triage.signals import NAMES, listen
from triage.signals.scope import negated
from triage.signals.train.messages import read_folder
from triage.signals.words import cut

WORDS = st.sampled_from(
    [
        "tolong",
        "tidak",
        "dipukul",
        "dicekik",
        "suami",
        "bapak",
        "parang",
        "mati",
        "lampu",
        "sekarang",
        "dulu",
        "kalau",
        "film",
        "bunuh",
        "diri",
        "di",
        "depan",
        "pintu",
        "saya",
        "nda",
        "ka",
        "mi",
        "ji",
        "🆘",
        "🔪",
        "1998",
        "kk",
        "td",
        "skrg",
    ]
)
STORIES = st.lists(WORDS, max_size=30).map(" ".join)
ALARMING = [one.text for one in read_folder() if one.alarm and len(one.text) > 40]


@given(st.text(max_size=300) | STORIES)
def test_any_text_is_answered(text: str) -> None:
    heard = listen(text)
    assert heard == listen(text)
    assert bool(heard.words) == heard.alarm
    assert not heard.alarm or heard.signals
    for start, end in heard.words:
        assert 0 <= start < end <= len(text)
    for signal in heard.signals:
        assert signal.name in NAMES
        assert text[signal.start : signal.end] == signal.words
        assert signal.words


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    words = cut(text)
    assert len(negated(words)) == len(words)
    assert all(0 <= word.start < word.end <= len(text) and word.written and word.root for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@settings(max_examples=60)
@given(
    st.sampled_from(ALARMING), st.sampled_from([str.upper, str.title, "  {}  ".format, "{}!!!".format, "“{}”".format])
)
def test_capitals_and_punctuation_change_nothing(text: str, change: object) -> None:
    assert callable(change)
    assert listen(change(text)).alarm == listen(text).alarm


def test_typing_mistakes_rarely_silence_an_alarm() -> None:
    """One doubled letter in every third word: at least 95 in 100 alarms are still heard."""
    texts = [text for text in ALARMING if listen(text).alarm][:400]
    heard = sum(listen(_stuttered(text)).alarm for text in texts)
    assert heard >= 0.95 * len(texts)


def _stuttered(text: str) -> str:
    words = text.split()
    for at in range(0, len(words), 3):
        word = words[at]
        if len(word) > 3 and word[-1] in string.ascii_letters:
            words[at] = word + word[-1]
    return " ".join(words)
