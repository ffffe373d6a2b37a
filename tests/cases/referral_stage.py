"""The stage of one case with its referrals, and partners who can be written to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from cases import entrusting, referring, rulings
from cases.advancing import Written
from cases.alert import Cause
from cases.case import Status
from cases.entry import Entry, EntryKind, EntryRef
from cases.handling import Consent, Handling, Signer
from cases.messages import ChatId, Message
from cases.notices import Scene
from cases.outcome import Clock, Outcome
from cases.party import Party
from cases.referral import Partner, Referral, ReferralRef
from cases.referring import Asked
from cases.staff import Staff
from tests.cases.stage import ANI, EKA, NOON, Stage, check_words, profile
from triage.facts import Facts

EVERY_KIND = ("kesehatan", "psikologi", "sosial", "polisi", "hukum")
HASNA = Partner(1, ChatId(5001), "Hasna", "rsud")
BASO = Partner(2, ChatId(5002), "Baso", "patbm")


def asked(agency: str = "rsud", **more: Any) -> Asked:
    found = profile().agency(agency)
    assert found is not None
    told = {"ref": ReferralRef("r"), "need": "medis", "told_victim": True, "accompanied_by": "Ratna", **more}
    return Asked(agency=found, **told)


def written(stage: ReferralStage) -> Written:
    stage.counter += 1
    return Written(EntryRef(f"e{stage.counter}"), EntryKind.DECISION, stage.now)


@dataclass
class ReferralStage(Stage):
    referrals: dict[str, Referral] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    partners: tuple[Partner, ...] = ()
    parties: tuple[Party, ...] = ()

    def confirmed(self, facts: Facts, **more: Any) -> ReferralStage:
        self.open(facts, Cause.REPORT, **more)
        self.do(rulings.confirm, ANI)
        return self

    def handled(self, facts: Facts, *, scope: tuple[str, ...] = EVERY_KIND) -> ReferralStage:
        """With a case manager and the signed consent."""
        self.confirmed(facts)
        assert self.case is not None
        consent = Consent(True, Signer.VICTIM, self.now, EKA.id, scope=scope, photo_id="p")
        self.case = replace(
            self.case, status=Status.CONSENTED, manager=EKA.id, contacted_at=NOON, handling=Handling(consent=consent)
        )
        self.due.clear()
        return self

    def of(self, ref: str = "r") -> Scene:
        referral = self.referrals[ref]
        known = tuple(partner for partner in self.partners if partner.agency == referral.agency)
        return replace(self.scene, referral=referral, partners=known, visit=None)

    def refers(self, by: Staff = EKA, **more: Any) -> Outcome:
        what = asked(**more)
        known = tuple(partner for partner in self.partners if partner.agency == what.agency.key)
        scene = replace(self.scene, actor=by, partners=known)
        every = tuple(self.referrals.values())
        return self.keep(referring.refer(scene, what, by=by, parties=self.parties, referrals=every, **self.ours()))

    def entrusts(self, by: Staff = ANI, **more: Any) -> Outcome:
        what = asked(**{"agency": "patbm", "need": "damping", **more})
        known = tuple(partner for partner in self.partners if partner.agency == what.agency.key)
        scene = replace(self.scene, actor=by, partners=known)
        return self.keep(entrusting.entrust(scene, what, written(self), by=by, **self.ours()))

    def takes_back(self, by: Staff = ANI, reason: str = "risiko") -> Outcome:
        known = {partner.agency: (partner,) for partner in self.partners}
        scene = replace(self.scene, actor=by)
        every = tuple(self.referrals.values())
        return self.keep(
            entrusting.take_back(
                scene, written(self), reason=reason, by=by, referrals=every, partners=known, **self.ours()
            )
        )

    def hears(self, doing: Any, by: Staff | Partner = EKA, ref: str = "r", **more: Any) -> Outcome:
        scene = replace(self.of(ref), actor=by if isinstance(by, Staff) else None)
        return self.keep(doing(scene, by=by, **self.ours(), **more))

    def keep(self, outcome: Outcome) -> Outcome:
        for referral in outcome.referrals:
            before = self.referrals.get(referral.ref)
            assert referral.version == (before.version if before else 0)
            self.referrals[referral.ref] = replace(referral, version=referral.version + 1)
        self.entries.extend(outcome.entries)
        for message in outcome.messages:
            check_words(message, self.now)
        return super().keep(outcome)

    def _rung(self, clock: Clock, subject: str, due_at: datetime) -> Outcome:
        if clock is Clock.REFERRAL:
            return self.keep(referring.rang(self.of(subject), **self.ours()))
        if clock is Clock.ASSIGNMENT and self.scene.case.status is Status.ENTRUSTED:
            last = [ref for ref, one in self.referrals.items() if one.handover and not one.is_open][-1]
            return self.keep(entrusting.rang(self.of(last), **self.ours()))
        return super()._rung(clock, subject, due_at)


def rings(stage: ReferralStage, **time: float) -> list[tuple[float, tuple[str, ...]]]:
    """At how many hours after now something of a referral was said, and what."""
    start, found = stage.now, []
    until = start + timedelta(**time)
    while (at := stage.at(Clock.REFERRAL)) is not None and at <= until:
        said = stage.wait(seconds=(at - stage.now).total_seconds())
        keys = tuple(m.phrase.key for m in said if m.phrase.key.startswith(("referral-", "partner-")))
        if keys:
            found.append(((stage.now - start).total_seconds() / 3600, keys))
    stage.wait(seconds=(until - stage.now).total_seconds())
    return found


def keys(outcome: Outcome | tuple[Message, ...]) -> list[str]:
    every = outcome.messages if isinstance(outcome, Outcome) else outcome
    return [message.phrase.key for message in every]
