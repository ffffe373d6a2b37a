"""What the linear model looks at: pieces of words, words in a row, groups of meaning. Each knows its words."""

from itertools import pairwise

from triage.signals.lexicon import particles
from triage.signals.scope import Sense, idioms, modes, negated, senses
from triage.signals.words import Word, cut

SHORT, LONG = 3, 5  # letters in a piece of a word
NEAR = 7  # words between two groups that may belong together
NEXT = 5  # groups after one that are paired with it
LONGEST_WORD = 48  # letters; more is noise
MODE = {"": "", "dulu": "<", "andai": "?", "rekaan": "*"}
FIGURE = "KIASAN"
START, END = "^", "$"

Places = tuple[int, ...]  # the words that a feature stands on
Family = dict[str, Places]


def letters(words: list[Word], figure: list[bool]) -> Family:
    """Pieces of each word as written: what is left when every table fails."""
    found: Family = {}
    for at, word in enumerate(words):
        if figure[at]:
            continue
        shape = f" {word.written[:LONGEST_WORD]} "
        place = (at,)
        for length in range(SHORT, LONG + 1):
            for i in range(len(shape) - length + 1):
                found[shape[i : i + length]] = place
    return found


def plain(words: list[Word], figure: list[bool], under: list[bool], told: list[str]) -> Family:
    """Standard words and roots, marked where a negation reaches or a tale is told, and neighbours in a row."""
    found: Family = {}
    little = particles()
    row: list[tuple[str, Places]] = [(START, ())]
    for at, word in enumerate(words):
        place = (at,)
        if figure[at]:
            found[FIGURE] = place
            row.append((FIGURE, place))
            continue
        found["w " + word.standard] = place
        if word.root != word.standard:
            found["r " + word.root] = place
        if under[at]:
            found["- " + word.root] = place
        if told[at]:
            found[MODE[told[at]] + " " + word.root] = place
        if word.standard not in little:
            row.append((word.root, place))
    row.append((END, ()))
    for (one, here), (two, there) in pairwise(row):
        found[f"{one} {two}"] = here + there
    return found


def groups(words: list[Word], heard: list[Sense], under: list[bool]) -> Family:
    """Groups of the vocabulary, negated or not, of now or not: alone, close together, and anywhere together."""
    found: Family = {}
    named = [(MODE[one.mode] + ("-" if one.negated else "") + one.group, (one.first, one.last)) for one in heard]
    for i, (name, place) in enumerate(named):
        found["g " + name] = place
        if heard[i].mode:
            found["g " + name[1:]] = place
        for other, there in named[i + 1 : i + NEXT + 1]:
            if there[0] - place[1] > NEAR:
                break
            found[f"{name}+{other}"] = place + there
    bare = dict(zip((("-" if one.negated else "") + one.group for one in heard), heard, strict=True))
    distinct = sorted(bare)
    for i, name in enumerate(distinct):
        for other in distinct[i + 1 :]:
            found[f"{name}&{other}"] = (bare[name].first, bare[other].first)
    found.update(in_a_row(words, heard, under))
    found["length " + str(min(len(words), 40).bit_length())] = ()
    return found


def in_a_row(words: list[Word], heard: list[Sense], under: list[bool]) -> Family:
    """Two and three words in a row, each named by its group where it has one."""
    found: Family = {}
    little = particles()
    group: dict[int, str] = {}
    for sense in heard:
        group.setdefault(sense.first, ("-" if under[sense.first] else "") + sense.group.upper())
    row = [(group.get(at, word.root), at) for at, word in enumerate(words) if word.standard not in little]
    for (one, here), (two, there) in pairwise(row):
        found[f"~{one} {two}"] = (here, there)
    for (one, here), (two, there), (three, beyond) in zip(row, row[1:], row[2:], strict=False):
        found[f"~{one} {two} {three}"] = (here, there, beyond)
    return found


def read(text: str) -> tuple[list[Word], list[Sense], dict[str, Family]]:
    """Words, groups and the families of features of a message."""
    words = cut(text)
    figure, under, told = idioms(words), negated(words), modes(words)
    heard = senses(words, figure=figure, under=under, told=told)
    return (
        words,
        heard,
        {
            "letters": letters(words, figure),
            "words": plain(words, figure, under, told),
            "groups": groups(words, heard, under),
        },
    )
