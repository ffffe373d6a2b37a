"""Pages: what goes out by the second channel, and what became of it. Calls to an alert stop with the alert's call."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, null, select, update

from cases.alert import AlertRef
from cases.outcome import Page
from cases.paging import CALL, CALLS
from storage.case_files import CaseWork
from storage.encoding import read, write
from storage.key_desk import KeyDesk
from storage.problems import BrokenSeal, Forgotten
from storage.sealing import SlotSeal
from storage.tables import PageRow, one_of

logger = logging.getLogger("laporaman.storage.pages")

#: Who took a page to send it and died: it is sent again after this long.
LEASE = timedelta(seconds=30)
#: How long a page waits after each attempt that failed, in seconds.
BACK_OFF = (10, 30, 60, 120, 300)
#: What is no call to an alert ends by itself: after so many attempts it has failed.
MOST_ATTEMPTS = 12


@dataclass(frozen=True)
class Paging:
    """One page on its way. `leads`: the first of its round; `done` are the gateways that have taken it."""

    id: int
    ref: str
    page: Page
    attempts: int
    leads: bool
    done: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Kept:
    page: Page
    leads: bool
    done: tuple[str, ...] = ()


_WAITING = one_of(PageRow.state, "waiting")
_OF_ALERT = select(PageRow.id, PageRow.ref, PageRow.payload).where(_WAITING, PageRow.alert_ref == bindparam("alert"))
_READY = select(PageRow.id).where(_WAITING, PageRow.not_before <= bindparam("now")).limit(1)
_DUE = (
    select(PageRow.id, PageRow.ref, PageRow.attempts, PageRow.payload)
    .where(_WAITING, PageRow.not_before <= bindparam("now"), PageRow.id.not_in(bindparam("skip", expanding=True)))
    .order_by(PageRow.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=PageRow)
)
# Counted before sending: a crash must not retry for ever.
_LEASE = (
    update(PageRow)
    .where(PageRow.id.in_(bindparam("rows", expanding=True)))
    .values(not_before=bindparam("until"), attempts=PageRow.attempts + 1)
)
_OVER = (
    update(PageRow)
    .where(PageRow.id == bindparam("row"))
    .values(state=bindparam("to"), sent_at=bindparam("at"), payload=null())
)
_RETRY = (
    update(PageRow)
    .where(PageRow.id == bindparam("row"), _WAITING)
    .values(not_before=bindparam("at"), payload=bindparam("sealed"))
)
_ADD = insert(PageRow)


class PageDesk(KeyDesk):
    """What recording needs of pages."""

    async def _write_pages(self, pages: Iterable[Page], *, now: datetime) -> None:
        """A new round of calls to an alert takes the place of whatever of the last one has not gone out."""
        every = tuple(pages)
        if not every:
            return
        seal = await self._day_seal(now)
        for alert in sorted({page.alert for page in every if page.alert is not None and page.phrase.key == CALL}):
            rows = await self._rows(_OF_ALERT, alert=alert)
            await self._unlock(row.payload for row in rows)
            for row in rows:
                if self._kept(row).page.phrase.key == CALL:
                    await self._change(_OVER, row=row.id, to="cancelled", at=now)
        firsts = {page.alert: page for page in reversed(every)}
        await self._change_all(_ADD, [self._page_row(p, seal, leads=firsts[p.alert] is p, now=now) for p in every])

    def _page_row(self, page: Page, seal: SlotSeal, *, leads: bool, now: datetime) -> dict[str, Any]:
        ref = os.urandom(8).hex()
        return {
            "ref": ref,
            "staff": page.to,
            "alert_ref": page.alert,
            "state": "waiting",
            "not_before": now,
            "attempts": 0,
            "created_at": now,
            "sent_at": None,
            "payload": seal.close(write(_Kept(page, leads)), page_place(ref)),
        }

    def _kept(self, row: Any) -> _Kept:
        return read(_Kept, self._opened(row.payload, page_place(row.ref)))


class PageWork(CaseWork, PageDesk):
    """What a unit of work can do with pages. Rows are not pruned: without words, they are the course of an alert."""

    async def has_pages(self, *, now: datetime) -> bool:
        """Whether a page could go out now: a look that costs little."""
        return await self._row(_READY, now=now) is not None

    async def pages_to_send(
        self, *, now: datetime, limit: int, skip: frozenset[int] = frozenset()
    ) -> tuple[Paging, ...]:
        """Take what goes out next, the oldest first; whoever takes them and dies holds them up for LEASE alone.

        A call to an alert that was taken, or has ended, meanwhile is dropped without a word.
        """
        rows = await self._rows(_DUE, now=now, limit=limit, skip=sorted(skip))
        if not rows:
            return ()
        await self._change(_LEASE, rows=[row.id for row in rows], until=now + LEASE)
        await self._unlock(row.payload for row in rows)
        return tuple([paging for row in rows if (paging := await self._paging(row, now=now)) is not None])

    async def _paging(self, row: Any, *, now: datetime) -> Paging | None:
        try:
            kept = self._kept(row)
            calls = kept.page.phrase.key not in CALLS or await self._still_calls(kept.page.alert)
        except Forgotten:
            logger.warning("page row %d was forgotten", row.id)
            await self._change(_OVER, row=row.id, to="cancelled", at=now)
            return None
        except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
            # It can't be sent, and must not hold up all the others.
            logger.error("page row %d can't be read (%s)", row.id, type(problem).__name__)
            await self._change(_OVER, row=row.id, to="failed", at=now)
            return None
        if not calls:
            await self._change(_OVER, row=row.id, to="cancelled", at=now)
            return None
        return Paging(row.id, row.ref, kept.page, row.attempts + 1, kept.leads, kept.done)

    async def _still_calls(self, ref: AlertRef | None) -> bool:
        alert = await self.alert(ref) if ref is not None else None
        return alert is not None and alert.is_short

    async def page_sent(self, paging: Paging, *, now: datetime) -> None:
        """All its gateways have it; what it said is forgotten here."""
        await self._change(_OVER, row=paging.id, to="sent", at=now)

    async def page_failed(self, paging: Paging, *, now: datetime) -> None:
        """It will never be sent."""
        await self._change(_OVER, row=paging.id, to="failed", at=now)

    async def page_retry(self, paging: Paging, *, done: tuple[str, ...], now: datetime) -> None:
        """Not all gateways took it: the others again, later and later, a call for as long as its alert calls."""
        if paging.page.phrase.key not in CALLS and paging.attempts >= MOST_ATTEMPTS:
            await self.page_failed(paging, now=now)
            logger.error("page row %d failed after %d attempts", paging.id, paging.attempts)
            return
        wait = BACK_OFF[min(paging.attempts, len(BACK_OFF)) - 1]
        seal = await self._day_seal(now)
        sealed = seal.close(write(_Kept(paging.page, paging.leads, done)), page_place(paging.ref))
        await self._change(_RETRY, row=paging.id, at=now + timedelta(seconds=wait), sealed=sealed)


def page_place(ref: str) -> str:
    """Where a page belongs."""
    return f"page|payload|{ref}"
