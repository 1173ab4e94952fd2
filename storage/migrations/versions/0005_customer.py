"""The customer's side: aliases, when they last looked, and photos that come with feedback."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("aliases", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("orders", sa.Column("customer_seen_at", sa.BigInteger(), nullable=True))
    op.add_column("feedback", sa.Column("photos", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("feedback", "photos")
    op.drop_column("orders", "customer_seen_at")
    op.drop_column("orders", "aliases")
