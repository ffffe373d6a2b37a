"""Reports as people make them: calm to the end, in English, stopped halfway, and what is said afterwards."""

from __future__ import annotations

from simulator.client import Phone
from tests.stories.plot import assign, fill, record_outreach
from tests.stories.stage import COORDINATOR, HEAD, MANAGER, OFFICER, REPORTER, SECOND, Stage
from tests.stories.words import shown

CALM = ("safe-ya", "who-sp", "kind-hina", "button-done")
HALF_TOLD = ("safe-ya", "who-sp", "kind-pukul", "button-done", "button-skip", "danger-cekik", "button-done")
#: From here to the summary every question may be passed over.
REST = ("when", "danger", "state", "doer", "reach", "place", "needs", "tell", "contact")


def send(phone: Phone, *, language: str = "id") -> None:
    """Pass over what is still asked, and send."""
    for _ in REST:
        phone.press(shown("button-skip", language))
    phone.press(shown("send-kirim", language))


def test_a_calm_report_to_the_end_of_its_case(story: Stage) -> None:
    reporter, first, second = story.phone(REPORTER), story.phone(OFFICER), story.phone(SECOND)
    coordinator, manager = story.phone(COORDINATOR), story.phone(MANAGER)
    reporter.start()
    fill(story, REPORTER, *CALM)
    send(reporter)
    receipt = reporter.wait_for("LU-2026-0001")
    assert receipt["protected"]
    for officer in (first, second):
        assert "DARURAT" not in officer.wait_for(shown("cause-report"), button=shown("button-take"), after=0)["text"]
    first.press(shown("button-take"), after=0)
    first.press(shown("button-confirm"), after=0)
    coordinator.wait_for(shown("assignment-open"), after=0)
    assign(story)

    for label in ("missed", "unsafe", "reached"):
        manager.press(shown(f"button-contact-{label}"), after=0)
        manager.wait_for(shown(f"contact-{label}"), after=0)
    reporter.say("saya lupa: dia juga mengambil uang belanja")
    reporter.wait_for(shown("addition-received"))
    manager.wait_for("uang belanja", after=0)
    assert not any("uang belanja" in message["text"] for message in (*first.screen(), *coordinator.screen()))

    story.simulator.advance(days=3)
    manager.press(shown("button-postpone"), after=0)
    manager.wait_for(shown("ask-lreason"))
    manager.say("korban sedang di rumah orang tuanya")
    manager.press(shown("lday-1"))
    manager.wait_for(shown("form-recorded"))
    story.simulator.advance(days=1)
    manager.press(shown("button-unsafe"))
    manager.wait_for(shown("visit-unsafe"), after=0)
    first.wait_for(shown("cause-unsafe_visit"), button=shown("button-take"), after=0)
    first.press(shown("button-take"), after=0)
    record_outreach(story, OFFICER)

    coordinator.say("/kasus")
    coordinator.press("LU-2026-0001")
    coordinator.press(shown("button-more"))
    coordinator.press(shown("button-onesided"))
    coordinator.press(shown("osground-menolak"))
    coordinator.press(shown("oswho-korban"))
    coordinator.wait_for(shown("ask-oswhy"))
    coordinator.say("korban tidak mau didampingi lagi")
    head = story.phone(HEAD)
    head.press(shown("button-wish"), after=0)
    head.press(shown("button-agreeone"))
    manager.wait_for(shown("one-sided-agreed"), after=0)
    manager.press(shown("button-close"), after=0)
    manager.wait_for(shown("ask-clrep"))
    manager.say("korban tahu ke mana meminta bantuan")
    manager.press(shown("button-skip"))
    coordinator.wait_for(shown("case-closed"), after=0)
    manager.wait_for(shown("case-closed"), after=0)
    before = story.simulator.journal(chat_id=MANAGER, delivered=True)
    story.simulator.advance(days=40)
    first.say("/tugas")
    first.wait_for(shown("no-alerts"))
    assert story.simulator.journal(chat_id=MANAGER, delivered=True) == before


def test_reports_that_stop_halfway(story: Stage) -> None:
    """What is TINGGI after half an hour goes to an officer, what is calm does not; who never let us begin is not
    written to."""
    calm = story.simulator.add_phone(REPORTER + 1, "Somebody")
    story.phone(REPORTER).start()
    fill(story, REPORTER, *HALF_TOLD)
    calm.start()
    calm.press(shown("button-language-en"))
    calm.press(shown("safe-ya", "en"))
    calm.wait_for(shown("ask-who", "en"))
    story.simulator.wait_until_read()
    assert not story.phone(OFFICER).screen()

    story.simulator.advance(minutes=31)
    story.phone(OFFICER).wait_for(shown("cause-unfinished"), button=shown("button-take"), after=0)
    for _ in range(3):
        story.simulator.advance(minutes=15)
        story.phone(OFFICER).wait_for(shown("alert-call"), after=0)
    story.phone(COORDINATOR).wait_for(shown("cause-unfinished"), after=0)
    for phone, language in ((calm, "en"), (story.phone(REPORTER), "id")):
        nudges = [message for message in phone.screen() if shown("nudge", language) in message["text"]]
        assert not nudges
    assert not any("LU-2026-0002" in message["text"] for message in story.phone(OFFICER).screen())
