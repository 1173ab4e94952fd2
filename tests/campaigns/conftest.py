"""Chance for when to strike, the same again for who sets CAMPAIGN_SEED to what a failure shows."""

from __future__ import annotations

import os
import random
import secrets

import pytest

pytest.register_assert_rewrite("tests.campaigns.talk")


@pytest.fixture
def chance() -> random.Random:
    """A source of moments; its seed is in the captured output of a test that fails."""
    seed = int(os.environ.get("CAMPAIGN_SEED", secrets.randbelow(1_000_000)))
    print(f"CAMPAIGN_SEED={seed}")
    return random.Random(seed)
