"""The ladder of sizes a photo is kept in: decoded, scaled, written anew as JPEG, so metadata is gone.

Limits of `platforms.md 2.7`. Documents never come here.
"""

import io

from PIL import Image, UnidentifiedImageError

from sandbox.telegram.errors import bad_request
from sandbox.telegram.files import PHOTO_LIMIT, FileStore
from sandbox.telegram.people import Json

LADDER = (90, 320, 800, 1280, 2560)
MAX_SIDES_SUM = 10_000
MAX_RATIO = 20


def photo_sizes(files: FileStore, data: bytes) -> list[Json]:
    """Return the `PhotoSize` list, smallest first; raises ApiError 400 for what is no usable picture."""
    if len(data) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    try:
        with Image.open(io.BytesIO(data)) as opened:
            width, height = opened.size
            if width + height > MAX_SIDES_SUM or max(width, height) > MAX_RATIO * min(width, height):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    longest = max(width, height)
    sides = [side for side in LADDER if side < longest] + [min(longest, LADDER[-1])]
    return [_size(files, picture, side) for side in dict.fromkeys(sides)]


def _size(files: FileStore, picture: Image.Image, side: int) -> Json:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    written = io.BytesIO()
    scaled.save(written, "JPEG", quality=85)
    stored = files.put(written.getvalue(), "photos", ".jpg")
    return {
        "file_unique_id": stored.unique_id,
        "width": scaled.width,
        "height": scaled.height,
        "file_size": stored.size,
    }
