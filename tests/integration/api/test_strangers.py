"""A stranger's program tries every operation of the document: no 5xx, and no answer that breaks the document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.integration.api.conftest import STATUSES
from tests.integration.api.strangers import let_loose
from tests.integration.app.conftest import Web


@pytest.mark.timeout(300)
async def test_every_operation_keeps_to_the_document(town: Web, tmp_path: Path) -> None:
    known = {"reference": "CU-RUN", "key": "material_date"}
    # Every edge of every field on one database, chance on the other: both on both would take minutes.
    phases = "coverage" if "sqlite" in town.parts.settings.cutr_database_url.get_secret_value() else "examples,fuzzing"
    verdict = await let_loose(town.address, tmp_path, known, 6, phases)
    assert verdict.code == 0, verdict.told[-20_000:]
    count = re.search(r"(\d+) generated, (\d+) passed", verdict.told)
    assert count is not None, verdict.told[-2_000:]
    assert int(count[1]) == int(count[2]) > 100


@pytest.mark.campaign
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("reference", [*STATUSES, None])
async def test_every_operation_in_every_state_for_long(town: Web, tmp_path: Path, reference: str | None) -> None:
    known = {"reference": reference} if reference else {}
    verdict = await let_loose(town.address, tmp_path, known, 150, "examples,coverage,fuzzing,stateful")
    assert verdict.code == 0, verdict.told[-20_000:]
