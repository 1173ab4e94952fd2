"""The customer at their page: where their words go, that they are there, and the one mail about what they missed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Attachment, Audience, MediaKind, Message, Platform
from core.handlers.away import MOST_NAMED
from core.orders import Status
from core.outbox import Posting, PostingState
from core.outbox_kinds import DELIVER, MARK
from core.parcels import Parcel, parcel_for
from core.people import Actor
from core.refusals import ClosedChat, NoCustomerChat, NotAllowed, NotYourOrder, UnknownOrder
from core.richtext import RichText
from core.views import message_view
from tests.support.desk import ANNA
from tests.unit.core.scenes import STRANGER, Scene, drafted, only, photo, running

SHARED = Audience.WITH_CUSTOMER


def writes(scene: Scene, text: str, nonce: str = "n1", actor: Actor | None = None, **more: object) -> Message:
    origin = c.PlatformMessage(Platform.PAGE, scene.order_id, nonce, reply_to=more.pop("reply_to", None))  # type: ignore[arg-type]
    wish = c.RelayMessage(origin, RichText.of(text), scene.desk.now, **more)  # type: ignore[arg-type]
    return only(Message, scene.desk.do(wish, actor or scene.customer))


def mails(scene: Scene) -> list[Posting]:
    return scene.desk.posted("ChatMail")


def leaves(scene: Scene) -> Parcel:
    """The queued mail as the worker would find it now."""
    (queued,) = [one for one in mails(scene) if one.state is PostingState.QUEUED]
    return parcel_for(scene.desk.store, queued, uncertain=False)


def said(parcel: Parcel) -> list[str]:
    return [one.message.body.plain() for one in parcel.unread]


# --- their words ------------------------------------------------------------------------------------------------------


def test_words_go_to_staff_and_partner_and_to_nobody_else() -> None:
    scene = running()
    message = writes(scene, "hello")
    assert (message.audience, message.author_name) == (SHARED, "Carla")
    sent = {p.place_id for p in scene.desk.store.outbox.find(message_id=message.id, kind=DELIVER)}
    assert sent == {scene.place(SHARED, Platform.SLACK).id, scene.place(SHARED, Platform.TELEGRAM).id}
    assert mails(scene) == []


def test_the_same_form_twice_is_one_message() -> None:
    scene = running()
    assert writes(scene, "hello").id == writes(scene, "hello").id
    assert len(scene.desk.store.messages.find()) == 1


def test_what_became_of_them_is_told_by_their_copies_and_no_mark_is_sent() -> None:
    scene = running()
    message = writes(scene, "hello")
    view = message_view(scene.desk.store, message.id)
    assert view is not None
    assert view.unfinished == 2
    scene.desk.send_all()
    scene.desk.do(c.MarkWaiting(message.id))
    view = message_view(scene.desk.store, message.id)
    assert view is not None
    assert (view.unfinished, view.failed) == (0, [])
    assert scene.desk.posted(MARK) == []


def test_an_answer_names_the_message_it_answers_but_none_of_the_other_chat() -> None:
    scene = running()
    open_one = scene.says(scene.jan, scene.place(SHARED, Platform.TELEGRAM), "which colour?", "501")
    secret = scene.says(scene.jan, scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM), "margin", "502")
    assert writes(scene, "white", reply_to=open_one.id).reply_to_id == open_one.id
    assert writes(scene, "black", "n2", reply_to=secret.id).reply_to_id is None


def test_their_photos_are_words_with_files_and_nothing_to_file() -> None:
    scene = running()
    before = len(scene.sets())
    message = writes(scene, "", attachments=(photo(Platform.PAGE, "1", "a.jpg"),))
    assert len(message.attachments) == 1
    assert len(scene.sets()) == before


@pytest.mark.parametrize("audience", list(Audience))
def test_they_choose_no_chat(audience: Audience) -> None:
    """A form of the page that names a chat still ends in the one with the customer."""
    scene = running()
    chats = scene.desk.store.chats.find(order_id=scene.order_id, audience=audience)
    assert writes(scene, "hello", chat_id=chats[0].id).audience is SHARED


def test_nobody_writes_on_anothers_page() -> None:
    scene = running()
    for other in (STRANGER, scene.jan, ANNA):
        with pytest.raises((NotYourOrder, NotAllowed)):
            writes(scene, "hello", actor=other)
    nowhere = c.RelayMessage(c.PlatformMessage(Platform.PAGE, "none", "n"), RichText.of("x"), scene.desk.now)
    with pytest.raises(UnknownOrder):
        scene.desk.do(nowhere, scene.customer)


def test_there_is_nowhere_to_write_before_assignment_without_a_chat_and_after_the_end() -> None:
    with pytest.raises(NoCustomerChat):
        writes(drafted(), "hello")
    with pytest.raises(NoCustomerChat):
        writes(running(customer_chat=False), "hello")
    scene = running()
    scene.go(Status.CANCELLED)
    with pytest.raises((NoCustomerChat, ClosedChat)):
        writes(scene, "hello")


# --- being there ------------------------------------------------------------------------------------------------------


def test_only_the_customer_is_seen_and_only_at_their_own_order() -> None:
    scene = running()
    for other in (ANNA, scene.jan, scene.piet, scene.guest, STRANGER):
        with pytest.raises((NotAllowed, NotYourOrder)):
            scene.desk.do(c.SeenByCustomer(scene.order_id), other)
    assert scene.order.customer_seen_at is None
    scene.desk.do(c.SeenByCustomer(scene.order_id), scene.customer)
    assert scene.order.customer_seen_at == scene.desk.now


def test_who_writes_is_there() -> None:
    scene = running()
    writes(scene, "hello")
    assert scene.order.customer_seen_at == scene.desk.now


# --- the mail ---------------------------------------------------------------------------------------------------------


def test_words_of_both_sides_join_one_mail_after_five_minutes() -> None:
    scene = running()
    start = scene.desk.now
    scene.says(scene.jan, scene.place(SHARED, Platform.TELEGRAM), "from Jan", "501")
    scene.desk.wait(minutes=4)
    scene.says(ANNA, scene.place(SHARED, Platform.SLACK), "from Anna", "1.1")
    scene.says(ANNA, scene.place(Audience.CUTR_ONLY, Platform.SLACK), "margin", "1.2")
    assert len(mails(scene)) == 1
    assert mails(scene)[0].not_before == start + timedelta(minutes=5)
    assert said(leaves(scene)) == ["from Jan", "from Anna"]
    assert mails(scene)[0].audience is SHARED


def test_the_next_mail_waits_for_a_quarter_of_an_hour() -> None:
    scene = running()
    topic = scene.place(SHARED, Platform.TELEGRAM)
    scene.says(scene.jan, topic, "one", "501")
    scene.desk.wait(minutes=5)
    scene.desk.send_all()
    sent_at = scene.desk.now
    scene.says(scene.jan, topic, "two", "502")
    assert mails(scene)[-1].not_before == sent_at + timedelta(minutes=15)
    assert said(leaves(scene)) == ["two"]


def test_what_was_read_on_the_page_is_not_mailed() -> None:
    scene = running()
    topic, thread = scene.place(SHARED, Platform.TELEGRAM), scene.place(SHARED, Platform.SLACK)
    scene.says(scene.jan, topic, "seen", "501")
    scene.says(ANNA, thread, "still held back when she looked", "1.1")
    scene.desk.wait(seconds=5)
    scene.desk.do(c.SeenByCustomer(scene.order_id), scene.customer)
    assert said(leaves(scene)) == ["still held back when she looked"]
    scene.desk.wait(seconds=10)
    scene.desk.do(c.SeenByCustomer(scene.order_id), scene.customer)
    assert said(leaves(scene)) == []


def test_what_was_taken_back_or_changed_is_mailed_as_it_stands() -> None:
    scene = running()
    topic = scene.place(SHARED, Platform.TELEGRAM)
    gone = scene.says(scene.jan, topic, "gone", "501")
    scene.says(scene.jan, topic, "tpyo", "502")
    scene.desk.do(c.DeleteMessage(gone.id), scene.jan)
    origin = c.PlatformMessage(Platform.TELEGRAM, topic.channel, "502", topic.thread)
    scene.desk.do(c.EditMessage(origin, RichText.of("typo"), scene.desk.now + timedelta(seconds=9)), scene.jan)
    assert said(leaves(scene)) == ["typo"]


def test_a_thousand_words_make_one_mail_that_names_some() -> None:
    scene = running()
    topic = scene.place(SHARED, Platform.TELEGRAM)
    for number in range(MOST_NAMED + 10):
        scene.says(scene.jan, topic, f"word {number}", f"{500 + number}")
    assert len(mails(scene)) == 1
    assert len(said(leaves(scene))) == MOST_NAMED
    assert mails(scene)[0].body["more"] == 10


def test_a_guests_words_are_mailed_only_once_vouched_for() -> None:
    scene = running()
    held = scene.says(scene.guest, scene.place(SHARED, Platform.TELEGRAM), "hello", "501")
    assert mails(scene) == []
    scene.desk.do(c.VouchMessage(held.id, let_through=True))
    assert said(leaves(scene)) == ["hello"]


def test_the_mail_says_whose_words_they_are() -> None:
    scene = running()
    scene.says(scene.jan, scene.place(SHARED, Platform.TELEGRAM), "hello", "501")
    (unread,) = leaves(scene).unread
    assert unread.partner is not None
    assert unread.partner.name == "Houtbouw BV"


# --- their link -------------------------------------------------------------------------------------------------------


def test_a_renewed_link_is_mailed_and_a_revoked_one_is_not() -> None:
    scene = running()
    before = len(scene.desk.posted("CustomerLink"))
    scene.desk.do(c.RenewCustomerLink(scene.order_id))
    assert scene.order.customer_link_version == 2
    assert len(scene.desk.posted("CustomerLink")) == before + 1
    scene.desk.do(c.RevokeCustomerLink(scene.order_id))
    assert scene.order.customer_link_version == 3
    assert len(scene.desk.posted("CustomerLink")) == before + 1
    assert scene.desk.events(scene.order)[-2:] == ["customer_link_renewed", "customer_link_revoked"]


def test_only_cutr_handles_links() -> None:
    scene = running()
    for wish in (c.RenewCustomerLink(scene.order_id), c.RevokeCustomerLink(scene.order_id)):
        for other in (scene.jan, scene.piet, scene.guest, scene.customer):
            with pytest.raises(NotAllowed):
                scene.desk.do(wish, other)
    assert scene.order.customer_link_version == 1


def test_a_customers_words_reach_the_partner_with_the_order_that_says_whether_to_name_them() -> None:
    scene = running(aliases=True)
    message = writes(scene, "hello", attachments=(Attachment(MediaKind.CONTACT, Platform.PAGE, detail="Carla"),))
    (posting,) = scene.copies_to(message, scene.place(SHARED, Platform.TELEGRAM))
    parcel = parcel_for(scene.desk.store, posting, uncertain=False)
    assert parcel.order is not None
    assert parcel.order.aliases
