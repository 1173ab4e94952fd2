"""The refusals of a Bot API server: code, description and parameters.

Texts are those of the real server (`platforms.md 2.4`). Deciding when to refuse lives with the methods.
"""

from typing import Any


class ApiError(Exception):
    """A call is answered with `ok: false`; `parameters` carries `retry_after` (seconds) or `migrate_to_chat_id`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: dict[str, int] = parameters

    def as_json(self) -> dict[str, Any]:
        """Return the body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


def bad_request(text: str, **parameters: int) -> ApiError:
    """Return a 400 with the server's prefix."""
    return ApiError(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str) -> ApiError:
    """Return a 403: the chat can't be written to."""
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    """Return a 409: two ways of receiving updates at once."""
    return ApiError(409, f"Conflict: {text}")


def unauthorized() -> ApiError:
    """Return a 401: no such bot token."""
    return ApiError(401, "Unauthorized")


def not_found(text: str = "") -> ApiError:
    """Return a 404: no such method, or a token of the wrong shape."""
    return ApiError(404, f"Not Found: {text}" if text else "Not Found")


def too_many_requests(retry_after: int) -> ApiError:
    """Return a 429 asking to wait `retry_after` seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
