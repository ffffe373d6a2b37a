"""When something of a referral rings: until its receipt is confirmed, then on the days of coordination (rule 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from cases.case import Case, Status
from cases.outcome import Clock, Reminder
from cases.planning import day_of
from cases.profile import Profile
from cases.referral import Referral, ReferralState
from cases.routing import is_urgent

DAY = timedelta(days=1)
#: Half of the hour within which the receiver is telephoned, the whole of it, then every hour (R-14).
HALF, HOUR = timedelta(minutes=30), timedelta(hours=1)
#: Coordination with a receiver who has the person, where nobody has said when.
NEXT_AFTER = 14


def due_at(case: Case, referral: Referral) -> datetime:
    """Until when the receiver should have said that it has the person: 24 hours, in an emergency one (R-14)."""
    return referral.sent_at + (HOUR if is_urgent(case, referral) else DAY)


def out_of_quiet(moment: datetime, profile: Profile) -> datetime:
    """The moment, or the end of the quiet hours that it falls into."""
    local = profile.local(moment)
    start, end = profile.quiet_from, profile.quiet_until
    quiet = (start <= local.hour or local.hour < end) if start > end else start <= local.hour < end
    if not quiet:
        return moment
    morning = datetime.combine(local.date(), time(end), tzinfo=profile.zone)
    return morning if morning > moment else morning + DAY


def marks(case: Case, referral: Referral, profile: Profile) -> Iterator[datetime]:
    """The moments at which it is asked whether the receiver has the person, without end."""
    start = referral.sent_at
    if is_urgent(case, referral):
        yield start + HALF
        hours = 1
        while True:
            yield start + hours * HOUR
            hours += 1
    for mark in profile.referral_marks:
        yield out_of_quiet(start + timedelta(hours=mark), profile)
    last = start + timedelta(hours=profile.referral_marks[-1])
    while True:
        last += DAY
        yield out_of_quiet(last, profile)


def is_late(case: Case, referral: Referral, *, profile: Profile, now: datetime) -> bool:
    """Whether those who answer for the unit are told too: after the last mark, in an emergency after the hour."""
    if is_urgent(case, referral):
        return now >= referral.sent_at + HOUR
    return now >= referral.sent_at + timedelta(hours=profile.referral_marks[-1])


def coordination(referral: Referral, profile: Profile, *, now: datetime) -> datetime | None:
    """The next morning of coordination that is still to come; one that was missed comes back every third day."""
    if referral.next_on is None:
        return None
    ring = _morning(referral.next_on, profile)
    every = timedelta(days=profile.visit_overdue_days[-1])
    return ring if ring > now else ring + every * ((now - ring) // every + 1)


def is_neglected(referral: Referral, profile: Profile, *, now: datetime) -> bool:
    """Whether nobody has talked with who has the case as a whole for days after the day of coordination: as a visit
    that was not made, those who answer for the unit hear of it."""
    if referral.next_on is None or not referral.handover:
        return False
    return profile.local(now).date() >= referral.next_on + timedelta(days=profile.visit_overdue_days[-1])


def _morning(day: date, profile: Profile) -> datetime:
    return datetime.combine(day, time(profile.visit_morning), tzinfo=profile.zone)


def runs(case: Case, referral: Referral) -> bool:
    """Whether it rings: not once the case is closed or consent was taken back, but for what was sent after that."""
    if case.status is not Status.REFUSED:
        return case.is_open
    consent, entered = case.handling.consent, case.handling.entered_at
    # The refusal may be told later than it was given: what went out before it was told was asked with consent.
    refused_at = max((at for at in (entered, consent.at if consent is not None else None) if at), default=None)
    return refused_at is not None and referral.sent_at >= refused_at


def next_ring(case: Case, referral: Referral, *, profile: Profile, now: datetime) -> datetime | None:
    """When the referral is looked at again; None when nothing waits."""
    if not runs(case, referral):
        return None
    if referral.state is ReferralState.SENT:
        return next(mark for mark in marks(case, referral, profile) if mark > now)
    if referral.state is ReferralState.RECEIVED:
        return coordination(referral, profile, now=now)
    return None


def leaves_unheld(case: Case, referral: Referral) -> bool:
    """Whether the case is with others as a whole, and they have it no more: until it is closed, taken back or handed
    to somebody else, nobody looks after it."""
    return case.status is Status.ENTRUSTED and referral.handover and not referral.is_open


def unheld_ring(case: Case, referral: Referral, *, profile: Profile, now: datetime) -> Reminder:
    """When the leads are asked again what becomes of it: every morning, less often where the work there is done."""
    every = profile.visit_overdue_days[-1] if referral.state is ReferralState.ENDED else 1
    return Reminder(Clock.ASSIGNMENT, case.ref, _morning(profile.local(now).date() + every * DAY, profile))


def clock(case: Case, referral: Referral, *, profile: Profile, now: datetime) -> Reminder:
    """Its reminder as things stand."""
    return Reminder(Clock.REFERRAL, referral.ref, next_ring(case, referral, profile=profile, now=now))


def planned_contact(case: Case, referral: Referral, *, profile: Profile, now: datetime) -> Referral:
    """The referral with its next day of coordination. A case that is with others as a whole is followed by the visit
    plan of its risk (R-16): the receiver is asked instead of the victim, whom it is seeing."""
    today = profile.local(now).date()
    if not referral.handover:
        return replace(referral, next_on=today + timedelta(days=NEXT_AFTER))
    since = profile.local(referral.received_at or now).date()
    index = 0
    while (day := day_of(since, index, case.gravity, profile)) <= today:
        index += 1
    return replace(referral, next_on=day)
