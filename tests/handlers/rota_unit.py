"""Short ways to plan and to look at the rota of a small office."""

from __future__ import annotations

from cases.messages import ChatId, Message
from cases.phrases import Phrase
from cases.staff import Role
from tests.office import ANI, BUDI, CITRA, DEWI, EKA, GITA, Office

EVERYBODY = (ANI, BUDI, CITRA, DEWI, EKA, GITA)
HANI = ChatId(1008)  # a second coordinator


async def enters(office: Office, *answers: str, by: ChatId = CITRA) -> list[Message]:
    """A coordinator fills in the form; "step:value" is pressed, the rest typed."""
    said = await office.presses(by, "radd")
    for answer in answers:
        said = await (office.answers(by, answer) if ":" in answer else office.says(by, answer))
    return said


async def weekly(office: Office, name: str, start: str, end: str, *, holidays: str = "also") -> list[Message]:
    """Every day from today on, without end."""
    who = await office.member({"Ani": ANI, "Budi": BUDI, "Eka": EKA}[name])
    await menu(office)
    return await enters(
        office, "rkind:week", f"rwho:{who.id}", "rdays:all", start, end, "rsince:0", "runtil:none",
        f"rhol:{holidays}", "rsum:simpan",
    )  # fmt: skip


async def menu(office: Office, by: ChatId = CITRA) -> None:
    await office.command(by, "piket")
    await office.presses(by, "rmenu")


async def extra(office: Office, chat: ChatId, start: str, end: str, day: str = "0") -> list[Message]:
    await menu(office)
    who = await office.member(chat)
    return await enters(office, "rkind:extra", f"rwho:{who.id}", f"rday:{day}", start, end, "rsum:simpan")


async def on_duty(office: Office) -> set[ChatId]:
    async with office.storage.look() as look:
        return {p.chat for p in (await look.roster()).people if p.active and p.on_duty}


def count(office: Office, chat: ChatId, key: str) -> int:
    return office.heard_by(chat).count(key)


def parts(phrase: Phrase) -> list[str]:
    """The keys of a phrase and of all that stands in it."""
    inside = [p for arg in phrase.args.values() for p in (arg if isinstance(arg, tuple) else (arg,))]
    return [phrase.key, *(key for p in inside if isinstance(p, Phrase) for key in parts(p))]


async def second_coordinator(office: Office) -> None:
    async with office.storage.work() as work:
        await work.add_staff(chat=HANI, name="Hani", role=Role.COORDINATOR)
