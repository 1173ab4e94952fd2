"""Staff's overview: the board by reason with pages, `/orders needs attention` with reasons, and the export."""

from __future__ import annotations

import csv
import io
from typing import Any

from tests.scenarios.cases import Case, a_draft, a_partner, an_assigned_order
from tests.scenarios.doing import fills, monday_morning, pass_until
from tests.scenarios.people import CUTR_ONLY, Staff, flat, pieces
from tests.scenarios.test_app_home import attention, home_of, presses_in_home
from tests.scenarios.world import GROUP, World


async def listed(staff: Staff, words: str) -> list[str]:
    """The lines of `/orders` for these words."""
    answer = await staff.types("/orders", words)
    assert answer.status == 200, answer
    return [flat(block) for block in answer.body["blocks"]]


def about(lines: list[str], reference: str) -> str:
    return next((line for line in lines if f"{reference} ·" in line), "")


async def test_late_and_due_soon_are_told_apart_with_the_reason(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    await pass_until(world, "2035-01-10 12:00")
    await a_draft(world, "K-200")
    await world.rest("POST", "/orders/K-200/assignment", partner_id=case.partner)
    soon = about(await listed(case.anna, "needs attention"), "K-100")
    assert "🟠 Due soon" in soon
    assert "due Thu 11 Jan 2035, 09:00" in soon
    await pass_until(world, "2035-01-11 10:00")
    lines = await listed(case.anna, "needs attention")
    assert "🔴 Late: material delivery date" in about(lines, "K-100")
    assert about(lines, "K-200") == ""
    assert about(await listed(case.anna, "needs attention late"), "K-100")
    assert "No orders here" in " ".join(await listed(case.anna, "needs attention closing"))


async def test_a_promised_day_that_passes_is_late_until_the_step_is_made(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    for key, day in (("material_date", "2035-01-08"), ("completion_date", "2035-01-09")):
        await world.rest("PUT", f"/orders/K-100/tasks/{key}", value=day)
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value={"method": "delivery", "date": "2035-01-16"})
    await world.rest("PUT", "/orders/K-100/tasks/invoice_reference", value={"no_reference": True})
    await pass_until(world, "2035-01-09 12:00")
    assert "🟠 Due soon" in about(await listed(case.anna, "needs attention"), "K-100")
    await pass_until(world, "2035-01-10 09:30")
    late = about(await listed(case.anna, "needs attention"), "K-100")
    assert "🔴 Late" in late
    assert "Tue 9 Jan 2035" in late
    await world.rest("POST", "/orders/K-100/status", status="ready", reason="Seen", override=True)
    assert about(await listed(case.anna, "needs attention"), "K-100") == ""


async def test_a_rejected_file_has_its_row_until_it_is_revised(world: World) -> None:
    case = await an_assigned_order(world)
    await case.photos()
    files = await world.rest("GET", "/orders/K-100/files")
    view = await home_of(world)
    assert "Rejected" not in attention(view)
    review = await case.anna.sees("K-100", CUTR_ONLY, "Reject")
    await case.anna.presses(review, "Reject")
    await fills(case.anna, "Reject", note="Blurred")
    await world.settled()
    view = await home_of(world)
    assert "📷 Rejected, waits for a revision" in attention(view)
    assert any(file["name"] in attention(view) for file in files)
    assert "📷 Rejected" in about(await listed(case.anna, "needs attention"), "K-100")
    await presses_in_home(world, view, "Rejected, waits for a revision:")
    assert await case.anna.modal("K-100")


async def test_a_partner_that_can_not_be_reached_is_named_with_its_orders(world: World) -> None:
    case = await an_assigned_order(world)
    await world.telegram.kick_bot(GROUP)
    await world.settled()
    view = await home_of(world)
    assert "One order waits for it: K-100" in attention(view)
    assert "📵 Can not be reached: Houtbouw BV" in about(await listed(case.anna, "needs attention"), "K-100")


async def test_a_window_that_closes_is_listed_two_days_before_its_end(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    for status in ("ready", "delivered"):
        await world.rest("POST", "/orders/K-100/status", status=status, reason="For the test", override=True)
    await pass_until(world, "2035-01-20 08:00")
    assert about(await listed(case.anna, "needs attention"), "K-100") == ""
    await pass_until(world, "2035-01-20 10:00")
    closing = about(await listed(case.anna, "needs attention closing"), "K-100")
    assert "⏳ Feedback window closes: Mon 22 Jan 2035" in closing


async def test_the_board_has_pages_and_stays_on_its_page(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    for number in range(16):
        await a_draft(world, f"T-{number:02d}")
        await world.rest("POST", f"/orders/T-{number:02d}/assignment", partner_id=case.partner)
    await pass_until(world, "2035-01-11 10:00")
    view = await home_of(world)
    assert "🔴 Late 17" in attention(view)
    assert "Page 1 of 2" in attention(view)
    turn = next(b for b in pieces(view, "button") if b["action_id"] == "home_page:on")
    await world.slack.click_in_view("anna", view["id"], turn["action_id"], turn["value"])

    def turned() -> Any:
        shown = world.slack.home("anna")
        return shown if shown and "Page 2 of 2" in attention(shown) else None

    view = await world.until(turned)
    row = next(block for block in view["blocks"] if "🔴 Late:" in flat(block) and "accessory" in block)
    reference = flat(row).partition(" ·")[0].split()[-1]
    await presses_in_home(world, view, f"{reference} ·")
    await fills(case.anna, "Material delivery date", day="2035-01-22")
    await world.until(lambda: "3 to-dos open" in attention(world.slack.home("anna") or {"blocks": []}))
    assert "Page 2 of 2" in attention(world.slack.home("anna") or {"blocks": []})


async def test_the_export_comes_to_the_asker_alone(world: World) -> None:
    case = await an_assigned_order(world, title="=1+1")
    await a_draft(world, "K-200", title='Table, "round"')
    answer = await case.anna.types("/orders", "export")
    assert "direct chat" in flat(answer.body)
    rows = await exported(world, case)
    assert {row["reference"]: row["title"] for row in rows} == {"K-100": "'=1+1", "K-200": 'Table, "round"'}
    assert {row["price"] for row in rows} == {"1200.00"}
    assert not [m for m in world.slack.channel_messages(case.anna.channel) if m.get("files")]


async def exported(world: World, case: Case) -> list[dict[str, str]]:
    """The rows of the file in Anna's direct chat."""

    def shared() -> bytes | None:
        people = {user.name: user.id for user in world.slack.world.users.values()}
        own = [c for c in world.slack.world.channels.values() if c.kind == "im" and people[case.anna.name] in c.members]
        directs = {channel.id for channel in own}
        found = [f for f in world.slack.world.files.values() if f.name == "orders.csv" and set(f.shares) & directs]
        return found[-1].content if found else None

    content: bytes = await world.until(shared)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


async def test_the_platform_streams_the_same_file(world: World) -> None:
    partner = await a_partner(world)
    await a_draft(world, "K-100", title="@SUM(A1)")
    await a_draft(world, "K-200")
    await world.rest("POST", "/orders/K-200/assignment", partner_id=partner)
    async with world.rest.session.get(f"{world.address}/api/v1/orders.csv") as answer:
        assert (answer.status, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
        body = await answer.read()
    assert body.startswith(b"\xef\xbb\xbfreference,title,status,")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert [(row["reference"], row["title"], row["partner"]) for row in rows] == [
        ("K-200", "Oak kitchen", "Houtbouw BV"), ("K-100", "'@SUM(A1)", ""),
    ]  # fmt: skip
    async with world.rest.session.get(f"{world.address}/api/v1/orders.csv", params={"status": "draft"}) as answer:
        assert (await answer.text()).count("\r\n") == 2
    async with world.rest.session.get(
        f"{world.address}/api/v1/orders.csv", headers={"Authorization": "Bearer wrong"}
    ) as answer:
        assert answer.status == 401
