"""Fetching a file that somebody sent: at most 20 MB, as Telegram allows bots."""

from collections.abc import Callable
from typing import Any

from simulator.files import DOWNLOAD_LIMIT
from simulator.model import Json
from simulator.params import Params
from simulator.refusals import bad
from simulator.world import World


def get_file(world: World, params: Params) -> Json:
    if not params.text("file_id"):
        raise bad("file_id not specified")
    stored = world.files.by_id.get(params.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


METHODS: dict[str, Callable[[World, Params], Any]] = {"getfile": get_file}
