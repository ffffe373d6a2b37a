"""What somebody chose on safe contact, in words: for themselves, and for who is to call or write to them."""

from __future__ import annotations

from datetime import datetime

from cases.phrases import Phrase, says
from cases.safe_contact import SafeContact, is_at_hours


def stretch_words(stretch: tuple[int, int]) -> Phrase:
    return says("rota-hours", start=f"{stretch[0]:02}.00", end=f"{stretch[1]:02}.00")


def hours_words(safe: SafeContact) -> Phrase:
    """The stretches, or any hour."""
    if not safe.hours:
        return says("safety-any-hour")
    return says("value-list", values=tuple(stretch_words(stretch) for stretch in _joined(safe.hours)))


def _joined(hours: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Stretches that touch are said as one."""
    whole: list[tuple[int, int]] = []
    for begin, end in sorted(hours):
        before = whole[-1] if whole else None
        if before is not None and before[0] < before[1] and begin <= before[1] and begin < end:
            whole[-1] = (before[0], max(before[1], end))
        else:
            whole.append((begin, end))
    return tuple(whole)


def for_caller(safe: SafeContact, now: datetime) -> Phrase:
    """One line for who is about to call: when it is safe, whether that is now, and that there is a word in the file.
    No word stands in it."""
    if safe == SafeContact():
        return says("nothing")
    if safe.first is False:
        return says("safety-not-first")
    outside = says("nothing") if is_at_hours(safe, now) else says("safety-outside")
    proof = says("safety-proof-in-file") if safe.proof else says("nothing")
    return says("safety-caller", hours=hours_words(safe), outside=outside, proof=proof)


def in_file(safe: SafeContact, now: datetime) -> tuple[Phrase, ...]:
    """What the holder of the case must know before reaching for the telephone, the word of proof too."""
    if safe == SafeContact():
        return ()
    outside = says("nothing") if is_at_hours(safe, now) else says("safety-outside")
    lines = [
        says(f"safety-file-first-{_yes(safe.first)}"),
        says("safety-file-hours", hours=hours_words(safe), outside=outside),
    ]
    if safe.proof:
        lines.append(says("safety-file-proof", word=safe.proof))
    if safe.otherwise:
        lines.append(says("safety-file-else", what=says(f"selse-{safe.otherwise}")))
    return tuple(lines)


def in_card(safe: SafeContact, *, child: bool) -> tuple[Phrase, ...]:
    """What stands, for the person: the words themselves are not said."""
    lines = [says(f"safety-first-{_yes(safe.first)}")]
    if safe.first:
        lines += [
            says("safety-hours", hours=hours_words(safe)),
            says("safety-cover", cover=says(f"scover-{safe.cover}") if safe.cover else says("safety-not-chosen")),
            says(f"safety-news-{'ya' if safe.news else 'tidak'}"),
        ]
    lines.append(says(f"safety-proof-{'ya' if safe.proof else 'tidak'}"))
    if safe.otherwise:
        lines.append(says("safety-else", what=says(f"selse-{safe.otherwise}")))
    if not child:
        lines.append(says(f"safety-decoy-{'ya' if safe.decoy else 'tidak'}"))
    return tuple(lines)


def _yes(value: bool | None) -> str:
    return "belum" if value is None else "ya" if value else "tidak"
