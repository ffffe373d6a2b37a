"""The small world: one bot, some people with telephones, their chats, and everything that passes between."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from simulator.bells import Bells
from simulator.clock import Clock
from simulator.faults import Faults
from simulator.files import Files
from simulator.journal import Journal
from simulator.limits import Limits
from simulator.model import PRIVATE, Chat, Json, Message, Person
from simulator.updates import Updates

Watcher: TypeAlias = Callable[[str, Chat | None, Message | None], None]
QUEUE = "queue"
MESSAGE_EPOCH = 1_760_000_000
QUERY_LIFE = 60
MOST_QUERIES = 20_000


@dataclass(slots=True)
class Bot:
    """The bot that the world talks to."""

    token: str
    id: int
    name: str = "LaporAman (simulator)"
    username: str = "laporaman_bot"
    commands: dict[str, list[Json]] = field(default_factory=dict)
    said_of_itself: dict[str, str] = field(default_factory=dict)

    def user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(slots=True)
class Webhook:
    """Where updates are delivered to, if not fetched."""

    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error_at: int | None = None
    last_error: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A pressed button that waits for an answer."""

    id: str
    by: int
    chat_id: int
    message_id: int
    button: str
    at: int


class World:
    """Everything there is. All changes to messages go through here, so that everybody who watches hears of them."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.bells = Bells()
        self.clock = Clock(self.bells)
        self.updates = Updates(self._queue_changed)
        self.faults = Faults()
        self.limits = Limits()
        self.files = Files()
        self.journal = Journal(self.bells)
        self.webhook = Webhook()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: OrderedDict[str, Query] = OrderedDict()
        self.serial = 0
        self.watchers: list[Watcher] = []
        self.first_message = int((time.time() - MESSAGE_EPOCH) * 10)
        """Message numbers start anew for each run and stay within 31 bits, as Telegram's do."""

    def _queue_changed(self) -> None:
        self.bells.ring(QUEUE)
        self.tell(QUEUE)

    def reset(self, cast: Iterable[Person]) -> None:
        """Forget all that was said and done, and set up these people. The clock stays, for time never goes back."""
        self.people.clear()
        self.chats.clear()
        self.queries.clear()
        self.journal.clear()
        self.faults.clear()
        self.limits.switch(False)
        self.updates.forget()
        self.first_message = int((time.time() - MESSAGE_EPOCH) * 10)
        for person in cast:
            self.add_person(replace(person))
        self.tell("afresh")

    def add_person(self, person: Person) -> Person:
        self.people[person.id] = person
        self.chats.setdefault(person.id, Chat(person.id, next_message=self.first_message))
        self.tell("people")
        return person

    def put_in_place_of(self, old: Person, new: Person) -> None:
        """Put somebody where another one was in the row of telephones."""
        old.shown = False
        row = list(self.people.values())
        row.insert(row.index(old), new)
        self.people = {one.id: one for one in row}
        self.add_person(new)

    def add_chat(self, chat: Chat) -> Chat:
        chat.next_message = max(chat.next_message, self.first_message)
        self.chats[chat.id] = chat
        self.tell("people")
        return chat

    def tell(self, what: str, chat: Chat | None = None, message: Message | None = None) -> None:
        """Let everybody who watches know that something changed."""
        for watcher in self.watchers:
            watcher(what, chat, message)
        if chat is not None:
            self.bells.ring(chat.id)

    def post(
        self,
        chat: Chat,
        sender: int,
        content: Json,
        *,
        markup: Json | None = None,
        silent: bool = False,
        protected: bool = False,
        reply_to: int | None = None,
    ) -> Message:
        """Put a new message into a chat."""
        self.serial += 1
        message = Message(
            id=chat.next_message,
            chat_id=chat.id,
            sender=sender,
            date=self.clock.stamp(),
            serial=self.serial,
            content=content,
            markup=markup,
            silent=silent,
            protected=protected,
            reply_to=reply_to,
        )
        chat.next_message += 1
        chat.messages[message.id] = message
        chat.lately.append((message.serial, message))
        self.tell("message", chat, message)
        return message

    def changed(self, chat: Chat, message: Message) -> None:
        """Note that a message was edited or deleted."""
        self.serial += 1
        message.serial = self.serial
        chat.lately.append((message.serial, message))
        self.tell("message", chat, message)

    def ask(self, query: Query) -> None:
        """Remember a pressed button until it is answered or too old."""
        self.queries[query.id] = query
        while len(self.queries) > MOST_QUERIES:
            self.queries.popitem(last=False)

    def answerable(self, query_id: str) -> Query | None:
        query = self.queries.get(query_id)
        return query if query and self.clock.stamp() - query.at <= QUERY_LIFE else None

    def chat_of(self, chat: Chat) -> Json:
        """The chat as Telegram's Chat."""
        if chat.kind != PRIVATE:
            return {"id": chat.id, "title": chat.title, "type": chat.kind}
        person = self.people[chat.id]
        known: Json = {"id": chat.id, "first_name": person.name}
        if person.username:
            known["username"] = person.username
        return {**known, "type": PRIVATE}

    def user_of(self, sender: int) -> Json:
        return self.bot.user() if sender == self.bot.id else self.people[sender].user()

    def message_of(self, message: Message, *, deep: bool = True) -> Json:
        """The message as Telegram's Message."""
        chat = self.chats[message.chat_id]
        told: Json = {
            "message_id": message.id,
            "from": self.user_of(message.sender),
            "chat": self.chat_of(chat),
            "date": message.date,
        }
        if message.edited_at is not None:
            told["edit_date"] = message.edited_at
        if message.protected:
            told["has_protected_content"] = True
        if deep and message.reply_to is not None and message.reply_to in chat.messages:
            told["reply_to_message"] = self.message_of(chat.messages[message.reply_to], deep=False)
        told.update(message.content)
        if message.inline:
            told["reply_markup"] = message.markup
        return told

    def deliver(self, kind: str, content: Json, chat_id: int | None) -> int | None:
        """Hand an update to the bot, with whatever fault strikes it. The number, or None if not asked for."""
        fault = self.faults.for_update(kind, chat_id)
        return self.updates.add(
            kind,
            content,
            at=self.clock.now().timestamp(),
            twice=fault is not None and fault.kind == "duplicate",
            before_last=fault is not None and fault.kind == "disorder",
        )
