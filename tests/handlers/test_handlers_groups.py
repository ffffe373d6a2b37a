"""Groups of staff: known only through a lead, told nothing but cards, and a press there counts by our own list."""

from __future__ import annotations

from typing import Any

import pytest

from bot.words import render
from cases.messages import Button, ChatId, Lane, Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Role, StaffId
from handlers import groups as rooms
from handlers import undelivered
from handlers.heard import Doing, Room
from storage import Outgoing, StaffGroup
from tests.office import ANI, BUDI, CITRA, CRY, DEWI, EKA, GITA, REPORTER, Office, world

GROUP, OTHER, GROWN = ChatId(-501), ChatId(-502), ChatId(-1_000_000_000_501)
STRANGER = ChatId(666)
ROOM = Room(GROUP, "Piket PPA")


async def group(office: Office, by: ChatId = CITRA, room: Room = ROOM) -> list[Message]:
    """Somebody adds the bot to a group; what went there."""
    before = len(office.sent.get(room.chat, ()))
    await office.does(by, Doing.ADDED, room=room)
    await office.passes(seconds=4)
    return office.sent.get(room.chat, [])[before:]


async def known(office: Office) -> list[StaffGroup]:
    async with office.storage.look() as look:
        return [one for one in await look.groups() if one.active]


async def takes(office: Office, who: ChatId, *, room: Room = ROOM, button: Button | None = None) -> str:
    """A press on the card in the group; the key of what passed over the presser's screen."""
    pressed = button or office.button(room.chat, "take")
    more: dict[str, Any] = {"action": pressed.action, "ref": pressed.ref, "version": pressed.version}
    await office.does(who, Doing.PRESSED, press_id="7", room=room, **more)
    return office.toast.phrase.key if office.toast else ""


async def started(office: Office, *people: ChatId) -> None:
    for person in people:
        await office.command(person, "start")


async def holder(office: Office) -> StaffId | None:
    async with office.storage.look() as look:
        return (await look.open_alerts())[0].taken_by


def keys(messages: list[Message]) -> list[str]:
    return ["leaves" if message.leaves else message.phrase.key for message in messages]


@pytest.mark.parametrize(
    ("by", "room", "stays"),
    [
        (CITRA, ROOM, True),
        (DEWI, ROOM, True),
        (GITA, ROOM, True),
        (ANI, ROOM, False),
        (EKA, ROOM, False),
        (STRANGER, ROOM, False),
        (REPORTER, ROOM, False),
        (GROUP, ROOM, False),  # an anonymous admin
        (CITRA, Room(GROUP, "Warta", is_channel=True), False),
    ],
)
async def test_the_bot_stays_only_where_a_lead_has_let_it_in(
    office: Office, by: ChatId, room: Room, stays: bool
) -> None:
    assert keys(await group(office, by, room)) == (["group-welcome"] if stays else ["leaves"])
    assert bool(await known(office)) is stays
    assert "group-registered" in office.heard_by(CITRA) if stays else "group-registered" not in office.heard_by(CITRA)


async def test_who_left_the_unit_is_a_stranger_here_too(office: Office) -> None:
    async with office.storage.work() as work:
        await work.set_active((await work.roster()).by_chat(CITRA).id, False)  # type: ignore[union-attr]
    assert keys(await group(office)) == ["leaves"]


async def test_the_same_news_twice_is_one_welcome(office: Office) -> None:
    await group(office)
    assert await group(office) == []
    assert await group(office, STRANGER) == []
    await office.does(STRANGER, Doing.IGNORED, room=ROOM)
    await office.does(ANI, Doing.COMMAND, command="tugas", room=ROOM)
    assert keys(office.sent[GROUP]) == ["group-welcome"]
    assert len(await known(office)) == 1


async def test_left_for_a_stranger_registered_by_a_coordinator_later(office: Office) -> None:
    assert keys(await group(office, STRANGER)) == ["leaves"]
    assert keys(await group(office)) == ["group-welcome"]


@pytest.mark.parametrize("doing", [Doing.IGNORED, Doing.COMMAND])
async def test_an_unknown_group_that_shows_itself_is_left(office: Office, doing: Doing) -> None:
    await office.does(STRANGER, doing, command="kelompok", room=ROOM)
    await office.passes(seconds=4)
    assert keys(office.sent[GROUP]) == ["leaves"]


async def test_a_lead_can_make_it_known_by_a_command_an_officer_can_not(office: Office) -> None:
    await office.does(ANI, Doing.COMMAND, command="kelompok", room=ROOM)
    assert await known(office) == []
    assert office.heard_by(ANI) == ["group-not-known"]
    await office.does(DEWI, Doing.COMMAND, command="kelompok", room=ROOM)
    await office.does(DEWI, Doing.COMMAND, command="kelompok", room=ROOM)
    assert keys(office.sent[GROUP]) == ["group-welcome", "group-known-already"]


async def test_put_out_or_not_allowed_to_write_there_the_leads_know(office: Office) -> None:
    await group(office)
    await office.does(STRANGER, Doing.REMOVED, room=ROOM)
    assert office.heard_by(CITRA).count("group-lost") == 1
    assert await known(office) == []
    await office.does(STRANGER, Doing.REMOVED, room=ROOM)
    await office.command(REPORTER, "darurat")
    await group(office)
    assert keys(office.sent[GROUP]) == ["group-welcome", "group-call", "group-welcome"]
    async with office.storage.work() as work:
        outgoing = Outgoing(1, GROUP, office.sent[GROUP][-1], 1, False, None, office.now)
        await undelivered.unreachable(work, outgoing, world=world(), now=office.now)
    await office.deliver()
    assert office.heard_by(CITRA).count("group-lost") == 2
    assert "staff-unreachable" not in office.heard_by(CITRA)
    assert await known(office) == []


async def test_leads_see_the_groups_and_give_one_up(office: Office) -> None:
    assert keys(await office.command(CITRA, "kelompok")) == ["groups-none"]
    assert keys(await office.command(ANI, "kelompok")) == ["refusal-not-allowed"]
    await group(office)
    await group(office, DEWI, Room(OTHER, "<b>Seko</b>"))
    (shown,) = await office.command(CITRA, "kelompok")
    assert [button.ref for row in shown.buttons for button in row] == [str(GROUP), str(OTHER)]
    leaving = office.button(CITRA, "give-up")
    assert keys(await office.press(EKA, leaving)) == ["refusal-not-allowed"]
    assert keys(await office.press(DEWI, leaving)) == ["groups"]
    await office.passes(seconds=4)
    assert keys(office.sent[GROUP]) == ["group-welcome", "group-goodbye", "leaves"]
    assert "group-given-up" in office.heard_by(CITRA)
    assert [one.chat for one in await known(office)] == [OTHER]
    assert keys(await office.press(CITRA, leaving)) == ["refusal-unknown"]
    await office.does(ChatId(9), Doing.REMOVED, room=ROOM)
    assert "group-lost" not in office.heard_by(CITRA)


async def test_the_card_follows_the_alert(office: Office) -> None:
    await group(office)
    await group(office, CITRA, Room(OTHER, "Kedua"))
    await office.command(REPORTER, "darurat")
    await office.passes(minutes=3)
    await office.presses(ANI, "take")
    await office.presses(ANI, "return")
    await takes(office, ANI)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip")
    for one in (GROUP, OTHER):
        cards = office.sent[one][1:]
        assert keys(cards) == [
            *("group-call", "group-call", "group-taken", "group-call", "group-taken", "group-ended"),
        ]
        assert [bool(card.buttons) for card in cards] == [True, True, False, True, False, False]
        assert len({card.slot for card in cards}) == 1
        assert all(card.replaces for card in cards)


async def test_officers_come_before_the_group(office: Office) -> None:
    await group(office)
    async with office.storage.work() as work:
        await office_hears(work)
        order = [int(one.chat) for one in await work.pick(now=office.now, limit=9)]
    assert order.index(GROUP) > max(order.index(ANI), order.index(BUDI))


async def office_hears(work: Any) -> None:
    from handlers.desk import hear
    from handlers.heard import Heard
    from tests.office import NOON

    await hear(work, Heard(REPORTER, Doing.COMMAND, NOON, command="darurat"), world(), now=NOON)


async def test_an_officer_takes_it_in_the_group_and_reads_in_private(office: Office) -> None:
    await group(office)
    await started(office, ANI)
    await office.says(REPORTER, CRY)
    assert await takes(office, ANI) == "group-yours"
    assert office.toast is not None
    assert not office.toast.alert
    assert "alert-yours" in office.heard_by(ANI)
    assert "alert-taken-by" in office.heard_by(BUDI)
    assert await holder(office) == (await office.member(ANI)).id
    button = office.button(GROUP, "take")
    assert await takes(office, ANI, button=button) == "group-yours"
    assert await takes(office, BUDI, button=button) == "refusal-taken"
    assert await takes(office, STRANGER, button=button) == "group-only-staff"


@pytest.mark.parametrize("who", [STRANGER, REPORTER, ChatId(1_087_968_824), GROUP])
async def test_who_is_not_in_our_list_is_denied_and_the_alert_unharmed(
    office: Office, who: ChatId, caplog: pytest.LogCaptureFixture
) -> None:
    await group(office)
    await office.says(REPORTER, CRY)
    before = dict(office.sent)
    assert await takes(office, who) == "group-only-staff"
    assert office.toast is not None
    assert office.toast.alert
    assert office.sent == before
    assert await holder(office) is None
    assert "denied" in caplog.text
    assert str(int(who)) not in caplog.text


async def test_an_admin_may_keep_the_machine_but_not_take_a_case(office: Office) -> None:
    await group(office)
    await started(office, GITA)
    await office.says(REPORTER, CRY)
    assert await takes(office, GITA) == "refusal-not-allowed"
    assert await holder(office) is None


async def test_who_cannot_be_written_to_is_told_what_to_do(office: Office) -> None:
    await group(office)
    async with office.storage.work() as work:
        await work.add_staff(chat=ChatId(1010), name="Hana", role=Role.DUTY_OFFICER)
    await office.says(REPORTER, CRY)
    assert await takes(office, ChatId(1010)) == "group-start-first"
    await started(office, ChatId(1010))
    await office.does(ChatId(1010), Doing.BLOCKED)
    assert await takes(office, ChatId(1010)) == "group-start-first"
    assert await holder(office) is None
    await started(office, ChatId(1010))
    assert await takes(office, ChatId(1010)) == "group-yours"


async def test_other_buttons_and_other_groups_do_nothing(office: Office) -> None:
    await group(office)
    await office.says(REPORTER, CRY)
    take = office.button(GROUP, "take")
    for action in ("decline", "return", "file", "look", "give-up", "close"):
        assert await takes(office, ANI, button=Button(says("nothing"), action, take.ref)) == ""
    assert await takes(office, ANI, room=Room(OTHER), button=take) == "refusal-unknown"
    await office.passes(seconds=4)
    assert keys(office.sent[OTHER]) == ["leaves"]
    assert await holder(office) is None


@pytest.mark.parametrize("joined_first", [False, True])
async def test_a_supergroup_is_the_same_group(office: Office, joined_first: bool) -> None:
    """Its members see the cards again, what waits goes there, and its old buttons work (F8)."""
    await group(office)
    await started(office, ANI)
    await office.says(REPORTER, CRY)
    take = office.button(GROUP, "take")
    moved = Room(GROUP, "Piket PPA", moved_to=GROWN)
    if joined_first:
        # Telegram says first that somebody put the bot into a new supergroup.
        await office.does(STRANGER, Doing.ADDED, room=Room(GROWN, "Piket PPA"))
    async with office.storage.work() as work:
        await work.record(Outcome(messages=(Message(GROUP, says("group-welcome"), Lane.REST),)), now=office.now)
        await rooms.follow(work, old=GROUP, new=GROWN)
    await office.does(STRANGER, Doing.MIGRATED, room=moved)
    await office.does(STRANGER, Doing.MIGRATED, room=moved)
    await office.passes(seconds=4)
    (only,) = await known(office)
    assert (only.chat, only.former) == (GROWN, (GROUP,))
    assert "group-welcome" in keys(office.sent[GROWN])
    await office.command(REPORTER, "darurat")
    assert await takes(office, ANI, room=Room(GROWN), button=take) == "group-yours"
    assert keys(office.sent[GROWN])[-1] == "group-taken"


async def test_the_open_cards_are_sent_anew_after_a_move(office: Office) -> None:
    await group(office)
    await office.says(REPORTER, CRY)
    before = len(office.sent[GROUP])
    await office.does(STRANGER, Doing.MIGRATED, room=Room(GROUP, moved_to=GROWN))
    assert keys(office.sent[GROWN]) == ["group-call"]
    assert len(office.sent[GROUP]) == before
    await office.does(STRANGER, Doing.MIGRATED, room=Room(GROUP, moved_to=GROWN))
    assert keys(office.sent[GROWN]) == ["group-call"]


async def test_a_card_that_comes_back_late_is_sent_to_where_the_group_is(office: Office) -> None:
    await group(office)
    await office.says(REPORTER, CRY)
    await office.does(STRANGER, Doing.MIGRATED, room=Room(GROUP, moved_to=GROWN))
    async with office.storage.work() as work:
        late = Outgoing(10**6, GROUP, office.sent[GROUP][-1], 1, False, None, office.now)
        await rooms.moved(work, late, to=GROWN, now=office.now)
    await office.deliver()
    assert keys(office.sent[GROWN]) == ["group-call", "group-call"]


async def test_an_unknown_group_that_moves_is_left_where_it_is(office: Office) -> None:
    await office.does(STRANGER, Doing.MIGRATED, room=Room(GROUP, moved_to=GROWN))
    await office.passes(seconds=4)
    assert keys(office.sent[GROWN]) == ["leaves"]


async def test_nothing_that_was_told_reaches_a_group(office: Office) -> None:
    """Names, address, telephone and story of a whole case: no group sees any of it, in words or beneath them."""
    canaries = ("Rahmawati", "Jl. Anggrek 17", "081234567890", "pagar hijau", "Ani", "Budi", "Citra", "Piket PPA")
    await group(office)
    await started(office, ANI, BUDI)
    await office.says(REPORTER, f"{CRY} {' '.join(canaries[:4])}")
    await office.says(REPORTER, f"nama saya {canaries[0]}, {canaries[1]}, {canaries[2]}")
    await office.passes(minutes=7)
    await takes(office, BUDI)
    await office.presses(BUDI, "return")
    await takes(office, ANI)
    await office.presses(ANI, "outreach")
    await office.answers(ANI, "owhen:0", "ohow:datang", "oby:saya", "osafe:ya")
    await office.says(ANI, f"korban {canaries[0]} di {canaries[3]}")
    sent = office.sent[GROUP]
    assert {"group-call", "group-taken", "group-ended"} <= set(keys(sent))
    words = [
        render(m.phrase, language=language, zone=world().profile.zone, now=office.now)
        for m in sent
        for language in ("id", "en")
    ]
    found = [canary for canary in canaries if canary in repr(sent) + repr(words)]
    assert found == []
