"""Everybody does anything at any time (`bustle.py`): briefly in every run, at length in the campaign."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.core.bustle import Bustle

CALM = settings(deadline=None, suppress_health_check=list(HealthCheck))


def test_a_short_bustle() -> None:
    run_state_machine_as_test(Bustle, settings=settings(CALM, max_examples=15, stateful_step_count=40))


@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_a_long_bustle() -> None:
    run_state_machine_as_test(Bustle, settings=settings(CALM, max_examples=1500, stateful_step_count=80))
