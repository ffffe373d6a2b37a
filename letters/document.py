"""The same letter as an editable copy (.docx), part by part. Words come rendered; nothing in them is read as markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import zip_longest
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

Part = Mapping[str, Any]

#: A font that every office has.
FONT = "Times New Roman"
#: What is left between the margins.
WIDTH = 163.0
TICKED, OPEN = "☑", "☐"
GREY = RGBColor(0x55, 0x55, 0x55)


def write(page: str) -> bytes:
    """The letter with these words (JSON) as .docx."""
    told = json.loads(page)
    document = docx.Document()
    _sheet(document, told)
    _letterhead(document, told["head"])
    for part in told["parts"]:
        _part(document, part)
    _closing(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _sheet(document: Document, told: Part) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(26), Mm(21)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11.5)
    style.paragraph_format.space_after = Pt(5)
    document.core_properties.title = told["title"]
    document.core_properties.author = document.core_properties.comments = ""
    foot = section.footer.paragraphs[0]
    before, _, rest = told["foot"]["pages"].partition("\ue000")
    between, _, after = rest.partition("\ue001")
    _words(foot, f"{told['foot']['left']}\t{before}", size=8.5, grey=True)
    _field(foot, "PAGE")
    _words(foot, between, size=8.5, grey=True)
    _field(foot, "NUMPAGES")
    _words(foot, after, size=8.5, grey=True)
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    if told.get("draft"):
        section.header_distance = Mm(6)
        mark = section.header.paragraphs[0]
        mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _words(mark, told["draft"], bold=True, grey=True)


def _closing(document: Document) -> None:
    """Word wants a paragraph behind the last table; it must not open a page of its own."""
    last = document.add_paragraph()
    last.paragraph_format.space_after = Pt(0)
    _words(last, "", size=1)


def _letterhead(document: Document, head: Part) -> None:
    lines = head["lines"]
    for nth, line in enumerate(lines):
        written = _centred(document)
        _words(written, line, bold=nth > 0, size=14 if nth == len(lines) - 1 else 12)
        written.paragraph_format.space_after = Pt(1)
    if head["address"]:
        _words(_centred(document), head["address"], size=9.5)
    rule = document.add_paragraph()
    rule.paragraph_format.space_after = Pt(8)
    _words(rule, "", size=2)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    # Word is strict about the order: borders stand before spacing.
    rule._p.get_or_add_pPr().insert(0, borders)


def _part(document: Document, part: Part, *, keep: bool = False) -> None:
    before = len(document.paragraphs)
    if part["kind"] == "together":
        for inner in part["parts"]:
            _part(document, inner, keep=True)
        return
    PARTS[part["kind"]](document, part)
    if keep or part["kind"] in ("head", "sub"):
        for written in document.paragraphs[before:]:
            written.paragraph_format.keep_with_next = True


def _text(document: Document, part: Part) -> None:
    written = document.add_paragraph()
    written.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _words(written, part["words"])


def _note(document: Document, part: Part) -> None:
    _words(document.add_paragraph(), part["words"], size=9.5, italic=True)


def _head(document: Document, part: Part) -> None:
    written = document.add_paragraph()
    written.paragraph_format.space_before = Pt(6)
    _words(written, part["words"], bold=part["kind"] == "head", italic=part["kind"] == "sub")


def _title(document: Document, part: Part) -> None:
    _words(_centred(document), part["words"], bold=True, underline=True, size=13)
    if part["under"]:
        _words(_centred(document), part["under"])


def _centre(document: Document, part: Part) -> None:
    _words(_centred(document), part["words"], bold=True)


def _letter(document: Document, part: Part) -> None:
    grid = _grid(document, [19, 4, 92, 48])
    for row in part["rows"]:
        cells = grid.add_row().cells
        _fill(cells[0], row[0])
        _fill(cells[1], ":")
        _fill_or_dots(cells[2], row[1], 88)
    dated = grid.rows[0].cells[3].paragraphs[0]
    dated.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _words(dated, part["dated"])
    for line in ("", *part["to"], ""):
        written = document.add_paragraph()
        written.paragraph_format.space_after = Pt(1)
        _words(written, line)


def _rows(document: Document, part: Part) -> None:
    deep = 7 if part["deep"] else 0
    grid = _grid(document, [deep, 46, 4, WIDTH - 50 - deep] if deep else [46, 4, WIDTH - 50])
    for label, words in part["rows"]:
        cells = grid.add_row().cells[1 if deep else 0 :]
        _fill(cells[0], label)
        _fill(cells[1], ":")
        _fill_or_dots(cells[2], words, WIDTH - 54 - deep)
    _space(document)


def _clauses(document: Document, part: Part) -> None:
    grid = _grid(document, [26, 4, 7, WIDTH - 37])
    for label, items in part["clauses"]:
        for nth, item in enumerate(items or [""]):
            cells = grid.add_row().cells
            if nth == 0:
                _fill(cells[0], label)
                _fill(cells[1], ":")
            if items:
                _fill(cells[2], f"{nth + 1}." if len(items) > 1 else "")
                _fill(cells[3], item)
    _space(document)


def _list(document: Document, part: Part) -> None:
    grid = _grid(document, [8, WIDTH - 8])
    for nth, item in enumerate(part["items"], start=1):
        cells = grid.add_row().cells
        _fill(cells[0], f"{nth}." if part["mark"] == "1." else f"{chr(96 + nth)}.")
        _fill_or_dots(cells[1], item, WIDTH - 12)
    _space(document)


def _ticks(document: Document, part: Part) -> None:
    columns = part["columns"]
    grid = _grid(document, [WIDTH / columns] * columns)
    for row in zip_longest(*[iter(part["items"])] * columns):
        for cell, item in zip(grid.add_row().cells, row, strict=True):
            if item is not None:
                _fill(cell, f"{TICKED if item[0] else OPEN}  {item[1]}")
                cell.paragraphs[0].paragraph_format.left_indent = Mm(6)
                cell.paragraphs[0].paragraph_format.first_line_indent = Mm(-6)
    _space(document)


def _table(document: Document, part: Part) -> None:
    given = part["widths"]
    free = WIDTH - 13 * given.count(0)
    widths = [width / sum(given) * free if width else 13 for width in given]
    grid = _grid(document, widths, style="Table Grid")
    cells = grid.add_row().cells
    for cell, words in zip(cells, part["head"], strict=True):
        _fill(cell, words, bold=True, size=10)
    _repeats(grid.rows[0]._tr)
    for row in part["rows"]:
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            _fill(cell, words, size=10)
    _space(document)


def _lines(document: Document, part: Part) -> None:
    for _ in range(part["count"]):
        _dots(document.add_paragraph(), WIDTH)


def _signs(document: Document, part: Part) -> None:
    found = part["columns"]
    grid = _grid(document, [WIDTH / 2, WIDTH / 2])
    for pair in _pairs(found):
        row = grid.add_row()
        _unbroken(row._tr)
        for cell, one in zip(row.cells, pair, strict=True):
            if one is not None:
                _sign(cell, one)
    _space(document)
    if "paraf" in part:
        _paraf(document, part["paraf"])


def _pairs(found: list[Part]) -> list[tuple[Part | None, Part]]:
    """Two beside each other; who signs last, on the right."""
    pairs: list[tuple[Part | None, Part]] = list(zip(found[::2], found[1::2], strict=False))
    return [*pairs, (None, found[-1])] if len(found) % 2 else pairs


def _sign(cell: _Cell, one: Part) -> None:
    wanted = (
        (one["above"], False),
        (one["title"], True),
        ("\n\n", False),
        (one["name"] or "." * 40, bool(one["name"])),
    )
    for nth, (words, strong) in enumerate((*wanted, (one["under"], False))):
        if not words and nth:
            continue
        written = cell.paragraphs[0] if nth == 0 else cell.add_paragraph()
        written.alignment = WD_ALIGN_PARAGRAPH.CENTER
        written.paragraph_format.space_after = Pt(0)
        written.paragraph_format.keep_with_next = True
        _words(written, words, bold=strong)


def _paraf(document: Document, part: Part) -> None:
    grid = _grid(document, [32, 44, 24], style="Table Grid")
    for nth, row in enumerate((part["head"], *part["rows"])):
        cells = grid.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            _fill(cell, words, bold=nth == 0, size=8.5)
    _space(document)


def _copies(document: Document, part: Part) -> None:
    _words(document.add_paragraph(), part["words"])
    for nth, item in enumerate(part["items"], start=1):
        written = document.add_paragraph()
        written.paragraph_format.space_after = Pt(0)
        _words(written, f"{nth}. {item}")


PARTS: Mapping[str, Callable[[Document, Part], None]] = {
    "text": _text,
    "note": _note,
    "head": _head,
    "sub": _head,
    "title": _title,
    "centre": _centre,
    "letter": _letter,
    "rows": _rows,
    "clauses": _clauses,
    "list": _list,
    "ticks": _ticks,
    "table": _table,
    "lines": _lines,
    "signs": _signs,
    "copies": _copies,
}


def _centred(document: Document) -> Paragraph:
    written = document.add_paragraph()
    written.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return written


def _words(
    written: Paragraph,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    size: float = 0,
    grey: bool = False,
) -> None:
    run = written.add_run(words)
    run.bold, run.italic, run.underline = bold, italic, underline
    if size:
        run.font.size = Pt(size)
    if grey:
        run.font.color.rgb = GREY


def _fill(cell: _Cell, words: str, *, bold: bool = False, size: float = 0) -> None:
    written = cell.paragraphs[0]
    written.paragraph_format.space_after = Pt(2)
    _words(written, words, bold=bold, size=size)


def _fill_or_dots(cell: _Cell, words: str, width: float) -> None:
    if words:
        _fill(cell, words)
    else:
        _dots(cell.paragraphs[0], width)


def _dots(written: Paragraph, width: float) -> None:
    """A dotted line to the margin, to be written on."""
    written.paragraph_format.space_after = Pt(2)
    written.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    written.add_run("\t")


def _grid(document: Document, widths: list[float], *, style: str = "Normal Table") -> Any:
    grid = document.add_table(rows=0, cols=len(widths), style=style)
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    return grid


def _space(document: Document) -> None:
    written = document.add_paragraph()
    written.paragraph_format.space_after = Pt(0)
    _words(written, "", size=4)


def _field(written: Paragraph, name: str) -> None:
    """A number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    written._p.append(field)


def _repeats(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _unbroken(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
