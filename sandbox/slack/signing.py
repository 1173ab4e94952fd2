"""Slack's request signature, v0 (platforms.md 1.1). Verifying is the business of the bot under test."""

from __future__ import annotations

import hashlib
import hmac


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Return the ``X-Slack-Signature`` value for a raw body; timestamp is seconds since 1970 as text."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def signed_headers(secret: str, now: float, body: bytes) -> dict[str, str]:
    """Return the two signature headers for a body sent at ``now`` (seconds since 1970)."""
    timestamp = str(int(now))
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature(secret, timestamp, body)}
