"""What people tell beside and beyond the questions. Nothing of it is ever lost, whatever was being asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cases.attaching import ATTACHMENT
from cases.dialogue import Dialogue
from cases.phrases import Phrase, says
from handlers.conversation.phones import read_phone
from handlers.conversation.steps import Answer, Answers, Kind, Step

FILES = frozenset({Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.DOCUMENT})
#: So many words tell something; fewer are rather a slip while answering.
STORY_WORDS = 4
SHOWN = 160
#: What a file is that was sent "as a file", by the beginning of its type.
PICTURED = {"image/": Kind.PHOTO, "video/": Kind.VIDEO}


def keep_story(dialogue: Dialogue, answer: Answer) -> Dialogue:
    """The dialogue with what was just told or sent added to it; a place and a telephone number stand by themselves."""
    return replace(dialogue, answers=kept(dialogue.answers, answer))


def kept(answers: Answers, answer: Answer) -> dict[str, Any]:
    """The answers with a text, a file, a place or a number added."""
    more = dict(answers)
    if answer.kind is Kind.LOCATION and answer.latitude is not None and answer.longitude is not None:
        more["spot"] = {"latitude": answer.latitude, "longitude": answer.longitude}
    elif answer.kind is Kind.CONTACT and answer.phone:
        more["phone"] = read_phone(answer.phone) or answer.phone
    elif answer.kind in FILES and answer.file_id:
        entry = file_kept(answer) | {name: value for name, value in _about(answer).items() if value}
        more["story"] = [*answers.get("story", ()), entry]
    elif answer.kind is not Kind.PRESS and answer.text.strip():
        more["story"] = [*answers.get("story", ()), {"kind": "text", "text": answer.text}]
    return more


def file_kept(answer: Answer) -> dict[str, Any]:
    """A file that was sent, as it stands among the answers."""
    kept_as = {ATTACHMENT: answer.attachment} if answer.attachment else {}
    return {"kind": str(answer.kind), "file_id": answer.file_id, **kept_as}


def _about(answer: Answer) -> dict[str, Any]:
    return {"text": answer.text, "size": answer.size, "mime": answer.mime}


def _pictured(answer: Answer) -> Kind | None:
    """Whether a file is a picture or a video, however it was sent."""
    if answer.kind is Kind.DOCUMENT:
        return next((kind for said, kind in PICTURED.items() if answer.mime.startswith(said)), None)
    return answer.kind if answer.kind in (Kind.PHOTO, Kind.VIDEO) else None


def care_words(answer: Answer, answers: Answers) -> str:
    """The words about intimate pictures that fit who writes; empty after anything but a picture or a video."""
    if not answer.file_id or _pictured(answer) is None:
        return ""
    return "file-care-child" if _child_writes(answers) else "file-care"


def _child_writes(answers: Answers) -> bool:
    return answers.get("who") == "sa"


def acknowledgement(answer: Answer, answers: Answers) -> Phrase:
    """What we say to something that was told or sent."""
    if answer.kind is Kind.TEXT:
        return says("heard-story")
    if answer.kind is Kind.OTHER or not (answer.file_id or answer.phone or answer.latitude is not None):
        return says("heard-other")
    kept_as = _pictured(answer) or answer.kind
    return says(f"kept-{kept_as}{'-child' if _child_writes(answers) and care_words(answer, answers) else ''}")


#: Said to staff who sent a file: what reporters hear of private pictures would sound odd beneath a signed form.
RECEIVED = says("form-received")


def wanted(step: Step) -> Phrase:
    """What somebody at work did not give: told at once, for they know what they are doing."""
    if step.takes == {Kind.PHOTO} and not step.choices:
        return says("form-wants-photo")
    return says("form-not-fitting-skip" if step.optional else "form-not-fitting")


def has_told(answers: Answers) -> bool:
    """Whether something was told already that need not be asked for again: in words, or in a voice."""
    return any(
        entry["kind"] in ("voice", "video") or len(entry.get("text", "").split()) >= STORY_WORDS
        for entry in answers.get("story", ())
    )


def story(answers: Answers) -> tuple[Mapping[str, Any], ...]:
    """Everything that was told and sent, in the order in which it came."""
    return tuple(answers.get("story", ()))


def attachments(answers: Answers) -> tuple[Mapping[str, Any], ...]:
    """The photos, voice notes, videos and documents among it, the identity card included."""
    card = answers.get("card")
    cards = (card,) if isinstance(card, Mapping) and card.get("file_id") else ()
    return (*(entry for entry in story(answers) if entry.get("file_id")), *cards)


def story_line(entry: Mapping[str, Any]) -> Phrase:
    """One thing that was told or sent, in one phrase, in full; with a name where it is not the reporter's."""
    if entry.get("from"):
        return says("story-from", name=str(entry["from"]), what=story_line({**entry, "from": ""}))
    if entry["kind"] == "text":
        return says("story-text", text=str(entry["text"]))
    if entry.get("text"):
        return says(f"story-{entry['kind']}-said", text=str(entry["text"]))
    return says(f"story-{entry['kind']}")


def spot_line(spot: Mapping[str, Any]) -> Phrase:
    """A shared location as a link to a map."""
    return says("news-spot", latitude=str(spot["latitude"]), longitude=str(spot["longitude"]))


def shortened(text: str, *, letters: int = SHOWN) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= letters:
        return text
    return text[:letters].rsplit(" ", 1)[0] + "…"
