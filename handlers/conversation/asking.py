"""How a question looks: its words, its buttons, the rows beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cases.dialogue import Dialogue
from cases.messages import Button, Message, Panel, Rows, Style, in_rows
from cases.phrases import Phrase, says
from handlers.conversation.steps import BACK, CANCEL, DONE, PAGE, SKIP, Answers, Choice, Flow, Step, World

#: Kept beside the answers: what was ticked but not yet confirmed, which names a typed word could mean, and how
#: often the open question was not understood.
PICKS = "_picks"
AMONG = "_among"
MISSES = "_misses"

#: In an emergency all buttons of a message stand on one small screen.
SCREEN = 8
#: A private question, and its answer, stand on the phone for so many minutes.
FADES = 10

#: After so many answers that were not understood we say that the question may be left out.
PATIENCE = 3


def ask(flow: Flow, dialogue: Dialogue, world: World) -> Message:
    """The open question as a new message."""
    return question(flow, dialogue, world)


def question(
    flow: Flow,
    dialogue: Dialogue,
    world: World,
    *,
    note: Phrase | None = None,
    replaces: bool = False,
    menu: bool = False,
    page: int = 0,
) -> Message:
    """The open question, with a word before it where there is one to say; of many choices that page."""
    step = flow.steps[dialogue.step]
    words = step.question(dialogue.answers, world)
    return Message(
        to=dialogue.chat,
        phrase=says("note-and-question", note=note, question=words) if note else words,
        buttons=_rows(flow, step, dialogue, world, menu=menu, page=page),
        slot=f"q:{step.name}",
        replaces=replaces,
        fades=FADES if step.hides(dialogue.answers) else 0,
    )


def shown(step: Step, value: Any, answers: Answers, world: World) -> Phrase:
    """An answer in words."""
    if value == SKIP or value is None:
        return says("value-unknown")
    if step.shown is not None:
        return step.shown(value, answers, world)
    labels = {choice.value: choice.label for choice in step.offered(answers, world)}
    if isinstance(value, list | tuple):
        chosen = tuple(labels.get(one, says("as-typed", text=str(one))) for one in value)
        return says("value-list", values=chosen) if chosen else says("value-none")
    return labels.get(str(value), says("as-typed", text=str(value)))


def answered(step: Step, dialogue: Dialogue, answers: Answers, world: World) -> Message:
    """What becomes of a question once a button answered it: the same words with the answer, and no buttons."""
    if step.past:
        words = says(step.past)
    elif answers.get(step.name) == SKIP:
        words = says("question-skipped", question=step.question(dialogue.answers, world))
    else:
        value = shown(step, answers.get(step.name), answers, world)
        words = says("question-answered", question=step.question(dialogue.answers, world), answer=value)
    return _afterwards(step, dialogue, words)


def closed(step: Step, dialogue: Dialogue, world: World) -> Message:
    """A question that was left without an answer: its words without the buttons."""
    words = says(step.left) if step.left else step.question(dialogue.answers, world)
    return _afterwards(step, dialogue, words)


def _afterwards(step: Step, dialogue: Dialogue, words: Phrase) -> Message:
    # A private question that is off the phone by then must not come back by its answer.
    return Message(
        to=dialogue.chat,
        phrase=words,
        slot=f"q:{step.name}",
        replaces=True,
        tidies=step.hides(dialogue.answers),
        fades=FADES if step.hides(dialogue.answers) else 0,
    )


def panel_of(step: Step, answers: Answers) -> Panel:
    """The keyboard beneath the text field that the question wants, if it wants one of its own."""
    return step.panel(answers) if step.panel else Panel.UNCHANGED


def with_panel(dialogue: Dialogue, panel: Panel) -> tuple[Message, ...]:
    """A short line that brings the keyboard; a message with buttons of its own can't carry it."""
    if panel is Panel.UNCHANGED:
        return ()
    return (Message(to=dialogue.chat, phrase=says(f"panel-{panel}"), panel=panel),)


def picked(step: Step, answers: Answers) -> list[str]:
    """What is ticked at a question by now: as last touched, else as last answered."""
    ticked = answers.get(PICKS, {}).get(step.name)
    if ticked is None:
        before = answers.get(step.name)
        ticked = before if isinstance(before, list) else []
    return list(ticked)


def open_choices(step: Step, answers: Answers, world: World) -> tuple[Choice, ...]:
    """The buttons as they stand now: narrowed to the few that a typed name could mean."""
    offered = step.offered(answers, world)
    among = answers.get(AMONG, {})
    if among.get("step") != step.name:
        return offered
    labels = {choice.value: choice for choice in offered}
    return tuple(labels.get(value) or Choice(value, shown(step, value, answers, world)) for value in among["values"])


def page_with(flow: Flow, step: Step, value: str, dialogue: Dialogue, world: World) -> int:
    """The page on which a choice stands."""
    room = _room(flow, step, dialogue, menu=False)
    values = [choice.value for choice in open_choices(step, dialogue.answers, world)]
    return values.index(value) // (room - 1) if value in values and len(values) > room else 0


def _room(flow: Flow, step: Step, dialogue: Dialogue, *, menu: bool) -> int:
    """How many choices stand on one screen: in an emergency few, else as many as there are."""
    if not (flow.urgent and _in_haste(dialogue.answers)):
        return 1000
    fixed = len(_controls(flow, step, dialogue, menu=menu)) + step.many + _has_alarm(flow, dialogue)
    return SCREEN - fixed


def _in_haste(answers: Answers) -> bool:
    """Help is being called, and the person has not said that they can go on calmly."""
    return bool(answers.get("urgent")) and answers.get("more") != "lanjut"


def _has_alarm(flow: Flow, dialogue: Dialogue) -> bool:
    return flow.urgent and dialogue.answers.get("urgent") != "button"


def _rows(flow: Flow, step: Step, dialogue: Dialogue, world: World, *, menu: bool, page: int) -> Rows:
    answers = dialogue.answers
    choices = step.menu(answers, world) if menu and step.menu else open_choices(step, answers, world)
    ticks = picked(step, answers) if step.many else []
    more: Rows = ()
    room = _room(flow, step, dialogue, menu=menu)
    if len(choices) > room:
        each = room - 1
        pages = -(-len(choices) // each)
        page %= pages
        more = ((_special(step, f"{PAGE}{(page + 1) % pages}", "button-other-choices", dialogue),),)
        choices = choices[page * each : (page + 1) * each]
    buttons = tuple(_button(step, choice, dialogue, ticked=choice.value in ticks) for choice in choices)
    rows: Rows = in_rows(buttons, columns=2 if menu and step.menu else step.columns) + more
    if step.many and ticks:
        rows += ((_special(step, DONE, "button-done", dialogue, Style.SUCCESS),),)
    rows += (tuple(_controls(flow, step, dialogue, menu=menu)),)
    if _has_alarm(flow, dialogue):
        rows += ((Button(says("button-urgent"), "urgent", ref=dialogue.subject, style=Style.DANGER),),)
    return tuple(row for row in rows if row)


def _controls(flow: Flow, step: Step, dialogue: Dialogue, *, menu: bool) -> Sequence[Button]:
    controls = []
    if menu:
        # Back from the second set of buttons is to the first, not to the question before.
        controls.append(_special(step, DONE, "button-back", dialogue))
    elif dialogue.path and not (flow.urgent and _in_haste(dialogue.answers)):
        # In haste the place goes to answers; "kembali" can be typed.
        controls.append(_special(step, BACK, "button-back", dialogue))
    if step.optional:
        controls.append(_special(step, SKIP, "button-skip", dialogue))
    if flow.cancel:
        controls.append(_special(step, CANCEL, "button-cancel", dialogue))
    return controls


def _button(step: Step, choice: Choice, dialogue: Dialogue, *, ticked: bool) -> Button:
    return Button(
        label=says("ticked", label=choice.label) if ticked else choice.label,
        action="a",
        ref=dialogue.subject,
        choice=f"{step.name}:{choice.value}",
        style=choice.style,
    )


def _special(step: Step, value: str, key: str, dialogue: Dialogue, style: Style = Style.PLAIN) -> Button:
    return Button(says(key), "a", ref=dialogue.subject, choice=f"{step.name}:{value}", style=style)
