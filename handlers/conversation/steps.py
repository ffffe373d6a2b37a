"""What a question is, what an answer is, and what comes of hearing one. Only values, no behaviour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cases.dialogue import Dialogue
from cases.messages import Message, Panel, Style
from cases.phrases import Phrase
from cases.profile import Profile
from handlers.conversation.gazetteer import Gazetteer

Answers = Mapping[str, Any]

#: What a button can say beside the choices of its question.
SKIP = "_skip"
BACK = "_back"
DONE = "_done"
CANCEL = "_cancel"
MENU = "_menu"
WAIT = "_wait"
#: Behind it stands the number of a page of choices that do not fit on one screen.
PAGE = "_p"
#: Behind it stands the name of a question that is to be opened again.
EDIT = "e."


class Kind(StrEnum):
    """How somebody answered."""

    PRESS = "press"
    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True)
class Answer:
    """What somebody did: pressed a button of a question, wrote, or sent something.

    `attachment` is the ref under which a file that was sent will be kept.
    """

    kind: Kind
    step: str = ""
    choice: str = ""
    text: str = ""
    file_id: str = ""
    size: int = 0
    mime: str = ""
    unique_id: str = ""
    name: str = ""
    attachment: str = ""
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""


@dataclass(frozen=True)
class Choice:
    """One button of a question, and the words by which it can also be typed."""

    value: str
    label: Phrase
    words: tuple[str, ...] = ()
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Several:
    """Typed words that fit more than one value: they have to be asked."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """What a conversation may look up: the regency's own rules and the names of places."""

    profile: Profile
    places: Gazetteer


Choices = tuple[Choice, ...] | Callable[[Answers, World], tuple[Choice, ...]]


def always(answers: Answers) -> bool:
    """The question fits whatever was answered."""
    return True


@dataclass(frozen=True)
class Step:
    """One question. Its name stands in buttons and in kept answers: rename it and its answers are asked again.

    `many`: several may be chosen; `alone` are values that exclude all others and answer at once, `none` is the one
    that stands for "none of these" and is kept as an empty list. `read` understands what is typed (or sent, for the
    kinds in `takes`); `free`: any text is the answer; `wordy`: may also be read out of a long text. `keep` writes
    the answer where it belongs; `clears` are answers that no longer fit once this one has changed. `menu` is a second
    set of buttons; `waits` is said when somebody leaves the question for later; `past` replaces the question once
    it was answered, `left` when another one was opened instead; `label` stands before
    its answer wherever that is read later (else the question itself does). `private`: it asks who or where somebody
    is, or for a secret word, so question and answer disappear from the phone by themselves.
    """

    name: str
    ask: str | Callable[[Answers, World], Phrase]
    choices: Choices = ()
    many: bool = False
    none: str = ""
    alone: frozenset[str] = frozenset()
    read: Callable[[Answer, Answers, World], Any] | None = None
    shown: Callable[[Any, Answers, World], Phrase] | None = None
    takes: frozenset[Kind] = frozenset()
    free: bool = False
    wordy: bool = False
    optional: bool = True
    applies: Callable[[Answers], bool] = always
    keep: Callable[[Answers, Any, World], Answers] | None = None
    clears: tuple[str, ...] = ()
    columns: int = 1
    panel: Callable[[Answers], Panel] | None = None
    menu: Callable[[Answers, World], tuple[Choice, ...]] | None = None
    waits: str = ""
    past: str = ""
    left: str = ""
    label: str = ""
    private: bool | Callable[[Answers], bool] = False

    def offered(self, answers: Answers, world: World) -> tuple[Choice, ...]:
        """The choices as they stand after these answers."""
        return self.choices(answers, world) if callable(self.choices) else self.choices

    def hides(self, answers: Answers) -> bool:
        """Whether question and answer disappear from the phone by themselves."""
        return self.private(answers) if callable(self.private) else self.private

    def question(self, answers: Answers, world: World) -> Phrase:
        """The words of the question after these answers."""
        return self.ask(answers, world) if callable(self.ask) else Phrase(self.ask)


@dataclass(frozen=True)
class Flow:
    """One conversation: its questions and their order, which may depend on the answers.

    `story`: whatever is told or sent beside the questions is kept as part of a story. `urgent`: every question
    carries the red button. `cancel`: the form can be given up.
    """

    name: str
    steps: Mapping[str, Step]
    order: Callable[[Answers], tuple[str, ...]]
    story: bool = False
    urgent: bool = False
    cancel: bool = False


@dataclass(frozen=True)
class Turn:
    """What comes of hearing an answer. `answered` is the question that has just got a value, if one has."""

    dialogue: Dialogue
    messages: tuple[Message, ...]
    finished: bool = False
    answered: str = ""
    understood: bool = True


def table(*steps: Step) -> dict[str, Step]:
    """Questions by their names."""
    return {step.name: step for step in steps}


__all__ = ["Answer", "Answers", "Choice", "Flow", "Kind", "Several", "Step", "Turn", "World", "table"]
