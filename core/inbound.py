"""How far what people have sent has been read: nothing is approved by the clock before that is past the deadline.

A source is a way in that keeps what was sent while we were away, or that was shut meanwhile. What it is called and how
one knows that nothing waits there is the composition's (`bots.app.inbound`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class InboundMark:
    """Everything that came to the source `id` before `read_until` (UTC) has had its effect."""

    id: str
    read_until: datetime
