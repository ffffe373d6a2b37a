"""What officers answer around their shifts: "Siap", a swap, somebody else in their place, words for the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.handover import note_slot, ready_buttons, slot_of, to_leads
from cases.messages import Button, Lane, Message, Style, in_rows
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import Arg, Phrase, says
from cases.profile import Profile
from cases.refusals import Changed, NotAllowed, Unknown, WrongMoment
from cases.rota import Extra, Ready, Swap, SwapState
from cases.rota_words import name_of, when
from cases.shifts import Shift
from cases.spans import Span
from cases.staff import Roster, Staff, StaffId
from cases.swapping import answer_swap, ask_swap, could_take, must_be_free, withdraw
from cases.turning import look_again
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.planned import Planned, planned
from handlers.refs import new_short_ref
from handlers.rota import OWN_DAYS, token
from handlers.rota_filing import start_note
from storage import Work


async def ready(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """ "Siap" or "tidak bisa", before the shift or late: the clock turns who is on duty at once."""
    here = await planned(work, world, now)
    asked = here.rota.by_ref(Ready, heard.ref)
    if asked is None or asked.staff != staff.id:
        raise Unknown
    if asked.end <= now:
        return Outcome(messages=(Message(staff.chat, says("rota-ready-over"), slot=slot_of(asked), replaces=True),))
    if not here.plan.has_entered(staff.id, Span(asked.start, asked.end)):
        raise Changed
    yes = heard.choice == "y"
    if asked.yes is yes:
        return Outcome(messages=(_said(asked, staff, world),))
    answered = await work.keep_rota(replace(asked, yes=yes, answered_at=now))
    messages: tuple[Message, ...] = (_said(answered, staff, world),)
    if not yes:
        messages += to_leads("rota-cannot", answered, answered, here.roster, world.profile)
    elif asked.yes is False or now >= asked.answer_by:
        # The leads were told that this officer is not there.
        messages += _to_leads(here.roster, "rota-after-all", _of(answered, here.roster, world.profile), but=staff.id)
    return look_again(now) + Outcome(messages=messages)


def _said(asked: Ready, staff: Staff, world: World) -> Message:
    told = says("rota-ready-thanks" if asked.yes else "rota-ready-refused", hours=when(asked, world.profile))
    buttons = () if asked.yes else (ready_buttons(asked)[0][:1],)
    return Message(staff.chat, told, buttons=buttons, slot=slot_of(asked), replaces=True)


async def find_instead(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Who could come in somebody's place."""
    here, asked, span = await _vacant(work, heard, staff, world, now)
    people = could_take(here.plan, here.roster, span, but=asked.staff)
    buttons = (
        Button(says("as-typed", text=p.name), "rput", ref=asked.ref, version=asked.version, choice=str(p.id))
        for p in people
    )
    told = Phrase("rota-who-instead" if people else "rota-nobody-free", _of(asked, here.roster, world.profile))
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=2)),))


async def put_in(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Somebody else comes for the rest of that shift. Of two coordinators the first one's choice holds."""
    here, asked, span = await _vacant(work, heard, staff, world, now)
    person = _chosen(here, heard.choice)
    must_be_free(here.plan, person.id, span)
    await work.keep_rota(replace(asked, ended_by=staff.id, ended_at=now))
    await work.keep_rota(
        Extra(ref=new_short_ref(), by=staff.id, at=now, staff=person.id, start=span.start, end=span.end)
    )
    told: dict[str, Arg] = {"name": person.name, "hours": when(span, world.profile)}
    messages: tuple[Message, ...] = (Message(staff.chat, Phrase("rota-put-in", told)),)
    if person.id != staff.id:
        messages += (Message(person.chat, Phrase("rota-put-you", told), Lane.ESCALATION),)
    messages += _to_leads(here.roster, "rota-put-in", told, but=staff.id)
    return look_again(now) + Outcome(messages=messages)


async def _vacant(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> tuple[Planned, Ready, Span]:
    """The shift for which somebody is sought, as far as it is still to come. Raises what hinders it."""
    if staff.role not in LEADS:
        raise NotAllowed
    here = await planned(work, world, now)
    asked = here.rota.by_ref(Ready, heard.ref)
    if asked is None:
        raise Unknown
    if asked.version != heard.version or asked.ended_at is not None:
        raise Changed
    if asked.end <= now:
        raise WrongMoment
    return here, asked, Span(max(asked.start, now), asked.end)


async def offer_swap(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Which colleagues could take that shift of mine."""
    here = await planned(work, world, now)
    shift = _mine(here, staff, heard.choice, now)
    people = could_take(here.plan, here.roster, shift.span, but=staff.id)
    told = says("rota-swap-who" if people else "rota-nobody-free", hours=when(shift, world.profile))
    buttons = (Button(says("as-typed", text=p.name), "rgive", choice=f"{token(shift)}.{p.id}") for p in people)
    return Outcome(messages=(Message(staff.chat, told, buttons=in_rows(buttons, columns=2)),))


async def request_swap(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The colleague is asked; until they accept, the shift stays with the first."""
    here = await planned(work, world, now)
    start, _, other = heard.choice.partition(".")
    shift, person = _mine(here, staff, start, now), _chosen(here, other)
    for open_one in here.rota.of(Swap):
        if open_one.state is SwapState.ASKED and open_one.start == shift.start and open_one.giver == staff.id:
            # One at a time: a colleague who accepts must not find that somebody else did.
            return Outcome(messages=(_sent(open_one, staff, here.roster, world),))
    swap = ask_swap(here.plan, shift, taker=person.id, ref=new_short_ref(), now=now)
    swap = await work.keep_rota(swap)
    return Outcome(messages=(_sent(swap, staff, here.roster, world), _question(swap, here.roster, person, world)))


def _sent(swap: Swap, staff: Staff, roster: Roster, world: World) -> Message:
    back = Button(says("button-swap-back"), "rback", ref=swap.ref, version=swap.version)
    told = says("rota-swap-sent", name=name_of(swap.taker, roster), hours=when(swap, world.profile))
    return Message(staff.chat, told, buttons=((back,),), slot=f"swap:{swap.ref}")


def _question(swap: Swap, roster: Roster, person: Staff, world: World) -> Message:
    yes = Button(says("button-swap-yes"), "rtake", ref=swap.ref, choice="y", style=Style.SUCCESS)
    no = Button(says("button-swap-no"), "rtake", ref=swap.ref, choice="n")
    told = says("rota-swap-asked", name=name_of(swap.giver, roster), hours=when(swap, world.profile))
    return Message(person.chat, told, Lane.ESCALATION, buttons=((yes, no),), slot=f"swap:{swap.ref}")


async def take_shift(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The colleague accepts or refuses; both and the leads are told."""
    here, swap = await _swap(work, heard, world, now)
    answered = await work.keep_rota(answer_swap(here.plan, swap, by=staff.id, yes=heard.choice == "y", now=now))
    return _settled(answered, here.roster, world.profile, now)


async def take_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    here, swap = await _swap(work, heard, world, now)
    return _settled(await work.keep_rota(withdraw(swap, by=staff.id, now=now)), here.roster, world.profile, now)


async def _swap(work: Work, heard: Heard, world: World, now: datetime) -> tuple[Planned, Swap]:
    here = await planned(work, world, now)
    swap = here.rota.by_ref(Swap, heard.ref)
    if swap is None:
        raise Unknown
    return here, swap


def _settled(swap: Swap, roster: Roster, profile: Profile, now: datetime) -> Outcome:
    told: dict[str, Arg] = {
        "giver": name_of(swap.giver, roster),
        "taker": name_of(swap.taker, roster),
        "hours": when(swap, profile),
    }
    key = f"rota-swap-{swap.state}"
    both = [person for id in (swap.giver, swap.taker) if (person := roster.by_id(id)) is not None]
    messages = tuple(Message(p.chat, Phrase(key, told), slot=f"swap:{swap.ref}", replaces=True) for p in both)
    if swap.state is not SwapState.AGREED:
        return Outcome(messages=messages)
    leads = tuple(Message(lead.chat, Phrase(key, told), Lane.REMINDER) for lead in roster.leads() if lead not in both)
    return look_again(now) + Outcome(messages=(*messages, *leads))


async def note(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Words for the next officer: none by one tap, or a short text."""
    if heard.choice == "no":
        return Outcome(messages=(Message(staff.chat, says("rota-no-note"), slot=note_slot(heard.ref), replaces=True),))
    return start_note(staff, heard.ref, world, now)


def _mine(here: Planned, staff: Staff, start: str, now: datetime) -> Shift:
    """The shift of mine that begins at that minute. Raises Changed when there is none any more."""
    found = next((s for s in here.plan.own(staff.id, now, days=OWN_DAYS) if token(s) == start), None)
    if found is None:
        raise Changed
    return found


def _chosen(here: Planned, id: str) -> Staff:
    person = here.roster.by_id(StaffId(int(id))) if id.isdigit() else None
    if person is None or not person.active:
        raise Changed
    return person


def _of(asked: Ready, roster: Roster, profile: Profile) -> dict[str, Arg]:
    return {"name": name_of(asked.staff, roster), "hours": when(asked, profile)}


def _to_leads(roster: Roster, key: str, told: dict[str, Arg], *, but: StaffId) -> tuple[Message, ...]:
    return tuple(Message(p.chat, Phrase(key, told), Lane.ESCALATION) for p in roster.leads() if p.id != but)


PRESSES = {
    "rready": ready,
    "rsub": find_instead,
    "rput": put_in,
    "rswap": offer_swap,
    "rgive": request_swap,
    "rtake": take_shift,
    "rback": take_back,
    "rnote": note,
}
