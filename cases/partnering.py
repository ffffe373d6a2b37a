"""What a partner gets to see: the referrals of its own agency, and of the victim only what it needs once it says yes.

No card says of which kind the case is, who manages it, or that other institutions were asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from cases.letter import Letter, LetterState
from cases.letters import paper
from cases.messages import Button, Lane, Message, Rows, Style
from cases.moves import Action
from cases.needs import CONTACT, IDENTITY, need_in_words
from cases.notices import Scene
from cases.party import Party, PartyKind
from cases.phrases import Arg, At, Phrase, Until, says
from cases.receipts import due_at
from cases.referral import AgencyKind, Partner, Referral, ReferralState
from cases.routing import is_urgent, permitted, shared

NEWS = Action.REFERRAL_NEWS


def to_partners(scene: Scene) -> tuple[Partner, ...]:
    """Those of the agency whom the bot can write to."""
    return tuple(partner for partner in scene.partners if partner.active and partner.reachable)


def _of(scene: Scene) -> Referral:
    assert scene.referral is not None
    return scene.referral


def slot(referral: Referral) -> str:
    return f"partner:{referral.ref}"


def _press(referral: Referral, choice: str, style: Style = Style.PLAIN) -> Button:
    label = says(f"button-partner-{choice}")
    return Button(label, str(NEWS), ref=referral.ref, version=referral.version, choice=choice, style=style)


def rows(referral: Referral) -> Rows:
    """What a partner can do about a referral as it stands."""
    if referral.state is ReferralState.SENT:
        return ((_press(referral, "yes", Style.SUCCESS),), (_press(referral, "no"),))
    if referral.state is ReferralState.RECEIVED:
        return ((_press(referral, "news"), _press(referral, "done", Style.SUCCESS)), (_press(referral, "letter"),))
    return ()


def standing(scene: Scene) -> Phrase:
    """The referral in the words of its receiver: number, need, how urgent, by when, who comes along."""
    case, referral = scene.case, _of(scene)
    urgent = is_urgent(case, referral)
    args: dict[str, Arg] = {
        "number": case.number,
        "need": need_in_words(referral.need),
        "urgency": says("partner-urgent" if urgent else f"partner-risk-{case.gravity or 'none'}"),
        "due": At(due_at(case, referral)),
        "left": Until(due_at(case, referral)),
        "companion": says("partner-companion", who=referral.accompanied_by)
        if referral.accompanied_by
        else says("partner-alone"),
        "receiver": referral.receiver,
    }
    return Phrase(f"partner-{referral.state}", args)


def cards(scene: Scene, *, again: bool = False, replaces: bool = False) -> tuple[Message, ...]:
    """The card for everybody of the agency. `again`: it still waits for an answer; `replaces`: it has changed. Of a
    case that is closed nothing is shown, and nothing is answered, but that it was withdrawn or is over."""
    referral = _of(scene)
    if referral.is_open and not scene.case.is_open:
        return put_away(scene)
    told = standing(scene)
    urgent = is_urgent(scene.case, referral)
    return tuple(
        Message(
            partner.chat,
            says("partner-still", card=told) if again else told,
            lane=Lane.REST if replaces else Lane.ESCALATION if urgent else Lane.REMINDER,
            buttons=rows(referral),
            slot=slot(referral),
            replaces=replaces,
            protect=True,
        )
        for partner in to_partners(scene)
    )


def put_away(scene: Scene) -> tuple[Message, ...]:
    """What stands on their phones is taken off, and who is coming too."""
    return tuple(
        Message(partner.chat, says("partner-put-away"), Lane.REST, slot=name, replaces=True)
        for partner in to_partners(scene)
        for name in (slot(_of(scene)), *((_who(scene),) if _was_shown(scene, partner) else ()))
    )


def _who(scene: Scene) -> str:
    return f"{slot(_of(scene))}:who"


def _was_shown(scene: Scene, partner: Partner) -> bool:
    return _of(scene).received_at is not None and partner.name == _of(scene).receiver


def over(scene: Scene) -> tuple[Message, ...]:
    """It is over: the cards say so, and what was shown of the victim is taken off their phones."""
    people = to_partners(scene)
    gone = tuple(
        Message(p.chat, says("partner-put-away"), Lane.REST, slot=_who(scene), replaces=True)
        for p in people
        if _was_shown(scene, p)
    )
    return (*cards(scene, replaces=True), *gone)


def called_off(scene: Scene) -> tuple[Message, ...]:
    """We no longer ask it of those who had said yes."""
    said = says("partner-called-off", number=scene.case.number)
    return tuple(Message(partner.chat, said, Lane.REMINDER) for partner in to_partners(scene))


def disclosed(scene: Scene, parties: Iterable[Party], *, to: Partner) -> tuple[Message, ...]:
    """Who is coming, as far as the scope lets it be said; nothing of it where consent does not stand any more."""
    case = scene.case
    if not may_be_told(scene):
        return (Message(to.chat, says("partner-nothing", number=case.number)),)
    victims = [one for one in parties if one.kind is PartyKind.VICTIM and not one.removed]
    lines = tuple(line for victim in victims for line in _lines(victim, scene))
    told = Phrase("partner-identity", {"number": case.number, "lines": lines}) if lines else None
    shown = told or says("partner-by-companion", number=case.number)
    return (Message(to.chat, shown, protect=True, slot=_who(scene)),)


def may_be_told(scene: Scene) -> bool:
    """Whether the receiver may still be told what it needs: asked anew each time, for consent can be taken back, an
    emergency ends, and nobody is told of a case that is closed."""
    kind = _kind(scene)
    return scene.case.is_open and kind is not None and permitted(scene.case, kind, calls=calls_for_help(scene))


def calls_for_help(scene: Scene) -> bool:
    """Whether an alert of the case is open that only a recorded outreach ends."""
    return scene.alert is not None and scene.alert.calls_for_help


def _kind(scene: Scene) -> AgencyKind | None:
    kind = scene.args.get("kind")
    return AgencyKind(kind) if isinstance(kind, str) and kind else None


def _scope(scene: Scene) -> frozenset[str]:
    return shared(scene.case, _of(scene), AgencyKind(str(scene.args["kind"])), calls=calls_for_help(scene))


def may_get(scene: Scene, letter: Letter) -> bool:
    """Whether the receiver gets the letter, in which identity and chronology stand (rule 5): once another has checked
    it, and only while it may be told at all."""
    done = letter.state in (LetterState.CHECKED, LetterState.SIGNED)
    return done and _of(scene).state is ReferralState.RECEIVED and may_be_told(scene)


def letter_for(scene: Scene, letter: Letter, letters: Iterable[Letter], *, to: Partner) -> Message:
    """The letter as PDF, as the unit has it; its name on the phone says nothing of what it is or whom it is about."""
    told = says("partner-letter", number=scene.case.number)
    return Message(to.chat, told, paper=paper(scene.case, letter, letters), protect=True)


def _lines(victim: Party, scene: Scene) -> tuple[Phrase, ...]:
    """A disability is health data: it goes with the identity where the scope lets that be said. Without it only to
    who can't do its work otherwise: who treats her, for it decides how she is examined and spoken with; and who
    fetches her with people of its own, for where ours come along they say it to whom it concerns, when she wants it.
    """
    referral, scope = _of(scene), _scope(scene)
    theirs = bool(referral.accompanied_by) and referral.accompanied_by == scene.args.get("agency")
    needed = IDENTITY in scope or _kind(scene) is AgencyKind.HEALTH or theirs
    told = {
        "name": victim.name if IDENTITY in scope else "",
        "age": str(victim.age) if victim.age is not None and IDENTITY in scope else "",
        "disability": victim.disability if needed else "",
        "phone": victim.phone if CONTACT in scope else "",
        "address": victim.address if CONTACT in scope else "",
    }
    return tuple(says(f"partner-{what}", text=text) for what, text in told.items() if text)
