"""Private chats and linking: invites, strangers, chats without topics, chats with them, several workshops, blocking."""

from __future__ import annotations

from core.chats import Audience, PlaceKind
from core.commands import AddMember, InviteMember, MakeGroupCode
from core.orders import Order
from core.people import MemberRole, Partner
from sandbox.faults import Fault
from tests.integration.telegram.conftest import EVA, GROUP, GUS, JAN, Workshop
from tests.support.desk import ANNA

CUTR, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


async def alone(shop: Workshop, *references: str) -> tuple[list[Order], Partner]:
    """Orders at a partner without a group, whose one member has started the bot."""
    partner = shop.desk.partner(group=None)
    shop.desk.member(partner, "Jan", "admin", JAN)
    await shop.telegram.start(JAN)
    await shop.settle()
    return [await shop.assign(partner, reference) for reference in references], partner


async def test_a_stranger_gets_one_fixed_line_and_leaves_no_trace(shop: Workshop) -> None:
    shop.desk.partner()
    await shop.telegram.start(GUS)
    await shop.telegram.start(GUS, "guessed-code")
    await shop.telegram.say(GUS, GUS, "Who are you?")
    await shop.settle()
    answers = {text for text in shop.telegram.texts(GUS) if text.startswith("Hello.")}
    assert len(answers) == 1
    assert shop.desk.store.receipts.rows == {}
    assert shop.desk.store.asks.rows == {}


async def test_an_invite_binds_once(shop: Workshop) -> None:
    partner = shop.desk.partner(group=None)
    made = shop.desk.do(AddMember(partner.id, "Jan", MemberRole.ADMIN))
    assert isinstance(made, tuple)
    code = shop.desk.do(InviteMember(made[0].id))
    await shop.telegram.start(JAN, str(code))
    await shop.settle()
    member = shop.desk.store.members.get(made[0].id)
    assert member is not None
    assert member.telegram_user_id == JAN
    assert "Houtbouw" in " ".join(shop.telegram.texts(JAN))
    await shop.telegram.start(GUS, str(code))
    await shop.settle()
    assert shop.desk.store.members.find(telegram_user_id=GUS) == []


async def test_a_group_is_bound_by_an_admin_once_it_is_ready(shop: Workshop) -> None:
    partner = shop.desk.partner(group=None)
    shop.desk.member(partner, "Jan", "admin", JAN)
    shop.desk.member(partner, "Eva", "collaborator", EVA)
    code = shop.desk.do(MakeGroupCode(partner.id))
    await shop.telegram.demote(GROUP, 4242)
    await shop.telegram.say(JAN, GROUP, f"/link {code}")
    await shop.settle()
    assert "no admin of this group" in shop.last(0)
    await shop.telegram.promote(GROUP, 4242, rights=["can_pin_messages", "can_delete_messages"])
    await shop.telegram.say(JAN, GROUP, f"/link {code}")
    await shop.settle()
    assert "“Manage topics”" in shop.last(0)
    await shop.telegram.promote(GROUP, 4242)
    await shop.telegram.say(EVA, GROUP, f"/link {code}")
    await shop.settle()
    assert "Only an admin" in shop.last(0)
    await shop.telegram.say(JAN, GROUP, f"/link {code}")
    await shop.settle()
    assert "This group is connected" in shop.last(0)
    assert shop.desk.store.partners.find(telegram_chat_id=GROUP)[0].id == partner.id


async def test_a_group_without_topics_is_told_how_to_switch_them_on(shop: Workshop) -> None:
    partner = shop.desk.partner(group=None)
    shop.desk.member(partner, "Jan", "admin", JAN)
    code = shop.desk.do(MakeGroupCode(partner.id))
    shop.telegram.add_group(-100555, "Old", admins=[JAN, 4242])
    await shop.telegram.say(JAN, -100555, f"/link {code}")
    await shop.settle()
    assert "switch on Topics" in shop.last(chat=-100555)


async def test_without_topics_each_message_says_its_chat_and_answers_are_routed_by_it(shop: Workshop) -> None:
    (first, second), _ = await alone(shop, "REF-1", "REF-2")
    await shop.staff_write(first, "Is the oak in?", CUTR, "1800000000.1")
    await shop.staff_write(second, "Hello from the customer's side", SHARED, "1800000000.2")
    question = next(m for m in shop.telegram.messages(JAN) if "Is the oak in?" in m.text)
    assert question.text == "🔒 REF-1 · Cutr only\nAnna (Cutr)\nIs the oak in?"
    assert shop.last(chat=JAN).startswith("👥 REF-2 · With customer\n")
    await shop.telegram.say(JAN, JAN, "Since Monday", reply_to=question.id)
    await shop.settle()
    assert shop.slack.words(CUTR) == ["Since Monday"]
    assert shop.slack.words(SHARED) == []


async def test_words_that_answer_nothing_wait_for_a_choice_even_with_one_order(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    await shop.telegram.say(JAN, JAN, "The price is wrong")
    await shop.settle()
    assert shop.slack.words(CUTR) == shop.slack.words(SHARED) == []
    await shop.press(JAN, "🔒 REF-1 · Cutr only", chat=JAN)
    assert shop.slack.words(CUTR) == ["The price is wrong"]
    assert shop.last(chat=JAN).startswith("Sent to 🔒 REF-1 · Cutr only")


async def test_an_unrouted_album_is_asked_about_once_and_goes_whole(shop: Workshop) -> None:
    (order,), _ = await alone(shop, "REF-1")
    await shop.telegram.send_album(JAN, JAN, [{"type": "photo", "caption": "All sides"}, {"type": "photo"}])
    await shop.settle()
    assert sum("Which order and which chat" in text for text in shop.telegram.texts(JAN)) == 1
    await shop.press(JAN, "🔒 REF-1 · Cutr only", chat=JAN)
    kept = shop.desk.store.messages.find(order_id=order.id)
    assert sum(len(message.attachments) for message in kept) == 2


async def test_never_mind_sends_nothing(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    await shop.telegram.say(JAN, JAN, "Oops")
    await shop.settle()
    await shop.press(JAN, "Never mind", chat=JAN)
    assert shop.last(chat=JAN) == "Not passed on. Nobody has read it."
    assert shop.slack.words(CUTR) == []


async def test_with_topics_in_private_each_chat_has_its_own(threaded_shop: Workshop) -> None:
    shop = threaded_shop
    (order,), _ = await alone(shop, "REF-1")
    place = shop.place(order, SHARED)
    assert place.kind is PlaceKind.TOPIC
    await shop.telegram.say(JAN, JAN, "Hello both", int(str(place.thread)))
    await shop.settle()
    assert shop.slack.words(SHARED) == ["Hello both"]


async def test_one_account_in_two_workshops_is_asked_which(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    other = shop.desk.partner("Metaal BV", group=None)
    shop.desk.member(other, "Jan", "collaborator", JAN)
    await shop.assign(other, "REF-9")
    await shop.telegram.say(JAN, JAN, "/orders")
    await shop.settle()
    assert shop.labels(chat=JAN) == ["Houtbouw BV", "Metaal BV"]
    await shop.press(JAN, "Metaal BV", chat=JAN)
    assert [label.split(" ")[0] for label in shop.labels(chat=JAN)] == ["REF-9"]
    await shop.press(JAN, shop.labels(chat=JAN)[0], chat=JAN)
    assert "Set invoice reference" not in " ".join(shop.labels(chat=JAN))


async def test_blocking_and_coming_back_are_noted(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    await shop.telegram.block(JAN)
    await shop.settle()
    assert shop.desk.store.members.find(telegram_user_id=JAN)[0].blocked_since is not None
    await shop.telegram.unblock(JAN)
    await shop.settle()
    assert shop.desk.store.members.find(telegram_user_id=JAN)[0].blocked_since is None


async def test_a_group_that_moves_is_followed(shop: Workshop) -> None:
    partner = shop.desk.partner(group=-77)
    shop.telegram.add_group(-77, "Small", admins=[JAN, 4242])
    new = await shop.telegram.migrate(-77)
    await shop.settle()
    found = shop.desk.store.partners.get(partner.id)
    assert found is not None
    assert found.telegram_chat_id == new


async def test_a_waiting_message_survives_that_the_question_could_not_be_put(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    shop.faults.add(Fault("server_error", "sendMessage"))
    await shop.telegram.say(JAN, JAN, "Do not lose me")
    await shop.settle()
    assert [ask.kind for ask in shop.desk.store.asks.find()] == ["route"]


async def test_language_is_chosen_by_button(shop: Workshop) -> None:
    await alone(shop)
    await shop.telegram.say(JAN, JAN, "/language")
    await shop.settle()
    await shop.press(JAN, "English", chat=JAN)
    assert shop.desk.store.members.find(telegram_user_id=JAN)[0].language == "en"
    assert (ANNA.name, shop.last(chat=JAN)) == ("Anna", "From now on in English.")


async def test_words_changed_while_they_wait_are_the_ones_that_go(shop: Workshop) -> None:
    await alone(shop, "REF-1")
    number = await shop.telegram.say(JAN, JAN, "Tuseday")
    await shop.settle()
    await shop.telegram.edit(JAN, JAN, number, "Tuesday")
    await shop.settle()
    await shop.press(JAN, "🔒 REF-1 · Cutr only", chat=JAN)
    assert shop.slack.words(CUTR) == ["Tuesday"]
