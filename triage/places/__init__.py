"""Places in free text: `find(text)` gives Kemendagri codes, countries, or candidates to ask about."""

from triage.places.finding import find
from triage.places.place import Candidate, Kind, Place

__all__ = ["Candidate", "Kind", "Place", "find"]
