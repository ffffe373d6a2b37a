"""How somebody may be written to without danger: whether we may begin, when, under which cover, and by which word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

#: So long after somebody's own last message the phone counts as in their hand: what we say then is an answer.
IN_CHAT = timedelta(minutes=15)


@dataclass(frozen=True)
class SafeContact:
    """What a person chose. `first`: whether we may write first (None: not asked yet, which means no).

    `hours` are stretches of local whole hours, (8, 12) or over midnight (22, 5); none at all means any hour. `cover`
    names what our unasked lines look like (a key of the covers), `proof` is the word by which both know each other,
    `otherwise` what is to be done if somebody else answers. `news`: changes may be told unasked, within all this.
    `decoy` opens a harmless chat; with `alarm` it also calls for help without a word.
    """

    first: bool | None = None
    hours: tuple[tuple[int, int], ...] = ()
    cover: str = ""
    proof: str = ""
    otherwise: str = ""
    news: bool = False
    decoy: str = ""
    alarm: bool = False
