"""Modals out of few parts: inputs with labels from the catalogue, what was filled in, and where an error belongs.

Every input's block_id is its field's name and its action_id is `value`. Ids travel in private_metadata, never words
(platforms.md 1.5). Pure.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bots.slack import blocks
from bots.texts import say

Json = dict[str, Any]
Meta = dict[str, str]
VALUE = "value"


def modal(verb: str, title: str, meta: Meta, shown: Sequence[Json], *, submit: str | None = None) -> Json:
    """A modal for this verb; it has a submit button when it has anything to fill in or `submit` is given."""
    view: Json = {
        "type": "modal",
        "callback_id": verb,
        "private_metadata": json.dumps(meta, separators=(",", ":")),
        "title": blocks.plain(blocks.one_line(title), 24),
        "close": blocks.plain(say("slack-close"), 24),
        "blocks": blocks.within(shown, blocks.VIEW_BLOCKS, say("slack-more")),
    }
    if submit or any(block["type"] == "input" for block in shown):
        view["submit"] = blocks.plain(submit or say("slack-submit"), 24)
    return view


def ask_for(field: str, element: Json, *, optional: str = "", label: str | None = None) -> Json:
    """An input block; `optional` says why it may stay empty and is shown as its hint."""
    made: Json = {
        "type": "input",
        "block_id": field,
        "label": blocks.plain(label or say(f"slack-field-{field.replace('_', '-')}"), 200),
        "element": {"action_id": VALUE, **element},
        "optional": bool(optional),
    }
    return made | {"hint": blocks.plain(optional, 500)} if len(optional) > 1 else made


MAY_BE_EMPTY = "-"


def line(initial: str | None = None, limit: int = 200) -> Json:
    """One line of text."""
    return _text(initial, limit, {"multiline": False})


def prose(initial: str | None = None, limit: int = 3000) -> Json:
    """Several lines of text."""
    return _text(initial, limit, {"multiline": True})


def _text(initial: str | None, limit: int, more: Json) -> Json:
    made = {"type": "plain_text_input", "max_length": limit, **more}
    return made | {"initial_value": initial[:limit]} if initial else made


def number(initial: int | None = None, most: int = 200) -> Json:
    """A whole number from 0."""
    made: Json = {"type": "number_input", "is_decimal_allowed": False, "min_value": "0", "max_value": str(most)}
    return made if initial is None else made | {"initial_value": str(initial)}


def day(initial: date | None = None) -> Json:
    """A date."""
    made: Json = {"type": "datepicker"}
    return made | {"initial_date": initial.isoformat()} if initial else made


def instant(initial: datetime | None = None) -> Json:
    """A date and a time; Slack shows it in the reader's own zone and answers with an instant."""
    made: Json = {"type": "datetimepicker"}
    return made | {"initial_date_time": int(initial.timestamp())} if initial else made


def one_of(pairs: Iterable[tuple[str, str]], initial: str | None = None) -> Json:
    """A choice out of (value, text)."""
    return _choice("static_select", list(pairs), initial)


def radio(pairs: Iterable[tuple[str, str]], initial: str | None = None) -> Json:
    """A choice of which all are seen at once."""
    return _choice("radio_buttons", list(pairs)[:10], initial)


def _choice(kind: str, pairs: list[tuple[str, str]], initial: str | None) -> Json:
    made: Json = {"type": kind, "options": blocks.options(pairs)}
    chosen = next((option for option in made["options"] if option["value"] == initial), None)
    return made | {"initial_option": chosen} if chosen else made


def some_of(pairs: Iterable[tuple[str, str]], initial: Iterable[str] = ()) -> Json:
    """Any number of choices from a long list."""
    return _choices("multi_static_select", list(pairs), initial)


def ticks(pairs: Iterable[tuple[str, str]], initial: Iterable[str] = ()) -> Json:
    """Boxes to tick."""
    return _choices("checkboxes", list(pairs)[:10], initial)


def _choices(kind: str, pairs: list[tuple[str, str]], initial: Iterable[str]) -> Json:
    wanted = set(initial)
    made: Json = {"type": kind, "options": blocks.options(pairs)}
    chosen = [option for option in made["options"] if option["value"] in wanted]
    return made | {"initial_options": chosen} if chosen else made


def looked_up(action: str) -> Json:
    """A choice whose lines are asked for while typing (`actions.suggest`)."""
    return {"type": "external_select", "action_id": action, "min_query_length": 0}


@dataclass(frozen=True, slots=True)
class Values:
    """What was filled in, by field."""

    raw: Mapping[str, Mapping[str, Json]]

    def _of(self, field: str) -> Json:
        return next(iter((self.raw.get(field) or {}).values()), {})

    def text(self, field: str) -> str:
        """The text, without blanks around it."""
        return str(self._of(field).get("value") or "").strip()

    def choice(self, field: str) -> str:
        """The chosen value, user, or blank."""
        state = self._of(field)
        option = state.get("selected_option") or {}
        return str(option.get("value") or state.get("selected_user") or "")

    def choices(self, field: str) -> list[str]:
        """The chosen values."""
        return [str(option["value"]) for option in self._of(field).get("selected_options") or ()]

    def day(self, field: str) -> date | None:
        """The date."""
        raw = self._of(field).get("selected_date")
        return date.fromisoformat(raw) if raw else None

    def instant(self, field: str) -> datetime | None:
        """The instant (UTC)."""
        raw = self._of(field).get("selected_date_time")
        return datetime.fromtimestamp(int(raw), UTC) if raw else None

    @property
    def fingerprint(self) -> str:
        """The same for the same values: a confirmation counts only for what was confirmed."""
        return hashlib.sha256(json.dumps(self.raw, sort_keys=True).encode()).hexdigest()[:24]


def meta_of(view: Mapping[str, Any]) -> Meta:
    """The ids a modal carries."""
    try:
        found = json.loads(str(view.get("private_metadata") or "{}"))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def confirming(view: Mapping[str, Any], meta: Meta, warning: str) -> Json:
    """The same modal with a warning on top; sending the same values again confirms them."""
    values = Values((view.get("state") or {}).get("values") or {})
    kept = [_refilled(dict(block), values) for block in view["blocks"] if block.get("block_id") != "warning"]
    shown = [{**blocks.words(f"⚠️ {warning} {say('slack-confirm')}"), "block_id": "warning"}, *kept]
    title = str((view.get("title") or {}).get("text") or "Cutr")
    confirmed = meta | {"confirmed": values.fingerprint}
    return modal(str(view["callback_id"]), title, confirmed, shown, submit=say("slack-confirm-submit"))


def _refilled(block: Json, values: Values) -> Json:
    if block.get("type") != "input":
        return block
    state = next(iter((values.raw.get(str(block["block_id"])) or {}).values()), {})
    element = dict(block["element"])
    for given, initial in (
        ("value", "initial_value"), ("selected_date", "initial_date"), ("selected_date_time", "initial_date_time"),
        ("selected_option", "initial_option"), ("selected_options", "initial_options"),
        ("selected_user", "initial_user"),
    ):  # fmt: skip
        if state.get(given):
            element[initial] = state[given]
    return block | {"element": element}
