from __future__ import annotations

from core.chats import Audience
from core.orders import Status, TaskKey
from tests.integration.slack.conftest import StaffRoom, actions_of

CUTR_ONLY, WITH_CUSTOMER = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


async def test_orders_are_listed_in_the_answer_itself(room: StaffRoom) -> None:
    for number in range(12):
        room.desk.order(f"O-{number}")
    status, body = await room.slack.slash("anna", "orders", "/orders")
    assert status == 200
    assert body["response_type"] == "ephemeral"
    assert "of 12" in body["text"]
    shown = room.slack.ephemerals("anna")[-1]
    await room.press("anna", shown, "order")
    await room.account.settle()
    card = room.slack.ephemerals("anna")[-1]
    assert {a.split("|")[0] for a in actions_of(card)} >= {"offer", "assign", "cancel", "history"}
    assert not card.get("thread_ts")
    await room.slack.click("anna", "orders", shown["ts"], "orders_page")
    await room.account.settle()
    assert "Orders: 2 of 12" in str(room.slack.ephemerals("anna"))


async def test_those_who_are_no_staff_are_refused(room: StaffRoom) -> None:
    for user in ("gijs", "sofie"):
        await room.slack.join(user, "orders")
        status, body = await room.slack.slash(user, "orders", "/orders")
        assert status == 200
        assert "Only Cutr's staff" in body["text"]


async def test_an_unknown_reference_gets_close_ones(room: StaffRoom) -> None:
    room.desk.order("REF-1001")
    _, body = await room.slack.slash("anna", "orders", "/order", "REF-1010")
    assert "REF-1001" in body["text"]
    _, body = await room.slack.slash("anna", "orders", "/order", "ref-1001 cancle")
    assert "cancel" in body["text"]
    _, body = await room.slack.slash("anna", "orders", "/order", "ref-1001")
    assert "REF-1001" in body["text"]


async def test_a_new_order_with_a_new_customer(room: StaffRoom) -> None:
    await room.slack.slash("anna", "orders", "/order", "new")
    view = await room.form("anna")
    filled = {"reference": "N-1", "title": "Oak table", "name": "Carla", "email": "carla@example.com", "price": "12,50"}
    values = {field: {"value": value} for field, value in filled.items()}
    status, _ = await room.slack.submit_view("anna", view["id"], values)
    assert status == 200
    order = room.desk.store.orders.find(reference="N-1")[0]
    assert (order.title, order.price, order.customer_chat) == ("Oak table", "12.50", True)
    await room.slack.slash("anna", "orders", "/order", "new")
    view = await room.form("anna")
    _, body = await room.slack.submit_view("anna", view["id"], values)
    assert body["response_action"] == "errors"
    assert "reference" in body["errors"]
    assert len(room.desk.store.customers.find()) == 1


async def test_ready_delivered_feedback_approve(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    await room.press("anna", room.thread(order, CUTR_ONLY)[0], "ready")
    view = await room.form("anna")
    assert "Still open" in str(view["blocks"])
    await room.slack.submit_view("anna", view["id"], {"reason": {"value": "The photos follow"}})
    await room.settle()
    card = room.thread(order, CUTR_ONLY)[0]
    assert "Ready" in card["text"]
    await room.press("anna", card, "delivered")
    view = await room.form("anna")
    _, body = await room.slack.submit_view("anna", view["id"], {})
    assert list(body["errors"]) == ["signed_slip"]
    await room.slack.submit_view("anna", view["id"], {"signed_slip": {"value": ["signed"]}})
    await room.settle()
    await room.press("anna", room.thread(order, CUTR_ONLY)[0], "feedback")
    view = await room.form("anna")
    values = {"category": {"value": "finish"}, "text": {"value": "A scratch"}}
    await room.slack.submit_view("anna", view["id"], values)
    await room.settle()
    await room.press("anna", room.thread(order, CUTR_ONLY)[0], "approve")
    view = await room.form("anna")
    await room.slack.submit_view("anna", view["id"], {"reason": {"value": "polished"}})
    assert room.desk.store.orders.find(reference="REF-1")[0].status is Status.APPROVED


async def test_an_odd_date_is_asked_about_once(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    card = room.thread(order, CUTR_ONLY)[0]
    action = next(a for a in actions_of(card) if a.endswith("material_date"))
    await room.slack.click("anna", "orders", card["ts"], action)
    view = await room.form("anna")
    values = {"day": {"value": "2020-01-31"}}
    _, body = await room.slack.submit_view("anna", view["id"], values)
    assert body["response_action"] == "update"
    assert "in the past" in str(body["view"]["blocks"][0])
    view = await room.form("anna")
    await room.slack.submit_view("anna", view["id"], values)
    task = room.desk.store.tasks.find(order_id=order.id, key=TaskKey.MATERIAL_DATE)[0]
    assert task.value == "2020-01-31"


async def test_a_message_is_moved_to_the_right_chat(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    other = room.desk.order("REF-2")
    root = room.thread(order, CUTR_ONLY)[0]["ts"]
    said = await room.slack.post_as("anna", "orders", "for the customer", thread_ts=root)
    await room.settle()
    await room.slack.message_shortcut("anna", "move_to", "orders", said)
    view = await room.form("anna")
    _, body = await room.slack.suggest_in_view("anna", view["id"], "order", "REF")
    assert {o["value"] for o in body["options"]} == {order.id, other.id}
    values = {"order_id": {"order": body["options"][0] | {"value": order.id}}, "audience": {"value": "with_customer"}}
    await room.slack.submit_view("anna", view["id"], values)
    await room.settle()
    assert [p.posting.kind for p in room.telegram.parcels].count("RetractCopies") == 1


async def test_partners_and_their_links(room: StaffRoom) -> None:
    await room.slack.slash("anna", "orders", "/partner", "add Staalbouw")
    view = await room.form("anna")
    _, body = await room.slack.submit_view("anna", view["id"], {"admin": {"value": "Piet"}})
    assert "https://t.me/b?start=" in str(body["view"])
    _, body = await room.slack.slash("anna", "orders", "/partner", "list")
    assert "Piet" in str(body["blocks"])
    await room.slack.slash("anna", "orders", "/partner", "invite staalbouw")
    assert "Invite" in str((await room.form("anna"))["title"])


async def test_help_report_and_health(room: StaffRoom) -> None:
    _, body = await room.slack.slash("anna", "orders", "/cutr", "help")
    assert "/order REF offer" in str(body["blocks"])
    _, body = await room.slack.slash("anna", "orders", "/cutr", "report")
    assert "No order needs attention" in str(body["blocks"])
    _, body = await room.slack.slash("anna", "orders", "/cutr", "doctor")
    assert "✅ The bot is in the orders channel" in str(body["blocks"])


async def test_offer_assign_and_the_rest_of_the_verbs(room: StaffRoom) -> None:
    partner = room.desk.partner()
    room.desk.member(partner)
    order = room.desk.order("V-1", needs_kick_off=True)
    await room.slack.slash("anna", "orders", "/order", "V-1 offer")
    view = await room.form("anna")
    await room.slack.submit_view("anna", view["id"], {"partner_ids": {"value": [partner.id]}})
    assert room.desk.store.offers.find(order_id=order.id)[0].partner_id == partner.id
    await room.slack.slash("anna", "orders", "/order", "V-1 assign")
    view = await room.form("anna")
    values = {"partner_id": {"value": partner.id}, "responsible": {"value": "U0BRAM00001"}}
    await room.slack.submit_view("anna", view["id"], values)
    assert room.desk.store.orders.find(reference="V-1")[0].responsible == "U0BRAM00001"
    await room.slack.slash("anna", "orders", "/order", "V-1 milestones")
    view = await room.form("anna")
    values = {"label": {"value": "Start of work"}, "day": {"value": "2030-02-01"}}
    _, body = await room.slack.submit_view("anna", view["id"], values)
    assert "Start of work" in str(body["view"]["blocks"][0])
    for verb in ("kickoff", "snooze", "cancel", "history", "upcoming"):
        await room.slack.slash("anna", "orders", "/order", f"V-1 {verb}")
        view = await room.form("anna")
        assert view["callback_id"] == verb
        await room.slack.close_view("anna", view["id"], whole_stack="yes")


async def test_home_shows_what_needs_attention(room: StaffRoom) -> None:
    await room.assigned()
    view = await room.slack.open_home("anna")
    assert view is not None
    assert "REF-1" in str(view["blocks"])
    guest = await room.slack.open_home("gijs")
    assert guest is not None
    assert "REF-1" not in str(guest["blocks"])
