"""Chats, places, messages (the audience is part of the keys), and deadlines."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "deadlines",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("base_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fired_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_deadlines"),
        sa.UniqueConstraint("id", name="uq_deadlines_id"),
        sa.UniqueConstraint("kind", "subject", "epoch", name="uq_deadlines_kind_subject_epoch"),
    )
    op.create_index(
        "ix_deadlines_due_at",
        "deadlines",
        ["due_at"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("ix_deadlines_subject", "deadlines", ["subject"])
    op.create_table(
        "chats",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_chats_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_chats"),
        sa.UniqueConstraint("id", "audience", name="uq_chats_id_audience"),
        sa.UniqueConstraint("id", name="uq_chats_id"),
        sa.UniqueConstraint("order_id", "epoch", "audience", name="uq_chats_order_id_epoch_audience"),
    )
    op.create_table(
        "places",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.Text(), nullable=True),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("partner_id", sa.Text(), nullable=True),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("card", sa.Text(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.CheckConstraint("NOT (audience = 'cutr_only' AND party = 'customer')", name="ck_places_audience"),
        sa.ForeignKeyConstraint(
            ["chat_id", "audience"], ["chats.id", "chats.audience"], name="fk_places_chat_id_audience"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_places_member_id"),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_places_order_id"),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_places_partner_id"),
        sa.PrimaryKeyConstraint("n", name="pk_places"),
        sa.UniqueConstraint("id", "party", "audience", name="uq_places_id_party_audience"),
        sa.UniqueConstraint("id", name="uq_places_id"),
    )
    op.create_index("ix_places_chat_id", "places", ["chat_id"])
    op.create_index("ix_places_member_id", "places", ["member_id"])
    op.create_index("ix_places_order_id", "places", ["order_id"])
    op.create_index("ix_places_order_id_state", "places", ["order_id", "state"])
    op.create_index("ix_places_partner_id", "places", ["partner_id"])
    op.create_index("ix_places_platform_channel", "places", ["platform", "channel"])
    op.create_index(
        "uq_places_thread",
        "places",
        ["platform", "channel", "thread"],
        unique=True,
        sqlite_where=sa.text("thread IS NOT NULL AND state <> 'closed'"),
        postgresql_where=sa.text("thread IS NOT NULL AND state <> 'closed'"),
    )
    op.create_table(
        "messages",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("origin_place_id", sa.Text(), nullable=True),
        sa.Column("attachments", sa.Text(), nullable=False),
        sa.Column("reply_to_id", sa.Text(), nullable=True),
        sa.Column("album", sa.Text(), nullable=True),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("moved_to_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_id", "audience"], ["chats.id", "chats.audience"], name="fk_messages_chat_id_audience"
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_messages_order_id"),
        sa.ForeignKeyConstraint(["origin_place_id"], ["places.id"], name="fk_messages_origin_place_id"),
        sa.PrimaryKeyConstraint("n", name="pk_messages"),
        sa.UniqueConstraint("id", "audience", name="uq_messages_id_audience"),
        sa.UniqueConstraint("id", name="uq_messages_id"),
    )
    op.create_index(
        "ix_messages_album",
        "messages",
        ["album"],
        sqlite_where=sa.text("album IS NOT NULL"),
        postgresql_where=sa.text("album IS NOT NULL"),
    )
    op.create_index("ix_messages_author_id", "messages", ["author_id"])
    op.create_index("ix_messages_chat_id", "messages", ["chat_id"])
    op.create_index("ix_messages_order_id", "messages", ["order_id"])
    op.create_table(
        "copies",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("part", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_copies_message_id"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_copies_place_id"),
        sa.PrimaryKeyConstraint("n", name="pk_copies"),
        sa.UniqueConstraint("id", name="uq_copies_id"),
        sa.UniqueConstraint("platform", "channel", "external_id", name="uq_copies_platform_channel_external_id"),
    )
    op.create_index("ix_copies_message_id_place_id", "copies", ["message_id", "place_id"])
    op.create_index("ix_copies_place_id", "copies", ["place_id"])
    op.create_table(
        "asks",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("asked_of", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_asks_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_asks"),
        sa.UniqueConstraint("id", name="uq_asks_id"),
    )
    op.create_index(
        "ix_asks_asked_of",
        "asks",
        ["asked_of"],
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_index("ix_asks_platform_channel_external_id", "asks", ["platform", "channel", "external_id"])


def downgrade() -> None:
    for table in ("asks", "copies", "messages", "places", "chats", "deadlines"):
        op.drop_table(table)
