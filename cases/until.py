"""Until when, in the few words that fit on a line: "kontak 1.8 · hari ini 14.00", "TERLAMBAT 2 hari"."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases.case import Case
from cases.deadlines import OpenStep
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.workdays import closes_at


def step_until(one: OpenStep, profile: Profile, *, now: datetime) -> Phrase:
    """What is to be done and until when."""
    name = short_name(one.step)
    if one.due_at is None:
        return says("step-no-time", step=name)
    return says("step-until", step=name, due=until_words(one.due_at, profile, now=now))


def unheld(case: Case, profile: Profile, *, now: datetime) -> Phrase:
    """That those to whom it was handed have it no more, and for how long somebody is to be found."""
    assert case.unheld_since is not None
    return says("case-unheld", due=until_words(case.unheld_since, profile, now=now))


def short_name(step: str) -> Phrase:
    """ "kontak 1.8"."""
    return says(f"step-{step.replace('.', '-')}")


def until_words(due_at: datetime, profile: Profile, *, now: datetime) -> Phrase:
    """Late by so much, today with its hour, tomorrow, or the day. The end of a working day needs no hour."""
    local, today = profile.local(due_at), profile.local(now).date()
    if due_at <= now:
        days = (today - local.date()).days
        hours = max(1, (now - due_at) // timedelta(hours=1))
        return says("due-late-days", count=str(days)) if days else says("due-late-hours", count=str(hours))
    if local.date() > today + timedelta(days=1):
        return says("due-day", day=local.date())
    key = "due-today" if local.date() == today else "due-tomorrow"
    at_end = due_at == closes_at(local.date(), profile)
    return says(key) if at_end else says(f"{key}-at", hour=f"{local:%H.%M}")
