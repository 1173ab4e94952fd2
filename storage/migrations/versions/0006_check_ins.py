"""Check-ins: the clock's questions to partners; and why a partner can't be reached."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "check_ins",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("silent_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_check_ins_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_check_ins"),
        sa.UniqueConstraint("id", name="uq_check_ins_id"),
        sa.UniqueConstraint("order_id", "epoch", "key", name="uq_check_ins_order_id_epoch_key"),
    )
    op.create_index("ix_check_ins_state", "check_ins", ["state"])
    op.add_column("partners", sa.Column("unreachable_why", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("partners", "unreachable_why")
    op.drop_table("check_ins")
