"""A file that somebody sends is known by a ref of its own before anybody answers, and is kept where it is named."""

from __future__ import annotations

from dataclasses import replace

from cases.attaching import is_named
from cases.attachment import Attachment, AttachmentRef
from cases.messages import ChatId, Message
from cases.outcome import Outcome
from cases.phrases import says
from handlers.conversation.engine import Answer
from handlers.conversation.steps import Answers
from handlers.conversation.story import FILES, care_words
from handlers.heard import Heard
from handlers.refs import new_ref


def numbered(heard: Heard) -> Heard:
    """The same doing; a file in it has the ref under which it will be kept."""
    answer = heard.answer
    if answer is None or answer.kind not in FILES or not answer.file_id:
        return heard
    return replace(heard, answer=replace(answer, attachment=new_ref()))


def sent_in(heard: Heard, outcome: Outcome) -> Outcome:
    """The file as an attachment that waits to be fetched, if anything that is kept names it."""
    answer = heard.answer
    if answer is None or not answer.attachment or not is_named(AttachmentRef(answer.attachment), outcome):
        return Outcome()
    kept = Attachment(
        AttachmentRef(answer.attachment),
        heard.chat,
        str(answer.kind),
        answer.file_id,
        heard.at,
        unique_id=answer.unique_id,
        name=answer.name,
        mime=answer.mime,
        size=answer.size,
    )
    return Outcome(attachments=(kept,))


def cared_for(chat: ChatId, answer: Answer, answers: Answers) -> tuple[Message, ...]:
    """After a picture or a video: which pictures nobody needs, and what helps instead."""
    key = care_words(answer, answers)
    return (Message(chat, says(key)),) if key else ()
