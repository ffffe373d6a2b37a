"""Keeps the small world in a file, so that a restart changes nothing for whoever talks to it."""

import asyncio
import json
import os
from dataclasses import asdict, fields
from pathlib import Path

from simulator.files import Stored
from simulator.model import Chat, Json, Message, Person
from simulator.updates import Waiting
from simulator.world import Query, Webhook, World

VERSION = 1
SETTLE = 0.3


class Keeper:
    """Writes the world to its file soon after each change and at the end. Uploaded bytes lie in a folder beside."""

    def __init__(self, world: World, path: Path) -> None:
        self.world, self.path = world, path
        self.folder = path.with_name(path.name + ".files")
        self._dirty = asyncio.Event()
        self._written: set[str] = set()
        world.watchers.append(self._changed)

    def _changed(self, what: str, chat: Chat | None, message: Message | None) -> None:
        self._dirty.set()

    async def keep_for_ever(self) -> None:
        while True:
            await self._dirty.wait()
            await asyncio.sleep(SETTLE)
            self._dirty.clear()
            await asyncio.to_thread(self._write, json.dumps(record(self.world)), self._new_files())

    def save(self) -> None:
        """Write everything now."""
        self._write(json.dumps(record(self.world)), self._new_files())

    def _new_files(self) -> list[Stored]:
        new = [one for one in self.world.files.by_id.values() if one.unique_id not in self._written]
        self._written.update(one.unique_id for one in new)
        return [one for one in new if one.content is not None]

    def _write(self, text: str, files: list[Stored]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if files:
            self.folder.mkdir(exist_ok=True)
        for one in files:
            _write_whole(self.folder / one.unique_id, one.content or b"")
        _write_whole(self.path, text.encode())

    def load(self) -> bool:
        """Bring the world back. False if there is no file yet. Raises ValueError for a file that isn't ours."""
        if not self.path.exists():
            return False
        try:
            recall(self.world, json.loads(self.path.read_bytes()), self.folder)
        except (KeyError, TypeError, AttributeError) as wrong:
            raise ValueError(f"{self.path} was not written by this simulator: {wrong!r}") from wrong
        self._written.update(one.unique_id for one in self.world.files.by_id.values())
        self._dirty.clear()
        return True


def _write_whole(path: Path, content: bytes) -> None:
    """Write to a new file and put it in the place of the old one: never half a file."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def record(world: World) -> Json:
    """The whole world as JSON."""
    updates = world.updates
    return {
        "version": VERSION,
        "serial": world.serial,
        "clock": {"offset": world.clock.offset, "version": world.clock.version},
        "people": [asdict(one) for one in world.people.values()],
        "chats": [one.record() for one in world.chats.values()],
        "queries": [asdict(one) for one in world.queries.values()],
        "webhook": asdict(world.webhook),
        "limits": world.limits.on,
        "commands": world.bot.commands,
        "said_of_itself": world.bot.said_of_itself,
        "updates": {
            "next_id": updates.next_id,
            "allowed": sorted(updates.allowed) if updates.allowed else None,
            "queue": [asdict(one) | {"body": one.body.decode()} for one in updates.queue],
        },
        "files": [_without_content(one) for one in world.files.by_id.values()],
    }


def _without_content(stored: Stored) -> Json:
    kept = {one.name: getattr(stored, one.name) for one in fields(stored) if one.name != "content"}
    return kept | {"held": stored.content is not None}


def recall(world: World, kept: Json, folder: Path) -> None:
    """Put what was kept into a new world."""
    if kept["version"] != VERSION:
        raise ValueError(f"the kept world has version {kept['version']}, this simulator reads {VERSION}")
    world.serial = kept["serial"]
    world.clock.offset = max(world.clock.offset, kept["clock"]["offset"])
    world.clock.version = kept["clock"]["version"] + 1
    world.people = {one["id"]: Person(**one) for one in kept["people"]}
    world.chats = {one["id"]: Chat.recall(one) for one in kept["chats"]}
    world.queries.update((one["id"], Query(**one)) for one in kept["queries"])
    world.webhook = Webhook(**kept["webhook"])
    world.limits.switch(kept["limits"])
    world.bot.commands, world.bot.said_of_itself = kept["commands"], kept["said_of_itself"]
    updates = world.updates
    updates.next_id = max(updates.next_id, kept["updates"]["next_id"])
    updates.allowed = frozenset(kept["updates"]["allowed"]) if kept["updates"]["allowed"] else None
    updates.restore([Waiting(**(one | {"body": one["body"].encode()})) for one in kept["updates"]["queue"]])
    for one in kept["files"]:
        held = one.pop("held")
        world.files.put(Stored(**one, content=(folder / one["unique_id"]).read_bytes() if held else None))
