"""Danger in what people write is looked for in every message, at any step, before anything else."""

from __future__ import annotations

from handlers.conversation.engine import Answer, Kind
from triage.signals import listen

WITH_WORDS = frozenset(Kind) - {Kind.PRESS}


def danger_in(answer: Answer) -> tuple[str, ...]:
    """The words in which danger was heard; none means that no alarm is to be raised by this message."""
    if answer.kind not in WITH_WORDS or not answer.text.strip():
        return ()
    heard = listen(answer.text)
    if not heard.alarm:
        return ()
    return tuple(dict.fromkeys(signal.words for signal in heard.signals)) or (answer.text[:60],)
