"""The tables of what was filed: sets, items, files, revisions, packing slips, upload links. The bytes are elsewhere.

Who may see a set is settled when it is opened; a file has the audience of its set and keeps it (reliability.md I18):
what was sent in the Cutr-only chat can't become a file of the other one, nor a revision hang on another order's file.
"""

from __future__ import annotations

import sqlalchemy as sa

from core.files import CustomerPhoto, File, Revision, SlipVersion, UploadItem, UploadLink, UploadSet
from storage.schema import index, table_of


def _of_order() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["order_id"], ["orders.id"])


def _known_audience(table: str) -> sa.CheckConstraint:
    return sa.CheckConstraint("audience IN ('cutr_only', 'with_customer')", name=f"ck_{table}_audience")


upload_sets = table_of(
    UploadSet, "upload_sets", _of_order(), sa.ForeignKeyConstraint(["place_id"], ["places.id"]),
    _known_audience("upload_sets"),
    sa.UniqueConstraint("id", "order_id", "audience"), sa.UniqueConstraint("id", "order_id"),
    index("upload_sets", "order_id", "author_id"), index("upload_sets", "place_id"),
)  # fmt: skip
files = table_of(
    File, "files",
    sa.ForeignKeyConstraint(
        ["set_id", "order_id", "audience"], ["upload_sets.id", "upload_sets.order_id", "upload_sets.audience"]
    ),
    _known_audience("files"),
    sa.UniqueConstraint("order_id", "name"), sa.UniqueConstraint("id", "order_id"),
    index("files", "set_id"),
)  # fmt: skip
revisions = table_of(
    Revision, "revisions",
    sa.ForeignKeyConstraint(["file_id", "order_id"], ["files.id", "files.order_id"]),
    sa.UniqueConstraint("file_id", "number"),
    index("revisions", "order_id", "sha256"), index("revisions", "blob"),
    index("revisions", "preview", where="preview IS NOT NULL"), index("revisions", "copy", where="copy IS NOT NULL"),
)  # fmt: skip
upload_items = table_of(
    UploadItem, "upload_items",
    sa.ForeignKeyConstraint(["set_id", "order_id"], ["upload_sets.id", "upload_sets.order_id"]),
    sa.ForeignKeyConstraint(["file_id", "order_id"], ["files.id", "files.order_id"]),
    sa.UniqueConstraint("origin"),
    index("upload_items", "set_id"), index("upload_items", "order_id"),
    index("upload_items", "file_id", where="file_id IS NOT NULL"),
    index("upload_items", "blob", where="blob IS NOT NULL"),
    index("upload_items", "preview", where="preview IS NOT NULL"),
    index("upload_items", "copy", where="copy IS NOT NULL"),
)  # fmt: skip
slips = table_of(SlipVersion, "slips", _of_order(), sa.UniqueConstraint("order_id", "version"))
upload_links = table_of(
    UploadLink, "upload_links", _of_order(), sa.ForeignKeyConstraint(["member_id"], ["members.id"]),
    sa.UniqueConstraint("code_hash"), index("upload_links", "order_id"), index("upload_links", "member_id"),
)  # fmt: skip
customer_photos = table_of(
    CustomerPhoto, "customer_photos", _of_order(),
    index("customer_photos", "order_id"), index("customer_photos", "blob"), index("customer_photos", "preview"),
)  # fmt: skip
