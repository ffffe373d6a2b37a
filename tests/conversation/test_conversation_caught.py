"""The story fills the form: what is offered, what one tap confirms, and that nothing counts before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from handlers.conversation.asking import PICKS
from handlers.conversation.catching import Offer, offers_of
from handlers.conversation.caught import CAUGHT, catch, confirmed, waiting
from handlers.conversation.engine import Turn, begin
from handlers.conversation.facts import facts_of, pressing
from handlers.conversation.story import keep_story
from handlers.listening import danger_in
from tests.conversation.talking import NOW, REPORT, asked, choices_of, fresh, say, start, stored, words, world, write
from tests.conversation.test_conversation_random import doings, walked
from tests.conversation.test_conversation_walk import CALM
from triage.decision import decide
from triage.facts import facts_from
from triage.signals import Heard
from triage.signals.train.messages import read_folder
from triage.story import Proposal, Proposed, propose

STORY = "adik sy 14 thn dipukul bapak tiri td malam di baebunta, sekarang sembunyi di rumah nenek"
MESSAGES = [one.text for one in read_folder() if len(one.text.split()) > 4]


def told(*facts: tuple[str, Any], alarm: bool = False, said: str = "x") -> Proposal:
    """A proposal with these facts, each from the same words."""
    return Proposal(
        tuple(Proposed(key, value, said, 0, len(said)) for key, value in facts),
        (),
        Heard(alarm, (), (), 0.0, "weights" if alarm else "calm"),
    )


def first(text: str, **answers: Any) -> Turn:
    """The first words of a report, caught as they come in."""
    turn = begin(REPORT, keep_story(fresh(**answers), write(text)), world())
    return catch(REPORT, turn, text, world(), now=NOW)


AGE, SEX, GROUP = "victims[0].age", "victims[0].sex", "victims[0].age_group"

#: Proposal → what is offered, as (step, value).
OFFERED: tuple[tuple[Proposal, list[tuple[str, Any]]], ...] = (
    (told(), []),
    (told(("reporter", "korban")), []),
    (told(("reporter", "korban"), (SEX, "P")), []),
    (told(("reporter", "korban"), (SEX, "P"), (AGE, 34)), [("who", "sp")]),
    (told(("reporter", "korban"), (SEX, "L"), (AGE, 34)), [("who", "sl")]),
    (told(("reporter", "korban"), (AGE, 12)), [("who", "sa"), ("victim", {"age": 12})]),
    (told(("reporter", "keluarga"), said="anak saya"), [("who", "anak")]),
    (told(("reporter", "keluarga"), said="adik"), [("who", "kel")]),
    (told(("reporter", "pihak_ketiga")), [("who", "lain")]),
    (told(("reporter", "tenaga_kesehatan")), [("who", "petugas")]),
    (told((AGE, 14)), [("victim", {"age": 14})]),
    (told((AGE, 14), (SEX, "P")), [("victim", {"sex": "P", "age": 14})]),
    (told((GROUP, "anak"), (SEX, "P")), [("victim", "pa")]),
    (told((GROUP, "anak")), [("victim", {"group": "anak"})]),
    (told((AGE, 40)), []),
    (told((AGE, 40), (SEX, "P")), [("victim", {"sex": "P", "age": 40})]),
    (told(("offender.relation", "ayah_tiri")), [("doer", "tiri")]),
    (told(("offender.relation", "guru"), ("offender.age", 50)), [("doer", {"age": 50, "relation": "guru"})]),
    (told(("offender.relation", "teman_sekolah")), []),
    (told(("violence", "fisik"), ("violence", "psikis")), [("kind", ["pukul"]), ("kind", ["hina"])]),
    (told(("hours_since", 13), said="td malam"), [("when", "h0")]),
    (told(("hours_since", 23), said="kemarin"), [("when", "h1")]),
    (told(("hours_since", 96), said="senin kemarin"), [("when", "h5")]),
    (told(("hours_since", 2), said="2 jam lalu"), [("when", 2)]),
    (told(("hours_since", 168), said="seminggu lalu"), [("when", "d6")]),
    (told(("hours_since", 8760), said="tahun lalu"), [("when", "m1")]),
    (told(("historical", True)), [("when", "kecil")]),
    (told(("violence", "perkawinan_paksa"), ("days_until", 2)), [("kind", ["kawin"]), ("wed", 2)]),
    (told(("days_until", 2)), []),
    (told(("weapon", True), ("repeated", True)), [("danger", "senjata"), ("danger", "ulang")]),
    (told(("repeated", False)), []),
    (told(("strangulation", True), ("death_threat", True), ("confined", True)),
     [("danger", "cekik"), ("danger", "bunuh"), ("danger", "kurung")]),
    (told(("no_safe_caregiver", True), ("severe_injury", True)), [("danger", "parah"), ("danger", "asuh")]),
    (told(("ongoing_now", True)), [("now", "pukul")]),
    (told(("victims[0].pregnant", True), ("victims[0].disability", True)), [("state", "hamil"), ("state", "difabel")]),
    (told(("suicidal", "niat_rencana")), []),
    (told(("safe_now", True)), [("safe", "ya")]),
    (told(("safe_now", True), alarm=True), []),
    (told(("safe_now", False), alarm=True), [("safe", "tidak")]),
    (told(("offender.same_household", True)), [("reach", "rumah")]),
    (told(("offender.access", "tidak")), [("reach", "tidak")]),
    (told(("offender.access", "tidak"), alarm=True), []),
    (told(("loc_victim", "73.73")), [("place", "73.73")]),
    (told(("loc_victim", "LN:MY")), [("place", "LN:MY")]),
    (told(("loc_victim", "73.22.11"), ("loc_incident", "73.22.11")), [("place", "73.22.11"), ("where", "sama")]),
    (told(("loc_incident", "73.22.11.2003")), [("iplace", "73.22.11.2003")]),
    (told(("loc_incident", "daring")), [("where", "daring")]),
    (told(("loc_offender", "73.73")), []),
    (told(("loc_victim", "99.99")), []),
)  # fmt: skip


@pytest.mark.parametrize(("proposal", "expected"), OFFERED, ids=lambda part: str(part)[:40])
def test_what_a_proposal_offers(proposal: Proposal, expected: list[tuple[str, Any]]) -> None:
    assert [(offer.step, offer.value) for offer in offers_of(proposal, {}, world())] == expected


@pytest.mark.parametrize(
    "answers",
    [
        {"who": "lain", "victim": "pd", "doer": "suami", "kind": ["hina"], "when": "m1", "where": "sama"},
        {"who": "_skip", "victim": "_skip", "doer": "_skip", "kind": "_skip", "when": "_skip", "where": "_skip"},
    ],
)
def test_what_was_answered_or_left_out_is_not_offered(answers: dict[str, Any]) -> None:
    assert offers_of(propose(STORY, now=NOW), answers, world()) == ()


def test_a_name_that_two_places_bear_is_asked() -> None:
    for text in ("saya dipukul suami di desa benteng", "saya dipukul suami di desa tandung"):
        assert "iplace" not in [offer.step for offer in offers_of(propose(text, now=NOW), {}, world())]


def test_the_story_is_confirmed_with_one_tap() -> None:
    turn = first(STORY)
    assert asked(turn) == "ask-caught"
    assert choices_of(turn.messages[0]) == ["caught:ya", "caught:salah", "caught:satu"]
    shown = words(turn.messages[0].phrase)
    assert "14 tahun · oleh: Orang tua tiri · Dipukul atau disakiti badannya" in shown
    assert "Baebunta" in shown
    turn = say(stored(turn.dialogue), "caught:ya")
    answers = turn.dialogue.answers
    assert {key: answers[key] for key in ("who", "victim", "doer", "kind", "when", "where", "iplace")} == {
        "who": "kel", "victim": {"age": 14}, "doer": "tiri", "kind": ["pukul"], "when": "h0", "where": "lain",
        "iplace": "73.22.11",
    }  # fmt: skip
    assert CAUGHT not in answers
    assert asked(turn) == "ask-safe"


def test_the_story_confirmed_is_decided_as_the_table_has_it() -> None:
    """Two taps: what was caught is right, and the person is not safe."""
    turn = say(first(STORY).dialogue, "caught:ya", "safe:tidak")
    by_hand = {
        "reporter": "keluarga",
        "victims": [{"age": 14}],
        "offender": {"relation": "orang_tua_tiri"},
        "violence": ["fisik"],
        "hours_since": 24,
        "recent": True,
        "safe_now": False,
        "loc_incident": "73.22.11",
    }
    facts = facts_of(turn.dialogue.answers, world())
    assert facts == facts_from(by_hand)
    decision = decide(facts, ours="73.22")
    assert (decision.case_types, decision.risk, decision.jurisdiction) == (("KTA",), "SEDANG", "KABUPATEN")
    assert {"S1", "S9", "S11"} <= set(decision.criteria)


def test_what_is_wrong_is_picked_out_and_asked() -> None:
    turn = say(first(STORY).dialogue, "caught:salah")
    assert asked(turn) == "ask-wrong"
    labels = [words(button.label) for row in turn.messages[0].buttons for button in row if button.action == "a"]
    number = next(index for index, label in enumerate(labels) if label.startswith("oleh"))
    turn = say(stored(turn.dialogue), f"wrong:{number}", "wrong:_done")
    assert "doer" not in turn.dialogue.answers
    assert turn.dialogue.answers["kind"] == ["pukul"]
    assert CAUGHT not in turn.dialogue.answers
    typed = say(first(STORY).dialogue, "ada yang salah", "bapak tiri", "wrong:_done")
    assert "doer" not in typed.dialogue.answers


def test_nothing_is_wrong_after_all() -> None:
    turn = say(first(STORY).dialogue, "caught:salah", "wrong:betul")
    assert turn.dialogue.answers["doer"] == "tiri"


def test_one_by_one_keeps_nothing() -> None:
    for answer in ("caught:satu", "tanya satu per satu"):
        turn = say(first(STORY).dialogue, answer)
        assert asked(turn) == "ask-safe"
        assert facts_of(turn.dialogue.answers, world()) == facts_of({}, world())


def test_signs_are_ticks_and_their_question_is_still_asked() -> None:
    turn = say(first("anak saya umur 9 dipukul pakai parang berkali kali oleh bapaknya").dialogue, "caught:ya")
    ticks = turn.dialogue.answers[PICKS]["danger"]
    assert "ulang" in ticks
    assert "danger" not in turn.dialogue.answers
    assert facts_of(turn.dialogue.answers, world()).strangulation is None


def test_a_story_told_later_is_offered_too_and_the_newer_word_stands() -> None:
    turn = first("tetangga saya dipukul suaminya tadi malam")
    more = say(turn.dialogue, "bukan suami tapi dia dipukul mertuanya")
    more = catch(REPORT, more, "dia dipukul mertuanya semalam di rumah", world(), now=NOW)
    doers = [offer.value for offer in waiting(more.dialogue.answers).values() if offer.step == "doer"]
    assert doers == ["kel"]


def test_short_words_and_no_news_change_nothing() -> None:
    turn = start()
    assert catch(REPORT, turn, "dipukul suami", world(), now=NOW) is turn
    told_before = first(STORY)
    assert catch(REPORT, told_before, STORY, world(), now=NOW) is told_before


def test_in_an_emergency_a_single_thing_is_not_asked_about() -> None:
    turn = start(urgent="answers")
    assert catch(REPORT, turn, "dia bawa parang di luar", world(), now=NOW) is turn
    assert asked(catch(REPORT, turn, STORY, world(), now=NOW)) == "ask-caught"


@settings(max_examples=60, deadline=None)
@given(doings, some.sampled_from([STORY, *MESSAGES]))
def test_text_never_lowers_what_buttons_gave(acts: list[Any], text: str) -> None:
    """Heard, it changes no fact; confirmed, it leaves every answer and every tick as it was."""
    walk = walked(acts)
    turn = walk[-1][1] if walk else start()
    if turn.finished:
        return
    before = dict(turn.dialogue.answers)
    heard = catch(REPORT, turn, text, world(), now=NOW).dialogue.answers
    assert facts_of(heard, world()) == facts_of(before, world())
    assert decide(facts_of(heard, world()), ours="73.22") == decide(facts_of(before, world()), ours="73.22")
    assert pressing(heard, world()) == pressing(before, world())
    after = confirmed(heard, waiting(heard).values())
    for step, value in before.items():
        if step in REPORT.steps and step not in ("caught", "wrong"):
            assert after[step] == value
    for step, ticks in before.get(PICKS, {}).items():
        assert step == "wrong" or set(ticks) <= set(after[PICKS][step])
    known = facts_of(before, world()).to_json()
    now = facts_of(after, world()).to_json()
    assert [key for key, value in known.items() if value is True and now.get(key) is not True] == []


def test_an_offer_lives_in_a_row() -> None:
    turn = first(STORY)
    assert waiting(stored(turn.dialogue).answers) == waiting(turn.dialogue.answers)
    assert all(isinstance(offer, Offer) for offer in waiting(turn.dialogue.answers).values())


def test_without_ears_the_form_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both of them deaf, every question comes, the form ends, and no alarm is heard."""
    monkeypatch.setattr("handlers.conversation.caught.propose", lambda text, now: told())
    monkeypatch.setattr("handlers.listening.listen", lambda text: told().heard)
    assert danger_in(write(STORY)) == ()
    turn = first(STORY)
    assert asked(turn) == "ask-safe"
    assert CAUGHT not in turn.dialogue.answers
    for answer in CALM:
        if " " not in answer:  # the story was told already
            assert turn.dialogue.step == answer.partition(":")[0]
            turn = catch(REPORT, say(turn.dialogue, answer), STORY, world(), now=NOW)
    assert turn.finished
