"""Pictures of what is filed: an upload set for its card and its review, an order's files for lists and pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from core import filing
from core.files import File, FileKind, ItemState, Review, Revision, SlipVersion, UploadItem, UploadSet
from core.orders import Order
from core.people import Party
from core.ports import Store


@dataclass(slots=True)
class FileView:
    """A file with its newest revision and the earlier ones, newest first."""

    file: File
    revisions: list[Revision] = field(default_factory=list)

    @property
    def newest(self) -> Revision:
        """The revision that counts."""
        return self.revisions[0]


@dataclass(slots=True)
class UploadView:
    """A set with its items and files; `guesses` are all kinds, likeliest first, `lacking` what is still needed."""

    upload: UploadSet
    items: list[UploadItem]
    files: list[FileView]
    guesses: list[FileKind]
    lacking: list[FileKind]
    folders: list[str]
    known_as: dict[str, str] = field(default_factory=dict)
    """Of each duplicate item, or one that is `alike`: the name under which the same is on file already."""

    def count(self, *states: ItemState) -> int:
        """How many items are in one of these states."""
        return sum(item.state in states for item in self.items)

    @property
    def warnings(self) -> list[str]:
        """What the checks found, each once."""
        return list(dict.fromkeys(one for item in self.items for one in item.warnings))


def upload_view(store: Store, set_id: str) -> UploadView | None:
    """The picture of one set, or None."""
    upload = store.upload_sets.get(set_id)
    order = store.orders.get(upload.order_id) if upload else None
    if upload is None or order is None:
        return None
    items = store.upload_items.find(set_id=set_id)
    files = [view for view in (file_view(store, item.file_id) for item in items if item.file_id) if view]
    lacks = kinds_lacking(store, order)
    names = [item.source.name for item in items]
    return UploadView(
        upload, items, files, filing.guesses(upload.note or "", names, lacks, _last(store, upload)), lacks,
        list(order.folders), _known_as(store, items),
    )  # fmt: skip


def _known_as(store: Store, items: list[UploadItem]) -> dict[str, str]:
    found = {item.id: store.files.get(item.duplicate_of) for item in items if item.duplicate_of}
    return {item_id: file.name for item_id, file in found.items() if file is not None}


def _last(store: Store, upload: UploadSet) -> FileKind | None:
    """What this person chose last on this order."""
    chosen = [one for one in store.upload_sets.find(order_id=upload.order_id, author_id=upload.author_id)
              if one.kind is not None and one.id != upload.id]  # fmt: skip
    return max(chosen, key=lambda one: one.touched_at).kind if chosen else None


def file_view(store: Store, file_id: str) -> FileView | None:
    """A file with all its versions, or None."""
    file = store.files.get(file_id)
    if file is None:
        return None
    found = sorted(store.revisions.find(file_id=file_id), key=lambda one: -one.number)
    return FileView(file, found)


def files_of(store: Store, order_id: str) -> list[FileView]:
    """Everything on file for an order, withdrawn ones left out, by folder and name."""
    found = store.files.find(order_id=order_id, withdrawn_at=None)
    views = [file_view(store, file.id) for file in sorted(found, key=lambda file: (file.folder, file.name))]
    return [view for view in views if view is not None]


def kinds_lacking(store: Store, order: Order) -> list[FileKind]:
    """The required kinds of which nothing usable is on file."""
    return lacking_of(order, store.files.find(order_id=order.id, withdrawn_at=None))


def lacking_of(order: Order, filed: list[File]) -> list[FileKind]:
    """The required kinds that none of these files satisfies: at least one that is not rejected (domain.md 6.1)."""
    needed = [FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO]
    needed += [FileKind.PRODUCTION_DRAWING] if order.needs_production_drawings else []
    needed += [FileKind.SAMPLE_PHOTO] if order.needs_sample_pictures else []
    there = {file.kind for file in filed if file.review is not Review.REJECTED and counts(order, file)}
    return [kind for kind in needed if kind not in there]


def counts(order: Order, file: File) -> bool:
    """Whether a file says something about this assignment: another workshop's photos from before do not."""
    earlier = order.assigned_at is not None and file.created_at < order.assigned_at
    return not (earlier and file.party is Party.PARTNER)


def valid_slip(store: Store, order_id: str) -> SlipVersion | None:
    """The packing slip that counts now."""
    return next((slip for slip in reversed(store.slips.find(order_id=order_id)) if slip.outdated_at is None), None)
