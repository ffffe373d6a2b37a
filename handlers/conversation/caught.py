"""What a story seems to have told, in one message to be confirmed with one tap; what is wrong is picked out.

The offers wait in the answers under `CAUGHT`, where no rule looks: nothing of a story counts before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from cases.messages import Style
from cases.phrases import Phrase, says
from handlers.conversation.asking import PICKS, shown
from handlers.conversation.catching import Offer, is_open, offers_of
from handlers.conversation.engine import begin
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.remarks import question_in, tells
from handlers.conversation.steps import Answers, Choice, Flow, Step, Turn, World, table
from handlers.conversation.story import STORY_WORDS
from triage.story import propose

CAUGHT = "_caught"
#: While help is being called we stop only for what helps those who come: who, by whom, when, where; not for a sign
#: of danger, on which they act already.
WORTH_A_STOP = frozenset({"who", "victim", "doer", "when", "place", "iplace"})


def waiting(answers: Answers) -> dict[str, Offer]:
    """The offers that can still be confirmed, by their numbers."""
    offers = (Offer(**row) for row in answers.get(CAUGHT, ()))
    return {str(number): offer for number, offer in enumerate(offers) if is_open(offer, answers)}


def confirmed(answers: Answers, offers: Iterable[Offer]) -> dict[str, Any]:
    """The answers with these offers among them. What was answered or ticked before stands as it is."""
    more = {key: value for key, value in answers.items() if key != CAUGHT}
    for offer in offers:
        if offer.tick:
            picks = more.get(PICKS, {})
            more[PICKS] = {**picks, offer.step: [*picks.get(offer.step, ()), offer.value]}
        elif isinstance(offer.value, list):
            more[offer.step] = [*more.get(offer.step, ()), *offer.value]
        else:
            more |= {offer.step: offer.value, **offer.also}
    return more


def supposed(answers: Answers) -> dict[str, Any]:
    """The answers as if everything that waits were confirmed: for whether a person must look, never for the rules."""
    return confirmed(answers, waiting(answers).values())


def catch(flow: Flow, turn: Turn, text: str, world: World, *, now: datetime) -> Turn:
    """The turn, with what the text seems to tell put up for confirmation; the same turn if that is nothing new."""
    if turn.finished or len(text.split()) < STORY_WORDS:
        return turn
    before = turn.dialogue.answers
    proposal = propose(text, now=now)
    if question_in(text) and not tells(proposal):
        return turn
    heard = offers_of(proposal, before, world)
    known = tuple(waiting(before).values())
    if not set(map(repr, heard)) - set(map(repr, known)):
        return turn
    offers = _joined(known, heard)
    if before.get("urgent") and WORTH_A_STOP.isdisjoint(offer.step for offer in heard):
        return turn
    picks = {step: ticks for step, ticks in before.get(PICKS, {}).items() if step != "wrong"}
    answers = {key: value for key, value in before.items() if key not in ("caught", "wrong", PICKS)}
    answers |= {CAUGHT: [asdict(offer) for offer in offers]} | ({PICKS: picks} if picks else {})
    again = begin(flow, replace(turn.dialogue, answers=answers), world)
    messages = (*(message for message in turn.messages if message.replaces), *again.messages)
    return replace(again, messages=messages, answered=turn.answered, understood=turn.understood)


def _joined(known: tuple[Offer, ...], heard: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Both, and of a question with one answer the newer: whoever corrects themselves is heard."""
    several = {offer.step for offer in heard if not offer.tick and not isinstance(offer.value, list)}
    both = [*(offer for offer in known if offer.step not in several), *heard]
    return tuple({repr(offer): offer for offer in both}.values())


def _named(offer: Offer, answers: Answers, world: World) -> Phrase:
    """One offer in a few words."""
    value = [offer.value] if offer.tick else offer.value
    words = shown(QUESTIONS[offer.step], value, supposed(answers), world)
    if offer.step == "who" and "age" in offer.also:
        words = says("person-aged", who=words, age=str(offer.also["age"]))
    return says(f"caught-{offer.step}", value=words)


def _question(key: str) -> Any:
    def words(answers: Answers, world: World) -> Phrase:
        offers = tuple(_named(offer, answers, world) for offer in waiting(answers).values())
        return says(key, offers=offers or (says("value-none"),))

    return words


def _wrong_ones(answers: Answers, world: World) -> tuple[Choice, ...]:
    found = tuple(
        Choice(number, _named(offer, answers, world), _typed(offer, answers, world))
        for number, offer in waiting(answers).items()
    )
    return (*found, ALL_RIGHT)


def _typed(offer: Offer, answers: Answers, world: World) -> tuple[str, ...]:
    """The words by which the same answer can be typed at its own question."""
    value = offer.value[0] if isinstance(offer.value, list) else offer.value
    choices = QUESTIONS[offer.step].offered(answers, world)
    return next((choice.words for choice in choices if choice.value == value), ())


def _keep(answers: Answers, value: Any, world: World) -> Answers:
    if value == "ya":
        return supposed(answers)
    return confirmed(answers, ()) if value == "satu" else answers


def _keep_right(answers: Answers, value: Any, world: World) -> Answers:
    return confirmed(answers, (offer for number, offer in waiting(answers).items() if number not in value))


CHOICES = (
    Choice(
        "ya",
        says("caught-ya"),
        ("betul", "that is right", "ya", "benar", "ya betul", "betul semua", "semua betul", "benar semua", "yes",
         "right", "correct", "ya benar", "sudah betul", "ok", "oke", "cocok", "tepat"),
        Style.SUCCESS,
    ),
    Choice(
        "salah",
        says("caught-salah"),
        ("sebagian salah", "some of it is wrong", "salah", "ada yang salah", "tidak semua", "kurang tepat", "wrong",
         "sebagian", "tidak", "bukan", "tidak betul", "no"),
    ),
    Choice(
        "satu",
        says("caught-satu"),
        ("tanya satu per satu", "ask me one by one", "satu per satu", "satu-satu", "tanya saja", "one by one",
         "salah semua", "lewati", "skip"),
    ),
)  # fmt: skip
ALL_RIGHT = Choice(
    "betul", says("wrong-betul"), ("tidak ada yang salah", "nothing is wrong", "betul semua", "tidak ada")
)

CATCHING = table(
    Step(
        "caught",
        _question("ask-caught"),
        CHOICES,
        optional=False,
        keep=_keep,
        applies=lambda a: bool(waiting(a)),
    ),
    Step(
        "wrong",
        _question("ask-wrong"),
        _wrong_ones,
        many=True,
        none="betul",
        optional=False,
        keep=_keep_right,
        applies=lambda a: a.get("caught") == "salah" and bool(waiting(a)),
    ),
)
