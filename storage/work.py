"""A unit of work: everything that can be read and written in one transaction."""

from __future__ import annotations

from datetime import datetime

from storage.attempts import AttemptWork
from storage.auditing import AuditWork
from storage.case_cells import CellWork
from storage.clearing import ClearWork
from storage.clock_marks import ClockWork
from storage.dossier import DossierWork
from storage.health import HealthWork
from storage.inbox import InboxWork
from storage.pages import PageWork
from storage.partners import PartnerWork
from storage.recording import RecordWork
from storage.register import RegisterWork
from storage.retention import RetentionWork
from storage.rota import RotaWork
from storage.talks import TalkWork
from storage.workload import WorkloadWork


class Work(
    InboxWork,
    ClockWork,
    RotaWork,
    PageWork,
    DossierWork,
    TalkWork,
    CellWork,
    WorkloadWork,
    PartnerWork,
    RegisterWork,
    RetentionWork,
    ClearWork,
    AuditWork,
    HealthWork,
    AttemptWork,
    RecordWork,
):
    """One transaction. Made by `Storage.work` (writes, all or nothing) and `Storage.look` (reads one state)."""

    async def prune(self, *, before: datetime) -> int:
        """Remove what was done with before that moment from inbox and outbox, old tries and invitations; how many rows.

        Updates repeated after that would be new again, and messages sent before could no longer be replaced.
        """
        over = await self._prune_attempts(before=before) + await self._prune_invitations(before=before)
        return over + await self._prune_inbox(before=before) + await self._prune_outbox(before=before)
