"""Names that nobody may mistake: which chat, who reads it, what a button or a to-do is called here.

Only short words live here; whole messages are made in cards.py, notices.py and dialogs/.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.buttons import Button
from bots.labels import label
from bots.showing import show_date, show_instant
from bots.telegram.screen import Key
from bots.texts import knows, say
from core.chats import Audience
from core.orders import Order, Task, TaskKey, TaskState

TOPIC_NAME_LIMIT = 128
ICON_COLOURS = {Audience.CUTR_ONLY: 16749490, Audience.WITH_CUSTOMER: 9367192}
"""Two of the six colours that Telegram allows (platforms.md 2.5): red for Cutr only, green for with the customer."""


def chat_name(reference: str, audience: Audience, language: str) -> str:
    """`🔒 REF · Cutr only` or `👥 REF · With customer`; at most 128 code points, the label is never cut."""
    name = say(f"topic-{audience}", language, reference=reference)
    spare = len(name) - TOPIC_NAME_LIMIT
    return name if spare <= 0 else say(f"topic-{audience}", language, reference=reference[: -spare - 1] + "…")


def who_reads(audience: Audience, language: str) -> str:
    """The words that say who reads this chat."""
    return say(f"audience-{audience}", language)


def task_label(key: TaskKey | str, language: str) -> str:
    """A to-do's fixed wording (product.md)."""
    return say(f"task-{key}", language)


def field_label(key: TaskKey | str, language: str) -> str:
    """What a to-do is about, inside a sentence."""
    return say(f"task-{key}-short", language)


def key(verb: str, about: str, language: str, arg: str = "", zone: str = "Europe/Amsterdam") -> Key:
    """A button with its words from the shared catalogue, or this room's for verbs that only Telegram has."""
    button = Button(verb, about, arg)
    if knows(f"telegram-button-{verb}"):
        return Key(say(f"telegram-button-{verb}", language), button)
    return Key(label(button, language, ZoneInfo(zone)), button)


def order_line(order: Order, language: str) -> str:
    """One line that names an order: reference, title, status."""
    title = order.title if len(order.title) <= 30 else order.title[:29] + "…"
    return f"{order.reference} · {title} · {say(f'status-{order.status}', language)}"


def moment(instant: datetime, zone: str, language: str) -> str:
    """An instant in the reader's zone."""
    return show_instant(instant, language, ZoneInfo(zone))


def today_in(instant: datetime, zone: str) -> date:
    """The reader's own date."""
    return instant.astimezone(ZoneInfo(zone)).date()


def value_of(task: Task, language: str) -> str:
    """What a to-do holds, in words; blank when nothing."""
    match task.value:
        case {"method": str(method)} if task.date is not None:
            return f"{say(f'method-{method}', language)}, {show_date(task.date, language)}"
        case {"no_reference": True}:
            return say("task-no_reference", language)
        case {"reference": str(reference)}:
            return reference
        case str(text) if text:
            return show_date(task.date, language) if task.date is not None else text
        case _:
            return ""


def tick(task: Task) -> str:
    """The sign before a to-do."""
    return "✅" if task.state is TaskState.DONE else "⬜"
