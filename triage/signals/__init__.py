"""Danger signals in free text: `listen(text)` says what was heard, in which words, and whether to wake somebody."""

from triage.signals.ear import listen
from triage.signals.heard import NAMES, Heard, Name, Signal

__all__ = ["NAMES", "Heard", "Name", "Signal", "listen"]
