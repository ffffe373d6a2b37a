"""`/kasus`, the card, `/papan`, the morning's message and the reminders, as the people of the unit live them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rendering import Tongue, calls
from bot.words import keys as phrases
from cases.advancing import Written, advance
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.entry import EntryKind, EntryRef
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.next_moves import ELSEWHERE, NEXT
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.phrases import Arg, Phrase
from cases.referral import Referral, ReferralRef, ReferralState
from cases.reports import Told, open_case
from cases.rota import Holiday
from cases.staff import Role
from handlers.case_card import EXTRAS
from handlers.scenes import scene_of_case
from handlers.staff_desk import PRESSES
from scheduler.digests import ensure
from tests.cases.stage import CALM, DANGER, HIGH
from tests.handlers.test_handlers_afterwards import reports
from tests.office import ANI, BUDI, CITRA, DEWI, EKA, GITA, REPORTER, Office, world
from triage.decision import decide

FAJAR = ChatId(1006)
DAY = timedelta(days=1)


@pytest.fixture
async def unit(office: Office) -> Office:
    """The unit with a second case manager, on a Monday at noon, with its morning set."""
    async with office.storage.work() as work:
        await work.add_staff(chat=FAJAR, name="Fajar", role=Role.CASE_MANAGER, on_duty=False)
        await ensure(work, world().profile, office.now)
    return office


async def assigned(office: Office, ref: str = "c", *, facts: object = CALM, to: ChatId = EKA) -> Case:
    """A case that somebody has just got."""
    await reports(office, facts, ref=ref)  # type: ignore[arg-type]
    await office.presses(ANI, "take")
    await office.presses(ANI, "confirm")
    await office.presses(CITRA, "managers")
    await office.presses(CITRA, "assign", str((await office.member(to)).id))
    await office.presses(to, "contact", "reached")
    return await case_of(office, ref)


async def case_of(office: Office, ref: str = "c") -> Case:
    async with office.storage.look() as look:
        case = await look.case(CaseRef(ref))
    assert case is not None
    return case


async def moves(office: Office, action: Action, ref: str = "c") -> None:
    """A move of the book, as the rooms of the house make it."""
    async with office.storage.work() as work:
        scene = await scene_of_case(work, ref)
        by = (await work.roster()).by_chat(EKA)
        assert by is not None
        office.numbers += 1
        written = Written(EntryRef(f"e{office.numbers}"), EntryKind.NOTE, office.now)
        outcome = advance(scene, action, written, by=by, profile=world().profile, now=office.now)
        await work.record(outcome, now=office.now)
    await office.deliver()


async def many(office: Office, count: int) -> None:
    """So many reports that nobody has looked at."""
    async with office.storage.work() as work:
        for nth in range(count):
            case, _ = open_case(
                Told(answers={}, facts=CALM, decision=decide(CALM)),
                ref=CaseRef(f"m{nth}"),
                alert_ref=f"am{nth}",  # type: ignore[arg-type]
                number=CaseNumber(f"LU-2026-{1000 + nth}"),
                reporter=REPORTER,
                cause="report",  # type: ignore[arg-type]
                roster=await work.roster(),
                profile=world().profile,
                now=office.now + timedelta(minutes=nth),
            )
            await work.record(Outcome(cases=(case,)), now=office.now)


def buttons(message: Message) -> list[Button]:
    return [button for row in message.buttons for button in row]


def actions(message: Message) -> list[str]:
    return [button.action for button in buttons(message)]


def lines(message: Message) -> tuple[Phrase, ...]:
    found = message.phrase.args["lines"]
    assert isinstance(found, tuple)
    return found


def keys(said: list[Message]) -> list[str]:
    return [message.phrase.key for message in said]


def shown(office: Office, *messages: Message) -> None:
    """Whatever it is, it can be read in both languages, and its buttons fit."""
    for message in messages:
        for language in ("id", "en"):
            assert calls(message, Tongue(language, world().profile.zone, office.now), key=b"k" * 32)


async def test_my_cases_say_what_is_next_and_until_when(unit: Office) -> None:
    case = await assigned(unit)
    (said,) = await unit.command(EKA, "kasus")
    (line,) = lines(said)
    assert line.args["number"] == case.number
    what = line.args["what"]
    assert isinstance(what, Phrase)
    assert (what.key, what.args["step"], what.args["due"]) == (
        "step-until",
        Phrase("step-1-8"),
        Phrase("due-tomorrow-at", {"hour": "12.00"}),
    )
    assert actions(said) == ["open", "intake"]
    shown(unit, said)
    assert keys(await unit.command(FAJAR, "kasus")) == ["no-cases"]


async def test_a_page_has_ten_and_leads_on_and_back(unit: Office) -> None:
    await many(unit, 23)
    (said,) = await unit.command(CITRA, "kasus")
    assert len(lines(said)) == 10
    assert where(said) == {"page": "1", "pages": "3"}
    assert [b.choice for b in buttons(said) if b.action == "my-cases"] == ["all.1", "mine.0", "all.0", "none.0"]
    (last,) = await unit.presses(CITRA, "my-cases", "all.1")
    (last,) = await unit.presses(CITRA, "my-cases", "all.2")
    assert len(lines(last)) == 3
    shown(unit, said, last)
    (beyond,) = await unit.press(CITRA, replace(unit.button(CITRA, "my-cases", "all.1"), choice="all.99"))
    assert len(lines(beyond)) == 3
    (odd,) = await unit.press(CITRA, replace(unit.button(CITRA, "my-cases"), choice="²x.-1"))
    assert len(lines(odd)) == 10


async def test_one_page_has_no_number(unit: Office) -> None:
    await many(unit, 3)
    (said,) = await unit.command(CITRA, "kasus")
    assert where(said) == {}


def where(said: Message) -> Mapping[str, Arg]:
    """What a list says of the page one is on."""
    title = said.phrase.args["title"]
    assert isinstance(title, Phrase)
    assert isinstance(title.args["where"], Phrase)
    return title.args["where"].args


async def test_the_tabs_of_who_answers_for_the_unit(unit: Office) -> None:
    await assigned(unit)
    await reports(unit, HIGH, ref="xx")
    for tab, count in (("all", 2), ("none", 1)):
        (said,) = await unit.press(CITRA, Button(Phrase("x"), "my-cases", choice=f"{tab}.0"))
        assert len(lines(said)) == count
    assert keys(await unit.press(CITRA, Button(Phrase("x"), "my-cases", choice="mine.0"))) == ["no-cases"]
    # A case manager has no tabs: another choice leads to what is theirs.
    (mine,) = await unit.press(EKA, Button(Phrase("x"), "my-cases", choice="all.0"))
    assert len(lines(mine)) == 1
    assert "my-cases" not in actions(mine)


async def test_a_list_reads_no_more_cases_than_it_shows(unit: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await many(unit, 40)
    from storage import Work

    read = []
    whole = Work.case

    async def counted(self: Work, ref: CaseRef) -> Case | None:
        read.append(ref)
        return await whole(self, ref)

    monkeypatch.setattr(Work, "case", counted)
    await unit.command(CITRA, "kasus")
    assert len(read) == 10


async def test_the_card_says_what_matters_and_what_to_do_now(unit: Office) -> None:
    await assigned(unit)
    (said,) = await opens(unit, EKA)
    assert said.phrase.key == "case-now"
    told = said.phrase.args
    assert told["status"] == Phrase("status-assigned")
    assert told["consent"] == Phrase("consent-not-yet")
    assert told["rights"] == Phrase("rights-some", {"told": "0", "count": "8"})
    assert [line.args["what"].args["step"] for line in lines(said)] == [  # type: ignore[union-attr]
        Phrase("step-1-8"),
        Phrase("step-5-2"),
    ]
    assert {"meet", "visited", "file", "judge", "more"} <= {*actions(said)}
    assert not {"consent", "assess", "close", "assign"} & {*actions(said)}
    assert all(button.version for button in buttons(said) if button.action in ("meet", "more"))
    (rest,) = await unit.presses(EKA, "more")
    assert {"note", "onesided", "passon", "notsafe", "open"} <= {*actions(rest)}
    assert not {*actions(rest)} & {"meet", "assign", "delegate"}


async def opens(office: Office, chat: ChatId, ref: str = "c") -> list[Message]:
    return await office.press(chat, Button(Phrase("x"), "open", ref=ref))


async def test_the_card_of_who_leads_has_other_moves(unit: Office) -> None:
    await assigned(unit)
    (said,) = await opens(unit, CITRA)
    assert "visited" not in actions(said)
    (rest,) = await unit.presses(CITRA, "more")
    assert {"managers", "delegate", "join"} <= {*actions(rest)}
    assert keys(await opens(unit, FAJAR)) == ["refusal-not-allowed"]
    assert keys(await opens(unit, GITA)) == ["refusal-not-allowed"]


async def test_who_stands_in_sees_the_card_and_is_told(unit: Office) -> None:
    case = await assigned(unit)
    async with unit.storage.work() as work:
        until = world().profile.local(unit.now).date() + 7 * DAY
        acting = replace(case, acting=(await unit.member(FAJAR)).id, acting_until=until)
        await work.record(Outcome(cases=(acting,)), now=unit.now)
    (said,) = await opens(unit, FAJAR)
    assert said.phrase.args["people"] == (Phrase("card-acting", {"name": "Fajar", "until": until}),)
    await to_morning(unit)
    assert unit.heard_by(FAJAR).count("digest") == 1
    assert "digest" not in unit.heard_by(EKA)


async def test_the_board_leads_to_the_cases_of_a_cell(unit: Office) -> None:
    await assigned(unit)
    await many(unit, 14)
    unit.now += timedelta(hours=4)
    (board,) = await unit.command(CITRA, "papan")
    assert board.picture is not None
    assert board.picture.kind == "board"
    assert "Masamba" not in board.picture.figures
    (stage,) = await unit.presses(CITRA, "board", "1")
    assert {b.choice for b in buttons(stage)} == {"1.late.0", "1.soon.0", ""}
    (cell,) = await unit.presses(CITRA, "board", "1.late.0")
    assert len(lines(cell)) == 10
    (more,) = await unit.presses(CITRA, "board", "1.late.1")
    assert len(lines(more)) == 4
    (soon,) = await unit.press(CITRA, replace(unit.button(CITRA, "board"), choice="1.soon.0"))
    assert [line.args["number"] for line in lines(soon)] == [(await case_of(unit)).number]
    shown(unit, board, stage, cell, more, soon)
    for chat in (EKA, ANI, GITA):
        assert keys(await unit.command(chat, "papan")) == ["refusal-not-allowed"]
    for choice in ("7", "1.x.0", "x.late.0"):
        assert keys(await unit.press(CITRA, Button(Phrase("x"), "board", choice=choice))) == ["refusal-unknown"]


async def test_from_whom_a_case_is_hidden_it_is_on_no_list_and_on_no_board(unit: Office) -> None:
    case = await assigned(unit)
    hidden = (await unit.member(CITRA)).id
    async with unit.storage.work() as work:
        await work.record(Outcome(cases=(replace(case, excluded=(hidden,)),)), now=unit.now)
    assert keys(await unit.command(CITRA, "kasus")) == ["no-cases-all"]
    (board,) = await unit.command(CITRA, "papan")
    assert board.phrase.args["count"] == "0"
    assert keys(await opens(unit, CITRA)) == ["refusal-unknown"]
    before = len(unit.sent[CITRA])
    await to_morning(unit, days=3)
    assert case.number not in repr([m.phrase for m in unit.sent[CITRA][before:]])


async def to_morning(office: Office, *, days: int = 1, hour: float = 7.6) -> None:
    """Time passes to that morning, from one reminder to the next."""
    local = world().profile.local(office.now)
    target = (local + days * DAY).replace(hour=0, minute=0) + timedelta(hours=hour)
    while True:
        async with office.storage.look() as look:
            due_at = await look.next_due_at()
        if due_at is None or due_at > target:
            break
        office.now = max(office.now, due_at)
        await office.sweeper.sweep(now=office.now)
    office.now = target
    await office.deliver()


async def test_the_morning_has_one_message_and_nothing_to_say_is_not_said(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await to_morning(unit)
    (said,) = [m for m in unit.sent[EKA] if m.phrase.key == "digest"]
    assert [line.key for line in lines(said)] == ["digest-safety", "digest-line"]
    shown(unit, said)
    assert "digest" not in unit.heard_by(FAJAR)
    assert "digest" not in unit.heard_by(CITRA)
    await unit.passes(hours=5)
    assert unit.heard_by(EKA).count("digest") == 1
    await to_morning(unit)
    assert unit.heard_by(EKA).count("digest") == 2
    # Late by now: who answers for the unit hears it too.
    (unit_said,) = [m for m in unit.sent[CITRA] if m.phrase.key == "digest"]
    assert lines(unit_said)[0].args == {"late": "1", "unassigned": "0"}


async def test_a_visit_of_today_is_named_once(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await moves(unit, Action.MEET)
    await to_morning(unit, days=7)
    told = unit.heard_by(EKA).count("visit-due")
    assert "5.2" in repr([line for m in unit.sent[EKA] if m.phrase.key == "digest" for line in lines(m)][-1]) or told
    await unit.passes(hours=3)
    assert unit.heard_by(EKA).count("visit-due") == told == 1  # the eve alone
    async with unit.storage.look() as look:
        stages = [e.told["stage"] for e in await look.history(CaseRef("c")) if e.kind is EventKind.VISIT_RANG]
    assert stages == ["eve", "digest"]


async def test_without_the_morning_a_visit_rings_as_before(office: Office) -> None:
    await assigned(office)
    office.watched = False
    await moves(office, Action.MEET)
    await to_morning(office, days=7, hour=8.1)
    assert office.heard_by(EKA).count("visit-due") == 2


async def test_after_a_late_start_a_visit_is_still_named_once(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await moves(unit, Action.MEET)
    await to_morning(unit, days=6, hour=20)
    told = unit.heard_by(EKA).count("visit-due")
    digests = unit.heard_by(EKA).count("digest")
    await unit.passes(hours=14)  # nobody looked from evening to ten in the morning
    assert (unit.heard_by(EKA).count("visit-due"), unit.heard_by(EKA).count("digest")) == (told, digests + 1)


async def test_a_start_in_the_night_waits_for_the_morning(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await unit.passes(hours=34)  # Tuesday 22:00, the morning was missed
    assert "digest" not in unit.heard_by(EKA)
    await to_morning(unit)
    assert unit.heard_by(EKA).count("digest") == 1


async def test_the_row_of_the_morning_is_set_once_and_found_again(unit: Office) -> None:
    async def standing() -> tuple[Reminder, ...]:
        async with unit.storage.look() as look:
            return await look.reminders("digest")

    before = await standing()
    for hours in (0, 30):
        async with unit.storage.work() as work:
            await ensure(work, world().profile, unit.now + timedelta(hours=hours))
        assert await standing() == before
    # A clock that was set back by a week must not silence it for a week.
    async with unit.storage.work() as work:
        await ensure(work, world().profile, unit.now - timedelta(days=7))
    (row,) = await standing()
    assert row.clock is Clock.DIGEST
    assert row.due_at is not None
    assert row.due_at < unit.now - timedelta(days=5)


async def test_a_referral_that_nobody_confirmed_is_asked_after(unit: Office) -> None:
    case = await assigned(unit)
    unit.watched = False
    referral = Referral(ReferralRef("r"), case.ref, "rsud", "visum", ReferralState.SENT, unit.now, case.manager or 0)  # type: ignore[arg-type]
    async with unit.storage.work() as work:
        await work.record(Outcome(referrals=(referral,)), now=unit.now)
    await to_morning(unit)
    (said,) = [m for m in unit.sent[EKA] if m.phrase.key == "digest"]
    assert [line.key for line in lines(said)][-2:] == ["digest-waiting", "digest-line"]
    (card,) = await opens(unit, EKA)
    assert card.phrase.args["referrals"] == Phrase("case-referrals", {"count": "1"})


async def test_a_movable_holiday_of_the_rota_moves_paperwork(unit: Office) -> None:
    await assigned(unit)
    coordinator = await unit.member(CITRA)
    tomorrow = world().profile.local(unit.now).date() + DAY
    async with unit.storage.work() as work:
        await work.keep_rota(Holiday(ref="h", by=coordinator.id, at=unit.now, day=tomorrow, name="Idulfitri"))
    await moves(unit, Action.MEET)
    unit.watched = False
    await to_morning(unit)
    assert "digest" not in unit.heard_by(EKA)
    await to_morning(unit)
    (said,) = [m for m in unit.sent[EKA] if m.phrase.key == "digest"]
    assert [line.key for line in lines(said)] == ["digest-today", "digest-line"]


async def test_put_off_with_a_reason_by_two_taps(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await unit.passes(hours=25)
    assert "step-late" in unit.heard_by(EKA)
    await unit.presses(EKA, "stepoff", "1.8")
    said = await unit.answers(EKA, "stepwhy:jarak", "stepday:2")
    assert "step-put-off" in keys(said)
    assert "step-put-off" in unit.heard_by(CITRA)
    (off,) = (await case_of(unit)).handling.postponed
    assert (off.step, off.reason) == ("1.8", "jarak")
    before = unit.heard_by(EKA).count("digest")
    await to_morning(unit)
    assert unit.heard_by(EKA).count("digest") == before
    (card,) = await opens(unit, EKA)
    assert lines(card)[0].args["note"] == Phrase("case-put-off", {"until": off.until})


async def test_a_button_of_a_step_that_is_over_says_so(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await unit.passes(hours=25)
    late = unit.button(EKA, "stepoff", "1.8")
    await moves(unit, Action.MEET)
    assert "step-over" in unit.heard_by(EKA)
    assert "step-over" in unit.heard_by(CITRA)
    assert keys(await unit.press(EKA, late)) == ["refusal-changed"]
    assert keys(await unit.press(FAJAR, late)) == ["refusal-not-allowed"]


async def test_what_still_waits_to_be_sent_is_dropped_once_it_is_void(unit: Office) -> None:
    await assigned(unit)
    unit.now += timedelta(hours=25)
    while await unit.sweeper.sweep(now=unit.now):
        pass
    async with unit.storage.work() as work:
        scene = await scene_of_case(work, "c")
        by = (await work.roster()).by_chat(EKA)
        assert by is not None
        written = Written(EntryRef("e"), EntryKind.MEETING, unit.now)
        outcome = advance(scene, Action.MEET, written, by=by, profile=world().profile, now=unit.now)
        await work.record(outcome, now=unit.now)
    await unit.deliver()
    assert not {"step-late", "step-over"} & {*unit.heard_by(EKA), *unit.heard_by(CITRA)}


async def test_to_a_colleague_in_one_tap(unit: Office) -> None:
    await assigned(unit)
    await opens(unit, EKA)
    await unit.presses(EKA, "more")
    assert keys(await unit.presses(EKA, "passon")) == ["handover-waits"]
    assert "handover-asked" in unit.heard_by(CITRA)
    (choose,) = await unit.presses(CITRA, "managers")
    assert choose.phrase.key == "choose-manager"
    assert keys(await unit.press(CITRA, Button(Phrase("x"), "passon", ref="c"))) == ["choose-manager"]


async def test_not_safe_from_a_reminder_calls_the_unit(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    await unit.passes(hours=25)
    before = unit.heard_by(BUDI).count("alert-call")
    await unit.presses(EKA, "notsafe")
    assert unit.heard_by(BUDI).count("alert-call") == before + 1
    assert keys(await unit.press(FAJAR, Button(Phrase("x"), "notsafe", ref="c"))) == ["refusal-not-allowed"]


async def test_a_case_that_can_not_be_read_hides_no_other(unit: Office) -> None:
    await reports(unit, DANGER, ref="a")
    await reports(unit, CALM, ref="bb")
    from sqlalchemy import text

    async with unit.storage.work() as work:
        await work._connection.execute(text("UPDATE \"case\" SET body = x'00' WHERE ref = 'a'"))
    (said,) = await unit.command(CITRA, "kasus")
    assert len(lines(said)) == 2
    assert lines(said)[0].args["what"] == Phrase("status-reported")


async def test_the_head_is_asked_where_there_is_no_coordinator(unit: Office) -> None:
    await assigned(unit)
    unit.watched = False
    async with unit.storage.work() as work:
        await work.set_active((await unit.member(CITRA)).id, False)
    await to_morning(unit, days=2)
    assert unit.heard_by(DEWI).count("digest") == 1
    assert (await case_of(unit)).status is Status.ASSIGNED


def test_every_button_of_a_card_has_words_and_somebody_who_answers() -> None:
    """Whatever a card may show, in any state and to anybody, is answered."""
    listed = {action for actions in NEXT.values() for action in actions}
    shown = {*listed, *(set(Action) - ELSEWHERE), *(extra.action for extra in EXTRAS)}
    assert not shown - PRESSES.keys()
    labels = {f"button-{action}" for action in shown - {Action.ASSIGN, Action.CONTACT}}
    assert not labels - phrases("id")
