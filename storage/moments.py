"""Instants as they are stored: whole microseconds since 1970 UTC, which compare and sort on every database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def as_microseconds(moment: datetime) -> int:
    """The stored form of an aware instant. Raises TypeError for a naive one."""
    return (moment - EPOCH) // _MICROSECOND


def from_microseconds(stored: int) -> datetime:
    """The aware UTC instant."""
    return EPOCH + timedelta(microseconds=stored)
