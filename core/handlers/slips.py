"""Packing slips: the number of packages is stated, an earlier slip with another number is outdated."""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.files import File, SlipVersion
from core.handlers.fields import one_line
from core.orders import RUNNING_STATUSES
from core.permissions import Action, demand
from core.refusals import BadValue, UnknownThing, WrongStatus
from core.work import Work

MOST_PACKAGES = 200


def make_slip(work: Work, command: c.MakeSlip) -> SlipVersion:
    """The slip for so many packages; the same numbers again give the slip that is there. Raises `BadValue`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.UPLOAD, order)
    if order.status not in RUNNING_STATUSES:
        raise WrongStatus(order.reference, order.status, "slip")
    if command.boxes < 0 or command.pallets < 0 or not 1 <= command.boxes + command.pallets <= MOST_PACKAGES:
        raise BadValue("packages", "out_of_range", str(command.boxes + command.pallets))
    slips = work.store.slips.find(order_id=order.id)
    valid = [slip for slip in slips if slip.outdated_at is None]
    if valid and (valid[-1].boxes, valid[-1].pallets) == (command.boxes, command.pallets):
        return valid[-1]
    for slip in valid:
        slip.outdated_at = work.now
        work.store.slips.save(slip)
    made = work.store.slips.add(SlipVersion(
        work.house.new_id(), order.id, len(slips) + 1, command.boxes, command.pallets, work.now, work.actor.name,
    ))  # fmt: skip
    work.tell(e.SlipMade(order, made, valid[-1].packages if valid else None))
    return made


def name_part(work: Work, command: c.NamePart) -> File:
    """Part and side, where the photo's name does not say (domain.md 7)."""
    file = work.store.files.lock(command.file_id)
    if file is None:
        raise UnknownThing("file", command.file_id)
    demand(work.actor, Action.UPLOAD, work.order(file.order_id))
    file.part_side = one_line("part_side", command.part_side, 60)
    work.store.files.save(file)
    return file
