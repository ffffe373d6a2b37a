"""Stretches of time and what can be done with them: laid together, cut out, turned inside out.

A cover is a sorted tuple of stretches that neither overlap nor touch; whatever comes out of here is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` on until before `end`."""

    start: datetime
    end: datetime


Cover = tuple[Span, ...]


def together(spans: Iterable[Span]) -> Cover:
    """All that is in any of them; what overlaps or touches becomes one."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def within(cover: Cover, span: Span) -> Cover:
    """What of a cover lies inside the stretch."""
    return together(Span(max(one.start, span.start), min(one.end, span.end)) for one in cover)


def without(cover: Cover, away: Iterable[Span]) -> Cover:
    """What is left of a cover once these stretches were cut out."""
    left = list(cover)
    for cut in together(away):
        left = [
            part
            for span in left
            for part in (Span(span.start, min(span.end, cut.start)), Span(max(span.start, cut.end), span.end))
            if part.start < part.end
        ]
    return together(left)


def holes(cover: Cover, span: Span) -> Cover:
    """What of the stretch the cover leaves open."""
    return without(together((span,)), cover)
