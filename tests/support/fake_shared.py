"""Stand-ins for the views of what the customer may read: computed from the store's own dictionaries at each look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from core.chats import Audience, Message, MessageState
from core.files import CUSTOMER_SEES, File, Revision, SetState, UploadItem
from core.people import Role
from core.timeline import Entry

if TYPE_CHECKING:
    from tests.support.fake_store import FakeStore

T = TypeVar("T")


class FakeView(Generic[T]):
    """`core.ports.Shown` over what `source` gives."""

    def __init__(self, source: Callable[[], list[T]]) -> None:
        self._source = source

    def get(self, item_id: str) -> T | None:
        found = self.find(id=item_id)
        return found[0] if found else None

    def find(self, **equals: object) -> list[T]:
        return [item for item in self._source() if all(_fits(getattr(item, key), want) for key, want in equals.items())]


def _fits(value: object, wanted: object) -> bool:
    return value in wanted if isinstance(wanted, frozenset) else value == wanted


def shared_messages(store: FakeStore) -> list[Message]:
    return store.messages.find(audience=Audience.WITH_CUSTOMER, state=MessageState.LIVE)


def shared_files(store: FakeStore) -> list[File]:
    return store.files.find(audience=Audience.WITH_CUSTOMER, withdrawn_at=None, kind=CUSTOMER_SEES)


def shared_revisions(store: FakeStore) -> list[Revision]:
    return store.revisions.find(file_id=frozenset(file.id for file in shared_files(store)))


def shared_items(store: FakeStore) -> list[UploadItem]:
    sets = [one for one in store.upload_sets.find(audience=Audience.WITH_CUSTOMER) if one.state is not SetState.UNDONE]
    return store.upload_items.find(set_id=frozenset(one.id for one in sets))


def shared_changes(store: FakeStore) -> list[Entry]:
    return store.entries.find(event="delivery_date_changed")


def shared_verdicts(store: FakeStore) -> list[Entry]:
    return store.entries.find(event=frozenset({"file_approved", "file_rejected"}), actor_role=Role.CUSTOMER)
