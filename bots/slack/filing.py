"""The card of files that staff sent in one go: the question where they go, or one line that says where they went. Pure.

Presses on it are in bots/slack/filed.py; the partner's card is Telegram's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bots.buttons import Button
from bots.refusing import kinds_words
from bots.slack import blocks
from bots.texts import knows, say
from core.file_views import FileView, UploadView
from core.files import FileKind, ItemState, Review, SetState, UploadItem

Json = dict[str, Any]
LINES = 12
SIGNS = {Review.APPROVED: "🟢", Review.PENDING: "🟡", Review.REJECTED: "🔴"}
"""Green, yellow, red of domain.md 6.2."""


def set_message(shown: UploadView) -> tuple[str, list[Json]]:
    """The fallback text and the blocks of the card."""
    lines = [*_head(shown), *troubles(shown)]
    return lines[0], [*blocks.paragraphs("\n".join(lines)), *blocks.rows(_buttons(shown))]


def living(shown: UploadView) -> list[FileView]:
    """The set's files that were not taken back, each once."""
    found = {view.file.id: view for view in shown.files if view.file.withdrawn_at is None}
    return list(found.values())


def _head(shown: UploadView) -> Iterator[str]:
    match shown.upload.state:
        case SetState.ASKED:
            yield say("slack-set-ask", count=len(shown.items))
        case SetState.UNDONE:
            yield say("slack-set-undone")
        case SetState.FILED:
            yield say("slack-set-filed", count=len(living(shown)), where=where(shown))
            lacking = kinds_words(shown.lacking)
            yield say("slack-set-lacking", kinds=lacking) if shown.lacking else say("slack-set-complete")
    stored = len(shown.items) - shown.count(ItemState.WANTED)
    if stored < len(shown.items):
        yield say("slack-set-storing", done=str(stored), count=str(len(shown.items)))


def where(shown: UploadView) -> str:
    """The kind in words, beneath the folder that was chosen."""
    kind = say(f"kind-{shown.upload.kind or FileKind.OTHER}")
    return f"{blocks.one_line(shown.upload.folder)} / {kind}" if shown.upload.folder else kind


def troubles(shown: UploadView) -> list[str]:
    """A line for each item that was not simply filed, and for what the checks found."""
    found = [line for item in shown.items for line in _trouble(shown, item)]
    return [*found[:LINES], *([say("slack-set-more", count=len(found) - LINES)] if len(found) > LINES else [])]


def _trouble(shown: UploadView, item: UploadItem) -> Iterator[str]:
    name = blocks.one_line(item.source.name)[:80] or str(item.source.kind)
    match item.state:
        case ItemState.DUPLICATE:
            yield say("slack-set-duplicate", name=name, filed=shown.known_as.get(item.id, ""))
        case ItemState.LOST:
            yield say("slack-set-lost", name=name)
        case ItemState.TOO_LARGE:
            yield say("slack-set-too-large", name=name)
        case _:
            pass
    if item.warnings:
        yield say("slack-set-warned", name=name, warnings=warning_words(item.warnings, shown.known_as.get(item.id)))


def warning_words(keys: list[str], alike_as: str | None = None) -> str:
    """What the checks found, in words; a check nobody has words for stays its key."""
    return "; ".join(_warning(key, alike_as) for key in keys)


def _warning(key: str, alike_as: str | None) -> str:
    if key == "alike" and alike_as is not None:
        return say("upload-warning-alike-as", filed=alike_as)
    return say(f"upload-warning-{key}") if knows(f"upload-warning-{key}") else key


def _buttons(shown: UploadView) -> Iterator[Json]:
    upload = shown.upload
    if upload.state is SetState.ASKED:
        for number, kind in enumerate(shown.guesses):
            style = None if number else "primary"
            yield blocks.button(Button("file_as", upload.id, kind), say(f"kind-{kind}"), style=style)
        if shown.folders:
            yield blocks.button(Button("file_move", upload.id), say("slack-set-folders"))
    if upload.state is SetState.FILED and upload.revises is None and living(shown):
        yield blocks.button(Button("file_move", upload.id))
        yield blocks.button(Button("file_undo", upload.id))
