"""What is written down in process 2: the assessment, what others found, and the case report."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from cases import assessing
from cases.alert import AlertRef
from cases.moves import Action
from cases.outcome import Outcome
from handlers.conversation.entry_steps import rating, words_of
from handlers.entries import Filled, Start, finishes, starts
from handlers.meeting import hint
from handlers.refs import new_ref

#: Under which names a form asks when it was, and for the risk.
WHEN = {
    Action.ASSESS: "aswhen",
    Action.FURTHER: "fuwhen",
    Action.EXAMINED: "xmwhen",
    Action.RESULTS_TOLD: "tlwhen",
}
RISK = {Action.ASSESS: "asrisk", Action.COMBINED: "cbrisk"}


def _writes(action: Action) -> Callable[[Filled], Awaitable[Outcome]]:
    async def write(filled: Filled) -> Outcome:
        name = RISK.get(action, "")
        outcome = assessing.record(
            filled.scene,
            action,
            filled.written(assessing.KINDS[action], when=WHEN.get(action, "")),
            risk=rating(filled.answers, name) if name else None,
            reason=words_of(filled.answers.get(f"{name}w")),
            alert_ref=AlertRef(new_ref()),
            **filled.given,
        )
        received = filled.received(outcome)
        if action is Action.ASSESS and _may_harm_themselves(filled.answers):
            return received + hint(filled, "assessed-danger", Action.RAISE)
        if action is Action.RESULTS_TOLD and filled.answers.get("tlok") == "tidak":
            return received + hint(filled, "results-refused", Action.REFUSE)
        return received

    return write


def _may_harm_themselves(answers: Mapping[str, object]) -> bool:
    told = answers.get("aspsi")
    ticks = told.get("ticks", ()) if isinstance(told, Mapping) else told
    return isinstance(ticks, list | tuple) and "diri" in ticks


PRESSES: dict[str, Start] = {action: starts(action) for action in assessing.KINDS}
FINISH = {str(action): finishes(action, _writes(action)) for action in assessing.KINDS}
