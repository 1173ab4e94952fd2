from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, Message

from tests.integration.sandbox_telegram.conftest import EVA, FORUM, TOKEN, Place


async def test_aiogram_runs_unmodified(place: Place) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(place.url))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()

    async def answer(message: Message) -> None:
        await message.reply(f"you said {message.text}")

    dispatcher.message.register(answer)
    try:
        topic = await bot.create_forum_topic(FORUM, "A")
        await place.updates()
        await place.sandbox.say(EVA, FORUM, "hi", thread_id=topic.message_thread_id)
        for update in await bot.get_updates():
            await dispatcher.feed_update(bot, update)
        assert place.sandbox.texts(FORUM, topic.message_thread_id) == ["hi", "you said hi"]
        sent = await bot.send_document(FORUM, BufferedInputFile(b"data", "d.bin"))
        assert sent.document is not None
        loaded = await bot.download(sent.document)
        assert loaded is not None
        assert loaded.read() == b"data"
    finally:
        await session.close()
