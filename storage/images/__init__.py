"""Pictures: what they show, small copies, contact sheets. Decoded only in a child process with nothing to lose.

The parent's side is `room`; Pillow is imported by `child` and its `jobs` alone, so no decoder ever runs beside secrets.
"""

from storage.images.facts import Facts, NoPreview, checks
from storage.images.room import PictureRoom

__all__ = ["Facts", "NoPreview", "PictureRoom", "checks"]
