"""Places as people write them: the right code, and asked rather than guessed where two fit."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.facts import facts_from
from triage.places import find
from triage.places.gazetteer import districts, names, villages
from triage.signals.reading import rows
from triage.signals.train.messages import read_folder

HERE = Path(__file__).parent
WAYS = [
    tuple(line.split("\t"))
    for line in (HERE / "ways.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
ENOUGH = 0.95


def answered(text: str) -> str:
    found = find(text)
    if len(found) != 1:
        return f"{len(found)} places"
    return f"?{found[0].code or '-'}" if found[0].asks else found[0].code or "-"


def test_two_hundred_ways_to_write_places() -> None:
    wrong = [(text, code, answered(text)) for text, code in WAYS if answered(text) != code]
    assert len(WAYS) >= 200
    assert len(wrong) <= (1 - ENOUGH) * len(WAYS), wrong


def test_what_must_be_asked_is_never_guessed() -> None:
    assert [text for text, code in WAYS if code.startswith("?") and not answered(text).startswith("?")] == []


@pytest.mark.parametrize("row", villages(), ids=lambda row: row["village_code"])
def test_every_village_is_found_by_name_and_district(row: dict[str, str]) -> None:
    found = find(f"desa {row['village']}, kecamatan {row['district']}")
    assert [place.code for place in found] == [row["village_code"]]
    assert not found[0].asks


def test_every_district_is_found() -> None:
    for code, name in districts().items():
        assert [place.code for place in find(f"kecamatan {name}")] == [code]


@pytest.mark.parametrize("name", ["Benteng", "Tandung", "Pombakka", "Pengkendekan", "Salulemo"])
def test_names_that_occur_twice_are_asked_about(name: str) -> None:
    (place,) = find(f"desa {name}")
    assert len(place.candidates) == 2
    assert place.code == "73.22"


def test_the_place_stands_where_it_says() -> None:
    text = "sy lari dr Masamba ke kosku di Palopo tadi"
    assert [(place.words, text[place.start : place.end]) for place in find(text)] == [("Masamba",) * 2, ("Palopo",) * 2]


@pytest.mark.parametrize(
    "text", ["tidak sadar dipukul", "dia di serang orang", "mati lampu", "capek hidup", "batu dilempar", "tolong", ""]
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert find(text) == ()


def test_stories_name_few_places_by_mistake() -> None:
    """Most messages name no place: where one is seen, its letters are nearly those of a name."""
    texts = [one.text for one in read_folder()[::5]]
    assert sum(bool(find(text)) for text in texts) < 0.15 * len(texts)


def test_the_gazetteer_is_that_of_the_profile() -> None:
    with (HERE.parents[1] / "profiles" / "places" / "luwu_utara.csv").open(encoding="utf-8") as table:
        assert tuple(csv.DictReader(table)) == villages()
    assert len(villages()) == 173
    assert len(districts()) == 15


def test_every_code_is_one_that_facts_take() -> None:
    for places in names().values():
        for place in places:
            if "." in place.code or ":" in place.code or place.code == "daring":
                facts_from({"loc_victim": place.code})


def test_no_way_of_writing_is_given_two_codes() -> None:
    seen: dict[str, str] = {}
    for code, ways in rows("triage.places.tables", "aliases.tsv"):
        for way in ways.split():
            assert seen.setdefault(way, code) == code, way


@given(st.text(max_size=300) | st.lists(st.sampled_from([w for w, _ in WAYS]), max_size=12).map(" ".join))
def test_any_text_is_answered(text: str) -> None:
    for place in find(text):
        assert text[place.start : place.end] == place.words
        assert place.code or place.candidates
        assert len(place.candidates) != 1
