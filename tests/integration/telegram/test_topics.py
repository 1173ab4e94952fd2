"""Messages between topics and staff: routed by topic alone, never guessed, never in the wrong place."""

from __future__ import annotations

from datetime import timedelta

from core.chats import Attachment, Audience, MediaKind, Platform
from core.orders import Order
from sandbox.faults import Fault
from tests.integration.telegram.conftest import GROUP, GUS, JAN, Workshop

CUTR, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


async def test_each_order_gets_two_topics_whose_names_and_cards_say_who_reads(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    topics = {topic.id: topic for topic in shop.telegram.topics(GROUP)}
    cutr, shared = topics[shop.topic(order, CUTR)], topics[shop.topic(order, SHARED)]
    assert (cutr.name, shared.name) == ("🔒 REF-1 · Cutr only", "👥 REF-1 · With customer")
    assert cutr.icon_color != shared.icon_color
    assert "partner + Cutr read this" in shop.telegram.texts(GROUP, cutr.id)[0]
    assert "CUSTOMER read this" in shop.telegram.texts(GROUP, shared.id)[0]
    assert any("pinned_message" in m.content for m in shop.telegram.messages(GROUP, cutr.id))


async def test_a_partners_words_reach_staff_in_the_topics_chat_only(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.telegram.say(JAN, GROUP, "The oak is here", shop.topic(order, CUTR))
    await shop.settle()
    assert shop.slack.words(CUTR) == ["The oak is here"]
    assert shop.slack.words(SHARED) == []


async def test_staffs_words_arrive_in_the_same_chats_topic_under_their_name(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.staff_write(order, "Please call the customer", SHARED)
    assert shop.last(shop.topic(order, SHARED)) == "Anna (Cutr)\nPlease call the customer"
    assert "Please call" not in " ".join(shop.telegram.texts(GROUP, shop.topic(order, CUTR)))


async def test_the_writer_sees_one_lasting_mark(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    number = await shop.telegram.say(JAN, GROUP, "Done", shop.topic(order, CUTR))
    await shop.settle()
    shop.clock.advance(timedelta(seconds=2))
    await shop.settle()
    assert shop.telegram.reactions(GROUP, number) == {4242: ["👌"]}


async def test_an_update_that_comes_twice_is_relayed_once(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    shop.faults.add(Fault("duplicate"))
    await shop.telegram.say(JAN, GROUP, "Once", shop.topic(order, CUTR))
    await shop.settle()
    assert shop.slack.words(CUTR) == ["Once"]


async def test_words_in_general_are_kept_and_asked_about(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.telegram.say(JAN, GROUP, "Who takes this?")
    await shop.settle()
    assert shop.slack.words(CUTR) == shop.slack.words(SHARED) == []
    assert shop.labels(0)[:2] == ["🔒 REF-1 · Cutr only", "👥 REF-1 · With customer"]
    await shop.press(JAN, "👥 REF-1 · With customer", 0)
    assert shop.slack.words(SHARED) == ["Who takes this?"]
    assert "👥 REF-1" in shop.last(0)
    del order


async def test_an_edit_follows_and_a_staff_edit_follows_too(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    number = await shop.telegram.say(JAN, GROUP, "Tuseday", shop.topic(order, CUTR))
    await shop.settle()
    await shop.telegram.edit(JAN, GROUP, number, "Tuesday")
    await shop.settle()
    edits = [p.message for p in shop.slack.parcels if p.posting.kind == "EditCopies"]
    assert [message.body.plain() for message in edits if message] == ["Tuesday"]


async def test_an_album_arrives_whole(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    items = [{"type": "photo", "caption": "Three sides"}, {"type": "photo"}, {"type": "photo"}]
    await shop.telegram.send_album(JAN, GROUP, items, shop.topic(order, CUTR))
    await shop.settle()
    kept = shop.desk.store.messages.find(order_id=order.id)
    assert sum(len(message.attachments) for message in kept) == 3
    assert kept[0].body.plain() == "Three sides"


async def test_files_from_staff_are_uploaded_with_their_words(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    files = tuple(
        Attachment(MediaKind.PHOTO, Platform.SLACK, f"F{n}", name=f"{n}.jpg", mime="image/jpeg", size=9)
        for n in range(3)
    )
    drawing = Attachment(MediaKind.DOCUMENT, Platform.SLACK, "F9", name="plan.pdf", size=9)
    await shop.staff_write(order, "The drawing", CUTR, attachments=(*files, drawing))
    sent = shop.telegram.messages(GROUP, shop.topic(order, CUTR))[-4:]
    assert ["photo" in m.content for m in sent] == [True, True, True, False]
    assert sent[0].text == "Anna (Cutr)\nThe drawing"
    assert sent[3].content["document"]["file_name"] == "plan.pdf"


async def test_a_picture_telegram_cannot_show_goes_as_a_file(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    heic = Attachment(MediaKind.PHOTO, Platform.SLACK, "F1", name="side.heic", mime="image/heic", size=9)
    await shop.staff_write(order, "Look", CUTR, attachments=(heic,))
    sent = shop.telegram.messages(GROUP, shop.topic(order, CUTR))[-1]
    assert sent.content["document"]["file_name"] == "side.heic"


async def test_long_words_come_in_parts_and_lose_nothing(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    words = " ".join(f"word{n}" for n in range(1200))
    await shop.staff_write(order, words, CUTR)
    parts = shop.telegram.texts(GROUP, shop.topic(order, CUTR))[1:]
    assert len(parts) > 1
    assert " ".join(parts).split() == ["Anna", "(Cutr)", *words.split()]


async def test_an_echo_from_elsewhere_is_deleted_and_breaks_the_place(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order, CUTR)
    shop.faults.add(Fault("wrong_thread", "sendMessage"))
    await shop.staff_write(order, "Secret price", CUTR)
    assert "Secret price" not in " ".join(shop.telegram.texts(GROUP))
    assert shop.place(order, CUTR).state == "broken"
    del thread


async def test_a_deleted_topic_gets_nothing_anywhere_else(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    old = shop.topic(order, CUTR)
    await shop.telegram.delete_topic(GROUP, old)
    await shop.staff_write(order, "Margin is 20 %", CUTR)
    await shop.settle()
    new = shop.topic(order, CUTR)
    assert new != old
    assert [m.thread_id for m in shop.telegram.messages(GROUP) if "Margin" in m.text] == [new]
    assert shop.place(order, CUTR).state == "open"


async def test_a_place_without_its_topic_is_refused_without_a_call(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    place = shop.desk.store.places.get(shop.place(order, CUTR).id)
    assert place is not None
    place.thread = ""
    shop.desk.store.places.save(place)
    before = len(shop.ledger.entries("sendMessage"))
    await shop.staff_write(order, "Secret", CUTR)
    assert len(shop.ledger.entries("sendMessage")) == before


async def test_a_guest_is_relayed_to_cutr_and_held_before_the_customer(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.telegram.say(GUS, GROUP, "I am new here", shop.topic(order, CUTR))
    await shop.telegram.say(GUS, GROUP, "Hello customer", shop.topic(order, SHARED))
    await shop.settle()
    assert shop.slack.words(CUTR) == ["I am new here"]
    assert shop.slack.words(SHARED) == []
    assert "waits until a member" in shop.last(shop.topic(order, SHARED))


async def test_an_anonymous_admin_is_not_passed_on(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.telegram.hide_identity(GROUP, JAN)
    await shop.telegram.say(JAN, GROUP, "Guess who", shop.topic(order, SHARED))
    await shop.settle()
    assert shop.slack.words(SHARED) == []
    assert "anonymous admin" in shop.last(shop.topic(order, SHARED))
    assert any(p.posting.kind == "StaffAlert" for p in shop.slack.parcels)


async def test_everything_people_can_send_arrives_as_something(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order, CUTR)
    await shop.telegram.send_voice(JAN, GROUP, thread)
    await shop.telegram.send_sticker(JAN, GROUP, thread)
    await shop.telegram.send_video_note(JAN, GROUP, thread)
    await shop.telegram.send_location(JAN, GROUP, thread)
    await shop.telegram.send_contact(JAN, GROUP, thread)
    await shop.telegram.send_poll(JAN, GROUP, "Oak?", ["yes", "no"], thread)
    await shop.settle()
    kinds = [m.attachments[0].kind for m in shop.desk.store.messages.find(order_id=order.id)]
    assert kinds == ["voice", "sticker", "video_note", "location", "contact", "poll"]
    details = [m.attachments[0].detail for m in shop.desk.store.messages.find(order_id=order.id)]
    assert details[3:] == ["52.37, 4.9", "Jan, +31600000000", "Oak? (yes / no)"]


async def test_a_file_too_big_to_fetch_is_named_and_the_sender_told(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order, CUTR)
    await shop.telegram.send_document(JAN, GROUP, thread, filename="film.mov", size=30 << 20)
    await shop.settle()
    await shop.shown()
    assert "film.mov: larger than 20 MB" in shop.last(thread)
    assert shop.labels(thread) == ["Upload link"]
    assert await _names(shop, order) == ["film.mov"]


async def _names(shop: Workshop, order: Order) -> list[str]:
    return [a.name for m in shop.desk.store.messages.find(order_id=order.id) for a in m.attachments]
