"""Texts, captions and keyboards: what the server takes, and its words when it doesn't.

Lengths are code points after markup is read (`platforms.md 2.7`); keyboards follow `platforms.md 2.8`.
"""

from typing import Any

from sandbox.telegram.args import Args
from sandbox.telegram.entities import checked_entities, found_entities, trimmed
from sandbox.telegram.errors import bad_request
from sandbox.telegram.html import is_link, parse_html
from sandbox.telegram.markdown import parse_markdown_v2
from sandbox.telegram.people import Json, User

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32 << 10
MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
ACTIONS = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
]


def _marked(source: str, mode: str, raw_entities: object, users: dict[int, User]) -> tuple[str, list[Json]]:
    if len(source.encode("utf-8", "surrogatepass")) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    source = source.replace("\r", "").replace("\x00", "")
    match mode.lower():
        case "":
            text, entities = source, checked_entities(source, raw_entities)
        case "html":
            text, entities = parse_html(source)
        case "markdownv2":
            text, entities = parse_markdown_v2(source)
        case _:
            raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, [_with_user(entity, users) for entity in entities])
    return text, found_entities(text, entities)


def _with_user(entity: Json, users: dict[int, User]) -> Json:
    if entity["type"] != "text_mention" or "user" in entity:
        return entity
    user = users.get(int(entity["user_id"]) if str(entity["user_id"]).isdigit() else 0)
    kept = {k: v for k, v in entity.items() if k != "user_id"}
    return kept | ({"user": user.as_json()} if user else {"type": "italic"})


def text_content(args: Args, users: dict[int, User]) -> Json:
    """Return `text` and `entities` of a message; raises ApiError 400 when empty, too long or badly marked."""
    source = args.text("text")
    if not source:
        raise bad_request("message text is empty")
    text, entities = _marked(source, args.text("parse_mode"), args.parsed("entities"), users)
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(values: Args, users: dict[int, User]) -> Json:
    """Return `caption` and `caption_entities`, nothing for an empty caption; raises ApiError 400."""
    raw = values.parsed("caption_entities")
    text, entities = _marked(values.text("caption"), values.text("parse_mode"), raw, users)
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def reply_markup(args: Args) -> Json | None:
    """Return the checked markup, None when there is none; raises ApiError 400."""
    markup = args.parsed("reply_markup", what="reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return markup
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not any(action in button for action in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not is_link(str(button["url"])):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return {key: value for key, value in button.items() if value is not None}
