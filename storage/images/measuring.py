"""Figures of a small grey picture, and what EXIF says of a photo. Runs in the child only."""

from __future__ import annotations

from typing import Any, Final

from PIL import Image, ImageFilter, ImageStat

_EDGES: Final = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_GRID: Final = 4
_MOMENT, _OFFSET, _EXIF, _GPS = 0x9003, 0x9011, 0x8769, 0x8825


def brightness(grey: Image.Image) -> float:
    """The mean, 0 to 1."""
    return round(ImageStat.Stat(grey).mean[0] / 255, 4)


def highlights(grey: Image.Image) -> float:
    """The level that a tenth of the picture reaches, 0 to 1."""
    left = grey.width * grey.height / 10
    counts = grey.histogram()
    for level in range(255, -1, -1):
        left -= counts[level]
        if left <= 0:
            return round(level / 255, 4)
    return 0.0


def sharpness(grey: Image.Image) -> float:
    """Edge contrast of the sharpest of 16 parts: a smooth panel before a sharp edge is a sharp photo."""
    edges = grey.filter(_EDGES)
    wide, high = max(1, grey.width // _GRID), max(1, grey.height // _GRID)
    parts = [(x * wide, y * high, (x + 1) * wide, (y + 1) * high) for x in range(_GRID) for y in range(_GRID)]
    # The outermost pixels are copied unfiltered, so the rim is left out.
    inner = [(max(a, 1), max(b, 1), min(c, grey.width - 1), min(d, grey.height - 1)) for a, b, c, d in parts]
    found = [ImageStat.Stat(edges.crop(box)).stddev[0] for box in inner if box[2] > box[0] and box[3] > box[1]]
    return round(max(found, default=0.0), 3)


def fingerprint(grey: Image.Image) -> str:
    """Which of two neighbours is lighter, across and down an 8 x 8 grid."""
    across = grey.resize((9, 8), Image.Resampling.BOX).tobytes()
    down = grey.resize((8, 9), Image.Resampling.BOX).tobytes()
    bits = [across[y * 9 + x] > across[y * 9 + x + 1] for y in range(8) for x in range(8)]
    bits += [down[y * 8 + x] > down[y * 8 + x + 8] for y in range(8) for x in range(8)]
    return f"{sum(bit << place for place, bit in enumerate(bits)):032x}"


def taken(exif: Image.Exif) -> list[str | None]:
    """When the camera says the photo was taken, and its offset from UTC, as EXIF writes them."""
    details: dict[int, Any] = exif.get_ifd(_EXIF)
    return [_text(details.get(_MOMENT)), _text(details.get(_OFFSET))]


def has_gps(image: Image.Image, exif: Image.Exif) -> bool:
    """Whether a place is written into the photo, as EXIF or XMP."""
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    written = xmp.encode("utf-8", "replace") if isinstance(xmp, str) else bytes(xmp)
    return bool(exif.get_ifd(_GPS)) or b"GPSLatitude" in written


def _text(value: object) -> str | None:
    return value[:40] if isinstance(value, str) else None
