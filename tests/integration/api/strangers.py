"""schemathesis as a program of its own, let loose on a running API.

It runs beside the tests, not in them: its pytest plugin would make every start slower.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.integration.app.conftest import TOKEN

CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "missing_required_header", "unsupported_method",
    "allow_header_conformance", "ignored_auth",
)  # fmt: skip
"""Not `positive_data_acceptance`: what fits the document may still be refused by the rules."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it ended (0: nothing found), and what was printed."""

    code: int
    told: str


async def let_loose(address: str, folder: Path, known: dict[str, str], examples: int, phases: str) -> Verdict:
    """Try every operation with what fits and what does not; `known` fixes path parameters so that things are found."""
    config = folder / "strangers.toml"
    # Written next to nobody's own configuration: each run has just this one.
    lines = ["[parameters]", *(f'"path.{name}" = "{value}"' for name, value in known.items())]
    await asyncio.to_thread(config.write_text, "\n".join(lines) + "\n", "utf-8")
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run", f"{address}/api/openapi.json",
        "--url", f"{address}/api", "--header", f"Authorization: Bearer {TOKEN}", "--phases", phases,
        "--checks", ",".join(CHECKS), "--max-examples", str(examples), "--seed", "20300107", "--workers", "2",
        "--request-timeout", "20", "--suppress-health-check", "all", "--continue-on-failure", "--no-shrink",
        "--generation-database", "none",
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"},
    )  # fmt: skip
    told, _ = await running.communicate()
    return Verdict(running.returncode or 0, told.decode("utf-8", "replace"))
