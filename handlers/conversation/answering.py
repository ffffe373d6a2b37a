"""What the report's table of questions needs: choices that depend on answers, readers, and ways to keep a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cases.messages import Style
from cases.phrases import Phrase
from handlers.conversation.asking import PICKS
from handlers.conversation.choosing import choose
from handlers.conversation.people import read_age
from handlers.conversation.phones import read_phone
from handlers.conversation.reading import each
from handlers.conversation.steps import SKIP, Answer, Answers, Choice, Kind, World
from handlers.conversation.story import FILES, file_kept, kept
from handlers.conversation.times import read_since, read_until
from handlers.conversation.victims import first_person, is_child, may_be_pregnant
from handlers.conversation.words import WORDS

#: Questions that have words of their own for a child who writes.
FOR_A_CHILD = each("victim age kind when danger state doer reach place village needs tell contact name more")

#: Questions that speak to whoever tells of themselves, rather than of "the victim".
FOR_ONESELF = frozenset({"state", "reach", "place"})

#: Buttons in a colour of their own.
STYLES = {"safe-tidak": Style.DANGER, "safe-ya": Style.SUCCESS, "send-kirim": Style.SUCCESS}

#: Buttons of `danger` that say the same as one of `now`: not asked twice.
SAME = each("parah senjata kurung bunuh")


def picks(step: str, *values: str) -> tuple[Choice, ...]:
    """The choices of a question: label `step-value`, and the words of the table."""
    return tuple(
        Choice(
            value,
            Phrase(f"{step}-{value}"),
            WORDS.get(f"{step}-{value}", ()),
            STYLES.get(f"{step}-{value}", Style.PLAIN),
        )
        for value in values
    )


def child_writes(answers: Answers) -> bool:
    """Whether it is a child who writes."""
    return answers.get("who") == "sa"


def asked(name: str) -> Callable[[Answers, World], Phrase]:
    """The words of a question: for a child, for oneself, for somebody who is being helped, or for anybody."""

    def words(answers: Answers, world: World) -> Phrase:
        if name in FOR_A_CHILD and child_writes(answers):
            return Phrase(f"ask-{name}-child")
        if name in FOR_ONESELF and answers.get("who") in ("sp", "sl"):
            return Phrase(f"ask-{name}-self")
        return Phrase("ask-place-urgent" if name == "place" and answers.get("urgent") else f"ask-{name}")

    return words


def has(step: str, value: str) -> Callable[[Answers], bool]:
    """Whether that value was chosen among several."""

    def chosen(answers: Answers) -> bool:
        values = answers.get(step)
        return isinstance(values, list) and value in values

    return chosen


def only_asks(answers: Answers) -> bool:
    """No violence is told of: somebody has a question."""
    return bool(answers.get("kind") == ["tanya"])


def victim_choices(answers: Answers, world: World) -> tuple[Choice, ...]:
    """A child who writes is asked about itself, everybody else about all."""
    return picks("victim", "pa", "la") if child_writes(answers) else picks("victim", "pd", "pa", "ld", "la")


def danger_choices(answers: Answers, world: World) -> tuple[Choice, ...]:
    """Signs of danger (WHO 2014, DA-5) that can be true of this victim and were not told a moment ago."""
    one = first_person(answers)
    told = answers.get("now")
    told = told if isinstance(told, list) else []
    values = ["parah", "luka", "ulang", "makin", "senjata", "cekik", "bunuh", "ancam"]
    values += ["hamil"] if may_be_pregnant(answers) else []
    values += [] if is_child(one) else ["cemburu", "pisah"]
    values += ["kurung"]
    alone = "asuh" in answers.get(PICKS, {}).get("danger", ())
    values += ["asuh"] if is_child(one) or not one or alone or "lain" in _ticked(answers, "state") else []
    values = [value for value in values if value not in SAME or value not in told]
    return picks("danger", *values, "none")


def state_choices(answers: Answers, world: World) -> tuple[Choice, ...]:
    """How the victim is; what can't be so is not asked."""
    one = first_person(answers)
    values = ["hamil"] if may_be_pregnant(answers) else []
    values += ["difabel"]
    values += [] if is_child(one) or "age" in one else ["tua"]
    values += ["guncang"]
    values += [] if "mati" in _ticked(answers, "now") else ["gelap"]
    return picks("state", *values, "lain", "none")


def _ticked(answers: Answers, step: str) -> list[str]:
    values = answers.get(step)
    return values if isinstance(values, list) else []


def safe_again(answers: Answers, value: Any, world: World) -> Answers:
    """ "Safe after all" takes back what was going on; once help is being called, nothing told is taken back."""
    if value != "ya" or answers.get("urgent"):
        return answers
    return {key: kept_value for key, kept_value in answers.items() if key != "now"}


def speaks_for(answers: Answers, value: Any, world: World) -> Answers:
    """Whoever speaks for themselves has said already of whom the report is."""
    return (
        {key: kept_value for key, kept_value in answers.items() if key != "victim"}
        if value in ("sp", "sl")
        else answers
    )


def until_of(answer: Answer, answers: Answers, world: World) -> int | None:
    return read_until(answer.text)


def since_of(answer: Answer, answers: Answers, world: World) -> int | str | None:
    return read_since(answer.text)


def doer_of(answer: Answer, answers: Answers, world: World) -> dict[str, Any] | None:
    """ "Kakak kelas umur 15": who, and how old."""
    age = read_age(answer.text, bare=False)
    if age is None:
        return None
    relation = choose(answer.text, picks("doer", *DOERS))
    return {"age": age} | ({"relation": relation} if relation else {})


DOERS = (
    "suami",
    "mantan",
    "pacar",
    "ortu",
    "tiri",
    "kel",
    "tetangga",
    "guru",
    "teman",
    "bos",
    "pejabat",
    "remaja",
    "asing",
)


def phone_of(answer: Answer, answers: Answers, world: World) -> str | None:
    return read_phone(answer.phone) or answer.phone or None if answer.kind is Kind.CONTACT else read_phone(answer.text)


def received(answer: Answer, answers: Answers, world: World) -> str:
    """A voice note or a video tells the story as well as words."""
    return "told" if answer.kind in FILES else answer.text


def tells(answers: Answers, value: Any, world: World) -> Answers:
    """What is told stands with everything else that was told, not twice."""
    if value in ("told", SKIP):
        return answers
    return kept({**answers, "tell": "told"}, Answer(Kind.TEXT, text=str(value)))


def card_of(answer: Answer, answers: Answers, world: World) -> Any:
    """The identity card as a photo, or its number as text."""
    if answer.kind in FILES:
        return {**file_kept(answer), "mime": answer.mime, "size": answer.size}
    return answer.text.strip()


def consent(answers: Answers, value: Any, world: World) -> Answers:
    """Sending is consent to the text that stands above the button, in the version that was shown."""
    return {**answers, "consent": {"version": world.profile.consent_version, "given": True}}
