"""Who is in the story: the one it happened to, the one who did it, how old they are."""

from functools import cache
from typing import NamedTuple

from triage.signals.reading import rows
from triage.signals.scope import Sense
from triage.signals.words import Word
from triage.story.when import Told, number

TABLES = "triage.story.tables"
SELF = "saya"
ACTS = frozenset({"pukul", "cekik", "seksual", "kurung", "bunuh", "ancam", "ngamuk"})
REACH = 6  # words from a deed to its doer or victim
OLDEST = 110
YEARS = frozenset({"tahun", "thn", "th"})
FIRST_CLASS = {"sd": 6, "mi": 6, "smp": 12, "mts": 12, "sma": 15, "smk": 15, "ma": 15}  # age in class 0


class Kin(NamedTuple):
    """What the table says of a word for a person."""

    relation: str
    reporter: str
    sex: str
    stage: str


class Mention(NamedTuple):
    """A person in the story; `kin` is None for the writer."""

    kin: Kin | None
    first: int
    last: int


class Roles(NamedTuple):
    """Who suffers and who does it, as far as the words place them."""

    victim: Mention | None
    offender: Mention | None


@cache
def kin() -> dict[tuple[str, ...], Kin]:
    """Words for a person → what they say."""
    return {
        tuple(words.split("_")): Kin(*(cell.replace("-", "") for cell in cells))
        for words, *cells in rows(TABLES, "people.tsv")
    }


def mentions(words: list[Word]) -> list[Mention]:
    """Everybody in the story, in order; "kak" and "bu" at the edge of a sentence speak to us."""
    found: list[Mention] = []
    at = 0
    while at < len(words):
        pair = tuple(word.root for word in words[at : at + 2])
        if len(pair) == 2 and pair in kin():
            found.append(Mention(kin()[pair], at, at + 1))
            at += 2
            continue
        word = words[at]
        if (word.root,) in kin() and not spoken_to(words, at):
            found.append(Mention(kin()[(word.root,)], at, at))
        elif word.standard == SELF and not _belongs(words, at, found):
            found.append(Mention(None, at, at))
        at += 1
    return found


def spoken_to(words: list[Word], at: int) -> bool:
    """Whether "kak", "bu", "pak" or "mbak" only addresses the hotline."""
    short = words[at].written in ("kak", "kk", "ka", "bu", "pak", "mbak", "mba", "mas", "kakak")
    edge = at in (0, len(words) - 1) or words[at - 1].clause != words[at].clause
    last = at + 1 < len(words) and words[at + 1].clause != words[at].clause
    return short and (edge or last or words[at].written in ("kak", "kk", "bu", "mbak"))


def _belongs(words: list[Word], at: int, found: list[Mention]) -> bool:
    """Whether "saya" only says whose husband or child the one before is."""
    near = bool(found) and found[-1].kin is not None and found[-1].last == at - 1
    return near and words[at].clause == words[at - 1].clause


def roles(words: list[Word], deeds: list[Sense], people: list[Mention]) -> Roles:
    """Victim and offender by the first deed whose doer or sufferer the words place."""
    victim: Mention | None = None
    offender: Mention | None = None
    for deed in deeds:
        before = [one for one in people if one.last < deed.first and deed.first - one.last <= REACH]
        after = [one for one in people if one.first > deed.last and one.first - deed.last <= REACH]
        word = words[deed.first]
        passive = word.written.startswith("di") or (deed.first > 0 and words[deed.first - 1].standard == "di")
        if word.written.startswith("na") and word.root != word.written:
            to_self = word.written.endswith("ka") or any(
                w.written == "ka" for w in words[deed.last + 1 : deed.last + 2]
            )
            doer = next((one for one in (after + before[::-1]) if one.kin), None)
            sufferer = Mention(None, deed.first, deed.last) if to_self else next((o for o in after if o != doer), None)
        elif passive:
            doer = next((one for one in after if one.kin), None)
            sufferer = before[-1] if before else None
        else:
            doer = next((one for one in before[::-1] if one.kin), None)
            sufferer = next((one for one in after if one != doer), None)
        victim = victim or sufferer
        offender = offender or (doer if doer and doer.kin and doer.kin.relation else None)
        if victim and offender:
            break
    if victim and offender and victim.first == offender.first:
        victim = None
    return Roles(victim, offender)


def ages(words: list[Word]) -> list[Told]:
    """Every age told: "umur 3 thn", "14 thn", "kls 5 SD", "umur 8 bulan" (0)."""
    found: list[Told] = []
    for at, word in enumerate(words):
        before = words[at - 1].root if at else ""
        after = words[at + 1].standard if at + 1 < len(words) else ""
        next_but_one = words[at + 2].standard if at + 2 < len(words) else ""
        count = number(word)
        if count is None:
            continue
        if before in ("umur", "usia"):
            found.append(Told(0 if after in ("bulan", "hari", "minggu") else count, at - 1, at + (after != "")))
        elif before in ("kelas", "kls"):
            school = words[at + 1].written if at + 1 < len(words) else ""
            found.append(Told(count + FIRST_CLASS.get(school, 6), at - 1, at + (school in FIRST_CLASS)))
        elif (
            after in YEARS
            and next_but_one not in ("lalu", "yang", "penjara", "berhenti", "ini")
            and _not_a_span(before)
        ):
            found.append(Told(count, at, at + 1))
    return [one._replace(last=min(one.last, len(words) - 1)) for one in found if 0 <= one.value <= OLDEST]


def _not_a_span(before: str) -> bool:
    """Whether the years are an age: not "sudah 4 tahun", "selama 2 tahun"."""
    return before not in ("sudah", "selama", "sejak", "hampir", "lebih", "sekitar", "dari", "setelah", "tiap")


def owner(age: Told, people: list[Mention]) -> Mention | None:
    """Whose age it is: the nearest person before it, else the first after."""
    before = [one for one in people if one.last < age.first]
    return before[-1] if before else people[0] if people else None
