from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bots.slack import blocks, board, lists, manifest
from bots.slack.cards import card_blocks, card_text
from bots.slack.channels import is_shared_outside
from bots.slack.messages import is_note
from bots.slack.modals.frame import Values, confirming
from bots.slack.modals.life import ready
from bots.slack.staff import Standing, standing_of
from core.attention import Need, Reason
from core.chats import Audience
from core.commands import SetMilestone
from core.concerns import Why
from core.people import Partner
from core.views import OrderView, order_view
from tests.support.desk import Desk, day

EVIL = "<!channel> <@U1> & *x* \u202e\n\n> quote " * 20
TOKEN = re.compile(r"<[!@#]")
AT = datetime(2030, 1, 31, 13, 30, tzinfo=UTC)


def a_view(title: str = "Oak kitchen", milestones: int = 0) -> OrderView:
    desk = Desk()
    partner = desk.partner()
    desk.member(partner)
    order = desk.assigned(partner, needs_kick_off=True, notes=EVIL, delivery_address=EVIL[:150], price="1250.00")
    for number in range(milestones):
        desk.do(SetMilestone(order.id, f"m{number}", f"Milestone {number} {EVIL[:60]}", day("2030-05-01")))
    view = order_view(desk.store, order.id)
    assert view is not None
    view.order.title = title
    return view


def validate(shown: list[dict[str, Any]], limit: int) -> None:
    """Slack's limits by slack_sdk's own models, and unique action ids (platforms.md 1.6)."""
    assert len(shown) <= limit
    for made in shown:
        block = Block.parse(made)
        assert block is not None
        block.to_dict()
        for text in blocks.texts_in(made):
            assert 0 < len(text) <= 3000
    ids = [
        e["action_id"] for b in shown for e in [*b.get("elements", ()), b.get("accessory") or {}] if "action_id" in e
    ]
    assert len(ids) == len(set(ids))
    assert all(len(b["elements"]) <= 5 for b in shown if b["type"] == "actions")


@pytest.mark.parametrize("audience", [Audience.CUTR_ONLY, Audience.WITH_CUSTOMER, None])
def test_a_crowded_card_keeps_slacks_limits(audience: Audience | None) -> None:
    view = a_view(EVIL * 10, milestones=60)
    validate(card_blocks(view, audience, "Europe/Amsterdam"), 50)
    assert len(card_text(view, audience)) > 10


def test_no_price_stands_where_the_customer_belongs() -> None:
    view = a_view()
    assert "1,250" in str(card_blocks(view, Audience.CUTR_ONLY, "Europe/Amsterdam"))
    assert "1,250" not in str(card_blocks(view, Audience.WITH_CUSTOMER, "Europe/Amsterdam"))


@given(st.text(max_size=300))
def test_foreign_words_call_nobody(title: str) -> None:
    shown = [blocks.header(title), blocks.words(title), *blocks.facts([("Name", title or "x")]), blocks.context(title)]
    for block in shown:
        for field in block.get("fields", ()):
            assert not TOKEN.search(field["text"])
        assert (block.get("text") or {"type": "plain_text"})["type"] == "plain_text"
    assert not TOKEN.search(blocks.fallback(title))


def _full_board(views: list[OrderView]) -> board.Board:
    """Both halves full, with a page before and after, and every reason among the rows."""
    reasons = [list(Reason)[number * len(Reason) // board.NEEDS_ON_A_PAGE] for number in range(board.NEEDS_ON_A_PAGE)]
    needs = [Need("o1", reason, AT, Why.DATE if number % 2 else Why.TODOS) for number, reason in enumerate(reasons)]
    rows = [board.Row(need.reason, need, views[0]) for need in needs]
    rows[5] = board.Row(Reason.UNREACHABLE, needs[5], None, Partner("pa", EVIL), [EVIL] * 9)
    active = [views[1]] * board.ORDERS_ON_A_PAGE
    return board.Board(board.Turned(1, 1), rows, Counter(dict.fromkeys(Reason, 1000)), 9, active, 99)


def test_home_and_lists_keep_the_limits() -> None:
    views = [a_view(EVIL, milestones=1) for _ in range(3)]
    for number, view in enumerate(views):
        view.order.id = f"o{number}"
    shown = board.board_view(_full_board(views), "Europe/Amsterdam")
    validate(shown["blocks"], 100)
    View(**shown).to_dict()
    validate(lists.listing_blocks(lists.Listing("x", views, "cursor", 30), "Europe/Amsterdam"), 50)


def test_a_confirmation_counts_for_what_was_confirmed_only() -> None:
    made = ready(None, a_view(), {"order": "o1"})  # type: ignore[arg-type]
    state = {"reason": {"value": {"type": "plain_text_input", "value": "because"}}}
    view = confirming({**made, "state": {"values": state}}, {"order": "o1"}, "Odd.")
    View(**view).to_dict()
    assert Values(state).fingerprint in view["private_metadata"]
    assert Values({}).fingerprint not in view["private_metadata"]
    assert view["blocks"][-1]["element"]["initial_value"] == "because"


@pytest.mark.parametrize("text", ["note: x", "  NOTE:x", "\n\tNote: x", "*note:* x", "\u200bnote: x"])
def test_notes_are_notes(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["a note: x", "notes: x", "x\nnote: y", ""])
def test_other_words_are_no_notes(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, Standing.STAFF),
        ({"is_bot": True}, Standing.BOT),
        ({"is_workflow_bot": True}, Standing.BOT),
        ({"is_restricted": True}, Standing.GUEST),
        ({"is_ultra_restricted": True}, Standing.GUEST),
        ({"is_stranger": True}, Standing.STRANGER),
        ({"team_id": "T2"}, Standing.STRANGER),
        ({"deleted": True}, Standing.GONE),
        ({"id": "USLACKBOT"}, Standing.BOT),
    ],
)
def test_who_is_staff(facts: dict[str, Any], standing: Standing) -> None:
    assert standing_of({"id": "U1", "team_id": "T1"} | facts, "T1") is standing


def test_nobody_known_is_no_staff() -> None:
    assert standing_of({}, "T1") is Standing.STRANGER


@pytest.mark.parametrize("flag", ["is_ext_shared", "is_pending_ext_shared"])
def test_shared_channels_are_seen(flag: str) -> None:
    assert is_shared_outside({flag: True})
    assert not is_shared_outside({flag: False, "is_org_shared": True, "shared_team_ids": ["T1"]})
    assert is_shared_outside({"is_org_shared": True, "shared_team_ids": ["T1", "T2"], "context_team_id": "T1"})


@pytest.mark.parametrize("url", [None, "https://orders.example.com/"])
def test_the_manifest_fits_slacks_schema(url: str | None) -> None:
    made = manifest.manifest(url)
    features, settings = made["features"], made["settings"]
    assert 1 <= len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    assert {c["command"] for c in features["slash_commands"]} == {"/orders", "/order", "/partner", "/cutr"}
    for command in features["slash_commands"]:
        assert re.fullmatch(r"/\S{1,31}", command["command"])
        assert set(command) <= {"command", "description", "usage_hint", "should_escape", "url"}
    assert {s["callback_id"] for s in features["shortcuts"]} == {"move_to", "retry", "file_this"}
    assert all(len(s["name"]) <= 24 and len(s["description"]) <= 150 for s in features["shortcuts"])
    assert settings["socket_mode_enabled"] is (url is None)
    assert ("request_url" in settings["event_subscriptions"]) is (url is not None)
    assert settings["interactivity"]["is_enabled"]
