"""The world's own switches: clock, updates, journal, faults, limits, groups, and starting anew."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from simulator import people
from simulator.control.requests import Asked
from simulator.faults import Fault
from simulator.journal import Entry
from simulator.model import CHANNEL, GROUP, PRIVATE, SUPERGROUP, Chat
from simulator.people import NotPossible
from simulator.screens import everything
from simulator.world import QUEUE


async def state(asked: Asked) -> Any:
    return everything(asked.world)


async def read_clock(asked: Asked) -> Any:
    after = asked.get("after", int)
    clock = asked.world.clock
    if after is None:
        return clock.reading()
    return await clock.follow(after=after, timeout=asked.timeout(20.0))


async def move_clock(asked: Asked) -> Any:
    """Move forward: by `advance_seconds`, or to `set` (ISO, with its zone)."""
    clock = asked.world.clock
    if asked.get("set", str) is not None:
        clock.set(datetime.fromisoformat(asked.need("set", str)))
    else:
        clock.advance(asked.need("advance_seconds", float))
    asked.world.tell("clock")
    return clock.reading()


async def pending(asked: Asked) -> Any:
    """How many updates wait; with `most`, as soon as there are no more than that."""
    world, most = asked.world, asked.get("most", int)
    if most is not None:
        await world.bells.wait(QUEUE, lambda: len(world.updates.queue) <= most or None, timeout=asked.timeout())
    return {"pending": len(world.updates.queue), "next_update_id": world.updates.next_id}


async def reset(asked: Asked) -> Any:
    asked.world.reset(asked.cast)
    return {"ok": True}


async def inject(asked: Asked) -> Any:
    """Put any update into the queue, as it is. Without an `update_id` it gets the next one."""
    update = asked.need("update", dict)
    updates = asked.world.updates
    number = update.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool):
        number = updates.next_id
    updates.next_id = max(updates.next_id, number + 1) if abs(number) < 2**62 else updates.next_id
    kind = next((name for name in update if name != "update_id"), "unknown")
    rest = {name: part for name, part in update.items() if name != "update_id"}
    updates.put({"update_id": number, **rest}, kind, at=asked.world.clock.now().timestamp())
    return {"update_id": number}


async def repeat(asked: Asked) -> Any:
    """Deliver an update once more, even hours later."""
    if not asked.world.updates.repeat(asked.need("update_id", int)):
        raise NotPossible("this update is not remembered")
    return {"ok": True}


async def forget(asked: Asked) -> Any:
    """Lose waiting updates, or those older than so many seconds, as Telegram does after a day."""
    older = asked.get("older_than_seconds", float)
    now = asked.world.clock.now().timestamp()
    return {"lost": asked.world.updates.forget(before=None if older is None else now - older)}


async def read_journal(asked: Asked) -> Any:
    """The entries wanted, at once or as soon as there are `count` of them."""
    method, text = asked.get("method", str), asked.get("text", str)
    chat_id, delivered = asked.get("chat_id", int), asked.get("delivered", bool)

    def wanted(entry: Entry) -> bool:
        return (
            (method is None or entry.method == method.lower())
            and (chat_id is None or entry.chat_id == chat_id)
            and (text is None or text in entry.text)
            and (delivered is None or entry.delivered == delivered)
        )

    count = asked.get("count", int, 0)
    entries = await asked.world.journal.read(
        wanted, after=asked.get("after", int, 0), count=count, timeout=asked.timeout(0.0 if not count else 10.0)
    )
    return {"count": len(entries), "entries": [] if asked.get("brief", bool, False) else entries}


async def clear_journal(asked: Asked) -> Any:
    asked.world.journal.clear()
    return {"ok": True}


async def list_faults(asked: Asked) -> Any:
    return asked.world.faults.listing()


async def add_fault(asked: Asked) -> Any:
    """Set a fault. `times` null means until it is taken away."""
    known = {one.name for one in fields(Fault)} - {"id", "hits"}
    unknown = asked.fields.keys() - known
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}; a fault has {', '.join(sorted(known))}")
    fault = asked.world.faults.add(Fault(**asked.fields))
    # A poll under way would slip past the fault: end it, the next one meets it.
    asked.world.updates.disturb(conflict=False)
    asked.world.tell("switches")
    return {"id": fault.id}


async def clear_faults(asked: Asked) -> Any:
    asked.world.faults.clear(asked.get("id", int))
    asked.world.updates.arrived.set()
    asked.world.tell("switches")
    return {"ok": True}


async def switch_limits(asked: Asked) -> Any:
    asked.world.limits.switch(bool(asked.need("on", bool)))
    asked.world.tell("switches")
    return {"on": asked.world.limits.on}


async def add_group(asked: Asked) -> Any:
    world = asked.world
    number = asked.get("id", int) or -(4_000_000_000 + len(world.chats))
    if number >= 0 or number in world.chats:
        raise NotPossible("a group has a negative number of its own")
    members = [int(one) for one in asked.get("members", list, [])]
    for one in members:
        people.person_of(world, one)
    kind = asked.get("kind", str, GROUP)
    if kind not in (GROUP, SUPERGROUP, CHANNEL):
        raise ValueError(f"kind must be {GROUP}, {SUPERGROUP} or {CHANNEL}")
    chat = people.add_group(world, number, asked.get("title", str, "Grup"), members, kind=kind)
    return {"id": chat.id}


def _group(asked: Asked) -> Chat:
    chat = asked.world.chats.get(int(asked.path["group"]))
    if chat is None or chat.kind == PRIVATE:
        raise NotPossible("there is no such group")
    return chat


async def change_group(asked: Asked) -> Any:
    """Let a member join or leave (`present`), or turn the group into a supergroup (`migrate_to`)."""
    chat, moved = _group(asked), asked.get("migrate_to", int)
    if moved is not None:
        return {"id": people.migrate(asked.world, chat, moved).id}
    people.change_members(
        asked.world, chat, asked.need("member", int), present=asked.need("present", bool), by=asked.get("by", int)
    )
    return {"id": chat.id, "members": chat.members}
