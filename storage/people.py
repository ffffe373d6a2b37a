"""People: who wrote to us, in which language, and who of the unit can be called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, select, update

from cases.messages import ChatId
from cases.safe_contact import Held, SafeContact
from cases.staff import Role, Roster, Staff, StaffId
from storage.desk import Both, upsert
from storage.encoding import read_free, write_free
from storage.groups import GroupWork
from storage.key_desk import KeyDesk
from storage.problems import Forgotten
from storage.sealing import Seals
from storage.tables import PartnerRow, PersonRow, StaffRow


@dataclass(frozen=True)
class Person:
    """Somebody who wrote to us. `told_language`: this person chose the language, we did not assume it.

    `consent` is the version of the text on data that was shown last; `left_at`: when the chat was last cleared. `held`
    is the gate's own: what waits unsaid.
    """

    chat: ChatId
    language: str = "id"
    reachable: bool = True
    told_language: bool = False
    safe: SafeContact = field(default_factory=SafeContact)
    consent: str = ""
    left_at: datetime | None = None
    held: Held = field(default_factory=Held)
    #: Since when something may stand in the chat; None: not since it was cleared.
    here_since: datetime | None = None


_PERSON = select(PersonRow).where(PersonRow.chat == bindparam("index"))
_SAVE_PERSON = upsert(PersonRow, key=("chat",), change=("body", "language", "reachable", "told_language"))
_WHOSE = tuple(
    (name, select(row.chat, row.body).where(row.chat.in_(bindparam("indices", expanding=True))))
    for name, row in (("person", PersonRow), ("staff", StaffRow), ("partner", PartnerRow))
)
_ROSTER = select(StaffRow).order_by(StaffRow.id)
_STAFF_OF_CHAT = select(StaffRow).where(StaffRow.chat == bindparam("index")).with_for_update()
_STAFF = select(StaffRow).where(StaffRow.id == bindparam("who"))
_STAFF_TO_CHANGE = _STAFF.with_for_update()
_ADD_STAFF = Both(
    *(
        statement.returning(StaffRow.id)
        for statement in upsert(StaffRow, key=("chat",), change=("body", "role", "language", "on_duty", "active"))
    )
)
_SET_BODY = update(StaffRow).where(StaffRow.id == bindparam("who")).values(body=bindparam("sealed"))
_SET_ON_DUTY = update(StaffRow).where(StaffRow.id == bindparam("who")).values(on_duty=bindparam("on"))
_SET_ACTIVE = update(StaffRow).where(StaffRow.id == bindparam("who")).values(active=bindparam("on"))
_SET_LANGUAGE = update(StaffRow).where(StaffRow.id == bindparam("who")).values(language=bindparam("said"))
_REACHABLE = tuple(
    update(row)
    .where(row.chat == bindparam("index"), row.reachable != bindparam("can"))
    .values(reachable=bindparam("can"))
    for row in (StaffRow, PersonRow, PartnerRow)
)


class PeopleWork(GroupWork, KeyDesk):
    """What a unit of work can do with persons and staff."""

    async def person(self, chat: ChatId) -> Person | None:
        """Who writes from that chat, if anybody has."""
        index = self._seals.chat_index(chat)
        row = await self._row(_PERSON, index=index)
        if row is None:
            return None
        await self._unlock([row.body])
        try:
            told = read_free(self._opened(row.body, person_place(row.chat)))
        except Forgotten:
            return None
        chosen = told.get("safe", {})
        safe = SafeContact(**{**chosen, "hours": tuple(tuple(one) for one in chosen.get("hours", ()))})
        return Person(
            ChatId(told["chat"]),
            row.language,
            row.reachable,
            row.told_language,
            safe=safe,
            consent=told.get("consent", ""),
            left_at=told.get("left_at"),
            held=Held(**told.get("held", {})),
            here_since=told.get("here_since"),
        )

    async def whose(self, indices: Collection[bytes]) -> Mapping[bytes, ChatId]:
        """The chats behind these blind indices, of everybody who is known."""
        found: dict[bytes, ChatId] = {}
        for name, statement in _WHOSE:
            rows = await self._rows(statement, indices=list(indices))
            await self._unlock(row.body for row in rows)
            for row in rows:
                with suppress(Forgotten):
                    told = read_free(self._opened(row.body, f"{name}|body|{row.chat.hex()}"))
                    found.setdefault(row.chat, ChatId(told["chat"]))
        return found

    async def save_person(self, person: Person) -> None:
        """Keep what we know of that person."""
        index = self._seals.chat_index(person.chat)
        await self._change(
            self._said(_SAVE_PERSON),
            chat=index,
            body=(await self._person_seal(person.chat)).close(write_free(_kept(person)), person_place(index)),
            language=person.language,
            reachable=person.reachable,
            told_language=person.told_language,
        )

    async def roster(self) -> Roster:
        """All staff, those who have left too, in the order in which they came, and the groups that get cards."""
        groups = tuple(group.chat for group in await self.groups() if group.active)
        return _roster(self._seals, tuple(await self._rows(_ROSTER)), groups)

    async def add_staff(
        self, *, chat: ChatId, name: str, role: Role, on_duty: bool = False, language: str = "id"
    ) -> StaffId:
        """A new member of the unit; who is already there gets the new name, role and duty, and is active again."""
        index = self._seals.chat_index(chat)
        before = await self._row(_STAFF_OF_CHAT, index=index)
        kept = _told(self._seals, before) if before is not None else {}
        added = await self._row(
            self._said(_ADD_STAFF),
            chat=index,
            body=self._sealed(index, {**kept, "chat": chat, "name": name}),
            role=str(role),
            language=language,
            on_duty=on_duty,
            reachable=True,
            active=True,
        )
        return StaffId(added.id)

    async def addresses(self, id: StaffId) -> Mapping[str, str]:
        """Where this member is reached beside Telegram, by kind (`email`, `phone`, `ntfy`)."""
        row = await self._row(_STAFF, who=id)
        found: Mapping[str, str] = _told(self._seals, row).get("addresses", {}) if row is not None else {}
        return found

    async def set_addresses(self, id: StaffId, addresses: Mapping[str, str]) -> None:
        """These are the member's addresses now, and no others. They stand in no log and in no plain column."""
        row = await self._row(_STAFF_TO_CHANGE, who=id)
        told = {**_told(self._seals, row), "addresses": dict(addresses)}
        await self._change(_SET_BODY, who=id, sealed=self._sealed(row.chat, told))

    async def set_on_duty(self, id: StaffId, on: bool) -> None:
        """This member is on duty, or no longer."""
        await self._change(_SET_ON_DUTY, who=id, on=on)

    async def set_active(self, id: StaffId, active: bool) -> None:
        """This member has left the unit, or is back. The row stays: it stands in the history of cases."""
        await self._change(_SET_ACTIVE, who=id, on=active)

    async def set_staff_language(self, id: StaffId, language: str) -> None:
        """The language in which this member is written to."""
        await self._change(_SET_LANGUAGE, who=id, said=language)

    async def set_reachable(self, chat: ChatId, reachable: bool) -> bool:
        """Whether the bot can write to that chat, for staff, partners and persons alike; True where that is new."""
        index = self._seals.chat_index(chat)
        changed = [await self._change(statement, index=index, can=reachable) for statement in _REACHABLE]
        return any(changed)

    def _sealed(self, index: bytes, told: Mapping[str, Any]) -> bytes:
        return self._seals.house.close(write_free(told), _staff_place(index))


def _kept(person: Person) -> Mapping[str, Any]:
    """What is sealed of somebody; what was never chosen takes no room."""
    told: dict[str, Any] = {"chat": person.chat}
    if person.safe != SafeContact():
        told["safe"] = {**asdict(person.safe), "hours": [list(one) for one in person.safe.hours]}
    if person.consent:
        told["consent"] = person.consent
    if person.left_at is not None:
        told["left_at"] = person.left_at
    if person.held != Held():
        told["held"] = asdict(person.held)
    if person.here_since is not None:
        told["here_since"] = person.here_since
    return told


def person_place(index: bytes) -> str:
    """Where what is known of a person belongs."""
    return f"person|body|{index.hex()}"


def _staff_place(index: bytes) -> str:
    return f"staff|body|{index.hex()}"


def _told(seals: Seals, row: Any) -> Any:
    return read_free(seals.house.open(row.body, _staff_place(row.chat)))


@lru_cache(maxsize=8)
def _roster(seals: Seals, rows: tuple[Any, ...], groups: tuple[ChatId, ...]) -> Roster:
    # Asked for at every update, changed once a week: the same rows need not be opened again.
    return Roster(tuple(_member(row, _told(seals, row)) for row in rows), groups)


def _member(row: Any, told: Any) -> Staff:
    return Staff(
        id=StaffId(row.id),
        chat=ChatId(told["chat"]),
        name=told["name"],
        role=Role(row.role),
        on_duty=row.on_duty,
        reachable=row.reachable,
        active=row.active,
        language=row.language,
        reserve=bool(row.reserve),
    )
