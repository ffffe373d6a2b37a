"""What an officer's words are looked through for before they go to somebody in distress. It hints, it never forbids.

The sayings are those that hurt or promise what nobody can (domain, 2f): blame, patience, certainty, the offender's
word, peace at any price.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: "tidak" as people type it.
_NOT = r"(?:tidak|tdk|tak|nggak|enggak|ngga|nda|gak|ga|gk|ndak)"
_YOU = r"(?:(?:anda|kamu|ibu|bapak|mbak|kakak|dek|adik|kau|bu|pak)\s+)?"
#: The saying, and what is said about it.
SAYINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        (
            "blame",
            rf"\b(?:kenapa|mengapa|knp|ngapain)\s+{_YOU}(?:baru|{_NOT}|mau|masih|diam|bertahan|kembali|balik)\b"
            r"|(?<!bukan )\b(?:itu |ini )?(?:salah|kesalahan)(?:nya)? (?:anda|kamu|ibu|sendiri|mu)\b"
            r"|(?<!bukan )\bsalahmu\b|\bseharusnya (?:anda|kamu|ibu) (?:tidak|tdk|jangan|sudah)\b"
            r"|\bwhy (?:didn'?t|don'?t) you\b|(?<!not )\byour fault\b",
        ),
        (
            "patience",
            r"\b(?:yang |ber)?sabar(?:lah| ya| dulu| saja)?\b|\bbe patient\b|\btenang saja\b|\bikhlas(?:kan)?\b",
        ),
        (
            "promise",
            r"\bpasti (?:\w+ )?(?:selesai|beres|aman|ditangkap|dihukum|menang|sembuh|berhasil|dipenjara)\b"
            r"|\b(?:kami|saya) (?:jamin|janji|pastikan)\b|\bdijamin\b|\btidak akan ada yang tahu\b"
            r"|\b(?:will|is) (?:certainly|definitely) \w+|\bi promise\b|\bguarantee",
        ),
        ("doubt", r"\b(?:apa(?:kah)? )?(?:anda|kamu|ibu) yakin\b|\bbenar(?:kah)? (?:itu )?terjadi\b|\bare you sure\b"),
        ("offender", r"\b(?:menurut|kata|versi) (?:terduga )?(?:pelaku|suami(?: anda|mu)?|dia)\b|\bhe says\b"),
        (
            "peace",
            r"\bberdamai\b|\bdamai saja\b|\bmengalah(?:lah)?\b|\bmaafkan(?:lah)?\b|\bdemi (?:anak|keluarga)\b"
            r"|\bcabut (?:saja )?laporan\b|\bforgive him\b",
        ),
    )
)
_PHONE = re.compile(r"(?<!\d)(?:\+?62|0)[\s.-]?\d(?:[\s.-]?\d){6,12}(?!\d)")
_ADDRESS = re.compile(
    r"\b(?:jalan|jln|jl|gang|gg|lorong|lr|dusun|dsn|rt|rw|blok|perumahan|kompleks|alamat(?:nya|mu)?|rumah aman|shelter"
    r"|kos|kontrakan|rumah singgah|safe house|street|address)\b"
)
#: A shorter part of a name is in too many words.
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Concerns:
    """What was found: `risks` (phone, address, name) ask "are you sure?", `sayings` are the keys of kind hints."""

    risks: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.risks or self.sayings)


def concerns(text: str, names: Iterable[str] = ()) -> Concerns:
    """What in these words could give somebody away or hurt; `names` are those of the people of the case."""
    plain = " ".join(text.casefold().split())
    words = set(re.findall(r"\w+", plain))
    named = {part for name in names for part in re.findall(r"\w+", name.casefold()) if len(part) >= SHORTEST_NAME}
    found = {"phone": bool(_PHONE.search(plain)), "address": bool(_ADDRESS.search(plain)), "name": bool(words & named)}
    return Concerns(
        risks=tuple(risk for risk, there in found.items() if there),
        sayings=tuple(key for key, pattern in SAYINGS if pattern.search(plain)),
    )
