"""Reporter and unit talk through the bot: shown with its case first, sent once, to one phone, and honestly told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.case import Case, CaseRef
from cases.messages import ChatId
from cases.outcome import Outcome
from cases.talk import TalkState
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from tests.handlers.file_unit import keys
from tests.handlers.talk_unit import STORY, buttons_of, newest, number_of, reply, state, talks, told, two
from tests.office import ANI, CRY, EKA, REPORTER, Office, world


async def test_what_a_reporter_says_can_be_answered_and_the_case_stands_on_it(office: Office, case: Case) -> None:
    news = await told(office)
    assert news.protect
    assert {"number", "types", "kecamatan"} <= news.phrase.args.keys()
    assert {button.action for row in news.buttons for button in row} == {"chat", "talks"}
    (talk,) = await talks(office)
    assert (talk.text, talk.state, talk.chat) == (STORY, TalkState.SAID, REPORTER)
    async with office.storage.look() as look:
        assert [seen.what for seen in await look.looks(case.ref)] == ["talk"]


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document"])
async def test_files_go_both_ways_by_their_number(office: Office, case: Case, kind: str) -> None:
    file = Answer(Kind(kind), file_id=f"file-{kind}")
    await office.does(REPORTER, Doing.SAID, answer=file)
    news = newest(office, EKA, "alert-news")
    assert getattr(news, f"{kind}_id") == f"file-{kind}"
    await reply(office, EKA, news, "", answer=replace(file, file_id="from-eka"))
    await office.presses(EKA, "sendtalk")
    assert getattr(office.sent[REPORTER][-1], f"{kind}_id") == "from-eka"


async def test_a_place_goes_both_ways(office: Office, case: Case) -> None:
    place = Answer(Kind.LOCATION, latitude=-2.5, longitude=120.3)
    await office.does(REPORTER, Doing.SAID, answer=place)
    news = newest(office, EKA, "alert-news")
    assert news.place == (-2.5, 120.3)
    await reply(office, EKA, news, "", answer=place)
    await office.presses(EKA, "sendtalk")
    assert office.sent[REPORTER][-1].place == (-2.5, 120.3)


async def test_nothing_goes_out_before_it_was_seen_with_its_case(office: Office, case: Case) -> None:
    news, before = await told(office), len(office.sent[REPORTER])
    (preview,) = await reply(office, EKA, news, "Boleh saya menelepon?")
    assert preview.phrase.key == "talk-preview"
    assert str(case.number) in str(preview.phrase.args["case"])
    assert preview.protect
    assert len(office.sent[REPORTER]) == before
    assert await state(office) == [TalkState.DRAFT]
    await office.presses(EKA, "sendtalk")
    words = office.sent[REPORTER][-1]
    assert words.phrase.key == "talk-from-unit"
    assert "Eka" not in str(words)
    assert await state(office) == [TalkState.DELIVERED]
    assert "talk-is-delivered" in str(newest(office, EKA, "talk-status"))


async def test_pressed_twice_it_is_sent_once(office: Office, case: Case) -> None:
    await reply(office, EKA, await told(office), "Kami datang.")
    await office.presses(EKA, "sendtalk")
    assert "talk-not-draft" in keys(await office.presses(EKA, "sendtalk"))
    assert office.heard_by(REPORTER).count("talk-from-unit") == 1


async def test_free_text_of_an_officer_is_for_nobody(office: Office, case: Case) -> None:
    await told(office)
    before = len(office.sent[REPORTER])
    assert "staff-welcome" in keys(await office.says(EKA, "Kami datang."))
    assert (await state(office), len(office.sent[REPORTER])) == ([], before)


async def test_an_opened_conversation_takes_what_is_typed_until_it_is_closed_or_old(office: Office, case: Case) -> None:
    await told(office)
    await office.presses(EKA, "chat")
    assert keys(await office.says(EKA, "Kami datang.")) == ["talk-preview"]
    await office.presses(EKA, "chat")
    await office.presses(EKA, "closetalk")
    assert "staff-welcome" in keys(await office.says(EKA, "Kami datang."))
    await office.presses(EKA, "chat")
    office.now += timedelta(minutes=31)
    assert keys(await office.says(EKA, "Kami datang.")) == ["talk-choose", "talk-list"]
    assert len(await state(office)) == 1


async def test_a_reply_to_what_we_no_longer_know_is_never_guessed(office: Office, case: Case) -> None:
    news = await told(office)
    number = number_of(office, EKA, news)
    async with office.storage.work() as work:
        await work.prune(before=office.now + timedelta(days=1))
    answer = Answer(Kind.TEXT, text="Kami datang.")
    said = await office.does(EKA, Doing.SAID, answer=answer, replies_to=number)
    assert keys(said) == ["talk-choose", "talk-list"]
    assert await state(office) == []


async def test_after_a_reply_that_leads_nowhere_an_earlier_conversation_takes_nothing(office: Office) -> None:
    first, second = await two(office)
    await office.press(ANI, first.buttons[0][0])
    assert "talk-choose" in keys(await reply(office, ANI, second, "untuk delapan", replies_to=999_999))
    assert "talk-preview" not in keys(await office.says(ANI, "untuk delapan, jadi"))


async def test_two_previews_side_by_side_each_go_to_their_own(office: Office) -> None:
    first, second = await two(office)
    await reply(office, ANI, second, "untuk delapan")
    await reply(office, ANI, first, "untuk tujuh")
    drafts = [message for message in office.sent[ANI] if message.phrase.key == "talk-preview"]
    for preview in drafts:
        await office.press(ANI, preview.buttons[0][0])
    for chat, words in ((REPORTER, "untuk tujuh"), (ChatId(8), "untuk delapan")):
        got = [str(message) for message in office.sent[chat] if message.phrase.key == "talk-from-unit"]
        assert len(got) == 1
        assert words in got[0]


async def test_only_who_holds_it_may_write_and_it_is_asked_again_at_the_last_moment(office: Office) -> None:
    first, _ = await two(office)
    button = first.buttons[0][0]
    assert keys(await office.press(EKA, button)) == ["refusal-not-allowed"]
    await reply(office, ANI, first, "Kami datang.")
    await office.presses_of(ANI, "return", next(b.ref for b in buttons_of(office, ANI) if b.action == "return"))
    async with office.storage.work() as work:
        case = await work.case(CaseRef(str(first.about_case)))
        assert case is not None
        ani = (await office.member(ANI)).id
        await work.record(Outcome(cases=(replace(case, excluded=(ani,)),)), now=office.now)
    assert keys(await office.presses(ANI, "sendtalk")) == ["refusal-unknown"]
    assert "talk-from-unit" not in office.heard_by(REPORTER)


async def test_who_gave_the_alert_back_may_not_send_what_they_drafted(office: Office) -> None:
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "chat")
    await office.says(ANI, "Kami datang.")
    await office.presses(ANI, "return")
    assert keys(await office.presses(ANI, "sendtalk")) == ["refusal-not-allowed"]
    assert "talk-from-unit" not in office.heard_by(REPORTER)


async def test_what_could_hurt_or_give_away_is_said_before(office: Office, case: Case) -> None:
    news = await told(office)
    (preview,) = await reply(office, EKA, news, "Sabar ya, telepon 0812 3456 7890")
    assert {"talk-risk-phone", "talk-saying-patience"} <= {one.key for one in preview.phrase.args["lines"]}  # type: ignore[union-attr]
    assert preview.buttons[0][0].label.key == "button-sendtalk-anyway"
    await office.presses(EKA, "edittalk")
    assert await state(office) == [TalkState.DROPPED]
    await office.says(EKA, "Boleh kami menelepon?")
    await office.presses(EKA, "sendtalk")
    assert "0812" not in str(office.sent[REPORTER])


async def test_a_ready_sentence_in_two_taps_for_a_child_in_a_childs_words(office: Office, case: Case) -> None:
    async with office.storage.work() as work:
        now = await work.case(case.ref)
        assert now is not None
        await work.record(Outcome(cases=(replace(now, answers={"who": "sa"}),)), now=office.now)
    await told(office)
    await office.presses(EKA, "chat")
    await office.presses(EKA, "say")
    await office.presses(EKA, "sentence", "right")
    await office.presses(EKA, "sendtalk")
    sentence = next(one for one in world().profile.sentences if one.key == "right")
    assert sentence.child in str(office.sent[REPORTER][-1])
