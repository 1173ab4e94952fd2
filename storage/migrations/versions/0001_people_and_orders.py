"""Partners, customers and their orders, with the diary."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "partners",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("self_billing", sa.Boolean(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("telegram_chat_id", sa.BigInteger(), nullable=True),
        sa.Column("slack_channel", sa.Text(), nullable=True),
        sa.Column("unreachable_since", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_partners"),
        sa.UniqueConstraint("id", name="uq_partners_id"),
        sa.UniqueConstraint("telegram_chat_id", name="uq_partners_telegram_chat_id"),
    )
    op.create_table(
        "customers",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_customers"),
        sa.UniqueConstraint("id", name="uq_customers_id"),
    )
    op.create_index("ix_customers_email", "customers", ["email"])
    op.create_table(
        "members",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("telegram_user_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("blocked_since", sa.BigInteger(), nullable=True),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_members_partner_id"),
        sa.PrimaryKeyConstraint("n", name="pk_members"),
        sa.UniqueConstraint("id", name="uq_members_id"),
    )
    op.create_index("ix_members_partner_id", "members", ["partner_id"])
    op.create_index("ix_members_telegram_user_id", "members", ["telegram_user_id"])
    op.create_index(
        "uq_members_one_per_person",
        "members",
        ["partner_id", "telegram_user_id"],
        unique=True,
        sqlite_where=sa.text("telegram_user_id IS NOT NULL AND removed_at IS NULL"),
        postgresql_where=sa.text("telegram_user_id IS NOT NULL AND removed_at IS NULL"),
    )
    op.create_table(
        "invites",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_invites_partner_id"),
        sa.PrimaryKeyConstraint("n", name="pk_invites"),
        sa.UniqueConstraint("code_hash", name="uq_invites_code_hash"),
        sa.UniqueConstraint("id", name="uq_invites_id"),
    )
    op.create_index("ix_invites_member_id", "invites", ["member_id"])
    op.create_table(
        "orders",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=True),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("window", sa.BigInteger(), nullable=False),
        sa.Column("requested_delivery_date", sa.Text(), nullable=True),
        sa.Column("delivery_address", sa.Text(), nullable=True),
        sa.Column("price", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("includes_installation", sa.Boolean(), nullable=False),
        sa.Column("needs_kick_off", sa.Boolean(), nullable=False),
        sa.Column("needs_production_drawings", sa.Boolean(), nullable=False),
        sa.Column("needs_sample_pictures", sa.Boolean(), nullable=False),
        sa.Column("customer_chat", sa.Boolean(), nullable=False),
        sa.Column("folders", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("slack_channel", sa.Text(), nullable=True),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("customer_link_version", sa.BigInteger(), nullable=False),
        sa.Column("assigned_at", sa.BigInteger(), nullable=True),
        sa.Column("ready_at", sa.BigInteger(), nullable=True),
        sa.Column("delivered_at", sa.BigInteger(), nullable=True),
        sa.Column("feedback_until", sa.BigInteger(), nullable=True),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.Column("snoozed_until", sa.BigInteger(), nullable=True),
        sa.Column("in_digest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_orders_customer_id"),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_orders_partner_id"),
        sa.PrimaryKeyConstraint("n", name="pk_orders"),
        sa.UniqueConstraint("id", name="uq_orders_id"),
        sa.UniqueConstraint("reference", name="uq_orders_reference"),
    )
    op.create_index("ix_orders_created_at_n", "orders", ["created_at", "n"])
    op.create_index("ix_orders_customer_id", "orders", ["customer_id"])
    op.create_index("ix_orders_partner_id_created_at", "orders", ["partner_id", "created_at"])
    op.create_index("ix_orders_status_created_at", "orders", ["status", "created_at"])
    op.create_table(
        "offers",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("partner_id", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("answer_until", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_offers_order_id"),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_offers_partner_id"),
        sa.PrimaryKeyConstraint("n", name="pk_offers"),
        sa.UniqueConstraint("id", name="uq_offers_id"),
    )
    op.create_index("ix_offers_order_id", "offers", ["order_id"])
    op.create_index("ix_offers_partner_id_state", "offers", ["partner_id", "state"])
    op.create_index(
        "uq_offers_one_award",
        "offers",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("state = 'awarded'"),
        postgresql_where=sa.text("state = 'awarded'"),
    )
    op.create_table(
        "tasks",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_tasks_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_tasks"),
        sa.UniqueConstraint("id", name="uq_tasks_id"),
        sa.UniqueConstraint("order_id", "epoch", "key", name="uq_tasks_order_id_epoch_key"),
    )
    op.create_table(
        "milestones",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_milestones_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_milestones"),
        sa.UniqueConstraint("id", name="uq_milestones_id"),
        sa.UniqueConstraint("order_id", "key", name="uq_milestones_order_id_key"),
    )
    op.create_table(
        "kick_offs",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("picked", sa.Text(), nullable=True),
        sa.Column("picked_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_kick_offs_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_kick_offs"),
        sa.UniqueConstraint("id", name="uq_kick_offs_id"),
    )
    op.create_index("ix_kick_offs_order_id", "kick_offs", ["order_id"])
    op.create_table(
        "feedback",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("window", sa.BigInteger(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_feedback_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_feedback"),
        sa.UniqueConstraint("id", name="uq_feedback_id"),
    )
    op.create_index("ix_feedback_order_id", "feedback", ["order_id"])
    op.create_table(
        "staff_tasks",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_by", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_staff_tasks_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_staff_tasks"),
        sa.UniqueConstraint("id", name="uq_staff_tasks_id"),
    )
    op.create_index(
        "ix_staff_tasks_kind_created_at",
        "staff_tasks",
        ["kind", "created_at"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index("ix_staff_tasks_order_id", "staff_tasks", ["order_id"])
    op.create_table(
        "entries",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("effective_at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_role", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_entries_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_entries"),
        sa.UniqueConstraint("id", name="uq_entries_id"),
        sa.UniqueConstraint("order_id", "seq", name="uq_entries_order_id_seq"),
    )


def downgrade() -> None:
    for table in (
        "entries",
        "staff_tasks",
        "feedback",
        "kick_offs",
        "milestones",
        "tasks",
        "offers",
        "orders",
        "invites",
        "members",
        "customers",
        "partners",
    ):
        op.drop_table(table)
