"""Buttons: the ones under a message and the ones under the input field, checked as Telegram checks them."""

import re
from collections.abc import Callable

from simulator.model import Json
from simulator.params import Params, Scalar
from simulator.refusals import Refused, bad

CALLBACK_BYTES = 64
MOST_BUTTONS = 300
STYLES = frozenset({"danger", "success", "primary"})
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_ACTIONS = [
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
]
_REQUESTS = ["request_contact", "request_location", "request_poll", "request_users", "request_chat", "web_app"]


def read_markup(params: Params) -> Json | None:
    """The keyboard that comes with a message, or None. Raises Refused where Telegram would."""
    markup = params.json("reply_markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    for kind in _KINDS:
        if kind in markup:
            return _READERS[kind](markup)
    return None


def _rows(keyboard: Scalar, what: str) -> list[list[Scalar]]:
    if not isinstance(keyboard, list):
        raise bad(f'field "{what}" of the ReplyKeyboardMarkup must be an Array')
    for row in keyboard:
        if not isinstance(row, list):
            raise bad(f'field "{what}" must be an Array of Arrays')
    if sum(len(row) for row in keyboard) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return keyboard


def _unreadable(kind: str, why: str) -> Refused:
    return bad(f"can't parse {kind}: {why}")


def _style(button: Json, kind: str, result: Json) -> None:
    style = button.get("style")
    if style is None or style == "":
        return
    if style not in STYLES:
        raise _unreadable(kind, "invalid button style specified")
    result["style"] = style


def _inline_button(button: Scalar) -> Json:
    kind = "inline keyboard button"
    if not isinstance(button, dict):
        raise _unreadable(kind, "InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unreadable(kind, 'Can\'t find field "text"' if text is None else 'Field "text" must be a String')
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad("Text buttons are unallowed in the inline keyboard")
    result: Json = {"text": text}
    _style(button, kind, result)
    payload = button.get("callback_data")
    if "callback_data" in button and (
        not isinstance(payload, str) or not 1 <= len(payload.encode("utf-8", "replace")) <= CALLBACK_BYTES
    ):
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if "url" in button and not (isinstance(url, str) and re.match(r"(https?|tg|ton)://\S|[\w-]+(\.[\w-]+)+", url)):
        raise bad(f"inline keyboard button URL '{url}' is invalid: URL host is empty")
    return result | {name: button[name] for name in actions}


def _inline(markup: Json) -> Json | None:
    rows = [[_inline_button(one) for one in row] for row in _rows(markup["inline_keyboard"], "inline_keyboard")]
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _key(button: Scalar) -> Json:
    kind = "keyboard button"
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _unreadable(kind, "KeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unreadable(kind, 'Can\'t find field "text"' if text is None else 'Field "text" must be a String')
    if not text.strip():
        raise bad("keyboard button text must be non-empty")
    result: Json = {"text": text}
    _style(button, kind, result)
    return result | {name: button[name] for name in _REQUESTS if button.get(name)}


def _placeholder(markup: Json, result: Json) -> Json:
    text = markup.get("input_field_placeholder")
    if text:
        if not isinstance(text, str) or len(text) > 64:
            raise bad("input field placeholder is too long")
        result["input_field_placeholder"] = text
    if markup.get("selective"):
        result["selective"] = True
    return result


def _keyboard(markup: Json) -> Json | None:
    rows = [[_key(one) for one in row] for row in _rows(markup["keyboard"], "keyboard")]
    rows = [row for row in rows if row]
    if not rows:
        return None
    flags = ("is_persistent", "resize_keyboard", "one_time_keyboard")
    return _placeholder(markup, {"keyboard": rows} | {name: True for name in flags if markup.get(name)})


def _remove(markup: Json) -> Json | None:
    return _placeholder(markup, {"remove_keyboard": True}) if markup["remove_keyboard"] else None


def _force(markup: Json) -> Json | None:
    return _placeholder(markup, {"force_reply": True}) if markup["force_reply"] else None


_READERS: dict[str, Callable[[Json], Json | None]] = {
    "inline_keyboard": _inline,
    "keyboard": _keyboard,
    "remove_keyboard": _remove,
    "force_reply": _force,
}
