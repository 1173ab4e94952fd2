"""How far each source of what people send has been read."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbound_marks",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("read_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_inbound_marks"),
        sa.UniqueConstraint("id", name="uq_inbound_marks_id"),
    )


def downgrade() -> None:
    op.drop_table("inbound_marks")
