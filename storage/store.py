"""Everything a job may read and change in its one transaction: `core.ports.Store` over one connection.

A store holds nothing of the transaction but the strands to wake and the rows it has read, so each connection keeps one
and uses it again.
"""

from __future__ import annotations

from typing import Any

from core.chats import Ask, Chat, Copy, Message, Place
from core.check_ins import CheckIn
from core.concerns import Concern
from core.files import CustomerPhoto, File, Revision, SlipVersion, UploadItem, UploadLink, UploadSet
from core.inbound import InboundMark
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task
from core.people import Customer, Invite, Member, Partner, StaffTask
from core.timeline import Deadline, Entry
from storage import schema, schema_files, schema_shared
from storage.collections import EntryRows, GuardedRows, KnownRows, Rows, Shape
from storage.idempotency import SqlIdempotency, SqlMeta
from storage.outbox import SqlOutbox
from storage.overview import SqlOverview
from storage.paces import Paces
from storage.receipts import SqlReceipts
from storage.road import SqlRoad
from storage.schema_counts import SqlCounts
from storage.search import SqlSearch
from storage.session import Session

_ORDERS = Shape(Order, schema.orders)
_OFFERS = Shape(Offer, schema.offers)
_TASKS = Shape(Task, schema.tasks)
_MILESTONES = Shape(Milestone, schema.milestones)
_KICK_OFFS = Shape(KickOff, schema.kick_offs)
_FEEDBACK = Shape(Feedback, schema.feedback)
_STAFF_TASKS = Shape(StaffTask, schema.staff_tasks)
_CHECK_INS = Shape(CheckIn, schema.check_ins)
_PARTNERS = Shape(Partner, schema.partners)
_MEMBERS = Shape(Member, schema.members)
_INVITES = Shape(Invite, schema.invites)
_CUSTOMERS = Shape(Customer, schema.customers)
_CHATS = Shape(Chat, schema.chats)
_PLACES = Shape(Place, schema.places)
_MESSAGES = Shape(Message, schema.messages)
_COPIES = Shape(Copy, schema.copies)
_ASKS = Shape(Ask, schema.asks)
_DEADLINES = Shape(Deadline, schema.deadlines)
_ENTRIES = Shape(Entry, schema.entries)
_INBOUND_MARKS = Shape(InboundMark, schema.inbound_marks)
_CONCERNS = Shape(Concern, schema.concerns)
_UPLOAD_SETS = Shape(UploadSet, schema_files.upload_sets)
_UPLOAD_ITEMS = Shape(UploadItem, schema_files.upload_items)
_FILES = Shape(File, schema_files.files)
_REVISIONS = Shape(Revision, schema_files.revisions)
_SLIPS = Shape(SlipVersion, schema_files.slips)
_UPLOAD_LINKS = Shape(UploadLink, schema_files.upload_links)
_CUSTOMER_PHOTOS = Shape(CustomerPhoto, schema_files.customer_photos)
_SHARED_MESSAGES = Shape(Message, schema_shared.shared_messages)
_SHARED_FILES = Shape(File, schema_shared.shared_files)
_SHARED_REVISIONS = Shape(Revision, schema_shared.shared_revisions)
_SHARED_ITEMS = Shape(UploadItem, schema_shared.shared_items)
_SHARED_CHANGES = Shape(Entry, schema_shared.shared_changes)
_SHARED_VERDICTS = Shape(Entry, schema_shared.shared_verdicts)


class SqlStore:
    """Implements `core.ports.Store`, and adds REST answers (`idempotency`) and facts (`meta`)."""

    def __init__(self, session: Session, paces: Paces) -> None:
        self.orders = KnownRows(session, _ORDERS)
        self.offers = GuardedRows(session, _OFFERS)
        self.tasks = Rows(session, _TASKS)
        self.milestones = Rows(session, _MILESTONES)
        self.kick_offs = Rows(session, _KICK_OFFS)
        self.feedback = Rows(session, _FEEDBACK)
        self.staff_tasks = Rows(session, _STAFF_TASKS)
        self.check_ins = Rows(session, _CHECK_INS)
        self.partners = KnownRows(session, _PARTNERS)
        self.members = GuardedRows(session, _MEMBERS)
        self.invites = Rows(session, _INVITES)
        self.customers = Rows(session, _CUSTOMERS)
        self.chats = KnownRows(session, _CHATS)
        self.places = KnownRows(session, _PLACES)
        self.messages = Rows(session, _MESSAGES)
        self.copies = GuardedRows(session, _COPIES)
        self.asks = Rows(session, _ASKS)
        self.deadlines = Rows(session, _DEADLINES)
        self.entries = EntryRows(session, _ENTRIES)
        self.upload_sets = Rows(session, _UPLOAD_SETS)
        self.upload_items = Rows(session, _UPLOAD_ITEMS)
        self.files = Rows(session, _FILES)
        self.revisions = Rows(session, _REVISIONS)
        self.slips = Rows(session, _SLIPS)
        self.upload_links = Rows(session, _UPLOAD_LINKS)
        self.customer_photos = Rows(session, _CUSTOMER_PHOTOS)
        self.shared_messages = Rows(session, _SHARED_MESSAGES)
        self.shared_files = Rows(session, _SHARED_FILES)
        self.shared_revisions = Rows(session, _SHARED_REVISIONS)
        self.shared_items = Rows(session, _SHARED_ITEMS)
        self.shared_changes = Rows(session, _SHARED_CHANGES)
        self.shared_verdicts = Rows(session, _SHARED_VERDICTS)
        self.inbound_marks = Rows(session, _INBOUND_MARKS)
        self.receipts = SqlReceipts(session)
        self.outbox = SqlOutbox(session)
        self.road = SqlRoad(session, self.outbox, paces)
        self.search = SqlSearch(session)
        self.counts = SqlCounts(session)
        self.concerns = Rows(session, _CONCERNS)
        self.overview = SqlOverview(session)
        self.idempotency = SqlIdempotency(session)
        self.meta = SqlMeta(session)

        self._known: list[KnownRows[Any]] = [self.orders, self.partners, self.chats, self.places]

    def begin(self) -> None:
        """Called when a transaction begins: what was read in the one before may have changed."""
        for rows in self._known:
            rows.forget()

    def finish(self) -> None:
        """Write what waits for the transaction's end; called before every commit."""
        self.outbox.finish()

    def forget(self) -> None:
        """Called when a transaction was undone."""
        self.outbox.forget()
        self.begin()
