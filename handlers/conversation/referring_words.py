"""What people type for a button of the referral forms: its label in both languages first, then what else is said."""

from __future__ import annotations

from collections.abc import Mapping

from cases.phrases import Phrase
from handlers.conversation.steps import Choice

WORDS: Mapping[str, tuple[str, ...]] = {
    "need-medis": ("pemeriksaan dan pengobatan", "examination and treatment"),
    "need-jiwa": ("pemeriksaan kesehatan jiwa", "mental health examination"),
    "need-visum": ("visum dengan surat polisi", "visum with a police letter"),
    "need-psikolog": ("pemeriksaan psikolog", "examination by a psychologist"),
    "need-konsel": ("konseling dan pemulihan", "counselling and recovery"),
    "need-peksos": ("pekerja sosial", "social worker"),
    "need-rehab": ("rehabilitasi sosial", "social rehabilitation"),
    "need-rumah": ("rumah aman sementara", "temporary safe house"),
    "need-lindung": ("perlindungan segera", "immediate protection"),
    "need-lapor": ("menerima laporan polisi", "taking a police report"),
    "need-hukum": ("bantuan hukum", "legal aid"),
    "need-sidang": ("pendampingan di sidang", "accompaniment in court"),
    "need-damping": ("pendampingan di desa", "accompaniment in the village"),
    "need-pantau": ("pemantauan keluarga", "watching over the family"),
    "need-koord": ("koordinasi lintas daerah", "coordination between regions"),
    "need-pulang": ("pemulangan korban", "bringing the victim home"),
    "need-tangani": ("penanganan kasus", "handling of the case"),
    "rfshare-identitas": ("nama dan umur", "name and age", "nama", "umur", "name"),
    "rfshare-kontak": ("nomor dan alamat", "number and address", "nomor", "alamat", "number", "address"),
    "rfshare-kronologi": ("kronologi dalam surat", "chronology in the letter", "kronologi", "chronology"),
    "rfshare-none": ("tidak ada", "nothing", "none"),
    "rftold-ya": ("sudah dijelaskan", "it was explained", "ya", "sudah", "yes"),
    "rftold-belum": ("belum sempat", "not yet", "belum", "tidak", "no"),
    "rfwith-saya": ("saya sendiri", "i do", "saya", "me"),
    "rfwith-sana": ("petugas penerima di sana", "the receiver's own staff", "petugas sana", "mereka"),
    "rfwith-none": ("tanpa pendamping", "nobody", "tidak ada", "sendiri", "tanpa"),
    "rfwhen-0": ("baru saja", "just now", "sekarang", "barusan"),
    "rfwhen-60": ("1 jam lalu", "1 hour ago", "sejam lalu"),
    "rfwhen-180": ("3 jam lalu", "3 hours ago", "tiga jam lalu"),
    "rfnext-3": ("3 hari lagi", "in 3 days"),
    "rfnext-7": ("1 minggu lagi", "in 1 week", "seminggu lagi", "minggu depan", "next week"),
    "rfnext-14": ("2 minggu lagi", "in 2 weeks"),
    "rfnext-30": ("1 bulan lagi", "in 1 month"),
    "rfwhy-penuh": ("sedang penuh", "no room now", "penuh", "full"),
    "rfwhy-wenang": ("bukan wewenangnya", "not their authority", "bukan wewenang"),
    "rfwhy-layanan": ("layanannya tidak ada", "no such service", "tidak ada layanan"),
    "rfres-tuntas": ("layanan selesai diberikan", "the service was given", "selesai", "tuntas", "done"),
    "rfres-luput": ("korban tidak datang", "the victim did not come", "tidak datang"),
    "rfres-pindah": ("diteruskan ke lembaga lain", "passed on elsewhere", "diteruskan"),
    "rfdraw-perlu": ("tidak diperlukan lagi", "no longer needed", "tidak perlu lagi"),
    "rfdraw-korban": ("korban tidak menghendaki", "the victim does not want it", "korban tidak mau"),
    "rfdraw-salah": ("salah lembaga", "wrong institution", "salah"),
    "rfback-risiko": ("risikonya naik", "the risk went up", "risiko naik"),
    "rfback-desa": ("desa tidak sanggup menangani", "the village can't handle it", "desa tidak sanggup"),
    "rfback-tolak": ("penerima menolak", "the receiver declined", "ditolak"),
    "rfback-minta": ("diminta oleh penerima", "the receiver asked for it", "diminta"),
}  # fmt: skip


def choices(step: str, *values: str) -> tuple[Choice, ...]:
    """The choices of a question: label `step-value`, and its words."""
    return tuple(Choice(value, Phrase(f"{step}-{value}"), WORDS.get(f"{step}-{value}", ())) for value in values)
