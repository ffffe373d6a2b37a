"""The bot itself: who it is, what it says of itself, its commands, and its webhook."""

import ipaddress
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from simulator.model import Json
from simulator.params import Params
from simulator.refusals import bad
from simulator.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
PORTS = frozenset({80, 88, 443, 8443})


def get_me(world: World, params: Params) -> Json:
    return {
        **world.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _whose(params: Params) -> str:
    """Whom commands are for: scope and language as one key."""
    scope = params.json("scope")
    return json.dumps([scope if isinstance(scope, dict) else {"type": "default"}, params.text("language_code")])


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.json("commands")
    if not isinstance(commands, list):
        raise bad("can't parse commands JSON object" if commands is not None else 'parameter "commands" is required')
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not isinstance(one, dict) or not _COMMAND.fullmatch(str(one.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.bot.commands[_whose(params)] = [
        {"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands
    ]
    world.tell("people")
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.bot.commands.get(_whose(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.bot.commands.pop(_whose(params), None)
    return True


def _setter(field: str, limit: int) -> Callable[[World, Params], bool]:
    def say(world: World, params: Params) -> bool:
        text = params.text(field)
        if len(text) > limit:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        world.bot.said_of_itself[f"{field}:{params.text('language_code')}"] = text
        return True

    return say


def _getter(field: str) -> Callable[[World, Params], Json]:
    def tell(world: World, params: Params) -> Json:
        said = world.bot.said_of_itself.get(f"{field}:{params.text('language_code')}")
        return {field: said if said is not None else (world.bot.name if field == "name" else "")}

    return tell


def _allowed(world: World, params: Params) -> None:
    kinds = params.json("allowed_updates")
    if isinstance(kinds, list):
        world.updates.allowed = frozenset(str(kind) for kind in kinds) or None


def is_loopback(host: str) -> bool:
    """Whether only this machine is meant."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def set_webhook(world: World, params: Params) -> bool:
    """Deliver to this address from now on. Plain HTTP and any port only on this machine, as on a local server."""
    url, secret = params.text("url"), params.text("secret_token")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if url:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            raise bad("bad webhook: invalid webhook URL specified") from None
        if not host:
            raise bad("bad webhook: invalid webhook URL specified")
        if not is_loopback(host):
            if parts.scheme != "https":
                raise bad("bad webhook: An HTTPS URL must be provided for webhook")
            if port not in PORTS:
                raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _allowed(world, params)
    if params.yes("drop_pending_updates"):
        world.updates.forget()
    hook = world.webhook
    hook.url, hook.secret = url, secret if url else ""
    hook.connections = min(100, max(1, params.whole("max_connections", 40)))
    hook.last_error, hook.last_error_at = "", None
    if url:
        world.updates.disturb(conflict=True)
    world.updates.arrived.set()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    return set_webhook(world, Params({"drop_pending_updates": params.yes("drop_pending_updates")}))


def tell_webhook(world: World, params: Params) -> Json:
    hook = world.webhook
    told: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.queue),
    }
    if hook.url:
        told["max_connections"] = hook.connections
    if hook.last_error_at:
        told |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    if world.updates.allowed:
        told["allowed_updates"] = sorted(world.updates.allowed)
    return told


def agree(world: World, params: Params) -> bool:
    return True


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "getme": get_me,
    "logout": agree,
    "close": agree,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmyname": _setter("name", 64),
    "getmyname": _getter("name"),
    "setmydescription": _setter("description", 512),
    "getmydescription": _getter("description"),
    "setmyshortdescription": _setter("short_description", 120),
    "getmyshortdescription": _getter("short_description"),
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": tell_webhook,
}
