"""What the sender makes of Telegram's refusals, and what it does with sent messages afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bots.outgoing import ChatMoved, SendLater, SendRefused, SendUnknown, Sent
from bots.telegram.account import FileGone, FileTooBig, TelegramAccount
from bots.telegram.sender import TelegramSender
from core.chats import Attachment, Audience, Copy, MediaKind, Message, Place, PlaceKind, Platform
from core.outbox import Posting, Priority
from core.parcels import Parcel
from core.people import Party
from core.richtext import RichText, Span, Style
from sandbox.faults import Fault
from tests.integration.telegram.conftest import GROUP, JAN, Workshop

CUTR = Audience.CUTR_ONLY


async def parcel(shop: Workshop, kind: str = "DeliverMessage", text: str = "Words", **body: object) -> Parcel:
    """A parcel for the Cutr-only topic of a new order."""
    order, _ = await shop.assigned()
    place = shop.place(order, CUTR)
    message = Message(
        "m1", str(place.chat_id), order.id, CUTR, Party.STAFF, "slack:U1", "Anna", RichText.of(text), shop.clock.now(),
        shop.clock.now(),
    )  # fmt: skip
    posting = Posting(
        "p1", kind, place.id, place.id, place.lane, CUTR, Party.PARTNER, Priority.WORDS, 0, shop.clock.now(),
        shop.clock.now(), dict(body),
    )  # fmt: skip
    return Parcel(posting, place, message=message)


def copies(sent: Sent, place: Place) -> list[Copy]:
    return [Copy(f"c{n}", "m1", place.id, Platform.TELEGRAM, place.channel, number, n)
            for n, number in enumerate(sent.external_ids)]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("rate_limited", "sendMessage", retry_after=7), SendLater(7.0, "rate_limited", lane_wide=True)),
        (Fault("server_error", "sendMessage", status=502), SendUnknown("")),
        (Fault("accepted_then_failed", "sendMessage", status=0), SendUnknown("")),
        (Fault("accepted_then_failed", "sendMessage", status=500), SendUnknown("")),
        (Fault("error", "sendMessage", status=400, text="Bad Request: message thread not found"),
         SendRefused("", breaks_place=True)),
        (Fault("error", "sendMessage", status=400, text="Bad Request: TOPIC_CLOSED"),
         SendRefused("", breaks_place=True)),
        (Fault("error", "sendMessage", status=400, text="Bad Request: message text is empty"), SendRefused("")),
        (Fault("error", "sendMessage", status=403, text="Forbidden: bot was kicked"),
         SendRefused("", breaks_place=True)),
        (Fault("error", "sendMessage", status=401, text="Unauthorized"), SendLater(60.0, "", lane_wide=True)),
    ],
)  # fmt: skip
async def test_each_refusal_has_its_meaning(shop: Workshop, fault: Fault, expected: Any) -> None:
    made = await parcel(shop)
    shop.faults.add(fault)
    with pytest.raises(type(expected)) as raised:
        await shop.sender.send(made)
    for name in ("seconds", "lane_wide", "breaks_place"):
        assert getattr(raised.value, name, None) == getattr(expected, name, None)


async def test_nobody_listening_means_later(shop: Workshop) -> None:
    made = await parcel(shop)
    account = TelegramAccount("1:AA", "http://127.0.0.1:9", "s")
    with pytest.raises(SendLater):
        await TelegramSender(account, shop.clock.now).send(made)
    await account.close()


async def test_a_group_that_became_a_supergroup_is_told_with_its_new_id(shop: Workshop) -> None:
    made = await parcel(shop)
    shop.telegram.add_group(-88, "Small", admins=[JAN, 4242])
    new = await shop.telegram.migrate(-88)
    made.place = replace(made.place, channel="-88")
    with pytest.raises(ChatMoved) as raised:
        await shop.sender.send(made)
    assert raised.value.new_channel == str(new)


@pytest.mark.parametrize("thread", [None, "", "1", "0", "-5", "abc"])
async def test_no_topic_no_call(shop: Workshop, thread: str | None) -> None:
    made = await parcel(shop)
    made.place = replace(made.place, thread=thread)
    before = len(shop.ledger.entries())
    with pytest.raises(SendRefused) as raised:
        await shop.sender.send(made)
    assert (raised.value.error, raised.value.breaks_place) == ("no_thread", True)
    assert len(shop.ledger.entries()) == before


async def test_styles_survive_and_foreign_markup_stays_words(shop: Workshop) -> None:
    made = await parcel(shop)
    assert made.message is not None
    made.message.body = RichText((Span("<b>*x*</b> ü😀 "), Span("bold", frozenset({Style.BOLD}))))
    await shop.sender.send(made)
    sent = shop.telegram.messages(GROUP, int(str(made.place.thread)))[-1]
    assert sent.text == "Anna (Cutr)\n<b>*x*</b> ü😀 bold"
    assert [e["type"] for e in sent.content["entities"]] == ["bold", "bold"]


async def test_an_edit_keeps_the_name_and_may_be_done_twice(shop: Workshop) -> None:
    made = await parcel(shop)
    sent = await shop.sender.send(made)
    assert made.message is not None
    made.message.body = RichText.of("Other words")
    edit = replace(made, posting=replace(made.posting, kind="EditCopies"), copies=copies(sent, made.place))
    again = [await shop.sender.send(edit), await shop.sender.send(edit)]
    assert [one.external_ids for one in again] == [sent.external_ids] * 2
    assert shop.last(int(str(made.place.thread))) == "Anna (Cutr)\nOther words"


async def test_an_edit_that_grows_gets_a_message_more_and_one_that_shrinks_loses_it(shop: Workshop) -> None:
    made = await parcel(shop)
    sent = await shop.sender.send(made)
    assert made.message is not None
    made.message.body = RichText.of("long " * 1500)
    edit = replace(made, posting=replace(made.posting, kind="EditCopies"), copies=copies(sent, made.place))
    grown = await shop.sender.send(edit)
    assert len(grown.external_ids) == 2
    made.message.body = RichText.of("short")
    await shop.sender.send(replace(edit, copies=copies(grown, made.place)))
    assert shop.telegram.texts(GROUP, int(str(made.place.thread)))[1:] == ["Anna (Cutr)\nshort"]


async def test_a_withdrawn_message_is_deleted_or_says_so(shop: Workshop) -> None:
    made = await parcel(shop)
    thread = int(str(made.place.thread))
    sent = await shop.sender.send(made)
    kept = await shop.sender.send(made)
    retract = replace(made, posting=replace(made.posting, kind="RetractCopies"))
    await shop.sender.send(replace(retract, copies=copies(sent, made.place)))
    shop.faults.add(Fault("error", "deleteMessage", status=400, text="Bad Request: message can't be deleted"))
    await shop.sender.send(replace(retract, copies=copies(kept, made.place)))
    await shop.sender.send(replace(retract, copies=copies(sent, made.place)))
    assert shop.telegram.texts(GROUP, thread)[1:] == ["This message was withdrawn."]


async def test_an_answer_points_at_what_it_answers_or_comes_all_the_same(shop: Workshop) -> None:
    made = await parcel(shop)
    first = await shop.sender.send(made)
    await shop.sender.send(replace(made, reply_to=first.external_ids[0]))
    sent = shop.telegram.messages(GROUP, int(str(made.place.thread)))[-1]
    assert sent.reply_to == int(first.external_ids[0])
    await shop.sender.send(replace(made, reply_to="999999"))


async def test_a_part_that_fails_takes_the_parts_before_it_back(shop: Workshop) -> None:
    made = await parcel(shop, text="many words " * 900)
    shop.faults.add(Fault("rate_limited", "sendMessage", skip=1))
    with pytest.raises(SendLater):
        await shop.sender.send(made)
    assert len(shop.telegram.texts(GROUP, int(str(made.place.thread)))) == 1


async def test_reactions_that_are_not_allowed_are_no_trouble(shop: Workshop) -> None:
    made = await parcel(shop, "MarkMessage", mark="delivered")
    made.copies = [Copy("c1", "m1", made.place.id, Platform.TELEGRAM, made.place.channel, "999999", origin=True)]
    assert await shop.sender.send(made) == Sent()


async def test_closing_tolerates_what_telegram_says(shop: Workshop) -> None:
    made = await parcel(shop, "ClosePlace")
    assert await shop.sender.send(made) == Sent()
    assert await shop.sender.send(made) == Sent()
    assert made.place.kind is PlaceKind.TOPIC


async def test_look_up_never_knows(shop: Workshop) -> None:
    assert await shop.sender.look_up(await parcel(shop)) is None


async def test_sent_files_can_be_fetched_unless_they_are_too_big_or_gone(shop: Workshop, tmp_path: Path) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.send_document(JAN, GROUP, thread, b"plan", filename="plan.pdf")
    await shop.settle()
    kept = shop.desk.store.messages.find(order_id=order.id)[0].attachments[0]
    assert (await shop.account.fetch(kept, tmp_path / "plan")).read_bytes() == b"plan"
    with pytest.raises(FileTooBig):
        await shop.account.fetch(replace(kept, size=21 << 20), tmp_path / "big")
    with pytest.raises(FileGone):
        await shop.account.fetch(replace(kept, file_id="nonsense"), tmp_path / "gone")
    shop.faults.add(Fault("rate_limited", "getFile", retry_after=3))
    with pytest.raises(SendLater) as raised:
        await shop.account.fetch(kept, tmp_path / "later")
    assert (raised.value.seconds, raised.value.lane_wide) == (3.0, False)


async def test_a_file_the_other_platform_lost_is_named_and_the_words_arrive(shop: Workshop) -> None:
    async def lost(_attachment: Attachment, _to: Path) -> Path:
        raise SendRefused("file_not_found", breaks_place=True)

    made = await parcel(shop)
    assert made.message is not None
    made.message.attachments = [Attachment(MediaKind.DOCUMENT, Platform.SLACK, "F1", name="a.pdf")]
    await TelegramSender(shop.account, shop.clock.now, {Platform.SLACK: lost}).send(made)
    assert shop.last(int(str(made.place.thread))).startswith("Anna (Cutr)\nWords\n📎 a.pdf")
