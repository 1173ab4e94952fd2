"""Every button, typed command and address of the product has its row in the hand-written table of rights."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Mount

from bots.app.parts import WEB, assemble
from bots.app.settings import Settings
from bots.app.web import web_app
from bots.catalogue import every_row
from core.people import Role
from core.permissions import MATRIX, Action
from tests.scenarios.rights import BUTTONS, ROUTES, TYPED, may_use, verbs_of


def test_every_verb_has_a_row() -> None:
    assert sorted(verbs_of() - set(BUTTONS)) == []


def test_every_row_is_of_a_verb() -> None:
    assert sorted(set(BUTTONS) - verbs_of()) == []


def test_every_typed_command_has_a_row_and_its_roles() -> None:
    assert {(row.platform, row.name) for row in every_row()} == set(TYPED)
    for row in every_row():
        allowed = {role for role in Role if may_use(TYPED[row.platform, row.name], role)}
        assert row.roles <= allowed, row.name


def test_every_action_of_the_matrix_is_somebodys() -> None:
    assert set(MATRIX) == set(Action)


def test_every_address_has_a_row(tmp_path: Path) -> None:
    assert sorted(asyncio.run(_addresses(tmp_path))) == sorted(ROUTES)


async def _addresses(folder: Path) -> list[str]:
    parts = assemble(
        Settings(
            _env_file=None, cutr_database_url=f"sqlite:///{folder}/cutr.db", cutr_files_url=folder.as_uri(),
            cutr_secret_key="k" * 40, cutr_api_token="token", slack_bot_token="xoxb-1",
            slack_signing_secret="signing", slack_orders_channel="C1", telegram_bot_token="1:token",
            telegram_webhook_secret="hook",
        ),
        frozenset({WEB}),
    )  # fmt: skip
    try:
        app: Any = web_app(parts)
        return list(_flat(app.routes))
    finally:
        await parts.close()


def _flat(routes: list[BaseRoute]) -> Iterator[str]:
    for route in routes:
        if isinstance(route, Mount):
            gate: Any = route.app
            for one in iter_route_contexts(gate.app.routes):
                yield from _named(one, route.path)
        else:
            yield from _named(route, "")


def _named(route: Any, prefix: str) -> Iterator[str]:
    for method in (route.methods or set()) - {"HEAD", "OPTIONS"}:
        yield f"{method} {prefix}{route.path}"
