"""Whatever somebody meets while help is being called stands on one screen of a small phone."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from bot.words import render
from cases.languages import LANGUAGES
from cases.messages import Message
from handlers.conversation.asking import PAGE, SCREEN, question
from handlers.conversation.engine import Answer, Kind, hear
from handlers.conversation.report import REPORT, URGENT
from handlers.conversation.steps import DONE, SKIP
from handlers.heard import Doing
from tests.conversation.talking import at, press, world
from tests.office import REPORTER, Office

SIGNS = 600
WORDS = ("dia bawa parang", "saya di Masamba", "0812 3456 7890", "takut sekali", "asdfgh", "lewati", "kembali", "Rampi")
SENT = (
    Answer(Kind.PHOTO, file_id="f"),
    Answer(Kind.VOICE, file_id="v"),
    Answer(Kind.LOCATION, latitude=-2.5, longitude=120.3),
)


def too_much(messages: Iterable[Message], office: Office) -> list[str]:
    """The keys of what does not fit, in any language."""
    wrong = []
    for message in messages:
        buttons = sum(map(len, message.buttons))
        for language in LANGUAGES:
            said = render(message.phrase, language=language, zone=world().profile.zone, now=office.now, markup=False)
            if len(said) > SIGNS or buttons > SCREEN:
                wrong.append(f"{message.phrase.key} {language}: {len(said)} signs, {buttons} buttons")
    return sorted(set(wrong))


@pytest.mark.parametrize("seed", range(12))
async def test_at_random_through_an_emergency(office: Office, seed: int) -> None:
    chosen = random.Random(seed)
    begun = chosen.choice(("button", "words", "answers", "child"))
    if begun == "button":
        await office.does(REPORTER, Doing.PRESSED, action="urgent")
    elif begun == "words":
        await office.says(REPORTER, "tolong, suami saya bawa parang, dia mau bunuh saya")
    else:
        await office.command(REPORTER, "start")
        ways = {
            "answers": ("safe:tidak", "now:dekat", "now:_done"),
            "child": ("safe:ya", "who:sa", "victim:pa", "age:12", "kind:pukul", "kind:_done", "when:h0", "danger:bunuh",
                      "danger:_done", "state:none", "doer:tiri", "reach:rumah"),
        }[begun]  # fmt: skip
        await office.answers(REPORTER, *ways)
    seen = 0
    for _ in range(25):
        seen = len(office.sent[REPORTER])
        match chosen.randrange(5):
            case 0:
                await office.says(REPORTER, chosen.choice(WORDS))
            case 1:
                await office.does(REPORTER, Doing.SAID, answer=chosen.choice(SENT))
            case _:
                await _presses_something(office, chosen)
        draft = await _draft(office)
        if draft is not None and draft.answers.get("more") == "lanjut":
            # From here on it is the calm path again.
            break
        seen = len(office.sent[REPORTER])
        if draft is None:
            break
    met = office.sent[REPORTER][:seen]
    called = next(n for n, one in enumerate(met) if one.phrase.key.startswith(("urgent-", "alert-by")))
    assert too_much(met[called:], office) == []


async def _presses_something(office: Office, chosen: random.Random) -> None:
    shown = [message for message in office.sent[REPORTER] if message.buttons]
    if shown:
        buttons = [b for row in shown[-1].buttons for b in row if b.action in ("a", "urgent")]
        if buttons:
            await office.press(REPORTER, chosen.choice(buttons))


async def _draft(office: Office):
    async with office.storage.look() as look:
        return await look.dialogue(REPORTER, "report")


@pytest.mark.parametrize("urgent", ["button", "answers"])
@pytest.mark.parametrize("name", URGENT)
def test_every_choice_is_on_some_page(name: str, urgent: str) -> None:
    """Leafing through comes by every choice, with the ones that were ticked, and back to the first page."""
    here = at(name, urgent=urgent, place="73.22.03", _caught=[])
    step = REPORT.steps[name]
    wanted = {choice.value for choice in step.offered(here.answers, world())}
    message = question(REPORT, here, world())
    first, found = message, set()
    for _ in range(len(wanted) + 1):
        values = [b.choice.partition(":")[2] for row in message.buttons for b in row if b.action == "a"]
        assert sum(map(len, message.buttons)) <= SCREEN
        found |= {value for value in values if not value.startswith(PAGE)}
        leaf = next((value for value in values if value.startswith(PAGE)), None)
        if leaf is None:
            break
        (message, *_) = hear(REPORT, here, press(name, leaf), world()).messages
        assert message.replaces
        if message.buttons == first.buttons:
            break
    assert wanted <= found
    assert found - wanted <= {SKIP, DONE}


def test_a_tick_stays_on_its_page_and_counts() -> None:
    here = at("now", urgent="button")
    last = REPORT.steps["now"].offered(here.answers, world())[-2].value
    turn = hear(REPORT, here, press("now", last), world())
    (message,) = turn.messages
    values = [b.choice.partition(":")[2] for row in message.buttons for b in row]
    assert last in values
    assert DONE in values
    assert hear(REPORT, turn.dialogue, press("now", DONE), world()).dialogue.answers["now"] == [last]
