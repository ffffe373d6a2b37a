"""The engine: presses and words, ticks, the way back, what is stale, what is sent beside the questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.messages import Panel
from handlers.conversation.asking import PICKS
from handlers.conversation.engine import Answer, Kind, Turn, ask, open_steps
from handlers.conversation.flows import FLOWS
from handlers.conversation.steps import Choice, Flow, Step, table
from handlers.conversation.story import attachments, keep_story, story
from handlers.conversation.summary import callback_number
from tests.conversation.talking import (
    REPORT,
    TODAY,
    asked,
    at,
    choices_of,
    fresh,
    noted,
    press,
    say,
    start,
    stored,
    words,
    world,
    write,
)
from tests.conversation.test_conversation_walk import CHILD, NOT_SAME_HOUSE, STAFF_MEMBER


def labels(turn: Turn) -> list[str]:
    return [words(button.label) for row in turn.messages[0].buttons for button in row]


def test_the_first_question_is_whether_one_is_safe() -> None:
    turn = start()
    assert asked(turn) == "ask-safe"
    assert choices_of(turn.messages[0]) == ["safe:ya", "safe:tidak", "safe:_skip"]


def test_a_press_answers_and_its_question_loses_its_buttons() -> None:
    turn = say(start().dialogue, "safe:ya")
    question, past = turn.messages
    assert (turn.answered, question.slot, past.slot) == ("safe", "q:who", "q:safe")
    assert past.replaces
    assert not past.buttons
    assert "Ya, aman" in words(past.phrase)


def test_typed_words_need_no_second_message_but_put_the_buttons_away() -> None:
    turn = say(start().dialogue, "gak aman")
    assert turn.dialogue.answers == {"safe": "tidak"}
    assert [(message.slot, message.replaces) for message in turn.messages] == [("q:now", False), ("q:safe", True)]


def test_a_question_can_be_left_out_by_button_and_by_words() -> None:
    for answer in ("safe:_skip", "lewati", "gak tau", "entah"):
        turn = say(start().dialogue, answer)
        assert turn.dialogue.answers["safe"] == "_skip"
        assert turn.answered == "safe"


def test_several_are_ticked_in_the_same_message() -> None:
    turn = say(start().dialogue, "safe:ya", "who:sp", "kind:pukul")
    assert turn.answered == ""
    assert turn.messages[0].replaces
    assert turn.messages[0].slot == "q:kind"
    assert "✓ Dipukul atau disakiti badannya" in labels(turn)
    assert "Selesai ✓" in labels(turn)
    turn = say(turn.dialogue, "kind:hina", "kind:pukul")
    assert turn.dialogue.answers[PICKS] == {"kind": ["hina"]}
    turn = say(turn.dialogue, "kind:_done")
    assert turn.dialogue.answers["kind"] == ["hina"]
    assert PICKS not in turn.dialogue.answers


def test_typed_words_join_what_is_ticked() -> None:
    turn = say(start().dialogue, "safe:ya", "who:sp", "kind:kawin", "dipukul")
    assert turn.dialogue.answers["kind"] == ["pukul", "kawin"]


def test_done_with_nothing_ticked_is_no_answer() -> None:
    turn = say(start().dialogue, "safe:ya", "who:sp", "kind:_done")
    assert noted(turn) == "nothing-chosen"
    assert asked(turn) == "ask-kind"


def test_none_of_these_answers_at_once() -> None:
    turn = say(at("danger", who="sp"), "danger:none")
    assert turn.dialogue.answers["danger"] == []


def test_a_question_alone_ends_the_others() -> None:
    turn = say(at("kind", who="sp", safe="ya"), "kind:pukul", "kind:tanya")
    assert turn.dialogue.answers["kind"] == ["tanya"]


def test_back_opens_the_question_before_and_keeps_its_answer() -> None:
    turn = say(start().dialogue, "safe:ya", "who:sp", "kind:_back")
    assert asked(turn) == "ask-who"
    assert turn.dialogue.answers["who"] == "sp"
    turn = say(turn.dialogue, "kembali")
    assert asked(turn) == "ask-safe"
    turn = say(turn.dialogue, "safe:tidak")
    assert asked(turn) == "ask-now"


def test_back_from_the_first_question_asks_it_again() -> None:
    turn = say(start().dialogue, "safe:_back")
    assert noted(turn) == "nothing-before"
    assert asked(turn) == "ask-safe"


def test_a_changed_answer_forgets_what_hung_on_it() -> None:
    turn = say(start().dialogue, "safe:tidak", "now:pukul", "now:_done", "who:_back", "now:_back", "safe:ya")
    assert "now" not in turn.dialogue.answers
    turn = say(at("place", place="73.22.05", village="73.22.05.2003"), "place:73.22.03")
    assert "village" not in turn.dialogue.answers


def test_safety_told_after_the_danger_forgets_nothing() -> None:
    turn = say(at("safe", urgent="button", now=["pukul"]), "safe:ya")
    assert turn.dialogue.answers["now"] == ["pukul"]


def test_not_understood_is_asked_again_in_other_words_each_time() -> None:
    turn = say(start().dialogue, "xyz")
    assert (turn.understood, noted(turn)) == (False, "not-understood-1")
    turn = say(turn.dialogue, "qqq")
    assert noted(turn) == "not-understood-2"
    turn = say(turn.dialogue, "zzz")
    assert noted(turn) == "not-understood-3"
    assert noted(say(turn.dialogue, "zzz")) == "not-understood-3"
    assert noted(say(turn.dialogue, "safe:ya", "xyz")) == "not-understood-1"


def test_a_story_told_at_a_button_is_kept_and_thanked_for() -> None:
    turn = say(start().dialogue, "suami saya orang yang keras sekali")
    assert (asked(turn), noted(turn), turn.understood) == ("ask-safe", "heard-story", False)
    assert story(turn.dialogue.answers) == ({"kind": "text", "text": "suami saya orang yang keras sekali"},)


def test_a_story_that_begins_with_an_answer_is_both() -> None:
    told = "Tidak, dia masih di luar rumah dan marah-marah terus"
    turn = say(start().dialogue, told)
    assert turn.dialogue.answers["safe"] == "tidak"
    assert story(turn.dialogue.answers)[0]["text"] == told


def test_what_is_told_early_is_not_asked_for_later() -> None:
    way = NOT_SAME_HOUSE[:15]
    told = keep_story(start().dialogue, write("suami saya memukul saya tadi malam di rumah"))
    assert asked(say(told, *way)) == "ask-contact"
    assert asked(say(start().dialogue, *way)) == "ask-tell"


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.DOCUMENT])
def test_a_file_at_any_question_is_kept(kind: Kind) -> None:
    turn = say(start().dialogue, Answer(kind, file_id="F1", size=7, mime="x/y", text="ini dia"))
    assert (asked(turn), noted(turn)) == ("ask-safe", f"kept-{kind}")
    kept = {"kind": str(kind), "file_id": "F1", "size": 7, "mime": "x/y", "text": "ini dia"}
    assert attachments(turn.dialogue.answers) == (kept,)


def test_a_voice_note_is_the_story() -> None:
    turn = say(at("tell"), Answer(Kind.VOICE, file_id="V"))
    assert turn.answered == "tell"
    assert asked(turn) == "ask-safe"
    assert story(turn.dialogue.answers)[0]["file_id"] == "V"


def test_the_story_is_kept_once_and_word_for_word() -> None:
    told = "  Dia <b>memukul</b> saya & \u202eبكى 😢  "
    turn = say(at("tell"), told)
    assert [entry["text"] for entry in story(turn.dialogue.answers)] == [told]


def test_a_place_and_a_number_stand_by_themselves() -> None:
    turn = say(start().dialogue, Answer(Kind.LOCATION, latitude=-2.55, longitude=120.32))
    assert turn.dialogue.answers["spot"] == {"latitude": -2.55, "longitude": 120.32}
    turn = say(turn.dialogue, Answer(Kind.CONTACT, phone="62 812 345 678"))
    assert callback_number(turn.dialogue.answers) == "+62812345678"


def test_in_an_emergency_a_shared_place_answers_where() -> None:
    turn = say(start(urgent="button").dialogue, Answer(Kind.LOCATION, latitude=-2.5, longitude=120.3))
    assert (turn.answered, asked(turn), noted(turn)) == ("place", "ask-now", "kept-location")


def test_the_keyboard_for_sharing_comes_and_goes() -> None:
    turn = start(urgent="button")
    assert turn.messages[-1].panel is Panel.SHARE_LOCATION
    turn = say(turn.dialogue, "place:73.22.03")
    assert Panel.REPORTER in [message.panel for message in turn.messages]
    turn = say(turn.dialogue, "village:_skip", "now:tenang")
    assert turn.messages[1].panel is Panel.SHARE_CONTACT


def test_names_that_occur_twice_are_asked() -> None:
    turn = say(at("place"), "benteng")
    assert noted(turn) == "which-one"
    assert choices_of(turn.messages[0])[:2] == ["place:73.22.01.2003", "place:73.22.10.2006"]
    assert "Benteng, Mappedeceng" in labels(turn)
    for answer in ("place:73.22.10.2006", "2"):
        chosen = say(stored(turn.dialogue), answer)
        assert chosen.dialogue.answers["place"] == "73.22.10.2006"
    assert say(turn.dialogue, "masamba").dialogue.answers["place"] == "73.22.03"


def test_a_village_typed_for_another_kecamatan_corrects_it() -> None:
    turn = say(at("village", place="73.22.05"), "desa radda")
    assert turn.dialogue.answers["place"] == "73.22.11"
    assert turn.dialogue.answers["village"] == "73.22.11.2003"


def test_a_stale_button_is_past_and_the_open_question_comes_again() -> None:
    turn = say(start().dialogue, "safe:ya", "safe:tidak")
    assert (noted(turn), asked(turn), turn.understood) == ("stale-button", "ask-who", False)
    assert turn.dialogue.answers["safe"] == "ya"


@pytest.mark.parametrize("answer", [press("gone", "x"), press("who", "zz"), press("", ""), press("who", "_menu")])
def test_a_button_that_no_longer_exists_changes_nothing(answer: Answer) -> None:
    before = say(start().dialogue, "safe:ya").dialogue
    turn = say(before, answer)
    assert noted(turn) == "stale-button"
    assert turn.dialogue.answers == before.answers


def test_a_renamed_question_restarts_kindly_and_loses_nothing() -> None:
    old = replace(at("oldname", safe="ya"), path=("safe",))
    for answer in (write("dia memukul saya tadi malam"), press("oldname", "x")):
        turn = say(old, answer)
        assert (noted(turn), asked(turn)) == ("restarted", "ask-who")
        assert turn.dialogue.answers["safe"] == "ya"
    assert story(say(old, write("dia memukul saya tadi malam")).dialogue.answers)


def test_a_button_of_a_question_that_still_waits_is_heard() -> None:
    """The urgent order came in between: the tick at the question before it still counts."""
    turn = say(start(urgent="answers", **{PICKS: {"now": ["pukul"]}}).dialogue, "now:senjata")
    assert turn.dialogue.answers[PICKS] == {"now": ["pukul", "senjata"]}
    turn = say(turn.dialogue, "now:_done")
    assert asked(turn) == "ask-place-urgent"


def test_ticks_outlive_other_questions() -> None:
    waiting = start(urgent="answers", **{PICKS: {"now": ["pukul"]}}).dialogue
    turn = say(waiting, "masamba", "village:_skip")
    assert asked(turn) == "ask-now"
    assert "✓ Sedang dipukul atau disakiti" in labels(turn)


def test_the_summary_is_corrected_and_comes_back() -> None:
    turn = say(start().dialogue, *NOT_SAME_HOUSE[:-1])
    assert asked(turn) == "ask-send"
    turn = say(turn.dialogue, "send:_menu", "send:e.when", "tadi malam")
    assert turn.dialogue.answers["when"] == "h0"
    assert asked(turn) == "ask-send"


def test_left_for_later_is_not_sent() -> None:
    turn = say(start().dialogue, *NOT_SAME_HOUSE[:-1], "send:_wait")
    assert (noted(turn), turn.finished) == ("draft-kept", False)
    turn = say(turn.dialogue, "kirim")
    assert turn.finished
    assert turn.dialogue.answers["consent"] == {"version": world().profile.consent_version, "given": True}


def test_without_sending_there_is_no_consent() -> None:
    turn = say(start(urgent="button").dialogue, "place:_skip", "now:_skip", "phone:_skip", "more:cukup")
    assert turn.finished
    assert "consent" not in turn.dialogue.answers


def test_a_form_can_be_given_up() -> None:
    form = FLOWS["later"]
    for answer in ("lreason:_cancel", "batal"):
        turn = say(start(form, today=TODAY).dialogue, answer, flow=form)
        assert turn.finished
        assert turn.dialogue.ended
        assert turn.dialogue.answers["cancelled"] is True


def test_a_form_has_no_red_button_and_keeps_its_subject() -> None:
    turn = start(FLOWS["outreach"])
    buttons = [button for row in turn.messages[0].buttons for button in row]
    assert {button.action for button in buttons} == {"a"}
    assert {button.ref for button in buttons} == {turn.dialogue.subject}


def test_a_form_asks_until_it_has_a_reason() -> None:
    form = FLOWS["lower"]
    turn = say(start(form).dialogue, "-", "lewati", "ok", flow=form)
    assert not turn.finished
    assert noted(turn) == "form-not-fitting"


def test_a_visit_is_never_postponed_into_the_past() -> None:
    form = FLOWS["later"]
    turn = say(start(form, today=TODAY).dialogue, "ada rapat", "kemarin", flow=form)
    assert not turn.finished
    assert say(turn.dialogue, "lday:3", flow=form).dialogue.answers["lday"] == "2026-11-23"


def test_more_victims_are_a_list() -> None:
    known = {"safe": "ya", "who": "sp", "kind": ["hina"], "when": "m1", "danger": []}
    turn = say(at("state", **known), "state:lain", "state:_done", "anak laki-laki 7 tahun", "again:ya", "bayi 3 bulan")
    assert turn.dialogue.answers["others"] == [{"sex": "L", "age": 7}]
    assert turn.dialogue.answers["other"] == {"age": 0}
    assert asked(say(turn.dialogue, "again:tidak")) == "ask-doer"


def test_asking_again_is_the_same_question() -> None:
    dialogue = say(start().dialogue, "safe:ya").dialogue
    assert ask(REPORT, dialogue, world()) == say(start().dialogue, "ya").messages[0]


@pytest.mark.parametrize("way", [NOT_SAME_HOUSE, CHILD, STAFF_MEMBER], ids=["calm", "child", "staff"])
def test_a_restart_between_any_two_answers_changes_nothing(way: tuple[str, ...]) -> None:
    straight = restarted = start().dialogue
    for answer in way:
        one, other = say(straight, answer), say(stored(restarted), answer)
        assert one.messages == other.messages
        straight, restarted = one.dialogue, other.dialogue
        assert stored(straight) == stored(restarted)


def test_an_engine_for_any_table() -> None:
    """Nothing of the report is built into the engine."""
    yes = Choice("y", says_plain := start().messages[0].phrase, ("yes",))
    flow = Flow(
        "tiny", table(Step("one", "ask-safe", (yes,)), Step("two", "ask-who", (yes,))), lambda a: ("one", "two")
    )
    turn = say(fresh(flow), "one:y", flow=flow)
    assert says_plain.key == "ask-safe"
    assert turn.dialogue.step == "one"
    turn = say(start(flow).dialogue, "one:y", "yes", flow=flow)
    assert turn.finished


@pytest.mark.parametrize("step", ["place", "now", "more"])
def test_a_number_in_an_emergency_is_the_number_wherever_it_is_written(step: str) -> None:
    turn = say(at(step, urgent="button"), "0812 3456 7890")
    assert turn.dialogue.answers["phone"] == "081234567890"
    assert (turn.answered, turn.dialogue.step) == ("phone", step)
    assert noted(turn) == "kept-contact"
    # It is asked for later no more, and what is no number alone is still the answer to the question.
    assert "phone" not in open_steps(REPORT, turn.dialogue.answers)
    assert "phone" not in say(at(step, urgent="button"), "di rumah nomor 081234567890 ribut").dialogue.answers
    assert "phone" not in say(at(step), "0812 3456 7890").dialogue.answers


@pytest.mark.parametrize("words", ["umurku 12", "saya di kamar mandi", "cepat"])
def test_nobody_in_danger_hears_that_they_were_not_understood(words: str) -> None:
    turn = say(at("more", urgent="button"), words)
    assert noted(turn) == "heard-story"
    assert words in str(turn.dialogue.answers["story"])


def test_in_an_emergency_the_words_of_an_answer_are_kept_too() -> None:
    words = "mengamuk bawa parang di dapur"
    turn = say(at("now", urgent="button"), words)
    assert "senjata" in turn.dialogue.answers["now"]
    assert words in str(turn.dialogue.answers["story"])
    assert "story" not in say(at("now", safe="tidak"), words).dialogue.answers
