"""The facts of this installation that the rules are handed: identifiers, codes, working days.

Customers' links are in `bots.customer.links`.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime

from bots.app.settings import Settings
from bots.app.workdays import is_holiday
from core.ports import House


def house_of(settings: Settings) -> House:
    """The house for these settings."""
    return House(
        orders_channel=settings.slack_orders_channel or "",
        new_id=new_id,
        new_code=new_code,
        hash_code=hash_code,
        is_holiday=is_holiday,
        mail_enabled=settings.smtp_url is not None,
        hooks_enabled=settings.cutr_webhook_url is not None,
    )


def new_id() -> str:
    """16 hexadecimal digits by chance."""
    return secrets.token_hex(8)


def new_code() -> str:
    """43 characters that fit into a deep link's `start` parameter (64 of A-Za-z0-9_-, platforms.md)."""
    return secrets.token_urlsafe(32)


def hash_code(code: str) -> str:
    """What is kept of a code: its SHA-256 in hexadecimal (reliability.md T13)."""
    return hashlib.sha256(code.encode()).hexdigest()


def utc_now() -> datetime:
    """The instant, aware."""
    return datetime.now(UTC)
