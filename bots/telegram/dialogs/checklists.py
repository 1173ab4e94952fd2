"""The photo checklist by kind of work (domain.md 7) as tappable items, each ticked by the photos that came in for it.

A tick is no memory of the bot: it stands while a set that was sent for the item has not been taken back. The record of
which set was sent for what is an ask that nobody can answer.
"""

from __future__ import annotations

from bots.buttons import Button
from bots.telegram.labels import key
from bots.telegram.screen import Key, Screen, paired, stacked
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Platform
from core.commands import NoteAsk
from core.files import FileKind, SetState, UploadSet
from core.people import Actor
from core.permissions import Action, demand
from core.ports import Store
from core.refusals import Stale, WrongStatus
from core.views import OrderView

_ALL_PARTS = ("parts-holes", "parts-banding", "parts-edges", "parts-details")
ITEMS: dict[str, tuple[str, ...]] = {
    "assembled": ("assembled-overall", "assembled-finish", "assembled-edges", "assembled-joints", "assembled-hardware"),
    "small": ("small-unique", "small-identical", "small-group", *_ALL_PARTS),
    "large": ("large-detail", "large-group", *_ALL_PARTS),
    "assembly": ("assembly-each", "assembly-fit", "assembly-joint", *_ALL_PARTS),
    "packed": ("packed-before", "packed-after", "packed-how"),
}
"""Kinds of work and what to photograph for each; every name has words under `checklist-<name>`."""
TAKEN = "shot_taken"


def kind_of(item: str) -> FileKind:
    """Where an item's photos go."""
    return FileKind.PACKED_PHOTO if item in ITEMS["packed"] else FileKind.FINISHED_PHOTO


def item_words(item: str, language: str) -> str:
    """What to photograph."""
    return say(f"checklist-{item}", language)


def ticked(store: Store, order_id: str) -> frozenset[str]:
    """The items for which photos came in that were not taken back."""
    found = set()
    for ask in store.asks.find(order_id=order_id, kind=TAKEN):
        upload = store.upload_sets.get(str(ask.data.get("set")))
        if upload is not None and upload.state is not SetState.UNDONE:
            found.add(str(ask.data.get("item")))
    return frozenset(found)


async def show(turn: Turn, view: OrderView, work: str) -> Outcome:
    """Which kind of work; or its items, each with its tick. Raises `Stale`."""
    order, language = view.order, turn.language
    title = say("checklist-title", language, reference=order.reference)
    if not work:
        keys = [Key(item_words(name, language), Button("check", order.id, name)) for name in ITEMS]
        return Outcome(send=Screen.titled(title, say("checklist-which", language), paired(keys)))
    if work not in ITEMS:
        raise Stale(order.reference)
    done = await turn.room.database.read(lambda store: ticked(store, order.id))
    items = ITEMS[work]
    head = f"{item_words(work, language)} · {_count(items, done, language)}"
    lines = [head, say("checklist-how", language), f"({say('checklist-label', language)})"]
    keys = [Key(f"{'✅' if item in done else '⬜'} {item_words(item, language)}",
                Button("check_item", order.id, item)) for item in items]  # fmt: skip
    rows = (*stacked(keys), (key("files", order.id, language),))
    return Outcome(edit=Screen.titled(title, "\n".join(lines), rows))


def _count(items: tuple[str, ...], done: frozenset[str], language: str) -> str:
    return say("checklist-done", language, done=str(len(done & set(items))), count=str(len(items)))


def ask_photos(turn: Turn, actor: Actor, view: OrderView, item: str) -> Outcome:
    """Ask for an item's photos; every reply to the question counts for it. Raises `Refusal`."""
    demand(actor, Action.UPLOAD, view.order)
    if not view.order.is_open:
        raise WrongStatus(view.order.reference, view.order.status, "file")
    if not any(item in items for items in ITEMS.values()):
        raise Stale(view.order.reference)
    words = say("checklist-ask", turn.language, item=item_words(item, turn.language))
    return Outcome(send=Screen.of(words), question=Question("shot", {"item": item}, view.order.id))


async def note_taken(turn: Turn, actor: Actor, view: OrderView, item: str, upload: UploadSet) -> None:
    """Remember for which item a set was sent."""
    record = NoteAsk(
        Platform.TELEGRAM, str(turn.scene.chat_id), f"{item}:{upload.id}", actor.id, TAKEN,
        {"item": item, "set": upload.id}, view.order.id,
    )  # fmt: skip
    await turn.room.dispatcher.dispatch(record, actor)
