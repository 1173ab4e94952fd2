"""The arguments of one call, whatever way they came: query, form, JSON or multipart.

Reading only; what a value has to be is the methods' business.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sandbox.telegram.errors import bad_request

TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True)
class Upload:
    """One uploaded part."""

    filename: str
    content_type: str
    data: bytes


@dataclass
class Args:
    """Arguments by name; texts may hold JSON, as forms carry it."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the value as text, empty when missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; a missing or unreadable one is the default, as the server reads it."""
        try:
            return int(self.text(name).strip())
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Return whether the argument is switched on."""
        return self.text(name).strip().lower() in TRUE

    def parsed(self, name: str, *, what: str = "object") -> Any:
        """Return the JSON value, None when missing or empty; raises ApiError 400 when it can't be read."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def as_json(self) -> dict[str, Any]:
        """Return what the ledger keeps: JSON texts decoded, uploads named by their file name."""
        shown = {name: _decoded(value) for name, value in self.values.items()}
        named = json.dumps(shown)
        direct = [name for name in self.uploads if f'"attach://{name}"' not in named]
        return shown | {name: f"attach://{self.uploads[name].filename}" for name in direct}


def _decoded(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


async def read_args(request: Request) -> Args:
    """Return the arguments of an HTTP request; raises ApiError 400 for a JSON body that can't be read."""
    args = Args(dict(request.query_params))
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        args.values |= _json_body(await request.body())
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form(max_part_size=64 << 20) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    data = await value.read()
                    args.uploads[name] = Upload(value.filename or name, value.content_type or "", data)
                else:
                    args.values[name] = value
    return args


def _json_body(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise bad_request("can't parse request JSON object")
    return found
