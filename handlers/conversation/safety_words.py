"""What people type for the buttons of the questions on safe contact: both labels first."""

from __future__ import annotations

from collections.abc import Mapping

_YES = ("ya", "yes", "boleh", "iya", "ok", "mau")
_NO = ("tidak", "no", "jangan", "tidak usah", "gak", "tidak mau")
WORDS: Mapping[str, tuple[str, ...]] = {
    "sfirst-ya": ("ya boleh", "yes you may", *_YES),
    "sfirst-tidak": ("jangan tunggu saya menulis", "no wait until i write", "jangan dulu", *_NO),
    "shours-pagi": ("pagi (6–11)", "morning (6–11)", "pagi", "morning", "pagi hari"),
    "shours-siang": ("siang (11–15)", "midday (11–15)", "siang", "midday", "siang hari"),
    "shours-sore": ("sore (15–18)", "afternoon (15–18)", "sore", "afternoon", "petang"),
    "shours-malam": ("malam (18–22)", "evening (18–22)", "malam", "evening", "malam hari"),
    "shours-bebas": ("kapan saja", "any time", "bebas", "terserah", "anytime"),
    "shours-lain": ("jam lain", "other hours", "lain", "other"),
    "smore-ya": ("ya tambah", "yes add one", *_YES),
    "smore-tidak": ("tidak cukup", "no that is all", "cukup", "selesai", *_NO),
    "scover-pustaka": ("perpustakaan", "library", "pustaka", "buku"),
    "scover-sekolah": ("sekolah", "school"),
    "scover-klinik": ("puskesmas", "clinic", "klinik", "posyandu", "health centre"),
    "snews-ya": ("ya kabari", "yes tell me", "kabari", *_YES),
    "snews-tidak": ("tidak usah", "no need", *_NO),
    "sproof-none": ("tanpa kata", "no word", *_NO),
    "selse-tutup": ("tutup saja", "just hang up", "tutup", "hang up"),
    "selse-salah": ("bilang salah sambung", "say wrong number", "salah sambung", "wrong number"),
    "selse-nama": ("tanyakan bu rina dari perpustakaan", "ask for bu rina from the library", "bu rina", "perpustakaan"),
    "sdecoy-none": ("tanpa kata", "no word", *_NO),
    "salarm-ya": ("ya panggil diam-diam", "yes call silently", "panggil", *_YES),
    "salarm-tidak": ("tidak cukup tampilan biasa", "no only a harmless chat", *_NO),
}
