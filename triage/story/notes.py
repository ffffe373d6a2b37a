"""The proposals while a story is being read: the first word on a key stands."""

from triage.signals.words import Word
from triage.story.proposal import Proposed, Value

SEVERAL = "violence"  # the only key that may have more than one value


class Notes:
    """What has been proposed so far, each with its words."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text, self.words = text, words
        self.found: dict[tuple[str, Value], Proposed] = {}
        self.hints: dict[str, Proposed] = {}

    def note(self, key: str, value: Value, first: int, last: int) -> None:
        """Propose a value for a key by the words from `first` to `last`."""
        self.note_at(key, value, self.words[first].start, self.words[last].end)

    def note_at(self, key: str, value: Value, start: int, end: int) -> None:
        """Propose a value by where its words stand."""
        if key == SEVERAL or not self.has(key):
            self.found.setdefault((key, value), Proposed(key, value, self.text[start:end], start, end))

    def hint(self, key: str, value: Value, first: int, last: int) -> None:
        """Keep what is no fact by itself."""
        start, end = self.words[first].start, self.words[last].end
        self.hints.setdefault(key, Proposed(key, value, self.text[start:end], start, end))

    def has(self, key: str) -> bool:
        """Whether something is proposed for this key."""
        return any(known == key for known, _ in self.found)

    def value(self, key: str) -> Value | None:
        """What is proposed for this key."""
        return next((value for known, value in self.found if known == key), None)
