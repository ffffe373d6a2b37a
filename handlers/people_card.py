"""What a card shows of the people and files of a case, and what can be done about them."""

from __future__ import annotations

from cases.case import File
from cases.messages import Button, Rows, Style
from cases.moves import LEADS, Action, allow
from cases.notices import Scene
from cases.phrases import At, Phrase, says
from cases.refusals import Refusal
from cases.staff import Roster, Staff


def card_lines(scene: Scene, roster: Roster, staff: Staff) -> Phrase | tuple[Phrase, ...]:
    """What a card says of its people and files: by which way it came, who acts, other reports, whose file it is."""
    case, lines = scene.case, []
    if case.entered_by is not None:
        lines.append(says("card-channel", channel=says(f"xchannel-{case.channel}"), at=At(case.reported_at)))
    acting = roster.by_id(case.acting)
    if acting is not None and case.acting_until is not None:
        lines.append(says("card-acting", name=acting.name, until=case.acting_until))
    lines += [says("card-joined", number=one.number, at=At(one.reported_at)) for one in case.reports]
    if case.file is not File.WHOLE:
        lines.append(says(f"card-file-{case.file}"))
    out = [person.name for person in roster.people if person.id in case.excluded]
    if out and staff.role in LEADS:
        lines.append(says("card-excluded", names=", ".join(out)))
    return tuple(lines) if lines else says("nothing")


def card_rows(scene: Scene, staff: Staff, *, sees: bool) -> Rows:
    """What can be done about the people and files of a case, by whoever holds it and by who answers for the unit."""
    case = scene.case

    def press(action: str, choice: str = "", style: Style = Style.PLAIN, **args: str) -> Button:
        return Button(says(f"button-{action}", **args), action, case.ref, case.version, choice, style)

    rows: list[tuple[Button, ...]] = []
    if sees:
        rows.append((press("parties"),))
        rows += [
            (press("joinedfile", str(nth), number=one.number), *((press("apart", str(nth)),) if _lead(staff) else ()))
            for nth, one in enumerate(case.reports)
        ]
    able = [press(action) for action in (Action.JOIN, Action.SPLIT, Action.DELEGATE) if _may(action, scene, staff)]
    rows += [(button,) for button in able]
    rows.append((press(Action.EXCLUDE),))
    if _lead(staff):
        rows.append((press("exclother"),))
    return tuple(rows)


def _lead(staff: Staff) -> bool:
    return staff.role in LEADS


def _may(action: Action, scene: Scene, staff: Staff) -> bool:
    try:
        allow(action, by=staff, case=scene.case)
    except Refusal:
        return False
    return True
