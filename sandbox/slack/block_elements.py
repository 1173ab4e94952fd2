"""The rules for interactive elements and the objects inside them (platforms.md 1.6).

Limits only; where each element may stand is in ``blocks``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.slack.checks import anything, chars, flag, items, number, obj, one_of, text, typed

if TYPE_CHECKING:
    from sandbox.slack.checks import Check

ID = chars(255, 1)
PLAIN = "plain_text"
CONFIRM = obj(
    {"title": text(100, PLAIN), "text": text(300), "confirm": text(30, PLAIN), "deny": text(30, PLAIN)},
    {"style": one_of("primary", "danger")},
)


def _option(*kinds: str, url: Check | None = None) -> Check:
    optional = {"description": text(75, *kinds)}
    if url:
        optional["url"] = url
    return obj({"text": text(75, *kinds), "value": chars(150, 1)}, optional)


SELECT_OPTION = _option(PLAIN)
BOX_OPTION = _option()
OVERFLOW_OPTION = _option(PLAIN, url=chars(3000))
OPTIONS = items(SELECT_OPTION, 1, 100)
GROUPS = items(obj({"label": text(75, PLAIN), "options": OPTIONS}, {}), 1, 100)
FILTER = obj({}, {"include": anything, "exclude_external_shared_channels": flag, "exclude_bot_users": flag})
_BASIC = {"type": anything, "action_id": ID}
_FOCUS = {**_BASIC, "focus_on_load": flag}
_PICK = {**_FOCUS, "confirm": CONFIRM, "placeholder": text(150, PLAIN)}
_MOST = {"max_selected_items": number(1, 1000)}
_DISPATCH = {"dispatch_action_config": anything}


def _static_select(extra: dict[str, Check]) -> Check:
    shape = obj({}, {**_PICK, "options": OPTIONS, "option_groups": GROUPS, **extra})

    def check(value: Any, path: str, problems: Any) -> None:
        shape(value, path, problems)
        if isinstance(value, dict) and ("options" in value) == ("option_groups" in value):
            problems.add("must provide exactly one of options and option_groups", path)

    return check


def _selects() -> dict[str, Check]:
    ids = items(chars(255, 1), 0, 1000)
    some, one = {"initial_options": items(SELECT_OPTION, 1, 100), **_MOST}, {"initial_option": SELECT_OPTION}
    remote = {"min_query_length": number(0, 1000)}
    talk = {"default_to_current_conversation": flag, "filter": FILTER}
    answer = {"response_url_enabled": flag}
    return {
        "static_select": _static_select(one),
        "multi_static_select": _static_select(some),
        "external_select": obj({}, {**_PICK, **remote, **one}),
        "multi_external_select": obj({}, {**_PICK, **remote, **some}),
        "users_select": obj({}, {**_PICK, "initial_user": ID}),
        "multi_users_select": obj({}, {**_PICK, "initial_users": ids, **_MOST}),
        "channels_select": obj({}, {**_PICK, "initial_channel": ID, **answer}),
        "multi_channels_select": obj({}, {**_PICK, "initial_channels": ids, **_MOST}),
        "conversations_select": obj({}, {**_PICK, "initial_conversation": ID, **talk, **answer}),
        "multi_conversations_select": obj({}, {**_PICK, "initial_conversations": ids, **talk, **_MOST}),
    }


def _typed_inputs() -> dict[str, Check]:
    hint = {"placeholder": text(150, PLAIN)}
    line = {**_FOCUS, **hint, **_DISPATCH}
    length = {"min_length": number(0, 3000), "max_length": number(1, 3000)}
    return {
        "plain_text_input": obj({}, {**line, **length, "multiline": flag, "initial_value": chars(3000)}),
        "rich_text_input": obj({}, {**line, "initial_value": anything}),
        "email_text_input": obj({}, {**line, "initial_value": chars(3000)}),
        "url_text_input": obj({}, {**line, "initial_value": chars(3000)}),
        "number_input": obj(
            {"is_decimal_allowed": flag},
            {**line, "initial_value": chars(3000), "min_value": chars(3000), "max_value": chars(3000)},
        ),
        "file_input": obj({}, {**_BASIC, "filetypes": items(chars(20, 1), 1, 100), "max_files": number(1, 10)}),
    }


def _pressed() -> dict[str, Check]:
    boxes = {**_FOCUS, "confirm": CONFIRM}
    style = {"style": one_of("primary", "danger"), "accessibility_label": chars(75)}
    button = {**_BASIC, "confirm": CONFIRM, **style}
    return {
        "button": obj({"text": text(75, PLAIN)}, {**button, "value": chars(2000), "url": chars(3000)}),
        "workflow_button": obj({"text": text(75, PLAIN), "workflow": anything}, button),
        "overflow": obj({"options": items(OVERFLOW_OPTION, 1, 5)}, {**_BASIC, "confirm": CONFIRM}),
        "checkboxes": obj(
            {"options": items(BOX_OPTION, 1, 10)}, {**boxes, "initial_options": items(BOX_OPTION, 1, 10)}
        ),
        "radio_buttons": obj({"options": items(BOX_OPTION, 1, 10)}, {**boxes, "initial_option": BOX_OPTION}),
        "datepicker": obj({}, {**_PICK, "initial_date": chars(10, 10)}),
        "timepicker": obj({}, {**_PICK, "initial_time": chars(5, 5), "timezone": chars(100)}),
        "datetimepicker": obj({}, {**boxes, "initial_date_time": number(1_000_000_000, 9_999_999_999)}),
    }


PRESSED, SELECTS, TYPED_INPUTS = _pressed(), _selects(), _typed_inputs()
IMAGE: dict[str, Check] = {
    "image": obj({"alt_text": chars(2000, 1)}, {"type": anything, "image_url": chars(3000, 1), "slack_file": anything})
}
_CHOICES = {name: rule for name, rule in PRESSED.items() if name not in ("button", "workflow_button", "overflow")}
ACCESSORY = typed({**PRESSED, **SELECTS, **IMAGE})
ACTION = typed({**PRESSED, **SELECTS})
INPUT = typed({**_CHOICES, **SELECTS, **TYPED_INPUTS})
IN_CONTEXT = typed({**IMAGE, "plain_text": text(3000), "mrkdwn": text(3000)})
