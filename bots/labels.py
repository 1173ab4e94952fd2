"""The words on a button, in the reader's language and zone. Which buttons there are is decided by who draws them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.buttons import Button
from bots.checks import read_answer
from bots.showing import show_date, show_instant
from bots.texts import DEFAULT, knows, say

# Verbs whose argument is a key with words of its own: `task|<order>|material_date` reads "Set material delivery date".
KEYED = {
    "task": "task",
    "staff_task": "staff-task",
    "decline": "decline",
    "feedback": "feedback",
    "language": "language",
    "file_as": "kind",
}


def label(button: Button, language: str = DEFAULT, zone: ZoneInfo | None = None) -> str:
    """What stands on the button; at most about 30 signs. A `kickoff` shows its instant, a `pick` its date."""
    keyed = f"{KEYED.get(button.verb)}-{button.arg}"
    if button.verb in KEYED and button.arg and knows(keyed):
        return say(keyed, language)
    if button.verb == "kickoff" and button.arg:
        return show_instant(instant_of(button.arg), language, zone)
    if button.verb == "pick" and button.arg:
        return show_date(date.fromisoformat(button.arg), language)
    if button.verb == "file_revise" and button.arg:
        return say("button-file_revise-n", language, number=button.arg)
    if button.verb == "check_in":
        return say(f"answer-{read_answer(button.arg)[2]}", language)
    return say(f"button-{button.verb}", language)


def minute(at: datetime) -> str:
    """An aware instant as a button's argument: `2030-01-31T14:30Z`; `instant_of` reads it. Whole minutes only."""
    return at.isoformat(timespec="minutes").replace("+00:00", "Z")


def instant_of(arg: str) -> datetime:
    """The aware instant in a button's argument. Raises ValueError for anything else."""
    at = datetime.fromisoformat(arg)
    if at.tzinfo is None:
        msg = "an instant needs its zone"
        raise ValueError(msg)
    return at
