"""README's table of commands is the catalogue's: `python -m bots.catalogue README.md` writes it anew."""

from __future__ import annotations

from pathlib import Path

from bots.catalogue import CATALOGUE, in_document, main
from tests.house.tree import ROOT


def test_readme_shows_the_catalogue() -> None:
    shown = (ROOT / "README.md").read_text("utf-8")
    assert in_document(shown) == shown, "run: python -m bots.catalogue README.md"
    for row in CATALOGUE:
        assert not row.listed or f"`/{row.name}" in shown


def test_an_old_table_is_replaced_and_the_rest_kept(tmp_path: Path) -> None:
    document = tmp_path / "README.md"
    kept = "# Cutr\n\n<!-- commands: x -->\n| old |\n<!-- end of commands -->\n\nmore\n"
    document.write_text(kept, "utf-8")
    main([str(document)])
    written = document.read_text("utf-8")
    assert written.startswith("# Cutr\n\n<!-- commands: x -->\n")
    assert written.endswith("<!-- end of commands -->\n\nmore\n")
    assert "| old |" not in written
    assert "| `/order REF cancel` |" in written
