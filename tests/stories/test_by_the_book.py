"""A calm domestic case from the chat report to its closure in three months, by buttons on phones, over sudden ends."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from simulator.client import Phone
from tests.stories.plot import assign, fill
from tests.stories.stage import COORDINATOR, MANAGER, OFFICER, REPORTER, Stage
from tests.stories.words import shown

ZONE = ZoneInfo("Asia/Makassar")
#: What the reporter taps: insults by a husband who lives in the same house, nothing that is an emergency.
TOLD = (
    *("safe-ya", "who-sp", "kind-hina", "button-done", "button-skip", "button-skip", "button-skip"),
    *("doer-suami", "button-skip", "button-skip", "button-skip", "button-skip", "contact-chat"),
)
PHOTO = object()
#: One thing of a form: the button that is pressed, or the question that is answered with words or a photo.
Said = str | tuple[str, Any]

MET: tuple[Said, ...] = ("happened-0", "mtwith-korban", "button-done", "mtsafe-ya", "rate-tetap", "button-skip")
CONSENT: tuple[Said, ...] = (
    *("cssign-korban", "happened-0", "scope-kesehatan", "scope-psikologi", "button-done"),
    *(("ask-csphoto", PHOTO), ("ask-cshope", "anak-anak tidak mendengar bentakan lagi")),
)
ASSESSED: tuple[Said, ...] = (
    *("happened-0", "asbio-sehat", "button-done", "aspsi-takut", "button-done", "assos-aman", "button-done"),
    *("asspi-kuat", "button-done", "asneed-sehat", "button-done", "rate-tetap"),
)
CONCLUDED: tuple[Said, ...] = (("ask-clsum", "kekerasan psikis oleh suami"), "clneed-pulih", "button-done")
PLAN: tuple[Said, ...] = (("ask-plpsiko", "konseling; psikolog; 2 bulan"), "pluntil-60", "plconf-tidak")
SERVED: tuple[Said, ...] = (
    "svkind-psiko",
    "svby-psiko",
    ("ask-svres", "dua kali bertemu, tidurnya membaik"),
    "happened-0",
)
MONITORED: tuple[Said, ...] = (("ask-vstate", "ia tertawa lagi"), "vneeds-cukup", "button-skip")
SIGNED: tuple[Said, ...] = (
    *(("ask-sgphoto", PHOTO), "sgwho-korban", "fbsafe-ya", ("ask-fbhelp", "didengar tanpa disalahkan")),
    *("button-skip", "button-skip", "happened-0"),
)


class Book:
    """A case manager at work: each step is a button of the card, and its form."""

    def __init__(self, story: Stage) -> None:
        self.story, self.manager = story, story.phone(MANAGER)
        self.files: dict[int, int] = {}

    def answers(self, *said: Said, phone: Phone | None = None) -> None:
        phone = phone or self.manager
        for one in said:
            if isinstance(one, str):
                phone.press(shown(one))
                continue
            phone.wait_for(shown(one[0]))
            _ = phone.send("photo") if one[1] is PHOTO else phone.say(one[1])

    def card(self) -> None:
        """From the list of cases."""
        self.manager.say("/kasus")
        self.manager.press("LU-")

    def step(self, action: str, *said: Said) -> None:
        """The card is opened anew and the form filled in, to its receipt."""
        self.manager.press(shown("button-open-case"), after=0)
        self.answers(f"button-{action}", *said)
        self.manager.wait_for(shown("entry-recorded"))

    def dies_before(self, key: str) -> None:
        """SIGKILL while somebody looks at that question; then it is answered as if nothing had been."""
        self.manager.wait_for(shown(key))
        self.story.kill()
        self.story.start()

    def visited(self, *said: Said) -> None:
        self.card()
        self.answers("button-visited", *said)
        self.manager.wait_for(shown("visit-done"), after=0)

    def at_ten(self, *, days: int) -> None:
        """So many days later, at ten in the morning."""
        now = datetime.fromisoformat(self.story.simulator.clock()["now"]).astimezone(ZONE)
        then = (now + timedelta(days=days)).replace(hour=10, minute=0, second=0)
        self.story.simulator.advance(seconds=(then - now).total_seconds())

    def letter(self, kind: str, *, maker: Phone | None = None, dying: bool = False) -> None:
        """Drafted where it was offered, checked by the coordinator; both have the PDF on their phones."""
        maker = maker or self.manager
        if dying:
            self.story.simulator.fault("hang", times=None, methods=["sendDocument"])
        offer = maker.wait_for(shown("letters-offered"), button=shown(f"letter-kind-{kind}"), after=0)
        maker.act("press", text=shown(f"letter-kind-{kind}"), message_id=offer["message_id"])
        if dying:
            maker.wait_for(shown("letter-made"))
            self.story.kill()
            self.story.simulator.clear_faults()
            self.story.start()
        self.arrives(maker, kind, files=2)
        checker = self.story.phone(COORDINATOR)
        checker.wait_for(shown("letter-to-check"), button=shown("button-letter"), after=0)
        checker.press(shown("button-letter"), after=0)
        self.arrives(checker, kind, files=1)
        checker.press(shown("button-checkletter"))
        checker.wait_for(shown("letter-check-done"))
        maker.wait_for(shown("letter-checked"), after=0)

    def arrives(self, phone: Phone, kind: str, *, files: int) -> None:
        """So many files came, each once; the last is a real PDF under a name that tells nothing."""
        self.files[phone.number] = self.files.get(phone.number, 0) + files
        sent = {"method": "sendDocument", "chat_id": phone.number, "delivered": True}
        came = self.story.simulator.journal(count=self.files[phone.number], **sent)
        assert len(came) == self.files[phone.number]
        shows = [message for message in phone.screen() if message["kind"] == "document"][-1]
        assert shown(f"letter-kind-{kind}") in shows["text"]
        paper = shows["document"]
        assert paper["file_name"].startswith("surat-LU-")
        assert paper["file_name"].endswith(".pdf")
        file = httpx.get(f"{self.story.simulator.url}/control/files/{paper['file_unique_id']}", trust_env=False)
        assert file.content.startswith(b"%PDF")


def reported(book: Book) -> None:
    """From the chat to a case manager who has called; the third end comes over a letter that has not gone out."""
    story, officer = book.story, book.story.phone(OFFICER)
    story.phone(REPORTER).start()
    fill(story, REPORTER, *TOLD, "send-kirim")
    story.phone(REPORTER).wait_for("LU-")
    officer.press(shown("button-take"), after=0)
    officer.press(shown("button-confirm"), after=0)
    book.letter("resume", maker=officer)
    assign(story)
    book.manager.press(shown("button-contact-reached"), after=0)
    book.manager.wait_for(shown("contact-reached"), after=0)
    book.letter("tugas", dying=True)
    book.letter("permohonan")


def identified(book: Book) -> None:
    """Met, the rights, the form explained and signed (process 1)."""
    book.card()
    book.answers("button-meet", "mtway-unit")
    book.dies_before("ask-happened")
    book.answers(*MET)
    book.manager.wait_for(shown("entry-recorded"))
    book.step("rights", "right-semua", "rtwho-korban")
    book.step("explain", "happened-0", "extrust-ya", "exform-dibaca", "button-skip")
    book.at_ten(days=1)
    book.step("consent", *CONSENT)


def planned(book: Book) -> None:
    """Assessed, and a plan that both want (processes 2 and 3)."""
    book.step("assess", *ASSESSED)
    book.step("conclude", *CONCLUDED)
    book.letter("laporan_kasus")
    book.step("goal", ("ask-gtold", "hidup tenang bersama anak-anak"))
    book.step("needs", "nneeds-psiko", "button-done", "button-skip")
    book.manager.press(shown("button-open-case"), after=0)
    book.answers("button-plan")
    book.dies_before("ask-plpsiko")
    book.answers(*PLAN)
    book.manager.wait_for(shown("entry-recorded"))
    book.letter("rencana")
    book.at_ten(days=1)
    book.step("agreeplan", "agwho-korban", "button-done", "agok-setuju", "happened-0")


def served(book: Book) -> None:
    """Services for two months, with the visits as they fall due (process 4 and 5.2)."""
    book.step("serve", *SERVED)
    book.step("document", ("ask-dcfile", PHOTO), "button-skip")
    for days, risk in ((1, "RENDAH"), (7, "tetap"), (30, "tetap")):
        book.at_ten(days=days)
        book.visited("vresult-baik", f"vrisk-{risk}", *MONITORED)
    book.at_ten(days=30)
    book.step("accompany", ("ask-acnote", "ia ke pasar sendiri lagi"), "acgo-akhiri", "happened-0")
    book.step("report", ("ask-rpres", "tenang, suami ikut konseling"), "button-skip")


def ended(book: Book) -> None:
    """Monitored until it is enough, the file checked, the end told and signed (processes 5 and 6)."""
    book.step("monplan", "mpwhat-aman", "button-done", "mphow-datang", "button-skip")
    book.at_ten(days=7)
    book.visited("vresult-baik", "vrisk-tetap", *MONITORED)
    book.step("enough", "enplan-ya", "enwell-ya", ("ask-enwhy", "tidur nyenyak, tidak ada bentakan"))
    book.letter("laporan_monev")
    book.step("termplan", ("ask-tpplan", "pertemuan terakhir di unit"), "button-skip")
    book.step("check", "button-check-do")
    book.step("present", "prwho-korban", "button-done", "button-skip", "happened-0")
    book.step("signend", *SIGNED)
    book.manager.press(shown("button-open-case"), after=0)
    book.answers("button-close", ("ask-clrep", "tujuan tercapai"), "button-skip")
    book.manager.wait_for(shown("case-closed"))
    book.story.phone(COORDINATOR).wait_for(shown("case-closed"), after=0)


def test_a_calm_case_from_the_chat_to_its_closure(story: Stage) -> None:
    book = Book(story)
    book.at_ten(days=1)
    for part in (reported, identified, planned, served, ended):
        part(book)
    heard = story.simulator.journal(chat_id=MANAGER, delivered=True)
    book.at_ten(days=60)
    book.manager.say("/kasus")
    book.manager.wait_for(shown("no-cases"))
    assert len(story.simulator.journal(chat_id=MANAGER, delivered=True)) == len(heard) + 1
    assert story.starts == 4
