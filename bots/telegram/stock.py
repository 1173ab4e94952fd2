"""What is on file for an order, per kind and file by file with every version; and what is still missing. Pure pictures.

How things get on file is in sets.py and filing.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from bots.buttons import Button
from bots.refusing import kinds_words
from bots.showing import show_date, show_list
from bots.telegram.cards import PAGE, Reader, page_row
from bots.telegram.labels import key
from bots.telegram.screen import Key, Screen, paired, titled
from bots.telegram.sets import DUE_BEFORE, delivery_day, revise_key
from bots.texts import say
from core.file_views import FileView, files_of, kinds_lacking, valid_slip
from core.files import FileKind, Review, Revision, SlipVersion
from core.ports import Store
from core.views import OrderView

SIGNS = {Review.APPROVED: "🟢", Review.PENDING: "🟡", Review.REJECTED: "🔴"}
"""Green, yellow, red of domain.md 6.2."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything on file, what the order still lacks, its slips (oldest first) and the one that counts."""

    files: list[FileView] = field(default_factory=list)
    lacking: list[FileKind] = field(default_factory=list)
    slips: list[SlipVersion] = field(default_factory=list)
    slip: SlipVersion | None = None

    def of_kind(self, kind: FileKind) -> list[FileView]:
        """The files of one kind."""
        return [one for one in self.files if one.file.kind is kind]

    @property
    def rejected(self) -> list[FileView]:
        """What needs a revision."""
        return [one for one in self.files if one.file.review is Review.REJECTED]


def stock_of(store: Store, order_id: str) -> Stock:
    """The stock as it is now; empty for an order that is not known."""
    order = store.orders.get(order_id)
    if order is None:
        return Stock()
    slips = store.slips.find(order_id=order_id)
    return Stock(files_of(store, order_id), kinds_lacking(store, order), slips, valid_slip(store, order_id))


# -- /files ------------------------------------------------------------------------------------------------------------


def files_screen(view: OrderView, stock: Stock, reader: Reader, today: date) -> Screen:
    """Counts and review states per kind, what is missing and until when; and the ways to send more."""
    order, language = view.order, reader.language
    lines = [_kind_line(kind, stock, language) for kind in _kinds_shown(view, stock)]
    lines += ["", _lacking_line(stock, language), *_due_lines(view, stock, language, today)]
    if order.folders:
        lines.append(say("files-folders", language, folders=", ".join(order.folders)))
    lines += ["", say("files-how", language)] if order.is_open else []
    rows = [*paired(_list_keys(view, stock, language))]
    if order.is_open:
        rows += [(key("check", order.id, language), key("slip", order.id, language))]
        rows += [(key("file_link", order.id, language),)]
    return Screen.titled(say("files-title", language, reference=order.reference), "\n".join(lines), rows)


def _kinds_shown(view: OrderView, stock: Stock) -> list[FileKind]:
    """The required kinds and the signed slip always, others once there is something."""
    order = view.order
    wanted = {FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO, FileKind.SIGNED_PACKING_SLIP}
    wanted |= {FileKind.PRODUCTION_DRAWING} if order.needs_production_drawings else set()
    wanted |= {FileKind.SAMPLE_PHOTO} if order.needs_sample_pictures else set()
    return [kind for kind in FileKind if kind in wanted or stock.of_kind(kind)]


def _kind_line(kind: FileKind, stock: Stock, language: str) -> str:
    files, where = stock.of_kind(kind), say(f"kind-{kind}", language)
    if not files:
        return say("files-line-none", language, where=where)
    states = Counter(one.file.review for one in files)
    told = show_list([say("files-line-state", language, count=str(states[state]), state=state_words(state, language))
                      for state in SIGNS if states[state]], language)  # fmt: skip
    return say("files-line-states", language, sign=worst(files), where=where, count=str(len(files)), states=told)


def worst(files: Iterable[FileView]) -> str:
    """The sign of the state that needs most care."""
    found = {one.file.review for one in files}
    return next(SIGNS[state] for state in (Review.REJECTED, Review.PENDING, Review.APPROVED) if state in found)


def state_words(state: Review, language: str) -> str:
    """A review state in words."""
    return say(f"review-{state}", language)


def _lacking_line(stock: Stock, language: str) -> str:
    if not stock.lacking:
        return say("files-lacking-none", language)
    return say("files-lacking", language, kinds=kinds_words(stock.lacking, language))


def _due_lines(view: OrderView, stock: Stock, language: str, today: date) -> list[str]:
    day = delivery_day(view)
    if day is None or FileKind.FINISHED_PHOTO not in stock.lacking:
        return []
    due = day - DUE_BEFORE
    return [say("files-due" if due >= today else "files-due-over", language, day=show_date(due, language))]


def _list_keys(view: OrderView, stock: Stock, language: str) -> list[Key]:
    return [
        Key(f"{say(f'kind-{kind}', language)} ({len(stock.of_kind(kind))})", Button("file_list", view.order.id, kind))
        for kind in FileKind
        if stock.of_kind(kind)
    ]


# -- one kind, file by file --------------------------------------------------------------------------------------------


def list_screen(view: OrderView, stock: Stock, arg: str, reader: Reader) -> Screen:
    """A page of one kind's files, each with all its versions and their notes. Raises ValueError for an odd `arg`."""
    name, _, number = arg.partition(".")
    kind, page = FileKind(name), int(number or 0)
    language, files = reader.language, stock.of_kind(kind)
    shown = files[page * PAGE : (page + 1) * PAGE]
    text = "\n\n".join(_file_lines(one, reader) for one in shown) or say("files-list-empty", language)
    rows: list[tuple[Key, ...]] = [(revise_key(one, language),) for one in shown if one.file.review is Review.REJECTED]
    rows += page_row(Button("file_list", view.order.id, kind), page, len(files), language)
    rows += [(key("files", view.order.id, language),)]
    title = say("files-list-title", language, reference=view.order.reference, where=say(f"kind-{kind}", language))
    return Screen(titled(title, text), tuple(rows))


def _file_lines(one: FileView, reader: Reader) -> str:
    language, file = reader.language, one.file
    part = f" ({file.part_side})" if file.part_side else ""
    head = say("files-file", language, sign=SIGNS[file.review], name=file.name, part=part,
               state=state_words(file.review, language))  # fmt: skip
    return "\n".join([head, *(_version_line(revision, reader) for revision in one.revisions)])


def _version_line(revision: Revision, reader: Reader) -> str:
    language = reader.language
    notes = [note for note in (revision.note, revision.review_note) if note]
    day = show_date(revision.uploaded_at.astimezone(ZoneInfo(reader.zone)).date(), language)
    told = f" · {' / '.join(notes)}" if notes else ""
    return say("files-version", language, number=str(revision.number), day=day, by=revision.uploaded_by_name,
               state=state_words(revision.review, language), note=told)  # fmt: skip
