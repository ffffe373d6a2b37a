"""The one engine of all conversations: it asks the first open question, hears an answer, and asks on.

Everything it knows stands in the dialogue, so that a restart, or another process, between two answers changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases.dialogue import Dialogue
from cases.messages import Message, Panel
from cases.phrases import Phrase, says
from handlers.conversation.asking import (
    AMONG,
    MISSES,
    PATIENCE,
    PICKS,
    answered,
    ask,
    closed,
    open_choices,
    page_with,
    panel_of,
    picked,
    question,
    with_panel,
)
from handlers.conversation.choosing import LONGEST_ANSWER, command_in, is_story
from handlers.conversation.phones import is_number
from handlers.conversation.steps import (
    BACK,
    CANCEL,
    DONE,
    EDIT,
    MENU,
    PAGE,
    SKIP,
    WAIT,
    Answer,
    Answers,
    Choice,
    Flow,
    Kind,
    Several,
    Step,
    Turn,
    World,
)
from handlers.conversation.story import FILES, RECEIVED, STORY_WORDS, acknowledgement, kept, wanted
from handlers.conversation.understanding import understood

__all__ = ["Answer", "Choice", "Flow", "Kind", "Several", "Step", "Turn", "World", "ask", "begin", "hear", "open_steps"]

#: The way back is remembered for so many questions.
LONGEST_PATH = 60
#: The question for a telephone number.
NUMBER = "phone"


def open_steps(flow: Flow, answers: Answers) -> tuple[str, ...]:
    """The questions still to be asked, as things stand, in their order."""
    return tuple(name for name in flow.order(answers) if name not in answers and flow.steps[name].applies(answers))


def begin(flow: Flow, dialogue: Dialogue, world: World) -> Turn:
    """Ask the first open question; with none open the last one is asked again, so that nobody meets silence."""
    answers = dict(dialogue.answers)
    if not open_steps(flow, answers):
        answered_last = [name for name in flow.order(answers) if name in answers and flow.steps[name].applies(answers)]
        answers.pop(answered_last[-1], None)
    return _go_on(flow, replace(dialogue, flow=flow.name, answers=answers), world)


def hear(flow: Flow, dialogue: Dialogue, answer: Answer, world: World) -> Turn:
    """What comes of an answer: a value, a tick, a kind word and the question again; nothing that was told is lost."""
    if dialogue.step not in flow.steps:
        # The questions have changed since (or none was open): go on where something is still to be asked.
        told = replace(dialogue, answers=kept(dialogue.answers, answer)) if flow.story else dialogue
        return _go_on(flow, told, world, note=says("restarted"), understood=False)
    if answer.kind is Kind.PRESS:
        return _pressed(flow, dialogue, answer, world)
    if answer.kind is Kind.TEXT and answer.text.strip():
        return _written(flow, dialogue, answer, world)
    return _sent(flow, dialogue, answer, world)


def _pressed(flow: Flow, dialogue: Dialogue, answer: Answer, world: World) -> Turn:
    if answer.step != dialogue.step:
        asked = flow.steps.get(answer.step)
        still_open = asked is not None and answer.step in open_steps(flow, dialogue.answers)
        if asked is None or not still_open or answer.choice == BACK:
            return _again(flow, dialogue, world, note=says("stale-button"))
        # A question that waits for its answer may be answered out of turn.
        dialogue = replace(dialogue, step=answer.step)
    step = flow.steps[dialogue.step]
    special = {BACK: _back, SKIP: _skip, DONE: _done, CANCEL: _cancel, MENU: _menu, WAIT: _wait}.get(answer.choice)
    if special is not None:
        return special(flow, step, dialogue, world)
    if answer.choice.startswith(PAGE) and answer.choice.removeprefix(PAGE).isdecimal():
        page = int(answer.choice.removeprefix(PAGE)[:3])
        return Turn(dialogue, (question(flow, dialogue, world, replaces=True, page=page),))
    if answer.choice.startswith(EDIT) and step.menu is not None:
        return _reopen(flow, step, dialogue, answer.choice.removeprefix(EDIT), world)
    offered = {choice.value for choice in open_choices(step, dialogue.answers, world)}
    if answer.choice not in offered | {choice.value for choice in step.offered(dialogue.answers, world)}:
        return _again(flow, dialogue, world, note=says("stale-button"))
    if not step.many:
        return _value(flow, step, dialogue, answer.choice, world, pressed=True)
    if answer.choice == step.none:
        return _value(flow, step, dialogue, [], world, pressed=True)
    if answer.choice in step.alone:
        return _value(flow, step, dialogue, [answer.choice], world, pressed=True)
    return _tick(flow, step, dialogue, answer.choice, world)


def _written(flow: Flow, dialogue: Dialogue, answer: Answer, world: World) -> Turn:
    step = flow.steps[dialogue.step]
    command = command_in(answer.text)
    if command == BACK and dialogue.path:
        return _back(flow, step, dialogue, world)
    if command == SKIP and step.optional:
        return _skip(flow, step, dialogue, world)
    if command == CANCEL and flow.cancel:
        return _cancel(flow, step, dialogue, world)
    if command == DONE and step.many and picked(step, dialogue.answers):
        return _done(flow, step, dialogue, world)
    value = understood(step, answer, dialogue.answers, world)
    if value is None and flow.story and not step.free:
        number = _number_aside(flow, dialogue, answer, world)
        if number is not None:
            return number
    # In an emergency nothing that was said may be lost, not even "the blue house behind the mosque".
    longest = STORY_WORDS if dialogue.answers.get("urgent") else LONGEST_ANSWER + 1
    if flow.story and not step.free and (value is None or is_story(answer.text, words=longest)):
        dialogue = replace(dialogue, answers=kept(dialogue.answers, answer))
    if isinstance(value, Several):
        return _narrow(flow, step, dialogue, value, world)
    if value in (MENU, WAIT):
        return (_menu if value == MENU else _wait)(flow, step, dialogue, world)
    if value is not None:
        return _value(flow, step, dialogue, value, world)
    # Who is in danger and has just told something never hears first that it was not understood.
    told = flow.story and (is_story(answer.text, words=STORY_WORDS) or bool(dialogue.answers.get("urgent")))
    return _missed(flow, step, dialogue, world, note=says("heard-story") if told else None)


def _number_aside(flow: Flow, dialogue: Dialogue, answer: Answer, world: World) -> Turn | None:
    """A telephone number alone, written at another question while help is being called: the answer to the one that
    asks for it."""
    if not dialogue.answers.get("urgent") or NUMBER not in open_steps(flow, dialogue.answers):
        return None
    if not is_number(answer.text):
        return None
    value = understood(flow.steps[NUMBER], answer, dialogue.answers, world)
    here = replace(dialogue, answers={**dialogue.answers, NUMBER: value})
    return replace(_again(flow, here, world, note=says("kept-contact"), understood=True), answered=NUMBER)


def _sent(flow: Flow, dialogue: Dialogue, answer: Answer, world: World) -> Turn:
    """A file, a place, a number: taken as the answer where the question takes such, kept in any case."""
    step = flow.steps[dialogue.step]
    value = understood(step, answer, dialogue.answers, world) if answer.kind in step.takes else None
    if flow.story and not (value is not None and answer.kind in FILES and step.name == "card"):
        dialogue = replace(dialogue, answers=kept(dialogue.answers, answer))
    if value is not None:
        received = acknowledgement(answer, dialogue.answers) if flow.story else RECEIVED
        return _value(flow, step, dialogue, value, world, note=received)
    if not flow.story:
        return _missed(flow, step, dialogue, world)
    return _again(
        flow, dialogue, world, note=acknowledgement(answer, dialogue.answers), understood=answer.kind is not Kind.OTHER
    )


def _value(
    flow: Flow,
    step: Step,
    dialogue: Dialogue,
    value: Any,
    world: World,
    *,
    pressed: bool = False,
    note: Phrase | None = None,
) -> Turn:
    """The question has its answer: keep it, forget what no longer fits, ask on."""
    before = dialogue.answers
    answers = dict(before)
    if step.name in before and before[step.name] != value:
        answers = {name: kept_value for name, kept_value in answers.items() if name not in step.clears}
    answers.pop(AMONG, None)
    answers.pop(MISSES, None)
    answers[PICKS] = {name: ticks for name, ticks in before.get(PICKS, {}).items() if name != step.name}
    if not answers[PICKS]:
        del answers[PICKS]
    answers[step.name] = value
    if step.keep is not None and value != SKIP:
        answers = dict(step.keep(answers, value, world))
    path = (*(name for name in dialogue.path if name != step.name), step.name)[-LONGEST_PATH:]
    here = replace(dialogue, answers=answers, path=path)
    turn = _go_on(flow, here, world, note=note, left=step)
    # The buttons go however it was answered; what was told freely is not repeated beneath the question.
    past = answered(step, dialogue, answers, world) if pressed or not step.free else closed(step, dialogue, world)
    return replace(turn, messages=(*turn.messages, past), answered=step.name)


def _go_on(
    flow: Flow,
    dialogue: Dialogue,
    world: World,
    *,
    note: Phrase | None = None,
    left: Step | None = None,
    understood: bool = True,
) -> Turn:
    """Ask the first open question; `left` is the one just answered, whose keyboard is put away."""
    names = open_steps(flow, dialogue.answers)
    panel_left = left is not None and panel_of(left, dialogue.answers) is not Panel.UNCHANGED
    if not names:
        ended = replace(dialogue, step=dialogue.step if dialogue.step in flow.steps else "", ended=True)
        return Turn(ended, (), finished=True, understood=understood)
    here = replace(dialogue, step=names[0])
    panel = panel_of(flow.steps[names[0]], here.answers)
    if panel is Panel.UNCHANGED and panel_left:
        panel = Panel.REPORTER
    messages = (question(flow, here, world, note=note), *with_panel(here, panel))
    return Turn(here, messages, understood=understood)


def _again(flow: Flow, dialogue: Dialogue, world: World, *, note: Phrase, understood: bool = False) -> Turn:
    return Turn(dialogue, (question(flow, dialogue, world, note=note),), understood=understood)


def _missed(flow: Flow, step: Step, dialogue: Dialogue, world: World, *, note: Phrase | None = None) -> Turn:
    """Not understood: asked again kindly, the second time in other words, then with leave to pass over it."""
    misses = min(dialogue.answers.get(MISSES, 0) + 1, PATIENCE)
    here = replace(dialogue, answers={**dialogue.answers, MISSES: misses})
    if not flow.story:
        # Nothing but the answer is kept here: staff must not hear that what they wrote is safe.
        again = wanted(step)
    elif misses < PATIENCE:
        again = says(f"not-understood-{misses}")
    else:
        again = says("not-understood-3" if step.optional else "not-understood-needed")
    return _again(flow, here, world, note=note or again)


def _narrow(flow: Flow, step: Step, dialogue: Dialogue, several: Several, world: World) -> Turn:
    """More than one thing is called so: only these are asked."""
    among = {"step": step.name, "values": list(several.values)}
    here = replace(dialogue, answers={**dialogue.answers, AMONG: among})
    return _again(flow, here, world, note=says("which-one"), understood=True)


def _tick(flow: Flow, step: Step, dialogue: Dialogue, value: str, world: World) -> Turn:
    ticks = [one for one in picked(step, dialogue.answers) if one not in step.alone]
    ticks = [one for one in ticks if one != value] if value in ticks else [*ticks, value]
    picks = {**dialogue.answers.get(PICKS, {}), step.name: ticks}
    here = replace(dialogue, answers={**dialogue.answers, PICKS: picks})
    page = page_with(flow, step, value, here, world)
    return Turn(here, (question(flow, here, world, replaces=True, page=page),))


def _done(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    if step.menu is not None:
        return Turn(dialogue, (question(flow, dialogue, world, replaces=True),))
    ticks = picked(step, dialogue.answers)
    if not (step.many and ticks):
        return _again(flow, dialogue, world, note=says("nothing-chosen"))
    offered = [choice.value for choice in step.offered(dialogue.answers, world)]
    return _value(flow, step, dialogue, [value for value in offered if value in ticks], world, pressed=True)


def _skip(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    if not step.optional:
        return _again(flow, dialogue, world, note=says("not-understood-needed"))
    return _value(flow, step, dialogue, SKIP, world, pressed=True)


def _back(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    """The question before, with its answer still in place until another one is given."""
    path = list(dialogue.path)
    while path:
        name = path.pop()
        before = flow.steps.get(name)
        if before is not None and name != step.name and before.applies(dialogue.answers):
            return _open(flow, step, replace(dialogue, path=tuple(path)), name, world)
    return _again(flow, replace(dialogue, path=()), world, note=says("nothing-before"), understood=True)


def _reopen(flow: Flow, step: Step, dialogue: Dialogue, name: str, world: World) -> Turn:
    """Correct one line of the summary; the way back leads to it again."""
    if name not in flow.steps or name == step.name:
        return _again(flow, dialogue, world, note=says("stale-button"))
    return _open(flow, step, replace(dialogue, path=(*dialogue.path, step.name)), name, world)


def _open(flow: Flow, left: Step, dialogue: Dialogue, name: str, world: World) -> Turn:
    answers = {key: value for key, value in dialogue.answers.items() if key not in (AMONG, MISSES)}
    here = replace(dialogue, step=name, answers=answers)
    panel = panel_of(flow.steps[name], answers)
    if panel is Panel.UNCHANGED and panel_of(left, answers) is not Panel.UNCHANGED:
        panel = Panel.REPORTER
    messages: tuple[Message, ...] = (question(flow, here, world), *with_panel(here, panel))
    return Turn(here, (*messages, closed(left, dialogue, world)))


def _menu(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    if step.menu is None:
        return _again(flow, dialogue, world, note=says("stale-button"))
    return Turn(dialogue, (question(flow, dialogue, world, replaces=True, menu=True),))


def _wait(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    """Left for later: said so; whatever comes next finds the same question open."""
    note = says(step.waits) if step.waits else says("stale-button")
    return _again(flow, dialogue, world, note=note, understood=bool(step.waits))


def _cancel(flow: Flow, step: Step, dialogue: Dialogue, world: World) -> Turn:
    """The form is given up: nothing of it counts."""
    if not flow.cancel:
        return _again(flow, dialogue, world, note=says("stale-button"))
    ended = replace(dialogue, answers={**dialogue.answers, "cancelled": True}, ended=True)
    return Turn(ended, (closed(step, dialogue, world),), finished=True)
