"""What the child does with pictures, by open files only. Runs nowhere else: see `child`.

Every job opens with a list of formats, a limit of pixels, and decodes completely: `verify()` passes half a JPEG
(stack.md 6).
"""

from __future__ import annotations

import io
import warnings
from typing import Any, BinaryIO, Final

import pillow_heif

# Pillow loads its formats when first asked; afterwards the child can open no file, so they are named here.
from PIL import (  # noqa: F401
    GifImagePlugin,
    Image,
    ImageCms,
    ImageDraw,
    ImageFile,
    ImageFont,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from storage.images.measuring import brightness, fingerprint, has_gps, highlights, sharpness, taken

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
KINDS: Final = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "HEIF": "heic"}
MOST_PIXELS: Final = 64_000_000
"""Phones make 50 megapixels; more is a bomb or a plan, which is filed as a document."""
COPY_SIDE: Final = 4096
QUALITY: Final = 86
SHEET_COLUMNS: Final = 5


class TooLarge(Exception):
    """More pixels than any phone makes."""


def prepare() -> None:
    """Loads whatever a job may need later, when no file can be opened any more."""
    pillow_heif.register_heif_opener(thumbnails=False)
    pillow_heif.options.DECODE_THREADS = 1
    Image._initialized = 2  # noqa: SLF001 - only the formats imported above, no search for others
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    ImageCms.createProfile("sRGB")


def look(file: BinaryIO) -> dict[str, Any]:
    """The facts of one picture (`storage.images.facts.Facts`, the moment as EXIF writes it)."""
    image = _opened(file)
    exif = image.getexif()
    width, height = image.size
    if exif.get(0x0112, 1) in {5, 6, 7, 8}:
        width, height = height, width
    gps, moment, kind = has_gps(image, exif), taken(exif), KINDS[image.format or ""]
    small = _upright(_shrunk(image, 1024))
    grey = small.convert("L")
    return {
        "kind": kind, "width": width, "height": height, "taken": moment, "brightness": brightness(grey),
        "highlights": highlights(grey), "sharpness": sharpness(grey), "fingerprint": fingerprint(grey), "has_gps": gps,
    }  # fmt: skip


def preview(file: BinaryIO, to: BinaryIO, side: int) -> dict[str, Any]:
    """A JPEG that fits into a square of `side` pixels."""
    small = _upright(_shrunk(_opened(file), side))
    _save(small, to, 80)
    return {"width": small.width, "height": small.height}


def customer_copy(file: BinaryIO, to: BinaryIO) -> dict[str, Any]:
    """The picture anew: upright, in sRGB, at most `COPY_SIDE` pixels, and nothing beside its pixels (T29)."""
    image = _opened(file)
    profile = image.info.get("icc_profile")
    shown = _in_srgb(_upright(_shrunk(image, COPY_SIDE)), profile)
    _save(shown, to, QUALITY)
    return {"width": shown.width, "height": shown.height}


def sheet(files: list[BinaryIO | None], to: BinaryIO, titles: list[str], cell: int, font: bytes) -> dict[str, Any]:
    """Small pictures (None: no preview) in a grid with their titles; titles are cut to their cell."""
    columns = min(SHEET_COLUMNS, max(1, len(files)))
    rows = -(-len(files) // columns)
    gap, line = cell // 20, cell // 9
    step = (cell + gap, cell + line + gap)
    page = Image.new("RGB", (columns * step[0] + gap, rows * step[1] + gap), "white")
    pen = ImageDraw.Draw(page)
    face = ImageFont.truetype(_stream(font), max(9, line * 2 // 3))
    for number, file in enumerate(files):
        x, y = gap + number % columns * step[0], gap + number // columns * step[1]
        if file is None:
            pen.rectangle((x, y, x + cell, y + cell), fill="#f1efe9", outline="#b9b4a7")
            pen.text((x + cell / 2, y + cell / 2), "?", fill="#8a8577", font=face, anchor="mm")
        else:
            small = _shrunk(_opened(file), cell)
            page.paste(small, (x + (cell - small.width) // 2, y + (cell - small.height) // 2))
        title = cut(drawable(titles[number], face), face, cell)
        pen.text((x + cell / 2, y + cell + line / 2), title, "#222222", face, anchor="mm")
    _save(page, to, 82)
    return {"width": page.width, "height": page.height}


def _opened(file: BinaryIO) -> ImageFile.ImageFile:
    image = Image.open(file, formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise TooLarge
    return image


def _shrunk(image: ImageFile.ImageFile, side: int) -> Image.Image:
    """Fits into a square of `side`; a JPEG is decoded at an eighth, a quarter or half where that is enough."""
    if max(image.size) > side:
        scale = side / max(image.size)
        image.draft("RGB", (max(1, int(image.width * scale)), max(1, int(image.height * scale))))
    image.load()
    shown = image if image.mode in {"RGB", "L"} else _flat(image)
    if max(shown.size) > side:
        scale = side / max(shown.size)
        size = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
        shown = shown.resize(size, Image.Resampling.BILINEAR, reducing_gap=1.5)
    shown.info = {}
    return _turned(shown, image)


def _turned(shown: Image.Image, image: Image.Image) -> Image.Image:
    shown.info["orientation"] = image.getexif().get(0x0112, 1)
    return shown


def _upright(shown: Image.Image) -> Image.Image:
    turn = _TURNS.get(shown.info.get("orientation", 1))
    return shown if turn is None else shown.transpose(turn)


_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _flat(image: Image.Image) -> Image.Image:
    """What is transparent becomes white, as on paper."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        over = image.convert("RGBA")
        page = Image.new("RGB", over.size, "white")
        page.paste(over, mask=over.getchannel("A"))
        return page
    return image.convert("RGB")


def _in_srgb(shown: Image.Image, profile: bytes | None) -> Image.Image:
    """Phones photograph in a wider space than sRGB; a profile that can't be read is left out."""
    if not profile or shown.mode != "RGB":
        return shown
    try:
        return ImageCms.profileToProfile(shown, _stream(profile), ImageCms.createProfile("sRGB")) or shown
    except (ImageCms.PyCMSError, OSError, ValueError):
        return shown


def _save(shown: Image.Image, to: BinaryIO, quality: int) -> None:
    # A new image holds no comment, profile or EXIF that Pillow would write along.
    clean = Image.new("RGB", shown.size)
    clean.paste(shown)
    clean.save(to, "JPEG", quality=quality)
    to.flush()


def drawable(title: str, face: Any) -> str:
    """The first 200 signs; those that the font lacks as a question mark: it would draw a box."""
    box = bytes(face.getmask("\uffff"))
    return "".join(sign if sign == " " or bytes(face.getmask(sign)) != box else "?" for sign in title[:200])


def cut(title: str, face: Any, width: int) -> str:
    """The title in one line, with an ellipsis where it is wider than `width` pixels."""
    line = " ".join(title.split())[:200]
    while line and face.getlength(line) > width:
        line = line[:-2] + "…" if len(line) > 2 else ""
    return line


def _stream(content: bytes) -> BinaryIO:
    return io.BytesIO(content)
