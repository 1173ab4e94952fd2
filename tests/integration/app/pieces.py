"""A client of the upload page's resumable endpoints, as the tus protocol 1.0.0 has them."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator

from tests.integration.app.conftest import Web

OFFSET_TYPE = "application/offset+octet-stream"


def announced(content: bytes, name: str, *, kind: str = "other", key: str = "") -> dict[str, str]:
    """The headers that announce a file."""
    told = {"filename": name, "kind": kind, "key": key or name}
    metadata = ",".join(f"{word} {base64.b64encode(value.encode()).decode()}" for word, value in told.items())
    return {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(content)), "Upload-Metadata": metadata}


async def begun(web: Web, page: str, content: bytes, name: str, *, kind: str = "other", key: str = "") -> str:
    """Announce a file; the path its bytes go to."""
    status, headers, body = await web.raw("POST", f"{page}/files", headers=announced(content, name, kind=kind, key=key))
    assert status == 201, body
    return headers["location"]


async def brings(web: Web, address: str, offset: int, content: bytes | AsyncIterator[bytes]) -> tuple[int, int | None]:
    """Send bytes from an offset on; the status and the offset that is next."""
    headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(offset), "Content-Type": OFFSET_TYPE}
    status, told, _ = await web.raw("PATCH", address, data=content, headers=headers)
    return status, int(told["upload-offset"]) if "upload-offset" in told else None


async def offset(web: Web, address: str) -> int:
    """How much the server has."""
    status, told, _ = await web.raw("HEAD", address)
    assert status == 200
    return int(told["upload-offset"])
