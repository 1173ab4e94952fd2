"""What reviewers say of files. Nobody approves their own upload, a rejection needs a note, only the newest counts.

Who approves: Cutr the photos; drawings the customer, whose word staff may record (domain.md C8).
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.files import File, Review, Revision
from core.handlers.fields import prose
from core.permissions import Action, demand
from core.refusals import AlreadyDone, NotAllowed, ReasonNeeded, Stale, UnknownThing
from core.work import Work


def review_set(work: Work, command: c.ReviewSet) -> list[File]:
    """Judge everything of a set that is still pending. Raises `Stale` when nothing is, `NotAllowed`, `ReasonNeeded`."""
    upload = work.store.upload_sets.get(command.set_id)
    if upload is None:
        raise UnknownThing("upload", command.set_id)
    work.order(upload.order_id)
    ids = [i.file_id for i in work.store.upload_items.find(set_id=upload.id) if i.file_id]
    files = [file for file in (work.store.files.get(i) for i in ids) if file is not None]
    pending = [file for file in files if file.review is Review.PENDING and file.withdrawn_at is None]
    if not pending:
        raise Stale("")
    return [review_file(work, c.ReviewFile(file.id, command.approve, command.note)) for file in pending]


def review_file(work: Work, command: c.ReviewFile) -> File:
    """Judge one file's newest revision. Raises `NotAllowed`, `ReasonNeeded`, `AlreadyDone`, `UnknownThing`."""
    file = work.store.files.lock(command.file_id)
    if file is None or file.withdrawn_at is not None:
        raise UnknownThing("file", command.file_id)
    order = work.order(file.order_id)
    demand(work.actor, Action.REVIEW_FILE, order)
    revision = newest(work, file)
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


def newest(work: Work, file: File) -> Revision:
    """The revision that counts."""
    found = work.store.revisions.find(file_id=file.id, number=file.revision)
    assert found, "a file has its newest revision"
    return found[0]
