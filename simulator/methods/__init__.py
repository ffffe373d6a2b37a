"""The methods of the Bot API, one table from a method's name to what it does."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.methods import chats, editing, erasing, files, itself, passing, queries, sending
from simulator.params import Params
from simulator.world import World

Method = Callable[[World, Params], Any]

METHODS: Mapping[str, Method] = {
    **sending.METHODS,
    **editing.METHODS,
    **erasing.METHODS,
    **passing.METHODS,
    **queries.METHODS,
    **files.METHODS,
    **chats.METHODS,
    **itself.METHODS,
}
JOURNALLED = frozenset(
    {
        *sending.METHODS,
        *editing.METHODS,
        *erasing.METHODS,
        *passing.METHODS,
        *queries.METHODS,
        "leavechat",
    }
)
