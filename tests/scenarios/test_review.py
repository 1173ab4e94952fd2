"""A photo's way through review: sheet in Slack, verdict, note at the workshop, revision, and what Ready makes of it."""

from __future__ import annotations

from bots.slack.filing import SIGNS
from core.files import Review
from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import fills
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import GROUP, World


async def photo(case: Case, caption: str, color: str) -> None:
    """Jan sends a picture in the topic that the customer reads, and it is put away."""
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    picture = sample_picture(color=color)
    await case.world.telegram.send_media("photo", case.jan.user, GROUP, topic, picture, caption=caption)
    await case.world.settled()
    await case.world.wait(seconds=3)
    await case.world.settled()


async def reviews(case: Case) -> list[Review]:
    found = await case.world.parts.database.read(lambda store: store.files.find(withdrawn_at=None))
    return [file.review for file in found]


async def test_a_set_is_shown_with_its_contact_sheet_and_approved(world: World) -> None:
    case = await an_assigned_order(world)
    await photo(case, "packed", "peru")
    card = await case.anna.sees(case.order, WITH_CUSTOMER, "filed one file under Packed products")
    await case.anna.sees(case.order, WITH_CUSTOMER, "The picture above")
    await case.anna.presses(card, "Approve")
    await case.anna.sees(case.order, WITH_CUSTOMER, "approved by Anna")
    assert await reviews(case) == [Review.APPROVED]


async def test_a_rejection_reaches_the_workshop_and_its_revision_is_pending_again(world: World) -> None:
    case = await an_assigned_order(world)
    await photo(case, "packed", "peru")
    card = await case.anna.sees(case.order, WITH_CUSTOMER, "filed one file under Packed products")
    await case.anna.presses(card, "Reject")
    await fills(case.anna, "Reject", note="the corner is dark")
    notice = await case.jan.sees(case.order, CUTR_ONLY, "the corner is dark")
    assert await reviews(case) == [Review.REJECTED]
    shown = await case.anna.sees(case.order, WITH_CUSTOMER, "rejected by Anna")
    assert SIGNS[Review.REJECTED] in flat(shown["blocks"])
    await case.jan.presses(notice, "Upload revision")
    question = await case.jan.sees(case.order, CUTR_ONLY, "Reply to this message with the new version")
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    picture = sample_picture(color="wheat")
    await case.world.telegram.send_media("photo", case.jan.user, GROUP, topic, picture, reply_to=question.id)
    await world.settled()
    await world.wait(seconds=3)
    await case.anna.sees(case.order, WITH_CUSTOMER, "version 2")
    assert await reviews(case) == [Review.PENDING]


async def test_staff_are_told_what_ready_lacks_and_may_go_on_with_a_reason(world: World) -> None:
    case = await an_assigned_order(world)
    await photo(case, "finished", "peru")
    root = await case.anna.sees(case.order, CUTR_ONLY, "packed product pictures missing")
    await case.anna.presses(root, "Mark as Ready")
    form = await case.anna.modal("Still missing: packed product pictures")
    await case.anna.submits(form, {"reason": {"value": "seen on the phone"}})
    await case.anna.sees(case.order, CUTR_ONLY, "Ready")
    events = await world.parts.database.read(lambda store: store.entries.find(event="mark_ready"))
    assert [entry.reason for entry in events] == ["seen on the phone"]
