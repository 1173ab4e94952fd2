"""Pictures that the customer sends on the page: kept by a row of their own, so that nothing sweeps their bytes.

What they are sent with is a message or feedback; that is `core.handlers.messages` and `core.handlers.feedback`.
"""

from __future__ import annotations

from core import commands as c
from core.files import CustomerPhoto
from core.people import Role
from core.permissions import demand_own
from core.refusals import NotAllowed
from core.work import Work


def keep_photo(work: Work, command: c.KeepPhoto) -> CustomerPhoto:
    """Remember where the picture is. Raises `NotAllowed`, `NotYourOrder`, `UnknownThing`."""
    if work.actor.role is not Role.CUSTOMER:
        raise NotAllowed("keep_photo")
    order, photo = work.order(command.order_id), command.photo
    demand_own(work.actor, order)
    return work.store.customer_photos.add(CustomerPhoto(
        work.house.new_id(), order.id, photo.name, photo.file_id, photo.unique_id, photo.size, *command.preview,
        work.now,
    ))  # fmt: skip
