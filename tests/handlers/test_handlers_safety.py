"""Safe contact, as a person chooses it and as an officer reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.covers import KNOCKS
from cases.messages import ChatId, Lane, Message
from cases.outcome import EventKind, Outcome
from cases.phrases import says
from cases.safe_contact import SafeContact
from storage import Person
from tests.office import ANI, CRY, REPORTER, Office

ASKS = ("safe:ya", "who:sl", "kind:tanya", "place:_skip", "tell:_skip")


async def reported(office: Office, *contact: str) -> list[Message]:
    """A calm report with these answers on contact, sent; its receipt written down, and no word chosen."""
    await office.command(REPORTER, "start")
    await office.answers(REPORTER, *ASKS, *contact, "send:kirim")
    await office.presses(REPORTER, "receipt-saved")
    return await office.answers(REPORTER, "rword:_skip")


async def person(office: Office) -> Person:
    async with office.storage.look() as look:
        found = await look.person(REPORTER)
    assert found is not None
    return found


async def becomes(office: Office, safe: SafeContact) -> None:
    async with office.storage.work() as work:
        await work.save_person(Person(REPORTER, safe=safe))


async def unasked(office: Office, **more: bool) -> list[Message]:
    """Somebody of the unit has something to say to the reporter."""
    before = len(office.sent.get(REPORTER, ()))
    async with office.storage.work() as work:
        said = Message(REPORTER, says("as-typed", text="isi rahasia"), **more)  # type: ignore[arg-type]
        await work.record(Outcome(messages=(said,)), now=office.now)
    await office.rings()
    return office.sent.get(REPORTER, [])[before:]


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages if not message.replaces]


def question(message: Message) -> str:
    inner = message.phrase.args.get("question")
    return getattr(inner, "key", message.phrase.key)


async def test_what_the_report_said_is_not_asked_again(office: Office) -> None:
    said = await reported(office, "contact:jam", "hours:pagi", "hours:malam", "hours:_done")
    assert (await person(office)).safe == SafeContact(first=True, hours=((6, 11), (18, 22)), zone="Asia/Makassar")
    assert question(said[-1]) == "ask-scover"
    assert said[-1].fades > 0


@pytest.mark.parametrize(
    ("contact", "first", "asked"),
    [
        (("contact:chat",), True, "ask-scover"),
        (("contact:jangan",), False, "ask-sproof"),
        (("contact:telp", "phone:_skip", "hours:_skip"), None, "ask-sfirst"),
        (("contact:jam", "hours:_skip"), None, "ask-shours"),
        (("contact:_skip",), None, "ask-sfirst"),
    ],
)
async def test_each_way_of_contact_means_what_it_says(
    office: Office, contact: tuple[str, ...], first: bool | None, asked: str
) -> None:
    said = await reported(office, *contact)
    assert (await person(office)).safe.first is first
    assert question(said[-1]) == asked


async def test_all_of_it_is_kept_with_the_person_and_the_case_says_so_without_the_words(office: Office) -> None:
    await reported(office, "contact:chat")
    await office.answers(REPORTER, "scover:klinik", "snews:ya")
    await office.says(REPORTER, "pohon mangga")
    await office.says(REPORTER, "bunga kertas")
    said = await office.answers(REPORTER, "salarm:ya")
    assert "safety-kept" in keys(said)
    kept = (await person(office)).safe
    assert kept == SafeContact(
        first=True, cover="klinik", proof="pohon mangga", news=True, decoy="bunga kertas", alarm=True,
        zone="Asia/Makassar", asked=True,
    )  # fmt: skip
    async with office.storage.look() as look:
        (case,) = await look.cases_of_reporter(REPORTER)
        (event,) = [one for one in await look.history(case.ref) if one.kind is EventKind.SAFETY_CHOSEN]
        assert await look.dialogue(REPORTER, "aman") is None
    assert "mangga" not in repr(event) and "kertas" not in repr(event)  # noqa: PT018
    assert "mangga" not in repr([m for m in office.sent[REPORTER] if m.replaces])


async def test_nobody_is_asked_a_second_time_and_one_part_can_be_changed_alone(office: Office) -> None:
    await becomes(office, SafeContact(first=True, cover="sekolah", proof="lama", zone="Asia/Makassar", asked=True))
    said = await reported(office, "contact:chat")
    assert question(said[-1]) != "ask-scover"
    await office.command(REPORTER, "aman")
    said = await office.presses(REPORTER, "aman", "proof")
    assert question(said[-1]) == "ask-sproof"
    await office.says(REPORTER, "daun sirih")
    kept = (await person(office)).safe
    assert (kept.proof, kept.cover, kept.first) == ("daun sirih", "sekolah", True)


@pytest.mark.parametrize("word", ["tolong saya dipukul", "batal", "ya", "a" * 31, "/aman"])
async def test_a_word_by_which_people_ask_for_help_or_command_us_is_not_taken(office: Office, word: str) -> None:
    await office.command(REPORTER, "aman")
    await office.presses(REPORTER, "aman", "decoy")
    await office.says(REPORTER, word)
    assert (await person(office)).safe.decoy == ""


async def test_danger_and_stories_are_heard_while_these_questions_are_open(office: Office) -> None:
    await reported(office, "contact:chat")
    told = await office.says(REPORTER, "surat nikah kami ada di lemari")
    assert "addition-received" in keys(told)
    assert "alert-by-words" in keys(await office.says(REPORTER, CRY))


async def test_in_an_emergency_a_button_is_shown_and_no_question(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.answers(REPORTER, "place:_skip", "now:dekat", "now:_done", "phone:_skip", "more:cukup")
    await office.presses(REPORTER, "receipt-saved")
    said = await office.answers(REPORTER, "rword:_skip")
    assert keys(said)[-1] == "safety-offer"


async def test_who_holds_the_case_sees_hours_and_word_with_a_trace(office: Office) -> None:
    await becomes(
        office, SafeContact(first=True, hours=((8, 9),), proof="pohon mangga", otherwise="salah", zone="Asia/Makassar")
    )
    await office.says(REPORTER, CRY)
    said = await office.presses(ANI, "take")
    (file,) = [message for message in said if message.phrase.key == "safety-file"]
    assert file.protect
    assert [getattr(line, "key", "") for line in file.phrase.args["lines"]] == [  # type: ignore[union-attr]
        "safety-file-first-ya", "safety-file-hours", "safety-file-proof", "safety-file-else",
    ]  # fmt: skip
    hours = file.phrase.args["lines"][1]  # type: ignore[index]
    assert hours.args["outside"] == says("safety-outside")  # type: ignore[union-attr]
    async with office.storage.look() as look:
        (case,) = await look.open_cases()
        assert "contact" in [look_.what for look_ in await look.looks(case.ref)]


async def test_while_they_are_there_it_is_said_and_later_it_is_not(office: Office) -> None:
    await office.says(REPORTER, "halo")
    office.now += timedelta(minutes=14)
    assert keys(await unasked(office)) == ["as-typed"]
    office.now += timedelta(minutes=2)
    assert keys(await unasked(office)) == []


async def test_who_let_us_begin_gets_one_line_of_their_cover_in_their_hours(office: Office) -> None:
    await becomes(office, SafeContact(first=True, hours=((15, 16),), cover="klinik", zone="Asia/Makassar"))
    assert await unasked(office) == []
    office.now += timedelta(hours=2, minutes=59)
    await office.rings()
    assert REPORTER not in office.sent
    office.now += timedelta(minutes=1)
    await office.rings()
    (knock,) = office.sent[REPORTER]
    assert knock.phrase.key.startswith("knock-klinik-")
    await unasked(office)
    assert len(office.sent[REPORTER]) == 1
    for day in (1, 2, 3, 4):
        office.now += timedelta(days=1)
        await office.rings()
        assert len(office.sent[REPORTER]) == min(3, day + 1)
    assert {message.phrase.key for message in office.sent[REPORTER]} <= KNOCKS


async def test_once_they_write_nobody_knocks_any_more(office: Office) -> None:
    await becomes(office, SafeContact(first=True, hours=((15, 16),), zone="Asia/Makassar"))
    await unasked(office)
    await office.command(REPORTER, "aman")
    before = len(office.sent[REPORTER])
    office.now += timedelta(hours=3)
    await office.rings()
    assert len(office.sent[REPORTER]) == before


async def test_news_knocks_only_for_who_wanted_it(office: Office) -> None:
    await becomes(office, SafeContact(first=True, zone="Asia/Makassar"))
    assert await unasked(office, news=True) == []
    await becomes(office, SafeContact(first=True, news=True, zone="Asia/Makassar"))
    assert len(await unasked(office, news=True)) == 1


async def test_only_a_line_of_a_cover_can_be_sent_as_a_knock(office: Office) -> None:
    async with office.storage.work() as work:
        with pytest.raises(ValueError, match="cover"):
            await work.record(Outcome(messages=(Message(REPORTER, says("nudge"), knock=True),)), now=office.now)


async def test_an_answer_that_waited_for_telegram_is_not_sent_hours_later(office: Office) -> None:
    async with office.storage.work() as work:
        work.answering = REPORTER
        await work.record(Outcome(messages=(Message(REPORTER, says("help")),)), now=office.now)
    office.now += timedelta(hours=3)
    await office.deliver()
    assert REPORTER not in office.sent


async def test_in_an_emergency_it_is(office: Office) -> None:
    await office.says(REPORTER, CRY)
    before = len(office.sent[REPORTER])
    async with office.storage.work() as work:
        work.answering = REPORTER
        await work.record(Outcome(messages=(Message(REPORTER, says("as-typed", text="x")),)), now=office.now)
        work.answering = None
        await work.record(Outcome(messages=(Message(REPORTER, says("as-typed", text="unasked")),)), now=office.now)
    office.now += timedelta(hours=3)
    await office.deliver()
    assert [message.phrase.args["text"] for message in office.sent[REPORTER][before:]] == ["x"]


async def test_a_stranger_is_not_written_to(office: Office) -> None:
    async with office.storage.work() as work:
        gone = Message(ChatId(987), says("help"), Lane.EMERGENCY)
        await work.record(Outcome(messages=(gone,)), now=office.now)
    await office.deliver()
    assert office.sent == {}
