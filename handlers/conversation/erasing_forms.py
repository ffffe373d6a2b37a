"""What the unit is asked where something stays that somebody wanted to have erased."""

from __future__ import annotations

from cases.erasing import REASONS
from handlers.conversation.entry_steps import form, told_step

KEEPING = form("keeptold", told_step("krwhy", *REASONS, many=True, by_hand=False, optional=False))

ERASING_FORMS = (KEEPING,)
