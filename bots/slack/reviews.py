"""What staff see of a set that a workshop has filed: names, warnings, note, a contact sheet, and the two verdicts.

The words are edited once a verdict is there. How they are sent is bots/slack/sender.py, with the sheet as a picture
behind them in the same thread (platforms.md 1.10).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from bots.buttons import Button
from bots.slack import blocks
from bots.slack.filing import SIGNS, living, troubles, warning_words, where
from bots.slack.when import moment_words
from bots.texts import say
from core.file_views import FileView, UploadView
from core.files import ItemState, Review, Revision, SetState

Json = dict[str, Any]
ContactSheet = Callable[[UploadView, Path], Awaitable[Path | None]]
"""Draws the set's pictures on one at the path given, and returns it; None when none of them can be shown."""
SHOWN = 15


def own_version(shown: UploadView, view: FileView) -> Revision:
    """The version that came with this set: a later one has a card of its own."""
    sent = {item.sha256 for item in shown.items if item.file_id == view.file.id}
    return next((revision for revision in view.revisions if revision.sha256 in sent), view.newest)


def review_message(shown: UploadView, zone: str) -> tuple[str, list[Json]]:
    """The fallback text and the blocks; buttons while something of it waits for a verdict."""
    upload, files = shown.upload, living(shown)
    head = say("slack-review-title", count=len(files), where=where(shown), name=blocks.one_line(upload.author_name))
    if upload.state is SetState.UNDONE or not files:
        gone = say("slack-review-gone", name=blocks.one_line(upload.author_name))
        return gone, [blocks.words(gone)]
    lines = [_line(shown, view, zone) for view in files[:SHOWN]]
    lines += [say("slack-set-more", count=len(files) - SHOWN)] if len(files) > SHOWN else []
    made = [blocks.words(head), *blocks.paragraphs("\n".join(lines))]
    if upload.note:
        made.append(blocks.words(say("slack-review-note", note=upload.note[:1000])))
    other = _not_filed(shown)
    made += [blocks.context("\n".join(other))] if other else []
    return head, [*made, *blocks.rows(_buttons(shown, files))]


def _line(shown: UploadView, view: FileView, zone: str) -> str:
    revision, file = own_version(shown, view), view.file
    part = f" ({blocks.one_line(file.part_side)})" if file.part_side else ""
    package = say("slack-review-package", number=str(file.package)) if file.package else ""
    text = f"{SIGNS[revision.review]} {file.name}{part}{package}"
    if revision.number > 1:
        text += say("slack-review-version", number=str(revision.number))
    if revision.warnings:
        text += f"\n    ⚠️ {warning_words(revision.warnings)}"
    return text + _verdict(revision, zone)


def _verdict(revision: Revision, zone: str) -> str:
    if revision.review is Review.PENDING or revision.reviewed_at is None:
        return ""
    note = f": {blocks.one_line(revision.review_note)[:300]}" if revision.review_note else ""
    return "\n    " + say(f"slack-review-{revision.review}", name=blocks.one_line(revision.reviewed_by or ""),
                          moment=moment_words(revision.reviewed_at, zone), note=note)  # fmt: skip


def _not_filed(shown: UploadView) -> list[str]:
    odd = {ItemState.DUPLICATE, ItemState.LOST, ItemState.TOO_LARGE}
    kept = [item for item in shown.items if item.state in odd]
    return troubles(UploadView(shown.upload, kept, [], [], [], [], shown.known_as)) if kept else []


def _buttons(shown: UploadView, files: list[FileView]) -> Iterator[Json]:
    set_id, order_id = shown.upload.id, shown.upload.order_id
    if any(own_version(shown, view) is view.newest and view.file.review is Review.PENDING for view in files):
        yield blocks.button(Button("file_approve", set_id), style="primary")
        yield blocks.button(Button("file_reject", set_id), style="danger")
    yield blocks.button(Button("files", order_id), say("slack-review-each"))
