"""What people of a dialog do over and over: fill in a form, answer a question in words, pick a day; and when it is.

The clock of every dialog here starts on a working Monday at nine in Amsterdam, so that no test depends on its day.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sandbox.slack.delivery import Answer
from sandbox.telegram.model import Message
from tests.scenarios.people import CUTR_ONLY, Maker, Staff, flat
from tests.scenarios.world import GROUP, World

MONDAY = datetime(2035, 1, 8, 8, 0, tzinfo=UTC)
"""Nine o'clock in Amsterdam and Warsaw, with no holiday in the five weeks after it."""


async def monday_morning(world: World) -> None:
    """Move everybody's clock to `MONDAY`, once."""
    if world.clock.now() < MONDAY:
        world.clock.advance(MONDAY - world.clock.now())
        await world.ticks.tick()


async def pass_until(world: World, moment: str) -> None:
    """Let time pass until `2035-01-10 08:31`, Amsterdam's winter time, and everything due on the way arrive."""
    until = datetime.fromisoformat(f"{moment}+01:00")
    await world.settled()
    await world.wait(seconds=(until - world.clock.now()).total_seconds())


async def fills(staff: Staff, title: str, /, **given: Any) -> Answer:
    """Fill in the open form with this title and send it; fails when the form complains."""
    answer = await sends(staff, title, **given)
    assert answer.status == 200, answer
    assert not (isinstance(answer.body, dict) and "errors" in answer.body), answer.body
    return answer


async def sends(staff: Staff, title: str, /, **given: Any) -> Answer:
    """Fill in the open form with this title and send it, whatever it says."""
    view = await staff.modal(title)
    return await staff.submits(view, {field: {"value": value} for field, value in given.items()})


def labels(message: Message) -> list[str]:
    """What stands on the buttons below a Telegram message."""
    return [str(button["text"]) for row in message.keyboard for button in row]


async def replies(maker: Maker, message: Message, text: str) -> int:
    """Answer a message in words, as a reply to it."""
    if message.chat.is_private:
        return await maker.says_privately(text, reply_to=message.id)
    return await maker.world.telegram.say(maker.user, GROUP, text, message.thread_id, message.id)


async def card_of(maker: Maker, reference: str, chat: str = CUTR_ONLY) -> Message:
    """The order's pinned card in the maker's topic: the first message there with buttons."""
    topic = await maker.topic(reference, chat)
    shown: list[Message] = await maker.world.until(lambda: [m for m in maker.shown(topic, reference) if m.keyboard])
    return shown[0]


async def presses_on_card(maker: Maker, reference: str, label: str) -> str | None:
    """Press a button of the card, once the card shows it."""
    card = await card_of(maker, reference)
    await maker.world.until(lambda: any(label in text for text in labels(card)))
    return await maker.presses(card, label)


async def picks(maker: Maker, reference: str, day: str) -> Message:
    """Pick a day of the month on the open calendar; returns the question that it became."""
    calendar = await maker.sees(reference, CUTR_ONLY, "Pick a day")
    button = next(text for text in labels(calendar) if text == day)
    await maker.world.telegram.press(maker.user, GROUP, calendar.id, button)
    return await maker.sees(reference, CUTR_ONLY, "Is that right?")


async def thread_words(staff: Staff, reference: str, chat: str) -> str:
    """Everything that stands in a thread, once nothing is on its way."""
    await staff.world.settled()
    return "\n".join(flat(message) for message in await staff.thread(reference, chat))


def subjects(world: World, address: str) -> list[str]:
    """The subjects of the mails that somebody got, oldest first."""
    return [str(mail.message["subject"]) for mail in world.mail.to(address)]
