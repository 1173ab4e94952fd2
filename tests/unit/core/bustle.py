"""A bustling order: everybody does anything at any time, sends fail, clocks stand still; what must hold all the while.

The rules never look at what is allowed: a refusal is as good an answer as any, and it changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core import commands as c
from core.chats import Audience, MessageState, PlaceState
from core.check_ins import CheckInAnswer, CheckInKey
from core.orders import DeclineReason, DeliveryMethod, FeedbackCategory, Order, Status, TaskKey, TaskState
from core.outbox import PostingState
from core.people import CLOCK, PLATFORM, Actor, MemberRole, Party, Role
from core.refusals import Refusal
from core.richtext import RichText
from core.timeline import DeadlineKind, DeadlineState
from tests.support.desk import ANNA, Desk
from tests.unit.core.scenes import only

CANARY = "canary-4711"
LADDER = {"todo_nudge", "todo_reminder", "todo_repeat_1", "todo_repeat_2", "todo_repeat_3", "todo_digest",
          "todo_escalation"}  # fmt: skip
RUNNING = {"in_production", "ready", "delivered", "feedback_received"}
PACKED = {"ready", "delivered", "feedback_received", "approved"}
HANDED_OVER = {"delivered", "feedback_received", "approved"}
NUMBERS = st.integers(0, 999)
PEOPLE = st.sampled_from(range(9))
Wish = Callable[["Bustle", int], c.Command]

WISHES: list[Wish] = [
    lambda b, n: c.OfferOrder(b.order_id, (b.partner_ids[n % 2],), 1 + n % 40),
    lambda b, n: c.AnswerOffer(b.one(b.desk.store.offers.rows, n), DeclineReason.OTHER if n % 3 == 0 else None, CANARY),
    lambda b, n: c.AssignOrder(b.order_id, b.partner_ids[n % 2],
                               b.desk.now - timedelta(hours=n) if n % 4 == 0 else None),
    lambda b, n: c.AssignOrder(b.order_id, b.partner_ids[n % 2]),
    lambda b, _: c.MarkReady(b.order_id),
    lambda b, n: c.MarkDelivered(b.order_id, signed_slip=n % 5 != 0),
    lambda b, n: c.RecordFeedback(b.order_id, FeedbackCategory.FINISH, "scratch",
                                  b.desk.now - timedelta(hours=n) if n % 2 else None),
    lambda b, _: c.Approve(b.order_id, CANARY),
    lambda b, n: c.Reopen(b.order_id, (Status.IN_PRODUCTION, Status.READY, Status.DELIVERED)[n % 3], CANARY),
    lambda b, n: c.Cancel(b.order_id, CANARY if n % 7 == 1 else " "),
    lambda b, n: c.Snooze(b.order_id, b.desk.now.date() + timedelta(days=n % 9) if n % 5 else None, CANARY),
    lambda b, n: c.SetDate(b.order_id, (TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE)[n % 2],
                           b.desk.now.date() + timedelta(days=n % 40) if n % 4 else None, CANARY, confirmed=n % 3 > 0),
    lambda b, n: c.SetDelivery(b.order_id, list(DeliveryMethod)[n % 4], b.desk.now.date() + timedelta(days=n % 40),
                               "supplier late" if n % 3 else None, confirmed=n % 4 > 0),
    lambda b, n: c.SetInvoiceReference(b.order_id, CANARY if n % 2 else None),
    lambda b, n: c.ReportDelay(b.order_id, TaskKey.DELIVERY_SCHEDULE, b.desk.now.date() + timedelta(days=n % 60),
                               "saw broke", CANARY),
    lambda b, n: c.SetMilestone(b.order_id, "measure_up", CANARY, b.desk.now.date() if n % 3 else None),
    lambda b, n: c.ProposeKickOff(b.order_id, (b.desk.now + timedelta(days=n % 9),)),
    lambda b, n: c.PickKickOff(b.order_id, b.desk.now + timedelta(days=n % 9)),
    lambda b, n: c.DoStaffTask(b.one(b.desk.store.staff_tasks.rows, n)),
    lambda b, n: c.RemoveMember(b.one(b.desk.store.members.rows, n)),
    lambda b, n: c.ChangeRole(b.one(b.desk.store.members.rows, n), list(MemberRole)[n % 2]),
    lambda b, n: c.AddMember(b.partner_ids[n % 2], "New", list(MemberRole)[n % 2], telegram_user_id=50 + n % 5),
    lambda b, n: c.MoveGroup(b.group, b.group - 1 - n % 3),
    lambda b, n: c.AnswerCheckIn(b.order_id, list(CheckInKey)[n % 5], b.desk.now.date() + timedelta(days=n % 4),
                                 list(CheckInAnswer)[n % 3]),
    lambda b, n: c.NoteHeard((b.group, 21, 22)[n % 3], has_topics=n % 2 == 0),
    lambda b, n: c.NoteReachability((b.group, 21, 22)[n % 3], None if n % 2 else CANARY),
    lambda b, n: c.DeleteMessage(b.one(b.desk.store.messages.rows, n)),
    lambda b, n: c.SendNow(b.one(b.desk.store.messages.rows, n)),
    lambda b, n: c.RetryMessage(b.one(b.desk.store.messages.rows, n)),
    lambda b, n: c.VouchMessage(b.one(b.desk.store.messages.rows, n), let_through=n % 2 == 0),
    lambda b, _: c.AlertStaff("unreachable", CANARY, b.order_id),
]  # fmt: skip


def at_once(work: Coroutine[Any, Any, object]) -> object:
    """What the coroutine returns; the stand-in database never waits."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waited")


class Bustle(RuleBasedStateMachine):
    """Two partners, one with a group and one with private chats, and one order."""

    desk: Desk
    group: int
    partner_ids: list[str]
    people: list[Actor]
    order_id: str
    numbers: int

    @initialize(customer_chat=st.booleans(), kick_off=st.booleans())
    def open_shop(self, *, customer_chat: bool, kick_off: bool) -> None:
        self.desk = Desk()
        self.group = -100777
        first, second = self.desk.partner(), self.desk.partner("Smid", group=None)
        self.partner_ids = [first.id, second.id]
        self.people = [
            ANNA, PLATFORM, CLOCK,
            self.desk.member(first, "Jan", "admin", 11), self.desk.member(first, "Piet", "collaborator", 12),
            self.desk.member(second, "Sara", "admin", 21), self.desk.member(second, "Tom", "collaborator", 22),
            Actor(Role.GUEST, "telegram:99", "Gast", first.id),
        ]  # fmt: skip
        self.order_id = self.desk.order(customer_chat=customer_chat, needs_kick_off=kick_off, price="1250.77").id
        customer = self.desk.store.customers.get(self.order.customer_id)
        assert customer is not None
        self.people.append(customer.as_actor())
        self.numbers = 0
        self.do(ANNA, c.AssignOrder(self.order_id, first.id))

    @property
    def order(self) -> Order:
        return only(Order, self.desk.store.orders.get(self.order_id))

    def one(self, rows: dict[str, Any], number: int) -> str:
        return list(rows)[number % len(rows)] if rows else "none"

    def do(self, actor: Actor, command: c.Command) -> object:
        try:
            return at_once(self.desk.dispatcher.dispatch(command, actor))
        except Refusal as refusal:
            return refusal

    @rule(who=PEOPLE, wish=st.sampled_from(WISHES), number=NUMBERS)
    def somebody_does_something(self, who: int, wish: Wish, number: int) -> None:
        self.do(self.people[who], wish(self, number))

    @rule(wish=st.sampled_from(WISHES), number=NUMBERS)
    def staff_do_something(self, wish: Wish, number: int) -> None:
        self.do(ANNA, wish(self, number))

    @rule(number=NUMBERS)
    def life_goes_on(self, number: int) -> None:
        """One of the steps that lie ahead, or a new partner."""
        ahead: dict[Status, list[c.Command]] = {
            Status.IN_PRODUCTION: [
                c.MarkReady(self.order_id),
                c.AssignOrder(self.order_id, next(p for p in self.partner_ids if p != self.order.partner_id)),
            ],
            Status.READY: [c.MarkDelivered(self.order_id, signed_slip=True)],
            Status.DELIVERED: [c.RecordFeedback(self.order_id, FeedbackCategory.FINISH, "scratch")],
            Status.FEEDBACK_RECEIVED: [
                c.Reopen(self.order_id, target, "again")
                for target in (Status.IN_PRODUCTION, Status.READY, Status.DELIVERED)
            ],
        }
        steps = ahead.get(self.order.status, [])
        if steps:
            self.do(ANNA, steps[number % len(steps)])

    @rule(who=PEOPLE, where=NUMBERS, number=NUMBERS)
    def somebody_writes(self, who: int, where: int, number: int) -> None:
        """What is meant for the Cutr-only chat carries the canary."""
        places = [p for p in self.desk.store.places.find() if p.chat_id]
        if not places:
            return
        place = places[where % len(places)]
        self.numbers += 1
        known = self.desk.store.copies.find(channel=place.channel)
        reply_to = known[number % len(known)].external_id if known and number % 2 else None
        chat_id = place.chat_id if number % 3 == 0 or place.thread is None else None
        origin = c.PlatformMessage(place.platform, place.channel, f"m{self.numbers}", place.thread, reply_to)
        text = CANARY if place.audience is Audience.CUTR_ONLY else "hello"
        album = "A" if number % 5 == 0 else None
        wish = c.RelayMessage(origin, RichText.of(text), self.desk.now, album=album, chat_id=chat_id)
        self.do(self.people[who], wish)

    @rule(who=PEOPLE, which=NUMBERS)
    def somebody_edits(self, who: int, which: int) -> None:
        copies = self.desk.store.copies.find()
        if copies:
            copy = copies[which % len(copies)]
            message = self.desk.store.messages.get(copy.message_id or "")
            text = f"{CANARY}!" if message and message.audience is Audience.CUTR_ONLY else "hello!"
            origin = c.PlatformMessage(copy.platform, copy.channel, copy.external_id)
            wish = c.EditMessage(origin, RichText.of(text), self.desk.now)
            self.do(self.people[who], wish)

    @rule(which=NUMBERS, towards=st.sampled_from(Audience))
    def staff_move_a_message(self, which: int, towards: Audience) -> None:
        """Never from the Cutr-only chat to the customer: that would be staff's own word for it."""
        message = self.desk.store.messages.get(self.one(self.desk.store.messages.rows, which))
        if message and not (message.audience is Audience.CUTR_ONLY and towards is Audience.WITH_CUSTOMER):
            self.do(ANNA, c.MoveMessage(message.id, self.order_id, towards, CANARY))

    @rule(which=NUMBERS, outcome=st.sampled_from(["sent", "sent", "sent", "later", "unknown", "refused", "breaks"]))
    def a_send_ends(self, which: int, outcome: str) -> None:
        under_way = self.desk.store.outbox.find(state=PostingState.SENDING)
        if under_way:
            posting = under_way[which % len(under_way)]
            self.numbers += 1
            self.do(CLOCK, c.SettlePosting(
                posting.id, posting.fence, "refused" if outcome == "breaks" else outcome, (f"x{self.numbers}",),
                thread=f"t{self.numbers}", error="gone", breaks_place=outcome == "breaks"))  # fmt: skip

    @rule()
    def everything_under_way_arrives(self) -> None:
        self.sends_begin()
        for _ in self.desk.store.outbox.find(state=PostingState.SENDING):
            self.a_send_ends(0, "sent")

    @rule()
    def sends_begin(self) -> None:
        for posting in self.desk.store.outbox.find(state=frozenset({PostingState.QUEUED, PostingState.UNKNOWN})):
            if posting.not_before <= self.desk.now:
                posting.state, posting.fence = PostingState.SENDING, posting.fence + 1
                self.desk.store.outbox.save(posting)

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours: int) -> None:
        self.desk.now += timedelta(hours=hours)

    @rule()
    def the_clock_looks(self) -> None:
        self.desk.tick()

    @rule(which=NUMBERS)
    def a_clock_fires_any_deadline(self, which: int) -> None:
        self.do(CLOCK, c.FireDeadline(self.one(self.desk.store.deadlines.rows, which)))

    @invariant()
    def status_and_partner_agree(self) -> None:
        order = self.order
        if order.status in RUNNING | {"approved"}:
            assert order.partner_id
            assert order.assigned_at
        assert (order.approved_at is not None) == (order.status is Status.APPROVED)
        if order.status in HANDED_OVER:
            assert order.delivered_at
            assert order.feedback_until == order.delivered_at + timedelta(days=14)

    @invariant()
    def to_dos_agree_with_the_status(self) -> None:
        order = self.order
        tasks = {t.key: t.state for t in self.desk.store.tasks.find(order_id=order.id, epoch=order.epoch)}
        if order.status in RUNNING | {"approved"}:
            assert (tasks[TaskKey.MARK_READY] is TaskState.DONE) == (order.status in PACKED)
            assert (tasks[TaskKey.MARK_DELIVERED] is TaskState.DONE) == (order.status in HANDED_OVER)
            assert (tasks[TaskKey.MARK_DELIVERED] is TaskState.HIDDEN) == (order.status == "in_production")

    @invariant()
    def only_the_present_window_and_assignment_can_fire(self) -> None:
        order = self.order
        alive = self.desk.store.deadlines.find(subject=order.id, state=DeadlineState.OPEN)
        windows = [d for d in alive if d.kind is DeadlineKind.FEEDBACK_CLOSES]
        assert [d.epoch for d in windows] == ([order.window] if order.status is Status.DELIVERED else [])
        rungs = [d for d in alive if d.kind in LADDER]
        assert {d.epoch for d in rungs} <= {order.epoch}
        if order.status is not Status.IN_PRODUCTION:
            assert rungs == []
        if order.status is Status.CANCELLED:
            assert alive == []

    @invariant()
    def at_most_one_award(self) -> None:
        assert len(self.desk.store.offers.find(order_id=self.order_id, state="awarded")) <= 1

    @invariant()
    def every_partner_keeps_an_admin(self) -> None:
        for partner_id in self.partner_ids:
            assert self.desk.store.members.find(partner_id=partner_id, role=MemberRole.ADMIN, removed_at=None)

    @invariant()
    def chats_of_earlier_assignments_are_closed_for_good(self) -> None:
        old = {chat.id: chat for chat in self.desk.store.chats.find() if chat.epoch < self.order.epoch}
        assert all(chat.closed_at for chat in old.values())
        assert all(p.state is PlaceState.CLOSED for p in self.desk.store.places.find() if p.chat_id in old)

    @invariant()
    def nothing_waits_for_a_closed_place(self) -> None:
        closed = {p.id for p in self.desk.store.places.find(state=PlaceState.CLOSED)}
        assert not [p.kind for p in self.desk.store.outbox.find(state=PostingState.QUEUED) if p.place_id in closed]

    @invariant()
    def nothing_for_cutr_only_is_addressed_to_the_customer(self) -> None:
        places = {place.id: place for place in self.desk.store.places.find()}
        messages = {message.id: message for message in self.desk.store.messages.find()}
        for posting in self.desk.store.outbox.rows.values():
            place = places[posting.place_id]
            if place.audience is Audience.WITH_CUSTOMER or place.party is Party.CUSTOMER:
                assert posting.audience is Audience.WITH_CUSTOMER
                assert CANARY not in json.dumps([posting.body, posting.words])
            if posting.message_id:
                message = messages[posting.message_id]
                assert message.audience is place.audience
                assert message.chat_id == place.chat_id

    @invariant()
    def no_canary_flies_into_the_customers_chat(self) -> None:
        for message in self.desk.store.messages.find(audience=Audience.WITH_CUSTOMER):
            assert CANARY not in message.body.plain()
            answered = self.desk.store.messages.get(message.reply_to_id or "")
            assert answered is None or answered.chat_id == message.chat_id

    @invariant()
    def held_words_have_gone_nowhere(self) -> None:
        for message in self.desk.store.messages.find(state=MessageState.HELD):
            assert self.desk.store.outbox.find(message_id=message.id, kind="DeliverMessage") == []

    @invariant()
    def the_diary_is_whole(self) -> None:
        chain = ""
        for number, entry in enumerate(self.desk.store.entries.find(order_id=self.order_id), start=1):
            assert (entry.seq, entry.chain) == (number, entry.chained_to(chain))
            assert entry.effective_at <= entry.at
            chain = entry.chain
