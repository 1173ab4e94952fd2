"""Who can't be reached: noticed once, told once, round by mail in one digest, mended when they are back."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Message, Place, PlaceState, Platform
from core.handlers.reach import why_of
from core.outbox import Posting, PostingState
from core.outbox_kinds import OPEN_PLACE, RECAP
from core.people import CLOCK, Member, Partner
from core.recaps import missed_words, recalled
from core.refusals import BadValue, NotAllowed, UnknownThing
from tests.support.desk import ANNA, day
from tests.unit.core.scenes import DELIVERY, Scene, only, running

OURS, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
GROUP = -100777
MAIL = "MissedMail"


def topic(scene: Scene, audience: Audience = OURS) -> Place:
    return scene.place(audience, Platform.TELEGRAM)


def thread(scene: Scene, audience: Audience = OURS) -> Place:
    return scene.place(audience, Platform.SLACK)


def partner(scene: Scene) -> Partner:
    return only(Partner, scene.desk.store.partners.get(scene.partner.id))


def member(scene: Scene, name: str = "Jan") -> Member:
    return next(one for one in scene.desk.store.members.find() if one.name == name)


def writes(scene: Scene, text: str, number: str, audience: Audience = OURS) -> Message:
    """Anna writes in the order's thread."""
    return scene.says(ANNA, thread(scene, audience), text, number)


def refuse_all(scene: Scene, place: Place, error: str = "place_broken", *, breaks: bool = False) -> None:
    """The worker finds everything that waits for a place refused."""
    for posting in scene.desk.store.outbox.find(place_id=place.id, state=PostingState.QUEUED):
        scene.desk.send(posting, "refused", error=error, breaks_place=breaks)


def alerts(scene: Scene, key: str) -> list[Posting]:
    return [posting for posting in scene.desk.posted("StaffAlert") if posting.body["key"] == key]


def mails(scene: Scene) -> list[Posting]:
    return [posting for posting in scene.desk.posted(MAIL) if posting.state is not PostingState.CANCELLED]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        ("Forbidden: bot was kicked from the supergroup chat", "kicked"),
        ("Forbidden: bot is not a member of the supergroup chat", "kicked"),
        ("Forbidden: bot was blocked by the user", "blocked"),
        ("Forbidden: user is deactivated", "blocked"),
        ("Forbidden: the group chat was deleted", "gone"),
        ("Bad Request: chat not found", "gone"),
        ("Bad Request: the chat is not a forum", "no_topics"),
        ("no_topics", "no_topics"),
        ("Bad Request: not enough rights to create a topic", "no_rights"),
        ("Bad Request: message thread not found", None),
        ("wrong_place", None),
        ("Bad Request: message is too long", None),
    ],
)
def test_what_an_error_says_of_the_whole_chat(error: str, why: str | None) -> None:
    assert why_of(error) == why


# -- away --------------------------------------------------------------------------------------------------------------


def test_a_removed_bot_is_told_once_in_channel_and_thread_and_breaks_every_place() -> None:
    scene = running()
    for _ in range(2):
        scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    places = {only(Place, scene.desk.store.places.get(p.place_id)).kind.value for p in alerts(scene, "unreachable")}
    assert len(alerts(scene, "unreachable")) == 2
    assert places == {"channel", "thread"}
    assert partner(scene).unreachable_since == scene.desk.now
    assert {topic(scene).state, topic(scene, SHARED).state} == {PlaceState.BROKEN}


def test_a_send_that_is_refused_tells_the_same() -> None:
    scene = running()
    writes(scene, "hello", "1.1")
    refuse_all(scene, topic(scene), "Forbidden: bot was kicked from the supergroup chat", breaks=True)
    assert (partner(scene).unreachable_why, topic(scene, SHARED).state) == ("kicked", PlaceState.BROKEN)
    assert len(alerts(scene, "unreachable")) == 2
    assert alerts(scene, "place_broken") == []


def test_a_right_that_is_missing_does_not_stop_what_still_works() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "no_rights"), CLOCK)
    assert partner(scene).unreachable_why == "no_rights"
    assert topic(scene).state is PlaceState.OPEN
    assert len(alerts(scene, "no_topic_rights")) == 2


def test_without_a_group_the_partner_is_away_when_the_last_person_is() -> None:
    scene = running(group=None)
    scene.desk.do(c.NoteReachability(11, "blocked"), CLOCK)
    assert partner(scene).unreachable_since is None
    assert [alert.body["detail"] for alert in alerts(scene, "member_blocked")] == ["Jan · Houtbouw BV"]
    scene.desk.do(c.NoteReachability(12, "blocked"), CLOCK)
    assert partner(scene).unreachable_why == "blocked"
    scene.desk.do(c.NoteReachability(11, None), CLOCK)
    assert partner(scene).unreachable_since is None
    assert member(scene, "Piet").blocked_since is not None


# -- round by mail -----------------------------------------------------------------------------------------------------


def test_everything_missed_goes_into_one_mail_after_ten_minutes() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    first = writes(scene, "hello", "1.1")
    refuse_all(scene, topic(scene))
    start = scene.desk.now
    scene.desk.now += timedelta(minutes=3)
    second = writes(scene, "again", "1.2")
    scene.desk.do(c.SetMilestone(scene.order_id, "measure_up", "Measure-up", day("2030-01-15")))
    refuse_all(scene, topic(scene))
    (mail,) = mails(scene)
    assert mail.not_before == start + timedelta(minutes=10)
    assert mail.body["messages"] == [first.id, second.id]
    kinds = [json.loads(str(line))["kind"] for line in only(list, mail.body["lines"])]
    assert "MilestoneNotice" in kinds
    assert (mail.party, mail.audience) == ("partner", OURS)


def test_the_next_mail_waits_four_hours() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    writes(scene, "hello", "1.1")
    refuse_all(scene, topic(scene))
    scene.desk.now += timedelta(minutes=10)
    sent = scene.desk.now
    scene.desk.send(mails(scene)[0])
    scene.desk.now += timedelta(minutes=30)
    writes(scene, "again", "1.2")
    refuse_all(scene, topic(scene))
    assert mails(scene)[-1].not_before == sent + timedelta(hours=4)


def test_many_things_are_listed_up_to_a_number_and_counted_beyond() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    for number in range(50):
        writes(scene, f"line {number}", f"1.{number}")
    refuse_all(scene, topic(scene))
    (mail,) = mails(scene)
    assert len(only(list, mail.body["messages"])) + len(only(list, mail.body["lines"])) == 40
    assert only(int, mail.body["more"]) >= 10


def test_what_was_taken_back_is_in_no_mail() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    kept, gone = writes(scene, "hello", "1.1"), writes(scene, "a slip of the pen", "1.2")
    refuse_all(scene, topic(scene))
    scene.desk.do(c.DeleteMessage(gone.id), ANNA)
    told = missed_words(scene.desk.store, mails(scene)[0])
    assert [(order.reference, message.id) for order, message in told] == [("REF-1", kept.id)]


def test_nothing_is_mailed_where_a_colleague_reads_it() -> None:
    scene = running(group=None)
    scene.desk.do(c.NoteReachability(11, "blocked"), CLOCK)
    jans = next(p for p in scene.desk.store.places.find(chat_id=topic(scene).chat_id, channel="11"))
    writes(scene, "hello", "1.1")
    refuse_all(scene, jans)
    assert mails(scene) == []


def test_without_an_address_staff_hear_of_each() -> None:
    scene = running()
    kept = partner(scene)
    kept.email = None
    scene.desk.store.partners.save(kept)
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    scene.desk.do(c.SetMilestone(scene.order_id, "measure_up", "Measure-up", day("2030-01-15")))
    refuse_all(scene, topic(scene))
    assert mails(scene) == []
    assert alerts(scene, "send_failed")


# -- back --------------------------------------------------------------------------------------------------------------


def test_back_again_everything_waiting_goes_out_and_no_mail_does() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    message = writes(scene, "hello", "1.1")
    scene.desk.do(c.SetMilestone(scene.order_id, "measure_up", "Measure-up", day("2030-01-15")))
    refuse_all(scene, topic(scene))
    scene.desk.do(c.NoteReachability(GROUP, None), CLOCK)
    assert (partner(scene).unreachable_since, partner(scene).unreachable_why) == (None, None)
    assert mails(scene) == []
    assert len(alerts(scene, "reachable_again")) == 2
    scene.desk.send_all()
    assert [copy.state for copy in scene.copies_to(message, topic(scene))] == [PostingState.SENT]
    milestone = [p for p in scene.desk.posted("MilestoneNotice") if p.party == "partner"]
    assert [p.state for p in milestone] == [PostingState.SENT]


def test_what_is_refused_while_the_place_is_being_mended_goes_out_as_well() -> None:
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, "kicked"), CLOCK)
    message = writes(scene, "hello", "1.1")
    posting = scene.copies_to(message, topic(scene))[0]
    scene.desk.do(c.NoteReachability(GROUP, None), CLOCK)
    scene.desk.send(posting, "refused", error="place_broken")
    scene.desk.send_all()
    assert [copy.state for copy in scene.copies_to(message, topic(scene))] == [PostingState.SENT]


@pytest.mark.parametrize(
    ("trouble", "has_topics", "is_over"),
    [("kicked", False, True), ("no_topics", False, False), ("no_topics", True, True), ("no_rights", True, False)],
)
def test_a_word_from_the_group_ends_what_it_proves(trouble: str, has_topics: bool, is_over: bool) -> None:  # noqa: FBT001
    scene = running()
    scene.desk.do(c.NoteReachability(GROUP, trouble), CLOCK)
    scene.desk.do(c.NoteHeard(GROUP, has_topics), CLOCK)
    assert (partner(scene).unreachable_since is None) is is_over


def test_a_word_when_nothing_is_wrong_changes_nothing() -> None:
    scene = running()
    before = len(scene.desk.store.outbox.find())
    scene.desk.do(c.NoteHeard(GROUP, has_topics=True), CLOCK)
    scene.desk.do(c.NoteReachability(GROUP, None), CLOCK)
    assert len(scene.desk.store.outbox.find()) == before


# -- threads made anew -------------------------------------------------------------------------------------------------


def test_a_deleted_topic_is_opened_anew_before_what_was_being_sent() -> None:
    scene = running()
    scene.desk.send_all()
    writes(scene, "earlier", "1.1")
    scene.desk.send_all()
    message = writes(scene, "now", "1.2")
    place = topic(scene)
    scene.desk.send(scene.copies_to(message, place)[0], "refused", error="Bad Request: message thread not found",
                    breaks_place=True)  # fmt: skip
    queued = scene.desk.store.outbox.find(place_id=place.id, state=PostingState.QUEUED)
    assert [p.kind for p in sorted(queued, key=lambda p: (p.priority, p.position))] == [
        OPEN_PLACE, RECAP, "DeliverMessage",
    ]  # fmt: skip
    assert [one.body.plain() for one in recalled(scene.desk.store, topic(scene))] == ["earlier"]
    assert len(alerts(scene, "chat_reopened")) == 1
    scene.desk.send_all()
    assert [copy.state for copy in scene.copies_to(message, place)] == [PostingState.SENT]


def test_the_last_words_are_of_this_chat_only() -> None:
    scene = running()
    for number in range(12):
        writes(scene, f"ours {number}", f"1.{number}")
        writes(scene, f"shared {number}", f"2.{number}", SHARED)
    scene.desk.now += timedelta(seconds=20)
    scene.desk.send_all()
    assert [one.body.plain() for one in recalled(scene.desk.store, topic(scene))] == [f"ours {n}" for n in range(2, 12)]
    words = {one.body.plain() for one in recalled(scene.desk.store, topic(scene, SHARED))}
    assert all(word.startswith("shared") for word in words)


def test_a_topic_that_keeps_vanishing_is_left_to_staff() -> None:
    scene = running()
    for number in range(4):
        scene.desk.send_all()
        message = writes(scene, "hello", f"1.{number}")
        scene.desk.send(scene.copies_to(message, topic(scene))[0], "refused", error="TOPIC_DELETED", breaks_place=True)
    assert topic(scene).state is PlaceState.BROKEN
    assert len(alerts(scene, "chat_reopened")) == 3


def test_a_deleted_root_in_slack_is_restored_once() -> None:
    scene = running()
    scene.desk.send_all()
    place = thread(scene)
    lost = c.NoteThreadLost(Platform.SLACK, place.channel, place.thread or "")
    assert only(Place, scene.desk.do(lost, CLOCK)).id == place.id
    assert scene.desk.do(lost, CLOCK) is None
    assert (thread(scene).state, thread(scene).thread) == (PlaceState.WANTED, None)
    assert scene.desk.do(c.NoteThreadLost(Platform.SLACK, place.channel, "9.9"), CLOCK) is None


# -- mail that bounces -------------------------------------------------------------------------------------------------


def bounced(scene: Scene) -> Place:
    """Carla's mailbox after the server refused it."""
    scene.desk.do(c.SetDelivery(scene.order_id, DELIVERY, day("2030-01-20")), scene.jan)
    mail = next(p for p in scene.desk.posted("DeliveryDateNotice") if p.party == "customer")
    scene.desk.send(mail, "refused", error="address_refused: 550 unknown", breaks_place=True)
    return only(Place, scene.desk.store.places.get(mail.place_id))


def test_a_refused_address_is_told_with_the_name_and_no_other_mail_goes_there() -> None:
    scene = running()
    box = bounced(scene)
    assert box.state is PlaceState.BROKEN
    told = scene.desk.posted("MailBounced")
    assert {(p.party, p.body["who"], p.body["address"], p.body["place_id"]) for p in told} == {
        ("staff", "Carla", "carla@example.com", box.id),
    }  # fmt: skip
    assert len(told) == 2


def test_another_address_gets_what_was_refused() -> None:
    scene = running()
    box = bounced(scene)
    new = only(Place, scene.desk.do(c.ChangeAddress(box.id, "Carla@New.example"), ANNA))
    assert [customer.email for customer in scene.desk.store.customers.find()] == [new.channel]
    waiting = scene.desk.store.outbox.find(place_id=new.id, state=PostingState.QUEUED)
    assert "DeliveryDateNotice" in [p.kind for p in waiting]
    assert {(p.party, p.audience) for p in waiting} == {("customer", SHARED)}


def test_the_same_address_once_more_opens_it_again() -> None:
    scene = running()
    box = bounced(scene)
    again = only(Place, scene.desk.do(c.ChangeAddress(box.id, box.channel), ANNA))
    assert (again.id, again.state) == (box.id, PlaceState.OPEN)


def test_only_cutr_changes_an_address_of_a_mailbox_that_is_one() -> None:
    scene = running()
    box = bounced(scene)
    with pytest.raises(NotAllowed):
        scene.desk.do(c.ChangeAddress(box.id, "a@b.example"), scene.jan)
    with pytest.raises(UnknownThing):
        scene.desk.do(c.ChangeAddress(topic(scene).id, "a@b.example"), ANNA)
    with pytest.raises(BadValue):
        scene.desk.do(c.ChangeAddress(box.id, "no address"), ANNA)
