"""A shift goes from one officer to another: asked, and only then agreed, refused or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.refusals import Changed, HasShift, IsAway, NotAllowed, WrongMoment
from cases.rota import Leave, Ready, Rota, Swap, SwapState
from cases.shifts import Plan, Shift
from cases.spans import Span, within
from cases.staff import Role, Roster, Staff, StaffId


def could_take(plan: Plan, roster: Roster, span: Span, *, but: StaffId) -> tuple[Staff, ...]:
    """Everybody of the unit who has no shift at that time and is not on leave."""
    able = (p for p in roster.people if p.active and p.reachable and p.role is not Role.ADMIN and p.id != but)
    return tuple(p for p in able if not _on(plan, p.id, span) and not plan.leave_in(p.id, span))


def must_be_free(plan: Plan, staff: StaffId, span: Span) -> None:
    """Raises HasShift or IsAway."""
    if _on(plan, staff, span):
        raise HasShift
    if plan.leave_in(staff, span):
        raise IsAway


def ask_swap(plan: Plan, shift: Shift, *, taker: StaffId, ref: str, now: datetime) -> Swap:
    """Ask a colleague. Nothing changes before they agree."""
    if shift.start <= now:
        raise WrongMoment
    if taker == shift.staff:
        raise NotAllowed
    must_be_free(plan, taker, shift.span)
    return Swap(ref=ref, by=shift.staff, at=now, giver=shift.staff, taker=taker, start=shift.start, end=shift.end)


def answer_swap(plan: Plan, swap: Swap, *, by: StaffId, yes: bool, now: datetime) -> Swap:
    """The colleague answers. Agreed only while it still is the giver's whole shift and the taker is free."""
    if by != swap.taker:
        raise NotAllowed
    _still_open(swap)
    if yes:
        if swap.start <= now:
            raise WrongMoment
        span = Span(swap.start, swap.end)
        # Who is on leave by now, or said "can't" at the last minute, asked for this very reason.
        entered = Rota(tuple(entry for entry in plan.rota.entries if not isinstance(entry, Leave | Ready)))
        if within(_on(replace(plan, rota=entered), swap.giver, span), span) != (span,):
            raise Changed
        must_be_free(plan, swap.taker, span)
    return replace(swap, state=SwapState.AGREED if yes else SwapState.REFUSED, answered_at=now)


def withdraw(swap: Swap, *, by: StaffId, now: datetime) -> Swap:
    """Who asked takes it back before it was answered."""
    if by != swap.giver:
        raise NotAllowed
    _still_open(swap)
    return replace(swap, state=SwapState.WITHDRAWN, answered_at=now)


def _still_open(swap: Swap) -> None:
    if swap.state is not SwapState.ASKED:
        raise Changed


def _on(plan: Plan, staff: StaffId, span: Span) -> tuple[Span, ...]:
    return tuple(shift.span for shift in plan.shifts(*span) if shift.staff == staff)
