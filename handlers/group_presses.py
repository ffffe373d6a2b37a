"""A press in a group: whoever is of our staff may take an alert there, and reads of it in private alone."""

from __future__ import annotations

import logging
from datetime import datetime

from cases.messages import ChatId
from cases.moves import Action
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NotAllowed, Refusal, Unknown
from cases.staff import Staff
from handlers import duty
from handlers.conversation.engine import World
from handlers.groups import active_group, leave
from handlers.heard import Doing, Heard, Toast
from storage import Work

log = logging.getLogger("laporaman.groups")


async def pressed(work: Work, heard: Heard, world: World, *, now: datetime) -> tuple[Outcome, Toast | None]:
    """What follows, and what the presser sees for a moment. To the group nothing is ever answered.

    Not being in the group counts, but standing in our list (T9): a stranger, or an admin who stays anonymous, is
    denied, and the alert is unharmed.
    """
    assert heard.room is not None
    staff = (await work.roster()).by_chat(heard.chat)
    if staff is None:
        log.warning("a press in a group was denied: not of our staff")
    if await active_group(work, heard.room.chat) is None:
        return leave(heard.room, staff), _said("group-only-staff" if staff is None else "refusal-unknown", staff)
    if staff is None:
        return Outcome(), _said("group-only-staff", staff)
    if heard.doing is Doing.FORGED or heard.action != Action.TAKE:
        return Outcome(), None
    if not await _can_be_written_to(work, staff):
        return Outcome(), _said("group-start-first", staff)
    try:
        return await duty.take(work, heard, staff, world, now), _said("group-yours", staff)
    except Unknown:
        # Whether there is nothing, or nothing for them, is not to be told apart.
        return Outcome(), Toast(NotAllowed().phrase, staff.language, alert=True)
    except Refusal as refusal:
        return Outcome(), Toast(refusal.phrase, staff.language, alert=True)


async def _can_be_written_to(work: Work, staff: Staff) -> bool:
    """Whether the file would arrive. Who never opened the bot can't get it, and must not hold the alert meanwhile."""
    if not staff.reachable:
        return False
    return await work.person(ChatId(staff.chat)) is not None or await work.has_reached(staff.chat)


def _said(key: str, staff: Staff | None) -> Toast:
    return Toast(says(key), staff.language if staff is not None else "id", alert=key != "group-yours")
