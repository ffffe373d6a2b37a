"""Everybody presses "Ambil" in the same moment, and the ladder's next step is due in that moment too."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from bot.buttons import carry
from bot.clock import MachineClock
from bot.worker import Worker
from cases import duty
from cases.alert import AlertRef
from cases.case import CaseRef
from cases.messages import ChatId, Message
from cases.outcome import EventKind
from cases.staff import Role
from handlers.scenes import scene_of_alert
from scheduler.sweep import Sweeper
from storage import Arrival, Storage
from tests.office import NOON, Office, world

FIRST_OFFICER, FIRST_REPORTER = 700_000_001, 800_000_001
LATER = timedelta(seconds=6)


@dataclass
class Round:
    """What came of one race."""

    winners: int
    called_after: int
    not_told: int


@dataclass
class Race:
    """A unit with many officers on duty, and so many workers beside each other."""

    storage: Storage
    officers: int
    workers: int = 1
    now: datetime = NOON
    updates: Any = field(default_factory=lambda: count(1))
    rounds: int = 0

    def __post_init__(self) -> None:
        self.chats = [ChatId(FIRST_OFFICER + number) for number in range(self.officers)]

    async def prepare(self) -> None:
        async with self.storage.work() as work:
            for number, chat in enumerate(self.chats):
                await work.add_staff(chat=chat, name=f"Petugas {number}", role=Role.DUTY_OFFICER, on_duty=True)

    def worker(self) -> Worker:
        clock = MachineClock(machine=lambda: self.now, ticks=lambda: self.now.timestamp())
        return Worker(self.storage, world(), clock, told=lambda: None, answer_press=lambda _: None)

    async def run(self) -> Round:
        """One emergency, one race for it; what it came to."""
        self.rounds += 1
        reporter = ChatId(FIRST_REPORTER + self.rounds)
        await self.take_in(self._said(reporter, "/darurat"))
        await self.work_all()
        cards = {m.to: m for m in await self.delivered() if m.phrase.key == "alert-call"}
        async with self.storage.look() as look:
            (alert,) = await look.open_alerts()
            due = next(r.due_at for r in await look.reminders(alert.ref) if r.clock == "ladder")
        assert due is not None
        self.now = due
        await self.take_in(*(self._pressed(chat, cards[chat]) for chat in self.chats))
        await asyncio.gather(self.work_all(), self.sweep())
        found = await self.judge(alert.case)
        await self.help_out(alert.ref)
        return found

    async def help_out(self, ref: AlertRef) -> None:
        """Help has gone out: the alert is over, and does not come back into a later race."""
        async with self.storage.work() as work:
            scene = await scene_of_alert(work, ref)
            winner = scene.roster.by_id(scene.alert.taken_by) if scene.alert else None
            assert winner is not None
            given = {"by": winner, "profile": world().profile, "now": self.now}
            await work.record(duty.record_outreach(scene, told={}, safe=True, **given), now=self.now)
        await self.delivered()

    async def sweep(self) -> None:
        office = Office(self.storage)
        await Sweeper(self.storage, world().profile, office.sweeper.rings).sweep(now=self.now)

    async def work_all(self) -> None:
        while True:
            await asyncio.gather(*(self._until_idle(self.worker()) for _ in range(self.workers)))
            async with self.storage.look() as look:
                if not (await look.inbox_counts())["waiting"]:
                    return
            # Who lost to a commit of another worker is worked again in a moment.
            self.now += LATER

    async def _until_idle(self, worker: Worker) -> None:
        while await worker.batch():
            pass

    async def delivered(self) -> list[Message]:
        """All that goes out now, taken off the outbox as if Telegram had it."""
        found: list[Message] = []
        numbers = count(1)
        while True:
            async with self.storage.work() as work:
                picked = await work.pick(now=self.now, limit=500)
                for outgoing in picked:
                    found.append(outgoing.message)
                    await work.sent(outgoing, message_id=outgoing.edits_message_id or next(numbers), now=self.now)
            if not picked:
                return found

    async def judge(self, case: CaseRef) -> Round:
        async with self.storage.look() as look:
            kinds = [event.kind for event in await look.history(case)]
            alert = await look.alert_of_case(case)
            roster = await look.roster()
        assert alert is not None
        winner = roster.by_id(alert.taken_by)
        assert winner is not None
        said: dict[ChatId, set[str]] = {}
        for message in await self.delivered():
            said.setdefault(message.to, set()).add(str(message.phrase.args.get("holder")))
        taken = kinds.index(EventKind.ALERT_TAKEN)
        return Round(
            winners=kinds.count(EventKind.ALERT_TAKEN),
            called_after=kinds[taken:].count(EventKind.ALERT_CALLED),
            not_told=sum(1 for chat in self.chats if chat != winner.chat and winner.name not in said.get(chat, ())),
        )

    async def take_in(self, *updates: dict[str, Any]) -> None:
        async with self.storage.work() as work:
            await work.take_in(
                [Arrival(u["update_id"], u["chat"], json.dumps(u["said"]).encode(), self.now) for u in updates]
            )

    def _update(self, chat: ChatId, **said: Any) -> dict[str, Any]:
        number = next(self.updates)
        return {"update_id": number, "chat": int(chat), "said": {"update_id": number, **said}}

    def _said(self, chat: ChatId, text: str) -> dict[str, Any]:
        here = {"id": int(chat), "type": "private", "first_name": "x"}
        sender = {"id": int(chat), "is_bot": False, "first_name": "x"}
        return self._update(chat, message={"message_id": 1, "date": 1, "chat": here, "from": sender, "text": text})

    def _pressed(self, chat: ChatId, card: Message) -> dict[str, Any]:
        take = next(button for row in card.buttons for button in row if button.action == "take")
        carried = carry(take, chat=chat, key=self.storage.button_key)
        sender = {"id": int(chat), "is_bot": False, "first_name": "x"}
        number = next(self.updates)
        query = {"id": str(number), "from": sender, "chat_instance": "1", "data": carried}
        return self._update(chat, callback_query=query)
