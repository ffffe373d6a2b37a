"""What is asked from the first meeting to the signed form (1.8 to 1.10), of the eight rights, and for a note.

In the answers from the start: `child` (whether the victim is one), `guardian` (who stands for the child), `explained`
(whether 1.9 was done), `ageless` (whether nobody has said how old the victim is), `grounds` (the exceptions that there
can be), `doer` (who is alleged), beside what every form about a case has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases.handling import RIGHTS, Ground
from cases.phrases import Phrase, says
from cases.referral import AgencyKind
from handlers.conversation.answering import picks
from handlers.conversation.entry_steps import choice_step, form, photo_step, rating_steps, told_step, when_steps
from handlers.conversation.steps import Answer, Answers, Choice, Flow, Step, World

#: The answer to "who is it?" where nobody is there: the unit names somebody.
UNIT = "unit"
#: Whoever may be the alleged offender can't stand for a child.
DOUBTFUL = ("ya", "ragu")
ALL_RIGHTS = "semua"
#: A reason for an exception must say something to whoever answers for it too.
SHORTEST_REASON = 10

MEET = form(
    "meet",
    choice_step("mtway", "rumah", "unit", "telepon", "mitra"),
    *when_steps("mtwhen"),
    told_step(
        "mtwhere",
        "rumah",
        "kerabat",
        "desa",
        "aman",
        columns=2,
        by_hand=False,
        applies=lambda answers: answers.get("mtway") in ("rumah", "mitra"),
    ),
    told_step("mtwith", "korban", "wali", "keluarga", "damping", many=True, columns=2, by_hand=False, optional=False),
    choice_step("mtage", "dewasa", "anak", applies=lambda answers: bool(answers.get("ageless"))),
    choice_step("mtsafe", "ya", "singkat", "tidak"),
    *rating_steps("mtrisk"),
    told_step("mtnote"),
)

EXPLAIN = form(
    "explain",
    *when_steps("exwhen"),
    choice_step("extrust", "ya", "mulai", "belum"),
    choice_step("exform", "dibaca", "sendiri", "bahasa", "belum"),
    told_step("exnote"),
)


def _of_a_guardian(answers: Answers, world: World) -> Phrase:
    doer = answers.get("doer")
    return says("ask-gdoff", doer=says(f"doer-{doer}") if doer else says("gdoff-unknown"))


def _refused_first(answers: Answers) -> bool:
    return answers.get("gdoff") in DOUBTFUL


def _another(answers: Answers) -> bool:
    return _refused_first(answers) and answers.get("gdname2") not in (None, "_skip")


RELATIONS = ("ibu", "ayah", "kakek", "paman", "kakak", "peksos")

GUARDIAN = form(
    "guardian",
    told_step("gdname", UNIT, by_hand=False, optional=False),
    told_step("gdunit", by_hand=False, optional=False, applies=lambda answers: answers.get("gdname") == UNIT),
    told_step("gdrel", *RELATIONS, columns=2, by_hand=False, optional=False),
    choice_step("gdoff", "tidak", "ya", "ragu", ask=_of_a_guardian),
    told_step("gdname2", by_hand=False, applies=_refused_first),
    told_step("gdrel2", *RELATIONS, columns=2, by_hand=False, optional=False, applies=_another),
    choice_step("gdoff2", "tidak", "ya", "ragu", applies=_another),
)


def _signers(answers: Answers, world: World) -> tuple[Choice, ...]:
    return picks("cssign", *(("wali",) if answers.get("child") else ("korban", "keluarga")))


def _sign_question(answers: Answers, world: World) -> Phrase:
    if not answers.get("child"):
        return says("ask-cssign")
    return says("ask-cssign-child", guardian=str(answers.get("guardian", "")))


def _once_explained(step: Step) -> Step:
    """Nobody is asked for the photo of a form that must not be signed yet."""
    return replace(step, applies=lambda answers: answers.get("csexpl") != "belum" and step.applies(answers))


_SIGNING = (
    Step("cssign", _sign_question, _signers, optional=False, label="label-cssign"),
    *when_steps("cswhen"),
    Step(
        "csscope",
        "ask-csscope",
        picks("scope", *map(str, AgencyKind), "none"),
        many=True,
        none="none",
        optional=False,
        columns=2,
        label="label-csscope",
    ),
    photo_step("csphoto"),
    told_step("cshope"),
)
CONSENT = form(
    "consent",
    choice_step("csexpl", "dibaca", "sendiri", "bahasa", "belum", applies=lambda answers: not answers.get("explained")),
    *map(_once_explained, _SIGNING),
)

REFUSE = form(
    "refuse",
    choice_step("ncwho", "korban", "wali", "keluarga", "pelaku"),
    choice_step(
        "ncoff",
        "tidak",
        "ya",
        "ragu",
        ask=lambda answers, world: says("ask-ncoff"),
        applies=lambda answers: answers.get("ncwho") in ("wali", "keluarga"),
    ),
    told_step("ncwhy", "takut", "tekanan", "selesai", "malu", optional=False),
    *when_steps("ncwhen"),
)


def _grounds(answers: Answers, world: World) -> tuple[Choice, ...]:
    offered = answers.get("grounds", tuple(Ground))
    return picks("ground", *(str(ground) for ground in Ground if ground in offered))


def _reason(answer: Answer, answers: Answers, world: World) -> str | None:
    text = answer.text.strip()[:2000]
    return text if len(text) >= SHORTEST_REASON else None


def _as_typed(value: Any, answers: Answers, world: World) -> Phrase:
    return says("as-typed", text=str(value))


OVERRIDE = form(
    "override",
    Step("ovground", "ask-ovground", _grounds, optional=False, label="label-ovground"),
    Step("ovwhy", "ask-ovwhy", free=True, read=_reason, shown=_as_typed, optional=False, label="label-ovwhy"),
)

RIGHTS_FORM = form(
    "rights",
    Step(
        "rtwhat",
        lambda answers, world: says("ask-rtwhat", rights=tuple(says(f"right-{right}-read") for right in RIGHTS)),
        picks("right", ALL_RIGHTS, *RIGHTS),
        many=True,
        alone=frozenset({ALL_RIGHTS}),
        optional=False,
        past="rights-read",
        label="label-rtwhat",
    ),
    choice_step("rtwho", "korban", "wali", "bersama", optional=True, columns=2),
)


def rights_told(answers: Answers) -> tuple[str, ...]:
    """Which rights were ticked."""
    ticked = answers.get("rtwhat") or ()
    return RIGHTS if ALL_RIGHTS in ticked else tuple(right for right in RIGHTS if right in ticked)


_NOTE = told_step("nttext", optional=False)
NOTE = Flow("note", {_NOTE.name: _NOTE}, lambda answers: (_NOTE.name,), cancel=True)

MEETING_FORMS = (MEET, EXPLAIN, GUARDIAN, CONSENT, REFUSE, OVERRIDE, RIGHTS_FORM, NOTE)
