"""Addresses behind a text: which ones may be relayed, and whether the text shows where it leads.

A reader must never be sent to another place than the one he sees (reliability.md T18). Nothing is looked up or opened.
"""

from urllib.parse import SplitResult, urlsplit

from core.characters import clean

LONGEST_LINK = 2_000
_WEB = frozenset({"http", "https"})
_DIRECT = frozenset({"mailto", "tel"})
_MISLEADING = frozenset("@\\<>|\"'`")


def safe_link(address: str | None) -> str | None:
    """Return the cleaned address when it is a web, mail or telephone one of sane length, else None."""
    if not address:
        return None
    cleaned = clean(address).strip()
    parts = _split(cleaned)
    if parts is None or len(cleaned) > LONGEST_LINK or any(char.isspace() or char in "<>|" for char in cleaned):
        return None
    if parts.scheme in _WEB:
        return cleaned if parts.hostname else None
    return cleaned if parts.scheme in _DIRECT and parts.path else None


def link_typed(text: str) -> str | None:
    """Return the address meant by a typed one such as `example.com/a` (http), or None when it can't be one."""
    return safe_link(text) if "://" in text else safe_link(f"http://{text}")


def place_behind(link: str) -> str:
    """Return the host (in ASCII form, so that look-alike letters show), mail address or number a link leads to."""
    parts = _split(link)
    if parts is None:
        return link
    if parts.scheme not in _WEB:
        return parts.path
    host = parts.hostname or link
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def shows_its_place(text: str, link: str) -> bool:
    """Return whether a reader of `text` sees where `link` leads."""
    shown = text.strip()
    if shown == link or link in (f"mailto:{shown}", f"tel:{shown}"):
        return True
    if not shown or any(char.isspace() or char in _MISLEADING for char in shown):
        return False
    parts = _split(shown if "://" in shown else f"//{shown}")
    host = parts.hostname if parts is not None else None
    return host is not None and host.isascii() and _without_www(host) == _without_www(place_behind(link))


def _without_www(host: str) -> str:
    return host.lower().removeprefix("www.")


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port  # a port that is no number is found only when read
    except ValueError:
        return None
    return parts
