"""What a group of staff is shown of an alert: number, gravity, kecamatan, how long it waits, and a button (T9).

Its card says nothing that helps a stranger who reads along: no cause, no kind, no name, neither the reporter's nor an
officer's. It follows from the state of the alert alone, so that it is right whatever happened before.
"""

from __future__ import annotations

from collections.abc import Iterable

from cases.alert import Alert, Cause
from cases.case import Case
from cases.messages import Button, ChatId, Lane, Message, Style
from cases.outcome import EventKind
from cases.phrases import Arg, Phrase, Since, says
from cases.staff import Role

#: Who may make a group known to the bot.
REGISTRARS = frozenset({Role.COORDINATOR, Role.HEAD, Role.ADMIN})

#: After these the cards in the groups are put right. What is given back is called again in the same moment.
SHOWN = frozenset({EventKind.ALERT_CALLED, EventKind.ALERT_TAKEN, EventKind.ALERT_JOINED, EventKind.ALERT_ENDED})
CARD = "group:"


def concerns_groups(alert: Alert) -> bool:
    """Whether all may be asked: calls for help, and dangerous reports that broke off; no calm reports, no visits."""
    return alert.needs_outreach or alert.cause is Cause.UNFINISHED


def gravity(case: Case, alert: Alert | None) -> dict[str, Arg]:
    """What any card may say of how grave it is."""
    urgent = case.emergency or (alert is not None and alert.calls_for_help)
    grade = "emergency" if urgent else case.risk or "none"
    return {
        "number": case.number,
        "severity": says(f"severity-{grade}"),
        "mark": says(f"mark-{grade}"),
        "kecamatan": case.kecamatan or says("kecamatan-unknown"),
    }


def group_cards(case: Case, alert: Alert | None, groups: Iterable[ChatId]) -> tuple[Message, ...]:
    """The card of an alert as it stands now, for each of these groups; it takes the place of the earlier one."""
    if alert is None or not concerns_groups(alert):
        return ()
    phrase, lane, buttons = _card(case, alert)
    return tuple(
        Message(chat, phrase, lane, buttons, slot=f"{CARD}{alert.ref}", replaces=True) for chat in dict.fromkeys(groups)
    )


def _card(case: Case, alert: Alert) -> tuple[Phrase, Lane, tuple[tuple[Button, ...], ...]]:
    if alert.is_short:
        take = Button(says("button-take"), "take", ref=alert.ref, version=alert.version, style=Style.DANGER)
        waiting: dict[str, Arg] = {**gravity(case, alert), "waiting": Since(alert.raised_at)}
        return Phrase("group-call", waiting), Lane.EMERGENCY if alert.needs_outreach else Lane.ESCALATION, ((take,),)
    number: dict[str, Arg] = {"number": case.number}
    if alert.is_open:
        return Phrase("group-taken", number), Lane.ESCALATION, ()
    return Phrase("group-ended", number), Lane.REST, ()
