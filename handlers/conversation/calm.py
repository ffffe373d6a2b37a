"""Whether nothing of danger was told so far: only then a machine may let something wait, or answer a mere question."""

from __future__ import annotations

from handlers.conversation.caught import supposed
from handlers.conversation.facts import facts_of, ticked
from handlers.conversation.steps import Answer, Answers, World
from handlers.conversation.story import FILES, story
from triage.decision import decide

CALM_RISKS = (None, "RENDAH")


def calm(answers: Answers, world: World) -> bool:
    """No red button, nobody unsafe, no sign of danger, and at most RENDAH with all that waits for confirmation."""
    if answers.get("urgent") or answers.get("safe") == "tidak" or ticked("now", answers) or ticked("danger", answers):
        return False
    decision = decide(facts_of(supposed(answers), world), ours=world.places.ours)
    return decision.risk in CALM_RISKS and not decision.emergency


def wordless(answer: Answer | None) -> bool:
    """A voice note, a photo or a video without words: nobody knows yet what it says."""
    return answer is not None and answer.kind in FILES and not answer.text.strip()


def unheard(answers: Answers) -> bool:
    """Whether something was sent that only a person can hear, by somebody who did not say that they are safe."""
    return answers.get("safe") != "ya" and any(
        entry.get("file_id") and not entry.get("text") for entry in story(answers)
    )
