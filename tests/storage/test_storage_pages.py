"""Pages: rows before they are sent, sealed, dropped when the alert was taken, and never two rounds at once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.alert import Alert, AlertRef, AlertState
from cases.outcome import Outcome, Page
from cases.paging import CALL, CALLS
from cases.phrases import says
from cases.staff import Role, StaffId
from storage import Paging, Storage
from storage.pages import BACK_OFF, LEASE, MOST_ATTEMPTS
from tests.storage.things import MINUTE, NOW, OFFICER, alert, case, put, staff_id

SECOND = timedelta(seconds=1)


def call(to: int = 1, of: str | None = "alert-1", key: str = CALL) -> Page:
    return Page(staff_id(to), says(key, number="LU-2026-0001"), AlertRef(of) if of else None)


async def opened(storage: Storage, *pages: Page, **changes: object) -> Alert:
    await put(storage, cases=[case()], alerts=[alert(**changes)], pages=pages)
    async with storage.look() as look:
        found = await look.alert(AlertRef("alert-1"))
    assert found is not None
    return found


async def due(storage: Storage, *, now=NOW, skip: frozenset[int] = frozenset()) -> list[Paging]:
    async with storage.work() as work:
        found = await work.pages_to_send(now=now, limit=9, skip=skip)
        assert bool(found) <= await work.has_pages(now=now + LEASE)
    return list(found)


async def test_a_page_goes_out_once(storage: Storage, rows):
    await opened(storage, call(1), call(2), other := call(3, of=None, key="page-test"))
    first, second, third = await due(storage)
    assert (first.page, first.attempts, first.done) == (call(1), 1, ())
    assert third.page == other
    # The first of each round carries what is nobody's own.
    assert [page.leads for page in (first, second, third)] == [True, False, True]
    async with storage.work() as work:
        for page in (first, second):
            await work.page_sent(page, now=NOW)
        await work.page_failed(third, now=NOW)
    assert await due(storage, now=NOW + 60 * MINUTE) == []
    assert await rows("SELECT state, payload FROM page ORDER BY id") == [
        ("sent", None),
        ("sent", None),
        ("failed", None),
    ]


async def test_who_dies_with_a_page_holds_it_up_for_a_moment_alone(storage: Storage):
    await opened(storage, call())
    (page,) = await due(storage)
    assert await due(storage, now=NOW + LEASE - SECOND) == []
    assert await due(storage, now=NOW + LEASE, skip=frozenset({page.id})) == []
    (again,) = await due(storage, now=NOW + LEASE)
    assert (again.id, again.attempts) == (page.id, 2)


async def test_what_was_not_taken_comes_again_later_and_later_and_remembers_who_took_it(storage: Storage):
    await opened(storage, call())
    now = NOW
    for wait in (*BACK_OFF, BACK_OFF[-1]):
        (page,) = await due(storage, now=now)
        async with storage.work() as work:
            await work.page_retry(page, done=("mailtos://x?to={email}",), now=now)
        now += timedelta(seconds=wait)
        assert await due(storage, now=now - SECOND) == []
    (page,) = await due(storage, now=now)
    assert page.done == ("mailtos://x?to={email}",)


@pytest.mark.parametrize("key", sorted(CALLS))
async def test_a_call_to_an_alert_that_was_taken_or_ended_is_dropped(storage: Storage, rows, key: str):
    before = await opened(storage, call(key=key))
    for changes in ({"state": AlertState.TAKEN, "taken_by": staff_id(1)}, {"state": AlertState.ENDED}):
        await put(storage, alerts=[replace(before, **changes)])
        async with storage.look() as look:
            before = await look.alert(AlertRef("alert-1")) or before
        assert await due(storage) == []
        await put(storage, pages=[call()])
    assert await rows("SELECT DISTINCT state, payload FROM page WHERE id = 1") == [("cancelled", None)]


async def test_too_few_takers_are_still_called(storage: Storage):
    await opened(storage, call(), state=AlertState.TAKEN, taken_by=staff_id(2), wanted=2)
    assert len(await due(storage)) == 1


async def test_what_is_no_call_goes_out_though_the_alert_is_taken_but_not_for_ever(storage: Storage, rows):
    await opened(storage, call(key="page-test"), state=AlertState.TAKEN, taken_by=staff_id(2))
    now = NOW
    for _ in range(MOST_ATTEMPTS):
        (page,) = await due(storage, now=now)
        async with storage.work() as work:
            await work.page_retry(page, done=(), now=now)
        now += timedelta(minutes=10)
    assert await due(storage, now=now) == []
    assert await rows("SELECT state FROM page") == [("failed",)]


async def test_a_new_round_takes_the_place_of_the_last_one(storage: Storage, rows):
    await opened(storage, call(1), call(2), call(1, key="page-test"))
    await put(storage, now=NOW + MINUTE, pages=[call(1), call(3)])
    found = await due(storage, now=NOW + MINUTE)
    assert [(page.page.to, page.page.phrase.key) for page in found] == [(1, "page-test"), (1, CALL), (3, CALL)]
    assert await rows("SELECT count(*) FROM page WHERE state = 'cancelled'") == [(2,)]


async def test_one_that_cannot_be_read_holds_up_no_other(storage: Storage, rows):
    await opened(storage, call(1), call(2))
    await rows("UPDATE page SET ref = 'elsewhere' WHERE id = 1")
    (page,) = await due(storage)
    assert page.page.to == 2
    assert await rows("SELECT state FROM page WHERE id = 1") == [("failed",)]


async def test_a_forgotten_case_pages_nobody(storage: Storage, rows):
    await opened(storage, call())
    async with storage.work() as work:
        await work.forget_case(case().ref)
    assert await due(storage) == []
    assert await rows("SELECT state, payload FROM page") == [("cancelled", None)]


async def test_addresses_stay_through_a_change_of_role_and_are_replaced_as_one(storage: Storage):
    async with storage.work() as work:
        ani = await work.add_staff(chat=OFFICER, name="Ani", role=Role.DUTY_OFFICER)
        assert await work.addresses(ani) == {}
        await work.set_addresses(ani, {"email": "ani@example.go.id", "phone": "+6281"})
        assert await work.add_staff(chat=OFFICER, name="Ani S.", role=Role.HEAD) == ani
        assert await work.addresses(ani) == {"email": "ani@example.go.id", "phone": "+6281"}
        assert [person.name for person in (await work.roster()).people] == ["Ani S."]
        await work.set_addresses(ani, {"ntfy": "ani"})
    async with storage.look() as look:
        assert await look.addresses(ani) == {"ntfy": "ani"}
        assert await look.addresses(StaffId(999)) == {}


async def test_an_outcome_that_fails_pages_nobody(storage: Storage):
    try:
        async with storage.work() as work:
            await work.record(Outcome(cases=(case(),), alerts=(alert(),), pages=(call(),)), now=NOW)
            raise RuntimeError
    except RuntimeError:
        pass
    assert await due(storage) == []
