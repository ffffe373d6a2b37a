"""All conversations by name."""

from __future__ import annotations

from collections.abc import Mapping

from cases.dialogue import Dialogue
from handlers.conversation.assessing_forms import ASSESSING_FORMS
from handlers.conversation.clock_forms import CLOCK_FORMS
from handlers.conversation.erasing_forms import ERASING_FORMS
from handlers.conversation.file_forms import FILE_FORMS
from handlers.conversation.fixing_forms import FIXING_FORMS
from handlers.conversation.forms import FORMS
from handlers.conversation.intake import INTAKE_FORMS
from handlers.conversation.letter_forms import LETTER_FORMS
from handlers.conversation.meeting_forms import MEETING_FORMS
from handlers.conversation.people_forms import PEOPLE_FORMS
from handlers.conversation.police import POLICE_FORMS
from handlers.conversation.receipt_forms import RECEIPT_FORMS
from handlers.conversation.referring_forms import REFERRING_FORMS
from handlers.conversation.report import REPORT
from handlers.conversation.rota_forms import ROTA_FORMS
from handlers.conversation.safety_forms import SAFETY_FORMS
from handlers.conversation.service_forms import SERVICE_FORMS
from handlers.conversation.steps import Flow

FORMS_OF_STAFF = (
    *FORMS,
    *ROTA_FORMS,
    *POLICE_FORMS,
    *CLOCK_FORMS,
    *LETTER_FORMS,
    *FILE_FORMS,
    *MEETING_FORMS,
    *ASSESSING_FORMS,
    *REFERRING_FORMS,
    *SERVICE_FORMS,
    *PEOPLE_FORMS,
    *INTAKE_FORMS,
    *ERASING_FORMS,
)
FORMS_OF_REPORTERS = (*RECEIPT_FORMS, *SAFETY_FORMS, *FIXING_FORMS)
FLOWS: Mapping[str, Flow] = {flow.name: flow for flow in (REPORT, *FORMS_OF_REPORTERS, *FORMS_OF_STAFF)}


def is_private(dialogue: Dialogue) -> bool:
    """Whether the question that is open asks who or where somebody is."""
    flow = FLOWS.get(dialogue.flow)
    step = flow.steps.get(dialogue.step) if flow is not None else None
    return step is not None and step.hides(dialogue.answers)
