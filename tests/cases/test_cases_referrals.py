"""Referrals: who may be told, who goes along, and nobody lets go until the receiver has said that it has the person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import closing, entries, partnering, referring, rulings
from cases.board import rank
from cases.case import Status
from cases.handling import Consent, Ground, Override, Signer
from cases.messages import Lane
from cases.moves import Action
from cases.outcome import Clock, EventKind
from cases.party import Party, PartyKind, PartyRef
from cases.receipts import marks, next_ring
from cases.referral import AgencyKind, Referral, ReferralRef, ReferralState
from cases.refusals import (
    BuiltUpon,
    Changed,
    NeedsCompanion,
    NeedsConsent,
    NeedsReason,
    NeedsTelling,
    NotAllowed,
    NotForOthers,
    OutsideConsent,
    Refusal,
    Unknown,
    WrongMoment,
)
from cases.routing import can_be_entrusted, must_be_accompanied, permitted, proposals, routes_now
from tests.cases.referral_stage import BASO, HASNA, ReferralStage, asked, keys, rings
from tests.cases.stage import ANI, BUDI, CALM, CITRA, DANGER, DEWI, EKA, FAJAR, HIGH, MEDIUM, NOON, keys_to, profile
from triage.facts import Facts, Offender, Victim

ABROAD = replace(MEDIUM, loc_offender="LN:MY", needs_cross_coordination=True)
ELSEWHERE = replace(MEDIUM, loc_victim="73.24", loc_incident="73.24")
VILLAGE = replace(CALM, coi_desa=False)
YOUNG = Facts(
    is_report=True,
    victims=(Victim(age=30, sex="P"),),
    offender=Offender(age=15),
    violence=("fisik",),
    safe_now=True,
    loc_victim="73.22",
    detained=True,
)
CHILD = replace(MEDIUM, victims=(Victim(age=9, sex="P"),))
MORNING = NOON - timedelta(hours=3)  # 09:00 in Luwu Utara


# To whom, and whether anybody may be told at all


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (MEDIUM, []),
        (VILLAGE, [("b", AgencyKind.PATBM, True, None)]),
        (ABROAD, [("d", AgencyKind.NATION, False, AgencyKind.PROVINCE)]),
        (replace(ABROAD, loc_offender="73.24"), [("d", AgencyKind.PROVINCE, False, None)]),
        (ELSEWHERE, [("d*", AgencyKind.REGENCY, True, AgencyKind.PROVINCE)]),
        (YOUNG, [("c", AgencyKind.SOCIAL, False, None)]),
        (
            replace(DANGER, loc_victim="73.24", loc_incident="73.24"),
            [
                ("e*", AgencyKind.REGENCY, True, AgencyKind.PROVINCE),
                ("d*", AgencyKind.REGENCY, False, AgencyKind.PROVINCE),
            ],
        ),
    ],
)
def test_what_the_routes_ask_for(facts: Facts, wanted: list[object]) -> None:
    stage = ReferralStage().confirmed(facts)
    assert stage.case is not None
    assert [(one.route, one.kind, one.handover, one.copy) for one in proposals(stage.case)] == wanted


def test_an_officers_higher_risk_takes_a_case_from_the_village() -> None:
    stage = ReferralStage().confirmed(VILLAGE)
    assert stage.case is not None
    assert can_be_entrusted(stage.case)
    stage.do(rulings.rule, ANI, risk="SEDANG", emergency=False, reason="", alert_ref=stage.alert_ref())
    assert routes_now(stage.case) == {"a"}
    assert proposals(stage.case) == ()
    with pytest.raises(NotForOthers):
        stage.entrusts()


@pytest.mark.parametrize(
    ("kind", "scope", "allowed"),
    [
        (AgencyKind.HEALTH, ("kesehatan",), True),
        (AgencyKind.HEALTH, ("psikologi",), False),
        (AgencyKind.NATION, (), True),  # by route d
        (AgencyKind.POLICE, ("kesehatan",), False),
    ],
)
def test_only_within_the_consent_or_by_route(kind: AgencyKind, scope: tuple[str, ...], allowed: bool) -> None:
    stage = ReferralStage().handled(ABROAD, scope=scope)
    assert stage.case is not None
    assert permitted(stage.case, kind) is allowed


def test_an_emergency_and_an_exception_of_two_people_need_no_scope() -> None:
    stage = ReferralStage().handled(MEDIUM, scope=())
    assert stage.case is not None
    refused = replace(stage.case.handling.consent, agreed=False)
    wish = Override(Ground.LIFE, "nyawa", EKA.id, NOON)
    for handling, allowed in (
        (replace(stage.case.handling, consent=refused), False),
        (replace(stage.case.handling, consent=refused, override=wish), False),
        (replace(stage.case.handling, consent=refused, override=replace(wish, agreed_by=CITRA.id)), True),
    ):
        case = replace(stage.case, handling=handling)
        assert permitted(case, AgencyKind.HEALTH) is allowed
        # Against a refusal one person's flag opens nothing: help must be called for now, and only for who saves a life.
        flagged = replace(case, declared=True, ruling=None)
        for kind, saves in ((AgencyKind.HEALTH, True), (AgencyKind.POLICE, True), (AgencyKind.PSYCHOLOGY, False)):
            assert permitted(flagged, kind) is allowed
            assert permitted(flagged, kind, calls=True) is (allowed or saves)
    own = replace(wish, agreed_by=wish.asked_by)
    one_alone = replace(stage.case, handling=replace(stage.case.handling, consent=refused, override=own))
    assert not permitted(one_alone, AgencyKind.HEALTH)
    unasked = replace(stage.case, declared=True, ruling=None)
    assert permitted(unasked, AgencyKind.HEALTH)


def refused_in_danger() -> ReferralStage:
    """She has refused, and then an alert called for help."""
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers(ref=ReferralRef("before"), need="jiwa")
    stage.hears(referring.received, ref="before", receiver="Hasna", at=stage.now)
    stage.now += timedelta(hours=1)
    assert stage.case is not None
    no = Consent(False, Signer.VICTIM, stage.now, EKA.id)
    handling = replace(stage.case.handling, consent=no, entered_at=stage.now)
    stage.case = replace(stage.case, status=Status.REFUSED, handling=handling)
    stage.due.clear()
    stage.now += timedelta(minutes=5)
    stage.do(rulings.rule, ANI, risk="TINGGI", emergency=True, reason="", alert_ref=stage.alert_ref())
    return stage


def test_against_a_refusal_only_who_saves_a_life_is_asked_while_help_is_called_for_and_that_rings() -> None:
    stage = refused_in_danger()
    with pytest.raises(OutsideConsent):
        stage.refers(agency="dinsos", need="peksos")
    outcome = stage.refers()
    assert [one.due_at for one in outcome.reminders] == [stage.now + timedelta(minutes=30)]
    # What she had let us ask before stays silent.
    assert stage.case is not None
    assert next_ring(stage.case, stage.referrals["before"], profile=profile(), now=stage.now) is None
    quiet = replace(stage.scene, alert=None)
    with pytest.raises(OutsideConsent):
        referring.refer(quiet, asked(need="visum"), by=EKA, **stage.ours())
    shown = replace(stage.of(), partners=(HASNA,))
    about = referring.about(shown, replace(stage.referrals["r"], state=ReferralState.RECEIVED), profile())
    siti = Party(PartyRef("p"), stage.case.ref, PartyKind.VICTIM, disability="tuli")
    assert keys(partnering.disclosed(about, (siti,), to=HASNA)) == ["partner-identity"]
    assert keys(partnering.disclosed(replace(about, alert=None), (siti,), to=HASNA)) == ["partner-nothing"]


@pytest.mark.parametrize(
    ("agency", "scope", "companion", "shown"),
    [
        ("rsud", (), "Ratna", True),  # they treat her
        ("polres", (), "Ratna", False),  # ours comes along and says it
        ("polres", (), "Unit PPA Polres Luwu Utara", True),  # they fetch her
        ("polres", ("identitas",), "Ratna", True),
    ],
)
def test_a_disability_is_told_within_the_scope_or_where_it_is_needed(
    agency: str, scope: tuple[str, ...], companion: str, shown: bool
) -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers(agency=agency, need="lindung", scope=scope, accompanied_by=companion)
    here = referring.about(stage.of(), stage.referrals["r"], profile())
    assert stage.case is not None
    siti = Party(PartyRef("p"), stage.case.ref, PartyKind.VICTIM, disability="tuli")
    assert ("tuli" in repr(partnering.disclosed(here, (siti,), to=HASNA))) is shown


def test_refusals_of_a_referral() -> None:
    stage = ReferralStage().handled(CHILD, scope=("kesehatan",))
    for wrong, why in (
        ({"agency": "dinsos"}, OutsideConsent),
        ({"told_victim": False}, NeedsTelling),
        ({"accompanied_by": " "}, NeedsCompanion),
    ):
        with pytest.raises(why):
            stage.refers(**wrong)
    assert stage.referrals == {}
    with pytest.raises(NotAllowed):
        stage.refers(by=FAJAR)
    stage.refers()
    with pytest.raises(Changed):
        stage.refers()
    stage.refers(ref=ReferralRef("r2"), need="jiwa")
    assert len(stage.referrals) == 2


def test_before_consent_only_by_route() -> None:
    stage = ReferralStage().confirmed(MEDIUM)
    with pytest.raises(NeedsConsent):
        stage.refers(by=ANI)
    stage = ReferralStage().confirmed(ABROAD)
    with pytest.raises(OutsideConsent):
        stage.refers(by=ANI)
    stage.refers(by=ANI, agency="kemenpppa", need="koord", route="d", told_victim=False, copies=("uptd_sulsel",))
    assert stage.referrals["r"].copies == ("uptd_sulsel",)
    unconfirmed = ReferralStage()
    unconfirmed.open(ABROAD)
    with pytest.raises(WrongMoment):
        unconfirmed.refers(by=ANI)


VULNERABLE = [
    (MEDIUM, False),
    (CHILD, True),
    (replace(MEDIUM, victims=(Victim(age=30, disability=True),)), True),
    (replace(MEDIUM, victims=(Victim(age=30, sex="P", pregnant=True),)), True),
    (replace(MEDIUM, serious_psych_impact=True), True),
    (replace(MEDIUM, suicidal="ideasi"), True),
    (HIGH, True),
]


@pytest.mark.parametrize(("facts", "must"), VULNERABLE)
def test_children_and_vulnerable_people_are_accompanied(facts: Facts, must: bool) -> None:
    stage = ReferralStage().confirmed(facts)
    assert stage.case is not None
    assert must_be_accompanied(stage.case) is must
    one = Party(PartyRef("p"), stage.case.ref, PartyKind.VICTIM, disability="tuli")
    assert must_be_accompanied(stage.case, [one])
    assert must_be_accompanied(stage.case, [replace(one, removed=True)]) is must
    assert must_be_accompanied(stage.case, [replace(one, kind=PartyKind.OFFENDER)]) is must


# The clock of the receipt


def test_reminded_at_12_24_and_48_hours_and_not_after_the_receipt() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    heard = rings(stage, hours=50)
    assert [hours for hours, _ in heard] == [22.0, 24.0, 48.0]  # 21:00 is a quiet hour: 07:00 of the next day
    assert heard[0][1] == heard[1][1] == ("referral-due",)
    assert heard[2][1] == ("referral-due", "referral-late-lead")
    assert stage.referrals["r"].rung == 3
    outcome = stage.hears(referring.received, receiver="Hasna", at=stage.now)
    assert "referral-received" in keys_to(outcome, CITRA)
    assert rings(stage, days=13) == []
    assert [what for _, what in rings(stage, days=2)] == [("referral-coordinate",)]


def test_after_the_last_mark_daily_and_never_in_quiet_hours() -> None:
    stage = ReferralStage(now=NOON).handled(MEDIUM)
    stage.refers()
    heard = rings(stage, days=6)
    assert [hours for hours, _ in heard] == [19.0, 24.0, 48.0, 72.0, 96.0, 120.0, 144.0]


@given(st.integers(0, 60 * 24 * 365), st.integers(0, 100))
@settings(max_examples=60, deadline=None)
def test_marks_rise_and_keep_out_of_quiet_hours(minutes: int, hours: int) -> None:
    stage = ReferralStage().handled(MEDIUM)
    assert stage.case is not None
    sent = NOON + timedelta(minutes=minutes)
    referral = Referral(ReferralRef("r"), stage.case.ref, "rsud", "medis", ReferralState.SENT, sent, EKA.id)
    found = [mark for mark, _ in zip(marks(stage.case, referral, profile()), range(9), strict=False)]
    assert found == sorted(found)
    assert all(7 <= profile().local(mark).hour < 21 for mark in found)
    assert all(mark >= sent + timedelta(hours=12) for mark in found)
    now = sent + timedelta(hours=hours)
    ring = next_ring(stage.case, referral, profile=profile(), now=now)
    assert ring is not None
    assert ring > now


def test_an_emergency_is_telephoned_within_the_hour_at_any_hour() -> None:
    stage = ReferralStage(now=NOON + timedelta(hours=12)).confirmed(DANGER)  # midnight
    stage.due = {}
    outcome = stage.refers(by=ANI)
    (mine,) = [message for message in outcome.messages if message.to == ANI.chat]
    assert getattr(mine.phrase.args["how"], "key", "") == "referral-phone-first"
    heard = rings(stage, hours=3)
    assert [hours for hours, _ in heard] == [0.5, 1.0, 2.0, 3.0]
    assert heard[0][1] == ("referral-due",)
    assert all("referral-late-lead" in what for _, what in heard[1:])
    assert all(m.lane is Lane.ESCALATION for m in stage.said if m.phrase.key == "referral-due")


def test_a_detained_child_is_as_urgent() -> None:
    stage = ReferralStage().confirmed(YOUNG)
    stage.due = {}
    stage.refers(by=ANI, agency="dinsos", need="peksos", route="c")
    assert stage.at(Clock.REFERRAL) == NOON + timedelta(minutes=30)


def test_what_closes_or_refuses_stops_the_clock_and_reopening_starts_it() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    assert stage.case is not None
    refused_later = replace(stage.case.handling, entered_at=stage.now + timedelta(minutes=1))
    for status in (Status.CLOSED, Status.REFUSED):
        stopped = replace(stage.case, status=status, handling=refused_later)
        assert next_ring(stopped, stage.referrals["r"], profile=profile(), now=stage.now) is None
    stage.case = replace(stage.case, status=Status.CLOSED)
    outcome = stage.ring(Clock.REFERRAL, "r")
    assert outcome.messages == ()
    assert stage.at(Clock.REFERRAL) is None


def test_a_referral_never_closes_a_case() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    stage.hears(referring.received, receiver="Hasna", at=stage.now)
    outcome = stage.hears(referring.ended, outcome="tuntas")
    assert outcome.cases == ()
    assert stage.case is not None
    assert stage.case.status is Status.CONSENTED
    assert stage.at(Clock.REFERRAL) is None


# What comes of it


def test_declined_means_another_way_at_once_and_the_leads_hear_it() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    with pytest.raises(NeedsReason):
        stage.hears(referring.declined, reason=" ")
    outcome = stage.hears(referring.declined, reason="penuh", by=EKA)
    assert "referral-declined" in keys_to(outcome, EKA)
    assert keys_to(outcome, CITRA) == ("referral-declined",)
    (card,) = [message for message in outcome.messages if message.to == EKA.chat]
    assert Action.REFER in [button.action for row in card.buttons for button in row]
    assert stage.at(Clock.REFERRAL) is None
    assert "penuh" not in repr([message.phrase for message in outcome.messages])
    stage.refers(ref=ReferralRef("r2"))
    assert stage.referrals["r2"].is_open


def test_coordination_goes_on_until_news_come() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    stage.hears(referring.received, receiver="Hasna", at=stage.now, next_on=date(2026, 3, 5))
    assert [(hours, what) for hours, what in rings(stage, days=7)] == [
        (71.0, ("referral-coordinate",)),  # Thursday 08:00
        (143.0, ("referral-coordinate",)),  # and every third day
    ]
    stage.hears(referring.progressed, text="konseling kedua", next_on=date(2026, 3, 20))
    assert stage.at(Clock.REFERRAL) == datetime(2026, 3, 20, 0, tzinfo=UTC)
    assert stage.referrals["r"].progress[-1].by == "Eka"


def test_states_follow_one_another() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    for doing, more in ((referring.progressed, {"text": "baik"}), (referring.ended, {"outcome": "baik"})):
        with pytest.raises(Changed):
            stage.hears(doing, **more)
    stage.hears(referring.withdrawn, reason="salah")
    for doing, more in (
        (referring.received, {"receiver": "x", "at": NOON}),
        (referring.declined, {"reason": "x"}),
        (referring.withdrawn, {"reason": "x"}),
    ):
        with pytest.raises(Changed):
            stage.hears(doing, **more)


def test_only_who_holds_the_case_tells_of_it() -> None:
    stage = ReferralStage(now=MORNING).handled(MEDIUM)
    stage.refers()
    for other in (FAJAR, BUDI):
        with pytest.raises(NotAllowed):
            stage.hears(referring.received, by=other, receiver="x", at=stage.now)
    stage.hears(referring.received, by=DEWI, receiver="x", at=stage.now)


# A partner with Telegram


def test_a_partner_is_asked_first_and_whoever_follows_it_from_the_second_time() -> None:
    stage = ReferralStage(now=MORNING, partners=(HASNA,)).handled(MEDIUM)
    outcome = stage.refers()
    assert keys_to(outcome, HASNA) == ("partner-sent",)
    heard = rings(stage, hours=50)
    assert [what for _, what in heard] == [
        ("partner-still",),
        ("referral-due", "partner-still"),
        ("referral-due", "referral-late-lead", "partner-still"),
    ]


def test_a_partner_who_cant_be_reached_is_telephoned_for() -> None:
    stage = ReferralStage(now=MORNING, partners=(replace(HASNA, reachable=False),)).handled(MEDIUM)
    assert "partner-sent" not in keys(stage.refers())
    assert [what for _, what in rings(stage, hours=23)] == [("referral-due",)]
    assert keys(referring.unreachable(stage.of(), profile=profile())) == ["referral-unreachable"]


@pytest.mark.parametrize("other", [BASO, replace(HASNA, active=False), replace(HASNA, agency="dinkes")])
def test_no_other_partner_can_answer(other: object) -> None:
    stage = ReferralStage(now=MORNING, partners=(HASNA,)).handled(MEDIUM)
    stage.refers()
    for doing, more in (
        (referring.received, {"receiver": "x", "at": NOON}),
        (referring.declined, {"reason": "x"}),
    ):
        with pytest.raises(Unknown):
            stage.hears(doing, by=other, **more)


SITI = Party(
    PartyRef("p"),
    None,
    PartyKind.VICTIM,
    name="Siti",
    age=30,
    phone="0812",
    address="Melati 7",
    disability="tuli",
)


@pytest.mark.parametrize(
    ("scope", "seen", "hidden"),
    [
        (("identitas", "kontak"), ("Siti", "30", "0812", "Melati 7"), ()),
        (("identitas",), ("Siti", "30"), ("0812", "Melati")),
        ((), ("tuli",), ("Siti", "0812", "Melati")),
    ],
)
def test_what_a_partner_sees_after_saying_yes(scope: tuple[str, ...], seen: tuple[str, ...], hidden: object) -> None:
    stage = ReferralStage(now=MORNING, partners=(HASNA,), parties=(SITI,)).handled(MEDIUM)
    outcome = stage.refers(scope=scope)
    assert not any(text in repr(outcome.messages) for text in ("Siti", "0812", "Melati", "tuli"))
    stage.hears(referring.received, by=HASNA, receiver="Hasna", at=stage.now)
    here = referring.about(stage.of(), stage.referrals["r"], profile())
    shown = partnering.disclosed(here, [SITI, replace(SITI, kind=PartyKind.OFFENDER, name="Pelaku")], to=HASNA)
    assert all(text in repr(shown) for text in seen)
    assert not any(text in repr(shown) for text in (*hidden, "Pelaku"))
    assert all(message.protect for message in shown)
    assert stage.case is not None
    refused = replace(stage.case.handling.consent, agreed=False)
    back = replace(here, case=replace(stage.case, handling=replace(stage.case.handling, consent=refused)))
    assert keys(partnering.disclosed(back, [SITI], to=HASNA)) == ["partner-nothing"]


def test_danger_in_the_news_goes_to_the_leads_at_once() -> None:
    stage = ReferralStage(now=MORNING, partners=(HASNA,)).handled(MEDIUM)
    stage.refers()
    stage.hears(referring.received, by=HASNA, receiver="Hasna", at=stage.now)
    outcome = stage.hears(referring.progressed, by=HASNA, text="dia diancam parang", danger=True)
    assert keys_to(outcome, EKA) == keys_to(outcome, CITRA) == ("referral-danger",)
    assert "parang" not in repr([message.phrase for message in outcome.messages])


def test_withdrawn_everything_is_taken_off_their_phones() -> None:
    stage = ReferralStage(now=MORNING, partners=(HASNA,)).handled(MEDIUM)
    stage.refers()
    stage.hears(referring.received, by=HASNA, receiver="Hasna", at=stage.now)
    outcome = stage.hears(referring.withdrawn, reason="korban")
    assert keys_to(outcome, HASNA) == ("partner-withdrawn", "partner-put-away", "partner-called-off")
    # What stood there is put right without a sound; that it is over is said aloud, for she was under way with it.
    aloud = [message for message in outcome.messages if message.to == HASNA.chat and not message.replaces]
    assert [message.phrase.key for message in aloud] == ["partner-called-off"]


# The whole case goes to others, and comes back


def test_low_risk_goes_to_the_village_and_comes_back() -> None:
    stage = ReferralStage(now=MORNING, partners=(BASO,))
    stage.confirmed(VILLAGE)
    assert {"route-card", "assignment-open"} <= {message.phrase.key for message in stage.said}
    outcome = stage.entrusts()
    assert stage.case is not None
    assert stage.case.status is Status.ENTRUSTED
    assert stage.at(Clock.ASSIGNMENT) is None
    assert keys_to(outcome, BASO) == ("partner-sent",)
    assert keys_to(outcome, ANI) == keys_to(outcome, CITRA) == ("case-entrusted",)
    with pytest.raises(BuiltUpon):
        stage.do(entries.undo, ANI, entry=stage.entries[-1], told_by=EventKind.CASE_ENTRUSTED)
    stage.hears(referring.received, by=BASO, receiver="Baso", at=stage.now)
    assert stage.referrals["r"].next_on == date(2026, 3, 9)  # RENDAH: day 7, then monthly
    stage.hears(referring.progressed, by=BASO, text="keluarga baik")
    stage.now += timedelta(days=8)
    stage.hears(referring.progressed, by=BASO, text="keluarga baik")
    assert stage.referrals["r"].next_on == date(2026, 4, 8)
    raised = stage.do(rulings.rule, ANI, risk="TINGGI", emergency=False, reason="", alert_ref=stage.alert_ref())
    assert "entrusted-graver" in keys_to(raised, CITRA)
    outcome = stage.takes_back()
    assert stage.case.status is Status.CONFIRMED
    with pytest.raises(BuiltUpon):
        stage.do(entries.undo, ANI, entry=stage.entries[-1], told_by=EventKind.CASE_TAKEN_BACK)
    assert stage.referrals["r"].state is ReferralState.WITHDRAWN
    assert stage.at(Clock.REFERRAL) is None
    assert stage.at(Clock.ASSIGNMENT) == stage.now + timedelta(minutes=60)
    assert "assignment-open" in keys_to(outcome, CITRA)
    assert "partner-withdrawn" in keys_to(outcome, BASO)


def test_a_declined_handover_is_nobodys_and_the_leads_are_offered_both_ways() -> None:
    stage = ReferralStage(now=MORNING).confirmed(ELSEWHERE)
    stage.entrusts(agency="uptd_lain", need="tangani", route="d*", copies=("uptd_sulsel",))
    outcome = stage.hears(referring.declined, by=ANI, reason="wenang")
    assert keys_to(outcome, CITRA) == ("handover-declined",)
    (card,) = [message for message in outcome.messages if message.to == CITRA.chat]
    assert {Action.REFER, Action.TAKE_BACK} <= {button.action for row in card.buttons for button in row}
    stage.refers(by=ANI, ref=ReferralRef("r2"), agency="uptd_sulsel", need="koord", handover=True)
    assert stage.referrals["r2"].handover


@pytest.mark.parametrize("how", ["declined", "ended", "withdrawn"])
def test_a_handover_that_came_to_nothing_is_as_urgent_as_a_case_of_nobody_until_somebody_has_it(how: str) -> None:
    stage = ReferralStage(now=MORNING).confirmed(ELSEWHERE)
    stage.entrusts(agency="uptd_lain", need="tangani", route="d*")
    assert stage.case is not None
    assert (rank(stage.case), stage.case.due_at, stage.at(Clock.ASSIGNMENT)) == (3, None, None)
    if how == "ended":
        stage.hears(referring.received, by=ANI, receiver="Sari", at=stage.now)
    more = {"ended": {"outcome": "tuntas"}}.get(how, {"reason": "wenang"})
    outcome = stage.hears(getattr(referring, how), by=ANI, **more)
    assert keys_to(outcome, CITRA) == ("handover-unheld" if how == "withdrawn" else f"handover-{how}",)
    assert (rank(stage.case), stage.case.due_at, stage.at(Clock.REFERRAL)) == (1, stage.now, None)
    said = stage.wait(days=9)
    rung = [m.phrase.key for m in said if m.to == CITRA.chat and m.phrase.key.startswith("handover")]
    assert rung == (["handover-ended"] * 3 if how == "ended" else ["handover-unheld"] * 9)
    # Another institution, or ours again: whichever comes, nobody is asked any more.
    again = replace(stage, referrals=dict(stage.referrals), due=dict(stage.due), entries=list(stage.entries))
    again.refers(by=ANI, ref=ReferralRef("r2"), agency="uptd_sulsel", need="koord", handover=True)
    with pytest.raises(Changed):
        again.refers(by=ANI, ref=ReferralRef("r3"), agency="uptd_lain", need="koord", handover=True)
    assert again.case is not None
    assert (rank(again.case), again.case.due_at, again.at(Clock.ASSIGNMENT)) == (3, None, None)
    stage.takes_back()
    assert (stage.case.unheld_since, stage.at(Clock.ASSIGNMENT)) == (None, stage.now + timedelta(minutes=60))


def test_across_provinces_the_ministry_is_asked_and_local_work_goes_on() -> None:
    stage = ReferralStage(now=MORNING).confirmed(ABROAD)
    with pytest.raises(NotForOthers):
        stage.entrusts(agency="kemenpppa")
    stage.refers(by=ANI, agency="kemenpppa", need="koord", route="d", copies=("uptd_sulsel",))
    assert stage.case is not None
    assert stage.case.status is Status.CONFIRMED
    assert stage.at(Clock.ASSIGNMENT) is not None
    assert proposals(stage.case, stage.referrals.values()) == ()


def test_ended_by_them_the_leads_decide() -> None:
    stage = ReferralStage(now=MORNING).confirmed(VILLAGE)
    stage.entrusts()
    stage.hears(referring.received, by=ANI, receiver="Baso", at=stage.now)
    outcome = stage.hears(referring.ended, by=ANI, outcome="tuntas")
    assert keys_to(outcome, CITRA) == ("handover-ended",)
    stage.do(closing.close, CITRA, written=stage.written(), reason="tuntas", referrals=tuple(stage.referrals.values()))
    assert stage.case is not None
    assert stage.case.status is Status.CLOSED


def test_taking_back_needs_a_reason_and_an_officer() -> None:
    stage = ReferralStage(now=MORNING).confirmed(VILLAGE)
    with pytest.raises(WrongMoment):
        stage.takes_back()
    stage.entrusts()
    with pytest.raises(NeedsReason):
        stage.takes_back(reason=" ")
    with pytest.raises(Refusal):
        stage.takes_back(by=EKA)


def test_everything_stands_in_the_history() -> None:
    stage = ReferralStage(now=MORNING).confirmed(VILLAGE)
    stage.entrusts()
    stage.hears(referring.received, by=ANI, receiver="Baso", at=stage.now)
    stage.takes_back()
    assert [kind for kind, _ in stage.history][-6:] == [
        EventKind.CASE_ENTRUSTED,
        EventKind.REFERRAL_SENT,
        EventKind.REFERRAL_RECEIVED,
        EventKind.CASE_TAKEN_BACK,
        EventKind.REFERRAL_WITHDRAWN,
        EventKind.ASSIGNMENT_OPENED,
    ]
