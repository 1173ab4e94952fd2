"""What a file is, by its first bytes: names and what senders claim are data, never believed (reliability.md T24).

Nothing is decoded here; what can't be told is plain bytes.
"""

from __future__ import annotations

from typing import Final

HEAD: Final = 8192
"""How many first bytes are enough."""
UNKNOWN: Final = "application/octet-stream"
HTML: Final = "text/html"
PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic"})
"""What the child process can show; every other kind is kept without a preview."""

_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"%PDF-", "application/pdf"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"), (b"\x1aE\xdf\xa3", "video/x-matroska"), (b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"), (b"\x1f\x8b", "application/gzip"), (b"ISO-10303-21", "model/step"),
    (b"AC10", "image/vnd.dwg"), (b"ID3", "audio/mpeg"), (b"OggS", "audio/ogg"), (b"{\\rtf", "application/rtf"),
    (b"MZ", "application/x-msdownload"), (b"\x7fELF", "application/x-executable"),
)  # fmt: skip
_BRANDS: Final = {
    b"heic": "image/heic", b"heix": "image/heic", b"heim": "image/heic", b"heis": "image/heic", b"hevc": "image/heic",
    b"mif1": "image/heic", b"msf1": "image/heic", b"avif": "image/avif", b"qt  ": "video/quicktime",
}  # fmt: skip
_OFFICE: Final = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_MARKUP: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b"<!doctype svg")


def mime_of(head: bytes) -> str:
    """The media type of a file that begins with these bytes; `UNKNOWN` when nothing fits."""
    known = next((mime for start, mime in _STARTS if head.startswith(start)), None)
    if known is not None:
        return known
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(head)
    return _written(head)


_RIFF: Final = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}


def _zipped(head: bytes) -> str:
    if b"[Content_Types].xml" not in head:
        return "application/zip"
    return next((mime for part, mime in _OFFICE if part in head), UNKNOWN)


def _written(head: bytes) -> str:
    """Text of some kind, if it is text at all."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_MARKUP) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        return HTML
    if start.startswith(b"<svg") or (start.startswith((b"<?xml", b"<!--")) and b"<svg" in start):
        return "image/svg+xml"
    if start.startswith((b"0\r\nsection", b"0\nsection")):
        return "image/vnd.dxf"
    if not head or any(byte < 32 and byte not in b"\t\n\r\f" for byte in head):
        return UNKNOWN
    try:
        head.decode()
    except UnicodeDecodeError as broken:
        # A sign may be cut in two where the head ends.
        return "text/plain" if broken.start >= len(head) - 3 and len(head) >= HEAD else UNKNOWN
    return "text/plain"
