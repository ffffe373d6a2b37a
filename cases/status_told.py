"""What became of a report, in the plain words of whoever told it: one sentence after the other, as far as it has come.

No officer's name, no place, no risk. Of a report that was told about somebody else, or by who may be accused, only
that it was received, is being handled, has ended: what is done for the victim is the victim's to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from cases.alert import Alert
from cases.case import HANDLED, Case, Status
from cases.outcome import Event, EventKind, Look
from cases.phrases import Arg, At, Phrase
from cases.profile import Profile
from cases.reports import contact_due
from cases.visit import Visit

#: Who tells of themselves; everybody else gets the short form.
VICTIMS = frozenset({"sp", "sl", "sa"})
#: By these somebody of the unit has read what was told, at the latest.
READ = frozenset(
    {
        EventKind.ALERT_TAKEN,
        EventKind.DECISION_CONFIRMED,
        EventKind.CASE_ASSIGNED,
        EventKind.CONTACT_RECORDED,
        EventKind.OUTREACH_RECORDED,
    }
)


@dataclass(frozen=True)
class Course:
    """How far a report has come, as its history and its clocks say it."""

    received_at: datetime
    contact_by: datetime
    now: datetime
    today: date
    read_at: datetime | None = None
    contacted_at: datetime | None = None
    wants_contact: bool = True
    reminded: bool = False
    called: bool = False
    coming: bool = False
    carried: bool = False
    entrusted: bool = False
    visit_on: date | None = None
    ended: bool = False
    ended_at: datetime | None = None

    @property
    def late(self) -> bool:
        return self.now > self.contact_by


def is_victims_own(case: Case) -> bool:
    """Whether the victim told it, and is accused of nothing; and whether it is a case by itself."""
    accused = "tuduh" in (case.answers.get("law") or ()) or "tahan" in (case.answers.get("law") or ())
    return case.answers.get("who") in VICTIMS and not (accused or case.distrusted) and case.joined_to is None


def course_of(
    case: Case,
    *,
    events: Iterable[Event],
    looks: Iterable[Look],
    alert: Alert | None,
    visit: Visit | None,
    handled: bool,
    profile: Profile,
    now: datetime,
) -> Course:
    """How far it has come. `handled`: somebody is still at work on it, in this case or where it was joined to."""
    events = tuple(events)
    read = [event.at for event in events if event.kind in READ] + [look.at for look in looks]
    rung = [event for event in events if event.kind is EventKind.CONTACT_RANG]
    urgent = alert is not None and alert.is_open and alert.needs_outreach
    return Course(
        received_at=case.reported_at,
        contact_by=contact_due(case),
        now=now,
        today=profile.local(now).date(),
        read_at=min(read, default=None),
        contacted_at=case.contacted_at,
        wants_contact=case.answers.get("contact") != "jangan",
        reminded=any(event.told.get("percent", 0) >= profile.contact_marks[-1] for event in rung),
        called=urgent and alert is not None and alert.taken_by is None,
        coming=urgent and alert is not None and alert.taken_by is not None,
        carried=case.status in HANDLED and handled,
        entrusted=case.status is Status.ENTRUSTED,
        visit_on=visit.due_on if visit is not None else None,
        ended=not handled,
        ended_at=case.closed_at,
    )


@dataclass(frozen=True)
class Sentence:
    """One sentence, and when it is true. Of an `either` only the first that is true is said."""

    key: str
    true: Callable[[Course], bool]
    args: Callable[[Course], dict[str, Arg]] = lambda course: {}
    either: str = ""


def _by(course: Course) -> dict[str, Arg]:
    return {"by": At(course.contact_by)}


def _ended(course: Course) -> dict[str, Arg]:
    return {"at": At(course.ended_at)} if course.ended_at is not None else {}


SENTENCES: tuple[Sentence, ...] = (
    Sentence("told-received", lambda c: True, lambda c: {"at": At(c.received_at)}),
    Sentence("told-read", lambda c: c.read_at is not None, lambda c: {"at": At(c.read_at or c.now)}),
    Sentence("told-unread", lambda c: c.read_at is None and not c.ended),
    Sentence("told-called", lambda c: c.called, either="help"),
    Sentence("told-coming", lambda c: c.coming, either="help"),
    Sentence(
        "told-contacted",
        lambda c: c.contacted_at is not None,
        lambda c: {"at": At(c.contacted_at or c.now)},
        either="contact",
    ),
    Sentence("told-contact-over", lambda c: c.ended, either="contact"),
    Sentence("told-quiet", lambda c: not c.wants_contact, either="contact"),
    Sentence("told-contact-late-told", lambda c: c.late and c.reminded, _by, either="contact"),
    Sentence("told-contact-late", lambda c: c.late, _by, either="contact"),
    Sentence("told-contact-by", lambda c: True, _by, either="contact"),
    Sentence("told-entrusted", lambda c: c.entrusted and not c.ended, either="who"),
    Sentence("told-carried", lambda c: c.carried, either="who"),
    Sentence(
        "told-visit-late",
        lambda c: c.visit_on is not None and c.visit_on < c.today and not c.ended,
        lambda c: {"day": c.visit_on or c.today},
        either="visit",
    ),
    Sentence(
        "told-visit",
        lambda c: c.visit_on is not None and not c.ended,
        lambda c: {"day": c.visit_on or c.today},
        either="visit",
    ),
    Sentence("told-ended", lambda c: c.ended and c.ended_at is not None, _ended),
)
#: Nothing to say: the same report has ended, and nobody will get in touch for it.
UNSAID = frozenset({"told-contact-over"})
SHORT: tuple[Sentence, ...] = (
    Sentence("told-received", lambda c: True, lambda c: {"at": At(c.received_at)}),
    Sentence("told-short-ended", lambda c: c.ended, either="where"),
    Sentence("told-short-waits", lambda c: c.read_at is None, either="where"),
    Sentence("told-short-handled", lambda c: True, either="where"),
)


def status_told(course: Course, *, short: bool) -> tuple[Phrase, ...]:
    """The sentences that are true, in the order in which things happen."""
    told: list[Phrase] = []
    said: set[str] = set()
    for sentence in SHORT if short else SENTENCES:
        if sentence.either in said or not sentence.true(course):
            continue
        said |= {sentence.either} - {""}
        if sentence.key not in UNSAID:
            told.append(Phrase(sentence.key, sentence.args(course)))
    return tuple(told)
