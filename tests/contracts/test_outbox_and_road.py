"""`core.roads.Outbox` and `Road`: order within a strand, leases with fences, budgets (reliability.md I8, I10-I13)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from core.chats import Audience, Platform
from core.outbox import Posting, PostingState, Priority
from core.ports import Database, Store
from core.roads import Claimed
from tests.support.samples import NOON, a_message, a_place, a_posting, keep_chat

SECOND = timedelta(seconds=1)


async def _post(database: Database, *postings: Posting) -> None:
    """Post to places of the group -100, or of the chat that the lane names; makes what is missing."""

    def job(store: Store) -> None:
        if store.chats.get("ch1") is None:
            keep_chat(store)
            for message in ("m1", "m2"):
                store.messages.add(a_message(message))
        for posting in postings:
            if store.places.get(posting.place_id) is None:
                channel = posting.lane.partition(":")[2]
                store.places.add(a_place(posting.place_id, channel=channel))
            store.outbox.post(posting)

    await database.run(job)


async def _claim(database: Database, now: datetime = NOON, limit: int = 10) -> list[Claimed]:
    return await database.run(lambda store: store.road.claim(now, "w1", limit))


async def _go_on(database: Database, claimed: Claimed, now: datetime = NOON) -> Claimed | None:
    """The worker has sent this one; what comes next?"""

    def job(store: Store) -> Claimed | None:
        sent = store.outbox.get(claimed.posting.id)
        assert sent is not None
        store.outbox.save(replace(sent, state=PostingState.SENT, external_ids=["9"], sent_at=now))
        return store.road.go_on(claimed.strand, claimed.fence, now)

    return await database.run(job)


async def _wake(database: Database, now: datetime = NOON) -> datetime | None:
    wake = await database.read(lambda store: cast("Any", store.road).next_wake(now))
    return cast("datetime | None", wake)


async def _sent_in_order(database: Database, now: datetime = NOON) -> list[str]:
    """Everything that may go at `now`, in the order in which one worker sends it."""
    ids: list[str] = []
    while some := await _claim(database, now):
        for claimed in some:
            following: Claimed | None = claimed
            while following is not None:
                ids.append(following.posting.id)
                following = await _go_on(database, following, now)
    return ids


async def test_a_posting_comes_back_as_it_was_posted(database: Database) -> None:
    posting = a_posting(body={"mark": "delivered"}, message_id="m1", order_id="o1", words="Hi", error="x")
    await _post(database, posting)
    kept = await database.run(lambda store: store.outbox.get("po1"))
    assert kept == posting
    assert kept is not None
    assert kept.seq > 0
    assert kept.priority is Priority.WORDS


async def test_only_the_newest_of_its_kind_leaves(database: Database) -> None:
    card = a_posting(only_newest="card:pl1", priority=Priority.TOUCH)
    await _post(database, card, replace(card, id="po2"), replace(card, id="po3", only_newest="card:pl2"))
    states = await database.read(lambda store: {p.id: p.state for p in store.outbox.find()})
    assert states == {"po1": "superseded", "po2": "queued", "po3": "queued"}
    assert await _sent_in_order(database) == ["po2", "po3"]
    assert await database.read(lambda store: [p.id for p in store.outbox.find(state=PostingState.SENT)]) == [
        "po2",
        "po3",
    ]


async def test_a_strand_goes_by_priority_then_by_the_time_at_the_source(database: Database) -> None:
    await _post(
        database,
        a_posting("card", priority=Priority.CARD),
        a_posting("later", position=2),
        a_posting("sooner", position=1),
        a_posting("sooner still", position=1),
        a_posting("open", priority=Priority.OPENING, position=9),
    )
    assert await _sent_in_order(database, NOON + 300 * SECOND) == ["open", "sooner", "sooner still"]
    assert await _sent_in_order(database, NOON + 309 * SECOND) == ["later", "card"]


async def test_marks_let_words_go_first_for_a_while(database: Database) -> None:
    mark = a_posting("mark", place_id="pl2", priority=Priority.TOUCH)
    await _post(database, mark, replace(mark, id="next mark"), a_posting("words"))
    (words,) = await _claim(database)
    assert words.posting.id == "words"
    (first,) = await _claim(database)
    assert first.posting.id == "mark"
    assert await _go_on(database, first) is None, "the next mark queues up again"
    assert await _go_on(database, words) is None
    await _post(database, a_posting("more words"))
    late = NOON + 6 * SECOND
    assert {one.posting.id for one in await _claim(database, late)} == {"more words", "next mark"}


async def test_a_leased_strand_is_nobody_elses(database: Database) -> None:
    await _post(database, a_posting(), a_posting("po2"))
    (claimed,) = await _claim(database)
    assert (claimed.posting.state, claimed.posting.fence, claimed.uncertain) == ("sending", claimed.fence, False)
    assert await _claim(database) == []
    assert await _wake(database) == NOON + 60 * SECOND
    (again,) = await _claim(database, NOON + 61 * SECOND)
    assert (again.posting.id, again.uncertain, again.fence) == ("po1", True, claimed.fence + 1)
    assert await _go_on(database, claimed, NOON + 62 * SECOND) is None
    await database.run(lambda store: store.road.release(claimed.strand, claimed.fence))
    assert await _claim(database, NOON + 63 * SECOND) == []


async def test_a_lease_is_kept_by_who_has_it(database: Database) -> None:
    await _post(database, a_posting())
    (claimed,) = await _claim(database)

    async def extend(fence: int, now: datetime) -> bool:
        return await database.run(lambda store: store.road.extend(claimed.strand, fence, now))

    assert await extend(claimed.fence, NOON + 50 * SECOND)
    assert await _claim(database, NOON + 100 * SECOND) == []
    (taken,) = await _claim(database, NOON + 111 * SECOND)
    assert not await extend(claimed.fence, NOON + 112 * SECOND)
    assert await extend(taken.fence, NOON + 112 * SECOND)


async def test_a_released_strand_can_be_claimed_at_once(database: Database) -> None:
    await _post(database, a_posting())
    (claimed,) = await _claim(database)
    await database.run(lambda store: store.road.release(claimed.strand, claimed.fence))
    (again,) = await _claim(database)
    assert again.uncertain


async def test_later_words_wait_for_words_that_go_in_a_moment_but_notices_do_not(database: Database) -> None:
    late = a_posting("late", message_id="m1", not_before=NOON + 2 * SECOND)
    fresh = a_posting("fresh", message_id="m2", position=2)
    notice = a_posting("notice", kind="TodosNudge", priority=Priority.NOTICE, position=3)
    await _post(database, late, fresh, notice)
    assert await _sent_in_order(database, NOON) == ["notice"]
    assert await _sent_in_order(database, NOON + 2 * SECOND) == ["late", "fresh"]


async def test_a_held_post_does_not_stop_the_others_but_its_own_message(database: Database) -> None:
    held = a_posting("held", message_id="m1", not_before=NOON + 10 * SECOND)
    edit = a_posting("edit of held", kind="EditCopies", message_id="m1", position=1)
    await _post(database, held, edit, a_posting("free", message_id="m2", position=2))
    assert await _sent_in_order(database) == ["free"]
    assert await _wake(database) == NOON + 10 * SECOND
    assert await _sent_in_order(database, NOON + 10 * SECOND) == ["held", "edit of held"]
    assert await _wake(database) is None


async def test_a_retry_and_an_opening_keep_their_order(database: Database) -> None:
    await _post(
        database,
        a_posting("retry", attempts=1, not_before=NOON + 5 * SECOND),
        a_posting("behind it", position=1),
        a_posting(
            "opening", place_id="pl2", lane="telegram:7", priority=Priority.OPENING, not_before=NOON + 5 * SECOND
        ),
        a_posting("into it", place_id="pl2", lane="telegram:7", position=1),
    )
    assert await _sent_in_order(database) == []
    assert await _sent_in_order(database, NOON + 5 * SECOND) == ["opening", "into it", "retry", "behind it"]


async def test_an_unknown_outcome_is_told_to_who_tries_again(database: Database) -> None:
    await _post(database, a_posting())
    (claimed,) = await _claim(database)

    def unsure(store: Store) -> None:
        posting = store.outbox.get("po1")
        assert posting is not None
        retry = replace(posting, state=PostingState.UNKNOWN, attempts=1, not_before=NOON + 2 * SECOND)
        store.outbox.save(retry)
        assert store.road.go_on(claimed.strand, claimed.fence, NOON) is None

    await database.run(unsure)
    assert await _wake(database) == NOON + 2 * SECOND
    (again,) = await _claim(database, NOON + 2 * SECOND)
    assert (again.posting.id, again.uncertain) == ("po1", True)


async def test_the_topics_of_a_group_share_one_budget(database: Database) -> None:
    postings = [a_posting(f"po{n}", place_id=f"pl{n % 4}", position=n) for n in range(30)]
    await _post(database, *postings)
    sent = 0
    for step in range(61):
        sent += len(await _sent_in_order(database, NOON + step * SECOND))
    # 20 a minute, and the short burst that a rested lane has.
    assert 20 <= sent <= 24


async def test_a_stuck_lane_delays_no_other(database: Database) -> None:
    await _post(database, a_posting("slow", place_id="pl1"))
    await _post(database, a_posting("fast", place_id="pl2", lane="telegram:7", priority=Priority.CARD))
    await database.run(lambda store: store.road.pause("telegram:-100", NOON + 90 * SECOND))
    await database.run(lambda store: store.road.pause("telegram:-100", NOON + 30 * SECOND))
    assert await _sent_in_order(database) == ["fast"]
    assert await _wake(database) == NOON + 90 * SECOND
    assert await _sent_in_order(database, NOON + 90 * SECOND) == ["slow"]


async def test_a_paused_platform_sends_nothing(database: Database) -> None:
    await _post(database, a_posting("one"), a_posting("two", place_id="pl2", priority=Priority.CARD))
    (claimed,) = await _claim(database, limit=1)
    await database.run(lambda store: store.road.pause("telegram:*", NOON + 7 * SECOND))
    assert await _go_on(database, claimed) is None
    assert await _claim(database) == []
    assert await _wake(database) == NOON + 7 * SECOND
    assert await _sent_in_order(database, NOON + 7 * SECOND) == ["two"]


async def test_telegram_as_a_whole_has_a_budget(database: Database) -> None:
    postings = [a_posting(f"po{n}", place_id=f"pl{n}", lane=f"telegram:{n}") for n in range(40)]
    await _post(database, *postings)
    claimed = await _claim(database, limit=40) + await _claim(database, limit=40)
    assert len(claimed) == 30
    wake = await _wake(database)
    assert wake is not None
    assert timedelta(0) < wake - NOON < SECOND


async def test_replies_use_up_the_lane(database: Database) -> None:
    await _post(database, a_posting())
    for _ in range(4):
        await database.run(lambda store: store.road.debit("telegram:-100", NOON))
    assert await _claim(database) == []
    wake = await _wake(database)
    assert wake is not None
    assert len(await _claim(database, wake)) == 1


async def test_people_go_before_cards_over_all_strands(database: Database) -> None:
    await _post(
        database,
        a_posting("card", priority=Priority.CARD),
        a_posting("words", place_id="pl2"),
        a_posting("notice", place_id="pl3", priority=Priority.NOTICE),
    )
    claimed = await _claim(database, limit=2)
    assert [one.posting.id for one in claimed] == ["words", "notice"]


async def test_a_moved_group_travels_by_its_new_lane(database: Database) -> None:
    await _post(database, a_posting("old"), a_posting("elsewhere", place_id="pl2", lane="telegram:7"))
    await database.run(lambda store: store.outbox.readdress(frozenset({"pl1"}), "telegram:-200"))
    await database.run(lambda store: store.road.pause("telegram:-100", NOON + 90 * SECOND))
    lanes = {one.posting.id: one.posting.lane for one in await _claim(database)}
    assert lanes == {"old": "telegram:-200", "elsewhere": "telegram:7"}


async def test_an_undone_transaction_posts_and_wakes_nothing(database: Database) -> None:
    await _post(database, a_posting("po1", not_before=NOON + 10 * SECOND))

    def fail(store: Store) -> None:
        store.outbox.post(a_posting("po2"))
        raise LookupError

    try:
        await database.run(fail)
    except LookupError:
        failed = True
    assert failed
    assert await _wake(database) == NOON + 10 * SECOND
    assert await database.read(lambda store: [p.id for p in store.outbox.find()]) == ["po1"]


async def test_mail_to_the_customer_is_a_lane_of_its_own(database: Database) -> None:
    def job(store: Store) -> None:
        keep_chat(store, Audience.WITH_CUSTOMER)
        both = {"party": "customer", "audience": Audience.WITH_CUSTOMER}
        store.places.add(a_place(platform=Platform.MAIL, channel="ada@example.org", thread=None, chat_id="ch1", **both))
        store.outbox.post(a_posting(lane="mail:ada@example.org", **both))

    await database.run(job)
    assert await _sent_in_order(database) == ["po1"]
