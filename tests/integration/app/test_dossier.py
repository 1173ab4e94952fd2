"""The dossier of a real order over a real database and folder, for Cutr and for the customer."""

import asyncio
import io
import os
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pypdf
import pytest
from typer.testing import CliRunner

from bots.app.attempts import Attempts
from bots.app.cli import app
from bots.app.dossier import Dossiers
from bots.app.filer import Filer
from bots.app.worker import Worker
from core.chats import Audience, Platform
from core.commands import PlatformMessage, RelayMessage
from core.people import Actor, Role
from core.ports import Store
from core.refusals import UnknownOrder
from core.richtext import RichText
from storage.images import PictureRoom
from tests.integration.app.conftest import KEY, TOKEN, Web
from tests.support.drawings import drawing
from tests.support.pictures import photo

EVA = Actor(Role.STAFF, "slack:U1", "Eva")
SECRET, SHARED = "our margin is thin", "the oak looks great 👍"


@pytest.fixture
async def dossiers(web: Web) -> AsyncIterator[Dossiers]:
    """An order with a photo, a drawing and a sample on file, and words in both chats."""
    await web.running()
    room = PictureRoom(children=1)
    for kind, name, content in (
        ("finished_photo", "IMG_1.jpg", photo()),
        ("production_drawing", "plan.pdf", drawing()),
        ("sample_photo", "staal.png", photo("PNG")),
        ("other", "cad.dwg", b"AC1032 drawing"),
    ):
        form = aiohttp.FormData()
        form.add_field("f", io.BytesIO(content), filename=name, content_type="application/octet-stream")
        await web.raw("POST", f"/api/v1/orders/CU-1/files?kind={kind}", data=form, headers=web.headers)
    attempts = Attempts({Platform.FILES: Filer(web.parts.files, room, {})}, web.clock, lambda: 0.5)
    await Worker(web.parts.database, web.parts.dispatcher, attempts, web.clock, "w", rest_seconds=0).drain()
    await _words(web, Audience.CUTR_ONLY, SECRET)
    await _words(web, Audience.WITH_CUSTOMER, SHARED)
    for packages in (2, 3):
        await web.raw("GET", f"/api/v1/orders/CU-1/packing-slip.pdf?packages={packages}", headers=web.headers)
    yield Dossiers(web.parts.database, web.parts.files, room, web.clock)
    await room.close()


async def _words(web: Web, audience: Audience, text: str) -> None:
    chats = await web.parts.database.read(lambda store: store.chats.find(audience=audience))
    origin = PlatformMessage(Platform.SLACK, "C1", f"1.{audience}", None)
    words = RelayMessage(origin, RichText.of(text), web.clock(), chat_id=chats[0].id)
    await web.parts.dispatcher.dispatch(words, EVA)


def said(paper: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(paper).pages)


def unpacked(packed: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


async def test_cutrs_dossier_holds_everything(dossiers: Dossiers, tmp_path: Path) -> None:
    paper, packed = await dossiers.write("CU-1", tmp_path)
    text = said(paper)
    for words in (SECRET, "the oak looks great", "Cutr-only chat", "Audit trail", "ann@example.org", "Assigned"):
        assert words in text
    files = unpacked(packed)
    folders = {name.rpartition("/")[0] for name in files}
    kinds = ("Finished products", "Production drawings", "Samples", "Other")
    assert folders == {"", "Packing slips", "Packing slips/Outdated", *(f"Production Files/{name}" for name in kinds)}
    assert photo() in files.values()
    assert b"AC1032 drawing" in files.values()
    assert drawing() in files.values()
    slips = {name: pypdf.PdfReader(io.BytesIO(files[name])) for name in files if name.startswith("Packing slips")}
    assert {name: len(slip.pages) for name, slip in slips.items()} == {
        "Packing slips/CU-1-packing-slip-v2.pdf": 4, "Packing slips/Outdated/CU-1-packing-slip-v1.pdf": 3,
    }  # fmt: skip
    assert files[paper.name] == await asyncio.to_thread(paper.read_bytes)


async def test_the_customers_dossier_holds_only_what_is_theirs(dossiers: Dossiers, tmp_path: Path) -> None:
    paper, packed = await dossiers.write("CU-1", tmp_path, Audience.WITH_CUSTOMER)
    text = said(paper)
    assert "the oak looks great" in text
    for words in (SECRET, "Cutr-only", "Audit trail", "ann@example.org", "Assigned", "Samples", "Houtbouw"):
        assert words not in text
    files = unpacked(packed)
    names = sorted(name for name in files if name != paper.name)
    assert [name.rpartition("/")[0] for name in names] == [
        "Production Files/Finished products", "Production Files/Production drawings",
    ]  # fmt: skip
    everything = b"".join(files.values())
    assert b"SECRET" not in everything
    shown = pypdf.PdfReader(io.BytesIO(files[names[1]]))
    assert (shown.metadata, len(shown.pages), len(shown.pages[0].images)) == (None, 1, 1)
    assert b"Exif" not in files[names[0]]


async def test_a_drawing_that_could_not_be_cleaned_is_not_the_customers(
    dossiers: Dossiers, web: Web, tmp_path: Path
) -> None:
    def unclean(store: Store) -> None:
        (revision,) = store.revisions.find(mime="application/pdf")
        revision.copy = None
        store.revisions.save(revision)

    await web.parts.database.run(unclean)
    _, packed = await dossiers.write("CU-1", tmp_path, Audience.WITH_CUSTOMER)
    assert not [name for name in unpacked(packed) if "Production drawings" in name]


async def test_a_damaged_file_is_named_and_the_rest_is_there(dossiers: Dossiers, tmp_path: Path) -> None:
    (revision,) = await dossiers.database.read(lambda store: store.revisions.find(mime="application/pdf"))
    await dossiers.files.remove(revision.blob)
    _, packed = await dossiers.write("CU-1", tmp_path)
    files = unpacked(packed)
    assert b"Production drawings" in files["DAMAGED.txt"]
    assert photo() in files.values()


async def test_an_unknown_order_has_none(dossiers: Dossiers, tmp_path: Path) -> None:
    with pytest.raises(UnknownOrder):
        await dossiers.write("NONE", tmp_path)
    assert [name for name in await asyncio.to_thread(os.listdir, tmp_path) if name.startswith("NONE")] == []


async def test_the_command_writes_both(
    dossiers: Dossiers, web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = web.parts.settings
    for name, value in {
        "CUTR_DATABASE_URL": settings.cutr_database_url.get_secret_value(), "CUTR_FILES_URL": settings.cutr_files_url,
        "CUTR_SECRET_KEY": KEY, "CUTR_API_TOKEN": TOKEN,
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    asked = ["dossier", "CU-1", "--to", str(tmp_path), "--for", "customer"]
    done = await asyncio.to_thread(CliRunner().invoke, app, asked)
    assert done.exit_code == 0, done.output
    paper, packed = (Path(line) for line in done.output.split())
    assert (paper.suffix, zipfile.is_zipfile(io.BytesIO(await asyncio.to_thread(packed.read_bytes)))) == (".pdf", True)
    missing = await asyncio.to_thread(CliRunner().invoke, app, ["dossier", "NONE"])
    assert (missing.exit_code, "no order NONE" in missing.output) == (2, True)
