"""Draws the two conversations of a reporter, calm and urgent, as the real bot holds them, into `docs/`.

`python -m tests.stories.conversations` after a change of what reporters read; then look at the pictures.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.stories.plot import fill
from tests.stories.stage import OFFICER, REPORTER, ROOT, Stage, stage
from tests.stories.words import shown

CHROMIUM = "/usr/bin/chromium"
COLUMN = 372  # pixels of a small phone
SCALE = 1.25
COLOURS = 64
#: The one phone alone, its chat in columns: read from the top left downwards, as one scrolls.
STYLE = """
html, body {{ height: auto; }} body {{ display: block; background: #e4ebe6; }}
.top, .chips, .phone:not(#phone-{phone}), .phone .menu, .phone .badge, .composer, .below {{ display: none !important; }}
.phones {{ display: block; padding: 0; overflow: visible; }}
.phone {{ border: 0; border-radius: 0; box-shadow: none; width: {width}px; overflow: visible; }}
.screen {{ display: block; }}
.log {{ display: block; overflow: visible; padding: 12px 0; }}
.log {{ columns: {columns}; column-gap: 0; column-rule: 3px solid #b3c4be; }}
.log > li {{ break-inside: avoid; margin: 0 14px 7px; }} .row {{ max-width: none; }}
.day {{ text-align: center; }}
*, *::before, *::after {{ animation: none !important; }}
"""


def keep(page: Page, words: str) -> None:
    """Leave this message in the picture as it stands now, before the bot clears it."""
    row = page.locator(f"#phone-{REPORTER} li.row", has_text=words).last
    expect(row).to_be_visible()
    row.evaluate("row => row.before(row.cloneNode(true))")


def officer_writes(story: Stage, words: str) -> None:
    officer = story.phone(OFFICER)
    officer.press(shown("button-chat"), after=0)
    officer.wait_for(shown("talk-open").split(".")[0])
    officer.say(words)
    officer.press(shown("button-sendtalk"))
    story.phone(REPORTER).wait_for(words, after=0)


def calm(story: Stage, page: Page) -> None:
    """From the first word to the receipt, the chosen word, safe contact and an officer's answer."""
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    keep(page, shown("ask-safe"))
    fill(story, REPORTER, "safe-ya", "who-sp", "kind-hina", "button-done", "when-h1", "danger-ulang", "button-done")
    fill(story, REPORTER, "button-skip", "doer-suami", "reach-rumah")
    reporter.press("Masamba")
    fill(story, REPORTER, "button-skip", "needs-cerita", "button-done")
    reporter.wait_for(shown("ask-tell"))
    reporter.say("Setiap malam saya dibentak dan dihina di depan anak-anak. Saya tidak tahu harus bagaimana.")
    fill(story, REPORTER, "contact-chat")
    reporter.wait_for(button=shown("send-kirim"))
    keep(page, shown("send-kirim"))
    reporter.press(shown("send-kirim"))
    reporter.wait_for(button=shown("button-receipt-saved"))
    keep(page, shown("button-receipt-saved"))
    reporter.press(shown("button-receipt-saved"))
    reporter.wait_for(shown("ask-rword"))
    reporter.say("pohon jeruk")
    fill(story, REPORTER, "scover-pustaka", "snews-ya")
    reporter.wait_for(shown("ask-sproof"))
    reporter.say("kopi susu")
    fill(story, REPORTER, "sdecoy-none")
    reporter.wait_for(shown("safety-kept"))
    officer.press(shown("button-take"), after=0)
    officer.wait_for(button=shown("button-chat"))
    reporter.say("/status")
    reporter.wait_for(shown("told-read").split("{")[0])
    officer_writes(story, "Terima kasih sudah bercerita. Ini bukan salah Ibu. Bolehkah saya menelepon besok pagi?")
    reporter.say("Boleh, jam 9 saja, dia di kebun")
    officer.wait_for("jam 9", after=0)


def urgent(story: Stage, page: Page) -> None:
    """From the red key to somebody who is on the way."""
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.start()
    reporter.wait_for(shown("ask-safe"))
    reporter.key(shown("button-urgent"))
    reporter.wait_for(shown("urgent-raised"))
    reporter.wait_for(button="Masamba")
    keep(page, shown("ask-place-urgent"))
    reporter.press("Masamba")
    reporter.press("Kappuna")
    fill(story, REPORTER, "now-dekat", "now-senjata", "button-done")
    reporter.wait_for(shown("ask-phone"))
    reporter.say("0812 0000 1234")
    reporter.wait_for(shown("ask-more"))
    keep(page, shown("ask-more"))
    officer.press(shown("button-take"), after=0)
    reporter.wait_for(shown("taken-reporter"), after=0)
    fill(story, REPORTER, "more-lanjut", "safe-tidak", "who-sp")
    reporter.wait_for(button=shown("kind-pukul"))
    officer.press(shown("button-leave"), after=0)
    officer.wait_for(shown("outing-begun"), after=0)
    reporter.say("/status")
    reporter.wait_for(shown("told-coming"))
    officer_writes(story, "Kami berangkat sekarang, dua orang, bersama polisi. Tetaplah di dalam dan kunci pintunya.")


STORIES = {"percakapan-tenang": (calm, 5), "percakapan-darurat": (urgent, 3)}


@contextmanager
def opened(url: str, columns: int) -> Iterator[Page]:
    """The simulator's page with the reporter's phone alone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        width = columns * COLUMN
        page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True, device_scale_factor=SCALE)
        page.goto(url)
        page.add_style_tag(content=STYLE.format(phone=REPORTER, width=width, columns=columns))
        page.wait_for_selector(f"#phone-{REPORTER}")
        yield page
        browser.close()


def shown_all(story: Stage, page: Page) -> None:
    """Wait until the page shows the last message of the chat."""
    last = story.phone(REPORTER).screen()[-1]["message_id"]
    expect(page.locator(f'#phone-{REPORTER} li.row[data-message="{last}"]')).to_be_visible()


def drawn(page: Page) -> bytes:
    """The picture in few colours, so that it stays small."""
    picture = Image.open(io.BytesIO(page.locator(f"#phone-{REPORTER}").screenshot()))
    small = io.BytesIO()
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def main(folder: Path) -> None:
    for name, (tell, columns) in STORIES.items():
        with (
            TemporaryDirectory() as temporary,
            stage(Path(temporary)) as story,
            opened(story.simulator.url, columns) as page,
        ):
            tell(story, page)
            shown_all(story, page)
            (folder / f"{name}.png").write_bytes(drawn(page))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
