"""Nobody's judgement is overwritten by somebody who looked at an older card (Primero #508)."""

from __future__ import annotations

from cases.case import Case
from tests.office import ANI, BUDI, CITRA, CRY, EKA, REPORTER, Office


async def taken(office: Office) -> Case:
    """An emergency that Ani has taken, with the decision on her screen."""
    await office.says(REPORTER, CRY)
    await office.presses(ANI, "take")
    await office.presses(ANI, "judge")
    return (await office.cases())[0]


async def test_what_was_confirmed_is_what_was_seen(office: Office) -> None:
    await taken(office)
    old = office.button(ANI, "confirm")
    await office.says(REPORTER, "dia membawa parang dan anak saya juga dipukul sampai pingsan")
    seen = await office.press(ANI, old)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "decision-card"]
    assert (await office.cases())[0].confirmed_at is None
    await office.presses(ANI, "confirm")
    assert (await office.cases())[0].confirmed_at is not None


async def mild(office: Office) -> None:
    """An emergency by the button alone: nothing else is known, so the risk can still be raised."""
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    await office.presses(ANI, "judge")


async def test_a_card_that_comes_with_a_change_can_be_pressed(office: Office) -> None:
    """A raise lays the decision before the officer again: its buttons are good at once."""
    await mild(office)
    await office.presses(ANI, "raise")
    seen = await office.answers(ANI, "rto:TINGGI", "rreason:_skip")
    assert "decision-card" in [message.phrase.key for message in seen]
    await office.presses(ANI, "confirm")
    assert (await office.cases())[0].confirmed_at is not None


async def test_lowering_from_an_old_card_or_a_judgement_that_changed_meanwhile_is_shown_anew(office: Office) -> None:
    await taken(office)
    await office.command(CITRA, "kasus")
    await office.presses(CITRA, "open")
    await office.presses(CITRA, "judge")
    stale = office.button(CITRA, "lower", "clear")

    await office.presses(ANI, "lower", "clear")
    await office.says(ANI, "korban sudah di rumah aman bersama keluarga")
    wish = (await office.cases())[0].lowering
    assert wish is not None

    seen = await office.press(CITRA, stale)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "decision-card"]
    assert (await office.cases())[0].lowering == wish


async def test_the_second_officer_agrees_to_the_wish_that_was_shown(office: Office) -> None:
    await taken(office)
    await office.presses(ANI, "lower", "clear")
    await office.says(ANI, "korban sudah di rumah aman")
    first = office.button(BUDI, "agree")
    refused = await office.press(ANI, first)
    assert [message.phrase.key for message in refused] == ["refusal-needs-another"]

    await office.presses(ANI, "judge")
    await office.presses(ANI, "lower", "clear")
    await office.says(ANI, "alasan yang lain sama sekali")
    seen = await office.press(BUDI, first)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "lowering-asked"]
    assert (await office.cases())[0].emergency

    await office.presses(BUDI, "agree")
    case = (await office.cases())[0]
    assert not case.emergency
    assert case.ruling is not None
    assert case.ruling.second == (await office.member(BUDI)).id


async def test_to_raise_never_lowers_what_a_colleague_raised_meanwhile(office: Office) -> None:
    await mild(office)
    await office.presses(ANI, "raise")
    await office.command(CITRA, "kasus")
    for action in ("open", "judge", "raise"):
        await office.presses(CITRA, action)
    await office.answers(CITRA, "rto:TINGGI", "rreason:_skip")
    seen = await office.answers(ANI, "rto:TINGGI", "rreason:_skip")
    assert [message.phrase.key for message in seen][-2:] == ["refusal-changed", "decision-card"]
    case = (await office.cases())[0]
    assert case.risk == "TINGGI"
    assert case.lowering is None


async def test_two_coordinators_assign_and_the_second_sees_who_was_first(office: Office) -> None:
    await taken(office)
    await office.presses(ANI, "confirm")
    await office.presses(CITRA, "managers")
    old = office.button(CITRA, "assign")
    await office.press(CITRA, old)
    held = (await office.cases())[0].manager
    assert held == (await office.member(EKA)).id
    seen = await office.press(CITRA, old)
    assert [message.phrase.key for message in seen] == ["refusal-changed", "choose-manager"]
    assert office.heard_by(EKA).count("case-yours") == 1


async def test_a_false_alarm_is_labelled_by_two_and_closed_by_a_lead(office: Office) -> None:
    await taken(office)
    await office.presses(ANI, "judge")
    await office.presses(ANI, "relabel")
    await office.answers(ANI, "nlabel:BUKAN_LAPORAN")
    await office.says(ANI, "anak bermain HP ibunya")
    (case,) = await office.cases()
    assert case.emergency
    await office.presses(BUDI, "agree")
    (case,) = await office.cases()
    assert (case.emergency, case.types) == (False, ("BUKAN_LAPORAN",))
    await office.presses(ANI, "judge")
    await office.presses(ANI, "confirm")
    await office.command(CITRA, "kasus")
    await office.presses_of(CITRA, "open", case.ref)
    await office.presses_of(CITRA, "close", case.ref)
    await office.says(CITRA, "bukan laporan")
    assert await office.cases() == ()
