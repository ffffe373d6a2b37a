"""Why something was not done. Each refusal is a phrase that can be shown to who asked.

Refusal
├── NotAllowed      this role may not do that
├── WrongMoment     the case is not in a state for that
│   └── HelpIsOut   an emergency, or an officer who is out there, can't be closed away
├── Changed         it is no longer as it was shown; look again
│   └── Taken       a colleague was first
├── NeedsReason     that is not done without a reason
├── HasShift        that person is on the rota at that time already
├── IsAway          that person is on leave at that time
├── NeedsAnother    a second person must agree, and it can't be the first
├── NeedsConsent    there is no consent on paper
├── NeedsGuardian   a child without a guardian who is not the alleged offender
├── NeedsGround     that exception is not for this case
├── NeedsProof      the reason for an end without signature is not shown yet
├── NeedsStep       a step of the book that comes first was not done
├── NeedsReview     after the third round somebody must look at it first
├── NeedsSignature  the form of termination was not signed
├── NeedsCheck      a letter that nobody has checked yet
├── NoMediation     sexual violence is never mediated
├── MayNotStart     more than information is owed here
├── NotForOthers    this is the unit's own to handle
├── NotTogether     the alleged offender is not asked to the same table as the victim
├── NotRecovered    the plan is not carried out, or the victim not considered recovered
├── NeedsSearch     nobody has searched long enough to say that somebody can't be found
├── VoidRefusal     who is said to have done it has nothing to refuse
├── NotReceived     no institution has confirmed that it has this person, and how it ended
├── TooLate         an entry can be undone only for a short while
├── BuiltUpon       something was done since that rests on it
├── OutsideConsent  the victim has not agreed that this kind of institution is told
├── NeedsCompanion  a child or a vulnerable person does not go alone
├── NeedsTelling    the victim was not told where to and what for
├── IsOut           that person is on the way for this very case
├── StillCalls      an emergency is open here that the other case does not have
├── TooMany         so many were looked at in an hour
├── Incomplete      documents of the file are missing
├── Distrusted      whoever reported it may be the alleged offender, and is told nothing
├── StillOwed       the law, or somebody in danger, needs what was told
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


class Distrusted(Refusal):
    key = "refusal-distrusted"


class StillOwed(Refusal):
    key = "refusal-still-owed"


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


class NeedsConsent(Refusal):
    key = "refusal-needs-consent"


class NeedsGuardian(Refusal):
    key = "refusal-needs-guardian"


class NeedsGround(Refusal):
    key = "refusal-needs-ground"


class NeedsProof(Refusal):
    key = "refusal-needs-proof"


class NeedsStep(Refusal):
    key = "refusal-needs-step"


class NeedsReview(Refusal):
    key = "refusal-needs-review"


class NeedsSignature(Refusal):
    key = "refusal-needs-signature"


class NeedsCheck(Refusal):
    key = "refusal-needs-check"


class NoMediation(Refusal):
    key = "refusal-no-mediation"


class MayNotStart(Refusal):
    key = "refusal-may-not-close"


class NotForOthers(Refusal):
    key = "refusal-not-for-others"


class OutsideConsent(Refusal):
    key = "refusal-outside-consent"


class NeedsCompanion(Refusal):
    key = "refusal-needs-companion"


class NeedsTelling(Refusal):
    key = "refusal-needs-telling"


class Incomplete(Refusal):
    key = "refusal-incomplete"


class NotTogether(Refusal):
    key = "refusal-not-together"


class NotRecovered(Refusal):
    key = "refusal-not-recovered"


class NeedsSearch(Refusal):
    key = "refusal-needs-search"


class VoidRefusal(Refusal):
    key = "refusal-void"


class NotReceived(Refusal):
    key = "refusal-not-received"


class HelpIsOut(WrongMoment):
    key = "refusal-help-is-out"


class TooLate(Refusal):
    key = "refusal-too-late"


class BuiltUpon(Refusal):
    key = "refusal-built-upon"


class IsOut(Refusal):
    key = "refusal-is-out"


class StillCalls(Refusal):
    key = "refusal-still-calls"


class TooMany(Refusal):
    key = "refusal-too-many"
