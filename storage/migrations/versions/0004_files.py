"""Filed things: upload sets with their items, files with their revisions, packing slips, upload links."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "slips",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("boxes", sa.BigInteger(), nullable=False),
        sa.Column("pallets", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("outdated_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_slips_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_slips"),
        sa.UniqueConstraint("id", name="uq_slips_id"),
        sa.UniqueConstraint("order_id", "version", name="uq_slips_order_id_version"),
    )
    op.create_table(
        "upload_links",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_upload_links_member_id"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_upload_links_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_upload_links"),
        sa.UniqueConstraint("code_hash", name="uq_upload_links_code_hash"),
        sa.UniqueConstraint("id", name="uq_upload_links_id"),
    )
    op.create_index("ix_upload_links_member_id", "upload_links", ["member_id"])
    op.create_index("ix_upload_links_order_id", "upload_links", ["order_id"])
    op.create_table(
        "upload_sets",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("folder", sa.Text(), nullable=True),
        sa.Column("package", sa.BigInteger(), nullable=True),
        sa.Column("revises", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("card", sa.Text(), nullable=True),
        sa.Column("review_card", sa.Text(), nullable=True),
        sa.CheckConstraint("audience IN ('cutr_only', 'with_customer')", name="ck_upload_sets_audience"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_upload_sets_order_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_upload_sets_place_id"),
        sa.PrimaryKeyConstraint("n", name="pk_upload_sets"),
        sa.UniqueConstraint("id", "order_id", "audience", name="uq_upload_sets_id_order_id_audience"),
        sa.UniqueConstraint("id", "order_id", name="uq_upload_sets_id_order_id"),
        sa.UniqueConstraint("id", name="uq_upload_sets_id"),
    )
    op.create_index("ix_upload_sets_order_id_author_id", "upload_sets", ["order_id", "author_id"])
    op.create_index("ix_upload_sets_place_id", "upload_sets", ["place_id"])
    op.create_table(
        "files",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("original_name", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("set_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_by_name", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("part_side", sa.Text(), nullable=True),
        sa.Column("package", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("audience IN ('cutr_only', 'with_customer')", name="ck_files_audience"),
        sa.ForeignKeyConstraint(
            ["set_id", "order_id", "audience"],
            ["upload_sets.id", "upload_sets.order_id", "upload_sets.audience"],
            name="fk_files_set_id_order_id_audience",
        ),
        sa.PrimaryKeyConstraint("n", name="pk_files"),
        sa.UniqueConstraint("id", "order_id", name="uq_files_id_order_id"),
        sa.UniqueConstraint("id", name="uq_files_id"),
        sa.UniqueConstraint("order_id", "name", name="uq_files_order_id_name"),
    )
    op.create_index("ix_files_set_id", "files", ["set_id"])
    op.create_table(
        "revisions",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("uploaded_at", sa.BigInteger(), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("uploaded_by_name", sa.Text(), nullable=False),
        sa.Column("preview", sa.Text(), nullable=True),
        sa.Column("copy", sa.Text(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("review_note", sa.Text(), nullable=True),
        sa.Column("reviewed_by", sa.Text(), nullable=True),
        sa.Column("reviewed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["file_id", "order_id"], ["files.id", "files.order_id"], name="fk_revisions_file_id_order_id"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_revisions"),
        sa.UniqueConstraint("file_id", "number", name="uq_revisions_file_id_number"),
        sa.UniqueConstraint("id", name="uq_revisions_id"),
    )
    op.create_index("ix_revisions_blob", "revisions", ["blob"])
    op.create_index(
        "ix_revisions_copy",
        "revisions",
        ["copy"],
        sqlite_where=sa.text("copy IS NOT NULL"),
        postgresql_where=sa.text("copy IS NOT NULL"),
    )
    op.create_index("ix_revisions_order_id_sha256", "revisions", ["order_id", "sha256"])
    op.create_index(
        "ix_revisions_preview",
        "revisions",
        ["preview"],
        sqlite_where=sa.text("preview IS NOT NULL"),
        postgresql_where=sa.text("preview IS NOT NULL"),
    )
    op.create_table(
        "upload_items",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("set_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("preview", sa.Text(), nullable=True),
        sa.Column("copy", sa.Text(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("duplicate_of", sa.Text(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["file_id", "order_id"], ["files.id", "files.order_id"], name="fk_upload_items_file_id_order_id"
        ),
        sa.ForeignKeyConstraint(
            ["set_id", "order_id"], ["upload_sets.id", "upload_sets.order_id"], name="fk_upload_items_set_id_order_id"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_upload_items"),
        sa.UniqueConstraint("id", name="uq_upload_items_id"),
        sa.UniqueConstraint("origin", name="uq_upload_items_origin"),
    )
    op.create_index(
        "ix_upload_items_blob",
        "upload_items",
        ["blob"],
        sqlite_where=sa.text("blob IS NOT NULL"),
        postgresql_where=sa.text("blob IS NOT NULL"),
    )
    op.create_index(
        "ix_upload_items_copy",
        "upload_items",
        ["copy"],
        sqlite_where=sa.text("copy IS NOT NULL"),
        postgresql_where=sa.text("copy IS NOT NULL"),
    )
    op.create_index(
        "ix_upload_items_file_id",
        "upload_items",
        ["file_id"],
        sqlite_where=sa.text("file_id IS NOT NULL"),
        postgresql_where=sa.text("file_id IS NOT NULL"),
    )
    op.create_index(
        "ix_upload_items_preview",
        "upload_items",
        ["preview"],
        sqlite_where=sa.text("preview IS NOT NULL"),
        postgresql_where=sa.text("preview IS NOT NULL"),
    )
    op.create_index("ix_upload_items_set_id", "upload_items", ["set_id"])


def downgrade() -> None:
    for table in ("upload_items", "revisions", "files", "upload_links", "upload_sets", "slips"):
        op.drop_table(table)
