"""How alike two photos are, by their fingerprints: 128 bits in hex that survive sending, shrinking and re-compressing.

Pure arithmetic; how a fingerprint is taken from a picture is `storage.images.measuring`.
"""

from __future__ import annotations

from typing import Final

BITS: Final = 128
ALIKE: Final = 10
"""Up to so many different bits it is the same photo."""
FEATURELESS: Final = 8
"""A wall or a blank sheet sets hardly any bits, or hardly clears any: it looks like every other one."""


def likeness(one: str, other: str) -> int:
    """In how many of 128 bits two fingerprints differ: up to `ALIKE` it is the same photo."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def are_alike(one: object, other: object) -> bool:
    """Whether two fingerprints, as facts of photos hold them, are of the same photo."""
    return isinstance(one, str) and isinstance(other, str) and _tells(one) and likeness(one, other) <= ALIKE


def _tells(fingerprint: str) -> bool:
    return FEATURELESS <= int(fingerprint, 16).bit_count() <= BITS - FEATURELESS
