"""The words by which the buttons of the rota's forms can also be typed."""

from __future__ import annotations

_TODAY = ("hari ini", "today", "sekarang")
_TOMORROW = ("besok", "tomorrow")
_IN_TWO = ("lusa", "in 2 days", "2 hari lagi")
_IN_A_WEEK = ("minggu depan", "in a week", "next week", "7 hari lagi")

WORDS: dict[str, tuple[str, ...]] = {
    "rkind-week": ("giliran tiap minggu", "a shift every week", "tiap minggu", "mingguan", "every week", "weekly"),
    "rkind-extra": ("giliran satu kali", "a single shift", "satu kali", "sekali", "single", "once"),
    "rkind-leave": ("cuti atau izin", "leave", "cuti", "izin", "sakit"),
    "rkind-holiday": ("hari libur", "a holiday", "libur", "holiday"),
    "rdays-all": ("setiap hari", "every day", "tiap hari", "semua"),
    "rdays-work": ("senin-jumat", "monday-friday", "hari kerja", "senin sampai jumat", "working days"),
    "rdays-1": ("senin", "monday"),
    "rdays-2": ("selasa", "tuesday"),
    "rdays-3": ("rabu", "wednesday"),
    "rdays-4": ("kamis", "thursday"),
    "rdays-5": ("jumat", "friday", "jum'at"),
    "rdays-6": ("sabtu", "saturday"),
    "rdays-7": ("minggu", "sunday", "ahad"),
    "runtil-none": ("tanpa batas", "without end", "seterusnya", "terus", "tidak ada"),
    "rhol-also": ("tetap piket juga", "on duty too", "tetap piket", "tetap"),
    "rhol-not": ("tidak piket", "not on duty", "libur juga"),
    "rhol-only": ("hanya pada hari libur", "only on holidays", "hanya hari libur", "hanya libur"),
    "rlast-0": ("hari itu saja", "that day only", "sehari", "1 hari"),
    "rlast-1": ("2 hari", "2 days", "dua hari"),
    "rlast-2": ("3 hari", "3 days", "tiga hari"),
    "rlast-6": ("7 hari", "7 days", "seminggu"),
    "rsum-simpan": ("simpan", "keep", "ya", "save", "yes", "betul"),
}
for _step in ("rsince", "rday", "rfirst"):
    for _value, _words in (("0", _TODAY), ("1", _TOMORROW), ("2", _IN_TWO), ("7", _IN_A_WEEK)):
        WORDS[f"{_step}-{_value}"] = _words
