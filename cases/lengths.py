"""How long something took, in as many words as matter."""

from __future__ import annotations

from datetime import timedelta

from cases.phrases import Phrase, says

MINUTE, HOUR, DAY = 60, 3600, 86400


def length(span: timedelta) -> Phrase:
    """ "1,2 dtk", "2 mnt 10 dtk", "3 jam 5 mnt", "2 hari 1 jam"; nothing takes less than no time."""
    tenths = max(0, round(span / timedelta(milliseconds=100)))
    seconds = tenths // 10
    if seconds < MINUTE:
        return says("length-seconds", whole=str(seconds), tenth=str(tenths % 10))
    if seconds < HOUR:
        return says("length-minutes", minutes=str(seconds // MINUTE), seconds=str(seconds % MINUTE))
    if seconds < DAY:
        return says("length-hours", hours=str(seconds // HOUR), minutes=str(seconds % HOUR // MINUTE))
    return says("length-days", days=str(seconds // DAY), hours=str(seconds % DAY // HOUR))
