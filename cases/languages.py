"""The languages in which people are spoken to."""

from __future__ import annotations

#: Everything is said in these.
WHOLE = ("id", "en")
#: Begun, to be checked by speakers: Tae' (ISO 639-3 rob) and Bugis. What they lack is said in the first of the whole.
BEGUN = ("rob", "bug")
LANGUAGES = (*WHOLE, *BEGUN)
