"""What the database holds, as one number per table: for scenarios in which nothing may change."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa

from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.schema import metadata
from tests.scenarios.world import World

MACHINERY = frozenset({"strands", "lanes", "meta"})
"""Leases, budgets and the clock's notes move by themselves."""


def hashes(world: World) -> dict[str, str]:
    """A hash of every row of every table that people's doings are kept in."""
    where = parsed(world.database_url)
    engine = sqlite_engine(where) if where.get_backend_name() == "sqlite" else postgres_engine(where, pool_size=1)
    try:
        with engine.connect() as connection:
            return {
                name: hashlib.sha256(repr(sorted(map(repr, connection.execute(sa.select(table))))).encode()).hexdigest()
                for name, table in metadata.tables.items()
                if name not in MACHINERY
            }
    finally:
        engine.dispose()
