"""The words the hotline knows: standard spellings, roots under affixes, words run together, near misses."""

from functools import cache

from triage.signals.reading import rows

TABLES = "triage.signals.tables"
SHORTEST_ROOT = 3
SHORTEST_PIECE = 3
LONG_WAY = 5  # letters of another way to write a word that may still carry affixes
LONGEST = 24  # letters
VOWELS = frozenset("aiueo'")


@cache
def spelling() -> dict[str, str]:
    """Every known way to write a word → the standard way."""
    known: dict[str, str] = {}
    for standard, *ways in rows(TABLES, "spelling.tsv"):
        for way in " ".join(ways).split():
            known.setdefault(way, standard)
    for word in roots():
        known.setdefault(word, word)
    return known | {standard: standard for standard, *_ in rows(TABLES, "spelling.tsv")}


@cache
def roots() -> frozenset[str]:
    """All words that an affix may be taken off to reach."""
    table = [(standard, " ".join(ways).split()) for standard, *ways in rows(TABLES, "spelling.tsv")]
    spelt = {standard for standard, _ in table} | {way for _, ways in table for way in ways if len(way) >= LONG_WAY}
    heard = {part for _, *cells in rows(TABLES, "vocabulary.tsv") for part in " ".join(cells).replace("_", " ").split()}
    plain = {word for cells in rows(TABLES, "plain_words.tsv") for word in " ".join(cells).split()}
    return frozenset(word for word in spelt | heard | plain if len(word) >= SHORTEST_ROOT)


@cache
def prefixes() -> dict[str, tuple[tuple[str, str], ...]]:
    """First letter → prefixes with the letter that each swallows."""
    shapes = [shape.partition("=") for shape in _affixes("awalan")]
    return {letter: tuple((p, s) for p, _, s in shapes if p[0] == letter) for letter in {p[0] for p, _, _ in shapes}}


@cache
def suffixes() -> tuple[str, ...]:
    """What may stand behind a root."""
    return _affixes("akhiran")


def _affixes(wanted: str) -> tuple[str, ...]:
    return tuple(shape for kind, shapes in rows(TABLES, "particles.tsv") if kind == wanted for shape in shapes.split())


@cache
def particles() -> frozenset[str]:
    """Little words that say nothing by themselves."""
    return frozenset(
        word for kind, shapes in rows(TABLES, "particles.tsv") if kind == "partikel" for word in shapes.split()
    )


def root(word: str) -> str:
    """The root under the affixes, or the word itself if none is known."""
    known = roots()
    if word in known or len(word) <= SHORTEST_ROOT + 1 or len(word) > LONGEST:
        return word
    stems = [swallowed + word[len(p) :] for p, swallowed in prefixes().get(word[0], ()) if word.startswith(p)]
    behind = suffixes()
    best = ""
    for stem in (word, *stems):
        if len(stem) > len(best) and stem in known:
            best = stem
        if stem.endswith(behind):
            for suffix in behind:
                if stem.endswith(suffix) and len(stem) - len(suffix) > len(best):
                    bare = stem[: -len(suffix)]
                    if bare in known:
                        best = bare
    return spelling().get(best, best) if len(best) >= SHORTEST_ROOT else word


def split(word: str) -> tuple[str, ...]:
    """Words run together, cut where two or three known words meet; empty if they don't."""
    known = spelling()
    for at in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
        head, tail = word[:at], word[at:]
        if head not in known:
            continue
        if tail in known:
            return known[head], known[tail]
        if root(tail) != tail:
            return known[head], tail
        for cut in range(len(tail) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
            if tail[:cut] in known and (tail[cut:] in known or root(tail[cut:]) != tail[cut:]):
                return known[head], known[tail[:cut]], known.get(tail[cut:], tail[cut:])
    return ()


def nearest(word: str) -> tuple[str, ...]:
    """The known word that differs by one dropped, doubled or wrong letter, or by its vowels; empty if none."""
    gone = shortened()
    for shape in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
        if shape in gone and abs(len(gone[shape]) - len(word)) <= 1:
            return (gone[shape],)
    bones = "".join(letter for letter in word if letter not in VOWELS)
    if len(bones) >= 3 and len(bones) >= len(word) - 1 and bones in skeletons():
        return (skeletons()[bones],)
    return ()


@cache
def shortened() -> dict[str, str]:
    """Each word of danger with any one letter missing → the word."""
    missing: dict[str, str] = {}
    for word in sorted(dangerous()):
        if len(word) >= 5:
            for at in range(len(word)):
                missing.setdefault(word[:at] + word[at + 1 :], word)
    return missing


@cache
def skeletons() -> dict[str, str]:
    """Consonants alone → the word of danger they stand for (dpkl → dipukul)."""
    bones: dict[str, str] = {}
    for word in sorted(dangerous()):
        for shape in (word, "di" + word, "me" + word):
            bare = "".join(letter for letter in shape if letter not in VOWELS)
            if len(bare) >= 3:
                bones.setdefault(bare, shape)
    return bones


@cache
def dangerous() -> frozenset[str]:
    """Single words of the vocabulary that are worth finding behind a typing mistake."""
    groups = frozenset(
        {
            "pukul",
            "cekik",
            "bunuh",
            "senjata",
            "kurung",
            "seksual",
            "parah",
            "dekat",
            "sembunyi",
            "tolong",
            "takut",
            "ngamuk",
            "ancam",
            "aman",
        }
    )
    return frozenset(
        word
        for group, *cells in rows(TABLES, "vocabulary.tsv")
        if group in groups
        for word in " ".join(cells).split()
        if "_" not in word and len(word) >= 4
    )
