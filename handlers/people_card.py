"""What a card shows of the people and files of a case."""

from __future__ import annotations

from cases.case import Case, File
from cases.messages import Button, Rows
from cases.moves import LEADS
from cases.notices import Scene
from cases.phrases import At, Phrase, says
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


def joined_rows(case: Case, staff: Staff) -> Rows:
    """The reports that were joined to this one, to be read, and by who answers for the unit to be taken apart."""

    def press(action: str, nth: int, **args: str) -> Button:
        return Button(says(f"button-{action}", **args), action, case.ref, case.version, str(nth))

    return tuple(
        (press("joinedfile", nth, number=one.number), *((press("apart", nth),) if staff.role in LEADS else ()))
        for nth, one in enumerate(case.reports)
    )
