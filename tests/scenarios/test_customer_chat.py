"""The chat with the customer: both ways, by mail to who is away, under aliases, and a question before money is told."""

from __future__ import annotations

from email.message import EmailMessage

from sandbox.telegram.acts_media import sample_picture
from sandbox.telegram.model import Message
from tests.scenarios.buyers import a_buyer
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import labels
from tests.scenarios.looks import media, sees_files
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, flat
from tests.scenarios.world import GROUP, PIET, World

CARLA = "carla@customer.example"
NEWS = "New in the chat about your order K-100"
INSTEAD = "Send it to Cutr instead?"


def news(world: World) -> list[EmailMessage]:
    """The mails about the chat that Carla got."""
    return [mail.message for mail in world.mail.to(CARLA) if str(mail.message["subject"]) == NEWS]


def bodies(mail: EmailMessage) -> list[str]:
    """Both parts of a mail, as a reader's programme shows them."""
    return [str(part.get_content()) for part in mail.walk() if part.get_content_maintype() == "text"]


async def test_what_the_customer_writes_reaches_partner_and_staff_once(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        form = carla.form("/messages")
        wish = {**form.fields, "text": "Can you make it *2 cm* lower?"}
        for _ in range(2):
            assert await carla.posts(form.action, wish) == 200
        told = await case.anna.sees(case.order, WITH_CUSTOMER, "2 cm")
        assert "Carla" in str(told.get("username"))
        seen = await case.jan.sees(case.order, WITH_CUSTOMER, "Can you make it *2 cm* lower?")
        assert "Carla (customer)" in seen.text
        await world.settled()
        assert len(case.jan.shown(await case.jan.topic(case.order, WITH_CUSTOMER), "lower?")) == 1
        await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "lower?")
        assert "Delivered" in await carla.looks()


async def test_the_customers_photos_arrive_on_both_platforms(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        assert await carla.sends("/messages", sample_picture(640, 480), text="It stands here") == 200
        await world.settled()
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    await world.until(lambda: media(world, GROUP, topic, "photo"))
    ((_, content),) = await sees_files(case.anna, case.order, WITH_CUSTOMER, 1)
    assert content[:3] == b"\xff\xd8\xff"


async def test_answers_stand_on_the_page_and_cutrs_after_ten_seconds(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as carla:
        await case.jan.says(case.order, WITH_CUSTOMER, "The oak is in")
        await case.anna.writes(case.order, WITH_CUSTOMER, "We check it tomorrow")
        await case.anna.writes(case.order, CUTR_ONLY, "canary: margin is 40 %")
        await world.settled()
        page = await carla.opens()
        assert "The oak is in" in page
        assert "Jan · Houtbouw BV" in page
        assert "We check it" not in page
        await world.wait(seconds=11)
        page = await carla.looks()
        assert "We check it tomorrow" in page
        assert "canary" not in page


async def test_who_is_away_gets_one_mail_with_the_link(world: World) -> None:
    case = await an_assigned_order(world)
    await case.jan.says(case.order, WITH_CUSTOMER, "The oak is in")
    await world.settled()
    await world.wait(minutes=3)
    await case.anna.writes(case.order, WITH_CUSTOMER, "Sawing starts on Monday")
    await case.anna.writes(case.order, CUTR_ONLY, "canary: margin is 40 %")
    await world.settled()
    assert news(world) == []
    await world.wait(minutes=3)
    await world.until(lambda: news(world))
    link = str((await case.shown())["customer_url"])
    (mail,) = news(world)
    for body in bodies(mail):
        assert "The oak is in" in body
        assert "Jan · Houtbouw BV" in body
        assert "Sawing starts on Monday" in body
        assert link in body
        assert "canary" not in body
    assert mail["Message-ID"]
    await case.jan.says(case.order, WITH_CUSTOMER, "First cut is done")
    await world.settled()
    await world.wait(minutes=6)
    assert len(news(world)) == 1, "at most one in a quarter of an hour"
    await world.wait(minutes=10)
    await world.until(lambda: len(news(world)) == 2)
    assert "First cut is done" in bodies(news(world)[1])[0]
    assert "The oak is in" not in bodies(news(world)[1])[0]


async def test_who_reads_the_page_gets_no_mail_and_neither_does_what_was_taken_back(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as carla:
        await case.jan.says(case.order, WITH_CUSTOMER, "The oak is in")
        await world.settled()
        await carla.opens()
        form = carla.form("/messages")
        assert await carla.posts(form.action.replace("/messages", "/seen"), form.fields) == 204
    await world.wait(seconds=30)
    written = await case.anna.writes(case.order, WITH_CUSTOMER, "A slip of the hand")
    await world.settled()
    await world.slack.delete_as("anna", case.anna.channel, written)
    await world.settled()
    await world.wait(minutes=20)
    await world.settled()
    assert news(world) == []


async def test_with_aliases_neither_learns_who_the_other_is(world: World) -> None:
    case = await an_assigned_order(world, aliases=True)
    async with a_buyer(world) as carla:
        await carla.opens()
        await carla.sends("/messages", text="Call me: +31 6 1234 5678 or carla@customer.example")
        told = await case.anna.sees(case.order, WITH_CUSTOMER, "+31 6 1234 5678")
        assert "Carla" in str(told.get("username"))
        seen = await case.jan.sees(case.order, WITH_CUSTOMER, "Call me: [contact withheld] or [contact withheld]")
        assert seen.text.startswith("Customer\n")
        await case.jan.says(case.order, WITH_CUSTOMER, "Better write here. Panels are 2400 1200 18, mine: 06-12345678")
        await world.settled()
        await world.wait(minutes=6)
        await world.until(lambda: news(world))
        page = await carla.looks()
    for shown in (page, *bodies(news(world)[0])):
        assert "Your workshop" in shown
        assert "2400 1200 18, mine: [contact withheld]" in shown
        assert "Jan" not in shown
        assert "Houtbouw" not in shown
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    assert not case.jan.shown(topic, "Carla")
    assert not case.jan.shown(topic, "1234 5678 or")


async def _asked(case: Case, words: str) -> Message:
    await case.jan.says(case.order, WITH_CUSTOMER, words)
    asked = await case.jan.sees(case.order, WITH_CUSTOMER, INSTEAD)
    assert words in asked.text
    assert labels(asked) == ["To Cutr only", "Send to the customer"]
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, words)
    return asked


async def test_words_about_money_go_to_cutr_instead(world: World) -> None:
    case = await an_assigned_order(world)
    asked = await _asked(case, "The invoice will be higher")
    await case.jan.presses(asked, "To Cutr only")
    await case.anna.sees(case.order, CUTR_ONLY, "The invoice will be higher")
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "will be higher")
    await world.wait(hours=2)
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "waited an hour")
    async with a_buyer(world) as carla:
        assert "will be higher" not in await carla.opens()
    assert news(world) == []


async def test_words_about_delay_may_be_sent_all_the_same_and_wait_across_a_restart(world: World) -> None:
    case = await an_assigned_order(world)
    asked = await _asked(case, "There is a delay of two days")
    piet = Maker(world, PIET, "Piet")
    assert "delay" not in str(await piet.presses(asked, "Send to the customer"))
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "two days")
    await world.restart()
    await world.wait(hours=1, minutes=1)
    waiting = await case.anna.sees(case.order, CUTR_ONLY, "waited an hour")
    assert "There is a delay of two days" in flat(waiting)
    await case.jan.presses(asked, "Send to the customer")
    await case.anna.sees(case.order, WITH_CUSTOMER, "There is a delay of two days")
    async with a_buyer(world) as carla:
        assert "There is a delay of two days" in await carla.opens()


async def test_a_renewed_link_shuts_the_old_one_and_is_mailed(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        before = len(world.mail.to(CARLA))
        await case.anna.types("/order", "K-100 renewlink")
        await world.settled()
        await world.until(lambda: len(world.mail.to(CARLA)) > before)
        await carla.opens()
        assert carla.status == 404
        new = str((await case.shown())["customer_url"])
        assert new in bodies(world.mail.to(CARLA)[-1].message)[0]
    async with a_buyer(world) as carla:
        await carla.opens()
        assert carla.status == 200
        await case.anna.types("/order", "K-100 revokelink")
        await world.settled()
        await carla.opens()
        assert carla.status == 404
    assert "customer_link_revoked" in await case.timeline()
