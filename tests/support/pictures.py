"""Photos as phones make them, and files that only look like photos. Seeded."""

import io
import random
import struct
import zlib
from collections.abc import Iterator
from functools import cache

import pillow_heif
from PIL import Image, ImageDraw, ImageFilter

pillow_heif.register_heif_opener()
ORIENTATION, MAKE, EXIF, GPS, TAKEN, OFFSET, SERIAL = 0x0112, 0x010F, 0x8769, 0x8825, 0x9003, 0x9011, 0xA431


@cache
def scene(width: int = 1600, height: int = 1200, seed: int = 1) -> Image.Image:
    """Cabinets of a kind: edges, flat panels, grain; the top left corner is red."""
    chance = random.Random(seed)
    image = Image.new("RGB", (width, height), (214, 205, 190))
    pen = ImageDraw.Draw(image)
    for _ in range(30):
        x, y = chance.randrange(width), chance.randrange(height)
        colour = chance.randrange(256), chance.randrange(256), chance.randrange(256)
        pen.rectangle((x, y, x + width // 6, y + height // 6), fill=colour, outline="black")
    pen.rectangle((0, 0, width // 4, height // 4), fill=(230, 20, 20))
    grain = Image.effect_noise((width // 2, height // 2), 40).resize((width, height)).convert("RGB")
    return Image.blend(image, grain, 0.1)


def blurred(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(image.width / 100))


def dark(image: Image.Image) -> Image.Image:
    return image.point([level // 12 for level in range(256)] * 3)


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: place, moment, maker, serial number."""
    told = Image.Exif()
    told[ORIENTATION], told[MAKE] = orientation, "SECRETMAKER"
    told.get_ifd(EXIF).update({TAKEN: "2026:11:20 14:30:00", OFFSET: "+01:00", SERIAL: "SECRETSERIAL"})
    told.get_ifd(GPS).update({1: "N", 2: (52.0, 22.0, 12.0), 3: "E", 4: (4.0, 53.0, 42.0)})
    return told


def encoded(image: Image.Image, kind: str, **more: object) -> bytes:
    """The picture as bytes of a format."""
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


@cache
def photo(kind: str = "JPEG", orientation: int = 1, size: tuple[int, int] = (1600, 1200)) -> bytes:
    """With everything a customer must not see."""
    more: dict[str, object] = {"exif": exif(orientation)}
    if kind == "JPEG":
        more["comment"] = b"SECRETCOMMENT"
    if kind in {"JPEG", "PNG", "WEBP"}:
        more["xmp"] = b"<x:xmpmeta>SECRETXMP GPSLatitude</x:xmpmeta>"
    if kind == "HEIF":
        more["enc_params"] = {"preset": "ultrafast"}
    if kind == "GIF":
        more = {"comment": b"SECRETCOMMENT"}
    return encoded(scene(*size), kind, **more)


def bomb_png(side: int = 60_000) -> bytes:
    """A few kilobytes that would be `side` x `side` pixels."""
    line = zlib.compress(b"\0" * (side // 8 + 1) * 64)
    return _png(side, side, line)


def _png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def text_bomb_png() -> bytes:
    """A small picture with a text that unpacks to half a gigabyte."""
    small = encoded(Image.new("L", (8, 8)), "PNG")
    content = b"Comment\0\0" + zlib.compress(bytes(500 << 20), 9)
    chunk = struct.pack(">I", len(content)) + b"zTXt" + content + struct.pack(">I", zlib.crc32(b"zTXt" + content))
    return small[:33] + chunk + small[33:]


def many_frames_gif(frames: int = 2000) -> bytes:
    """Of which only the first is ever looked at."""
    pages = [Image.new("P", (200, 200), number % 250) for number in range(frames)]
    file = io.BytesIO()
    pages[0].save(file, "GIF", save_all=True, append_images=pages[1:])
    return file.getvalue()


def mutated(seeds: list[bytes], number: int, seed: int) -> Iterator[bytes]:
    """Good files with bytes changed, cut out, doubled, or the end missing."""
    chance = random.Random(seed)
    for _ in range(number):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.choice([1, 3, 10, 60])):
            place = chance.randrange(min(len(content), chance.choice([64, 1024, len(content)])))
            match chance.randrange(4):
                case 0:
                    content[place] = chance.choice([0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)])
                case 1:
                    del content[place : place + chance.randrange(1, 40)]
                case 2:
                    content[place:place] = content[place : place + chance.randrange(1, 200)]
                case _:
                    content[place : place + 4] = struct.pack(">I", chance.getrandbits(32))
            if len(content) < 16:
                break
        if chance.random() < 0.1:
            del content[chance.randrange(len(content)) :]
        yield bytes(content)
