"""Find the places that a message names."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz, process

from triage.places import gazetteer
from triage.places.place import Candidate, Kind, Place
from triage.signals.lexicon import root, roots, spelling

TOKEN = re.compile(r"[^\W_]+")
LONGEST = 4  # words in a name
LONGEST_TEXT = 8192  # characters; more is not read
SHORTEST_GUESS = 5  # letters
SURE, LIKELY = 80, 88  # likeness of a misspelt name: after a marker, without one
GUESSES = 48  # words of a message that may be misspelt places
MOST = 24  # names in a message; whoever lists more does not say where something is
ONLY_A_NAME = 2  # words
SHORT = {
    "1": "i",
    "2": "ii",
    "sel": "selatan",
    "sltn": "selatan",
    "slt": "selatan",
    "brt": "barat",
    "utr": "utara",
    "tmr": "timur",
}
DIRECTIONS = frozenset({"selatan", "barat", "utara", "timur", "tengah"})
EVEN = 3  # points of likeness that don't tell two names apart
SUFFIXES = ("ku", "nya", "mu", "ji", "mi", "ka", "ki", "kak", "pi")
VILLAGE: frozenset[Kind] = frozenset({"desa", "kelurahan"})
MEANT: dict[str, frozenset[Kind]] = {
    "desa": VILLAGE,
    "kelurahan": VILLAGE,
    "kecamatan": frozenset({"kecamatan"}),
    "kabupaten": frozenset({"kabupaten"}),
    "kota": frozenset({"kota", "kecamatan"}),
    "provinsi": frozenset({"provinsi"}),
}


class Token(NamedTuple):
    """A word of the message, where it stands, and what the marker before it says."""

    letters: str
    start: int
    end: int
    marker: str | None


class Match(NamedTuple):
    """Tokens that name a place, or one of several."""

    first: int
    last: int
    places: tuple[Candidate, ...]


def find(text: str) -> tuple[Place, ...]:
    """The places that a message names, each once, in its order; where two fit they are candidates to ask about."""
    tokens = tokens_of(text[:LONGEST_TEXT])
    matches: list[Match] = []
    at = 0
    while at < len(tokens) and len(matches) < MOST:
        match = longest(tokens, at)
        if match:
            matches.append(match)
            at = match.last + 1
        else:
            at += 1
    found: list[Place] = []
    for match in merged(matches, tokens):
        place = settled(match, matches, tokens, text)
        if not any(place.code == one.code and place.candidates == one.candidates for one in found):
            found.append(place)
    return tuple(found)


def tokens_of(text: str) -> list[Token]:
    """The words of a text, each with the marker before it. "jln", "desa" and the like are markers."""
    known = gazetteer.markers()
    found: list[Token] = []
    pieces = list(TOKEN.finditer(text))
    # A message that is nothing but a name answers the question where: nothing needs to stand before it.
    before: str | None = "arah" if len(pieces) <= ONLY_A_NAME else None
    for piece in pieces:
        word = piece.group().casefold()
        found.append(Token(SHORT.get(word, word), *piece.span(), before))
        before = known.get(word)
    return found


def longest(tokens: list[Token], at: int) -> Match | None:
    """The longest run of words from here that names a place: as written if it can be, else misspelt."""
    runs = []
    joined = ""
    for last in range(at, min(at + LONGEST, len(tokens))):
        joined += tokens[last].letters
        runs.append((last, joined))
    for look in (exact, misspelt) if at < GUESSES or tokens[at].marker else (exact,):
        for last, joined in reversed(runs):
            places = look(joined, tokens[at : last + 1])
            if places:
                return further(Match(at, last, places), tokens, runs) if look is exact else Match(at, last, places)
    return None


def further(match: Match, tokens: list[Token], runs: list[tuple[int, str]]) -> Match:
    """The same, or a longer name of which this is only the beginning: "luwu utra" is not Luwu."""
    for last, joined in reversed(runs):
        more = tokens[match.last + 1 : last + 1]
        if more and all(token.letters in DIRECTIONS or not ordinary_word(token.letters) for token in more):
            likely = process.extractOne(joined, gazetteer.near(), scorer=fuzz.ratio, score_cutoff=LIKELY)
            if likely:
                return Match(match.first, last, gazetteer.names()[likely[0]])
    return match


def exact(joined: str, run: list[Token]) -> tuple[Candidate, ...]:
    """Places of exactly this name, if the word is not an ordinary one here."""
    marker = run[0].marker
    places = gazetteer.names().get(joined, ())
    if not places and len(run) == 1:
        bare = next((joined.removesuffix(s) for s in SUFFIXES if joined.endswith(s)), joined)
        places = gazetteer.names().get(bare, ()) if len(bare) >= SHORTEST_GUESS else ()
        joined = bare
    need = gazetteer.ordinary().get(joined)
    if places and len(run) == 1 and places[0].code != gazetteer.ONLINE and joined in gazetteer.markers():
        return ()
    if (need == "penanda" and marker is None) or (need == "jelas" and marker in (None, "arah")):
        return ()
    places = fitting(places, marker)
    if len(run) == 1 and places and not any(p.code.startswith(gazetteer.PROVINCE_OF_HOME) for p in places):
        # "sabang" is a city far away, or Sabbang with one letter missing: ask.
        likely = process.extractOne(joined, gazetteer.near(), scorer=fuzz.ratio, score_cutoff=91)
        if likely and marker in (None, "arah", "kecamatan", "desa"):
            places += gazetteer.names()[likely[0]]
    return places


def misspelt(joined: str, run: list[Token]) -> tuple[Candidate, ...]:
    """Places of nearly this name. Words of the language are not taken for misspelt places."""
    marker = run[0].marker
    if len(joined) < SHORTEST_GUESS or joined.isdigit() or len(joined) > 30:
        return ()
    if any(token.letters in gazetteer.markers() for token in run):
        return ()
    if any(ordinary_word(token.letters) for token in run):
        return ()
    wanted = SURE if marker and (marker != "arah" or len(run) == 1) else LIKELY
    likely = process.extract(joined, gazetteer.guessable(), scorer=fuzz.ratio, score_cutoff=wanted, limit=3)
    same = [gazetteer.names()[written] for written, score, _ in likely if score >= likely[0][1] - EVEN]
    return fitting(tuple(dict.fromkeys(place for group in same for place in group)), marker)


def ordinary_word(word: str) -> bool:
    """Whether this is a word of the language rather than a name."""
    under = root(word)
    affixed = under != word and len(under) >= 4 and (under in word or len(word) - len(under) >= 3)
    return word in roots() or word in spelling() or affixed


def fitting(places: tuple[Candidate, ...], marker: str | None) -> tuple[Candidate, ...]:
    """Of the places with a name, those that the word before it can mean."""
    kinds = MEANT.get(marker or "")
    if not kinds:
        return places
    fit = tuple(place for place in places if place.kind in kinds)
    return fit or places


def merged(matches: list[Match], tokens: list[Token]) -> list[Match]:
    """The matches without a district that only says where the village before or after it lies."""
    kept: list[Match] = []
    for match in matches:
        codes = [place.code for place in match.places]
        others = [one for one in matches if one is not match and close(one, match)]
        tells = any(
            any(inner.code.startswith(code + ".") for one in others for inner in one.places) for code in codes
        ) and all(place.kind not in VILLAGE or tokens[match.first].marker == "kecamatan" for place in match.places)
        also = any(
            any(place.kind in VILLAGE for place in one.places)
            and not any(place.kind in VILLAGE and tokens[match.first].marker == "desa" for place in match.places)
            and any(
                p.kind == "kecamatan" and any(v.code.startswith(p.code + ".") for v in one.places) for p in match.places
            )
            and not (match.first < one.first and tokens[one.first].marker == "kecamatan")
            and one.places != match.places
            for one in others
        )
        if not tells and not also:
            kept.append(match)
    return kept or matches


def close(one: Match, other: Match) -> bool:
    """Whether only a word or two stand between two names."""
    return 0 < max(one.first - other.last, other.first - one.last) <= 3


def settled(match: Match, matches: list[Match], tokens: list[Token], text: str) -> Place:
    """One place, if the rest of the message says which; else what is sure, and the candidates."""
    places = match.places
    around = [place for one in matches if one is not match for place in one.places]
    if len(places) > 1:
        within = tuple(p for p in places if any(p.code.startswith(o.code + ".") for o in around))
        places = within or places
    start, end = tokens[match.first].start, tokens[match.last].end
    words = text[start:end]
    if len(places) == 1:
        only = places[0]
        return Place(only.code, only.name, only.kind, words, start, end)
    sure = shared(places)
    known = gazetteer.by_code(sure) if sure else None
    return Place(sure, known.name if known else words, known.kind if known else None, words, start, end, places)


def shared(places: tuple[Candidate, ...]) -> str | None:
    """The deepest regency or district that all the places lie in."""
    paths = [place.code.split(".") for place in places]
    same = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        same.append(parts[0])
    return ".".join(same[:3]) if len(same) >= 2 else None
