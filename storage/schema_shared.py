"""What the customer may read, as views: nothing else can be asked of them (reliability.md I18).

They stand in a catalogue of their own, so that nobody takes them for tables, and are made anew by every migration
(`storage.migrating`), so that they have all columns of what they show.
"""

from __future__ import annotations

import sqlalchemy as sa

from core.chats import Message
from core.files import CUSTOMER_SEES, File, Revision, UploadItem
from core.timeline import Entry
from storage.fields import fields_of
from storage.schema import ROW_NUMBER

views = sa.MetaData()
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(CUSTOMER_SEES))
_THEIRS = f"f.audience = 'with_customer' AND f.withdrawn_at IS NULL AND f.kind IN ({_KINDS})"


def _view(kind: type, name: str) -> sa.Table:
    columns = [field.column() for field in fields_of(kind)]
    return sa.Table(name, views, sa.Column("n", ROW_NUMBER, primary_key=True), *columns)


shared_messages = _view(Message, "shared_messages")
shared_files = _view(File, "shared_files")
shared_revisions = _view(Revision, "shared_revisions")
shared_items = _view(UploadItem, "shared_items")
shared_changes = _view(Entry, "shared_changes")
shared_verdicts = _view(Entry, "shared_verdicts")

_SHOWN = {
    "shared_messages": "SELECT * FROM messages WHERE audience = 'with_customer' AND state = 'live'",
    "shared_files": f"SELECT f.* FROM files AS f WHERE {_THEIRS}",  # noqa: S608 - words of our own
    "shared_revisions": f"SELECT r.* FROM revisions AS r JOIN files AS f ON f.id = r.file_id WHERE {_THEIRS}",  # noqa: S608
    "shared_items": """
        SELECT i.* FROM upload_items AS i JOIN upload_sets AS s ON s.id = i.set_id
        WHERE s.audience = 'with_customer' AND s.state <> 'undone'
    """,
    "shared_changes": "SELECT * FROM entries WHERE event = 'delivery_date_changed'",
    "shared_verdicts": """
        SELECT * FROM entries WHERE event IN ('file_approved', 'file_rejected') AND actor_role = 'customer'
    """,
}


def drop_views(connection: sa.Connection) -> None:
    """Take the views away: a table can't be rebuilt beneath one."""
    for name in _SHOWN:
        connection.execute(sa.text(f"DROP VIEW IF EXISTS {name}"))


def make_views(connection: sa.Connection) -> None:
    """Make the views over the tables as they are now."""
    for name, shown in _SHOWN.items():
        connection.execute(sa.text(f"CREATE VIEW {name} AS {shown}"))
