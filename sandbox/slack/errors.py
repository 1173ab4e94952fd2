"""The two ways the sandbox Slack says no.

``ApiError``: a Web API call is answered with ``ok: false`` (the bot did something wrong).
``Refused``: a person tried what the Slack client does not let them do (the test or the demo did something wrong).
"""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An ``ok: false`` answer; ``extra`` is merged into it."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra = extra

    def answer(self) -> dict[str, Any]:
        """Return the JSON body Slack sends."""
        return {"ok": False, "error": self.error, **self.extra}


class Refused(Exception):
    """What the Slack client shows to a person instead of doing what they asked."""
