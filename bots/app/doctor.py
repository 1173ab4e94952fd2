"""`cutr doctor`: everything that must be right outside this process, each finding with its exact fix.

The checks of one platform each are in `doctor_slack`, `doctor_telegram`, `doctor_house`; here they are gathered. The
same findings are data for `/cutr doctor`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime

import aiohttp

from bots.app import doctor_house, doctor_slack, doctor_telegram
from bots.app.findings import Finding
from bots.app.house import utc_now
from bots.app.logging import Gate
from bots.app.settings import Settings

TIME_OUT = aiohttp.ClientTimeout(total=15)


async def examine(settings: Settings, clock: Callable[[], datetime] = utc_now) -> list[Finding]:
    """All findings, fine ones included, in a fixed order; nothing in them is secret."""
    gate = Gate(settings.secrets())
    async with aiohttp.ClientSession(timeout=TIME_OUT) as session:
        groups = await asyncio.gather(
            _all(doctor_house.check(settings)),
            _all(doctor_slack.check(settings, session, clock)),
            _all(doctor_telegram.check(settings, session, clock)),
        )
    return [finding.cleaned(gate.clean) for group in groups for finding in group]


async def _all(findings: AsyncIterator[Finding]) -> list[Finding]:
    return [finding async for finding in findings]
