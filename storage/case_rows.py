"""How a case and the things of a case become rows: which of it is plain, which a blind index, and all of it sealed.

The table `KINDS` is what `record` walks: a new kind of thing is a row of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from cases.alert import Alert
from cases.board import earliest, rank, visit_until
from cases.case import Case
from cases.entry import Entry
from cases.identity import keys
from cases.letter import Letter
from cases.line import Line
from cases.party import Party
from cases.referral import Referral
from cases.talk import Talk
from cases.visit import Visit
from storage.case_files import body_place
from storage.desk import Both
from storage.encoding import write
from storage.sealing import Seal, Seals
from storage.tables import (
    NEVER,
    AlertRow,
    CaseRow,
    EntryRow,
    LetterRow,
    LineRow,
    PartyRow,
    ReferralRow,
    TalkRow,
    VisitRow,
)

Values = dict[str, Any]
OfCase = Alert | Visit | Entry | Party | Referral | Letter | Line | Talk


def put_row(row: Any, *columns: str) -> Both:
    """Insert the row, or change it if it still has the version before this one."""

    def build(insert_into: Any) -> Any:
        made = insert_into(row)
        changed = {column: made.excluded[column] for column in (*columns, "version", "body")}
        unchanged = row.version == made.excluded.version - 1
        return made.on_conflict_do_update(index_elements=("ref",), set_=changed, where=unchanged)

    return Both(build(sqlite.insert), build(postgresql.insert))


PUT_CASE = put_row(
    CaseRow, "reporter", "status", "risk", "emergency", "manager", "acting", "contacted", "due_at", "next_at", "rank"
)


def case_row(case: Case, seal: Seal, seals: Seals, visit_on: date | None) -> Values:
    """A case with its place in the lists; `visit_on` is the day of its planned visit."""
    visit_by = None if visit_on is None else visit_until(visit_on)
    return {
        "ref": case.ref,
        "number": case.number,
        "reporter": None if case.reporter is None else seals.chat_index(case.reporter),
        "status": str(case.status),
        "risk": case.risk,
        "emergency": case.emergency,
        "manager": case.manager,
        "acting": case.acting,
        "contacted": case.contacted_at is not None,
        "reported_at": case.reported_at,
        "due_at": case.due_at,
        "next_at": earliest(case.due_at, visit_by) or NEVER,
        "rank": rank(case),
        **_body("case", case, seal),
    }


def _alert(alert: Alert, seals: Seals) -> Values:
    return {
        "state": str(alert.state),
        "needs_outreach": alert.needs_outreach,
        "raised_at": alert.raised_at,
        "taken_by": alert.taken_by,
    }


def _visit(visit: Visit, seals: Seals) -> Values:
    return {"nth": visit.nth, "state": str(visit.state), "due_on": visit.due_on}


def _entry(entry: Entry, seals: Seals) -> Values:
    return {}


def _party(party: Party, seals: Seals) -> Values:
    found_by = {by: party_index(seals, by, key) if key else None for by, key in keys(party).items()}
    return {"kind": str(party.kind), **found_by}


def _referral(referral: Referral, seals: Seals) -> Values:
    return {
        "agency": agency_index(seals, referral.agency),
        "state": str(referral.state),
        "sent_at": referral.sent_at,
        "sent_by": referral.sent_by,
    }


def _letter(letter: Letter, seals: Seals) -> Values:
    return {"made_at": letter.made_at}


def _line(line: Line, seals: Seals) -> Values:
    # A line that was closed is found by nobody's chat.
    return {"chat": seals.chat_index(line.chat) if line.open else None}


def _talk(talk: Talk, seals: Seals) -> Values:
    return {
        "chat": seals.chat_index(talk.chat),
        "state": str(talk.state),
        "waits_for": talk.waits_for,
        "at": talk.at,
    }


def party_index(seals: Seals, by: str, key: str) -> bytes:
    """The blind index by which a person is found again."""
    return seals.index(f"party-{by}|{key}")


def agency_index(seals: Seals, key: str) -> bytes:
    """The blind index of an institution."""
    return seals.index(f"agency|{key}")


def _body(table: str, thing: Case | OfCase, seal: Seal) -> Values:
    version = thing.version + 1
    return {"version": version, "body": seal.close(write(thing), body_place(table, thing.ref, version))}


@dataclass(frozen=True)
class Sort:
    """One kind of thing that a case can have. `part` is its place in an outcome."""

    part: str
    put: Both
    versions: Select[Any]
    _plain: Callable[[Any, Seals], Values]

    def row(self, thing: OfCase, seal: Seal, seals: Seals) -> Values:
        """The thing as it is written down."""
        table = type(thing).__name__.lower()
        return {"ref": thing.ref, "case_ref": thing.case, **self._plain(thing, seals), **_body(table, thing, seal)}


def _sort(part: str, row: Any, plain: Callable[[Any, Seals], Values], *changing: str) -> Sort:
    versions = select(row.ref, row.version).where(row.ref.in_(bindparam("refs", expanding=True)))
    return Sort(part, put_row(row, *changing), versions, plain)


ALERT = _sort("alerts", AlertRow, _alert, "state", "taken_by")
KINDS = (
    ALERT,
    _sort("visits", VisitRow, _visit, "state", "due_on"),
    _sort("parties", PartyRow, _party, "kind", "name", "phone", "nik"),
    _sort("entries", EntryRow, _entry),
    # With a joined report its referrals go along.
    _sort("referrals", ReferralRow, _referral, "case_ref", "agency", "state"),
    _sort("letters", LetterRow, _letter),
    _sort("lines", LineRow, _line, "chat"),
    _sort("talks", TalkRow, _talk, "state", "waits_for", "at"),
)
