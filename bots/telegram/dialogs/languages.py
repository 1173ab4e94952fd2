"""Choosing the language that the bot speaks to one member."""

from __future__ import annotations

from functools import partial

from bots.telegram.labels import key
from bots.telegram.screen import Screen, stacked
from bots.telegram.turn import Outcome, Turn
from bots.texts import LANGUAGES, say
from core.commands import SetLanguage
from core.people import Actor
from core.refusals import BadValue


def ask_language(turn: Turn) -> Outcome:
    """One button per language that has a catalogue."""
    keys = [key("language", "", turn.language, code) for code in LANGUAGES]
    return Outcome(send=Screen.of(say("telegram-which-language", turn.language), stacked(keys)))


async def chose_language(turn: Turn, actor: Actor, code: str) -> Outcome:
    """From now on in this language. Raises `BadValue`, `Refusal`."""
    if code not in LANGUAGES:
        raise BadValue("language", "unknown_language", code[:10])
    await turn.do(SetLanguage(code), actor)
    turn.then(partial(turn.room.replies.menu, turn.scene.user_id, "private", code))
    words = say("telegram-language-set", code, chosen=say(f"language-{code}", code))
    return Outcome(toast=words, edit=Screen.of(words))
