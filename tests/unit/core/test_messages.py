"""What people write: where it goes, who may, and how it is held, edited, taken back, moved and sent again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Attachment, Audience, MediaKind, Message, MessageState, Place, PlaceState, Platform
from core.orders import Status
from core.outbox import Posting, PostingState
from core.outbox_kinds import DELIVER, EDIT, MARK, OPEN_PLACE, RECAP, RETRACT
from core.people import CLOCK, Actor, Role
from core.refusals import ClosedChat, NoCustomerChat, NotAllowed, NotYourOrder, UnclearTarget, UnknownThing, WrongStatus
from core.richtext import RichText
from tests.support.desk import ANNA, Desk
from tests.unit.core.scenes import Scene, broken, only, running, waiting

OURS, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
BEA = Actor(Role.STAFF, "slack:UBEA", "Bea")


class Room:
    """A running order with its four places."""

    def __init__(self, *, group: int | None = -100777) -> None:
        self.scene: Scene = running(group=group)
        self.desk = self.scene.desk
        self.thread = self.scene.place(OURS, Platform.SLACK)
        self.topic = self.scene.place(OURS, Platform.TELEGRAM)
        self.shared_thread = self.scene.place(SHARED, Platform.SLACK)
        self.shared_topic = self.scene.place(SHARED, Platform.TELEGRAM)

    def copies(self, message: Message, kind: str = DELIVER) -> dict[str, Posting]:
        return {p.place_id: p for p in self.desk.store.outbox.find(message_id=message.id, kind=kind)}

    def states(self, message: Message) -> list[PostingState]:
        return [p.state for p in self.copies(message).values()]

    def marks(self, message: Message) -> list[object]:
        found = self.desk.store.outbox.find(message_id=message.id, kind=MARK)
        return [p.body["mark"] for p in found if p.state is not PostingState.SUPERSEDED]

    def edited(self, place: Place, number: str, text: str, actor: Actor, *, later: float = 60) -> object:
        origin = c.PlatformMessage(place.platform, place.channel, number, place.thread)
        return self.desk.do(c.EditMessage(origin, RichText.of(text), self.desk.now + timedelta(seconds=later)), actor)


# --- routing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", [OURS, SHARED])
def test_what_is_written_in_a_place_goes_to_the_other_places_of_its_chat(audience: Audience) -> None:
    room = Room()
    topic, thread = room.scene.place(audience, Platform.TELEGRAM), room.scene.place(audience, Platform.SLACK)
    from_partner = room.scene.says(room.scene.jan, topic, "hello", "501")
    from_staff = room.scene.says(ANNA, thread, "hello back", "1.1")
    assert list(room.copies(from_partner)) == [thread.id]
    assert list(room.copies(from_staff)) == [topic.id]
    assert from_partner.audience is from_staff.audience is audience


def test_each_member_reads_what_a_colleague_writes_in_private() -> None:
    room = Room(group=None)
    message = room.scene.says(room.scene.jan, room.topic, "from Jan", "501", chat_id=room.topic.chat_id)
    readers = {only(Place, room.desk.store.places.get(key)).channel for key in room.copies(message)}
    assert readers == {"CORDERS", "12"}


def test_an_answer_in_private_goes_to_the_chat_of_what_it_answers() -> None:
    room = Room(group=None)
    room.scene.says(ANNA, room.thread, "is the oak in?", "1.1")
    room.desk.send_all()
    shown = room.desk.store.copies.find(place_id=room.topic.id, origin=False)[-1]
    message = room.scene.says(room.scene.jan, room.topic, "yes", "502", reply_to=shown.external_id)
    assert message.chat_id == room.topic.chat_id
    assert message.reply_to_id == shown.message_id


def test_an_answer_in_private_to_a_notice_finds_its_chat() -> None:
    room = Room(group=None)
    room.desk.wait(days=2)
    room.desk.send_all()
    nudge = next(p for p in room.desk.posted("TodosNudge") if p.place_id == room.topic.id)
    message = room.scene.says(room.scene.jan, room.topic, "tomorrow", "502", reply_to=nudge.external_ids[0])
    assert (message.chat_id, message.reply_to_id) == (room.topic.chat_id, None)


@pytest.mark.parametrize("reply_to", [None, "99999"])
def test_what_answers_nothing_known_in_private_is_asked_about(reply_to: str | None) -> None:
    room = Room(group=None)
    with pytest.raises(UnclearTarget):
        room.desk.writes(room.scene.jan, room.topic, "which one?", "503", reply_to)
    assert room.desk.store.messages.find() == []


def test_the_general_topic_and_unknown_threads_are_asked_about() -> None:
    room = Room()
    for thread in (None, "4242"):
        origin = c.PlatformMessage(Platform.TELEGRAM, "-100777", "504", thread)
        with pytest.raises(UnclearTarget):
            room.desk.do(c.RelayMessage(origin, RichText.of("hello?"), room.desk.now), room.scene.jan)


def test_the_chosen_chat_counts_and_a_second_press_changes_nothing() -> None:
    room = Room(group=None)
    first = room.scene.says(room.scene.jan, room.topic, "to both of you", "505", chat_id=room.shared_topic.chat_id)
    again = room.scene.says(room.scene.jan, room.topic, "to both of you", "505", chat_id=room.topic.chat_id)
    assert first.audience is SHARED
    assert again.id == first.id
    assert len(room.desk.store.messages.find()) == 1


def test_a_chat_of_another_partner_can_not_be_chosen() -> None:
    room = Room(group=None)
    smid = room.desk.partner("Smid", group=None)
    sara = room.desk.member(smid, "Sara", "admin", 21)
    origin = c.PlatformMessage(Platform.TELEGRAM, "21", "1")
    with pytest.raises((UnclearTarget, NotYourOrder)):
        room.desk.do(c.RelayMessage(origin, RichText.of("hi"), room.desk.now, chat_id=room.topic.chat_id), sara)


@pytest.mark.parametrize("way", ["thread", "chosen"])
def test_an_answer_never_crosses_from_one_chat_into_the_other(way: str) -> None:
    room = Room() if way == "thread" else Room(group=None)
    room.scene.says(ANNA, room.thread, "the margin is 40 %", "1.1")
    room.desk.send_all()
    secret = room.desk.store.copies.find(place_id=room.topic.id, origin=False)[-1]
    chosen = {"chat_id": room.shared_topic.chat_id} if way == "chosen" else {}
    message = room.scene.says(room.scene.jan, room.shared_topic, "fine", "506", reply_to=secret.external_id, **chosen)
    assert (message.audience, message.reply_to_id) == (SHARED, None)


def test_people_of_another_partner_in_the_topic_are_refused() -> None:
    room = Room()
    sara = room.desk.member(room.desk.partner("Smid", group=-100999), "Sara", "admin", 21)
    with pytest.raises(NotYourOrder):
        room.desk.writes(sara, room.topic, "psst", "507")


def test_a_cancelled_order_is_read_only() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "508")
    room.scene.go(Status.CANCELLED)
    with pytest.raises(ClosedChat):
        room.desk.writes(room.scene.jan, room.topic, "and now?", "509")
    with pytest.raises(ClosedChat):
        room.edited(room.topic, "508", "hello!", room.scene.jan)
    with pytest.raises(ClosedChat):
        room.desk.do(c.RetryMessage(message.id), room.scene.jan)


# --- guests ---------------------------------------------------------------------------------------------------------


def test_a_guests_words_to_cutr_go_out_marked() -> None:
    room = Room()
    message = room.scene.says(room.scene.guest, room.topic, "I am the new one", "510")
    assert (message.guest, message.state) == (True, MessageState.LIVE)
    assert list(room.copies(message)) == [room.thread.id]


def held(room: Room) -> Message:
    return room.scene.says(room.scene.guest, room.shared_topic, "call me on 06", "511")


def test_a_guests_words_to_the_customer_wait_for_a_vouch() -> None:
    room = Room()
    message = held(room)
    assert message.state is MessageState.HELD
    assert room.copies(message) == {}
    asked = {only(Place, room.desk.store.places.get(p.place_id)).channel for p in room.desk.posted("GuestHeld")}
    assert asked == {"CORDERS", "11"}


@pytest.mark.parametrize("by", ["admin", "staff"])
def test_an_admin_or_staff_let_them_through_once(by: str) -> None:
    room = Room()
    message = held(room)
    voucher = room.scene.jan if by == "admin" else ANNA
    room.desk.do(c.VouchMessage(message.id, let_through=True), voucher)
    room.desk.do(c.VouchMessage(message.id, let_through=True), voucher)
    assert [p.place_id for p in room.desk.store.outbox.find(message_id=message.id, kind=DELIVER)] == [
        room.shared_thread.id]  # fmt: skip


def test_dropped_words_never_go_out() -> None:
    room = Room()
    message = held(room)
    room.desk.do(c.VouchMessage(message.id, let_through=False), ANNA)
    room.desk.do(c.VouchMessage(message.id, let_through=True), ANNA)
    assert room.scene.message(message.id).state is MessageState.RETRACTED
    assert room.copies(message) == {}


def test_a_guest_vouches_for_nobody_and_a_collaborator_neither() -> None:
    room = Room()
    message = held(room)
    for actor in (room.scene.guest, room.scene.piet):
        with pytest.raises(NotAllowed):
            room.desk.do(c.VouchMessage(message.id, let_through=True), actor)


@pytest.mark.parametrize("when", ["while held", "after the vouch"])
def test_a_guest_can_not_change_the_words_others_vouch_for(when: str) -> None:
    room = Room()
    message = held(room)
    if when == "after the vouch":
        room.desk.do(c.VouchMessage(message.id, let_through=True), ANNA)
        room.desk.send_all()
    with pytest.raises(NotAllowed):
        room.edited(room.shared_topic, "511", "buy my watches", room.scene.guest)
    assert room.scene.message(message.id).body.plain() == "call me on 06"
    assert room.copies(message, EDIT) == {}


# --- the ten seconds ------------------------------------------------------------------------------------------------


def test_staffs_words_to_the_customer_wait_ten_seconds_the_partners_do_not() -> None:
    room = Room()
    from_staff = room.scene.says(ANNA, room.shared_thread, "hello", "1.1")
    from_partner = room.scene.says(room.scene.jan, room.shared_topic, "hello", "512")
    to_cutr = room.scene.says(ANNA, room.thread, "hello", "1.2")
    waits = [
        next(iter(room.copies(m).values())).not_before - room.desk.now for m in (from_staff, from_partner, to_cutr)
    ]
    assert waits == [timedelta(seconds=10), timedelta(0), timedelta(0)]


def test_undone_within_the_ten_seconds_nothing_was_ever_sent() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.shared_thread, "oops", "1.1")
    room.desk.now += timedelta(seconds=9)
    room.desk.send_all()
    room.desk.do(c.DeleteMessage(message.id), ANNA)
    room.desk.now += timedelta(minutes=1)
    room.desk.send_all()
    assert room.states(message) == [PostingState.CANCELLED]
    assert room.copies(message, RETRACT) == {}


def test_send_now_ends_the_wait() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.shared_thread, "hello", "1.1")
    with pytest.raises(NotAllowed):
        room.desk.do(c.SendNow(message.id), room.scene.jan)
    room.desk.do(c.SendNow(message.id), ANNA)
    room.desk.send_all()
    assert room.states(message) == [PostingState.SENT]


def test_undo_takes_the_newest_of_ones_own_in_that_chat() -> None:
    room = Room()
    first = room.scene.says(room.scene.jan, room.topic, "one", "513")
    room.desk.now += timedelta(seconds=1)
    second = room.scene.says(room.scene.jan, room.topic, "two", "514")
    room.scene.says(room.scene.piet, room.topic, "three", "515")
    room.desk.now += timedelta(seconds=1)
    elsewhere = room.scene.says(room.scene.jan, room.shared_topic, "four", "516")
    undo = c.UndoLast(c.PlatformMessage(Platform.TELEGRAM, "-100777", "517", room.topic.thread))
    room.desk.do(undo, room.scene.jan)
    states = [room.scene.message(m.id).state for m in (first, second, elsewhere)]
    assert states == [MessageState.LIVE, MessageState.RETRACTED, MessageState.LIVE]


def test_undo_by_answering_takes_that_one_if_it_is_ones_own() -> None:
    room = Room()
    first = room.scene.says(room.scene.jan, room.topic, "one", "513")
    room.scene.says(room.scene.jan, room.topic, "two", "514")
    undo = c.UndoLast(c.PlatformMessage(Platform.TELEGRAM, "-100777", "517", room.topic.thread, "513"))
    with pytest.raises(UnknownThing):
        room.desk.do(undo, room.scene.piet)
    room.desk.do(undo, room.scene.jan)
    assert room.scene.message(first.id).state is MessageState.RETRACTED


def test_undo_in_private_leaves_what_was_written_elsewhere() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "in the group", "513")
    with pytest.raises(UnknownThing):
        room.desk.do(c.UndoLast(c.PlatformMessage(Platform.TELEGRAM, "11", "9")), room.scene.jan)
    assert room.scene.message(message.id).state is MessageState.LIVE


# --- edits and deletions --------------------------------------------------------------------------------------------


def test_an_edit_before_the_send_changes_what_is_sent() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "helo", "518")
    room.edited(room.topic, "518", "hello", room.scene.jan)
    assert room.scene.message(message.id).body.plain() == "hello"
    assert room.copies(message, EDIT) == {}


def test_an_edit_after_the_send_edits_the_copies_with_the_newest_words_only() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "helo", "518")
    room.desk.send_all()
    room.edited(room.topic, "518", "hello", room.scene.jan)
    room.edited(room.topic, "518", "hello!", room.scene.jan, later=61)
    edits = room.desk.store.outbox.find(message_id=message.id, kind=EDIT, state=PostingState.QUEUED)
    assert [p.place_id for p in edits] == [room.thread.id]
    assert room.scene.message(message.id).body.plain() == "hello!"


def test_an_older_edit_that_arrives_later_changes_nothing() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "a", "518")
    room.edited(room.topic, "518", "c", room.scene.jan, later=20)
    assert room.edited(room.topic, "518", "b", room.scene.jan, later=10) is None
    assert room.scene.message(message.id).body.plain() == "c"


@pytest.mark.parametrize("who", ["another", "unknown message", "same words", "retracted"])
def test_edits_that_are_none(who: str) -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "mine", "518")
    if who == "retracted":
        room.desk.do(c.DeleteMessage(message.id), room.scene.jan)
    actor = room.scene.piet if who == "another" else room.scene.jan
    number = "777" if who == "unknown message" else "518"
    assert room.edited(room.topic, number, "mine" if who == "same words" else "yours", actor) is None
    assert room.scene.message(message.id).body.plain() == "mine"


def test_our_own_copy_is_nobodys_to_edit() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.thread, "from Anna", "1.1")
    room.desk.send_all()
    shown = room.desk.store.copies.find(message_id=message.id, origin=False)[0]
    assert room.edited(room.topic, shown.external_id, "forged", ANNA) is None
    assert room.scene.message(message.id).body.plain() == "from Anna"


def test_a_deleted_message_leaves_every_place_it_reached() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.thread, "wrong", "1.1")
    room.desk.send_all()
    origin = c.PlatformMessage(Platform.SLACK, room.thread.channel, "1.1", room.thread.thread)
    room.desk.do(c.DeleteMessage(origin=origin), ANNA)
    room.desk.do(c.DeleteMessage(origin=origin), ANNA)
    retracts = room.desk.store.outbox.find(message_id=message.id, kind=RETRACT)
    assert [p.place_id for p in retracts] == [room.topic.id]
    assert room.desk.events(room.scene.order).count("message_deleted") == 1


def test_whose_it_is_not_can_not_delete_it() -> None:
    room = Room()
    partners, staffs = (
        room.scene.says(room.scene.jan, room.topic, "p", "1"),
        room.scene.says(ANNA, room.thread, "s", "2"),
    )
    for message, actor in ((partners, room.scene.piet), (partners, ANNA), (staffs, room.scene.jan)):
        with pytest.raises(NotAllowed):
            room.desk.do(c.DeleteMessage(message.id), actor)
    room.desk.do(c.DeleteMessage(staffs.id), BEA)


def test_taken_back_while_it_is_being_sent_it_does_not_go_out_again() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.thread, "wrong", "1.1")
    posting = sending(room, room.copies(message)[room.topic.id])
    room.desk.do(c.DeleteMessage(message.id), ANNA)
    room.desk.do(c.SettlePosting(posting.id, posting.fence, "later", retry_at=room.desk.now))
    assert room.states(message) == [PostingState.CANCELLED]


def sending(room: Room, posting: Posting) -> Posting:
    posting.state, posting.fence = PostingState.SENDING, posting.fence + 1
    room.desk.store.outbox.save(posting)
    return posting


# --- albums ---------------------------------------------------------------------------------------------------------


def photo(number: str) -> tuple[Attachment, ...]:
    return (Attachment(MediaKind.PHOTO, Platform.TELEGRAM, f"file{number}", f"u{number}"),)


def test_the_items_of_an_album_join_one_message_with_the_first_caption() -> None:
    room = Room()
    first = room.scene.says(room.scene.jan, room.topic, "", "601", album="A", attachments=photo("1"))
    second = room.scene.says(room.scene.jan, room.topic, "the doors", "602", album="A", attachments=photo("2"))
    third = room.scene.says(room.scene.jan, room.topic, "ignored", "603", album="A", attachments=photo("3"))
    assert first.id == second.id == third.id
    kept = room.scene.message(first.id)
    assert [a.file_id for a in kept.attachments] == ["file1", "file2", "file3"]
    assert kept.body.plain() == "the doors"
    assert len(room.copies(kept)) == 1


def test_the_same_item_again_is_not_doubled() -> None:
    room = Room()
    first = room.scene.says(room.scene.jan, room.topic, "", "601", album="A", attachments=photo("1"))
    room.scene.says(room.scene.jan, room.topic, "", "601", album="A", attachments=photo("1"))
    assert len(room.scene.message(first.id).attachments) == 1


def test_a_late_item_is_a_message_of_its_own_and_none_is_lost() -> None:
    room = Room()
    first = room.scene.says(room.scene.jan, room.topic, "", "601", album="A", attachments=photo("1"))
    room.desk.now += timedelta(seconds=2)
    room.desk.send_all()
    late = room.scene.says(room.scene.jan, room.topic, "", "602", album="A", attachments=photo("2"))
    assert late.id != first.id
    later = room.scene.says(room.scene.jan, room.topic, "", "603", album="A", attachments=photo("3"))
    assert later.id == late.id
    assert list(room.copies(late)) == [room.thread.id]


def test_albums_of_two_people_or_two_chats_do_not_mix() -> None:
    room = Room()
    mine = room.scene.says(room.scene.jan, room.topic, "", "601", album="A", attachments=photo("1"))
    theirs = room.scene.says(room.scene.piet, room.topic, "", "602", album="A", attachments=photo("2"))
    other = room.scene.says(room.scene.jan, room.shared_topic, "", "603", album="A", attachments=photo("3"))
    assert len({mine.id, theirs.id, other.id}) == 3


# --- moving ---------------------------------------------------------------------------------------------------------


def test_moved_to_the_other_chat_its_copies_are_taken_back() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.shared_topic, "what do I write on it?", "701")
    room.desk.send_all()
    moved = only(Message, room.desk.do(c.MoveMessage(message.id, room.scene.order_id, OURS, "money"), ANNA))
    assert (moved.audience, moved.author_name, moved.body.plain()) == (OURS, "Jan", "what do I write on it?")
    assert list(room.copies(message, RETRACT)) == [room.shared_thread.id]
    assert set(room.copies(moved)) == {room.thread.id, room.topic.id}
    assert room.scene.message(message.id).moved_to_id == moved.id


def test_moved_to_another_order() -> None:
    room = Room()
    other = room.desk.assigned(room.scene.partner, "REF-2")
    message = room.scene.says(room.scene.jan, room.topic, "about the shelf", "701")
    moved = only(Message, room.desk.do(c.MoveMessage(message.id, other.id, OURS), ANNA))
    assert moved.order_id == other.id
    assert room.states(message) == [PostingState.CANCELLED]
    assert "message_moved_here" in room.desk.events(other)


def test_moves_that_are_refused() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "701")
    bare = room.desk.assigned(room.scene.partner, "REF-2", customer_chat=False)
    draft = room.desk.order("REF-3")
    for wish, kind in ((c.MoveMessage(message.id, room.scene.order_id, OURS), WrongStatus),
                       (c.MoveMessage(message.id, bare.id, SHARED), NoCustomerChat),
                       (c.MoveMessage(message.id, draft.id, OURS), WrongStatus),
                       (c.MoveMessage("no", bare.id, OURS), UnknownThing)):  # fmt: skip
        with pytest.raises(kind):
            room.desk.do(wish, ANNA)
    with pytest.raises(NotAllowed):
        room.desk.do(c.MoveMessage(message.id, bare.id, OURS), room.scene.jan)
    room.desk.do(c.MoveMessage(message.id, bare.id, OURS), ANNA)
    with pytest.raises(UnknownThing):
        room.desk.do(c.MoveMessage(message.id, bare.id, OURS), ANNA)


# --- what became of the send ----------------------------------------------------------------------------------------


def test_the_mark_goes_from_on_its_way_to_delivered() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    assert room.marks(message) == []
    room.desk.do(c.MarkWaiting(message.id), CLOCK)
    assert room.marks(message) == ["on_its_way"]
    room.desk.send_all()
    assert room.marks(message) == ["on_its_way", "delivered"]
    assert room.desk.store.search.waiting(room.desk.now, 10) == []


def test_quick_words_are_never_marked_as_on_their_way() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    assert room.desk.store.search.waiting(room.desk.now - timedelta(seconds=3), 10) == []
    assert room.desk.store.search.waiting(room.desk.now, 10) == [message.id]
    room.desk.send_all()
    room.desk.do(c.MarkWaiting(message.id), CLOCK)
    assert room.marks(message) == ["delivered"]


def test_delivered_means_in_every_place() -> None:
    room = Room(group=None)
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801", chat_id=room.topic.chat_id)
    first, second = room.copies(message).values()
    room.desk.send(first, external_ids=("1",))
    assert room.marks(message) == []
    room.desk.send(second, external_ids=("2",))
    assert room.marks(message) == ["delivered"]


def test_a_refusal_marks_it_failed_tells_sender_and_staff_and_retry_sends_it_again() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    room.desk.send(room.copies(message)[room.thread.id], "refused", error="msg_blocks_too_long")
    assert room.marks(message) == ["failed"]
    assert [p.place_id for p in room.desk.posted("SendFailed")] == [room.topic.id]
    assert [p.body["key"] for p in room.desk.posted("StaffAlert")] == ["message_failed"]
    room.desk.do(c.RetryMessage(message.id), room.scene.jan)
    room.desk.send_all()
    assert room.states(message) == [PostingState.SENT]
    assert room.marks(message) == ["on_its_way", "delivered"]


def test_what_failed_in_the_customers_chat_is_told_in_the_chat_with_cutr() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.shared_topic, "hello", "801")
    room.desk.send(room.copies(message)[room.shared_thread.id], "refused", error="no")
    assert [p.place_id for p in room.desk.posted("SendFailed")] == [room.topic.id]


@pytest.mark.parametrize("outcome", ["later", "unknown", "refused", "sent"])
def test_a_stale_fence_changes_nothing(outcome: str) -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    posting = sending(room, room.copies(message)[room.thread.id])
    assert room.desk.do(c.SettlePosting(posting.id, posting.fence - 1, outcome, external_ids=("9",))) is None
    assert room.copies(message)[room.thread.id] == posting


def test_settled_twice_counts_once() -> None:
    room = Room()
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    posting = sending(room, room.copies(message)[room.thread.id])
    room.desk.do(c.SettlePosting(posting.id, posting.fence, "sent", external_ids=("9",)))
    assert room.desk.do(c.SettlePosting(posting.id, posting.fence, "refused", error="x")) is None
    assert room.states(message) == [PostingState.SENT]


def test_a_broken_place_fails_all_that_waits_and_staff_hear_of_the_place_once() -> None:
    room = Room()
    messages = [room.scene.says(ANNA, room.thread, f"line {n}", f"1.{n}") for n in range(3)]
    first = room.copies(messages[0])[room.topic.id]
    room.desk.send(first, "refused", error="wrong_place", breaks_place=True)
    assert only(Place, room.desk.store.places.get(room.topic.id)).state is PlaceState.BROKEN
    assert [room.states(m) for m in messages] == [[PostingState.FAILED]] * 3
    assert [room.marks(m) for m in messages] == [["failed"]] * 3
    alerts = [p.body["key"] for p in room.desk.posted("StaffAlert")]
    assert alerts.count("place_broken") == 1


def test_retry_after_a_broken_topic_opens_it_again_first() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.thread, "hello", "1.1")
    gone = only(Place, room.desk.store.places.get(room.topic.id))
    gone.thread = None
    room.desk.store.places.save(gone)
    room.desk.send(room.copies(message)[room.topic.id], "refused", error="topic_deleted", breaks_place=True)
    room.desk.do(c.RetryMessage(message.id), ANNA)
    queued = sorted(waiting(room.scene, room.topic), key=lambda p: (p.priority, p.position))
    assert [p.kind for p in queued][:3] == [OPEN_PLACE, RECAP, DELIVER]
    room.desk.send_all()
    assert room.states(message) == [PostingState.SENT]


def test_staff_are_told_in_the_channel_when_the_thread_itself_is_broken() -> None:
    room = Room()
    broken(room.scene, room.thread)
    message = room.scene.says(room.scene.jan, room.topic, "hello", "801")
    room.desk.send(room.copies(message)[room.thread.id], "refused", error="channel_is_archived", breaks_place=True)
    places = {only(Place, room.desk.store.places.get(p.place_id)).kind for p in room.desk.posted("StaffAlert")}
    assert places == {"channel"}


def test_when_the_bot_is_unblocked_what_waited_goes_out() -> None:
    room = Room(group=None)
    message = room.scene.says(ANNA, room.thread, "hello", "1.1")
    room.desk.send(room.copies(message)[room.topic.id], "refused", error="bot_blocked", breaks_place=True)
    room.desk.do(c.NoteReachability(11, None))
    room.desk.send_all()
    assert set(room.states(message)) == {PostingState.SENT}
    assert room.marks(message)[-1] == "delivered"


def test_what_was_written_before_anybody_linked_reaches_them_when_they_do() -> None:
    room = Room()
    quiet = room.desk.partner("Stil", group=None)
    order = room.desk.assigned(quiet, "REF-2")
    thread = room.desk.place(order, OURS, Platform.SLACK)
    early = room.scene.says(ANNA, thread, "welcome", "1.1")
    alerts = [p.body["key"] for p in room.desk.posted("StaffAlert")]
    assert alerts == ["partner_not_linked"]
    room.desk.member(quiet, "Sam", "admin", 31)
    room.desk.member(quiet, "Tom", "collaborator", 32)
    readers = [only(Place, room.desk.store.places.get(key)).channel for key in room.copies(early)]
    assert readers == ["31"]


def test_words_on_their_way_to_private_chats_follow_into_a_linked_group() -> None:
    room = Room(group=None)
    message = room.scene.says(ANNA, room.thread, "hello", "1.1")
    code = only(str, room.desk.do(c.MakeGroupCode(room.scene.partner.id)))
    room.desk.do(c.LinkGroup(code, -100555), room.scene.jan)
    room.desk.send_all()
    reached = {only(Place, room.desk.store.places.get(p.place_id)).channel for p in room.copies(message).values()
               if p.state is PostingState.SENT}  # fmt: skip
    assert reached == {"-100555"}


# --- a group becomes a supergroup -----------------------------------------------------------------------------------


def test_a_moved_group_takes_its_places_lanes_and_topics_along() -> None:
    room = Room()
    message = room.scene.says(ANNA, room.thread, "hello", "1.1")
    room.desk.do(c.MoveGroup(-100777, -200777))
    topic = only(Place, room.desk.store.places.get(room.topic.id))
    assert (topic.channel, topic.thread, topic.state) == ("-200777", None, PlaceState.WANTED)
    assert {p.lane for p in waiting(room.scene, room.topic)} == {"telegram:-200777"}
    room.desk.send_all()
    assert room.states(message) == [PostingState.SENT]
    assert room.desk.store.partners.find(telegram_chat_id=-200777)


def test_two_sends_that_learn_of_the_move_make_the_topics_once() -> None:
    room = Room()
    first = room.scene.says(ANNA, room.thread, "one", "1.1")
    second = room.scene.says(ANNA, room.shared_thread, "two", "1.2")
    postings = [
        sending(room, room.copies(first)[room.topic.id]),
        sending(room, room.copies(second)[room.shared_topic.id]),
    ]
    room.desk.do(c.SettlePosting(postings[0].id, postings[0].fence, "moved", new_channel="-200777"))
    room.desk.open_all()
    room.desk.do(c.SettlePosting(postings[1].id, postings[1].fence, "moved", new_channel="-200777"))
    assert room.desk.store.outbox.find(kind=OPEN_PLACE, state=PostingState.QUEUED) == []
    room.desk.now += timedelta(seconds=11)
    room.desk.send_all()
    assert room.states(first) == room.states(second) == [PostingState.SENT]


@pytest.mark.parametrize("audience", list(Audience))
def test_words_beside_the_group_go_to_the_chosen_chat_and_its_topic(audience: Audience) -> None:
    desk = Desk()
    partner = desk.partner()
    jan = desk.member(partner)
    order = desk.assigned(partner)
    topic = desk.place(order, audience, Platform.TELEGRAM)
    origin = c.PlatformMessage(Platform.TELEGRAM, "11", "77")
    with pytest.raises(UnclearTarget):
        desk.do(c.RelayMessage(origin, RichText.of("hello"), desk.now), jan)

    said = desk.do(c.RelayMessage(origin, RichText.of("hello"), desk.now, chat_id=topic.chat_id), jan)

    assert isinstance(said, Message)
    heard = {posting.place_id for posting in desk.store.outbox.find(message_id=said.id, kind=DELIVER)}
    assert heard == {topic.id, desk.place(order, audience, Platform.SLACK).id}
