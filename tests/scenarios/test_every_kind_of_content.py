"""Whatever people send is relayed or named, and never dropped in silence."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.looks import media, sees_files, telegram_marks
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import GROUP, World


async def test_voice_video_audio_and_stickers_go_to_slack_as_files(world: World) -> None:
    case = await an_assigned_order(world)
    topic, telegram, jan = await case.jan.topic(case.order, CUTR_ONLY), world.telegram, case.jan.user

    sent = [
        await telegram.send_voice(jan, GROUP, topic),
        await telegram.send_video(jan, GROUP, topic, caption="It runs"),
        await telegram.send_video_note(jan, GROUP, topic),
        await telegram.send_sticker(jan, GROUP, topic),
        await telegram.send_media("audio", jan, GROUP, topic, filename="noise.mp3"),
        await telegram.send_media("animation", jan, GROUP, topic, filename="spin.mp4"),
    ]
    files = await sees_files(case.anna, case.order, CUTR_ONLY, 6)
    assert [content for _, content in files] == [
        b"sample voice", b"sample video", b"sample video_note", b"sample sticker", b"sample audio",
        b"sample animation",
    ]  # fmt: skip
    assert {name.rpartition(".")[2] for name, _ in files} <= {"ogg", "oga", "mp4", "webp", "mp3"}
    await case.anna.sees(case.order, CUTR_ONLY, "It runs")
    await world.until(lambda: all(telegram_marks(world, one) == ["delivered"] for one in sent))


async def test_locations_contacts_and_polls_are_named_in_slack(world: World) -> None:
    case = await an_assigned_order(world)
    topic, telegram, jan = await case.jan.topic(case.order, CUTR_ONLY), world.telegram, case.jan.user

    await telegram.send_location(jan, GROUP, topic, 52.011, 4.357)
    await telegram.send_contact(jan, GROUP, topic, "+31611111111", "Driver Dirk")
    await telegram.send_poll(jan, GROUP, "Which handle?", ["Brass", "Steel"], topic)
    await case.anna.sees(case.order, CUTR_ONLY, "52.011, 4.357")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "Driver Dirk")
    assert "+31611111111" in flat(seen)
    seen = await case.anna.sees(case.order, CUTR_ONLY, "Which handle?")
    assert "Brass / Steel" in flat(seen)


async def test_kinds_that_nobody_has_heard_of_are_named(world: World) -> None:
    case = await an_assigned_order(world)
    topic = await case.jan.topic(case.order, CUTR_ONLY)

    await world.telegram.send_content(case.jan.user, GROUP, {"dice": {"emoji": "🎲", "value": 5}}, topic)
    story = {"story": {"chat": {"id": case.jan.user, "type": "private"}, "id": 7}}
    await world.telegram.send_content(case.jan.user, GROUP, story, topic)
    await case.anna.sees(case.order, CUTR_ONLY, "🎲 5")
    await case.anna.sees(case.order, CUTR_ONLY, "story")


async def test_clips_films_and_documents_from_slack_go_to_telegram(world: World) -> None:
    case = await an_assigned_order(world)
    slack, root = world.slack, await case.anna.root(case.order, CUTR_ONLY)
    topic = await case.jan.topic(case.order, CUTR_ONLY)

    for name, text in (("clip.mp4", "A film"), ("talk.mp3", "A sound"), ("spin.gif", "It turns"), ("a.dxf", "To cut")):
        await slack.upload_as("anna", case.anna.channel, name, b"bytes of " + name.encode(), root, text)
        await case.jan.sees(case.order, CUTR_ONLY, text)
    await world.settled()
    for kind in ("video", "audio", "animation"):
        assert len(media(world, GROUP, topic, kind)) == 1, kind
    (drawing,) = [m for m in media(world, GROUP, topic, "document") if "animation" not in m.content]
    assert drawing.content["document"]["file_name"] == "a.dxf"


async def test_slacks_other_ways_of_writing_are_relayed_once(world: World) -> None:
    case = await an_assigned_order(world)
    root = await case.anna.root(case.order, CUTR_ONLY)

    await world.slack.post_as("anna", case.anna.channel, "Also for the channel", root, broadcast="yes")
    await case.jan.sees(case.order, CUTR_ONLY, "Also for the channel")
    await world.settled()
    shown = case.jan.shown(await case.jan.topic(case.order, CUTR_ONLY), "Also for the channel")
    assert len(shown) == 1


async def test_a_message_forwarded_inside_slack_is_not_lost_in_silence(world: World) -> None:
    case = await an_assigned_order(world)
    root = await case.anna.root(case.order, CUTR_ONLY)

    await world.slack.forward_as("anna", case.anna.channel, "See this", root, words="The secret margin", author="Bram")
    await case.jan.sees(case.order, CUTR_ONLY, "See this")
    await case.anna.sees_privately("was not passed on")
    await world.slack.forward_as("anna", case.anna.channel, "", root, words="The secret margin", author="Bram")
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "secret margin")
