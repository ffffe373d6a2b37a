"""A letter of a case: drafted, checked by another, signed on paper. What stands in it is kept as it was drafted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from cases.case import CaseRef
from cases.staff import StaffId

LetterRef = NewType("LetterRef", str)


class LetterKind(StrEnum):
    RESUME = "resume"
    REQUEST = "permohonan"
    TASK = "tugas"
    REFERRAL = "rujukan"
    RECEIPT = "terima_rujukan"
    CONSENT = "persetujuan"
    PLAN = "rencana"
    CASE_REPORT = "laporan_kasus"
    MONITORING_NOTE = "catatan_monev"
    MONITORING_REPORT = "laporan_monev"
    TERMINATION_FORM = "form_terminasi"
    TERMINATION_REPORT = "laporan_terminasi"
    REFUSAL = "penolakan"


class LetterState(StrEnum):
    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Letter:
    """`page` is the frozen content from which PDF and .docx are made. `about` names the referral or entry it is for,
    `photo` the attachment that is the photo of the signed page."""

    ref: LetterRef
    case: CaseRef
    kind: LetterKind
    number: str
    made_by: StaffId
    made_at: datetime
    state: LetterState = LetterState.DRAFT
    page: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    checked_by: StaffId | None = None
    checked_at: datetime | None = None
    signed_by: StaffId | None = None
    signed_at: datetime | None = None
    photo_id: str = ""
    photo: str = ""
    version: int = 0
