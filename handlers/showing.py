"""Shows staff what they may see: their alerts, their cases, and a case's file, with a trace of who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import police
from cases.alert import Cause
from cases.attaching import ATTACHMENT
from cases.attachment import AttachmentRef
from cases.case import Case
from cases.crisis import run_card
from cases.duty import yours
from cases.messages import Button, Lane, Message, Panel, Rows, Style
from cases.moves import LEADS, OFFICERS, Action
from cases.moves import holds as holds_case
from cases.notices import CLOSE_ALERT, TAKE, Scene, card, shown
from cases.outcome import Look, Outcome
from cases.phrases import Phrase, says
from cases.refusals import NotAllowed
from cases.remote import way_to
from cases.staff import Role, Staff
from cases.status_told import VICTIMS
from handlers.conversation.engine import World
from handlers.conversation.steps import SKIP
from handlers.conversation.story import attachments, spot_line, story_line
from handlers.conversation.summary import lines
from handlers.heard import Heard
from handlers.safety import contact_file
from handlers.scenes import scene_of_alert, scene_of_case
from handlers.showing_files import shown_file
from storage import Work

#: Who somebody is, and what they told, stands on an officer's phone for so many minutes; the button shows it again.
FADES = 5
#: A story is shown in pieces that fit into one message each, however they are escaped.
PIECE = 3000


async def file_of(
    work: Work, case: Case, *, to: Staff, world: World, now: datetime, lane: Lane | None = None
) -> Outcome:
    """Everything that was told, for one person who needs it; the trace of it stands before the messages do."""
    answers = case.answers
    kept = {one.ref: one for one in await work.attachments(case.ref)} if attachments(answers) else {}
    spot = answers.get("spot")
    silent: tuple[Phrase, ...] = (says("line-silent"),) if answers.get("silent") else ()
    if case.distrusted:
        silent += (says("line-distrusted"),)
    elif answers.get("who") not in (None, SKIP, *VICTIMS):
        silent += (says("line-bystander"),)
    link = (spot_line(spot),) if spot else ()
    told = Message(
        to.chat,
        Phrase(
            "case-file",
            {"number": case.number, "lines": (*silent, *lines(answers, world), *link) or says("file-empty")},
        ),
        lane=lane if lane is not None else Lane.EMERGENCY if case.emergency else Lane.REPLY,
        buttons=((Button(says("button-course"), "course", ref=case.ref),),),
        protect=True,
        fades=FADES,
    )
    pieces = [
        Message(
            to.chat, Phrase("case-story", {"number": case.number, "text": piece}), told.lane, protect=True, fades=FADES
        )
        for entry in answers.get("story") or []
        for piece in _pieces(str(entry.get("text", "")))
    ]
    files = [
        replace(
            shown_file(
                Phrase("case-attachment", {"number": case.number, "what": story_line(entry)}),
                entry,
                kept.get(AttachmentRef(entry.get(ATTACHMENT, ""))),
                to=to,
                lane=told.lane,
            ),
            fades=FADES,
        )
        for entry in attachments(answers)
    ]
    where = [
        Message(
            to.chat,
            Phrase("case-spot", {"number": case.number}),
            told.lane,
            place=(float(spot["latitude"]), float(spot["longitude"])),
            protect=True,
            fades=FADES,
        )
        for spot in ([spot] if spot else [])
    ]
    return Outcome(looks=(Look(case.ref, to.id, now, "file"),), messages=(told, *pieces, *files, *where))


def _pieces(text: str) -> list[str]:
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def may_see(scene: Scene, staff: Staff) -> bool:
    """Whether this person needs to see the file: holder of the alert, case manager, or an answering lead."""
    holds = any(
        alert is not None and alert.is_open and staff.id in alert.takers for alert in (scene.alert, scene.missed)
    )
    return holds or holds_case(staff, scene.case)


def may_read(scene: Scene, staff: Staff) -> bool:
    """Whether this person may read the file: also the second officer, who must know what they agree to."""
    wishes = (scene.case.lowering, scene.alert.ending if scene.alert is not None else None)
    second = any(wish is not None and wish.by != staff.id for wish in wishes)
    return may_see(scene, staff) or (second and (staff.on_duty or staff.role in OFFICERS))


def may_judge(scene: Scene, staff: Staff) -> bool:
    """Whether this person may look at the decision: who may see the file, and any officer while nobody holds it."""
    officer = staff.role in OFFICERS or staff.on_duty
    return may_see(scene, staff) or (officer and scene.alert is None and scene.case.manager is None)


async def alert_file(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The file behind an alert that one holds."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    if not may_see(scene, staff):
        raise NotAllowed
    told = await file_of(work, scene.case, to=staff, world=world, now=now)
    return told + await contact_file(work, scene.case, to=staff, now=now)


async def case_file(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The file of a case that one holds, or is asked about as the second officer."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_read(scene, staff):
        raise NotAllowed
    told = await file_of(work, scene.case, to=staff, world=world, now=now)
    return told + await contact_file(work, scene.case, to=staff, now=now)


async def my_alerts(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The alerts that I have taken, and those that still call: never more of these than a card may say.

    Leads see also what others have taken, and who.
    """
    roster = await work.roster()
    messages: list[Message] = []
    for alert in await work.open_alerts():
        mine = staff.id in alert.takers
        if not mine and (staff.role is Role.ADMIN or not (alert.is_short or staff.role in LEADS)):
            continue
        case = await work.case(alert.case)
        if case is None:
            continue
        visit = await work.planned_visit(case.ref) if mine and alert.cause is Cause.MISSED_VISIT else None
        scene = Scene(case=case, roster=roster, alert=alert, visit=visit)
        scene = scene.with_args(passed=says("nothing"), way=way_to(case, world.profile))
        messages.append(yours(scene, to=staff) if mine else open_card(scene, staff))
        if mine and alert.needs_outreach:
            messages.append(run_card(scene, to=staff, profile=world.profile))
    if not messages:
        return Outcome(messages=(Message(staff.chat, says("no-alerts"), panel=Panel.STAFF),))
    return Outcome(messages=tuple(messages))


def open_card(scene: Scene, staff: Staff) -> Message:
    """An alert that somebody else has, or nobody: to be taken while it is short, and closed by two."""
    alert = scene.alert
    assert alert is not None
    officer = staff.on_duty or staff.role in OFFICERS
    rows = (*(TAKE if alert.is_short else ()), *(CLOSE_ALERT if officer else ()))
    return Message(
        staff.chat,
        Phrase("alert-call" if alert.taken_by is None else "alert-held", card(scene)),
        buttons=tuple(tuple(shown(press, scene) for press in row) for row in rows),
        slot=f"alert:{alert.ref}",
    )


def police_rows(case: Case) -> Rows:
    """What can be done about a report to the police, where one is owed or advised."""

    def press(action: str, style: Style = Style.PLAIN) -> Button:
        return Button(says(f"button-{action}"), action, ref=case.ref, version=case.version, style=style)

    if police.is_open(case):
        return ((press(Action.POLICE_REPORTED, Style.SUCCESS),), (press(Action.POLICE_EXCUSED),))
    if case.police is None and police.should_report(case):
        return ((press("conveyed"),),)
    return ()
