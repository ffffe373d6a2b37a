"""What is written down comes back equal: any phrase, message, case, alert, visit, dialogue."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.alert import Alert, AlertState, Cause
from cases.case import Case, Channel, File, Joined, Lowering, Ruling, Status
from cases.dialogue import Dialogue
from cases.entry import Attached, Before, Entry, EntryKind
from cases.handling import Attempt, Consent, Done, Ground, Guardian, Handling, OneSided, Override, Signer, Unilateral
from cases.letter import Letter, LetterKind, LetterState
from cases.messages import Button, Lane, Message, Panel, Style
from cases.outcome import Judgement
from cases.party import Party, PartyKind
from cases.phrases import Arg, At, Phrase, Since, Until, says
from cases.referral import Progress, Referral, ReferralState
from cases.visit import Visit, VisitState
from storage.encoding import decision_from, read, read_free, write, write_free
from tests.storage.things import FACTS, NOW, case, message
from triage.decision import decide
from triage.facts import Facts, Offender, Victim

many = settings(max_examples=100, deadline=None, database=None)

# Anything a phone can send: NUL, half of a surrogate pair, right-to-left marks.
texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
# Without a zone: hypothesis gives them one.
YEARS = (datetime.fromisoformat("0001-01-02"), datetime.fromisoformat("9999-12-30"))
moments = st.datetimes(YEARS[0], YEARS[1], timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))]))
optional = st.none() | moments
numbers = st.integers(-(2**62), 2**62)
staff = st.integers(1, 10_000)
clocks = st.builds(At, moments) | st.builds(Since, moments) | st.builds(Until, moments)


def _more(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    phrase = st.builds(Phrase, texts, st.dictionaries(texts, inner, max_size=3))
    return phrase | st.lists(phrase, max_size=2).map(tuple)


args: st.SearchStrategy[Arg] = st.recursive(texts | numbers | st.dates() | clocks, _more, max_leaves=6)
phrases = st.builds(Phrase, texts, st.dictionaries(texts | st.just("$at"), args, max_size=4))
plain = st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | texts | st.dates() | moments
free = st.recursive(
    plain | phrases,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts | st.sampled_from(["$map", "$tuple", "$x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
told = st.dictionaries(texts, free, max_size=4)
buttons = st.builds(Button, phrases, texts, texts, numbers, texts, st.sampled_from(Style))
messages = st.builds(
    Message,
    to=numbers,
    phrase=phrases,
    lane=st.sampled_from(Lane),
    buttons=st.lists(st.lists(buttons, max_size=2).map(tuple), max_size=2).map(tuple),
    panel=st.sampled_from(Panel),
    slot=texts,
    replaces=st.booleans(),
    protect=st.booleans(),
    about_alert=texts,
    answers_press=texts,
    photo_id=texts,
    voice_id=texts,
    place=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
truths = st.none() | st.booleans()
facts = st.builds(
    Facts,
    victims=st.lists(
        st.builds(Victim, age=st.none() | st.integers(0, 120), sex=st.sampled_from([None, "P"])), max_size=2
    ).map(tuple),
    offender=st.builds(Offender, relation=st.sampled_from([None, "suami", "öğretmen"]), same_household=truths),
    violence=st.sampled_from([(), ("fisik",), ("seksual", "fisik")]),
    ongoing_now=truths,
    safe_now=truths,
    hours_since=st.none() | st.integers(0, 500),
    loc_victim=st.sampled_from([None, "73.22", "LN:MY", "daring"]),
)
risks = st.sampled_from([None, "RENDAH", "SEDANG", "TINGGI"])
judged = facts.map(lambda known: {"facts": known, "decision": decide(known)})
words = st.lists(texts, max_size=3).map(tuple)
attempts = st.lists(st.builds(Attempt, moments, texts, staff), max_size=2).map(tuple)
handlings = st.builds(
    Handling,
    done=st.lists(st.builds(Done, texts, moments, st.none() | staff, texts, st.integers(1, 9)), max_size=3).map(tuple),
    round=st.integers(1, 9),
    reviewed=st.integers(0, 9),
    started_at=optional,
    guardian=st.none() | st.builds(Guardian, texts, texts, staff, moments, st.booleans(), st.booleans()),
    consent=st.none() | st.builds(Consent, st.booleans(), st.sampled_from(Signer), moments, staff, words, texts, texts),
    override=st.none()
    | st.builds(Override, st.sampled_from(Ground), texts, staff, moments, st.none() | staff, optional),
    one_sided=st.none()
    | st.builds(OneSided, st.sampled_from(Unilateral), texts, staff, moments, attempts, st.none() | st.booleans()),
    attempts=attempts,
    rights=words,
    checked_at=optional,
    began=st.lists(moments, max_size=2).map(tuple),
)
cases = st.builds(
    lambda judged, **more: Case(**judged, **more),
    judged,
    ref=texts,
    number=texts,
    reporter=numbers,
    reported_at=moments,
    status=st.sampled_from(Status),
    answers=told,
    kecamatan=texts,
    language=texts,
    declared=st.booleans(),
    ruling=st.none() | st.builds(Ruling, risks, st.booleans(), staff, moments, texts, st.none() | staff),
    lowering=st.none() | st.builds(Lowering, risks, st.booleans(), staff, moments, texts),
    confirmed_at=optional,
    manager=st.none() | staff,
    assigned_at=optional,
    contacted_at=optional,
    contact_tries=st.integers(0, 99),
    closed_at=optional,
    handling=handlings,
    excluded=st.lists(staff, max_size=3).map(tuple),
    acting=st.none() | staff,
    channel=st.sampled_from(Channel),
    entered_by=st.none() | staff,
    file=st.sampled_from(File),
    sibling=st.none() | texts,
    reports=st.lists(st.builds(Joined, texts, texts, moments, staff, moments), max_size=2).map(tuple),
    joined_to=st.none() | texts,
    due_at=optional,
    version=st.integers(0, 99),
    extra=told,
)
entries = st.builds(
    Entry,
    ref=texts,
    case=texts,
    kind=st.sampled_from(EntryKind),
    at=moments,
    written_at=moments,
    by=staff,
    steps=words,
    told=told,
    files=st.lists(st.builds(Attached, texts, texts, texts), max_size=2).map(tuple),
    corrects=st.none() | texts,
    corrected_by=st.none() | texts,
    undone_at=optional,
    undone_by=st.none() | staff,
    before=st.none() | st.builds(Before, st.sampled_from(Status), handlings),
    version=st.integers(0, 99),
)
parties = st.builds(
    Party,
    ref=texts,
    case=texts,
    kind=st.sampled_from(PartyKind),
    name=texts,
    age=st.none() | st.integers(0, 120),
    born_on=st.none() | st.dates(),
    nik=texts,
    phone=texts,
    address=texts,
    removed=st.booleans(),
    version=st.integers(0, 99),
)
referrals = st.builds(
    Referral,
    ref=texts,
    case=texts,
    agency=texts,
    need=texts,
    state=st.sampled_from(ReferralState),
    sent_at=moments,
    sent_by=staff,
    scope=words,
    must_accompany=st.booleans(),
    received_at=optional,
    next_on=st.none() | st.dates(),
    progress=st.lists(st.builds(Progress, moments, texts, texts), max_size=2).map(tuple),
    rung=st.integers(0, 9),
    version=st.integers(0, 99),
)
letters = st.builds(
    Letter,
    ref=texts,
    case=texts,
    kind=st.sampled_from(LetterKind),
    number=texts,
    made_by=staff,
    made_at=moments,
    state=st.sampled_from(LetterState),
    page=told,
    about=texts,
    photo=texts,
    checked_by=st.none() | staff,
    signed_at=optional,
    photo_id=texts,
    version=st.integers(0, 99),
)
people = st.lists(staff, max_size=3).map(tuple)
alerts = st.builds(
    Alert,
    ref=texts,
    case=texts,
    cause=st.sampled_from(Cause),
    raised_at=moments,
    deadline_at=moments,
    state=st.sampled_from(AlertState),
    step=st.integers(0, 9),
    calls=st.integers(0, 9),
    climbing_since=optional,
    told=people,
    awaited=people,
    declined=people,
    taken_by=st.none() | staff,
    taken_at=optional,
    sign_at=optional,
    asked_at=optional,
    outreach_at=optional,
    ended_at=optional,
    version=st.integers(0, 99),
)
visits = st.builds(
    Visit,
    ref=texts,
    case=texts,
    nth=st.integers(1, 99),
    index=st.integers(0, 99),
    started_on=st.dates(),
    due_on=st.dates(),
    risk=risks,
    state=st.sampled_from(VisitState),
    outcome=texts,
    postponed=st.lists(texts, max_size=3).map(tuple),
    done_at=optional,
    version=st.integers(0, 99),
)
dialogues = st.builds(
    Dialogue,
    chat=numbers,
    flow=texts,
    step=texts,
    subject=texts,
    answers=told,
    path=st.lists(texts, max_size=3).map(tuple),
    case=texts,
    language=texts,
    nudged=st.booleans(),
    ended=st.booleans(),
    updated_at=optional,
)
judgements = st.builds(
    lambda judged, **more: Judgement(**judged, **more),
    judged,
    case=texts,
    at=moments,
    rules=texts,
    risk=risks,
    emergency=st.booleans(),
    by=st.none() | staff,
    second=st.none() | staff,
    reason=texts,
)
KINDS: dict[type[Any], st.SearchStrategy[Any]] = {
    Phrase: phrases,
    Message: messages,
    Case: cases,
    Alert: alerts,
    Visit: visits,
    Dialogue: dialogues,
    Judgement: judgements,
    Entry: entries,
    Party: parties,
    Referral: referrals,
    Letter: letters,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_comes_back_equal(kind: type[Any]):
    @many
    @given(KINDS[kind])
    def comes_back(value: Any) -> None:
        back = read(kind, write(value))
        assert back == value
        assert repr(_types(back)) == repr(_types(value))

    comes_back()


@many
@given(free)
def test_free_values_come_back_equal(value: Any):
    back = read_free(write_free(value))
    assert back == value
    assert _types(back) == _types(value)


def _types(value: Any) -> Any:
    """Equal is not enough: 1 and True, a list and a tuple must not be mixed up."""
    if isinstance(value, Phrase):
        return Phrase, {key: _types(part) for key, part in value.args.items()}
    if isinstance(value, list | tuple):
        return type(value), [_types(part) for part in value]
    if isinstance(value, dict):
        return {key: _types(part) for key, part in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return [_types(getattr(value, field.name)) for field in fields(value)]
    return datetime if isinstance(value, datetime) else type(value)


@pytest.mark.parametrize("value", [{1, 2}, object(), b"bytes", {1: "key"}, {"deep": [{("a",): 1}]}])
def test_what_cant_be_kept_is_refused(value: Any):
    with pytest.raises(TypeError):
        write_free(value)
    with pytest.raises(TypeError):
        write(case(answers={"x": value}))


def test_a_moment_without_its_zone_is_refused():
    naive = NOW.replace(tzinfo=None)
    for value in (case(reported_at=naive), case(answers={"at": naive}), says("x", at=At(naive))):
        with pytest.raises(ValueError, match="zone"):
            write(value)


def test_words_of_the_house_are_kept_as_texts():
    class Contact(StrEnum):
        REACHED = "reached"

    assert read_free(write_free({"how": Contact.REACHED, "lane": Lane.REST})) == {"how": "reached", "lane": 4}


def test_rows_of_another_version_of_the_code_still_open():
    older, newer = json.loads(write(case())), json.loads(write(case()))
    del older["contact_tries"], older["extra"]
    for since_0003 in ("handling", "excluded", "acting", "channel", "file", "reports", "joined_to", "due_at"):
        del older[since_0003]
    newer["colour"] = "blue"
    newer["decision"]["more"] = 1
    for known in (older, newer):
        assert read(Case, json.dumps(known).encode()) == case()


def test_what_a_message_does_not_say_is_not_written():
    assert len(write(message())) < 80


def test_decisions_come_back_with_routes_and_windows():
    known = Facts(violence=("seksual",), hours_since=10, ongoing_now=True, loc_victim="LN:MY")
    decision = decide(known)
    assert decision.routes
    assert decision.medical_windows.pep
    assert decision_from(json.loads(json.dumps(decision.to_json()))) == decision


def test_days_stay_days():
    assert read(Phrase, write(says("due", on=date(2026, 11, 20)))).args["on"] == date(2026, 11, 20)
    assert read(Phrase, write(says("at", at=datetime(2026, 11, 20, tzinfo=UTC)))).args["at"] == datetime(
        2026, 11, 20, tzinfo=UTC
    )
    assert read(Facts, write(FACTS)) == FACTS
