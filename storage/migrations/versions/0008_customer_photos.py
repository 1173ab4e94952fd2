"""Pictures that customers send on their page: where their clean copies and small ones lie."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "customer_photos",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("preview", sa.Text(), nullable=False),
        sa.Column("preview_sha256", sa.Text(), nullable=False),
        sa.Column("taken_in_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_customer_photos_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_customer_photos"),
        sa.UniqueConstraint("id", name="uq_customer_photos_id"),
    )
    for column in ("blob", "order_id", "preview"):
        op.create_index(f"ix_customer_photos_{column}", "customer_photos", [column])


def downgrade() -> None:
    op.drop_table("customer_photos")
