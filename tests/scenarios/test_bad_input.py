"""Bad input from people: stale and forged buttons, odd words and names, empty forms, wrong dates, strangers.

Each test compares everything that is kept, before and after.
"""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.doing import labels, presses_on_card, replies, sends
from tests.scenarios.knocking import kept
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat, pieces
from tests.scenarios.world import BOT_NAME, EWA, GROUP, JAN, KEES, World

FORGED = (
    "",
    "nonsense",
    "cancel|x",
    "task|nobody|material_date",
    "x" * 64,
    "pick|x|2035-99-99",
    "why||-",
    "route|a|b",
    "offer_accept|x",
    "retry|x",
    "cal|x|y.z",
)
NASTY = (
    "<!channel> <@U0ANNA00001> & </b><b>x</b>",
    "*bold* _it_ ~no~ `x` ```y``` [a](http://b.example)",
    "\u202eevil\u202c \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \U0001f469\u200d\U0001f52c",
    "&lt;script&gt; &amp;",
    "{ $name } { -term } %s {0}",
    "'; DROP TABLE orders; --",
    "x" * 5_000,
)


async def test_stale_forged_and_foreign_buttons(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan
    await case.photos()
    card = (await anna.thread(case.order, CUTR_ONLY))[0]
    button = next(b for b in pieces(card, "button") if b["text"]["text"] == "Cancel order")
    asked = await jan.says(case.order, CUTR_ONLY, "/ready")
    question = await jan.sees(case.order, CUTR_ONLY, "Is everything packed")
    await world.rest("POST", "/orders/K-100/status", status="ready", reason="By hand", override=True)
    before = await kept(world)

    assert "Already done by Cutr" in str(await jan.presses(question, "Yes, it is packed"))
    for data in (*FORGED, f"approve|{button['value'].split('|')[1]}"):
        shown = world.telegram.message(world.telegram.chat(GROUP), question.id)
        shown.reply_markup = {"inline_keyboard": [[{"text": "forged", "callback_data": data or "-"}]]}
        told = await world.telegram.press(JAN, GROUP, question.id, "forged")
        assert told, data
        assert await kept(world) == before, data
    assert asked

    for user in (KEES, EWA):
        shown.reply_markup = {"inline_keyboard": [[{"text": "forged", "callback_data": button["value"]}]]}
        assert await world.telegram.press(user, GROUP, question.id, "forged")
    assert await kept(world) == before


async def test_odd_words_arrive_as_they_are_and_call_nobody(world: World) -> None:
    case = await an_assigned_order(world)
    for number, text in enumerate(NASTY):
        await case.jan.says(case.order, CUTR_ONLY, f"{number}: {text}"[:4096])
        await case.anna.sees(case.order, CUTR_ONLY, f"{number}: ")
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    assert "<!channel>" not in "".join(m["text"] for m in thread)
    assert not pieces([m.get("blocks") for m in thread], "broadcast")
    told = await world.rest("GET", "/orders/K-100/messages?chat=cutr_only")
    # Only what turns the reading direction around is taken out (reliability.md T20).
    written = [text.replace("\u202e", "").replace("\u202c", "") for text in NASTY]
    assert [one["text"] for one in told] == [f"{n}: {text}"[:4096] for n, text in enumerate(written)]
    long = "word " * 1_000
    await case.anna.writes(case.order, CUTR_ONLY, long)
    await world.settled()
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    heard = "".join(m.text for m in case.jan.shown(topic, "word word"))
    assert heard.count("word") == 1_000
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "word")


async def test_names_with_markup_are_only_names(world: World) -> None:
    case = await an_assigned_order(world)
    for number, name in enumerate(NASTY):
        title = name[:200]
        await world.rest("POST", "/orders", reference=f"N-{number}", title=title, customer_id=case.customer)
        answer = await case.anna.types("/order", f"N-{number}")
        assert title.split()[0].strip("\u202e\u202c*`_~")[:5] in flat(answer.body)
        marked = [piece["text"] for piece in pieces(answer.body, "mrkdwn")]
        assert not [text for text in marked if "<!channel>" in text or "<@" in text]
    await world.rest("POST", "/partners", name="<b>Hout</b> *en* <!here>")
    assert (await case.anna.types("/partner", "list")).status == 200
    home = await world.slack.open_home("anna")
    assert "N-0" in flat(home)
    await world.rest("POST", "/orders/N-0/assignment", partner_id=case.partner)
    await case.anna.root("N-0", CUTR_ONLY)
    await case.jan.topic("N-0", CUTR_ONLY)


async def test_empty_and_wrong_forms_say_what_is_wrong(world: World) -> None:
    case = await an_assigned_order(world)
    before = await kept(world)
    await case.anna.types("/order", "new")
    for given, field in (
        ({"reference": "K-100", "title": "Twin", "customer_id": case.customer}, "reference"),
        ({"reference": "a b", "title": "x", "customer_id": case.customer}, "reference"),
        ({"reference": "N-1", "title": "  ", "customer_id": case.customer}, "title"),
        ({"reference": "N-1", "title": "x", "customer_id": "new"}, "name"),
        ({"reference": "N-1", "title": "x", "customer_id": case.customer, "price": "a lot"}, "price"),
    ):
        view = await case.anna.modal("New order")
        answer = await case.anna.submits(view, {name: {"value": value} for name, value in given.items()})
        assert field in answer.body["errors"], (given, answer.body)
    await world.slack.close_view("anna", view["id"])
    await case.anna.types("/order", "K-100 cancel")
    answer = await sends(case.anna, "Cancel K-100", reason=" ")
    assert "reason" in answer.body["errors"]
    assert await kept(world) == before


async def test_wrong_dates_in_words_and_words_nobody_asked_for(world: World) -> None:
    case = await an_assigned_order(world)
    jan = case.jan
    await presses_on_card(jan, case.order, "Set material delivery date")
    question = await jan.sees(case.order, CUTR_ONLY, "Pick a day")
    before = await kept(world)
    for words in ("32-1-2035", "30-2", "yesterday-ish", "week 99", "0", "\u0000", "tomorrow or Friday", "x" * 4_000):
        await replies(jan, question, words)
        await jan.sees(case.order, CUTR_ONLY, "could not read")
        await world.settled()
    assert await kept(world) == before
    assert "Never mind" in labels(question)


async def test_strangers_leave_no_trace(world: World) -> None:
    await an_assigned_order(world)
    before = await kept(world)
    await world.telegram.start(EWA)
    for text in ("Hello", "K-100", "/orders", "/link x", "x" * 4_000):
        await world.telegram.say(EWA, EWA, text, bot=BOT_NAME)
    await world.telegram.send_photo(EWA, EWA, caption="me", bot=BOT_NAME)
    await world.until(lambda: not world.telegram.pending())
    assert world.parts.telegram_door is not None
    await world.parts.telegram_door.settled()
    answers = {m.text for m in world.telegram.messages(EWA, bot=BOT_NAME) if m.sender.is_bot}
    assert len(answers) == 1
    assert await kept(world) == before
