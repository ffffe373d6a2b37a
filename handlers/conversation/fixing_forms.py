"""What a reporter corrects of a report that was sent: their name, a number, where they are. The rest is just written.

Only what lowers nothing can be set right by a tap; what was told of danger is read by a person.
"""

from __future__ import annotations

from dataclasses import replace

from handlers.conversation.answering import picks
from handlers.conversation.questions import QUESTIONS
from handlers.conversation.steps import Answers, Flow, Step, always, table

FIXING = "fixing"
#: Which question stands for which answer of the report.
FIXES = {"name": "fname", "phone": "fphone", "place": "fplace"}


def _order(answers: Answers) -> tuple[str, ...]:
    wanted = answers.get("fwhat")
    return ("fwhat", FIXES[wanted]) if wanted in FIXES else ("fwhat",)


_STEPS = table(
    Step("fwhat", "ask-fwhat", picks("fwhat", *FIXES, "other"), optional=False),
    *(
        replace(QUESTIONS[step], name=name, applies=always, keep=None, clears=(), optional=False)
        for step, name in FIXES.items()
    ),
)

FIXING_FORMS = (Flow(FIXING, _STEPS, _order, cancel=True),)
