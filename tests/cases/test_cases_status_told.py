"""What a reporter is told of how far things have come: a table of courses and the sentences that are true of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cases.status_told import SENTENCES, SHORT, UNSAID, Course, status_told

NOW = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)
AGO = timedelta(hours=2)
NEW = Course(received_at=NOW - AGO, contact_by=NOW + AGO, now=NOW, today=date(2026, 3, 4))
READ: dict[str, Any] = {"read_at": NOW - AGO}
DONE = {**READ, "contacted_at": NOW - AGO}
LATE = {"contact_by": NOW - AGO}
TODAY, YESTERDAY = date(2026, 3, 4), date(2026, 3, 3)
OVER = {"ended": True, "ended_at": NOW}

#: What is known → the sentences after "received".
TOLD: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    ({}, ("unread", "contact-by")),
    (LATE, ("unread", "contact-late")),
    ({**LATE, "reminded": True}, ("unread", "contact-late-told")),
    ({"wants_contact": False, **LATE}, ("unread", "quiet")),
    ({"called": True}, ("unread", "called", "contact-by")),
    ({**READ, "coming": True}, ("read", "coming", "contact-by")),
    (READ, ("read", "contact-by")),
    ({**READ, **LATE, "reminded": True}, ("read", "contact-late-told")),
    ({**DONE, **LATE, "reminded": True}, ("read", "contacted")),
    ({**DONE, "wants_contact": False}, ("read", "contacted")),
    ({**DONE, "carried": True}, ("read", "contacted", "carried")),
    ({**DONE, "carried": True, "visit_on": TODAY}, ("read", "contacted", "carried", "visit")),
    ({**DONE, "carried": True, "visit_on": YESTERDAY}, ("read", "contacted", "carried", "visit-late")),
    ({**DONE, "entrusted": True, "carried": True}, ("read", "contacted", "entrusted")),
    ({**DONE, **OVER, "visit_on": YESTERDAY}, ("read", "contacted", "ended")),
    # What has ended without anybody having spoken to them promises nothing any more.
    ({**READ, **LATE, **OVER}, ("read", "ended")),
    ({**LATE, **OVER}, ("ended",)),
)


@pytest.mark.parametrize(("known", "told"), TOLD)
def test_each_course_has_its_sentences(known: dict[str, Any], told: tuple[str, ...]) -> None:
    said = status_told(replace(NEW, **known), short=False)
    assert [phrase.key for phrase in said] == ["told-received", *(f"told-{key}" for key in told)]


@pytest.mark.parametrize("known", [known for known, _ in TOLD])
def test_who_tells_of_others_hears_one_of_three_things(known: dict[str, Any]) -> None:
    course = replace(NEW, **known)
    first, second = status_told(course, short=True)
    assert first.key == "told-received"
    where = "ended" if course.ended else "waits" if course.read_at is None else "handled"
    assert second.key == f"told-short-{where}"
    assert not second.args


def test_every_sentence_is_told_by_some_course() -> None:
    said = {
        phrase.key
        for known, _ in TOLD
        for short in (False, True)
        for phrase in status_told(replace(NEW, **known), short=short)
    }
    assert said == {sentence.key for sentence in (*SENTENCES, *SHORT)} - UNSAID
