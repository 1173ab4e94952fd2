"""The tables of what the core knows: one per entity, one column per field.

Traffic is in `storage.schema_traffic`, what was filed in `storage.schema_files`. The audience is part
of the keys (reliability.md I18): whatever the code does, a row of the Cutr-only chat can't be tied to a place of the
customer. tests/contracts/test_audience.py plants such rows.
"""

from __future__ import annotations

import sqlalchemy as sa

from core.chats import Ask, Chat, Copy, Message, Place
from core.check_ins import CheckIn
from core.concerns import Concern
from core.inbound import InboundMark
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task
from core.people import Customer, Invite, Member, Partner, StaffTask
from core.timeline import Deadline, Entry
from storage.fields import fields_of

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""On SQLite only INTEGER is the row id itself."""

OPEN_ONLY = "status NOT IN ('approved', 'cancelled')"
"""Which orders are open, for partial indexes and for WHERE clauses: literal, so that the planner sees that they fit."""


def table_of(kind: type, name: str, *more: sa.schema.SchemaItem) -> sa.Table:
    """The table of a dataclass: `n` numbers the rows as they came, so that `find` can answer oldest first."""
    columns = [field.column() for field in fields_of(kind)]
    return sa.Table(
        name, metadata, sa.Column("n", ROW_NUMBER, primary_key=True), *columns, sa.UniqueConstraint("id"), *more
    )


def _to(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"])


def index(table: str, *columns: str, where: str | None = None, unique: str = "") -> sa.Index:
    """An index, over only some of the rows when `where` is given, unique when `unique` names what for."""
    name = f"uq_{table}_{unique}" if unique else f"ix_{table}_{'_'.join(columns)}"
    only = sa.text(where) if where else None
    return sa.Index(name, *columns, unique=bool(unique), sqlite_where=only, postgresql_where=only)


partners = table_of(
    Partner, "partners", sa.UniqueConstraint("telegram_chat_id"),
    index("partners", "unreachable_since", where="unreachable_since IS NOT NULL"),
)  # fmt: skip
customers = table_of(Customer, "customers", index("customers", "email"))
members = table_of(
    Member, "members", _to("partner_id", "partners"),
    index("members", "partner_id"), index("members", "telegram_user_id"),
    index(
        "members", "partner_id", "telegram_user_id", unique="one_per_person",
        where="telegram_user_id IS NOT NULL AND removed_at IS NULL",
    ),
)  # fmt: skip
invites = table_of(
    Invite, "invites", _to("partner_id", "partners"), sa.UniqueConstraint("code_hash"), index("invites", "member_id")
)

orders = table_of(
    Order, "orders", _to("customer_id", "customers"), _to("partner_id", "partners"),
    sa.UniqueConstraint("reference"),
    index("orders", "status", "created_at"), index("orders", "partner_id", "created_at"),
    index("orders", "created_at", "n"), index("orders", "customer_id"),
    sa.Index(
        "ix_orders_created_at_n_open", "created_at", "n", sqlite_where=sa.text(OPEN_ONLY),
        postgresql_where=sa.text(OPEN_ONLY),
    ),
    index("orders", "partner_id", where=OPEN_ONLY),
    index("orders", "ready_at", where="ready_at IS NOT NULL"),
    index("orders", "delivered_at", where="delivered_at IS NOT NULL"),
)  # fmt: skip
offers = table_of(
    Offer, "offers", _to("order_id", "orders"), _to("partner_id", "partners"),
    index("offers", "order_id"), index("offers", "partner_id", "state"),
    index("offers", "order_id", unique="one_award", where="state = 'awarded'"),
    index("offers", "answered_at", where="answered_at IS NOT NULL"),
)  # fmt: skip
tasks = table_of(Task, "tasks", _to("order_id", "orders"), sa.UniqueConstraint("order_id", "epoch", "key"))
milestones = table_of(Milestone, "milestones", _to("order_id", "orders"), sa.UniqueConstraint("order_id", "key"))
kick_offs = table_of(KickOff, "kick_offs", _to("order_id", "orders"), index("kick_offs", "order_id"))
feedback = table_of(Feedback, "feedback", _to("order_id", "orders"), index("feedback", "order_id"))
staff_tasks = table_of(
    StaffTask, "staff_tasks", _to("order_id", "orders"),
    index("staff_tasks", "order_id"), index("staff_tasks", "kind", "created_at", where="done_at IS NULL"),
)  # fmt: skip
check_ins = table_of(
    CheckIn, "check_ins", _to("order_id", "orders"), sa.UniqueConstraint("order_id", "epoch", "key"),
    index("check_ins", "state"),
)  # fmt: skip

chats = table_of(
    Chat, "chats", _to("order_id", "orders"),
    sa.UniqueConstraint("order_id", "epoch", "audience"), sa.UniqueConstraint("id", "audience"),
)  # fmt: skip
places = table_of(
    Place, "places",
    sa.ForeignKeyConstraint(["chat_id", "audience"], ["chats.id", "chats.audience"]),
    _to("order_id", "orders"), _to("partner_id", "partners"), _to("member_id", "members"),
    sa.UniqueConstraint("id", "party", "audience"),
    sa.CheckConstraint("NOT (audience = 'cutr_only' AND party = 'customer')", name="ck_places_audience"),
    index("places", "platform", "channel", "thread", unique="thread", where="thread IS NOT NULL AND state <> 'closed'"),
    index("places", "platform", "channel"), index("places", "chat_id"), index("places", "order_id"),
    index("places", "partner_id"), index("places", "member_id"), index("places", "order_id", "state"),
    index("places", "state", where="state = 'broken'"),
)  # fmt: skip
messages = table_of(
    Message, "messages",
    sa.ForeignKeyConstraint(["chat_id", "audience"], ["chats.id", "chats.audience"]),
    _to("order_id", "orders"), _to("origin_place_id", "places"),
    sa.UniqueConstraint("id", "audience"),
    index("messages", "chat_id"), index("messages", "order_id"), index("messages", "author_id"),
    index("messages", "album", where="album IS NOT NULL"), index("messages", "sent_at"),
)  # fmt: skip
copies = table_of(
    Copy, "copies", _to("message_id", "messages"), _to("place_id", "places"),
    sa.UniqueConstraint("platform", "channel", "external_id"),
    index("copies", "message_id", "place_id"), index("copies", "place_id"),
)  # fmt: skip
asks = table_of(
    Ask, "asks", _to("order_id", "orders"),
    index("asks", "platform", "channel", "external_id"), index("asks", "asked_of", where="answered_at IS NULL"),
)  # fmt: skip

deadlines = table_of(
    Deadline, "deadlines", sa.UniqueConstraint("kind", "subject", "epoch"),
    index("deadlines", "due_at", where="state = 'open'"), index("deadlines", "subject"),
)  # fmt: skip
concerns = table_of(
    Concern, "concerns", _to("order_id", "orders"), sa.UniqueConstraint("order_id", "why"), index("concerns", "since")
)
inbound_marks = table_of(InboundMark, "inbound_marks")
entries = table_of(Entry, "entries", _to("order_id", "orders"), sa.UniqueConstraint("order_id", "seq"))
