"""Numbers of orders by status, and what was uploaded found by its order."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_counts",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_order_counts"),
    )
    op.create_index("ix_order_counts_status", "order_counts", ["status"])
    op.create_index("ix_upload_items_order_id", "upload_items", ["order_id"])
    op.create_index(
        "ix_orders_created_at_n_open", "orders", ["created_at", "n"],
        sqlite_where=sa.text("status NOT IN ('approved', 'cancelled')"),
        postgresql_where=sa.text("status NOT IN ('approved', 'cancelled')"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_orders_created_at_n_open", "orders")
    op.drop_index("ix_upload_items_order_id", "upload_items")
    op.drop_table("order_counts")
