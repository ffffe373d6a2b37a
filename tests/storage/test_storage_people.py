"""Persons and staff: found by their chat, called by the roster."""

from cases.messages import ChatId
from cases.staff import Role, StaffId
from storage import Person, Storage
from tests.storage.things import OFFICER, REPORTER


async def test_a_person_is_kept_and_changed(storage: Storage):
    async with storage.work() as work:
        assert await work.person(REPORTER) is None
        await work.save_person(Person(REPORTER))
        assert await work.person(REPORTER) == Person(REPORTER, "id", True, False)
        changed = Person(REPORTER, language="en", reachable=False, told_language=True)
        await work.save_person(changed)
    async with storage.look() as look:
        assert await look.person(REPORTER) == changed
        assert await look.person(ChatId(-REPORTER)) is None


async def test_the_roster_has_everybody_as_added(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=OFFICER, name="Ani 🌷", role=Role.DUTY_OFFICER, on_duty=True)
        budi = await work.add_staff(chat=ChatId(2), name="Budi", role=Role.HEAD, language="en")
    async with storage.look() as look:
        roster = await look.roster()
    first, second = roster.people
    assert (first.id, first.chat, first.name, first.role) == (ani, OFFICER, "Ani 🌷", Role.DUTY_OFFICER)
    assert (first.on_duty, first.reachable, first.active, first.language) == (True, True, True, "id")
    assert (second.id, second.on_duty, second.language) == (budi, False, "en")


async def test_adding_the_same_chat_again_changes_the_member(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=OFFICER, name="Ani", role=Role.DUTY_OFFICER, on_duty=True)
        await work.set_active(ani, False)
        again = await work.add_staff(chat=OFFICER, name="Ani S.", role=Role.COORDINATOR)
        (member,) = (await work.roster()).people
    assert again == ani == member.id
    assert (member.name, member.role, member.on_duty, member.active) == ("Ani S.", Role.COORDINATOR, False, True)


async def test_duty_language_and_leaving(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=OFFICER, name="Ani", role=Role.DUTY_OFFICER)
        other = await work.add_staff(chat=ChatId(2), name="Budi", role=Role.DUTY_OFFICER)
        await work.set_on_duty(ani, True)
        await work.set_active(ani, False)
        await work.set_staff_language(ani, "en")
        roster = await work.roster()
    changed, untouched = roster.by_id(ani), roster.by_id(other)
    assert changed is not None
    assert untouched is not None
    assert (changed.on_duty, changed.active, changed.language) == (True, False, "en")
    assert (untouched.on_duty, untouched.active, untouched.language) == (False, True, "id")
    assert roster.by_id(StaffId(999)) is None


async def test_reachability_says_whether_it_is_news(storage: Storage):
    async with storage.work() as work:
        await work.add_staff(chat=OFFICER, name="Ani", role=Role.DUTY_OFFICER)
        await work.save_person(Person(REPORTER))
        assert await work.set_reachable(OFFICER, False) is True
        assert await work.set_reachable(OFFICER, False) is False
        assert await work.set_reachable(REPORTER, False) is True
        assert await work.set_reachable(ChatId(404), False) is False
        (ani,) = (await work.roster()).people
        assert ani.reachable is False
        assert await work.person(REPORTER) == Person(REPORTER, reachable=False)
        assert await work.set_reachable(OFFICER, True) is True
