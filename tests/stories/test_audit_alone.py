"""With the ladder out of order the audit alone gets every emergency to a person within two minutes (issue 4)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.stories.stage import COORDINATOR, HEAD, OFFICER, REPORTER, SECOND, stage
from tests.stories.words import shown


@pytest.mark.parametrize("broken", ["raise", "ring"])
def test_the_audit_calls_when_the_ladder_does_not(template: Path, tmp_path: Path, broken: str) -> None:
    """Darurat; nobody is called, or only once; two minutes later, or two after the missed step, phones ring."""
    folder = tmp_path / "story"
    shutil.copytree(template, folder)
    with stage(folder, running=False) as story:
        story.start("tests.stories.without_ladder", broken, "run")
        reporter, first, head = story.phone(REPORTER), story.phone(OFFICER), story.phone(HEAD)
        reporter.say("/darurat")
        reporter.wait_for(shown("urgent-raised"))
        if broken == "raise":
            story.simulator.advance(minutes=2)
            card = first.wait_for(shown("audit-found"), button=shown("button-take"), after=0)
            assert "DARURAT" in card["text"]
            assert str(REPORTER) not in card["text"]
            story.phone(COORDINATOR).wait_for(shown("audit-found"), button=shown("button-take"), after=0)
            assert not head.screen()
            story.phone(COORDINATOR).wait_for(shown("audit-part-ladder"), after=0)
        else:
            first.wait_for(shown("alert-call"), button=shown("button-take"), after=0)
            story.simulator.advance(minutes=3 + 2)
            story.phone(SECOND).wait_for(shown("audit-found"), button=shown("button-take"), after=0)
            story.phone(COORDINATOR).wait_for(shown("audit-found"), button=shown("button-take"), after=0)
        story.simulator.advance(minutes=2)
        head.wait_for(shown("audit-found"), button=shown("button-take"), after=0)
        head.press(shown("button-take"), after=0)
        head.wait_for(shown("alert-yours"), after=0)
        first.wait_for(shown("alert-taken-by"), after=0)
