"""Pressed buttons about files: where a set goes, Move, Undo, Keep, Retake, upload links, revisions.

What their screens look like is in sets.py and stock.py. A set's card is brought up to date through the outbox, so that
it is right even when an answer given here is lost.
"""

from __future__ import annotations

from bots.buttons import Button
from bots.telegram.dialogs import parts
from bots.telegram.identity import Scene
from bots.telegram.screen import Screen, bold
from bots.telegram.sets import folder_code, move_screen, set_screen, where
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Audience, Place
from core.commands import FileSet, KeepSet, MakeUploadLink, RetakeSet, UndoSet
from core.file_views import FileView, UploadView, file_view, upload_view
from core.files import FileKind, SetState
from core.people import Actor
from core.permissions import Action, demand
from core.ports import Store
from core.refusals import Stale, UnknownThing, WrongStatus
from core.views import OrderView, order_view

SET_VERBS = frozenset({
    "file_as", "file_move", "file_show", "file_undo", "file_keep", "file_retake", "file_folder", "file_part",
})  # fmt: skip
FILING_VERBS = SET_VERBS | {"file_revise", "file_side"}
Found = tuple[UploadView, OrderView, Place | None]


async def press_filing(turn: Turn, button: Button) -> Outcome:
    """The outcome of a press about a set or a file. Raises `Refusal`, `Again`, `StorageAway`."""
    return await (_press_set if button.verb in SET_VERBS else _press_file)(turn, button)


# -- a set -------------------------------------------------------------------------------------------------------------


async def _press_set(turn: Turn, button: Button) -> Outcome:
    """The outcome of a press on a set's card. Raises `Refusal`, `Again`, `StorageAway`."""
    shown, view, place = await _set(turn, button.about)
    actor = turn.scene.actor(view.order.partner_id)
    match button.verb:
        case "file_as":
            return await _file_as(turn, actor, shown, button.arg)
        case "file_folder":
            return await _in_folder(turn, actor, shown, button.arg)
        case "file_move":
            demand(actor, Action.UPLOAD, view.order)
            return _move(turn, shown, view)
        case "file_part":
            demand(actor, Action.UPLOAD, view.order)
            return parts.ask_first(turn, shown, view)
        case "file_undo":
            await turn.do(UndoSet(shown.upload.id), actor)
            return Outcome(toast=say("files-toast-undone", turn.language))
        case "file_keep":
            await turn.do(KeepSet(shown.upload.id), actor)
            return Outcome(toast=say("files-toast-kept", turn.language))
        case "file_retake":
            await turn.do(RetakeSet(shown.upload.id), actor)
            return Outcome(toast=say("files-toast-retake", turn.language), alarming=True)
        case _:
            return Outcome(edit=set_screen(shown, view, place, turn.language))


async def _set(turn: Turn, set_id: str) -> Found:
    """The set, if its order is one of the presser's own. Raises `UnknownThing` without saying whether it exists."""

    def job(store: Store) -> Found | None:
        shown = upload_view(store, set_id)
        view = order_view(store, shown.upload.order_id) if shown else None
        place = store.places.get(shown.upload.place_id) if shown and shown.upload.place_id else None
        return (shown, view, place) if shown and view else None

    found = await turn.room.database.read(job)
    if found is None or found[1].order.partner_id not in turn.scene.partners:
        raise UnknownThing("upload", "")
    return found


async def _file_as(turn: Turn, actor: Actor, shown: UploadView, arg: str) -> Outcome:
    """File it; an order with one folder of its own needs no question about it."""
    if arg not in set(FileKind):
        raise Stale("")
    kind = FileKind(arg)
    folder = shown.upload.folder or (shown.folders[0] if len(shown.folders) == 1 else None)
    await turn.do(FileSet(shown.upload.id, kind, folder), actor)
    words = say("files-toast-filed", turn.language, where=say(f"kind-{kind}", turn.language))
    return Outcome(toast=words)


async def _in_folder(turn: Turn, actor: Actor, shown: UploadView, code: str) -> Outcome:
    folder = next((name for name in shown.folders if folder_code(name) == code), None)
    if folder is None or shown.upload.kind is None:
        raise Stale("")
    await turn.do(FileSet(shown.upload.id, shown.upload.kind, folder), actor)
    return Outcome(toast=f"{folder} / {where(shown, turn.language)}")


def _move(turn: Turn, shown: UploadView, view: OrderView) -> Outcome:
    if shown.upload.state is not SetState.FILED or shown.upload.revises is not None:
        raise Stale(view.order.reference)
    return Outcome(edit=move_screen(shown, turn.language))


# -- one file ----------------------------------------------------------------------------------------------------------


async def _press_file(turn: Turn, button: Button) -> Outcome:
    """The outcome of a press about one file. Raises `Refusal`, `Again`, `StorageAway`."""
    found = await file_of(turn, button.about)
    if found is None:
        raise UnknownThing("file", "")
    one, view = found
    actor = turn.scene.actor(view.order.partner_id)
    demand(actor, Action.UPLOAD, view.order)
    if not view.order.is_open:
        raise WrongStatus(view.order.reference, view.order.status, "file")
    if button.verb == "file_side":
        return await parts.pressed(turn, actor, one, view, button.arg)
    return _ask_revision(turn, one, view)


async def file_of(turn: Turn, file_id: str) -> tuple[FileView, OrderView] | None:
    """A file with its order, if it is one of the person's own and still on file."""

    def job(store: Store) -> tuple[FileView, OrderView] | None:
        one = file_view(store, file_id)
        view = order_view(store, one.file.order_id) if one else None
        return (one, view) if one and view and one.file.withdrawn_at is None else None

    found = await turn.room.database.read(job)
    return found if found is not None and found[1].order.partner_id in turn.scene.partners else None


def _ask_revision(turn: Turn, one: FileView, view: OrderView) -> Outcome:
    lines = [say("files-revise-ask", turn.language, name=one.file.name)]
    if one.newest.review_note:
        lines.append(say("files-revise-note", turn.language, note=one.newest.review_note))
    return Outcome(send=Screen.of("\n".join(lines)), question=Question("revise", {"file": one.file.id}, view.order.id))


# -- the upload link ---------------------------------------------------------------------------------------------------


async def give_link(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """A one-time upload link for the presser: privately, or in a topic that only Cutr and the partner read.

    Raises `Refusal`, `Again`, `StorageAway`.
    """
    page, language, scene = turn.room.upload_page, turn.language, turn.scene
    if page is None:
        return Outcome(toast=say("files-link-off", language), alarming=True)
    if not view.order.is_open:
        raise WrongStatus(view.order.reference, view.order.status, "file")
    code = await turn.do(MakeUploadLink(view.order.id), actor)
    screen = _link_screen(view, page(str(code)), language)
    if scene.is_private:
        turn.say(screen)
        return Outcome()

    async def hand_over() -> None:
        if await turn.room.replies.say(scene.user_id, None, screen) is not None:
            told = Screen.of(say("files-link-sent", language))
        else:
            told = screen if _is_cutr_only(scene) else Screen.of(say("files-link-nowhere", language))
        await turn.room.replies.say(scene.chat_id, scene.thread, told, turn.message_id)

    turn.then(hand_over)
    return Outcome()


def _is_cutr_only(scene: Scene) -> bool:
    return scene.place is not None and scene.place.audience is Audience.CUTR_ONLY


def _link_screen(view: OrderView, address: str, language: str) -> Screen:
    words = say("files-link", language, reference=view.order.reference, address=address)
    return Screen(bold(view.order.reference).followed_by(f"\n{words}\n{say('files-link-personal', language)}"))
