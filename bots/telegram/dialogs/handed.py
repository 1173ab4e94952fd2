"""Files that answer one of the bot's questions: a revision, a checklist's photos, the signed slip, a package's photo.

They are filed for what was asked, and relayed to nobody: reviewers see them on their own card.
"""

from __future__ import annotations

from telegram import Message

from bots.telegram.account import FETCH_LIMIT
from bots.telegram.attachments import attachments_of
from bots.telegram.dialogs import checklists
from bots.telegram.filing import file_of
from bots.telegram.labels import key
from bots.telegram.messages import body_of, origin_of
from bots.telegram.screen import Screen
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.chats import Ask, Attachment
from core.commands import CloseAsk, TakeFiles
from core.files import FileKind, UploadSet
from core.filing import worth_filing
from core.people import Actor
from core.refusals import UnknownThing
from core.views import OrderView

FILE_ASKS = frozenset({"revise", "shot", "signed_slip", "package"})
"""Questions that are answered with files. `revise` and `package` want one only, the others as many as there are."""
_ONCE = frozenset({"revise", "package"})


def carries_files(message: Message) -> bool:
    """Whether there is anything in it to keep."""
    return bool(worth_filing(attachments_of(message)))


async def taken(turn: Turn, actor: Actor, view: OrderView, ask: Ask, message: Message) -> Outcome:
    """File what was sent for what was asked. Raises `Refusal`, `Again`, `StorageAway`."""
    files = attachments_of(message)
    if not worth_filing(files):
        return Outcome(send=Screen.of(say(_wanted(ask), turn.language)))
    upload = await turn.do(await _command(turn, view, ask, message, files), actor)
    if isinstance(upload, UploadSet) and ask.kind == "shot":
        await checklists.note_taken(turn, actor, view, str(ask.data.get("item")), upload)
    if ask.kind in _ONCE:
        await turn.room.dispatcher.dispatch(CloseAsk(ask.id), actor)
    return await _told(turn, view, ask, files, upload)


def _wanted(ask: Ask) -> str:
    return "package-photo-wanted" if ask.kind == "package" else "files-revise-needs-file"


async def _command(turn: Turn, view: OrderView, ask: Ask, message: Message, files: tuple[Attachment, ...]) -> TakeFiles:
    order_id, origin, caption = view.order.id, origin_of(message), body_of(message).plain()
    album = message.media_group_id
    match ask.kind:
        case "revise":
            found = await file_of(turn, str(ask.data.get("file")))
            if found is None:
                raise UnknownThing("file", "")
            # Without its album: the other items of it are no versions of this file.
            return TakeFiles(order_id, origin, files, caption, revises=found[0].file.id)
        case "shot":
            item = str(ask.data.get("item"))
            words = checklists.item_words(item, turn.language)
            note = f"{words}: {caption}" if caption else words
            return TakeFiles(order_id, origin, files, note, checklists.kind_of(item), album)
        case "package":
            package = int(str(ask.data.get("package")))
            return TakeFiles(order_id, origin, files, caption, FileKind.PACKED_PHOTO, album, package=package)
        case _:
            return TakeFiles(order_id, origin, files, caption, FileKind.SIGNED_PACKING_SLIP, album)


async def _told(turn: Turn, view: OrderView, ask: Ask, files: tuple[Attachment, ...], upload: object) -> Outcome:
    """A word here only where no card of the set will say it."""
    if isinstance(upload, UploadSet) and upload.place_id is not None:
        return Outcome()
    language = turn.language
    big = [one.name for one in files if one.size > FETCH_LIMIT]
    if big:
        words = say("files-too-large", language, names=", ".join(big))
        return Outcome(send=Screen.of(words, ((key("file_link", view.order.id, language),),)))
    match ask.kind:
        case "package":
            number = str(ask.data.get("package"))
            words = say("package-filed", language, number=number, reference=view.order.reference)
            return Outcome(send=Screen.of(words, ((key("package", view.order.id, language, number),),)))
        case "revise":
            found = await file_of(turn, str(ask.data.get("file")))
            name = found[0].file.name if found else ""
            return Outcome(send=Screen.of(say("files-revise-taken", language, name=name)))
        case "signed_slip":
            return Outcome(send=Screen.of(say("delivered-slip-thanks", language)))
        case _:
            return Outcome()
