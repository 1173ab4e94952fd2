"""`core.ports.Search`: pages of orders, what needs staff, ages of queues."""

from datetime import timedelta

import pytest

from core.orders import Status
from core.outbox import PostingState
from core.people import Partner
from core.ports import Database, OrderFilter, Page, Store
from core.timeline import Deadline, DeadlineKind
from tests.support.samples import NOON, a_place, a_posting, keep_chat, keep_order

HOUR = timedelta(hours=1)


async def _page(database: Database, which: OrderFilter, after: str | None = None, limit: int = 10) -> Page:
    return await database.read(lambda store: store.search.orders(which, after, limit))


async def test_pages_go_from_new_to_old_and_count_all(database: Database) -> None:
    def fill(store: Store) -> None:
        for number in (2, 0, 4, 1, 3):
            keep_order(store, f"o{number}", created_at=NOON + number * HOUR)
        keep_order(store, "twin of o4", created_at=NOON + 4 * HOUR)

    await database.run(fill)
    seen: list[str] = []
    cursor: str | None = None
    for size in (2, 2, 2):
        page = await _page(database, OrderFilter(), cursor, 2)
        assert (len(page.ids), page.total) == (size, 6)
        seen, cursor = seen + page.ids, page.after
    assert seen == ["twin of o4", "o4", "o3", "o2", "o1", "o0"]
    assert cursor is None
    with pytest.raises(ValueError, match="cursor"):
        await _page(database, OrderFilter(), "nonsense")


async def test_filters_narrow_and_text_is_found_in_any_case(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "a", status=Status.READY, partner_id="pa1", title="Café TABLE 100%")
        keep_order(store, "b", status=Status.APPROVED, title="Bench")
        store.partners.add(Partner("pa2", "Ébéniste"))
        keep_order(store, "c", status=Status.DRAFT, partner_id="pa2", title="Bench")

    await database.run(fill)

    async def found(which: OrderFilter) -> set[str]:
        page = await _page(database, which)
        assert page.total == len(page.ids)
        return set(page.ids)

    assert await found(OrderFilter(active=True)) == {"a", "c"}
    assert await found(OrderFilter(active=False)) == {"b"}
    assert await found(OrderFilter(status="ready")) == {"a"}
    assert await found(OrderFilter(partner_id="pa2")) == {"c"}
    assert await found(OrderFilter(text="table")) == {"a"}
    assert await found(OrderFilter(text="CAFÉ")) == {"a"}
    assert await found(OrderFilter(text="0%")) == {"a"}
    assert await found(OrderFilter(text="_")) == set()
    assert await found(OrderFilter(text="ébéniste")) == {"c"}
    assert await found(OrderFilter(text="żółć", active=True)) == {"a", "c"}
    assert await found(OrderFilter(text="ref-b")) == {"b"}


async def test_ages_tell_how_far_behind_we_are(database: Database) -> None:
    def ages(store: Store) -> dict[str, float]:
        return store.search.ages(NOON + 10 * HOUR)

    assert await database.read(ages) == {"outbox_oldest": 0.0, "deadline_oldest": 0.0, "outbox_waiting": 0.0}

    def fill(store: Store) -> None:
        keep_chat(store)
        store.places.add(a_place())
        store.outbox.post(a_posting("old", not_before=NOON + 4 * HOUR))
        store.outbox.post(a_posting("held", not_before=NOON + 40 * HOUR))
        store.outbox.post(a_posting("gone", not_before=NOON, state=PostingState.SENT))
        store.deadlines.add(Deadline("d", DeadlineKind.TODO_NUDGE, "o1", 1, NOON, NOON + 8 * HOUR))

    await database.run(fill)
    assert await database.read(ages) == {"outbox_oldest": 21600.0, "deadline_oldest": 7200.0, "outbox_waiting": 2.0}
