"""Process 2: the assessment (2.1), what others find (2.2-2.6), and the case report that concludes it (2.7).

Steps 2.4 to 2.6 are lost in the source; what stands here in their places is a proposal (R-02) and marked so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cases.advancing import Written, advance
from cases.alert import AlertRef
from cases.entries import rated
from cases.entry import EntryKind
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Outcome
from cases.profile import Profile
from cases.staff import Staff

#: As which kind of entry each step of process 2 is written down.
KINDS: Mapping[Action, EntryKind] = {
    Action.ASSESS: EntryKind.ASSESSMENT,
    Action.FURTHER: EntryKind.FURTHER,
    Action.REQUEST: EntryKind.FURTHER,
    Action.EXAMINED: EntryKind.FURTHER,
    Action.COMBINED: EntryKind.FURTHER,
    Action.RESULTS_TOLD: EntryKind.FURTHER,
    Action.CONCLUDE: EntryKind.CONCLUSION,
}
#: At these the risk is rated again: 2.1 is a contact, and 2.5 puts together what others have found.
RATED = frozenset({Action.ASSESS, Action.COMBINED})
#: Not in the source.
PROPOSED = frozenset({Action.EXAMINED, Action.COMBINED, Action.RESULTS_TOLD})


def record(
    scene: Scene,
    action: Action,
    written: Written,
    *,
    risk: str | None = None,
    reason: str = "",
    by: Staff,
    alert_ref: AlertRef,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """One step of process 2 was done. Raises NeedsConsent and NeedsStep as the table of moves says."""
    outcome = advance(scene, action, written, by=by, profile=profile, now=now)
    return rated(scene, outcome, risk=risk, reason=reason, by=by, alert_ref=alert_ref, profile=profile, now=now)
