"""A reporter and the unit stay in touch for days: words both ways, an ordinary line, a word of proof, and the end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

from cases.covers import COVERS
from tests.stories.plot import fill
from tests.stories.stage import COORDINATOR, OFFICER, REPORTER, Stage
from tests.stories.test_reports import CALM, send
from tests.stories.words import shown

PROOF, CANARY = "bunga teratai", "kenari-di-kandang-biru"
WITA = ZoneInfo("Asia/Makassar")
KNOCKS = [shown(f"knock-klinik-{nth}") for nth in range(1, COVERS["klinik"] + 1)]


def to_the_morning(story: Stage) -> None:
    """Ten o'clock of the next day there, whatever hour it is now."""
    now = datetime.fromisoformat(story.simulator.clock()["now"]).astimezone(WITA)
    story.simulator.advance(hours=(24 - now.hour) + 10)


def test_days_of_talk_and_a_wish_to_be_forgotten(story: Stage) -> None:
    reporter, officer, lead = story.phone(REPORTER), story.phone(OFFICER), story.phone(COORDINATOR)
    reporter.start()
    fill(story, REPORTER, *CALM)
    send(reporter)
    reporter.press(shown("button-receipt-saved"), after=0)
    reporter.press(shown("button-skip"))
    reporter.press(shown("sfirst-ya"))
    for label in ("shours-bebas", "scover-klinik", "snews-ya"):
        reporter.press(shown(label))
    reporter.say(PROOF)
    reporter.wait_for(shown("ask-sdecoy"))
    reporter.press(shown("sdecoy-none"))
    reporter.wait_for(shown("safety-kept").split("{")[0].strip(), after=0)

    officer.press(shown("button-take"), after=0)
    reporter.say(f"nama kucing saya {CANARY}")
    officer.wait_for(CANARY, after=0)
    officer.press(shown("button-chat"), after=0)
    officer.say("Kami sudah membaca.")
    officer.press(shown("button-sendtalk"))
    reporter.wait_for("Kami sudah membaca.", after=0)

    story.simulator.advance(minutes=20)
    officer.press(shown("button-chat"), after=0)
    officer.say("Besok kami datang jam sembilan.")
    officer.press(shown("button-sendtalk"))
    # What waits, waits in the database; and nothing of it stands on the phone until the word is said.
    story.kill()
    story.start()
    to_the_morning(story)
    line = reporter.wait_for(KNOCKS[0].split()[0], after=0)
    assert line["text"] in KNOCKS
    reporter.say("siapa ini?")
    reporter.wait_for(shown("knock-klinik-who"))
    assert "jam sembilan" not in str(reporter.screen())
    reporter.say(PROOF)
    reporter.wait_for("jam sembilan")

    reporter.say("/datasaya")
    reporter.press(shown("button-ownerase"))
    reporter.press("Hapus laporan")
    reporter.wait_for(shown("erase-asked").split("{")[0].strip(), after=0)
    # While it calls for somebody nothing is erased; and what was shown yesterday is looked at once more.
    officer.press(shown("button-confirm"), after=0)
    officer.press(shown("button-confirm"))
    lead.wait_for(shown("assignment-open"), after=0)
    lead.press(shown("button-erasewhy"), after=0)
    lead.press(shown("button-erasesure"))
    lead.press(shown("button-eraseyes"))
    lead.wait_for("sudah dihapus")
    reporter.say("/datasaya")
    reporter.wait_for(shown("own-what-now"))
    story.stop()
    for file in story.folder.glob("*.sqlite*"):
        assert CANARY.encode() not in file.read_bytes()
    with closing(sqlite3.connect(next(story.folder.glob("*.sqlite")))) as database:
        assert database.execute('SELECT count(*) FROM "case"').fetchone() == (1,)
        for table in ("talk", "line", "receipt", "attachment"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
