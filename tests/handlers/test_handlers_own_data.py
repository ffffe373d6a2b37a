"""What we hold of a reporter: shown, set right, erased, left in peace; and who may be the offender learns nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.case import Case
from cases.messages import Button, ChatId, Message
from cases.outcome import Clock, EventKind
from cases.phrases import says
from cases.safe_contact import SafeContact
from storage import Person
from tests.office import ANI, CITRA, EKA, REPORTER, Office

FIRST = ("safe:ya", "who:sp", "kind:tanya", "place:73.22.03", "village:_skip", "tell:_skip", "contact:jangan")
MINE = (*FIRST, "send:kirim")
OTHERS = ("safe:ya", "who:lain", "victim:pd", *MINE[2:])
STRANGER = ChatId(88)


async def reported(office: Office, ways: tuple[str, ...] = MINE) -> Case:
    office.watched = False
    await office.command(REPORTER, "lapor")
    await office.answers(REPORTER, *ways)
    return await the_case(office)


async def the_case(office: Office) -> Case:
    async with office.storage.look() as look:
        (case,) = await look.cases_of_reporter(REPORTER)
    return case


async def events(office: Office, case: Case) -> list[EventKind]:
    async with office.storage.look() as look:
        return [event.kind for event in await look.history(case.ref)]


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages if not message.replaces]


def pressed(action: str, case: Case) -> Button:
    return Button(says(f"button-{action}"), action, ref=case.ref, version=case.version)


async def test_what_is_held_is_shown_and_fades(office: Office) -> None:
    case = await reported(office)
    said = await office.command(REPORTER, "datasaya")
    assert keys(said) == ["own-report", "own-settings", "own-what-now"]
    assert all(message.fades for message in said)
    assert case.number not in str(said)
    assert EventKind.DATA_SHOWN in await events(office, case)
    copied = await office.presses(REPORTER, "owncopy")
    assert keys(copied)[0] == "own-copy"
    assert keys(copied)[-1] == "own-copy-fades"


async def test_who_told_of_somebody_else_hears_of_no_looks_and_no_referrals(office: Office) -> None:
    await reported(office, OTHERS)
    await office.presses(ANI, "take")
    told = (await office.command(REPORTER, "datasaya"))[0].phrase.args
    assert told["seen"] == told["shared"] == says("nothing")


async def test_of_a_stranger_nothing_is_held(office: Office) -> None:
    await reported(office)
    assert keys(await office.command(STRANGER, "datasaya")) == ["own-settings", "own-what-now"]


async def test_a_stranger_erases_and_corrects_nobody_elses(office: Office) -> None:
    await reported(office)
    await office.command(REPORTER, "hapus")
    button = office.button(REPORTER, "erasemine")
    assert keys(await office.press(STRANGER, button)) == ["refusal-unknown"]
    assert (await the_case(office)).erasure is None
    assert keys(await office.command(STRANGER, "koreksi")) == ["fix-nothing"]


@pytest.mark.parametrize(
    ("step", "answer", "value"),
    [("name", "Bu Rosma", "Bu Rosma"), ("phone", "0812 3456 7890", "34567890"), ("place", "Sabbang", "73.22.04")],
)
async def test_what_was_told_is_set_right_and_the_old_is_kept(
    office: Office, step: str, answer: str, value: str
) -> None:
    case = await reported(office, (*FIRST[:3], "place:73.22.11", *FIRST[4:], "send:kirim"))
    await office.presses(ANI, "take")
    await office.command(REPORTER, "koreksi")
    await office.answers(REPORTER, f"fwhat:{step}")
    assert "fixed" in keys(await office.says(REPORTER, answer))
    assert value in str((await the_case(office)).answers[step]).replace(" ", "") or step == "name"
    async with office.storage.look() as look:
        (event,) = [one for one in await look.history(case.ref) if one.kind is EventKind.DATA_CORRECTED]
    assert event.told["before"].keys() == event.told["now"].keys() >= {step}
    assert "alert-news" in office.heard_by(ANI)


async def test_something_else_is_just_written(office: Office) -> None:
    await reported(office)
    await office.command(REPORTER, "koreksi")
    assert "fix-write" in keys(await office.answers(REPORTER, "fwhat:other"))
    assert "addition-received" in keys(await office.says(REPORTER, "jam 10 bisa"))


async def test_what_was_never_sent_is_forgotten_at_once_with_the_person(office: Office) -> None:
    office.watched = False
    await office.command(REPORTER, "start")
    await office.says(REPORTER, "suami saya suka membentak")
    await office.command(REPORTER, "hapus")
    assert "draft-forgotten" in keys(await office.presses(REPORTER, "forgetdraft"))
    async with office.storage.look() as look:
        assert await look.person(REPORTER) is None
        assert await look.dialogue(REPORTER, "report") is None


async def test_a_report_is_erased_by_a_person_and_the_register_still_counts(office: Office) -> None:
    case = await reported(office)
    await office.presses(ANI, "take")
    await office.presses(ANI, "confirm")
    await office.command(REPORTER, "hapus")
    assert "erase-asked" in keys(await office.presses(REPORTER, "erasemine"))
    assert "erasure-asked" in office.heard_by(CITRA)
    await office.passes(hours=25)
    assert "erasure-due" in office.heard_by(CITRA)
    await office.presses(CITRA, "erasewhy")
    await office.presses(CITRA, "erasesure")
    assert "case-erased" in keys(await office.presses(CITRA, "erase"))
    async with office.storage.look() as look:
        assert await look.case(case.ref) is None
        assert await look.person(REPORTER) is None
    async with office.storage.work() as work:
        assert await work.next_number("LU", 2026) != case.number
    assert keys(await office.command(REPORTER, "datasaya")) == ["own-settings", "own-what-now"]


async def test_danger_stands_against_it_and_the_reason_is_told(office: Office) -> None:
    office.watched = False
    await office.command(REPORTER, "darurat")
    await office.command(REPORTER, "hapus")
    assert keys(await office.presses(REPORTER, "erasemine")) == ["erase-asked-but"]
    await office.presses(CITRA, "erasewhy")
    assert {b.action for row in office.sent[CITRA][-1].buttons for b in row} == {"keeptold"}
    await office.presses(CITRA, "keeptold")
    await office.answers(CITRA, "krwhy:bahaya", "krwhy:_done")
    case = await the_case(office)
    assert case.erasure is not None
    assert case.erasure.kept == ("bahaya",)
    told = await office.command(REPORTER, "datasaya")
    assert "own-wish-kept" in str(told)


async def test_a_stale_yes_erases_nothing(office: Office) -> None:
    case = await reported(office)
    await office.presses(ANI, "take")
    await office.presses(ANI, "confirm")
    await office.command(REPORTER, "hapus")
    await office.presses(REPORTER, "erasemine")
    await office.presses(CITRA, "erasewhy")
    await office.presses(CITRA, "erasesure")
    yes = office.button(CITRA, "erase")
    await office.says(REPORTER, "jam 10 bisa")
    assert "refusal-changed" in keys(await office.press(CITRA, yes))
    async with office.storage.look() as look:
        assert await look.case(case.ref) is not None


async def test_left_in_peace(office: Office) -> None:
    case = await reported(office)
    await office.presses(ANI, "take")
    async with office.storage.work() as work:
        await work.save_person(Person(REPORTER, safe=SafeContact(first=True, news=True, zone="Asia/Makassar")))
    assert "stopped" in keys(await office.command(REPORTER, "berhenti"))
    async with office.storage.look() as look:
        person = await look.person(REPORTER)
        assert person is not None
        assert (person.safe.first, person.safe.news) == (False, False)
        assert Clock.KNOCK not in await look.reminders(str(int(REPORTER)))
    assert EventKind.REPORTER_STOPPED in await events(office, case)
    assert "reporter-stopped" in office.heard_by(ANI)


async def test_who_may_be_the_offender_learns_nothing_and_notices_nothing(office: Office) -> None:
    await reported(office)
    await office.presses(ANI, "take")
    before = keys(await office.command(REPORTER, "status"))
    await office.press(ANI, pressed("distrust", await the_case(office)))
    assert (await the_case(office)).distrusted
    await office.presses(ANI, "confirm")
    office.now += timedelta(hours=1)
    said = await office.command(REPORTER, "status")
    assert keys(said) == before
    (line,) = said[-1].phrase.args["lines"]  # type: ignore[misc]
    assert line.key == "told-received"  # type: ignore[union-attr]
    assert "refusal-distrusted" in keys(await office.press(ANI, pressed("chat", await the_case(office))))
    assert "addition-received" in keys(await office.says(REPORTER, "jam 10 bisa"))
    assert "refusal-not-allowed" in keys(await office.press(EKA, pressed("trust", await the_case(office))))
    await office.press(CITRA, pressed("trust", await the_case(office)))
    assert not (await the_case(office)).distrusted


async def test_the_file_says_whose_words_these_are(office: Office) -> None:
    await reported(office, OTHERS)
    await office.presses(ANI, "take")
    file = next(m for m in office.sent[ANI] if m.phrase.key == "case-file")
    assert says("line-bystander") in file.phrase.args["lines"]  # type: ignore[operator]
