"""Keys: random, so that they tell nothing and collide with nothing; two levels, so that no folder grows too long."""

import re
import secrets
from typing import Final

_KEY: Final = re.compile(r"[0-9a-f]{2}/[0-9a-f]{30}(\.part)?")


def fresh_key() -> str:
    """A new key of 128 random bits, e.g. `3f/0c…`."""
    text = secrets.token_hex(16)
    return f"{text[:2]}/{text[2:]}"


def is_key(text: str) -> bool:
    """Whether it has the shape of a key (or of its unfinished file), and so cannot lead out of the store."""
    return _KEY.fullmatch(text) is not None
