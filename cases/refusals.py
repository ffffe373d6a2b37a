"""Why something was not done. Each refusal is a phrase that can be shown to who asked.

Refusal
├── NotAllowed      this role may not do that
├── WrongMoment     the case is not in a state for that
├── Changed         it is no longer as it was shown; look again
│   └── Taken       a colleague was first
├── NeedsReason     that is not done without a reason
├── HasShift        that person is on the rota at that time already
├── IsAway          that person is on leave at that time
├── NeedsAnother    a second person must agree, and it can't be the first
└── Unknown         there is no such thing, or none that you may know of
"""

from __future__ import annotations

from cases.phrases import Arg, Phrase


class Refusal(Exception):
    """Something was asked for that can't be done; `phrase` says why."""

    key = "refusal"

    def __init__(self, **args: Arg) -> None:
        super().__init__(self.key)
        self.phrase = Phrase(self.key, args)


class NotAllowed(Refusal):
    key = "refusal-not-allowed"


class WrongMoment(Refusal):
    key = "refusal-wrong-moment"


class Changed(Refusal):
    key = "refusal-changed"


class Taken(Changed):
    key = "refusal-taken"


class NeedsReason(Refusal):
    key = "refusal-needs-reason"


class NeedsAnother(Refusal):
    key = "refusal-needs-another"


class Unknown(Refusal):
    key = "refusal-unknown"


class HasShift(Refusal):
    key = "refusal-has-shift"


class IsAway(Refusal):
    key = "refusal-is-away"
