"""Typed words made plain: lower case, without ornament, the short forms of chats written out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

#: What people write for what they mean. Left side after lowering and stripping.
SHORT_FORMS: dict[str, str] = {
    **dict.fromkeys(
        ("tdk", "tak", "gak", "ga", "gk", "g", "nggak", "ngga", "enggak", "engga", "ndak", "ndk", "nda", "endak"),
        "tidak",
    ),
    **dict.fromkeys(("td", "tda", "tdak", "kagak", "ora", "mboten", "tae'", "tae", "dek"), "tidak"),
    **dict.fromkeys(("sy", "sya", "aq", "ak", "gue", "gw", "gua"), "saya"),
    **dict.fromkeys(("y", "ya", "iya", "iy", "iyo", "iye", "iyye", "yup", "yoi", "yaa", "yah", "ho'o", "inggih"), "ya"),
    **dict.fromkeys(("sdh", "udh", "udah", "dah", "sdah", "uda"), "sudah"),
    **dict.fromkeys(("blm", "blom", "blum", "belom"), "belum"),
    **dict.fromkeys(("pr", "prp", "prmpn", "perempuang", "cewek", "cewe", "cwek", "cwe"), "perempuan"),
    **dict.fromkeys(("wanita", "female"), "perempuan"),
    **dict.fromkeys(("lk", "laki", "laki2", "lakilaki", "cowok", "cowo", "cwok", "pria", "male"), "laki-laki"),
    **dict.fromkeys(("thn", "th", "tahunn", "taon", "thun"), "tahun"),
    **dict.fromkeys(("bln", "bl"), "bulan"),
    **dict.fromkeys(("hr", "hri", "ari"), "hari"),
    **dict.fromkeys(("jm",), "jam"),
    **dict.fromkeys(("mnt", "mntt"), "menit"),
    **dict.fromkeys(("mggu", "mgg", "mingu"), "minggu"),
    **dict.fromkeys(("mlm", "malem"), "malam"),
    **dict.fromkeys(("kmrn", "kmren", "kemaren", "kmarin", "wingi"), "kemarin"),
    **dict.fromkeys(("skrg", "skg", "skrng", "skarang", "skr"), "sekarang"),
    **dict.fromkeys(("lbh", "lbih"), "lebih"),
    **dict.fromkeys(("ank", "anakku"), "anak"),
    **dict.fromkeys(("umr", "usia", "umurnya", "usianya", "umurku"), "umur"),
    **dict.fromkeys(("org",), "orang"),
    **dict.fromkeys(("yg",), "yang"),
    **dict.fromkeys(("dgn", "dg"), "dengan"),
    **dict.fromkeys(("krn", "karna"), "karena"),
    **dict.fromkeys(("bpk", "bpak"), "bapak"),
    **dict.fromkeys(("kec", "kecamatann", "kcmtn"), "kecamatan"),
    **dict.fromkeys(("ds", "desanya"), "desa"),
    **dict.fromkeys(("kel", "klrhn"), "kelurahan"),
    **dict.fromkeys(("kab",), "kabupaten"),
    **dict.fromkeys(("kls", "klas"), "kelas"),
    **dict.fromkeys(("hp", "ponsel", "handphone"), "hp"),
    **dict.fromkeys(("tlp", "tlpn", "telp", "telpon", "telefon", "tlpon", "nelpon", "call"), "telepon"),
    **dict.fromkeys(("tau", "tw", "taw"), "tahu"),
    **dict.fromkeys(("dl", "dlu", "dulunya"), "dulu"),
    **dict.fromkeys(("lg", "lgi"), "lagi"),
    **dict.fromkeys(("bgt",), "sekali"),
    **dict.fromkeys(("jgn", "jngan", "jangn"), "jangan"),
    **dict.fromkeys(("knl", "kenl"), "kenal"),
    **dict.fromkeys(("brp", "brapa", "brpa"), "berapa"),
    **dict.fromkeys(("mnt2",), "minta-minta"),
}  # fmt: skip

#: Words that must not be missed for a slip of the finger: "tidka aman" is not safe. With how alike they must be.
OFTEN_MISSPELT = (("tidak", 80), ("belum", 80), ("perempuan", 85), ("laki-laki", 88), ("kemarin", 86), ("sekarang", 86))

#: A "not" counts for so many words after it: "tidak begitu aman".
NOT_REACHES = 2
NEGATIONS = frozenset({"tidak", "bukan", "belum", "jangan", "tanpa", "no", "not", "never"})


def each(words: str) -> frozenset[str]:
    """The words of a table, written in one line."""
    return frozenset(words.split())


_NUMBER_WORDS = (
    "nol,kosong,zero satu,se,one dua,two tiga,three empat,ampat,four lima,five enam,anam,six tujuh,seven "
    "delapan,lapan,eight sembilan,nine sepuluh,ten sebelas,eleven duabelas,twelve tigabelas,thirteen "
    "empatbelas,fourteen limabelas,fifteen enambelas,sixteen tujuhbelas,seventeen delapanbelas,eighteen "
    "sembilanbelas,nineteen duapuluh,twenty"
)
NUMBERS: dict[str, int] = {
    word: number for number, words in enumerate(_NUMBER_WORDS.split()) for word in words.split(",")
}

_STRETCHED = re.compile(r"([a-z])\1{2,}")
_TOKEN = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*|\d+")
_GLUED = re.compile(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9]{1,3}\b)")
_CLAUSE = re.compile(r"[.,;:!?\n—–]+|\s-\s")
_PARTS = re.compile(r"[,;/+&\n]+|\s+(?:dan|sama|serta|and|juga|plus)\s+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, plain and written out: "Gk, ank sy 3thn!!" → tidak anak saya 3 tahun."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("–", "-"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found: list[str] = []
    for word in _TOKEN.findall(_STRETCHED.sub(r"\1", plain)):
        doubled = re.fullmatch(r"([a-z]+)2(nya)?", word)
        if word in SHORT_FORMS:
            found.append(SHORT_FORMS[word])
        elif doubled:
            found.append(f"{doubled[1]}-{doubled[1]}{doubled[2] or ''}")
        else:
            found += [SHORT_FORMS.get(part, part) for part in _GLUED.split(word) if part]
    return _join_numbers(tuple(_mended(word) for word in found))


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The word that was meant, where only its letters went astray."""
    for meant, likeness in OFTEN_MISSPELT:
        if abs(len(word) - len(meant)) <= 1 and fuzz.ratio(word, meant) >= likeness:
            return meant
    return word


def _join_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "dua belas" → "duabelas", "tiga puluh lima" → "35"; single number words stay as they are."""
    joined: list[str] = []
    index = 0
    while index < len(words):
        ones = NUMBERS.get(words[index], 10)
        following = words[index + 1] if index + 1 < len(words) else ""
        if 1 <= ones <= 9 and following == "belas":
            joined.append(str(10 + ones))
            index += 2
        elif 1 <= ones <= 9 and following == "puluh":
            rest = NUMBERS.get(words[index + 2], 10) if index + 2 < len(words) else 10
            joined.append(str(ones * 10 + (rest if 1 <= rest <= 9 else 0)))
            index += 3 if 1 <= rest <= 9 else 2
        else:
            joined.append(words[index])
            index += 1
    return tuple(joined)


def plain(text: str) -> str:
    """A text as its plain words, one space between them."""
    return " ".join(tokens(text))


def number_of(word: str) -> int | None:
    """The number that a word stands for, written in figures or in letters."""
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return NUMBERS.get(word)


def clauses(text: str) -> tuple[str, ...]:
    """A text cut where a reader takes breath."""
    return tuple(part.strip() for part in _CLAUSE.split(text) if part.strip())


def parts(text: str) -> tuple[str, ...]:
    """What is listed in a text: separated by commas, slashes, lines, "dan", "and"."""
    return tuple(part.strip() for part in _PARTS.split(text) if part.strip())


def holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase stands in a text, word by word; None if it doesn't, or if a "not" stands shortly before it."""
    for start in range(len(words) - len(phrase) + 1):
        if words[start : start + len(phrase)] != phrase:
            continue
        before = words[max(0, start - NOT_REACHES) : start]
        if NEGATIONS.isdisjoint(before) or phrase[0] in NEGATIONS:
            return start
    return None


def alike(one: str, other: str) -> float:
    """How alike two spellings are, 0 to 100."""
    return fuzz.ratio(one, other)
