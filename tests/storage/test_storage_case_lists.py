"""Lists are in the order of urgency, and stay so whatever is recorded."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from cases.board import LONG, BoardCell, CaseLine, Lateness, lateness, rank, visit_until
from cases.case import CaseRef, Ruling, Status
from cases.staff import StaffId
from cases.visit import VisitState
from storage import Storage, Work
from storage.case_files import _OF_MANAGER, _PLANNED_VISITS, _UNASSIGNED
from storage.case_lists import _ALL_COUNT, _ALL_LINES, _BOARD, _CASELOAD, _COUNT_OF, _LINES_OF
from storage.desk import Seen
from storage.dossier import _FOLLOWED_BY, _FOUND_BY, _OF_AGENCY, _OPEN_REFERRALS
from tests.storage.things import NOW, case, put, staff_id, visit

EKA, BUDI = staff_id(5), staff_id(2)
CALM = Ruling("SEDANG", False, BUDI, NOW)
GRAVE = Ruling("TINGGI", True, BUDI, NOW)
DAY = timedelta(days=1)


def held(ref: str, **changes):
    return case(ref, **{"manager": EKA, "ruling": CALM, "status": Status.ASSIGNED, **changes})


async def order(storage: Storage, manager: StaffId | None = None) -> list[str]:
    async with storage.look() as look:
        lines = await look.case_list(manager, limit=99)
        assert len(lines) == await look.case_count(manager)
        return [line.ref for line in lines]


async def test_without_a_manager_then_emergencies_then_what_is_due_next(storage: Storage):
    await put(
        storage,
        cases=[
            held("nothing"),
            held("later", due_at=NOW + DAY),
            held("visit"),
            held("sooner", due_at=NOW),
            held("grave", ruling=GRAVE, due_at=NOW + 9 * DAY),
            case("nobody", ruling=CALM),
            case("nobody-grave", ruling=GRAVE),
            case("entrusted", ruling=CALM, status=Status.ENTRUSTED, due_at=NOW + 2 * DAY),
            case("unheld", ruling=CALM, status=Status.ENTRUSTED, due_at=NOW, unheld_since=NOW),
            held("closed", status=Status.CLOSED),
        ],
        visits=[visit(of="visit", due_on=NOW.date())],
    )
    assert await order(storage) == [
        "nobody-grave",
        "unheld",
        "nobody",
        "grave",
        "sooner",
        "visit",
        "later",
        "entrusted",
        "nothing",
    ]
    assert await order(storage, EKA) == ["grave", "sooner", "visit", "later", "nothing"]
    assert await order(storage, BUDI) == []


async def test_whoever_stands_in_sees_the_same_list(storage: Storage):
    await put(storage, cases=[held("a", acting=BUDI), held("b", due_at=NOW), held("c", manager=BUDI, due_at=NOW)])
    assert await order(storage, EKA) == ["b", "a"]
    assert await order(storage, BUDI) == ["c", "a"]
    async with storage.look() as look:
        assert await look.caseload() == {EKA: 2, BUDI: 1}
        assert [(line.manager, line.acting) for line in await look.case_list(BUDI, limit=9)] == [
            (BUDI, None),
            (EKA, BUDI),
        ]


async def test_a_line_says_what_a_list_shows(storage: Storage):
    await put(storage, cases=[held("a", due_at=NOW, kecamatan="Sabbang"), held("b")])
    async with storage.look() as look:
        first, second = await look.case_list(None, limit=9)
        assert first == CaseLine(
            ref=CaseRef("a"),
            number=held("a").number,
            status=Status.ASSIGNED,
            risk="SEDANG",
            emergency=False,
            reported_at=NOW,
            manager=EKA,
            next_at=NOW,
            kecamatan="Sabbang",
        )
        assert second.next_at is None
        assert await look.case_list(None, limit=1, offset=1) == (second,)


async def test_one_that_cant_be_read_does_not_hold_up_the_list(storage: Storage, rows, caplog):
    await put(storage, cases=[held("a", kecamatan="Sabbang"), held("b", kecamatan="Malangke")])
    await rows('UPDATE "case" SET body = (SELECT body FROM "case" WHERE ref = \'a\')')
    async with storage.look() as look:
        assert [line.kecamatan for line in await look.case_list(None, limit=9)] == ["Sabbang", ""]
    assert "case=b" in caplog.text


async def test_a_visit_that_moves_moves_its_case(storage: Storage):
    await put(storage, cases=[held("a"), held("b", due_at=NOW + DAY)], visits=[visit(of="a", due_on=NOW.date())])
    assert await order(storage) == ["a", "b"]
    await put(storage, visits=[visit(of="a", version=1, due_on=date(2026, 12, 30))])
    assert await order(storage) == ["b", "a"]
    await put(storage, cases=[held("b", version=1)])
    assert await order(storage) == ["a", "b"]
    await put(storage, visits=[visit(of="a", version=2, state=VisitState.DONE)])
    await put(storage, cases=[held("b", version=2, due_at=NOW)])
    assert await order(storage) == ["b", "a"]
    await put(storage, visits=[visit("v2", of="b", nth=2, due_on=date(2026, 11, 1))])
    async with storage.look() as look:
        assert [line.next_at for line in await look.case_list(None, limit=9)] == [
            datetime(2026, 11, 1, 14, 59, tzinfo=UTC),
            None,
        ]


async def test_what_is_closed_or_forgotten_is_in_no_list(storage: Storage):
    await put(storage, cases=[held("a", acting=BUDI), held("b"), held("c")])
    await put(storage, cases=[held("a", version=1, acting=BUDI, status=Status.CLOSED)])
    async with storage.work() as work:
        await work.forget_case(CaseRef("b"))
    assert await order(storage) == await order(storage, EKA) == ["c"]
    assert await order(storage, BUDI) == []
    async with storage.look() as look:
        assert await look.caseload() == {EKA: 1}
        assert await look.board(now=NOW) == (BoardCell(Status.ASSIGNED, Lateness.NOTHING, 1),)


async def test_the_board_counts_by_status_and_lateness(storage: Storage):
    due = [None, -8 * DAY, -DAY, -2 * DAY, timedelta(), DAY - timedelta(minutes=1), DAY]
    await put(
        storage, cases=[held(f"c{n}", due_at=None if after is None else NOW + after) for n, after in enumerate(due)]
    )
    await put(storage, cases=[held("met", status=Status.MET, due_at=NOW)])
    async with storage.look() as look:
        cells = set(await look.board(now=NOW))
    assert cells == {
        BoardCell(Status.ASSIGNED, Lateness.NOTHING, 1),
        BoardCell(Status.ASSIGNED, Lateness.LONG_LATE, 1),
        BoardCell(Status.ASSIGNED, Lateness.LATE, 2),
        BoardCell(Status.ASSIGNED, Lateness.SOON, 2),
        BoardCell(Status.ASSIGNED, Lateness.LATER, 1),
        BoardCell(Status.MET, Lateness.SOON, 1),
    }


@settings(max_examples=25, deadline=None, database=None)
@given(st.none() | st.integers(-20 * 24 * 60, 20 * 24 * 60))
def test_a_line_is_as_late_as_its_cell(minutes):
    after = None if minutes is None else timedelta(minutes=minutes)
    found = lateness(None if after is None else NOW + after, now=NOW)
    if after is None:
        assert found is Lateness.NOTHING
    elif after < timedelta():
        assert found is (Lateness.LONG_LATE if after < -LONG else Lateness.LATE)
    else:
        assert found is (Lateness.SOON if after < DAY else Lateness.LATER)


def test_the_day_of_a_visit_is_not_late_before_it_is_over_anywhere():
    until = visit_until(date(2026, 3, 2))
    assert [(until + timedelta(hours=zone)).day for zone in (7, 8, 9)] == [2, 2, 2]
    assert [rank(held("a", status=status)) for status in (Status.CLOSED, Status.REFUSED)] == [None, 3]


#: Each with the index that it must use; nothing that is asked often may read a table from end to end.
PLANS = {
    "lines": (_ALL_LINES, "ix_case_urgent"),
    "count": (_ALL_COUNT, "COVERING INDEX"),
    "lines of one": (_LINES_OF, "ix_case_manager"),
    "lines of who stands in": (_LINES_OF, "ix_case_acting"),
    "count of one": (_COUNT_OF, "ix_case_manager"),
    "count of who stands in": (_COUNT_OF, "ix_case_acting"),
    "load": (_CASELOAD, "COVERING INDEX ix_case_manager"),
    "board": (_BOARD, "COVERING INDEX ix_case_board"),
    "unassigned": (_UNASSIGNED, "ix_case_manager"),
    "of a manager": (_OF_MANAGER, "ix_case_manager"),
    "visits of a manager": (_PLANNED_VISITS, "ix_visit_case_ref"),
    "same name": (_FOUND_BY["name"], "ix_party_name"),
    "same phone": (_FOUND_BY["phone"], "ix_party_phone"),
    "same nik": (_FOUND_BY["nik"], "ix_party_nik"),
    "referrals that wait": (_OPEN_REFERRALS[0], "ix_referral_open"),
    "referrals under way": (_OPEN_REFERRALS[1], "ix_referral_open"),
    "referrals of one": (_FOLLOWED_BY[0], "ix_case_manager"),
    "referrals of who stands in": (_FOLLOWED_BY[0], "ix_case_acting"),
    "referrals of who sent them": (_FOLLOWED_BY[1], "ix_referral_sent_by"),
    "what an agency was asked": (_OF_AGENCY[0], "ix_referral_agency"),
    "what an agency does": (_OF_AGENCY[1], "ix_referral_agency"),
}


async def plans(look: Work, statement: Seen, **values: Any) -> list[str]:
    """What SQLite does for a statement, as it is really sent."""
    sent: list[tuple[str, Any]] = []
    connection = look._connection.sync_connection
    event.listen(connection, "before_cursor_execute", lambda *told: sent.append((told[2], told[3])))
    for asked in (statement.whole, statement.without):
        wanted = asked.compile().params.keys()
        await look._rows(asked, **{key: value for key, value in values.items() if key in wanted})
    explained = [
        await look._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given) for said, given in tuple(sent)
    ]
    return [row[3] for one in explained for row in one.all()]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", PLANS)
async def test_it_is_read_from_an_index(storage: Storage, name: str):
    statement, index = PLANS[name]
    moments = dict.fromkeys(("now", "long_ago", "soon", "never"), NOW)
    async with storage.look() as look:
        steps = await plans(
            look, statement, hidden=["a", "b"], most=20, start=0, who=5, index=b"x", case="c", **moments
        )
    assert sum(index in step for step in steps) >= 2, steps
    assert not any(step.startswith("SCAN") and "INDEX" not in step for step in steps), steps
    if name == "lines":
        assert not any("TEMP B-TREE" in step for step in steps), steps
