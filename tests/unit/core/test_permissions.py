"""Every cell of the permission matrix of domain.md 13, through real commands; the expectation is written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import pytest

from core import commands as c
from core.chats import Audience, Place, Platform
from core.commands import Command
from core.orders import DeclineReason, DeliveryMethod, FeedbackCategory, Status, TaskKey
from core.people import Actor, Member, MemberRole, Role
from core.permissions import MATRIX, Action, may
from core.refusals import BadValue, NotAllowed, NotYourOrder, Refusal
from core.richtext import RichText
from core.views import order_view
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.scenes import Scene, offer_to, only, running, standing

EVERYBODY: Final = "staff platform admin collaborator guest customer clock"
# row of the matrix: (the roles that may, the command). Customers act on their page, which has its own door for files.
Row = tuple[str, Callable[[Scene], Command]]


def words_in(audience: Audience) -> Callable[[Scene], Command]:
    def ask(scene: Scene) -> Command:
        place = scene.place(audience, Platform.SLACK)
        origin = c.PlatformMessage(Platform.SLACK, place.channel, "9.9", place.thread)
        return c.RelayMessage(origin, RichText.of("hello"), scene.desk.now)

    return ask


RUNNING: Final[dict[str, Row]] = {
    "set material date": ("staff platform admin collaborator",
                          lambda s: c.SetDate(s.order_id, TaskKey.MATERIAL_DATE, day("2030-01-09"))),
    "set completion date": ("staff platform admin collaborator",
                            lambda s: c.SetDate(s.order_id, TaskKey.COMPLETION_DATE, day("2030-01-19"))),
    "set delivery date": ("staff platform admin collaborator",
                          lambda s: c.SetDelivery(s.order_id, DeliveryMethod.PICK_UP, day("2030-01-20"))),
    "report a delay": ("staff platform admin collaborator",
                       lambda s: c.ReportDelay(s.order_id, TaskKey.COMPLETION_DATE, day("2030-02-01"), "saw broke")),
    "set invoice reference": ("staff platform admin", lambda s: c.SetInvoiceReference(s.order_id, "PO-1")),
    "set milestone": ("staff platform",
                      lambda s: c.SetMilestone(s.order_id, "measure_up", "Measure-up", day("2030-01-15"))),
    "propose kick-off": ("staff platform", lambda s: c.ProposeKickOff(s.order_id, (MONDAY + timedelta(days=1),))),
    "mark ready": ("staff platform admin collaborator", lambda s: c.MarkReady(s.order_id)),
    "write in the Cutr-only chat": ("staff platform admin collaborator guest", words_in(Audience.CUTR_ONLY)),
    "write in the customer chat": ("staff platform admin collaborator guest customer",
                                   words_in(Audience.WITH_CUSTOMER)),
    "cancel": ("staff platform", lambda s: c.Cancel(s.order_id, "customer left")),
    "snooze": ("staff platform", lambda s: c.Snooze(s.order_id, day("2030-01-20"), "machine arrives")),
    "add member": ("staff platform admin", lambda s: c.AddMember(s.partner.id, "Kees", MemberRole.COLLABORATOR)),
    "remove member": ("staff platform admin", lambda s: c.RemoveMember(s.piet.member_id or "")),
    "change a role": ("staff platform admin", lambda s: c.ChangeRole(s.piet.member_id or "", MemberRole.ADMIN)),
    "invite a member": ("staff platform admin", lambda s: c.InviteMember(s.piet.member_id or "")),
    "make a group code": ("staff platform admin", lambda s: c.MakeGroupCode(s.partner.id)),
    "create an order": ("staff platform", lambda s: c.CreateOrder("REF-2", "Shelf", s.order.customer_id)),
    "add a customer": ("staff platform", lambda _: c.AddCustomer("Dirk", "dirk@example.com")),
    "add a partner": ("staff platform", lambda _: c.AddPartner("Staalbouw")),
    "do a staff task": ("staff platform",
                        lambda s: c.DoStaffTask(s.desk.store.staff_tasks.find(order_id=s.order_id)[0].id)),
    "award to another": ("staff platform",
                         lambda s: c.AssignOrder(s.order_id, s.desk.store.partners.find(name="Smid")[0].id)),
}  # fmt: skip
ELSEWHERE: Final[dict[str, tuple[Status, str, Callable[[Scene], Command]]]] = {
    "mark delivered": (Status.READY, "staff platform admin collaborator",
                       lambda s: c.MarkDelivered(s.order_id, signed_slip=True)),
    "give feedback": (Status.DELIVERED, "staff platform customer",
                      lambda s: c.RecordFeedback(s.order_id, FeedbackCategory.FINISH, "a scratch")),
    "reopen": (Status.READY, "staff platform", lambda s: c.Reopen(s.order_id, Status.IN_PRODUCTION, "not packed")),
    "approve after feedback": (Status.FEEDBACK_RECEIVED, "staff platform", lambda s: c.Approve(s.order_id, "settled")),
    "offer": (Status.DRAFT, "staff platform", lambda s: c.OfferOrder(s.order_id, (s.partner.id,))),
    "accept an offer": (Status.OFFERED, "admin", lambda s: c.AnswerOffer(offer_to(s, s.partner).id)),
    "decline an offer": (Status.OFFERED, "admin",
                         lambda s: c.AnswerOffer(offer_to(s, s.partner).id, DeclineReason.NO_CAPACITY)),
}  # fmt: skip
CELLS: Final = [
    *((name, Status.IN_PRODUCTION, role) for name in RUNNING for role in Role),
    *((name, status, role) for name, (status, _, _) in ELSEWHERE.items() for role in Role),
]


@pytest.mark.parametrize(("row", "status", "role"), CELLS)
def test_each_cell_of_the_matrix(row: str, status: Status, role: Role) -> None:
    scene = standing(status)
    scene.desk.partner("Smid", group=-100999)
    allowed, ask = RUNNING[row] if row in RUNNING else ELSEWHERE[row][1:]
    actor, command = scene.actors()[role], ask(scene)
    entries = len(scene.desk.events(scene.order))
    if role in allowed.split():
        scene.desk.do(command, actor)
        return
    with pytest.raises((NotAllowed, NotYourOrder)):
        scene.desk.do(command, actor)
    assert scene.order.status is status
    assert len(scene.desk.events(scene.order)) == entries


MONEY: Final = {"staff", "platform", "admin"}


@pytest.mark.parametrize("role", list(Role))
def test_prices_are_for_admins_and_cutr(role: Role) -> None:
    scene = running(price="1250.00", currency="EUR")
    view = order_view(scene.desk.store, scene.order_id)
    assert view is not None
    assert view.shows_money_to(scene.actors()[role]) is (role in MONEY)


def test_every_action_of_the_table_is_one_that_somebody_may() -> None:
    assert set(MATRIX) == set(Action)
    assert all(MATRIX[action] for action in Action)
    assert not any(may(Actor(Role.CLOCK, "clock", "Cutr"), action) for action in Action)


def test_offers_go_to_admins_privately_and_to_no_collaborator() -> None:
    scene = standing(Status.OFFERED)
    channels = {only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted("OfferSent")}
    assert channels == {"11"}


OWN: Final[dict[str, Callable[[Scene], Command]]] = {
    name: RUNNING[name][1] for name in (
        "set material date", "set delivery date", "report a delay", "set invoice reference", "mark ready",
        "write in the Cutr-only chat", "write in the customer chat", "add member", "remove member", "make a group code")
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(OWN))
def test_people_of_another_partner_get_nowhere(what: str) -> None:
    scene = running()
    stranger = scene.desk.member(scene.desk.partner("Smid", group=-100999), "Sara", "admin", 21)
    with pytest.raises((NotYourOrder, NotAllowed)):
        scene.desk.do(OWN[what](scene), stranger)
    assert scene.order.status is Status.IN_PRODUCTION


def test_another_partners_order_is_refused_as_unknown_rather_than_forbidden() -> None:
    scene = running()
    stranger = scene.desk.member(scene.desk.partner("Smid", group=-100999), "Sara", "admin", 21)
    for command in (c.MarkReady(scene.order_id), c.SetInvoiceReference(scene.order_id, "PO")):
        with pytest.raises(NotYourOrder):
            scene.desk.do(command, stranger)


def test_another_partners_offer_can_not_be_answered() -> None:
    scene = standing(Status.OFFERED)
    stranger = scene.desk.member(scene.desk.partner("Smid", group=-100999), "Sara", "admin", 21)
    with pytest.raises(NotYourOrder):
        scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), stranger)


@pytest.mark.parametrize("by", ["admin", "staff"])
def test_the_last_admin_stays(by: str) -> None:
    scene = running()
    actor = scene.jan if by == "admin" else ANNA
    for command in (c.RemoveMember(scene.jan.member_id or ""),
                    c.ChangeRole(scene.jan.member_id or "", MemberRole.COLLABORATOR)):  # fmt: skip
        with pytest.raises(BadValue):
            scene.desk.do(command, actor)
    assert only(Member, scene.desk.store.members.get(scene.jan.member_id or "")).role is MemberRole.ADMIN


def test_nobody_demotes_themselves_also_with_a_second_admin() -> None:
    scene = running()
    kees = scene.desk.member(scene.partner, "Kees", "admin", 13)
    with pytest.raises(BadValue) as told:
        scene.desk.do(c.ChangeRole(kees.member_id or "", MemberRole.COLLABORATOR), kees)
    assert told.value.problem == "not_yourself"
    scene.desk.do(c.ChangeRole(kees.member_id or "", MemberRole.COLLABORATOR), scene.jan)
    with pytest.raises(BadValue):
        scene.desk.do(c.RemoveMember(scene.jan.member_id or ""), ANNA)


def test_a_removed_members_spots_close_and_offers_pass_them_by() -> None:
    scene = running(group=None)
    kees = scene.desk.member(scene.partner, "Kees", "admin", 13)
    scene.desk.open_all()
    scene.desk.do(c.RemoveMember(kees.member_id or ""), scene.jan)
    assert {p.state for p in scene.desk.store.places.find(member_id=kees.member_id)} == {"closed"}
    again = scene.desk.order("REF-2")
    scene.desk.do(c.OfferOrder(again.id, (scene.partner.id,)))
    readers = {only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted("OfferSent")}
    assert readers == {"11"}
    with pytest.raises(Refusal):
        scene.desk.do(c.ChangeRole(kees.member_id or "", MemberRole.ADMIN), scene.jan)


def test_one_telegram_account_is_one_member_of_a_partner() -> None:
    scene = running()
    with pytest.raises(BadValue) as told:
        scene.desk.do(c.AddMember(scene.partner.id, "Jan again", MemberRole.ADMIN, telegram_user_id=11))
    assert told.value.problem == "taken"


def test_a_link_works_once_and_its_account_must_be_free() -> None:
    scene = running()
    made = only(tuple, scene.desk.do(c.AddMember(scene.partner.id, "Kees", MemberRole.COLLABORATOR)))
    unknown = Actor(Role.GUEST, "telegram:11", "Jan")
    with pytest.raises(BadValue):
        scene.desk.do(c.LinkMember(made[1], 11, "Jan"), unknown)
    second = only(tuple, scene.desk.do(c.AddMember(scene.partner.id, "Loes", MemberRole.COLLABORATOR)))
    scene.desk.do(c.LinkMember(second[1], 14, "Loes"), Actor(Role.GUEST, "telegram:14", "Loes"))
    with pytest.raises(BadValue) as told:
        scene.desk.do(c.LinkMember(second[1], 15, "Mallory"), Actor(Role.GUEST, "telegram:15", "Mallory"))
    assert told.value.problem == "used"


def test_a_group_code_of_another_partner_binds_nothing() -> None:
    scene = running()
    smid = scene.desk.partner("Smid", group=None)
    code = only(str, scene.desk.do(c.MakeGroupCode(smid.id)))
    with pytest.raises(NotAllowed):
        scene.desk.do(c.LinkGroup(code, -100555), scene.jan)
    assert scene.desk.store.partners.find(telegram_chat_id=-100555) == []
