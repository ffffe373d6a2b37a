"""A unit of six people, and a seventh, with one case that a case manager holds."""

from __future__ import annotations

from cases.case import Case
from cases.messages import ChatId, Message
from cases.party import Party
from cases.staff import Role
from tests.office import ANI, CITRA, CRY, EKA, REPORTER, Office

FAJAR, OTHER = ChatId(1006), ChatId(8)


async def hire(office: Office, chat: ChatId = FAJAR, name: str = "Fajar", role: Role = Role.CASE_MANAGER) -> None:
    async with office.storage.work() as work:
        await work.add_staff(chat=chat, name=name, role=role)


async def the_case(office: Office, number: str = "") -> Case:
    found = [case for case in await office.cases() if number in ("", case.number)]
    return found[-1]


async def confirmed(office: Office, *, reporter: ChatId = REPORTER) -> None:
    """An emergency that was met and confirmed."""
    await office.says(reporter, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:mitra", "oby:saya", "osafe:ya", "onote:_skip")
    await office.presses(ANI, "confirm")


async def assigned(office: Office, *, reporter: ChatId = REPORTER) -> Case:
    """The same, with Eka as its case manager."""
    await confirmed(office, reporter=reporter)
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign", str((await office.member(EKA)).id))
    return await the_case(office)


async def card(office: Office, chat: ChatId, case: Case) -> list[Message]:
    await office.command(chat, "kasus")
    return await office.presses_of(chat, "open", case.ref)


async def more(office: Office, chat: ChatId, case: Case) -> list[Message]:
    """What stands behind "Lainnya" on the card."""
    await card(office, chat, case)
    return await office.presses_of(chat, "more", case.ref)


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


async def person(office: Office, chat: ChatId, *answers: str) -> None:
    """A victim called "Siti Aminah" is written down from the card that is open."""
    await office.presses(chat, "parties")
    await office.presses(chat, "party", "new")
    await office.answers(chat, "ykind:victim")
    await office.says(chat, "Siti Aminah")
    await office.answers(chat, "ysex:P")
    await office.says(chat, "17-08-1990")
    await office.says(chat, "081234567890")
    await office.answers(chat, "ymore:cukup")


async def people(office: Office, case: Case) -> tuple[Party, ...]:
    async with office.storage.look() as look:
        return await look.parties(case.ref)
