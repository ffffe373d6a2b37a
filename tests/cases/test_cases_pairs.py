"""Several who take one alert, a holder who hands it over, and the two who close it without outreach."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from cases import contact, duty, ending, offering, reports
from cases.alert import Alert, AlertState, Cause
from cases.case import Contact
from cases.messages import Lane
from cases.notices import stamp
from cases.outcome import Clock, EventKind, Outcome
from cases.phrases import Phrase
from cases.refusals import Changed, NeedsAnother, NeedsReason, NotAllowed, Taken, WrongMoment
from cases.staff import Staff
from tests.cases.stage import (
    ANI,
    BUDI,
    CALM,
    CITRA,
    DEWI,
    EKA,
    FAJAR,
    GITA,
    HIGH,
    NOON,
    Stage,
    in_pairs,
    keys_to,
    told_of,
)

HALF_A_MINUTE = timedelta(seconds=30)


def held(stage: Stage) -> Alert:
    assert stage.alert is not None
    return stage.alert


def paired(takers: int = 2) -> Stage:
    stage = Stage(profile=in_pairs(takers=takers))
    stage.open()
    return stage


def buttons(outcome: Outcome, person: Staff, key: str) -> list[str]:
    messages = (m for m in outcome.messages if m.to == person.chat and m.phrase.key == key)
    return [button.action for m in messages for row in m.buttons for button in row]


def test_the_ladder_goes_on_in_half_minutes_until_two_have_taken_it() -> None:
    stage = paired()
    first = stage.do(duty.take, ANI)
    assert (held(stage).state, held(stage).is_short) == (AlertState.TAKEN, True)
    assert keys_to(first, ANI) == ("alert-taken-short", "alert-yours")
    assert keys_to(first, BUDI) == ("alert-short",)
    assert buttons(first, BUDI, "alert-short") == ["take", "decline", "exclude"]
    assert stage.at(Clock.LADDER) == NOON + HALF_A_MINUTE
    called = stage.wait(seconds=30)
    assert told_of(called, "alert-call") == {"Budi"}
    (call,) = (m for m in called if m.phrase.key == "alert-call")
    note = call.phrase.args["passed"]
    assert isinstance(note, Phrase)
    assert (note.key, note.args["taken"], note.args["wanted"], note.args["holder"]) == ("alert-one-more", 1, 2, "Ani")
    assert told_of(stage.wait(seconds=30), "alert-call") == {"Citra"}
    second = stage.do(duty.take, CITRA)
    assert held(stage).takers == (ANI.id, CITRA.id)
    assert keys_to(second, CITRA) == ("alert-taken-you", "yours-together")
    assert keys_to(second, ANI) == ("alert-joined",)
    assert keys_to(second, BUDI) == ("alert-taken-by",)
    assert (stage.at(Clock.LADDER), held(stage).awaited) == (None, ())
    assert stage.at(Clock.SILENCE) == NOON + timedelta(minutes=60), "of the holder, who did nothing meanwhile"
    assert [look.by for look in second.looks] == [CITRA.id]
    assert stage.history[-1] == (EventKind.ALERT_JOINED, {"alert": held(stage).ref, "taken": 2, "wanted": 2})
    with pytest.raises(Taken) as refused:
        stage.do(duty.take, BUDI)
    assert refused.value.phrase.args["holder"] == Phrase("names-and", {"names": "Ani", "last": "Citra"})


def test_a_companion_has_the_card_but_only_the_holder_hands_over() -> None:
    stage = paired()
    stage.do(duty.take, ANI)
    joined = stage.do(duty.take, BUDI)
    assert set(buttons(joined, BUDI, "yours-together")) >= {"outreach", "look", "return"}
    assert "offer" not in buttons(joined, BUDI, "yours-together")
    assert next(m for m in joined.messages if m.phrase.key == "yours-together").protect
    with pytest.raises(NotAllowed):
        stage.do(offering.offer, BUDI, to=CITRA)
    stage.do(duty.record_outreach, BUDI, told={}, safe=True)
    assert stage.alert is None


def test_nobody_else_awaited_is_not_waited_for() -> None:
    stage = Stage(profile=in_pairs())
    stage.change(BUDI, on_duty=False)
    stage.open()
    outcome = stage.do(duty.take, ANI)
    assert told_of(outcome, "alert-call") == {"Budi", "Citra", "Dewi", "Eka", "Fajar"}


def test_where_no_second_can_be_called_the_leads_hear_it_and_not_every_minute() -> None:
    stage = Stage(profile=in_pairs())
    for person in (BUDI, CITRA, DEWI, EKA, FAJAR):
        stage.change(person, reachable=False)
    stage.open()
    outcome = stage.do(duty.take, ANI)
    assert told_of(outcome, "alert-no-second") == {"Gita"}
    assert not told_of(outcome, "alert-nobody")
    stage.change(DEWI, reachable=True)
    assert told_of(stage.wait(seconds=30), "alert-call") == {"Dewi"}


def test_a_companion_gives_back_and_the_ladder_climbs_anew() -> None:
    stage = paired()
    stage.do(duty.take, ANI)
    stage.do(duty.take, BUDI)
    outcome = stage.do(duty.give_back, BUDI)
    assert held(stage).takers == (ANI.id,)
    assert "alert-one-left" in keys_to(outcome, ANI)
    assert "alert-yours" not in keys_to(outcome, ANI)
    assert keys_to(outcome, BUDI) == ("alert-returned", "alert-let-go")
    assert told_of(outcome, "alert-call") == {"Citra", "Dewi", "Eka", "Fajar"}, "nobody else is on duty"
    assert stage.at(Clock.SILENCE) is not None


def test_a_holder_who_gives_back_is_followed_by_the_first_companion() -> None:
    stage = paired(3)
    for person in (ANI, BUDI, CITRA):
        stage.do(duty.take, person)
    outcome = stage.do(duty.give_back, ANI)
    assert held(stage).takers == (BUDI.id, CITRA.id)
    assert keys_to(outcome, BUDI)[:2] == ("alert-one-left", "yours-together")
    assert stage.at(Clock.SILENCE) == stage.now + timedelta(minutes=60)
    assert held(stage).is_short


def test_a_companion_who_cannot_be_reached_does_not_follow() -> None:
    stage = paired(3)
    for person in (ANI, BUDI, CITRA):
        stage.do(duty.take, person)
    stage.change(BUDI, reachable=False)
    stage.do(duty.give_back, ANI)
    assert held(stage).takers == (CITRA.id,)


def test_silence_is_asked_of_the_holder_alone_and_the_companion_follows() -> None:
    stage = paired()
    stage.do(duty.take, ANI)
    stage.do(duty.take, BUDI)
    asked = stage.wait(minutes=60)
    assert told_of(asked, "alert-still-there") == {"Ani"}
    stage.wait(minutes=10)
    assert held(stage).taken_by == BUDI.id


def test_news_reaches_companions_and_so_do_cards_of_what_is_known() -> None:
    stage = paired()
    stage.do(duty.take, ANI)
    assert told_of(stage.learn(HIGH), "alert-call") == {"Budi"}
    stage.do(duty.take, BUDI)
    news = reports.pass_on(stage.scene, (Phrase("as-typed", {"text": "x"}),))
    assert told_of(news, "alert-news") == {"Ani", "Budi"}


# Handing over


def taken(**opened: object) -> Stage:
    stage = Stage()
    stage.open(**opened)
    stage.do(duty.take, ANI)
    return stage


def test_it_is_the_holders_until_the_colleague_accepts() -> None:
    stage = taken()
    asked = stage.do(offering.offer, ANI, to=EKA)
    assert keys_to(asked, EKA) == ("alert-offered",)
    assert buttons(asked, EKA, "alert-offered") == ["accept", "decline"]
    assert keys_to(asked, ANI) == ("offer-waits",)
    card = next(m for m in asked.messages if m.to == EKA.chat)
    assert {b.version for row in card.buttons for b in row} == {stamp(held(stage).offered_at)}
    assert held(stage).taken_by == ANI.id
    outcome = stage.do(offering.accept, EKA)
    assert (held(stage).taken_by, held(stage).offered_to) == (EKA.id, None)
    assert keys_to(outcome, EKA) == ("offer-accepted", "alert-yours")
    assert keys_to(outcome, ANI) == ("alert-taken-by", "offer-done", "alert-let-go")
    assert told_of(outcome, "alert-handed-over") == {"Citra"}
    assert [(look.by, look.what) for look in outcome.looks] == [(EKA.id, "alert")]
    assert stage.at(Clock.OFFER) is None
    assert stage.at(Clock.LADDER) is None
    with pytest.raises(NotAllowed):
        stage.do(duty.keep, ANI)


def test_no_answer_and_a_no_leave_it_with_the_holder_who_hears_it() -> None:
    stage = taken()
    stage.do(offering.offer, ANI, to=EKA)
    assert stage.at(Clock.OFFER) == NOON + timedelta(minutes=10)
    silent = stage.wait(minutes=10)
    assert "offer-refused" in keys_to(silent, ANI)
    assert keys_to(silent, EKA) == ("offer-over",)
    stage.do(offering.offer, ANI, to=BUDI)
    refused = stage.do(offering.refuse, BUDI)
    assert keys_to(refused, ANI) == ("offer-refused",)
    assert held(stage).taken_by == ANI.id
    with pytest.raises(Changed):
        stage.do(offering.accept, BUDI)


@pytest.mark.parametrize("doing", ["another", "back", "ended", "lost"])
def test_an_offer_dies_with_what_it_was_for(doing: str) -> None:
    stage = taken()
    ref = held(stage).ref
    stage.do(offering.offer, ANI, to=EKA)
    outcome = {
        "another": lambda: stage.do(offering.offer, ANI, to=FAJAR),
        "back": lambda: stage.do(duty.give_back, ANI),
        "ended": lambda: stage.do(duty.record_outreach, ANI, told={}, safe=True),
        "lost": lambda: stage.lose(ANI),
    }[doing]()
    assert "offer-over" in keys_to(outcome, EKA)
    assert stage.alerts[ref].offered_to != EKA.id
    assert (stage.at(Clock.OFFER) is not None) == (doing == "another")
    with pytest.raises((Changed, WrongMoment)):
        offering.accept(stage.scene_of(ref), by=EKA, **stage.ours())


def test_a_colleague_who_is_lost_meanwhile_is_not_waited_for() -> None:
    stage = taken()
    stage.do(offering.offer, ANI, to=EKA)
    outcome = stage.lose(EKA)
    assert keys_to(outcome, ANI) == ("offer-refused",)
    assert not keys_to(outcome, EKA)
    assert stage.at(Clock.OFFER) is None


def test_who_can_be_asked() -> None:
    stage = taken()
    stage.change(FAJAR, reachable=False)
    assert [p.name for p in offering.colleagues(stage.scene)] == ["Budi", "Citra", "Dewi", "Eka"]
    for to in (ANI, FAJAR, GITA):
        with pytest.raises(NotAllowed):
            stage.do(offering.offer, ANI, to=stage.who(to))
    with pytest.raises(NotAllowed):
        stage.do(offering.offer, BUDI, to=CITRA)


def test_a_companion_may_be_asked_by_nobody_but_joins_first_and_accepts_then() -> None:
    stage = paired()
    stage.do(duty.take, ANI)
    stage.do(offering.offer, ANI, to=BUDI)
    stage.do(duty.take, BUDI)
    outcome = stage.do(offering.accept, BUDI)
    assert held(stage).takers == (BUDI.id,)
    assert told_of(outcome, "alert-call"), "one is wanted again"


# Closed by two


def asked_to_end(reason: str = "salah", **opened: object) -> Stage:
    stage = Stage()
    stage.open(**opened)
    stage.do(ending.ask_to_end, BUDI, reason=reason)
    return stage


def test_a_wish_to_close_it_changes_nothing_until_another_agrees() -> None:
    stage = Stage()
    stage.open()
    asked = stage.do(ending.ask_to_end, BUDI, reason="salah")
    assert told_of(asked, "ending-asked") == {"Ani", "Citra", "Dewi"}
    assert buttons(asked, ANI, "ending-asked") == ["file", "agreeend", "disagreeend"]
    assert all(m.protect for m in asked.messages if m.phrase.key == "ending-asked")
    assert keys_to(asked, BUDI) == ("ending-waits",)
    assert told_of(stage.wait(minutes=3), "alert-call") == {"Ani", "Budi"}
    with pytest.raises(NeedsAnother):
        stage.do(ending.agree, BUDI)
    ref = held(stage).ref
    outcome = stage.do(ending.agree, DEWI)
    assert stage.alerts[ref].state is AlertState.ENDED
    ended = next(told for kind, told in stage.history if kind is EventKind.ALERT_ENDED)
    assert ended == {"alert": ref, "reason": "salah", "by": BUDI.id, "second": DEWI.id}
    assert "ending-agreed" in keys_to(outcome, BUDI)
    assert told_of(outcome, "ending-agreed-lead") == {"Citra"}
    said = next(m for m in outcome.messages if m.phrase.key == "ending-agreed-lead")
    assert said.phrase.args["still"] == Phrase("ending-still-emergency")
    assert stage.scene.case.emergency, "only the call is closed"
    assert not [due for due in stage.due if due[1] == ref]


def test_who_does_not_agree_leaves_everything_as_it_was() -> None:
    stage = asked_to_end()
    outcome = stage.do(ending.disagree, CITRA)
    assert "ending-refused" in keys_to(outcome, BUDI)
    assert held(stage).ending is None
    assert told_of(stage.wait(minutes=3), "alert-call") == {"Ani", "Budi"}
    with pytest.raises(WrongMoment):
        stage.do(ending.agree, CITRA)


def test_a_reason_that_was_typed_is_shown_to_seconds_alone() -> None:
    stage = asked_to_end("Ibu Siti sudah dijemput")
    outcome = stage.do(ending.agree, CITRA)
    assert "Siti" not in repr(outcome.messages)
    with pytest.raises(NeedsReason):
        asked_to_end(" ")


def test_a_wish_dies_when_help_has_gone_out() -> None:
    stage = asked_to_end()
    stage.do(duty.take, ANI)
    outcome = stage.do(duty.record_outreach, ANI, told={}, safe=True)
    assert told_of(outcome, "ending-over") == {"Ani", "Citra", "Dewi"}


def test_a_new_danger_after_it_was_closed_calls_again() -> None:
    stage = asked_to_end()
    stage.do(ending.agree, CITRA)
    assert stage.alert is None
    outcome = stage.learn(HIGH, Cause.WORDS)
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}


def test_a_holder_hears_that_it_was_closed_and_the_card_has_no_buttons_left() -> None:
    stage = asked_to_end()
    stage.do(duty.take, ANI)
    outcome = stage.do(ending.agree, CITRA)
    assert {"alert-ended", "alert-over"} <= set(keys_to(outcome, ANI))
    over = next(m for m in outcome.messages if m.phrase.key == "alert-over")
    assert (over.slot.partition(":")[0], over.replaces, over.buttons, over.lane) == ("mine", True, (), Lane.REST)


@pytest.mark.parametrize("by", [EKA, GITA])
def test_only_officers_close(by: Staff) -> None:
    stage = Stage()
    stage.open()
    with pytest.raises(NotAllowed):
        stage.do(ending.ask_to_end, by, reason="salah")


@pytest.mark.parametrize("doing", [duty.take, ending.agree, ending.disagree])
def test_what_has_ended_cannot_be_closed_again(doing: Callable[..., Outcome]) -> None:
    stage = asked_to_end()
    ref = held(stage).ref
    stage.do(ending.agree, CITRA)
    given = {"profile": stage.profile} if doing is duty.take else {}
    with pytest.raises(WrongMoment):
        doing(stage.scene_of(ref), by=DEWI, now=stage.now, **given)


def test_a_call_for_a_report_is_kept_alive_and_handed_on_too() -> None:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    stage.do(duty.take, ANI)
    assert "alert-still-there" in keys_to(stage.wait(minutes=60), ANI)
    stage.do(contact.record, ANI, how=Contact.REACHED)
    assert held(stage).asked_at is None
    stage.do(offering.offer, ANI, to=BUDI)
    assert "report-yours" in keys_to(stage.do(offering.accept, BUDI), BUDI)
    stage.wait(minutes=70)
    assert held(stage).state is AlertState.OPEN
