"""Forms about files: everything on file with its verdicts, moving a set, rejecting with a note, the packing slip."""

from __future__ import annotations

from typing import Any

from bots.buttons import Button
from bots.refusing import kinds_words
from bots.slack import blocks
from bots.slack.filing import SIGNS, warning_words
from bots.slack.modals.frame import (
    MAY_BE_EMPTY,
    Json,
    Meta,
    Values,
    ask_for,
    meta_of,
    modal,
    number,
    one_of,
    prose,
)  # fmt: skip
from bots.slack.updates import Asking
from bots.slack.when import moment_words
from bots.texts import say
from core.commands import FileSet, MakeSlip, ReviewFile, ReviewSet
from core.file_views import FileView, UploadView, files_of, valid_slip
from core.files import FileKind, Review, Revision, SlipVersion
from core.ports import Store
from core.views import OrderView, order_view

USUAL = "-"
PAGE = 20
VERSIONS = 5


# -- everything on file


async def listing(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """An order's files, a page of them, with their versions and a verdict for each that waits."""
    found = await ask.room.database.read(lambda store: files_of(store, view.order.id))
    return listing_view(view, found, meta, ask.room.zone)


def listing_view(view: OrderView, found: list[FileView], meta: Meta, zone: str) -> Json:
    """The modal of it. Pure."""
    page = int(meta.get("page") or 0)
    kinds = kinds_words(view.lacking)
    shown = [blocks.words(say("slack-files-lacking", kinds=kinds) if view.lacking else say("slack-files-complete"))]
    for one in found[page * PAGE : (page + 1) * PAGE]:
        shown.append(blocks.words(_file_words(one, zone)))
        shown += blocks.rows(_verdicts(one))
    if not found:
        shown.append(blocks.words(say("slack-files-none")))
    pages = [blocks.button(Button("files", view.order.id, str(page - 1)), say("slack-newer"))] if page else []
    if len(found) > (page + 1) * PAGE:
        pages.append(blocks.button(Button("files", view.order.id, str(page + 1)), say("slack-older")))
    title = say("slack-title-files", reference=view.order.reference)
    return modal("files", title, meta, [*shown, *blocks.rows(pages)])


def _file_words(one: FileView, zone: str) -> str:
    part = f" ({blocks.one_line(one.file.part_side)})" if one.file.part_side else ""
    lines = [f"{SIGNS[one.file.review]} {one.file.folder} / {one.file.name}{part}"]
    lines += [_version_words(revision, zone) for revision in one.revisions[:VERSIONS]]
    return "\n".join(lines)


def _version_words(revision: Revision, zone: str) -> str:
    told = [
        say("slack-files-version", number=str(revision.number), name=blocks.one_line(revision.uploaded_by_name),
            moment=moment_words(revision.uploaded_at, zone), state=say(f"review-{revision.review}")),
        f"“{blocks.one_line(revision.note)[:200]}”" if revision.note else "",
        say("slack-files-said", name=blocks.one_line(revision.reviewed_by or ""),
            note=blocks.one_line(revision.review_note)[:200]) if revision.review_note else "",
        f"⚠️ {warning_words(revision.warnings)}" if revision.warnings else "",
    ]  # fmt: skip
    return " · ".join(part for part in told if part)


def _verdicts(one: FileView) -> list[Json]:
    if one.file.review is Review.APPROVED:
        return []
    approve = blocks.button(Button("file_approve_one", one.file.id), style="primary")
    reject = blocks.button(Button("file_reject_one", one.file.id), style="danger")
    return [approve, *([reject] if one.file.review is Review.PENDING else [])]


async def shown_anew(ask: Asking) -> None:
    """Bring the list that was pressed in up to date; it may be lost."""
    inside: dict[str, Any] = ask.update.body.get("view") or {}
    if inside.get("callback_id") != "files":
        return
    meta = meta_of(inside)

    def read(store: Store) -> tuple[OrderView | None, list[FileView]]:
        return order_view(store, meta["order"]), files_of(store, meta["order"])

    view, found = await ask.room.database.read(read)
    if view is not None:
        made = listing_view(view, found, meta, ask.room.zone)
        ask.room.slack.later(ask.room.slack.client.views_update(view_id=inside["id"], view=made))


# -- moving and judging


def move(meta: Meta, shown: UploadView) -> Json:
    """Where a set goes, with the order's own folders where it has some."""
    kinds = [(kind.value, say(f"kind-{kind}")) for kind in shown.guesses]
    made = [ask_for("kind", one_of(kinds, shown.upload.kind or shown.guesses[0]))]
    if shown.folders:
        folders = [(USUAL, say("slack-folder-usual")), *((f"{n}", name) for n, name in enumerate(shown.folders[:99]))]
        chosen = str(shown.folders.index(shown.upload.folder)) if shown.upload.folder in shown.folders else USUAL
        made.append(ask_for("folder", one_of(folders, chosen)))
    return modal("file_move", say("slack-title-file-move"), meta, made)


async def make_move(ask: Asking, meta: Meta, values: Values) -> object:
    """File the set there."""
    chosen = values.choice("folder")
    folders = await ask.room.database.read(lambda store: _folders(store, meta["set"]))
    folder = folders[int(chosen)] if chosen.isdigit() and int(chosen) < len(folders) else None
    return await ask.do(FileSet(meta["set"], FileKind(values.choice("kind")), folder))


def _folders(store: Store, set_id: str) -> list[str]:
    upload = store.upload_sets.get(set_id)
    order = store.orders.get(upload.order_id) if upload else None
    return list(order.folders) if order else []


def reject(meta: Meta) -> Json:
    """What needs attention: the workshop reads it."""
    shown = [blocks.words(say("slack-reject-about")), ask_for("note", prose(limit=1000))]
    return modal("file_reject", say("slack-title-file-reject"), meta, shown, submit=say("slack-submit-reject"))


async def make_rejected(ask: Asking, meta: Meta, values: Values) -> object:
    """Reject the file or the set."""
    note = values.text("note")
    if "file" in meta:
        return await ask.do(ReviewFile(meta["file"], approve=False, note=note))
    return await ask.do(ReviewSet(meta["set"], approve=False, note=note))


# -- the packing slip


async def slip(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """How many packages; what the slip that counts says is filled in."""
    known = await ask.room.database.read(lambda store: valid_slip(store, view.order.id))
    shown = [blocks.words(say("slack-slip-about"))]
    if known is not None:
        version, made_at = str(known.version), moment_words(known.made_at, ask.room.zone)
        shown.append(blocks.context(say("slack-slip-known", version=version, count=known.packages, moment=made_at)))
    shown += [
        ask_for("boxes", number(known.boxes if known else None), optional=MAY_BE_EMPTY),
        ask_for("pallets", number(known.pallets if known else None), optional=MAY_BE_EMPTY),
    ]
    return modal("slip", say("slack-title-slip", reference=view.order.reference), meta, shown,
                 submit=say("slack-submit-slip"))  # fmt: skip


async def make_slip(ask: Asking, meta: Meta, values: Values) -> object:
    """Make the slip and have its paper sent to where it was asked for."""
    made = await ask.do(MakeSlip(meta["order"], _count(values, "boxes"), _count(values, "pallets")))
    if isinstance(made, SlipVersion):
        ask.room.slack.later(ask.room.papers.slip(ask, meta["order"]))
    return made


def _count(values: Values, field: str) -> int:
    text = values.text(field)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 6 else 0
