"""The same reporter on another phone: code and word open the conversation, wrong tries wait, the old is closed."""

from __future__ import annotations

import re

from simulator.client import Phone
from tests.stories.plot import fill
from tests.stories.stage import OFFICER, REPORTER, Stage
from tests.stories.test_reports import CALM, send
from tests.stories.words import shown

WORD, WRONG = "pohon jeruk", "pohon mangga"
NEW = REPORTER + 50


def _tries(phone: Phone, code: str, word: str) -> None:
    phone.say("/buka")
    phone.wait_for(shown("ask-ocode"))
    phone.say(code)
    phone.wait_for(shown("ask-oword"))
    phone.say(word)


def test_a_new_phone_goes_on_where_the_old_one_was(story: Stage) -> None:
    old, officer = story.phone(REPORTER), story.phone(OFFICER)
    old.start()
    fill(story, REPORTER, *CALM)
    send(old)
    receipt = old.wait_for(shown("receipt-shown"), button=shown("button-receipt-saved"))
    assert receipt["protected"]
    found = re.search(r"(?:\d{4} ){3}\d{4}", receipt["text"])
    assert found is not None
    code = found.group()
    old.press(shown("button-receipt-saved"))
    old.wait_for(shown("ask-rword"))
    assert code not in str(old.screen())
    old.say(WORD)
    old.wait_for(shown("rword-kept"))

    new = story.simulator.add_phone(NEW, "Somebody else")
    new.start()
    for _ in range(5):
        _tries(new, code, WRONG)
        new.wait_for(shown("opening-refused"))
    _tries(new, code, WORD)
    new.wait_for(shown("opening-wait").split("{")[0].strip())
    # The answer waits, nothing else: and it waits in the database.
    story.kill()
    story.start()
    story.simulator.advance(minutes=2)
    new.wait_for(shown("opening-done"), after=0)
    new.press(shown("button-only-here"), after=0)
    new.wait_for(shown("old-phone-closed"))
    new.say("nomor rumahnya dua belas")
    new.wait_for(shown("addition-received"))
    officer.press(shown("button-take"), after=0)
    officer.wait_for("nomor rumahnya dua belas", after=0)

    old.say("/status")
    old.wait_for(shown("ask-ocode"))
    assert "nomor rumahnya" not in str(old.screen())
    assert not any(str(number) in str(officer.screen()) for number in (REPORTER, NEW))
