"""The things of the small world: people, chats, and the messages in them."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

Json = dict[str, Any]

PRIVATE, GROUP, SUPERGROUP, CHANNEL = "private", "group", "supergroup", "channel"


@dataclass(slots=True)
class Person:
    """Somebody with a telephone. `started` is true once the person has written to the bot."""

    id: int
    name: str
    username: str | None = None
    role: str = ""
    started: bool = False
    blocked: bool = False
    language: str = "id"
    shown: bool = True

    def user(self) -> Json:
        """The person as Telegram's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language
        return user


@dataclass(slots=True)
class Message:
    """One message of a chat, as it stands now. `serial` grows with every change anywhere in the world."""

    id: int
    chat_id: int
    sender: int
    date: int
    serial: int
    content: Json
    markup: Json | None = None
    silent: bool = False
    protected: bool = False
    reply_to: int | None = None
    edited_at: int | None = None
    deleted_at: int | None = None

    @property
    def inline(self) -> list[list[Json]]:
        """The rows of buttons under the message."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def words(self) -> str:
        """What one can read in it: the text, or the caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")


@dataclass(frozen=True, slots=True)
class Toast:
    """What a pressed button answered: a line that passes by, or an alert that must be closed."""

    serial: int
    query: str
    text: str
    alert: bool


@dataclass(slots=True)
class Chat:
    """A conversation. The history is by message id; `lately` is the same by order of change."""

    id: int
    kind: str = PRIVATE
    title: str = ""
    members: list[int] = field(default_factory=list)
    bot_present: bool = True
    moved_to: int | None = None
    next_message: int = 1
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    cleared: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    lately: list[tuple[int, Message]] = field(default_factory=list)

    def living(self, message_id: int | None) -> Message | None:
        """The message, if it is there and not deleted."""
        found = self.messages.get(message_id) if message_id is not None else None
        return found if found and found.deleted_at is None else None

    def record(self) -> Json:
        """The chat as it is kept on disk."""
        kept = {name: getattr(self, name) for name in _PLAIN}
        kept["messages"] = [asdict(message) for message in self.messages.values()]
        kept["toasts"] = [asdict(toast) for toast in self.toasts]
        return kept

    @classmethod
    def recall(cls, kept: Json) -> Self:
        """The chat, back from disk."""
        chat = cls(**{name: kept[name] for name in _PLAIN})
        chat.messages = {one["id"]: Message(**one) for one in kept["messages"]}
        chat.toasts = [Toast(**one) for one in kept["toasts"]]
        chat.lately = sorted(((m.serial, m) for m in chat.messages.values()), key=lambda pair: pair[0])
        return chat


_PLAIN = (
    "id",
    "kind",
    "title",
    "members",
    "bot_present",
    "moved_to",
    "next_message",
    "keyboard",
    "pinned",
    "cleared",
)
