"""What reviewers say of files. Nobody approves their own upload, a rejection needs a note, only the newest counts.

Who approves: Cutr the photos; drawings the customer, whose word staff may record (domain.md C8).
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.chats import Audience
from core.files import File, FileKind, Review, Revision, UploadSet
from core.handlers.fields import prose
from core.handlers.spots import partner_places, say_all
from core.notices import FileRejected
from core.orders import Order
from core.people import Role
from core.permissions import Action, demand
from core.refusals import AlreadyDone, NotAllowed, ReasonNeeded, Stale, UnknownThing, WrongStatus
from core.work import Work


def review_set(work: Work, command: c.ReviewSet) -> list[File]:
    """Judge what of a set is still pending, but not the actor's own uploads, nor what was revised since.

    Raises `Stale` when nothing of it is left to judge, `NotAllowed`, `ReasonNeeded`, `WrongStatus`.
    """
    upload = work.store.upload_sets.lock(command.set_id)
    if upload is None:
        raise UnknownThing("upload", command.set_id)
    order = work.order(upload.order_id)
    demand(work.actor, Action.REVIEW_FILE, order)
    pending = _pending(work, upload)
    if not pending:
        raise Stale(order.reference)
    foreign = [file for file, revision in pending if revision.uploaded_by != work.actor.id]
    if not foreign:
        raise NotAllowed("review_own")
    judged = [_judge(work, c.ReviewFile(file.id, command.approve, command.note)) for file in foreign]
    _tell_rejected(work, order, judged, command.note)
    return judged


def _pending(work: Work, upload: UploadSet) -> list[tuple[File, Revision]]:
    """The set's files whose newest revision came with this very set and waits for a verdict."""
    found: list[tuple[File, Revision]] = []
    for item in work.store.upload_items.find(set_id=upload.id):
        file = work.store.files.get(item.file_id) if item.file_id else None
        if file is not None and file.review is Review.PENDING and file.withdrawn_at is None:
            revision = newest(work, file)
            found += [(file, revision)] if revision.sha256 == item.sha256 else []
    return found


def review_file(work: Work, command: c.ReviewFile) -> File:
    """Judge one file's newest revision. Raises `NotAllowed`, `ReasonNeeded`, `AlreadyDone`, `UnknownThing`, `Stale`."""
    file = _judge(work, command)
    _tell_rejected(work, work.order(file.order_id), [file], command.note)
    return file


def _tell_rejected(work: Work, order: Order, files: list[File], note: str) -> None:
    """One notice to the partner for everything that one verdict has rejected."""
    rejected = [file for file in files if file.review is Review.REJECTED]
    if rejected:
        ids, names = tuple(file.id for file in rejected), tuple(file.name for file in rejected)
        by = "" if work.actor.role is Role.CUSTOMER and order.aliases else work.actor.name
        notice = FileRejected(order.reference, ids, names, len(ids), prose("note", note, 1000), by)
        say_all(work, partner_places(work, order), notice, order)


def _judge(work: Work, command: c.ReviewFile) -> File:
    file = work.store.files.lock(command.file_id)
    if file is None or file.withdrawn_at is not None:
        raise UnknownThing("file", command.file_id)
    order = work.order(file.order_id)
    _demand_reviewer(work, order, file)
    revision = newest(work, file)
    if command.revision is not None and command.revision != revision.number:
        raise Stale(order.reference)
    if revision.uploaded_by == work.actor.id:
        raise NotAllowed("review_own")
    verdict = Review.APPROVED if command.approve else Review.REJECTED
    note = prose("note", command.note, 1000)
    if verdict is Review.REJECTED and not note:
        raise ReasonNeeded("reject")
    if revision.review is verdict:
        raise AlreadyDone(f"file_{verdict}", revision.reviewed_by or "", revision.reviewed_at or work.now)
    old = revision.review
    revision.review, revision.review_note = verdict, note or None
    revision.reviewed_by, revision.reviewed_at = work.actor.name, work.now
    work.store.revisions.save(revision)
    file.review = verdict
    work.store.files.save(file)
    work.tell(e.FileReviewed(order, file, old, verdict, note))
    return file


def _demand_reviewer(work: Work, order: Order, file: File) -> None:
    demand(work.actor, Action.REVIEW_FILE, order)
    theirs = file.kind is FileKind.PRODUCTION_DRAWING and file.audience is Audience.WITH_CUSTOMER
    if work.actor.role is Role.CUSTOMER and not theirs:
        raise NotAllowed(Action.REVIEW_FILE)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "review")


def newest(work: Work, file: File) -> Revision:
    """The revision that counts."""
    found = work.store.revisions.find(file_id=file.id, number=file.revision)
    assert found, "a file has its newest revision"
    return found[0]
