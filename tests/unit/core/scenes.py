"""Scenes that core tests begin with: a desk, a partner with two people, an order somewhere in its life. No asserts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from core import commands as c
from core.chats import Attachment, Audience, MediaKind, Message, Place, PlaceKind, PlaceState, Platform
from core.files import FOLDERS, File, FileKind, Review, Revision, SetState, UploadSet
from core.orders import DeliveryMethod, FeedbackCategory, Offer, Order, Status, Task, TaskKey
from core.outbox import Posting, PostingState
from core.outbox_kinds import OPEN_PLACE, STORE_FILE
from core.people import CLOCK, PLATFORM, Actor, Customer, Partner, Role
from core.timeline import Deadline, DeadlineKind
from tests.support.desk import ANNA, Desk

K = TypeVar("K")
STRANGER = Actor(Role.CUSTOMER, "customer:dirk", "Dirk", customer_id="dirk")
"""A customer of another order."""


def only(kind: type[K], found: object) -> K:
    """The thing, known to be of this kind."""
    assert isinstance(found, kind), found
    return found


@dataclass
class Scene:
    """One order at one workshop: Jan is its admin, Piet its collaborator, and somebody unknown is in its group."""

    desk: Desk
    partner: Partner
    jan: Actor
    piet: Actor
    order_id: str

    @property
    def guest(self) -> Actor:
        return Actor(Role.GUEST, "telegram:99", "Gast", self.partner.id)

    @property
    def customer(self) -> Actor:
        return only(Customer, self.desk.store.customers.get(self.order.customer_id)).as_actor()

    @property
    def order(self) -> Order:
        return only(Order, self.desk.store.orders.get(self.order_id))

    def actors(self) -> dict[Role, Actor]:
        return {
            Role.STAFF: ANNA, Role.PLATFORM: PLATFORM, Role.ADMIN: self.jan, Role.COLLABORATOR: self.piet,
            Role.GUEST: self.guest, Role.CUSTOMER: self.customer, Role.CLOCK: CLOCK,
        }  # fmt: skip

    def task(self, key: TaskKey) -> Task:
        return self.desk.store.tasks.find(order_id=self.order_id, epoch=self.order.epoch, key=key)[0]

    def deadline(self, kind: DeadlineKind) -> Deadline:
        return self.desk.store.deadlines.find(subject=self.order_id, kind=kind)[-1]

    def place(self, audience: Audience, platform: Platform) -> Place:
        return self.desk.place(self.order, audience, platform)

    def go(self, *steps: Status, at: datetime | None = None) -> None:
        """Through these statuses, one after another."""
        for status in steps:
            self.desk.do(self._step(status, at), ANNA)

    def _step(self, status: Status, at: datetime | None) -> c.Command:
        done: dict[Status, Callable[[], c.Command]] = {
            Status.READY: lambda: c.MarkReady(self.order_id, at),
            Status.DELIVERED: lambda: c.MarkDelivered(self.order_id, signed_slip=True, at=at),
            Status.FEEDBACK_RECEIVED: lambda: c.RecordFeedback(self.order_id, FeedbackCategory.FINISH, "scratch", at),
            Status.APPROVED: lambda: c.Approve(self.order_id, "fine", at),
            Status.CANCELLED: lambda: c.Cancel(self.order_id, "customer left"),
        }
        return done[status]()

    def complete(self) -> None:
        """All to-dos of the three-day rule done."""
        day = self.order.created_at.date()
        for key in (TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE):
            self.desk.do(c.SetDate(self.order_id, key, day, confirmed=True), self.jan)
        self.desk.do(c.SetDelivery(self.order_id, DELIVERY, day, confirmed=True), self.jan)
        self.desk.do(c.SetInvoiceReference(self.order_id, "PO-7"), self.jan)

    def says(self, actor: Actor, place: Place, text: str, number: str, **more: object) -> Message:
        return only(Message, self.desk.writes(actor, place, text, number, **more))  # type: ignore[arg-type]

    def sends(self, actor: Actor, place: Place, number: str, *photos: str, caption: str = "", **more: object) -> None:
        """Photos in one message; the same name stands for the same bytes. `store_all` puts them away."""
        found = tuple(photo(place.platform, number, name) for name in photos)
        self.says(actor, place, caption, number, attachments=found, **more)

    def store_all(self) -> None:
        """The worker puts away everything that was sent."""
        for posting in self.desk.store.outbox.find(kind=STORE_FILE, state=PostingState.QUEUED):
            self.desk.send(posting)

    def sets(self) -> list[UploadSet]:
        return self.desk.store.upload_sets.find(order_id=self.order_id)

    def filed(self) -> list[File]:
        """What is on file now."""
        return self.desk.store.files.find(order_id=self.order_id, withdrawn_at=None)

    def message(self, message_id: str) -> Message:
        return only(Message, self.desk.store.messages.get(message_id))

    def copies_to(self, message: Message, place: Place) -> list[Posting]:
        """Every copy of the message that was ever queued for this place."""
        return self.desk.store.outbox.find(message_id=message.id, kind="DeliverMessage", place_id=place.id)


DELIVERY = DeliveryMethod.DELIVERY
LIVES: dict[Status, tuple[Status, ...]] = {
    Status.IN_PRODUCTION: (),
    Status.READY: (Status.READY,),
    Status.DELIVERED: (Status.READY, Status.DELIVERED),
    Status.FEEDBACK_RECEIVED: (Status.READY, Status.DELIVERED, Status.FEEDBACK_RECEIVED),
    Status.APPROVED: (Status.READY, Status.DELIVERED, Status.APPROVED),
    Status.CANCELLED: (Status.CANCELLED,),
}


def running(now: datetime | None = None, *, group: int | None = -100777, **more: object) -> Scene:
    """An order that has just been assigned; its places are open, and the photos that Ready asks for are on file."""
    scene = assigned(now, group=group, **more)
    photographed(scene)
    return scene


def photo(platform: Platform, number: str, name: str, size: int = 900_000) -> Attachment:
    """A picture as it comes from a platform; `name` stands for its bytes."""
    return Attachment(MediaKind.PHOTO, platform, f"f{number}-{name}", name, name, "image/jpeg", size)


def photographed(scene: Scene) -> None:
    """A finished and a packed photo of today on file, sent by Jan; put there without anybody being told."""
    for kind in (FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO):
        on_file(scene, kind)


def on_file(scene: Scene, kind: FileKind) -> File:
    """One file of this kind, as it is after filing."""
    store, now, order_id = scene.desk.store, scene.desk.now, scene.order_id
    number = len(store.files.find(order_id=order_id)) + 1
    by = (scene.jan.id, scene.jan.name, scene.jan.party)
    upload = store.upload_sets.add(UploadSet(
        f"set-{number}-{order_id}", order_id, Audience.CUTR_ONLY, None, *by, now, now, state=SetState.FILED, kind=kind,
    ))  # fmt: skip
    file = store.files.add(File(
        f"file-{number}-{order_id}", order_id, kind, FOLDERS[kind], f"{kind}_{number:03d}.jpg", "a.jpg",
        Audience.CUTR_ONLY, upload.id, 1, Review.PENDING, now, *by,
    ))  # fmt: skip
    store.revisions.add(Revision(
        f"revision-{number}-{order_id}", file.id, order_id, 1, f"blob-{number}-{order_id}", f"sha-{number}", 1000,
        "image/jpeg", now, scene.jan.id, scene.jan.name,
    ))  # fmt: skip
    return file


def assigned(now: datetime | None = None, *, group: int | None = -100777, **more: object) -> Scene:
    """An order that has just been assigned, without any file."""
    scene = drafted(now, group=group, **more)  # type: ignore[arg-type]
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    if group is None:
        open_without_topics(scene.desk)
    scene.desk.open_all()
    return scene


def open_without_topics(desk: Desk) -> None:
    """Members' private chats as they are while the bot has no topics there."""
    private = {place.id for place in desk.store.places.find(kind=PlaceKind.PRIVATE)}
    for posting in desk.store.outbox.find(kind=OPEN_PLACE, state=PostingState.QUEUED):
        if posting.place_id in private:
            desk.send(posting)


def drafted(now: datetime | None = None, *, group: int | None = -100777, self_billing: bool = True,
            **more: object) -> Scene:  # fmt: skip
    """An order that nobody was asked about yet."""
    desk = Desk() if now is None else Desk(now=now)
    partner = desk.partner(group=group, self_billing=self_billing)
    jan, piet = desk.member(partner, "Jan", "admin", 11), desk.member(partner, "Piet", "collaborator", 12)
    return Scene(desk, partner, jan, piet, desk.order(**more).id)  # type: ignore[arg-type]


def standing(status: Status) -> Scene:
    """An order that has got as far as this status."""
    if status in {Status.DRAFT, Status.OFFERED}:
        scene = drafted()
        if status is Status.OFFERED:
            scene.desk.do(c.OfferOrder(scene.order_id, (scene.partner.id,)))
        return scene
    scene = running()
    scene.go(*LIVES[status])
    return scene


def offer_to(scene: Scene, partner: Partner) -> Offer:
    return scene.desk.store.offers.find(order_id=scene.order_id, partner_id=partner.id)[-1]


def waiting(scene: Scene, place: Place) -> list[Posting]:
    return scene.desk.store.outbox.find(place_id=place.id, state=PostingState.QUEUED)


def broken(scene: Scene, place: Place) -> None:
    """The place as it is after the platform said that it is gone."""
    kept = only(Place, scene.desk.store.places.get(place.id))
    kept.state, kept.trouble = PlaceState.BROKEN, "topic_deleted"
    scene.desk.store.places.save(kept)
