"""The story fills the form: `propose(text, now=…)` gives facts to confirm, each with the words it came from."""

from triage.story.proposal import Proposal, Proposed, Value
from triage.story.telling import propose

__all__ = ["Proposal", "Proposed", "Value", "propose"]
