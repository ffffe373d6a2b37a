"""The people of the unit, and who of them is to be called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from cases.messages import ChatId

StaffId = NewType("StaffId", int)


class Role(StrEnum):
    DUTY_OFFICER = "duty_officer"
    CASE_MANAGER = "case_manager"
    COORDINATOR = "coordinator"
    HEAD = "head"
    ADMIN = "admin"


@dataclass(frozen=True)
class Staff:
    """One member of the unit. `reachable` is false once Telegram said that the bot can't write to this person;
    `reserve`: on the coordinator's list of those who are called when nobody is on duty."""

    id: StaffId
    chat: ChatId
    name: str
    role: Role
    on_duty: bool = False
    reachable: bool = True
    active: bool = True
    language: str = "id"
    reserve: bool = False


class Group(StrEnum):
    """Whom a step of the ladder calls."""

    ON_DUTY = "on_duty"
    COORDINATOR = "coordinator"
    HEAD = "head"
    RESERVE = "reserve"
    MANAGER = "manager"
    EVERYONE = "everyone"


@dataclass(frozen=True)
class Roster:
    """All staff, as they are now, and the groups in which they are together."""

    people: tuple[Staff, ...] = ()
    groups: tuple[ChatId, ...] = ()

    def without(self, ids: Iterable[StaffId]) -> Roster:
        """The same without these people: nothing that is built on it can tell, call or ask them."""
        hidden = frozenset(ids)
        return replace(self, people=tuple(p for p in self.people if p.id not in hidden)) if hidden else self

    def by_id(self, id: StaffId | None) -> Staff | None:
        return next((p for p in self.people if p.id == id), None)

    def by_chat(self, chat: ChatId) -> Staff | None:
        return next((p for p in self.people if p.active and p.chat == chat), None)

    def having(self, *roles: Role) -> tuple[Staff, ...]:
        return tuple(p for p in self.people if p.active and p.role in roles)

    def in_group(self, group: Group) -> tuple[Staff, ...]:
        """The members of a ladder's group, reachable or not."""
        if group is Group.ON_DUTY:
            return tuple(p for p in self.people if p.active and p.on_duty)
        if group is Group.EVERYONE:
            # Not the admin, who keeps the machine and has no need to see a case.
            return tuple(p for p in self.people if p.active and p.role is not Role.ADMIN)
        if group is Group.RESERVE:
            listed = tuple(p for p in self.people if p.active and p.reserve)
            return listed or self.in_group(Group.EVERYONE)
        if group is Group.MANAGER:
            # Whose case it is stands in the case: the ladder asks there.
            return ()
        return self.having(Role(group.value))

    def callable(self, group: Group) -> tuple[Staff, ...]:
        """The members of a ladder's group whom the bot can write to."""
        return tuple(p for p in self.in_group(group) if p.reachable)

    def leads(self) -> tuple[Staff, ...]:
        """Who answers for the unit: coordinators, else heads, else admins, the first of these that can be reached."""
        for role in (Role.COORDINATOR, Role.HEAD, Role.ADMIN):
            people = tuple(p for p in self.having(role) if p.reachable)
            if people:
                return people
        return self.having(Role.COORDINATOR, Role.HEAD, Role.ADMIN)
