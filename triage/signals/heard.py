"""What was heard in a message: values that say which words were the reason."""

from dataclasses import dataclass
from typing import Literal, get_args

Name = Literal[
    "ongoing_now",
    "offender_near",
    "severe_injury",
    "weapon",
    "strangulation",
    "death_threat",
    "suicidal",
    "confined",
    "sexual_recent",
    "child_alone",
    "trafficking",
    "forced_marriage",
    "plea",
]
NAMES: tuple[Name, ...] = get_args(Name)
Reason = Literal["rule", "weights", "calm"]


@dataclass(frozen=True, slots=True)
class Signal:
    """One danger heard, with the words that say it: `text[start:end]` is `words`.

    `sure`: strong enough to put it to the person as a fact; the others are told to the officer only.
    """

    name: Name
    words: str
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything heard in one message.

    `alarm`: somebody is in danger now or needs help within the day. `words` are the stretches of the
    message that made the alarm (or would have), as (start, end). `score` is above 0 where the weights
    alone would raise the alarm. `reason` says what decided.
    """

    alarm: bool
    signals: tuple[Signal, ...]
    words: tuple[tuple[int, int], ...]
    score: float
    reason: Reason

    def has(self, name: Name) -> bool:
        """Whether this signal was heard."""
        return any(signal.name == name for signal in self.signals)
