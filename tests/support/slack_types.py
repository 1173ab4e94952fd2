"""Slack JSON judged by a second reader: slack_sdk's own models of blocks and views.

Apply `check_slack_ledger` to a whole sandbox ledger: everything we posted must be known to the models and within
their limits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.metadata import Metadata
from slack_sdk.models.views import View

from sandbox.ledger import Entry

BLOCKS_AT_MOST = 50
BLOCKS_IN_A_VIEW = 100
TEXT_AT_MOST = 40_000
NAME_AT_MOST = 80


def parsed(value: Any) -> Any:
    """What a form field or JSON body holds."""
    return json.loads(value) if isinstance(value, str) else value


def check_blocks(blocks: list[Mapping[str, Any]], most: int = BLOCKS_AT_MOST) -> None:
    """Fail on a block that the models do not know, and on one that breaks their limits."""
    assert len(blocks) <= most, f"{len(blocks)} blocks"
    for block in blocks:
        read = Block.parse(dict(block))
        assert read is not None, f"no model for {block}"
        read.validate_json()
        lost = {name for name in block if name not in read.to_dict() and block[name] not in (None, "", [], {})}
        assert not lost, f"{block['type']} has unknown fields {lost}"


def check_view(view: Mapping[str, Any]) -> None:
    """Fail on a modal or Home tab outside the models' limits."""
    View(**view).validate_json()
    check_blocks(list(view.get("blocks") or ()), BLOCKS_IN_A_VIEW)


def check_slack_ledger(entries: Iterable[Entry]) -> None:
    """Apply the checks to every Slack entry that shows something to people."""
    for entry in entries:
        if entry.platform != "slack":
            continue
        args = entry.args
        if args.get("blocks"):
            check_blocks(parsed(args["blocks"]))
        if args.get("view"):
            check_view(parsed(args["view"]))
        if args.get("metadata"):
            told = parsed(args["metadata"])
            Metadata(**told).validate_json()
        assert len(str(args.get("text") or "")) <= TEXT_AT_MOST, entry.method
        assert len(str(args.get("username") or "")) <= NAME_AT_MOST, entry.method
        if entry.method in {"chat.postMessage", "chat.update", "chat.postEphemeral"}:
            assert args.get("text"), f"{entry.method} without the words for notifications"
