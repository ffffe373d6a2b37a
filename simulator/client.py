"""A small client for tests and benchmarks: `Simulator(url).phone(1001).say("...")`, and it waits, never sleeps."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx

Json = dict[str, Any]


class Refused(AssertionError):
    """The simulator didn't do what it was asked, or what was waited for didn't come."""


class Simulator:
    """A running simulator. All waiting happens there."""

    def __init__(self, url: str, *, timeout: float = 15.0) -> None:
        self.url, self.timeout = url.rstrip("/"), timeout
        self._http = httpx.Client(base_url=self.url + "/control", timeout=timeout + 30, trust_env=False)

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> "Simulator":
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def ask(self, method: str, path: str, /, **fields: Any) -> Any:
        """One control request; see simulator/README.md."""
        given = {name: value for name, value in fields.items() if value is not None}
        answer = self._post(path, given) if method == "POST" else self._http.request(method, path, params=given)
        if answer.is_error:
            raise Refused(f"{method} {path} {given}: {answer.text}")
        return answer.json()

    def _post(self, path: str, given: Json) -> httpx.Response:
        # Written by hand: httpx refuses the lone surrogates that hostile input holds.
        return self._http.post(path, content=json.dumps(given), headers={"content-type": "application/json"})

    def phone(self, number: int) -> "Phone":
        return Phone(self, number)

    def add_phone(self, number: int, name: str, *, role: str = "", started: bool = False) -> "Phone":
        self.ask("POST", "/phones", id=number, name=name, role=role, started=started)
        return Phone(self, number)

    def add_group(self, title: str, *members: int, kind: str = "group") -> int:
        """A group that the first member has made, with the bot in it; its number."""
        return int(self.ask("POST", "/groups", title=title, members=list(members), kind=kind)["id"])

    def advance(self, **time: float) -> Json:
        """Move the clock forward: `advance(minutes=3)`, `advance(days=1, hours=2)`."""
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}
        seconds = sum(amount * units[unit] for unit, amount in time.items())
        return dict(self.ask("POST", "/clock", advance_seconds=seconds))

    def clock(self) -> Json:
        return dict(self.ask("GET", "/clock"))

    def inject(self, update: Json) -> int:
        return int(self.ask("POST", "/updates", update=update)["update_id"])

    def fault(self, kind: str, *, times: int | None = 1, **details: Any) -> int:
        """Let something go wrong; `times=None` until `clear_faults`."""
        answer = self._post("/faults", {"kind": kind, "times": times, **details})
        if answer.is_error:
            raise Refused(answer.text)
        return int(answer.json()["id"])

    def content(self, unique_id: str) -> bytes:
        """The bytes of a file that somebody or the bot sent."""
        answer = self._http.get(f"/files/{unique_id}")
        if answer.is_error:
            raise Refused(answer.text)
        return answer.content

    def clear_faults(self) -> None:
        self.ask("DELETE", "/faults")

    def limits(self, on: bool) -> None:
        self.ask("POST", "/limits", on=on)

    def journal(self, *, count: int = 0, timeout: float | None = None, **wanted: Any) -> list[Json]:
        """What the bot did (`method`, `chat_id`, `text`, `delivered`, `after`), waiting until there are `count`."""
        patience = self.timeout if timeout is None else timeout
        entries: list[Json] = self.ask("GET", "/journal", count=count, timeout=patience, **wanted)["entries"]
        if len(entries) < count:
            raise Refused(f"the journal has {len(entries)} of {count} entries for {wanted}")
        return entries

    def pending(self) -> int:
        return int(self.ask("GET", "/updates")["pending"])

    def wait_until_read(self, *, most: int = 0) -> None:
        """Wait until the bot has acknowledged all updates but so many."""
        left = self.ask("GET", "/updates", most=most, timeout=self.timeout)["pending"]
        if left > most:
            raise Refused(f"{left} updates are still waiting")


@dataclass
class Phone:
    """One telephone. `mark` is the serial before its last act: waiting looks at what came after."""

    simulator: Simulator
    number: int
    mark: int = field(default=0)

    def act(self, name: str, /, **fields: Any) -> Json:
        done: Json = self.simulator.ask("POST", f"/phones/{self.number}/{name}", **fields)
        self.mark = done.get("serial", self.mark)
        return done

    def say(self, text: str, /, **fields: Any) -> Json:
        return self.act("say", text=text, **fields)

    def start(self, payload: str = "") -> Json:
        return self.act("start", payload=payload)

    def press(self, text: str, **where: Any) -> Json:
        """Press the newest button with this text, waiting for it. An old one is pressed with `after=0`."""
        found = self.wait_for(button=text, **where)
        chat = {"chat_id": where["chat_id"]} if "chat_id" in where else {}
        return self.act("press", text=text, message_id=found["message_id"], **chat)

    def forge(self, payload: str, *, message_id: int | None = None, **fields: Any) -> Json:
        """Press with a made-up payload, as a changed client can."""
        return self.act("press", data=payload, message_id=message_id, forged=True, **fields)

    def key(self, text: str, **fields: Any) -> Json:
        """Press a key under the input field, waiting for it."""
        self.simulator.ask("GET", f"/phones/{self.number}/key", text=text, timeout=self.simulator.timeout)
        return self.act("key", text=text, **fields)

    def send(self, kind: str, /, **fields: Any) -> Json:
        """Send a photo, voice, video, document, sticker, location or contact."""
        return self.act(kind, **fields)

    def edit(self, message_id: int, text: str) -> Json:
        return self.act("edit", message_id=message_id, text=text)

    def block(self, blocked: bool = True) -> None:
        self.act("block" if blocked else "unblock")

    def wait_for(self, text: str | None = None, *, timeout: float | None = None, **wanted: Any) -> Json:
        """The newest message of the bot with these words (and `button`), since the last act or `after`."""
        patience = self.simulator.timeout if timeout is None else timeout
        asked = {"after": self.mark, **wanted, "text": text, "timeout": patience}
        found: Json | None = self.simulator.ask("GET", f"/phones/{self.number}/wait", **asked)["message"]
        if found is None:
            shown = [f"{one['text']!r} {one['buttons']}" for one in self.screen()[-5:]]
            raise Refused(f"phone {self.number} doesn't show {asked}; it shows: " + "; ".join(shown))
        return found

    def wait_for_toast(self, text: str = "") -> Json:
        path = f"/phones/{self.number}/toast"
        found: Json | None = self.simulator.ask(
            "GET", path, text=text, after=self.mark, timeout=self.simulator.timeout
        )["toast"]
        if found is None:
            raise Refused(f"phone {self.number} got no answer with {text!r}")
        return found

    def screen(self, **which: Any) -> list[Json]:
        """All messages on the screen, oldest to newest."""
        return list(self.simulator.ask("GET", f"/phones/{self.number}/screen", **which)["messages"])
