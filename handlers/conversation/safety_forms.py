"""The questions on safe contact: may we begin, when, what it looks like, and by which word we know each other.

`only` in the answers names the questions that are put; the others keep what was chosen before. Each can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cases.covers import COVERS, USUAL
from cases.phrases import Phrase, says
from cases.safe_contact import SafeContact, same_word
from cases.safe_words import stretch_words
from handlers.conversation.safety_words import WORDS
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Flow, Step, World, table
from handlers.conversation.times import read_clock
from handlers.conversation.words import COMMANDS
from triage.signals import listen

AMAN = "aman"
#: The stretches behind the words of the report's own question; of "any time" there is none.
STRETCHES: Mapping[str, tuple[int, int]] = {"pagi": (6, 11), "siang": (11, 15), "sore": (15, 18), "malam": (18, 22)}
#: What can be changed by itself, and the questions behind it.
PARTS: Mapping[str, tuple[str, ...]] = {
    "first": ("sfirst", "shours", "sfrom", "suntil", "smore"),
    "hours": ("shours", "sfrom", "suntil", "smore"),
    "cover": ("scover",),
    "news": ("snews",),
    "proof": ("sproof",),
    "else": ("selse",),
    "decoy": ("sdecoy", "salarm"),
}
ORDER = (*PARTS["first"], "scover", "snews", "sproof", "selse", "sdecoy", "salarm")
#: A child is asked less.
FOR_CHILDREN = (*PARTS["first"], "scover", "sproof")
IN_CHILDS_WORDS = frozenset({"sfirst", "shours", "scover", "sproof"})
NONE, OTHER, ANY = "none", "lain", "bebas"
LONGEST_WORD, SHORTEST_WORD, MOST_WORDS = 30, 3, 3
MOST_STRETCHES = 6
_SPAN = re.compile(r"(\d{1,2})(?:[.:]00)?\s*(?:-|–|sampai|s/d|sd|to|until)\s*(?:jam\s*)?(\d{1,2})(?:[.:]00)?")
_BETWEEN = re.compile(r"\b(?:jam|pukul|dan|and|atau|or)\b|[\s,;.&+]")
_BARE = re.compile(r"\s*(\d{1,2})\s*")


def _asked(name: str) -> Callable[[Answers, World], Phrase]:
    def words(answers: Answers, world: World) -> Phrase:
        return Phrase(f"ask-{name}-child" if answers.get("child") and name in IN_CHILDS_WORDS else f"ask-{name}")

    return words


def _picks(step: str, *values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, Phrase(f"{step}-{value}"), WORDS[f"{step}-{value}"]) for value in values)


def _hour_words(hour: int) -> Phrase:
    return says("rota-hour", hour=f"{hour:02}.00")


def _hours(answers: Answers, world: World) -> tuple[Choice, ...]:
    return tuple(Choice(str(hour), _hour_words(hour)) for hour in range(24))


def _hour_of(answer: Answer, answers: Answers, world: World) -> str | None:
    bare = _BARE.fullmatch(answer.text)
    if bare:
        return str(int(bare[1]) % 24) if int(bare[1]) <= 24 else None
    read = read_clock(answer.text)
    return str(int(read[:2])) if read is not None else None


def _hour_shown(value: Any, answers: Answers, world: World) -> Phrase:
    return _hour_words(int(value))


def _spans_of(answer: Answer, answers: Answers, world: World) -> list[str] | None:
    """ "8-12, 20 sampai 5": stretches as they are typed."""
    if _BETWEEN.sub("", _SPAN.sub("", answer.text.lower())):
        # Something else stands there: a button's own words, or a story with hours in it.
        return None
    hours = ((int(begin), int(end)) for begin, end in _SPAN.findall(answer.text))
    found = [f"{begin % 24}-{end % 24}" for begin, end in hours if max(begin, end) <= 24]
    return found[:MOST_STRETCHES] or None


def _chosen_shown(value: Any, answers: Answers, world: World) -> Phrase:
    chosen = value if isinstance(value, list) else [value]
    if not chosen:
        return says("value-none")
    return says("value-list", values=tuple(_named(str(one)) for one in chosen))


def _named(one: str) -> Phrase:
    begin, dash, end = one.partition("-")
    return stretch_words((int(begin), int(end))) if dash else says(f"shours-{one}")


def _one_more(answers: Answers, value: Any, world: World) -> Answers:
    """The stretch just chosen joins the others."""
    if not str(answers.get("sfrom", "")).isdigit() or not str(value).isdigit():
        return answers
    return {**answers, "spans": [*answers.get("spans", ()), f"{answers['sfrom']}-{value}"][:MOST_STRETCHES]}


def _again(answers: Answers, value: Any, world: World) -> Answers:
    if value != "ya":
        return answers
    return {key: kept for key, kept in answers.items() if key not in ("sfrom", "suntil", "smore")}


def _fine(answers: Answers) -> bool:
    chosen = answers.get("shours")
    return isinstance(chosen, list) and OTHER in chosen and answers.get("sfirst") != "tidak"


def _begins(answers: Answers) -> bool:
    return answers.get("sfirst") == "ya"


def is_fit(word: str) -> bool:
    """Whether a word can stand for something: no command of ours, and never one by which somebody cries for help."""
    plain = word.strip()
    if not SHORTEST_WORD <= len(plain) <= LONGEST_WORD or len(plain.split()) > MOST_WORDS or plain.startswith("/"):
        return False
    return not any(plain.lower() in said for said in COMMANDS.values()) and not listen(plain).alarm


def _word(other: str) -> Callable[[Answer, Answers, World], str | None]:
    """A word that is fit, and not the one chosen for the other thing."""

    def read(answer: Answer, answers: Answers, world: World) -> str | None:
        word = " ".join(answer.text.split())
        return word if is_fit(word) and not same_word(word, str(answers.get(other, ""))) else None

    return read


def _hidden(value: Any, answers: Answers, world: World) -> Phrase:
    """A word is never said again where it was asked for."""
    return says("safety-no-word" if value == NONE else "value-received")


QUESTIONS = table(
    Step("sfirst", _asked("sfirst"), _picks("sfirst", "ya", "tidak")),
    Step(
        "shours",
        _asked("shours"),
        _picks("shours", *STRETCHES, ANY, OTHER),
        many=True,
        alone=frozenset({ANY, OTHER}),
        columns=2,
        read=_spans_of,
        shown=_chosen_shown,
        clears=("sfrom", "suntil", "smore", "spans"),
        applies=lambda a: a.get("sfirst") == "ya" or bool(a.get("call")),
    ),
    Step("sfrom", _asked("sfrom"), _hours, columns=6, read=_hour_of, shown=_hour_shown, applies=_fine),
    Step(
        "suntil",
        _asked("suntil"),
        _hours,
        columns=6,
        read=_hour_of,
        shown=_hour_shown,
        keep=_one_more,
        applies=lambda a: _fine(a) and a.get("sfrom") != SKIP,
    ),
    Step(
        "smore",
        _asked("smore"),
        _picks("smore", "ya", "tidak"),
        columns=2,
        keep=_again,
        applies=lambda a: _fine(a) and SKIP not in (a.get("sfrom"), a.get("suntil")),
    ),
    Step("scover", _asked("scover"), _picks("scover", *COVERS), applies=_begins),
    Step("snews", _asked("snews"), _picks("snews", "ya", "tidak"), columns=2, applies=_begins),
    Step(
        "sproof",
        _asked("sproof"),
        _picks("sproof", NONE),
        free=True,
        read=_word("sdecoy"),
        shown=_hidden,
        private=True,
    ),
    Step("selse", _asked("selse"), _picks("selse", "tutup", "salah", "nama"), applies=lambda a: bool(a.get("call"))),
    Step(
        "sdecoy",
        _asked("sdecoy"),
        _picks("sdecoy", NONE),
        free=True,
        read=_word("sproof"),
        shown=_hidden,
        private=True,
        clears=("salarm",),
    ),
    Step(
        "salarm",
        _asked("salarm"),
        _picks("salarm", "ya", "tidak"),
        private=True,
        applies=lambda a: a.get("sdecoy") not in (None, SKIP, NONE),
    ),
)


def order(answers: Answers) -> tuple[str, ...]:
    """All questions, those of one part, or the few for a child."""
    only = answers.get("only")
    if only:
        return tuple(name for name in ORDER if name in only)
    return FOR_CHILDREN if answers.get("child") else ORDER


def from_report(answers: Answers, before: SafeContact, *, zone: str) -> SafeContact:
    """What the report's own questions have said already: how to be contacted, and when."""
    how = answers.get("contact")
    if how not in ("chat", "jam", "telp", "jangan"):
        return before
    chosen = answers.get("hours")
    stretches = tuple(STRETCHES[one] for one in chosen if one in STRETCHES) if isinstance(chosen, list) else ()
    if how == "jangan":
        return replace(before, first=False, zone=zone)
    if how == "telp":
        return replace(before, hours=stretches, zone=zone)
    if how == "jam" and not stretches and not (isinstance(chosen, list) and ANY in chosen):
        # "At certain hours", and none was named: that is no leave to write at any.
        return replace(before, zone=zone)
    return replace(before, first=True, hours=stretches if how == "jam" else (), zone=zone)


def known(answers: Answers) -> dict[str, Any]:
    """The answers of the report that need not be asked again here, and what it says of who is asked."""
    found: dict[str, Any] = {"call": bool(answers.get("phone")) and answers.get("phone") != SKIP}
    if answers.get("who") == "sa":
        found["child"] = True
    how, hours = answers.get("contact"), answers.get("hours")
    if how in ("chat", "jam"):
        found["sfirst"] = "ya"
    if how == "jangan":
        found["sfirst"] = "tidak"
    if how == "chat":
        found["shours"] = [ANY]
    elif isinstance(hours, list):
        found["shours"] = hours
    return found


def as_answers(safe: SafeContact) -> dict[str, Any]:
    """What was chosen before, as answers: so that one part can be changed alone."""
    found: dict[str, Any] = {}
    if safe.first is not None:
        found["sfirst"] = "ya" if safe.first else "tidak"
    found["sproof"], found["sdecoy"] = safe.proof or SKIP, safe.decoy or SKIP
    return found


def chosen(answers: Answers, before: SafeContact, *, zone: str) -> SafeContact:
    """What stands once the questions are through; what was not asked, or left out, stays as it was."""
    put = set(order(answers))

    def said(name: str) -> Any:
        value = answers.get(name)
        return value if name in put and value not in (None, SKIP) else None

    safe = replace(before, zone=zone, asked=True)
    if said("sfirst"):
        safe = replace(safe, first=said("sfirst") == "ya")
    if said("shours"):
        safe = replace(safe, hours=_stretches(answers, before))
    if said("scover"):
        safe = replace(safe, cover=str(said("scover")))
    if said("snews"):
        safe = replace(safe, news=said("snews") == "ya")
    if said("sproof"):
        safe = replace(safe, proof="" if said("sproof") == NONE else str(said("sproof")))
    if said("selse"):
        safe = replace(safe, otherwise=str(said("selse")))
    if said("sdecoy"):
        safe = replace(safe, decoy="" if said("sdecoy") == NONE else str(said("sdecoy")), alarm=False)
    if said("salarm"):
        safe = replace(safe, alarm=said("salarm") == "ya")
    return replace(safe, cover=safe.cover or USUAL) if safe.first else safe


def _stretches(answers: Answers, before: SafeContact) -> tuple[tuple[int, int], ...]:
    values = [str(one) for one in answers["shours"]]
    if ANY in values:
        return ()
    spans = [*(one for one in values if "-" in one), *(answers.get("spans", ()) if OTHER in values else ())]
    typed = [(int(begin), int(end)) for begin, _, end in (span.partition("-") for span in spans)]
    found = tuple(sorted({*typed, *(STRETCHES[one] for one in values if one in STRETCHES)}))
    # "Other hours", and then none: nothing was chosen.
    return found or before.hours


FLOW = Flow(AMAN, QUESTIONS, order, urgent=True, cancel=True)
SAFETY_FORMS = (FLOW,)
