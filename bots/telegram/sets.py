"""The card of what somebody sent in one go: the question where it goes, or one line that says where it went. Pure.

What a press on it does is in filing.py; when it is shown again is the core's business.
"""

from __future__ import annotations

from datetime import date, timedelta
from zlib import crc32

from bots.buttons import Button
from bots.refusing import kinds_words
from bots.showing import show_list
from bots.telegram.cards import placed
from bots.telegram.dialogs.codes import base36
from bots.telegram.labels import key
from bots.telegram.screen import Key, Rows, Screen, bold, fitting, paired
from bots.texts import knows, say
from core.chats import MediaKind, Place, PlaceKind
from core.file_views import FileView, UploadView
from core.files import PHOTO_KINDS, FileKind, ItemState, Review, SetState, UploadItem
from core.orders import TaskKey
from core.richtext import RichText
from core.views import OrderView

DUE_BEFORE = timedelta(days=3)
"""Finished photos are wanted so long before the delivery (domain.md 7)."""
_MOST_LINES = 6
_MOST_FOLDERS = 8


def set_screen(shown: UploadView, view: OrderView, place: Place | None, language: str) -> Screen:
    """The card of a set, under the label of its chat where several share one spot."""
    match shown.upload.state:
        case SetState.ASKED:
            lines, rows = _question(shown, language)
        case SetState.FILED:
            lines, rows = _answer(shown, view, language), _answer_rows(shown, language)
        case SetState.UNDONE:
            lines, rows = [say("files-taken-back", language)], ()
    lines += _troubles(shown, language)
    if shown.count(ItemState.TOO_LARGE):
        rows = (*rows, (key("file_link", view.order.id, language),))
    if shown.upload.package is not None and place is not None and place.kind is PlaceKind.DIRECT:
        rows = (*rows, (key("package", view.order.id, language, str(shown.upload.package)),))
    return Screen(fitting(_labelled(RichText.of("\n".join(lines)), view, place, language)), rows)


def _labelled(text: RichText, view: OrderView, place: Place | None, language: str) -> RichText:
    """Under the name of its chat, or of its order, where several share one spot."""
    if place is None or place.thread is not None:
        return text
    if place.kind is PlaceKind.PRIVATE:
        return placed(text, view.order.reference, place.audience, language)
    return bold(view.order.reference).followed_by("\n").followed_by(text)


# -- where does it go? -------------------------------------------------------------------------------------------------


def _question(shown: UploadView, language: str) -> tuple[list[str], Rows]:
    count = len(shown.items) - shown.count(ItemState.TOO_LARGE, ItemState.LOST)
    if count == 0:
        return [], ()
    are_photos = all(item.source.kind is MediaKind.PHOTO for item in shown.items)
    line = say("files-ask-photos", language, count=count) if are_photos else say("files-ask", language, count=count)
    return [line], kind_rows(shown, language)


def kind_rows(shown: UploadView, language: str) -> Rows:
    """One button per kind, the best guess first and alone on its row."""
    first, *others = [key("file_as", shown.upload.id, language, kind) for kind in shown.guesses]
    return ((first,), *paired(others))


def move_screen(shown: UploadView, language: str) -> Screen:
    """The kinds again, and the way back."""
    line = say("files-ask", language, count=len(living(shown)) or 1)
    return Screen.of(line, (*kind_rows(shown, language), (key("file_show", shown.upload.id, language),)))


# -- where it went -----------------------------------------------------------------------------------------------------


def _answer(shown: UploadView, view: OrderView, language: str) -> list[str]:
    lines = [_filed_line(shown, language), *_verdicts(shown, language)]
    lines += [say("files-duplicate", language, name=named(shown, item, language),
                  filed=shown.known_as.get(item.id, "?"))
              for item in shown.items if item.state is ItemState.DUPLICATE][:_MOST_LINES]  # fmt: skip
    return [line for line in (*lines, *_warnings(shown, view, language)) if line]


def _filed_line(shown: UploadView, language: str) -> str:
    alive = living(shown)
    if shown.upload.revises is not None:
        newest = alive[0] if alive else None
        told = newest and say("files-revised", language, number=str(newest.newest.number), name=newest.file.name)
        return told or ""
    parts = []
    if alive and shown.upload.package is not None:
        parts.append(say("files-filed-package", language, count=len(alive), where=where(shown, language),
                         package=str(shown.upload.package)))  # fmt: skip
    elif alive:
        parts.append(say("files-filed", language, count=len(alive), where=where(shown, language)))
    elif not shown.count(ItemState.WANTED, ItemState.STORED):
        parts.append(say("files-none-filed", language))
    if shown.lacking:
        parts.append(say("files-missing", language, kinds=kinds_words(shown.lacking, language)))
    elif alive:
        parts.append(say("files-complete", language))
    return " · ".join(parts)


def where(shown: UploadView, language: str) -> str:
    """The folder's name as people say it: the kind, beneath the folder that was chosen."""
    kind = say(f"kind-{shown.upload.kind}", language) if shown.upload.kind else ""
    return f"{shown.upload.folder} / {kind}" if shown.upload.folder else kind


def living(shown: UploadView) -> list[FileView]:
    """The set's files that are not withdrawn."""
    return [one for one in shown.files if one.file.withdrawn_at is None]


def _verdicts(shown: UploadView, language: str) -> list[str]:
    alive = living(shown)
    notes = list(dict.fromkeys(one.newest.review_note or "" for one in alive if one.file.review is Review.REJECTED))
    if notes:
        return [say("files-judged-rejected", language, note=" / ".join(note for note in notes if note))]
    if alive and all(one.file.review is Review.APPROVED for one in alive):
        return [say("files-judged-approved", language)]
    return []


def named(shown: UploadView, item: UploadItem, language: str) -> str:
    """What to call one item of a set: photos have no names of their own."""
    if item.source.kind is not MediaKind.PHOTO and item.source.name:
        return item.source.name
    return say("files-photo", language, number=str(shown.items.index(item) + 1))


# -- what the checks found ---------------------------------------------------------------------------------------------


def warned(shown: UploadView) -> list[UploadItem]:
    """The items with a warning that nobody has answered yet."""
    gone = {one.file.id for one in shown.files if one.file.withdrawn_at is not None}
    return [item for item in shown.items
            if item.file_id not in gone and any(word != "late" for word in item.warnings)]  # fmt: skip


def _warnings(shown: UploadView, view: OrderView, language: str) -> list[str]:
    items = warned(shown)
    lines = []
    for item in items[:_MOST_LINES]:
        found = [_warning(shown, item, word, language) for word in item.warnings if word != "late"]
        words = show_list(found, language)
        lines.append(say("files-warned", language, name=named(shown, item, language), warnings=words))
    if len(items) > _MOST_LINES:
        lines.append(say("files-warned-more", language, count=str(len(items) - _MOST_LINES)))
    if is_late(shown, view):
        lines.append(say("files-remark", language, warning=say("upload-warning-late", language)))
    return lines


def _warning(shown: UploadView, item: UploadItem, word: str, language: str) -> str:
    if word == "alike" and item.id in shown.known_as:
        return say("upload-warning-alike-as", language, filed=shown.known_as[item.id])
    return warning_words(word, language)


def warning_words(word: str, language: str) -> str:
    """A check's finding in words; a new one is shown by its key."""
    return say(f"upload-warning-{word}", language) if knows(f"upload-warning-{word}") else word.replace("_", " ")


def is_late(shown: UploadView, view: OrderView) -> bool:
    """Whether finished photos came later than three days before the delivery."""
    delivery = delivery_day(view)
    if shown.upload.kind is not FileKind.FINISHED_PHOTO or not living(shown):
        return False
    told = any("late" in item.warnings for item in shown.items)
    return told or (delivery is not None and shown.upload.opened_at.date() > delivery - DUE_BEFORE)


def delivery_day(view: OrderView) -> date | None:
    """The day of the delivery, once it is set."""
    return next((t.date for t in view.tasks if t.key is TaskKey.DELIVERY_SCHEDULE and t.date), None)


def _troubles(shown: UploadView, language: str) -> list[str]:
    lines = []
    waiting, lost = shown.count(ItemState.WANTED), shown.count(ItemState.LOST)
    if waiting and shown.upload.state is not SetState.UNDONE:
        count = len(shown.items)
        lines.append(say("files-storing", language, done=str(count - waiting), count=str(count)))
    if lost:
        lines.append(say("files-lost", language, count=lost))
    big = [item.source.name for item in shown.items if item.state is ItemState.TOO_LARGE]
    if big:
        lines.append(say("files-too-large", language, names=show_list(big, language)))
    return lines


# -- buttons -----------------------------------------------------------------------------------------------------------


def _answer_rows(shown: UploadView, language: str) -> Rows:
    set_id, rows = shown.upload.id, list[tuple[Key, ...]]()
    if warned(shown):
        rows.append((key("file_keep", set_id, language), key("file_retake", set_id, language)))
    rows += _folder_rows(shown, language)
    if nameless(shown):
        rows.append((key("file_part", set_id, language),))
    if shown.upload.revises is None and (living(shown) or shown.count(ItemState.WANTED, ItemState.STORED)):
        rows.append((key("file_move", set_id, language), key("file_undo", set_id, language)))
    red = [one for one in living(shown) if one.file.review is Review.REJECTED]
    rows += [(revise_key(one, language),) for one in red[:_MOST_LINES]]
    return tuple(rows)


def revise_key(one: FileView, language: str) -> Key:
    """*Upload revision* of one file, by its name."""
    return Key(say("files-revise-key", language, name=one.file.name), Button("file_revise", one.file.id))


def nameless(shown: UploadView) -> list[FileView]:
    """Photos whose name does not carry part and side (domain.md 7); packed ones need none."""
    if shown.upload.kind not in PHOTO_KINDS - {FileKind.PACKED_PHOTO}:
        return []
    return [one for one in living(shown) if not one.file.part_side]


def _folder_rows(shown: UploadView, language: str) -> Rows:
    """The order's own folders, until one is chosen."""
    if shown.upload.folder is not None or shown.upload.revises is not None:
        return ()
    return paired(
        Key(say("files-folder", language, folder=folder), Button("file_folder", shown.upload.id, folder_code(folder)))
        for folder in shown.folders[:_MOST_FOLDERS]
    )


def folder_code(folder: str) -> str:
    """A folder in a button: short, and another one as soon as the folder is called differently."""
    return base36(crc32(folder.encode()))
