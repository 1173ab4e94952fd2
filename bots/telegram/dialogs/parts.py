"""Which part and which side a photo shows, where its name does not say (domain.md 7): asked on demand, one by one.

Nothing is kept between the questions: the next one is about the next photo of the same set without a name.
"""

from __future__ import annotations

from bots.buttons import Button
from bots.telegram.labels import key
from bots.telegram.screen import Key, Screen
from bots.telegram.sets import nameless
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.commands import NamePart
from core.file_views import FileView, UploadView, upload_view
from core.people import Actor
from core.refusals import Stale
from core.richtext import RichText
from core.views import OrderView

SIDES = ("front", "back", "detail")
_SKIP = "-"


def ask_first(turn: Turn, shown: UploadView, view: OrderView) -> Outcome:
    """The question about the set's first photo without a name. Raises `Stale` when all have one."""
    wanting = nameless(shown)
    if not wanting:
        raise Stale(view.order.reference)
    return _ask(turn, shown, wanting[0], view)


def _ask(turn: Turn, shown: UploadView, one: FileView, view: OrderView) -> Outcome:
    language, numbers = turn.language, [other.file.id for other in shown.files]
    words = say("files-part-ask", language, name=one.file.name, number=str(numbers.index(one.file.id) + 1),
                count=str(len(numbers)))  # fmt: skip
    sides = tuple(Key(say(f"files-side-{side}", language), Button("file_side", one.file.id, side)) for side in SIDES)
    rows = (sides, (key("file_side", one.file.id, language, _SKIP),))
    turn.message_id = _photo(turn, shown, one) or turn.message_id
    return Outcome(send=Screen.of(words, rows), question=Question("part", {"file": one.file.id}, view.order.id))


def _photo(turn: Turn, shown: UploadView, one: FileView) -> int | None:
    """The message that shows the photo, when it stands in this very chat: the question answers it."""
    item = next((item for item in shown.items if item.file_id == one.file.id), None)
    match (item.origin if item else "").split(":"):
        case ["telegram", channel, number, *_] if channel == str(turn.scene.chat_id) and number.isdigit():
            return int(number)
        case _:
            return None


async def pressed(turn: Turn, actor: Actor, one: FileView, view: OrderView, side: str) -> Outcome:
    """A side, or Skip; then the next photo. Raises `Refusal`, `Again`."""
    if side in SIDES:
        named = await _named(turn, actor, one, say(f"files-side-{side}", turn.language))
    elif side == _SKIP:
        named = one.file.name
    else:
        raise Stale(view.order.reference)
    following = await _next(turn, one, view)
    if following is None:
        return Outcome(edit=Screen.of(f"{named}\n{say('files-part-all', turn.language)}"))
    return Outcome(edit=Screen.of(named), send=following.send, question=following.question)


async def typed(turn: Turn, actor: Actor, one: FileView, view: OrderView, text: str) -> Outcome:
    """Part and side in words. Raises `Refusal`, `Again`."""
    named = await _named(turn, actor, one, text)
    following = await _next(turn, one, view)
    if following is None or following.send is None:
        return Outcome(send=Screen.of(named))
    told = RichText.of(f"{named}\n\n").followed_by(following.send.text)
    return Outcome(send=Screen(told, following.send.rows), question=following.question)


async def _named(turn: Turn, actor: Actor, one: FileView, part: str) -> str:
    await turn.do(NamePart(one.file.id, part), actor)
    return say("files-part-done", turn.language, name=one.file.name, part=part)


async def _next(turn: Turn, one: FileView, view: OrderView) -> Outcome | None:
    """The question about the next photo of the set that wants a name."""
    shown = await turn.room.database.read(lambda store: upload_view(store, one.file.set_id))
    if shown is None:
        return None
    order = [other.file.id for other in shown.files]
    after = order[order.index(one.file.id) + 1 :] if one.file.id in order else []
    following = next((other for other in nameless(shown) if other.file.id in after), None)
    return _ask(turn, shown, following, view) if following else None
