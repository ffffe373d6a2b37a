"""Whatever people do, in whatever order: nothing raises, nothing told is lost, and there is always a next question."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from handlers.conversation.engine import Answer, Kind, Turn, begin, hear, open_steps
from handlers.conversation.facts import facts_of, pressing, ticked
from handlers.conversation.flows import FLOWS
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.steps import BACK, CANCEL, DONE, EDIT, MENU, SKIP, WAIT
from handlers.conversation.story import FILES, attachments, story
from handlers.conversation.summary import lines
from tests.conversation.talking import REPORT, TODAY, choices_of, fresh, start, stored, words, world
from triage.decision import decide
from triage.facts import facts_from

STEPS = (*REPORT.steps, "gone", "")
SPECIAL = (BACK, SKIP, DONE, MENU, WAIT, CANCEL, f"{EDIT}place", f"{EDIT}name", f"{EDIT}nowhere", "", "zz")
SAID = (
    "ya", "tidak", "gak tau", "kembali", "selesai", "dipukul, dihina", "tadi malam", "anak saya umur 3 thn", "masamba",
    "benteng", "suami", "serumah", "0812 3456 7890", "1", "2 4", "kirim", "batal", "tidak ada", "🙂", "\u202eبكى\u0000",
    "suami saya memukul saya tadi malam di dapur", "x" * 4096, "kata " * 800, "<b>&{ $x }", "desa radda", "lewati",
)  # fmt: skip

presses = some.builds(
    lambda step, choice: Answer(Kind.PRESS, step=step, choice=choice),
    some.sampled_from(STEPS),
    some.sampled_from(SPECIAL) | some.text(max_size=8),
)
texts = some.builds(lambda text: Answer(Kind.TEXT, text=text), some.sampled_from(SAID) | some.text(max_size=40))
things = some.builds(
    lambda kind, text: Answer(kind, text=text, file_id="F", latitude=1.0, longitude=2.0, phone="081234567"),
    some.sampled_from([kind for kind in Kind if kind not in (Kind.PRESS, Kind.TEXT)]),
    some.sampled_from(("", "ini fotonya")),
)
#: The number of a button that is really shown, from the top.
shown_presses = some.integers(0, 30)
doings = some.lists(shown_presses | shown_presses | texts | presses | things, max_size=25)


def do(turn: Turn, doing: Any) -> Answer:
    """A button that is shown, or anything else."""
    if isinstance(doing, Answer):
        return doing
    question = next((message for message in turn.messages if message.buttons), None)
    choices = choices_of(question) if question else []
    if not choices:
        return Answer(Kind.OTHER)
    step, _, choice = choices[doing % len(choices)].partition(":")
    return Answer(Kind.PRESS, step=step, choice=choice)


def walked(doings: list[Any], **known: Any) -> list[tuple[Answer, Turn]]:
    turn = start(**known)
    found: list[tuple[Answer, Turn]] = []
    for doing in doings:
        if turn.finished:
            break
        answer = do(turn, doing)
        turn = hear(REPORT, stored(turn.dialogue), answer, world())
        found.append((answer, turn))
    return found


@settings(max_examples=60, deadline=None)
@given(doings, some.sampled_from((None, "button", "answers")))
def test_whatever_is_done_is_answered(doings: list[Any], urgent: str | None) -> None:
    for _, turn in walked(doings, **({"urgent": urgent} if urgent else {})):
        assert turn.finished or turn.dialogue.step in REPORT.steps
        assert turn.finished or turn.messages
        assert all(words(message.phrase) for message in turn.messages)
        assert len(turn.dialogue.path) <= 60


@settings(max_examples=60, deadline=None)
@given(doings)
def test_nothing_that_was_told_is_lost(doings: list[Any]) -> None:
    told: list[str] = []
    files = 0
    for answer, turn in walked(doings):
        if answer.kind is Kind.TEXT and (not turn.understood or len(answer.text.split()) >= 6) and answer.text.strip():
            told.append(answer.text)
        files += answer.kind in FILES
        kept = [entry.get("text") for entry in story(turn.dialogue.answers)]
        typed = [value for value in turn.dialogue.answers.values() if isinstance(value, str)]
        assert all(text in kept or text.strip() in typed for text in told)
        if files:
            assert attachments(turn.dialogue.answers)


@settings(max_examples=60, deadline=None)
@given(doings)
def test_the_facts_are_always_facts_and_what_presses_is_an_emergency(doings: list[Any]) -> None:
    for _, turn in walked(doings)[-3:]:
        answers = turn.dialogue.answers
        facts = facts_of(answers, world())
        assert facts_from(facts.to_json()).to_json() == facts.to_json()
        emergency = decide(facts, ours="73.22").emergency
        assert emergency or not pressing(answers, world())
        if not open_steps(REPORT, answers):
            assert emergency == pressing(answers, world())
        assert all(words(one) for one in lines(answers, world()))


@settings(max_examples=60, deadline=None)
@given(doings, some.sampled_from(("now", "danger")), some.data())
def test_more_danger_never_calms(doings: list[Any], step: str, data: some.DataObject) -> None:
    walk = walked(doings)
    answers = dict(walk[-1][1].dialogue.answers) if walk else {}
    signs = [
        choice.value for choice in QUESTIONS[step].offered(answers, world()) if choice.value not in ("none", "tenang")
    ]
    more = data.draw(some.sampled_from(signs))
    worse = {**answers, step: list(dict.fromkeys((*ticked(step, answers), more)))}
    before = {**answers, step: list(ticked(step, answers))}
    assert pressing(worse, world()) or not pressing(before, world())


@settings(max_examples=60, deadline=None)
@given(doings, some.sampled_from(("when", "safe", "reach", "wed", "mind")))
def test_what_is_left_out_never_calms(doings: list[Any], step: str) -> None:
    walk = walked(doings)
    answers = dict(walk[-1][1].dialogue.answers) if walk else {}
    if step not in open_steps(REPORT, answers):
        return
    assert pressing({**answers, step: SKIP}, world()) or not pressing(answers, world())


@settings(max_examples=60, deadline=None)
@given(some.sampled_from([flow for flow in FLOWS.values() if flow.name != "report"]), doings)
def test_forms_end_or_ask(flow: Any, doings: list[Any]) -> None:
    turn = begin(flow, fresh(flow, today=TODAY), world())
    for doing in doings:
        if turn.finished:
            break
        turn = hear(flow, stored(turn.dialogue), do(turn, doing), world())
        assert turn.finished or turn.messages
    if turn.finished and "cancelled" not in turn.dialogue.answers:
        answers = turn.dialogue.answers
        asked = [flow.steps[name] for name in flow.order({}) if flow.steps[name].applies(answers)]
        assert all(answers[step.name] not in (SKIP, "", None) for step in asked if not step.optional)
