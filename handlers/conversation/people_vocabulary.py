"""The words by which the buttons of people, files and intake can be typed, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from cases.phrases import Phrase
from handlers.conversation.steps import Choice

WORDS: Mapping[str, tuple[str, ...]] = {
    "ykind-victim": (
        "korban",
        "victim",
        "anak korban",
        "yang dilukai",
    ),
    "ykind-reporter": (
        "pelapor",
        "reporter",
    ),
    "ykind-offender": (
        "terduga pelaku",
        "alleged offender",
        "pelaku",
        "offender",
    ),
    "ykind-guardian": (
        "wali",
        "guardian",
    ),
    "yfields-name": (
        "nama",
        "name",
    ),
    "yfields-sex": (
        "jenis kelamin",
        "sex",
    ),
    "yfields-age": (
        "umur atau tanggal lahir",
        "age or day of birth",
    ),
    "yfields-nik": ("nik",),
    "yfields-phone": (
        "telepon",
        "telephone",
    ),
    "yfields-address": (
        "alamat",
        "address",
    ),
    "yfields-relation": (
        "hubungan",
        "relation",
    ),
    "yfields-education": (
        "pendidikan",
        "education",
    ),
    "yfields-occupation": (
        "pekerjaan",
        "occupation",
    ),
    "yfields-disability": (
        "disabilitas",
        "disability",
    ),
    "yfields-note": (
        "catatan",
        "note",
    ),
    "yfields-remove": ("salah catat", "a mistake"),
    "ysex-P": (
        "perempuan",
        "p",
        "pr",
        "wanita",
        "woman",
    ),
    "ysex-L": (
        "laki-laki",
        "l",
        "lk",
        "pria",
        "man",
    ),
    "ymore-ya": (
        "ya",
        "yes",
        "iya",
    ),
    "ymore-cukup": (
        "cukup dulu",
        "enough for now",
        "cukup",
        "tidak",
        "no",
    ),
    "yjoinok-ya": (
        "ya gabungkan",
        "yes join it",
        "ya",
        "iya",
        "yes",
    ),
    "yuntil-1": (
        "besok",
        "tomorrow",
    ),
    "yuntil-3": (
        "3 hari lagi",
        "in 3 days",
    ),
    "yuntil-7": (
        "1 minggu",
        "1 week",
    ),
    "yuntil-14": (
        "2 minggu",
        "2 weeks",
    ),
    "xchannel-datang": (
        "datang langsung",
        "in person",
        "datang",
    ),
    "xchannel-telepon": (
        "telepon",
        "telephone",
        "telp",
        "telpon",
        "phone",
    ),
    "xchannel-surat": (
        "surat",
        "letter",
    ),
    "xchannel-medsos": (
        "media sosial",
        "social media",
        "medsos",
        "facebook",
        "wa",
        "instagram",
    ),
    "xchannel-mitra": (
        "mitra",
        "partner",
    ),
    "xwhen-0": (
        "baru saja",
        "just now",
        "sekarang",
        "now",
    ),
    "xwhen-60": (
        "1 jam lalu",
        "1 hour ago",
    ),
    "xwhen-180": (
        "3 jam lalu",
        "3 hours ago",
    ),
    "xwhen-1440": (
        "kemarin jam ini",
        "yesterday at this hour",
    ),
    "xpfa-ya": (
        "sudah",
        "yes",
        "ya",
    ),
    "xpfa-tidak": (
        "tidak perlu",
        "not needed",
        "tidak",
        "no",
    ),
    "xpfa-belum": (
        "belum",
        "not yet",
    ),
    "xsend-simpan": (
        "simpan",
        "keep it",
        "keep",
    ),
}


def picks(step: str, *values: str) -> tuple[Choice, ...]:
    """Buttons of a question, each labelled `step-value`, with the words by which it can be typed."""
    return tuple(Choice(str(value), Phrase(f"{step}-{value}"), WORDS.get(f"{step}-{value}", ())) for value in values)
