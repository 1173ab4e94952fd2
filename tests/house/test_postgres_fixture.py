"""The PostgreSQL that other tests stand on is real, alone and copyable."""

import psycopg
import sqlalchemy as sa

from tests.support.postgres import database_name, drop_database, fresh_database


def test_databases_do_not_see_each_other(postgres_url: str, postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE mine (id int)")
    copy = fresh_database(postgres_url, template=database_name(postgres_database))
    empty = fresh_database(postgres_url)
    assert _tables(postgres_database) == _tables(copy) == ["mine"]
    assert _tables(empty) == []
    drop_database(copy)
    drop_database(empty)


def test_the_server_is_reached_through_sqlalchemy(postgres_database: str) -> None:
    engine = sa.create_engine(postgres_database.replace("postgresql:", "postgresql+psycopg:", 1))
    with engine.connect() as connection:
        version = connection.execute(sa.text("SHOW server_version_num")).scalar_one()
        listens = connection.execute(sa.text("SHOW listen_addresses")).scalar_one()
    engine.dispose()
    assert int(version) >= 180000
    assert listens == ""


def _tables(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return [row[0] for row in rows]
