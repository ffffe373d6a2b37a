"""The words of the buttons in the forms of processes 3 to 6, as they can also be typed."""

from __future__ import annotations

from collections.abc import Mapping

SERVICE_WORDS: Mapping[str, tuple[str, ...]] = {
    "nneeds-sehat": (
        "kesehatan",
        "health",
    ),
    "nneeds-psiko": (
        "pemulihan psikologis",
        "psychological recovery",
    ),
    "nneeds-sosial": (
        "rehabilitasi sosial",
        "social rehabilitation",
    ),
    "nneeds-hukum": (
        "hukum",
        "law",
    ),
    "nneeds-patbm": (
        "pendampingan oleh patbm",
        "accompaniment by patbm",
    ),
    "pluntil-30": (
        "1 bulan",
        "1 month",
    ),
    "pluntil-60": (
        "2 bulan",
        "2 months",
    ),
    "pluntil-90": (
        "3 bulan",
        "3 months",
    ),
    "plconf-ya": (
        "ya",
        "yes",
    ),
    "plconf-tidak": (
        "tidak",
        "no",
    ),
    "cfoff-tidak": (
        "tidak ikut",
        "no",
    ),
    "cfoff-ya": (
        "ikut korban menghendaki",
        "yes the victim wants it",
    ),
    "cfwho-korban": (
        "korban",
        "victim",
    ),
    "cfwho-keluarga": (
        "keluarga",
        "family",
    ),
    "cfwho-unit": ("uptd ppa",),
    "cfwho-sehat": (
        "kesehatan",
        "health",
    ),
    "cfwho-psiko": (
        "psikolog",
        "psychologist",
    ),
    "cfwho-dinsos": ("dinas sosial",),
    "cfwho-polisi": (
        "unit ppa polres",
        "police unit ppa",
    ),
    "cfwho-hukum": (
        "bantuan hukum",
        "legal aid",
    ),
    "cfwho-patbm": ("patbm",),
    "cfwho-prov": ("uptd ppa provinsi",),
    "cfwho-desa": (
        "pemerintah desa",
        "village",
    ),
    "agwho-korban": (
        "korban",
        "victim",
    ),
    "agwho-wali": (
        "wali",
        "guardian",
    ),
    "agwho-keluarga": (
        "keluarga",
        "family",
    ),
    "agok-setuju": (
        "setuju",
        "they agree",
    ),
    "agok-berubah": (
        "ingin diubah",
        "they want changes",
    ),
    "svkind-konseling": (
        "konseling",
        "counselling",
    ),
    "svkind-medis": (
        "medis",
        "medical",
    ),
    "svkind-psiko": (
        "psikologis",
        "psychological",
    ),
    "svkind-hukum": (
        "hukum",
        "legal",
    ),
    "svkind-sosial": (
        "rehabilitasi sosial",
        "social rehabilitation",
    ),
    "svkind-rumah": (
        "rumah aman",
        "safe house",
    ),
    "svkind-pulang": (
        "pemulangan",
        "return home",
    ),
    "svkind-rohani": (
        "bimbingan rohani",
        "spiritual guidance",
        "rohani",
    ),
    "svkind-kelompok": (
        "kelompok dukungan",
        "support group",
    ),
    "svtake-ya": (
        "mau ikut",
        "wants to join",
    ),
    "svtake-tidak": (
        "tidak dan itu boleh",
        "no and that is fine",
    ),
    "svby-unit": ("uptd ppa",),
    "svby-sehat": (
        "kesehatan",
        "health",
    ),
    "svby-psiko": (
        "psikolog",
        "psychologist",
    ),
    "svby-dinsos": ("dinas sosial",),
    "svby-polisi": (
        "unit ppa polres",
        "police unit ppa",
    ),
    "svby-hukum": (
        "bantuan hukum",
        "legal aid",
    ),
    "svby-patbm": ("patbm",),
    "svby-prov": ("uptd ppa provinsi",),
    "mdwish-ya": (
        "ya",
        "yes",
    ),
    "mdwish-tidak": (
        "tidak",
        "no",
    ),
    "acgo-lanjut": (
        "lanjut",
        "go on",
    ),
    "acgo-akhiri": (
        "akhiri",
        "end",
    ),
    "vneeds-sehat": (
        "kesehatan",
        "health",
    ),
    "vneeds-psiko": (
        "pemulihan psikologis",
        "psychological recovery",
    ),
    "vneeds-sosial": (
        "rehabilitasi sosial",
        "social rehabilitation",
    ),
    "vneeds-hukum": (
        "hukum",
        "law",
    ),
    "vneeds-patbm": (
        "pendampingan oleh patbm",
        "accompaniment by patbm",
    ),
    "vneeds-cukup": (
        "tidak ada lagi",
        "none any more",
    ),
    "mpwhat-aman": (
        "keamanan",
        "safety",
    ),
    "mpwhat-sehat": (
        "kesehatan",
        "health",
    ),
    "mpwhat-psiko": (
        "perasaan",
        "feelings",
    ),
    "mpwhat-sosial": (
        "keluarga sekolah",
        "family school",
    ),
    "mpwhat-hukum": (
        "proses hukum",
        "legal process",
    ),
    "mpwhat-rencana": (
        "rencana berjalan",
        "plan carried out",
    ),
    "mphow-datang": (
        "kunjungan",
        "visits",
    ),
    "mphow-telepon": (
        "telepon",
        "telephone",
    ),
    "mphow-mitra": (
        "lewat mitra",
        "through partners",
    ),
    "enplan-ya": (
        "ya seluruhnya",
        "yes all of it",
    ),
    "enplan-belum": (
        "belum",
        "not yet",
    ),
    "enwell-ya": (
        "ya",
        "yes",
    ),
    "enwell-belum": (
        "belum",
        "not yet",
    ),
    "prwho-korban": (
        "korban",
        "victim",
    ),
    "prwho-wali": (
        "wali",
        "guardian",
    ),
    "prwho-keluarga": (
        "keluarga",
        "family",
    ),
    "sgwho-korban": (
        "korban",
        "victim",
    ),
    "sgwho-wali": (
        "wali",
        "guardian",
    ),
    "sgwho-keluarga": (
        "keluarga",
        "family",
    ),
    "fbsafe-ya": (
        "ya",
        "yes",
    ),
    "fbsafe-agak": (
        "sebagian",
        "partly",
    ),
    "fbsafe-belum": (
        "belum",
        "not yet",
    ),
    "athow-phone": (
        "telepon",
        "telephone",
    ),
    "athow-visit": (
        "kunjungan",
        "visit",
    ),
    "athow-others": (
        "lewat orang lain",
        "through others",
    ),
    "osground-menolak": (
        "menolak didampingi",
        "refuses to be accompanied",
    ),
    "osground-hilang": (
        "keberadaan tidak diketahui",
        "whereabouts unknown",
    ),
    "osground-meninggal": (
        "meninggal dunia",
        "died",
    ),
    "oswho-korban": (
        "korban",
        "victim",
    ),
    "oswho-wali": (
        "wali",
        "guardian",
    ),
    "oswho-keluarga": (
        "keluarga",
        "family",
    ),
    "oswho-pelaku": (
        "terduga pelaku",
        "alleged offender",
    ),
    "ossafe-ya": (
        "ya aman",
        "yes safe",
    ),
    "ossafe-tidak": (
        "belum aman",
        "not safe",
    ),
    "clinfo-info": (
        "info",
        "hanya informasi sudah dijawab",
        "only information answered",
    ),
    "clinfo-bukan": (
        "bukan laporan",
        "not a report",
    ),
    "clinfo-salah": (
        "salah tekan atau coba-coba",
        "keliru",
        "coba-coba",
        "by mistake or just a try",
    ),
    "rowhy-lagi": (
        "kekerasan terjadi lagi",
        "violence has come back",
    ),
    "rowhy-minta": (
        "korban meminta bantuan lagi",
        "the victim asks for help again",
    ),
    "rowhy-temu": (
        "korban ditemukan",
        "they were found",
    ),
    "rowhy-keliru": (
        "ditutup keliru",
        "closed by mistake",
    ),
}
