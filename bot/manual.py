"""The book and the table of moves as one page for officers and auditors, written from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.words import render
from cases import gates
from cases.book import PROCESSES, BookStep
from cases.book_page import standard
from cases.books import CrisisBook, ReferralBook, crisis_book, referral_book
from cases.case import HANDLED, Status
from cases.moves import MOVES, OPEN, Move
from cases.phrases import Arg, Phrase
from cases.profile import Profile
from cases.staff import Role

LANGUAGE = "id"
NOTHING = "–"
HEAD = """# Langkah dan wewenang

Halaman ini ditulis oleh `python -m bot book` dari tabel yang dijalankan bot. Jangan diubah dengan tangan: ubah tabelnya, lalu tulis ulang halaman ini.

Sumber: Perbup Luwu Utara 58/2023, Lampiran II. Tanda pelaksana pada bagan hilang dalam naskah; pelaksana bertanda ~ disimpulkan dari kalimatnya (R-01). Langkah bertanda *usulan* tidak ada dalam naskah yang kami miliki dan tidak diberi waktu baku (R-02). Identitas diminta, tetapi tidak pernah menjadi alasan menolak laporan (R-09). Hari berjalan terus untuk keselamatan, hari kerja untuk administrasi (R-15)."""  # noqa: E501
MOVES_HEAD = """## Tabel tindakan

Tindakan yang tidak tertulis di sini ditolak. Siapa pun yang sedang piket berwenang seperti petugas piket. *Pemegang*: manajer kasusnya, penggantinya, koordinator, atau kepala unit; selama kasus belum punya manajer, petugas yang piket. Siapa yang dikecualikan dari sebuah kasus tidak melihatnya sama sekali. Kolom langkah menyebut langkah yang selesai oleh tindakan itu; tanpa isi, dasarnya hanya dirujuk. Bukti yang tidak ada pada kasusnya sendiri (foto formulir, kelengkapan dokumen 5.8, hari pencarian, penerimaan rujukan) diperiksa saat tindakan dilakukan. Laporan yang digabungkan ikut ditutup dan hidup dalam kasus yang menampungnya."""  # noqa: E501
EVERY_ROLE = frozenset(Role) - {Role.ADMIN}
GROUPS = ((frozenset(Status), "semua"), (OPEN, "semua yang belum ditutup"), (HANDLED, "semua sejak ada manajer kasus"))


def manual(profile: Profile) -> str:
    """The whole page, in Markdown."""
    parts = [HEAD]
    for process, steps in PROCESSES.items():
        parts += [f"## Proses {process} · {_said(f'book-process-{process}')}", _steps(steps), *_branches(steps)]
    parts += _crisis(crisis_book(profile))
    parts += _referral(referral_book(profile))
    parts += [MOVES_HEAD, _moves(MOVES)]
    return "\n\n".join(parts) + "\n"


def _steps(steps: Iterable[BookStep]) -> str:
    rows = [
        (
            step.number,
            _said(step.key)
            + (" *(usulan)*" if step.is_proposal else "")
            + (" *(bila perlu)*" if step.optional else ""),
            "; ".join(("~" if actor.inferred else "") + _said(f"book-who-{actor.who}") for actor in step.actors),
            _papers(step.needs),
            _phrase(standard(step)),
            _papers(step.outputs),
            _said(f"book-gate-{step.gate}") if step.gate else NOTHING,
        )
        for step in steps
    ]
    return _table(("Langkah", "Kegiatan", "Pelaksana", "Syarat", "Waktu baku", "Hasil", "Pagar"), rows)


def _marks(step: BookStep) -> Iterable[str]:
    if step.is_proposal:
        yield "usulan"
    if step.optional:
        yield "bila perlu"


def _papers(names: Iterable[str]) -> str:
    return ", ".join(_said(f"book-paper-{name}") for name in names) or NOTHING


def _branches(steps: Iterable[BookStep]) -> list[str]:
    lines = [
        f"- **{step.number} {branch.code}** {_said(step.branch_key(branch))}" + (f" → {branch.to}" if branch.to else "")
        for step in steps
        for branch in step.branches
    ]
    return ["\n".join(lines)] if lines else []


def _crisis(book: CrisisBook) -> list[str]:
    rows = [
        (
            str(step.number),
            _said(f"crisis-{step.code}"),
            ", ".join(_said(f"crisis-actor-{actor}") for actor in step.actors),
            _phrase(step.standard),
        )
        for step in book.steps
    ]
    head = f"## Langkah darurat\n\nSumber: {book.source}. Keselamatan mendahului wawancara dan persetujuan."
    return [head, _table(("Langkah", "Kegiatan", "Pelaksana", "Waktu baku"), rows)]


def _referral(book: ReferralBook) -> list[str]:
    parts = [f"## Rujukan\n\nSumber: {book.source}. Dengan persetujuan korban."]
    rules = [f"{rule.number}. {_said(rule.key)}{' **(wajib)**' if rule.accompany else ''}" for rule in book.rules]
    parts += ["\n".join(rules)]
    for flow in book.flows:
        steps = [f"{nth}. {_said(key)}" for nth, key in enumerate(flow.keys, 1)]
        parts += [f"### {_said(f'book-flow-{flow.code}')}\n\n" + "\n".join(steps)]
    return parts


def _moves(moves: Iterable[Move]) -> str:
    rows = [
        (
            _said(f"book-move-{move.action}"),
            _statuses(move.source),
            _said(f"status-{move.to}") if move.to is not None else NOTHING,
            _roles(move),
            "; ".join(_needs(move)) or NOTHING,
            move.paragraph,
            ", ".join(move.fulfils) or NOTHING,
        )
        for move in moves
    ]
    return _table(("Tindakan", "Keadaan kasus", "Menjadi", "Siapa", "Syarat", "Dasar", "Langkah"), rows)


def _statuses(source: frozenset[Status]) -> str:
    known = next((name for statuses, name in GROUPS if statuses == source), "")
    return known or "; ".join(_said(f"status-{status}") for status in Status if status in source)


def _roles(move: Move) -> str:
    if move.roles == EVERY_ROLE:
        return "semua petugas"
    return ", ".join(_said(f"role-{role}") for role in Role if role in move.roles)


def _needs(move: Move) -> Iterable[str]:
    if move.own:
        yield _said("book-need-own")
    if move.second is not None:
        manages = move.second is gates.who_manages
        yield _said("book-need-second-manager" if manages else "book-need-second")
    if isinstance(move.gate, gates.After):
        key = "book-need-after-consent" if move.gate.asks_consent else "book-need-after"
        yield _said(key, steps=", ".join(move.gate.steps))
    elif move.gate is not None:
        yield _said(f"book-need-{getattr(move.gate, '__name__', '').replace('_', '-')}")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _said(key: str, **args: Arg) -> str:
    return _phrase(Phrase(key, args))


def _phrase(phrase: Phrase) -> str:
    return render(phrase, language=LANGUAGE, zone=ZoneInfo("UTC"), now=datetime.min.replace(tzinfo=UTC), markup=False)
