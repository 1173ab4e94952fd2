"""Two whole dialogs without a word of English: a Polish workshop in private, a Dutch one in a group, each with its
customer; and whose language counts where.
"""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.abroad import Foreigner, looked_at, mailed
from tests.scenarios.cases import a_draft, a_partner
from tests.scenarios.doing import labels, monday_morning, pass_until
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff
from tests.scenarios.world import BOT_NAME, EWA, GROUP, JAN, PIET, World
from tests.support.english import english_in

KLIENT = "klient@customer.example"
OLA = 505
TALK = {
    "pl": {
        "title": "Szafa dębowa", "asks": "Jaki dąb?", "answers": "Jasny", "tells": "Mierzymy w środę",
        "unclear": "kiedyś", "material": "w przyszły wtorek", "completion": "tydzień 6", "delivery": "14.2.",
        "later": "16 lutego", "reason": "Blat był krzywy", "remedy": "Robimy nowy",
    },
    "nl": {
        "title": "Eiken kast", "asks": "Welk eiken?", "answers": "Het lichte", "tells": "We meten woensdag op",
        "unclear": "ooit", "material": "volgende dinsdag", "completion": "week 6", "delivery": "14-2",
        "later": "16 februari", "reason": "Het blad was krom", "remedy": "We maken een nieuw",
    },
}  # fmt: skip


@pytest.mark.timeout(180)
async def test_a_polish_workshop_and_its_customer_read_polish(world: World) -> None:
    await monday_morning(world)
    world.telegram.add_user(OLA, "Ola", "ola", "pl")
    made = await world.rest(
        "POST", "/partners", name="Stolarnia Nowak", language="pl", time_zone="Europe/Warsaw", self_billing=True,
        email="biuro@nowak.example",
    )  # fmt: skip
    token = await invited(world, made["id"], "Ola")
    ola = Foreigner(Maker(world, OLA, "Ola"), "pl", "K-100", has_group=False)
    await world.telegram.start(OLA, token)
    await ola.sees(ola.words("notice-member-welcome", name="Ola", partner="Stolarnia Nowak").partition("!")[0])
    await a_whole_life(ola, made["id"], "biuro@nowak.example")


@pytest.mark.timeout(180)
async def test_a_dutch_group_and_its_customer_read_dutch(world: World) -> None:
    await monday_morning(world)
    partner = await a_partner(world, language="nl")
    jan = Foreigner(Maker(world, JAN, "Jan"), "nl", "K-100", has_group=True)
    await world.telegram.say(JAN, JAN, "/help", bot=BOT_NAME)
    await a_whole_life(jan, partner, "office@houtbouw.example")
    names = [topic.name for topic in world.telegram.topics(GROUP)]
    assert "🔒 K-100 · Alleen Cutr" in names
    assert "👥 K-100 · Met klant" in names


async def test_who_links_is_spoken_to_in_their_telegrams_language(world: World) -> None:
    world.telegram.add_user(OLA, "Ola", "ola", "pl-PL")
    houtbouw = await world.rest("POST", "/partners", name="Houtbouw BV", language="nl")
    await world.telegram.start(OLA, await invited(world, houtbouw["id"], "Ola"))
    ola = Foreigner(Maker(world, OLA, "Ola"), "pl", "K-100", has_group=False)
    await ola.sees(ola.words("notice-member-welcome", name="Ola", partner="Houtbouw BV").partition("!")[0])
    await world.until(ola.menu)
    assert ola.menu()[0]["description"] == ola.words("command-telegram-orders")
    assert list(english_in(ola.shown(), "pl")) == []


async def test_what_staff_chose_for_a_person_stays(world: World) -> None:
    houtbouw = await world.rest("POST", "/partners", name="Houtbouw BV", language="nl")
    made = await world.rest("POST", f"/partners/{houtbouw['id']}/members", name="Ewa", role="admin", language="de")
    await world.telegram.start(EWA, str(made["invite_url"]).partition("start=")[2])
    ewa = Foreigner(Maker(world, EWA, "Ewa"), "de", "K-100", has_group=False)
    await ewa.sees("Willkommen, Ewa!")
    await world.until(ewa.menu)
    assert list(english_in(ewa.shown(), "de")) == []


async def test_the_language_changes_what_comes_later_and_the_menu(world: World) -> None:
    partner = await a_partner(world, telegram_chat_id=None)
    await a_draft(world)
    await world.rest("POST", "/orders/K-100/assignment", partner_id=partner)
    await world.settled()
    jan, piet = Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet")
    await jan.says_privately("/language")
    asked = await jan.sees_privately("Which language")
    assert labels(asked) == ["Deutsch", "English", "Français", "Nederlands", "Polski"]
    told = await jan.presses(asked, "Français")
    assert "Français" in str(told)
    speaker = Foreigner(jan, "fr", "K-100", has_group=False)
    await world.until(speaker.menu)
    assert speaker.menu()[0]["description"] == speaker.words("command-telegram-orders")

    before = len(world.telegram.messages(JAN, bot=BOT_NAME))
    anna = Staff(world)
    await anna.writes("K-100", CUTR_ONLY, "Quel chêne ?")
    shown = await jan.sees_privately("Quel chêne ?")
    assert shown.text.startswith(speaker.words("topic-cutr_only", reference="K-100"))
    await jan.says_privately("/todo")
    await jan.sees_privately(speaker.words("telegram-which-order"))
    later = [m.text for m in world.telegram.messages(JAN, bot=BOT_NAME)[before:] if m.sender.is_bot]
    assert list(english_in(later, "fr")) == []
    assert (await piet.sees_privately("Quel chêne ?")).text.startswith("🔒 K-100 · Cutr only")


async def test_a_group_hears_its_workshops_language_whoever_speaks(world: World) -> None:
    partner = await a_partner(world, language="nl")
    await a_draft(world)
    await world.rest("POST", "/orders/K-100/assignment", partner_id=partner)
    await world.settled()
    jan = Maker(world, JAN, "Jan")
    await jan.says_privately("/language")
    speaker = Foreigner(jan, "nl", "K-100", has_group=True)
    await jan.presses(await jan.sees_privately(speaker.words("telegram-which-language")), "Polski")
    await speaker.types("/todo")
    await speaker.sees(speaker.words("telegram-todo-title", reference="K-100"))
    await jan.says_privately("/frobnicate")
    await jan.sees_privately(Foreigner(jan, "pl", "K-100", has_group=False).words("telegram-unknown-command"))


async def invited(world: World, partner: str, name: str) -> str:
    """The token of a new admin's one-time link."""
    made = await world.rest("POST", f"/partners/{partner}/members", name=name, role="admin")
    return str(made["invite_url"]).partition("start=")[2]


async def a_whole_life(who: Foreigner, partner: str, office: str) -> None:
    """From the offer to approved; nobody is shown a word of English on the way."""
    world, talk = who.world, TALK[who.language]
    customer = await world.rest("POST", "/customers", name="Klara", email=KLIENT, language=who.language)
    await world.rest(
        "POST", "/orders", reference="K-100", customer_id=customer["id"], title=talk["title"], price="1200.00",
        currency="EUR", requested_delivery_date="2035-02-28", delivery_address="Rynek 1",
    )  # fmt: skip
    page: list[str] = []
    for step in (offered, asked_for_help, talked, planned, delayed, made_and_delivered, approved):
        await step(who, talk, partner)
        page += await looked_at(world, "K-100")
    assert list(english_in(who.shown(), who.language)) == []
    assert list(english_in(mailed(world, office), who.language)) == []
    assert len(world.mail.to(KLIENT)) >= 6
    assert list(english_in(mailed(world, KLIENT), who.language)) == []
    assert list(english_in(page, who.language)) == []


async def offered(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """An offer, accepted; then the assignment."""
    await who.world.rest("POST", "/orders/K-100/offers", partner_ids=[partner])
    offer = await who.maker.sees_privately(talk["title"])
    await who.presses(offer, who.words("button-offer_accept"))
    await who.world.rest("POST", "/orders/K-100/assignment", partner_id=partner)
    await who.world.settled()
    await who.card()


async def asked_for_help(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """Every command, and things that can not be done yet."""
    for command in ("help", "orders", "language", "frobnicate"):
        await who.types(f"/{command}")
    for command in ("order", "todo", "files", "slip", "ready", "delivered", "order X-9"):
        await who.types(f"/{command}" if who.has_group or " " in command else f"/{command} K-100")
    await who.world.settled()


async def talked(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """A question of staff, an answer, and words to the customer."""
    anna = Staff(who.world)
    await anna.writes("K-100", CUTR_ONLY, talk["asks"])
    await who.answers(await who.sees(talk["asks"]), talk["answers"])
    await anna.sees("K-100", CUTR_ONLY, talk["answers"])
    await anna.writes("K-100", WITH_CUSTOMER, talk["tells"])
    await who.world.wait(seconds=11)
    await who.sees(talk["tells"], WITH_CUSTOMER)
    if not who.has_group:
        await who.maker.says_privately(talk["answers"])
        await who.presses(await who.sees(who.words("telegram-which-chat-route")), who.words("button-cancel_ask"))


async def planned(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """Nudged, then each date in words; the first of them unclear."""
    await pass_until(who.world, "2035-01-10 10:30")
    await opens(who, "material_date")
    await who.answers(await who.sees(who.words("telegram-date-how")), talk["unclear"])
    await who.sees(talk["unclear"])
    await a_date(who, "material_date", talk["material"], "2035-01-16")
    await a_date(who, "completion_date", talk["completion"], "2035-02-09")
    await opens(who, "delivery_schedule")
    await who.presses(await who.sees(who.words("telegram-which-method")), who.words("method-delivery"))
    await says_date(who, "delivery_schedule", talk["delivery"])
    await world_knows(who, "delivery_schedule", {"method": "delivery", "date": "2035-02-14"})


async def opens(who: Foreigner, task: str) -> None:
    """Open a to-do's dialog from the list of to-dos."""
    await who.types("/todo" if who.has_group else "/todo K-100")
    listed = await who.sees(who.words("telegram-todo-title", reference="K-100"))
    await who.presses(listed, who.words(f"task-{task}"))


async def a_date(who: Foreigner, task: str, words: str, meant: str) -> None:
    """Open a to-do, write a date in words, and confirm."""
    await opens(who, task)
    await says_date(who, task, words)
    await world_knows(who, task, meant)


async def says_date(who: Foreigner, task: str, words: str) -> None:
    """Answer the calendar in words and press Yes."""
    title = who.words("telegram-date-title", reference="K-100", what=who.words(f"task-{task}-short"))
    await who.answers(await who.sees(f"{title}\n{who.words('telegram-date-how')}"), words)
    await who.presses(await who.sees(who.words("telegram-confirm")), who.words("button-confirm"))


async def world_knows(who: Foreigner, task: str, meant: Any) -> None:
    """The to-do holds what was meant."""
    await who.world.settled()
    tasks = (await who.world.rest("GET", "/orders/K-100"))["tasks"]
    assert next(one for one in tasks if one["key"] == task)["value"] == meant


async def delayed(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """The delivery moves, with a reason from the list and one's own words; the customer reads the reason."""
    await who.types("/delay" if who.has_group else "/delay K-100")
    which = await who.sees(who.words("telegram-delay-which"))
    date = who.words("task-delivery_schedule-short").lower()
    await who.presses(which, next(one for one in labels(which) if one.lower() == date))
    await who.answers(await who.sees(who.words("telegram-date-how")), talk["later"])
    why = await who.sees(who.words("telegram-why-delivery"))
    await who.presses(why, who.words("delay-quality"))
    reason = who.words("delay-quality")
    await who.answers(await who.sees(who.words("telegram-words", reason=reason)), talk["reason"])
    await who.answers(await who.sees(who.words("telegram-remedy")), talk["remedy"])
    await who.presses(await who.sees(who.words("telegram-confirm")), who.words("button-confirm"))
    await world_knows(who, "delivery_schedule", {"method": "delivery", "date": "2035-02-16"})


async def made_and_delivered(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """Check-ins come, photos go in, the slip is made; Ready, then Delivered."""
    world, telegram = who.world, who.world.telegram
    await pass_until(world, "2035-01-15 09:00")
    await pass_until(world, "2035-02-09 15:00")
    await who.presses(await who.offers(who.words("answer-yes")), who.words("answer-yes"))
    await packed(who)
    for number, kind in enumerate(("finished_photo", "packed_photo")):
        picture, card = sample_picture(1600, 1200 + number), await who.card()
        if who.has_group:
            await telegram.send_photo(who.maker.user, GROUP, card.thread_id, picture, caption=f"{number}")
        else:
            await telegram.send_photo(who.maker.user, who.maker.user, None, picture, caption=f"{number}",
                                      reply_to=card.id, bot=BOT_NAME)  # fmt: skip
        await world.settled()
        await world.wait(seconds=3)
        await who.presses(await who.sees(who.words("files-ask-photos", count=1)), who.words(f"kind-{kind}"))
        await world.wait(minutes=15)
    await steps(who, "ready", "telegram-ready-sure")
    await pass_until(world, "2035-02-16 11:00")
    await steps(who, "delivered", "telegram-delivered-sure")
    assert (await world.rest("GET", "/orders/K-100"))["status"] == "delivered"


async def packed(who: Foreigner) -> None:
    """The packing slip for three boxes and a pallet, by buttons."""
    await who.types("/slip" if who.has_group else "/slip K-100")
    for number in ("3", "1"):
        await who.presses(await who.offers(number), number)
    await who.sees(who.words("slip-boxes", count=3))


async def steps(who: Foreigner, step: str, question: str) -> None:
    """Press a step's button and say yes."""
    await who.types(f"/{step}" if who.has_group else f"/{step} K-100")
    await who.presses(await who.sees(who.words(question)), who.words(f"button-{step}_yes"))
    await who.world.settled()


async def approved(who: Foreigner, talk: dict[str, str], partner: str) -> None:
    """Fourteen days without a word."""
    for moment in ("2035-02-23 11:05", "2035-02-28 11:05", "2035-03-02 11:10"):
        await pass_until(who.world, moment)
    assert (await who.world.rest("GET", "/orders/K-100"))["status"] == "approved"
