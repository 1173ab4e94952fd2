"""What the children tell of good photos, and what a customer's copy no longer holds."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from core.likeness import ALIKE, likeness
from storage.images import NoPreview, PictureRoom, checks
from tests.integration.images.conftest import File
from tests.support.pictures import blurred, dark, encoded, photo, scene

KINDS = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "HEIF": "heic"}


@pytest.mark.parametrize("kind", KINDS)
async def test_the_facts_of_a_photo(room: PictureRoom, file: File, kind: str) -> None:
    facts = await room.look(file(photo(kind)))
    assert (facts.kind, facts.width, facts.height, facts.has_gps) == (KINDS[kind], 1600, 1200, True)
    assert facts.taken_at == datetime(2026, 11, 20, 13, 30, tzinfo=UTC)
    assert checks(facts) == []


async def test_a_camera_without_an_offset_was_where_the_workshop_is(room: PictureRoom, file: File) -> None:
    told = Image.Exif()
    told.get_ifd(0x8769)[0x9003] = "2026:07:01 12:00:00"
    facts = await room.look(file(encoded(scene(), "JPEG", exif=told)), "Europe/Warsaw")
    assert facts.taken_at == datetime(2026, 7, 1, 10, 0, tzinfo=UTC)


async def test_a_gif_shows_its_first_frame(room: PictureRoom, file: File) -> None:
    facts = await room.look(file(photo("GIF")))
    assert (facts.kind, facts.taken_at, facts.has_gps) == ("gif", None, False)


@pytest.mark.parametrize(
    ("image", "warning"),
    [(dark(scene()), "too_dark"), (blurred(scene()), "blurred"), (scene().resize((400, 300)), "too_small")],
)
async def test_the_warnings(room: PictureRoom, file: File, image: Image.Image, warning: str) -> None:
    assert warning in checks(await room.look(file(encoded(image, "JPEG"))))


async def test_a_smooth_panel_before_a_sharp_edge_is_no_blur(room: PictureRoom, file: File) -> None:
    panel = Image.new("RGB", (1600, 1200), "#d8d0c0")
    panel.paste("#503c28", (700, 500, 800, 560))
    assert checks(await room.look(file(encoded(panel, "JPEG")))) == []


async def test_the_same_photo_is_known_again_and_another_is_not(room: PictureRoom, file: File) -> None:
    first = await room.look(file(photo()))
    again = await room.look(file(encoded(scene().resize((1280, 960)), "JPEG", quality=40)))
    other = await room.look(file(encoded(scene(seed=2), "JPEG")))
    assert likeness(first.fingerprint, again.fingerprint) <= ALIKE
    assert likeness(first.fingerprint, other.fingerprint) > 2 * ALIKE


@pytest.mark.parametrize("orientation", range(1, 9))
async def test_every_way_of_holding_the_phone_ends_upright(
    room: PictureRoom, file: File, tmp_path: Path, orientation: int
) -> None:
    stored = _as_stored(scene(), orientation)
    told = Image.Exif()
    told[0x0112] = orientation
    path = file(encoded(stored, "JPEG", exif=told))
    facts = await room.look(path)
    assert (facts.width, facts.height) == (1600, 1200)
    await room.customer_copy(path, tmp_path / "copy.jpg")
    await room.preview(path, tmp_path / "small.jpg", 400)
    for name, size in (("copy.jpg", (1600, 1200)), ("small.jpg", (400, 300))):
        with Image.open(tmp_path / name) as seen:
            assert seen.size == size
            assert _is_red(seen, size[0] // 10, size[1] // 10)


def _as_stored(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as a phone held that way would store it."""
    turn = Image.Transpose
    undo = {1: None, 2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE,
            6: turn.ROTATE_90, 7: turn.TRANSVERSE, 8: turn.ROTATE_270}[orientation]  # fmt: skip
    return image if undo is None else image.transpose(undo)


def _is_red(image: Image.Image, x: int, y: int) -> bool:
    seen = image.convert("RGB").getpixel((x, y))
    assert isinstance(seen, tuple)
    return seen[0] > 150 and seen[1] < 100


@pytest.mark.parametrize("kind", [*KINDS, "GIF"])
async def test_a_customers_copy_holds_pixels_only(room: PictureRoom, file: File, tmp_path: Path, kind: str) -> None:
    original = photo(kind)
    assert b"SECRET" in original
    copy, small = tmp_path / "copy.jpg", tmp_path / "small.jpg"
    path = file(original)
    await room.customer_copy(path, copy)
    await room.preview(path, small, 300)
    for made in (copy, small):
        content = made.read_bytes()
        assert [word for word in (b"SECRET", b"Exif", b"GPS", b"xmp", b"ICC_PROFILE") if word in content] == []
        with Image.open(made) as seen:
            assert (seen.format, dict(seen.getexif()), set(seen.info) & {"exif", "xmp", "comment"}) == (
                "JPEG",
                {},
                set(),
            )
    assert path.read_bytes() == original


async def test_a_wide_gamut_photo_keeps_its_look_without_its_profile(
    room: PictureRoom, file: File, tmp_path: Path
) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    await room.customer_copy(file(encoded(scene(), "JPEG", icc_profile=profile, quality=95)), tmp_path / "copy.jpg")
    with Image.open(tmp_path / "copy.jpg") as seen:
        assert "icc_profile" not in seen.info
        assert _is_red(seen, 100, 100)


async def test_a_profile_that_is_none_is_left_out(room: PictureRoom, file: File, tmp_path: Path) -> None:
    await room.customer_copy(file(encoded(scene(), "JPEG", icc_profile=b"SECRET" * 50)), tmp_path / "copy.jpg")
    assert b"SECRET" not in (tmp_path / "copy.jpg").read_bytes()


async def test_what_is_transparent_becomes_white(room: PictureRoom, file: File, tmp_path: Path) -> None:
    clear = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    await room.customer_copy(file(encoded(clear, "PNG")), tmp_path / "copy.jpg")
    with Image.open(io.BytesIO((tmp_path / "copy.jpg").read_bytes())) as seen:
        assert seen.getpixel((450, 450)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
async def test_every_mode_of_pixels_is_shown(room: PictureRoom, file: File, tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (800, 600), 1)
    path = file(encoded(image, "JPEG" if mode == "CMYK" else "PNG"))
    await room.customer_copy(path, tmp_path / "copy.jpg")
    assert (await room.look(path)).width == 800


async def test_a_contact_sheet_shows_what_can_be_shown(room: PictureRoom, file: File, tmp_path: Path) -> None:
    paths = [file(photo(kind, orientation=6)) for kind in KINDS] + [file(b"no picture"), file(photo())]
    titles = ["Żółw — front", "Çığ", "Κουζίνα", "Шафа " * 30, "<b>no markup</b>", "six"]
    assert await room.contact_sheet(paths, tmp_path / "sheet.jpg", titles) == 5
    with Image.open(tmp_path / "sheet.jpg") as seen:
        assert seen.width > 5 * 320
        assert 2 * 320 < seen.height < 3 * 320


@pytest.mark.parametrize("number", [0, 61])
async def test_a_sheet_has_its_bounds(room: PictureRoom, file: File, tmp_path: Path, number: int) -> None:
    with pytest.raises(ValueError, match="1 to 60"):
        await room.contact_sheet([file(b"x")] * number, tmp_path / "sheet.jpg", [""] * number)


async def test_a_failed_copy_leaves_no_file(room: PictureRoom, file: File, tmp_path: Path) -> None:
    with pytest.raises(NoPreview):
        await room.customer_copy(file(photo()[:20_000]), tmp_path / "copy.jpg")
    assert not (tmp_path / "copy.jpg").exists()
