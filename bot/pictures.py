"""Pictures that are drawn when they go out: the words of a page in the reader's language, and the page as text.

Numbers come from the core as JSON. A page that can't be drawn, or that Telegram does not take, goes as text.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from html import escape
from typing import Any

from bot.board_page import board_lines, board_page
from bot.words import keys
from cases.lengths import length
from cases.messages import Picture
from cases.monthly import month_name
from cases.phrases import Phrase, says
from letters.drawing import draw

log = logging.getLogger("laporaman.pictures")

Words = Callable[[Phrase], str]
Page = Mapping[str, Any]

MEASURES = ("taken", "contact", "outreach")
#: What stands in the bar of the outreaches, with the tone of its part.
STANDINGS = (("within", "good"), ("protected", "near"), ("late", "bad"), ("waiting", "wait"), ("ended", "over"))
#: More than these make the picture too long for a phone.
MOST_BREACHES = 8
LONGEST_REASON = 90
SECONDS_A_PICTURE_MAY_TAKE = 20


async def drawn(picture: Picture, words: Words, *, language: str) -> bytes | None:
    """The picture as PNG, drawn beside the loop; None, and a line in the log, where that does not work out."""
    try:
        page = json.dumps(page_of(picture, words, language=language))
        return await asyncio.wait_for(asyncio.to_thread(draw, picture.kind, page), SECONDS_A_PICTURE_MAY_TAKE)
    except Exception as problem:
        # Whatever it was, the figures must not be lost over it: they go as text.
        log.error("a picture could not be drawn kind=%s (%s)", picture.kind, type(problem).__name__)
        return None


def page_of(picture: Picture, words: Words, *, language: str) -> Page:
    """All that stands on the page, rendered."""
    told = json.loads(picture.figures)
    return board_page(told, words) if picture.kind == "board" else _figures_page(told, words, language)


def _figures_page(told: Mapping[str, Any], words: Words, language: str) -> Page:
    kinds = [kind for kind in told["kinds"] if kind["count"]]
    return {
        "unit": told["unit"],
        "title": words(says("figures-title")),
        "month": words(month_name(date.fromisoformat(told["month"]))),
        "empty": "" if told["count"] else words(says("figures-empty")),
        "counts": [{"label": words(says(f"figures-kind-{k['kind']}")), "value": str(k["count"])} for k in kinds],
        "measures": [
            {"label": words(says(f"figures-{measure}")), "rows": _rows(measure, kinds, words)}
            for measure in MEASURES
            if any(kind[measure]["n"] for kind in kinds)
        ],
        "bar": _bar(told["standing"], words),
        "breaches": _breaches(told["breaches"], words, language),
        "others": _others(told, words),
        "notes": _notes(told, words),
    }


def _notes(told: Mapping[str, Any], words: Words) -> list[str]:
    said = {"figures-note": told["count"], "figures-running": told["running"]}
    return [words(Phrase(key)) for key, holds in said.items() if holds]


def _rows(measure: str, kinds: list[Any], words: Words) -> list[Page]:
    """One row for each kind of alert; the longest bar is the longest time of this measure."""
    longest = max((kind[measure]["p90"] or 0 for kind in kinds), default=0) or 1
    rows: list[Page] = []
    for kind in kinds:
        times = kind[measure]
        few = times["p50"] is None
        if not times["n"]:
            continue
        rows.append(
            {
                "label": words(says(f"figures-kind-{kind['kind']}")),
                "n": f"n = {times['n']}",
                "few": words(says("figures-few")) if few else "",
                "p50": "" if few else _span(times["p50"], words),
                "p90": "" if few else _span(times["p90"], words),
                "p50_share": 0 if few else times["p50"] / longest,
                "p90_share": 0 if few else times["p90"] / longest,
            }
        )
    return rows


def _span(seconds: float, words: Words) -> str:
    return words(length(timedelta(seconds=seconds)))


def _bar(standing: Mapping[str, int], words: Words) -> Page:
    """How many of the emergencies were reached in time; those that still have time don't count yet, and protection by
    people on the spot counts apart."""
    met = standing["within"]
    judged = met + standing["protected"] + standing["late"]
    every = sum(standing.values())
    return {
        "label": words(says("figures-bar")),
        "value": f"{100 * met // judged} %" if judged else "–",
        "note": words(says("figures-bar-note", met=met, judged=judged)),
        "parts": [
            {
                "label": words(says(f"figures-standing-{name}")),
                "count": str(standing[name]),
                "share": standing[name] / every,
                "tone": tone,
            }
            for name, tone in STANDINGS
            if standing[name]
        ],
    }


def _breaches(breaches: list[Any], words: Words, language: str) -> Page:
    rows = [
        {
            "number": one["number"],
            "late": words(says("figures-not-yet")) if one["late"] is None else _span(one["late"], words),
            "reason": _reason(one["reason"], words, language),
        }
        for one in breaches[:MOST_BREACHES]
    ]
    more = len(breaches) - len(rows)
    return {
        "label": words(says("figures-breaches")),
        "rows": rows,
        "more": words(says("timeline-and-more", count=more)) if more else "",
    }


def _reason(reason: str, words: Words, language: str) -> str:
    """A reason from the buttons of the outreach form has words of ours; what was typed stands as typed."""
    if not reason:
        return words(says("figures-no-reason"))
    if f"olate-{reason}" in keys(language):
        return words(Phrase(f"olate-{reason}"))
    return reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}…"


def _others(told: Mapping[str, Any], words: Words) -> Page:
    tenths = round(10 * told["calls"] / told["count"]) if told["count"] else 0
    rows = [("calls", words(says("figures-tenths", whole=str(tenths // 10), tenth=str(tenths % 10))))]
    rows += [(name, str(told[name])) for name in ("unanswered", "returned", "paged", "found")]
    return {
        "label": words(says("figures-others")),
        "rows": [{"label": words(says(f"figures-{name}")), "value": value} for name, value in rows],
    }


def as_text(picture: Picture, words: Words, *, language: str, markup: bool) -> str:
    """The same page in lines, for when there is no picture."""
    if picture.kind == "board":
        return _lines(board_lines(json.loads(picture.figures), words), markup=markup)
    page = page_of(picture, words, language=language)
    lines = [f"{page['unit']} · {page['month']}"]
    if page["empty"]:
        return _lines([*lines, page["empty"]], markup=markup)
    lines += [" · ".join(f"{one['label']} {one['value']}" for one in page["counts"])]
    for measure in page["measures"]:
        lines += ["", f"{measure['label']}:"]
        lines += [f"{r['label']} ({r['n']}): {r['few'] or r['p50'] + ' · ' + r['p90']}" for r in measure["rows"]]
    if page["bar"]["parts"]:
        lines += ["", f"{page['bar']['label']}: {page['bar']['value']} ({page['bar']['note']})"]
        lines += [f"{part['label']}: {part['count']}" for part in page["bar"]["parts"]]
    if page["breaches"]["rows"]:
        lines += ["", f"{page['breaches']['label']}:"]
        lines += [f"{one['number']} · {one['late']} · {one['reason']}" for one in page["breaches"]["rows"]]
        lines += [page["breaches"]["more"]] if page["breaches"]["more"] else []
    lines += ["", *(f"{one['label']}: {one['value']}" for one in page["others"]["rows"]), "", *page["notes"]]
    return _lines(lines, markup=markup)


def _lines(lines: list[str], *, markup: bool) -> str:
    text = "\n".join(lines)
    return escape(text, quote=False) if markup else text
