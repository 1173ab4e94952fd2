"""What every described answer has in common. The answers are in `bots.api.shapes` and `bots.api.records`."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """An answer with exactly these names."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


def told(shape: Any, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route says about its answer in the document; the answer itself is not pressed through it."""
    return {status: {"model": shape, "description": "Done." if status < 300 else "Problem"}}
