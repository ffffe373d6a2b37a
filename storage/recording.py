"""The one verb: an outcome becomes rows, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy import case as sql_case

from cases.alert import Alert
from cases.attaching import let_go, of_cases
from cases.attachment import Attachment
from cases.board import visit_until
from cases.case import Case, CaseRef
from cases.leaving import DISGUISE, harmless
from cases.messages import Message
from cases.outcome import Event, Judgement, Look, Outcome
from cases.refusals import Changed, Unknown
from cases.visit import Visit, VisitState
from storage.attachments import AttachmentWork
from storage.case_files import VERSION, event_place, judgement_place
from storage.case_rows import ALERT, KINDS, PUT_CASE, Sort, case_row
from storage.encoding import write, write_free
from storage.outbox import OutboxWork
from storage.pages import PageDesk
from storage.problems import Forgotten
from storage.receipts import ReceiptWork
from storage.sealing import Seal
from storage.tables import (
    NEVER,
    CaseKeyRow,
    CaseRow,
    DialogueRow,
    EventRow,
    ExclusionRow,
    JudgementRow,
    LookRow,
    VisitRow,
    one_of,
)

Values = dict[str, Any]

# Locking the case makes all that is recorded about it wait its turn on PostgreSQL, in the order of refs, so that
# two never wait for each other. Both rows are named: only locked rows are read in their latest state.
_CASES = (
    select(CaseRow.ref, CaseRow.version, CaseKeyRow.wrapped)
    .join(CaseKeyRow, CaseKeyRow.case_ref == CaseRow.ref)
    .where(CaseRow.ref.in_(bindparam("refs", expanding=True)), CaseKeyRow.wrapped.is_not(None))
    .order_by(CaseRow.ref)
    .with_for_update(key_share=True, of=[CaseRow, CaseKeyRow])
)
_EVENTS_SO_FAR = (
    select(EventRow.case_ref, func.max(EventRow.seq))
    .where(EventRow.case_ref.in_(bindparam("refs", expanding=True)))
    .group_by(EventRow.case_ref)
)


_PLANNED = select(VisitRow.ref, VisitRow.case_ref, VisitRow.due_on).where(
    VisitRow.case_ref.in_(bindparam("refs", expanding=True)), one_of(VisitRow.state, "planned")
)
_MOVE = (
    update(CaseRow)
    .where(CaseRow.ref == bindparam("of_case"))
    .values(next_at=sql_case((CaseRow.due_at < bindparam("until"), CaseRow.due_at), else_=bindparam("until")))
)
_SHOW = delete(ExclusionRow).where(ExclusionRow.case_ref.in_(bindparam("refs", expanding=True)))
_HIDE = insert(ExclusionRow)
_DISGUISED = select(DialogueRow.chat).where(
    DialogueRow.chat.in_(bindparam("chats", expanding=True)), DialogueRow.flow == DISGUISE
)
_ADD_KEY = insert(CaseKeyRow)
_ADD_EVENT = insert(EventRow)
_ADD_JUDGEMENT = insert(JudgementRow)
_ADD_LOOK = insert(LookRow)


@dataclass(frozen=True)
class _Files:
    """The cases an outcome is about: their seals, the versions they stand at, and the keys of new ones."""

    seals: Mapping[str, Seal]
    versions: Mapping[str, int]
    new_keys: Mapping[str, tuple[bytes, int]]


class RecordWork(AttachmentWork, OutboxWork, PageDesk, ReceiptWork):
    """What a unit of work can do with an outcome."""

    async def record(self, outcome: Outcome, *, now: datetime) -> None:
        """Write everything that was decided. Of several values of one thing the last is written.

        Raises Changed when a case, or a thing of one, is no longer what the outcome was decided on, and Unknown when
        its case is not there; nothing is written then, so that the unit of work can go on with another outcome.
        """
        cases = _latest(outcome.cases)
        things = [(kind, _latest(getattr(outcome, kind.part))) for kind in KINDS]
        about = {case.ref for case in cases} | {thing.case for _, found in things for thing in found}
        about |= {event.case for event in outcome.events} | {one.case for one in outcome.judgements}
        files_sent = await self._attached(outcome)
        about |= {CaseRef(one.case) for one in files_sent if one.case}
        about |= {one.case for one in outcome.receipts} | {one.case for one in outcome.invitations}
        files = await self._files(cases, sorted(about))
        if about - files.seals.keys():
            raise Unknown
        _compare(cases, files.versions)
        for kind, found in things:
            await self._compare_stored(kind, found)
        if files_sent:
            _compare(files_sent, await self._attachment_versions(one.ref for one in files_sent))
        # Sealed before the first row is written: what can't be written down leaves nothing half done.
        planned = await self._planned(outcome.visits, {case.ref for case in cases} - files.new_keys.keys())
        case_rows = [case_row(case, files.seals[case.ref], self._seals, planned.get(case.ref)) for case in cases]
        rows = [(kind, [kind.row(one, files.seals[one.case], self._seals) for one in found]) for kind, found in things]
        stands = {**files.versions, **{case.ref: case.version + 1 for case in cases}}
        event_rows = await self._event_rows(outcome.events, files, stands)
        judgement_rows = [_judgement_row(one, files.seals[one.case]) for one in outcome.judgements]

        new = files.new_keys.items()
        await self._change_all(self._said(PUT_CASE), case_rows)
        await self._change_all(_ADD_KEY, [{"case_ref": r, "wrapped": k, "slot": n} for r, (k, n) in new])
        await self._hide(cases)
        for kind, put in rows:
            await self._change_all(self._said(kind.put), put)
        await self._put_attachments(files_sent, files.seals, now=now)
        await self._let_go(let_go(outcome))
        await self._move_in_lists({visit.case for visit in outcome.visits} - {case.ref for case in cases}, planned)
        await self._change_all(_ADD_EVENT, event_rows)
        await self._change_all(_ADD_JUDGEMENT, judgement_rows)
        await self._change_all(_ADD_LOOK, [_look_row(look) for look in outcome.looks])
        await self._keep_receipts(outcome.receipts, files.seals)
        await self._keep_invitations(outcome.invitations, files.seals)
        await self._keep_dialogues(outcome.dialogues, now=now)
        await self._set_reminders(outcome.reminders)
        await self._talks_wait(outcome.talks, now=now)
        said = await self._let_through(await self._in_disguise(outcome.messages), now=now)
        await self._post(said, case_ref=_only_case(about, outcome), now=now)
        await self._write_pages(outcome.pages, now=now)

    async def _attached(self, outcome: Outcome) -> tuple[Attachment, ...]:
        """The files of the outcome, and those sent before that now belong to a case."""
        named = of_cases(outcome)
        sent = {one.ref: replace(one, case=one.case or named.get(one.ref, "")) for one in outcome.attachments}
        before = await self._adopted({ref: case for ref, case in named.items() if ref not in sent})
        return (*sent.values(), *before)

    async def _in_disguise(self, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """What may be said: a chat in disguise hears nothing that does not belong to it, whoever says it. What was told
        to it stands in the case."""
        telling = {self._seals.chat_index(m.to): m.to for m in messages if m.to > 0 and not harmless(m)}
        if not telling:
            return messages
        hidden = {telling[row.chat] for row in await self._rows(_DISGUISED, chats=list(telling))}
        return tuple(m for m in messages if m.to not in hidden or harmless(m))

    async def _keep_alert(self, alert: Alert) -> None:
        """An alert by itself, without anything having happened to its case."""
        files = await self._files((), [alert.case])
        await self._change_all(self._said(ALERT.put), [ALERT.row(alert, files.seals[alert.case], self._seals)])

    async def _files(self, cases: Iterable[Case], about: list[Any]) -> _Files:
        rows = await self._rows(_CASES, refs=about) if about else []
        seals: dict[str, Seal] = {}
        for row in rows:
            # A case whose key was destroyed this very moment is not there any more.
            with suppress(Forgotten):
                seals[row.ref] = self._seals.case(row.ref, row.wrapped)
        new_keys: dict[str, tuple[bytes, int]] = {}
        for case in cases:
            if case.version == 0 and case.ref not in seals:
                seals[case.ref], wrapped, slot = await self._new_case_key(case.ref)
                new_keys[case.ref] = (wrapped, slot)
        return _Files(seals, {row.ref: row.version for row in rows}, new_keys)

    async def _compare_stored(self, kind: Sort, things: tuple[Any, ...]) -> None:
        if things:
            stored = await self._rows(kind.versions, refs=[thing.ref for thing in things])
            _compare(things, {row.ref: row.version for row in stored})

    async def _planned(self, visits: tuple[Visit, ...], changed: set[CaseRef]) -> Mapping[CaseRef, date]:
        """The day of the next planned visit of these cases and of the visits' own, as they will stand then."""
        latest = {visit.ref: (visit.case, visit.due_on, visit.state) for visit in visits}
        refs = changed | {visit.case for visit in visits}
        stored = await self._rows(_PLANNED, refs=sorted(refs)) if refs else []
        standing = {row.ref: (CaseRef(row.case_ref), row.due_on, VisitState.PLANNED) for row in stored} | latest
        found: dict[CaseRef, date] = {}
        for case, due_on, state in standing.values():
            if state is VisitState.PLANNED:
                found[case] = min(due_on, found.get(case, due_on))
        return found

    async def _move_in_lists(self, refs: set[CaseRef], planned: Mapping[CaseRef, date]) -> None:
        """A visit moved by itself moves its case in the lists."""
        untils = [{"of_case": ref, "until": visit_until(planned[ref]) if ref in planned else NEVER} for ref in refs]
        await self._change_all(_MOVE, untils)

    async def _hide(self, cases: Iterable[Case]) -> None:
        """The rows by which queries know from whom a case is hidden, as the case says it."""
        known = [case.ref for case in cases if case.version]
        if known:
            await self._change(_SHOW, refs=known)
        hidden = [{"case_ref": case.ref, "staff": who} for case in cases for who in set(case.excluded)]
        await self._change_all(_HIDE, hidden)
        # Whom it was hidden from may have changed for the viewer too.
        self.viewer = self.viewer

    async def _event_rows(self, events: tuple[Event, ...], files: _Files, stands: Mapping[str, int]) -> list[Values]:
        known = sorted({event.case for event in events} - files.new_keys.keys())
        last: dict[str, int] = dict(await self._rows(_EVENTS_SO_FAR, refs=known)) if known else {}
        rows: list[Values] = []
        for event in events:
            last[event.case] = seq = last.get(event.case, 0) + 1
            # The version rides along in what is sealed: whoever saw an older one is told what came since.
            told_then = {**event.told, VERSION: stands[event.case]}
            told = files.seals[event.case].close(write_free(told_then), event_place(event.case, seq))
            plain = {"case_ref": event.case, "seq": seq, "kind": str(event.kind), "at": event.at, "by": event.by}
            rows.append(plain | {"told": told})
        return rows


def _latest(things: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple({thing.ref: thing for thing in things}.values())


def _compare(things: Iterable[Any], stored: Mapping[Any, int]) -> None:
    """Compare and set: what is to be written must have been read in the version that stands."""
    if any(stored.get(thing.ref, 0) != thing.version for thing in things):
        raise Changed


def _only_case(about: set[Any], outcome: Outcome) -> str | None:
    """The case that the messages of an outcome are about, where there is just one."""
    named = about | {look.case for look in outcome.looks} | {d.case for d in outcome.dialogues if d.case}
    return str(next(iter(named))) if len(named) == 1 else None


def _judgement_row(judgement: Judgement, seal: Seal) -> Values:
    ref = os.urandom(8).hex()
    body = seal.close(write(judgement), judgement_place(ref))
    return {"ref": ref, "case_ref": judgement.case, "at": judgement.at, "body": body}


def _look_row(look: Look) -> Values:
    return {"case_ref": look.case, "by": look.by, "at": look.at, "what": look.what}
