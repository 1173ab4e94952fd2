"""What a person's touch on an element becomes: the element's state, and the entry under ``actions``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.slack.errors import Refused

if TYPE_CHECKING:
    from sandbox.slack.state import Json

_SELECTED = {
    "users_select": "user",
    "channels_select": "channel",
    "conversations_select": "conversation",
    "datepicker": "date",
    "timepicker": "time",
    "datetimepicker": "date_time",
}
_OPTIONAL = ("static_select", "external_select", "radio_buttons", "checkboxes", "overflow")


def option(element: Json, value: Any) -> Json:
    """Return the element's option with that value; an option object is taken as it is.

    Raises:
        Refused: when the element offers no such value.

    """
    if isinstance(value, dict):
        return value
    offered = [*element.get("options", [])]
    for group in element.get("option_groups", []):
        offered += group["options"]
    for candidate in offered:
        if candidate["value"] == value:
            return dict(candidate)
    msg = f"{element.get('action_id')} offers no option {value!r}"
    raise Refused(msg)


def chosen(element: Json, value: Any) -> Json:
    """Return an element's state after a person gave it a value: text, an id, a date, an option's value, or lists."""
    kind = str(element["type"])
    if isinstance(value, dict) and value.get("type") == kind:
        return value
    single, many = kind.removeprefix("multi_"), kind.startswith("multi_") or kind == "checkboxes"
    if single in _OPTIONAL:
        if many:
            return {"type": kind, "selected_options": [option(element, item) for item in value]}
        return {"type": kind, "selected_option": None if value is None else option(element, value)}
    if single in _SELECTED:
        return {"type": kind, f"selected_{_SELECTED[single]}{'s' if many else ''}": value}
    if kind == "file_input":
        return {"type": kind, "files": value}
    if kind == "rich_text_input":
        return {"type": kind, "rich_text_value": value}
    return {"type": kind, "value": value}


def is_empty(state: Json) -> bool:
    """Return whether an element's state holds nothing."""
    return all(not value for name, value in state.items() if name != "type")


def pressed(block: Json, element: Json, value: Any, action_ts: str) -> Json:
    """Return the entry of ``actions`` for one touch; value is ignored by buttons, which carry their own."""
    entry: Json = {"action_id": element["action_id"], "block_id": block["block_id"], "action_ts": action_ts}
    kind = element["type"]
    if kind in ("button", "workflow_button"):
        kept: Json = {name: element[name] for name in ("text", "value", "style", "url") if name in element}
        return {**entry, "type": kind, **kept}
    return {**entry, **chosen(element, value)}
