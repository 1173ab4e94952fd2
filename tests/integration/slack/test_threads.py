from __future__ import annotations

import re
from datetime import timedelta

from core.chats import Audience
from core.commands import PlatformMessage, RelayMessage
from core.richtext import RichText
from sandbox.faults import Fault
from tests.integration.slack.conftest import StaffRoom, actions_of

CUTR_ONLY, WITH_CUSTOMER = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


async def test_each_chat_gets_a_thread_that_says_who_reads(room: StaffRoom) -> None:
    order, _, _ = await room.assigned(price="1250.00", currency="EUR")
    private, shared = room.thread(order, CUTR_ONLY)[0], room.thread(order, WITH_CUSTOMER)[0]
    assert "🔒 REF-1" in private["text"]
    assert "partner + Cutr read this" in private["text"]
    assert "CUSTOMER read this" in shared["text"]
    assert "1,250" in str(private["blocks"])
    assert "1,250" not in str(shared["blocks"])
    assert {a.split("|")[0] for a in actions_of(shared)} >= {
        "ready",
        "task",
        "milestones",
        "history",
        "cancel",
        "snooze",
    }


async def test_words_in_a_thread_reach_the_partner(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    await room.slack.post_as("anna", "orders", "Hello Jan & co, look", thread_ts=root)
    await room.slack.post_as("anna", "orders", " Note: not for them", thread_ts=root)
    await room.slack.post_as("anna", "orders", "outside any thread")
    await room.settle()
    assert room.telegram.words() == ["Hello Jan & co, look"]


async def test_the_customers_chat_waits_ten_seconds(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, WITH_CUSTOMER)[0]["ts"]
    await room.slack.post_as("anna", "orders", "Price is 900", thread_ts=root)
    await room.settle()
    held = room.slack.ephemerals("anna")[-1]
    assert "CUSTOMER will read this" in held["text"]
    assert room.telegram.words() == []
    await room.press("anna", held, "undo")
    await room.settle()
    room.clock.advance(timedelta(seconds=11))
    await room.settle()
    assert room.telegram.words() == []
    await room.slack.post_as("anna", "orders", "Your kitchen is ready", thread_ts=root)
    await room.settle()
    await room.press("anna", room.slack.ephemerals("anna")[-1], "send_now")
    await room.settle()
    assert room.telegram.words() == ["Your kitchen is ready"]


async def test_guests_bots_and_workflows_are_not_relayed(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    await room.slack.post_as("gijs", "orders", "I am a guest", thread_ts=root)
    await room.slack.workflow_post("orders", "I am a workflow", thread_ts=root)
    await room.settle()
    assert room.telegram.words() == []
    assert "Nobody outside Slack has read this" in room.told("gijs")


async def test_edits_and_notes(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    note = await room.slack.post_as("anna", "orders", "note: secret", thread_ts=root)
    said = await room.slack.post_as("anna", "orders", "Tuesday", thread_ts=root)
    await room.settle()
    await room.slack.edit_as("anna", "orders", note, "no secret any more")
    await room.slack.unfurl("orders", said)
    await room.slack.edit_as("anna", "orders", said, "Wednesday")
    await room.settle()
    assert room.telegram.words() == ["Tuesday"]
    edits = [p for p in room.telegram.parcels if p.posting.kind == "EditCopies"]
    assert [p.message.body.plain() for p in edits if p.message] == ["Wednesday"]
    await room.slack.edit_as("anna", "orders", said, "note: Wednesday")
    await room.settle()
    assert [p.posting.kind for p in room.telegram.parcels][-1] == "RetractCopies"


async def test_a_partners_words_appear_under_their_name_and_call_nobody(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    await _jan_writes(room, jan, order, "Done <!channel> & <@U0ANNA00001>", "7001")
    shown = room.thread(order, CUTR_ONLY)[-1]
    assert shown["username"] == "Jan · Houtbouw BV"
    assert "<!channel>" not in shown["text"]
    assert "&lt;!channel&gt; &amp; &lt;@U0ANNA00001&gt;" in shown["text"]
    assert room.thread(order, WITH_CUSTOMER)[1:] == []


async def test_an_unknown_outcome_is_settled_without_a_duplicate(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    room.faults.add(Fault("accepted_then_failed", "chat.postMessage", status=0))
    await _jan_writes(room, jan, order, "Once only", "7001")
    room.clock.advance(timedelta(seconds=30))
    await room.settle()
    assert [m["text"] for m in room.thread(order, CUTR_ONLY)].count("Once only") == 1
    assert room.desk.store.outbox.find(kind="DeliverMessage")[0].state == "sent"


async def test_a_long_text_comes_in_parts_and_no_part_twice(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    room.faults.add(Fault("rate_limited", "chat.postMessage", skip=1, retry_after=2))
    await _jan_writes(room, jan, order, "word " * 1500, "7001")
    room.clock.advance(timedelta(seconds=30))
    await room.settle()
    parts = [m for m in room.thread(order, CUTR_ONLY) if m.get("username")]
    assert len(parts) == 3
    assert "".join(m["text"] for m in parts).count("word") == 1500


async def test_nothing_goes_to_a_channel_that_others_read(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    await room.slack.change_channel("orders", is_ext_shared=True)
    room.account.channels.forget(room.channel)
    await _jan_writes(room, jan, order, "Not for outsiders", "7001")
    assert "Not for outsiders" not in [m["text"] for m in room.thread(order, CUTR_ONLY)]
    assert room.place(order, CUTR_ONLY).trouble == "channel_shared_outside"


async def test_the_authors_message_carries_one_lasting_mark(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    said = await room.slack.post_as("anna", "orders", "Hello", thread_ts=root)
    await room.settle()
    room.clock.advance(timedelta(seconds=2))
    await room.settle()
    message = next(m for m in room.thread(order, CUTR_ONLY) if m["ts"] == said)
    assert [r["name"] for r in message.get("reactions", [])] == ["white_check_mark"]


async def _jan_writes(
    room: StaffRoom, jan: object, order: object, text: str, number: str, reply_to: str | None = None
) -> None:
    from core.chats import Platform

    place = room.place(order, CUTR_ONLY, Platform.TELEGRAM)  # type: ignore[arg-type]
    origin = PlatformMessage(place.platform, place.channel, number, place.thread, reply_to)
    await room.door.room.dispatcher.dispatch(RelayMessage(origin, RichText.of(text), room.clock.now()), jan)  # type: ignore[arg-type]
    await room.settle()


async def test_an_answer_shows_what_it_answers(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    await room.slack.post_as("anna", "orders", "Which wood?", thread_ts=root)
    await room.settle()
    answered = next(p for p in room.telegram.parcels if p.posting.kind == "DeliverMessage")
    number = room.desk.store.outbox.get(answered.posting.id)
    assert number is not None
    await _jan_writes(room, jan, order, "Oak", "7001", reply_to=number.external_ids[0])
    shown = room.thread(order, CUTR_ONLY)[-1]
    assert re.search("↪ in answer to .+: Which wood?", str(shown["blocks"]))
    assert shown["text"] == "Oak"


async def test_a_message_of_staff_that_failed_can_be_retried_from_its_menu(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    room.faults.add(Fault("error", "chat.postMessage", text="is_archived"))
    await _jan_writes(room, jan, order, "Hello?", "7001")
    assert "Hello?" not in [m["text"] for m in room.thread(order, CUTR_ONLY)]
    assert room.place(order, CUTR_ONLY).trouble == "is_archived"
    message = room.desk.store.messages.find()[0]
    from core.commands import RetryMessage
    from tests.support.desk import ANNA

    await room.door.room.dispatcher.dispatch(RetryMessage(message.id), ANNA)
    await room.settle()
    assert "Hello?" in [m["text"] for m in room.thread(order, CUTR_ONLY)]
