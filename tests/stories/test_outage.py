"""Telegram is down in every way there is: afterwards everything has arrived, in its order."""

from __future__ import annotations

from tests.stories.stage import OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown

TOLD = ("halo kak, saya takut", "/bantuan", "/bahasa")


def test_everything_arrives_after_an_outage(story: Stage) -> None:
    people = [story.simulator.add_phone(REPORTER + number, "Seseorang") for number in (1, 2, 3)]
    for kind, more in (
        ("reset", {}),
        ("error", {"status": 502}),
        ("error", {"status": 403}),
        ("malformed", {}),
        ("hang", {"seconds": 0.2}),
    ):
        story.simulator.fault(kind, times=2, methods=["sendMessage"], **more)
    story.simulator.fault("busy", times=1, methods=["sendMessage"], chat_id=REPORTER + 1, retry_after=1)
    story.simulator.fault("error", times=2, methods=["getUpdates"], status=404)
    for text in TOLD:
        for phone in people:
            phone.say(text)
    story.phone(REPORTER).say("/darurat")
    for officer in (OFFICER, SECOND):
        story.phone(officer).wait_for(shown("alert-call"), after=0)
    for phone in people:
        phone.wait_for(button=shown("button-language-en"))
        sent = story.simulator.journal(chat_id=phone.number, method="sendMessage", delivered=True)
        texts = list(dict.fromkeys(entry["text"] for entry in sent))
        places = [next(i for i, text in enumerate(texts) if shown(key) in text) for key in ("help", "choose-language")]
        assert places == sorted(places)


def test_an_end_while_everything_hangs_is_prompt_and_nothing_is_lost(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    story.simulator.fault("hang", times=None, methods=["sendMessage", "answerCallbackQuery", "editMessageText"])
    reporter.press(shown("safe-ya"))
    reporter.say("/darurat")
    story.simulator.wait_until_read()
    assert story.bot is not None
    story.bot.terminate()
    assert story.bot.wait(10) == 0
    story.simulator.clear_faults()
    story.start()
    officer.wait_for(shown("alert-call"), after=0)
    reporter.wait_for(shown("urgent-raised"), after=0)


def test_a_second_bot_on_the_same_file_is_refused_and_the_first_goes_on(story: Stage) -> None:
    story.phone(REPORTER).start()
    story.phone(REPORTER).wait_for(shown("ask-safe"))
    second = story.command("run")
    assert second.returncode == 2
    assert "laporaman.sqlite" in second.stderr
    assert len(second.stderr.strip().splitlines()) == 1
    story.phone(REPORTER).say("/bantuan")
    story.phone(REPORTER).wait_for(shown("help"))
