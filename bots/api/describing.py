"""The OpenAPI document: what FastAPI knows, with what the gate and the error handlers do, which it can't know.

How it looks as a page is in `bots.api.documentation`.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI

from bots.api.problems import MEDIA_TYPE

INTRODUCTION: Final = """\
Every request carries `Authorization: Bearer …` with the token of `CUTR_API_TOKEN`; without it the answer is 401.

Every POST may carry an `Idempotency-Key` of 1 to 255 signs. The same key with the same request gets the first answer
again, byte for byte, and has no second effect; with another request it is refused (422 `key-reused`).

Instants are ISO 8601 with a zone, told in UTC; days are `2030-01-31`. Lists with `next_cursor` go on with `?cursor=…`
until it is null.

Every error is a problem of RFC 9457 (`application/problem+json`). `type` is a stable word to compare,
`urn:cutr:problem:…`, `detail` a sentence for people, `errors` names single fields.

Events can come to you: see webhooks."""

PROBLEM: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
    "properties": {
        "type": {"type": "string", "pattern": "^urn:cutr:problem:[a-z-]+$"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "problem"],
                "properties": {"field": {"type": "string"}, "problem": {"type": "string"}},
            },
        },
    },
    "examples": [
        {
            "type": "urn:cutr:problem:wrong-status",
            "title": "Conflict",
            "status": 409,
            "detail": "K-100 is in production: that can not be done now.",
        }
    ],
}
EVENT: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["id", "type", "seq", "at", "effective_at", "order", "actor", "data"],
    "properties": {
        "id": {"type": "string", "description": "The same as the header webhook-id, in every attempt and replay."},
        "type": {"type": "string", "description": "As `event` in the timeline, or message_posted."},
        "seq": {"type": ["integer", "null"], "description": "The number in the order's timeline."},
        "at": {"type": "string", "format": "date-time"},
        "effective_at": {"type": "string", "format": "date-time"},
        "order": {
            "type": "object",
            "properties": {
                "id": {"type": "string"},
                "reference": {"type": "string"},
                "status": {"type": "string"},
                "partner_id": {"type": ["string", "null"]},
                "customer_id": {"type": "string"},
            },
        },
        "actor": {"type": "object", "properties": {"kind": {"type": "string"}}},
        "data": {"type": "object"},
    },
}
WEBHOOK: Final[dict[str, Any]] = {
    "post": {
        "summary": "An event of an order",
        "description": (
            "Posted to `CUTR_WEBHOOK_URL` and signed after Standard Webhooks (webhook-id, webhook-timestamp, "
            "webhook-signature). Answer 2xx within ten seconds; what is not taken is tried again for a day, in the "
            "order of the order's events."
        ),
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Event"}}}},
        "responses": {"2XX": {"description": "Taken."}, "410": {"description": "Gone for good: nothing more is sent."}},
    }
}


def document(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    made = app.openapi()
    made["info"]["description"] = INTRODUCTION
    made["servers"] = [{"url": "/api"}]
    parts = made.setdefault("components", {})
    parts.setdefault("securitySchemes", {})["token"] = {"type": "http", "scheme": "bearer"}
    schemas = parts.setdefault("schemas", {})
    schemas |= {"Problem": PROBLEM, "Event": EVENT}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    made["security"] = [{"token": []}]
    made["webhooks"] = {"event": WEBHOOK}
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            operation["responses"] |= {str(code): _problem(code) for code in _codes(path, method, operation)}
            operation["responses"]["default"] = _problem(None)
    return made


def _codes(path: str, method: str, operation: dict[str, Any]) -> list[int]:
    """The errors that this operation can end in."""
    found = [401, 422, 503]
    if "{" in path or "requestBody" in operation:
        found.append(404)
    if method in {"post", "put"}:
        found += [400, 409, 413]
    if "multipart/form-data" in operation.get("requestBody", {}).get("content", {}):
        found.append(415)
    return sorted(found)


def _problem(code: int | None) -> dict[str, Any]:
    name = HTTPStatus(code).phrase if code is not None else "Any other problem"
    return {"description": name, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
