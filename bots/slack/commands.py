"""Slash commands: what was typed becomes a list, a card, a modal or an answer, in the HTTP answer itself if possible.

Verbs are the buttons' own (bots/slack/actions.py); an unknown word or reference is answered with what to do next.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from bots.buttons import Button
from bots.catalogue import commands_for, row_of
from bots.slack import actions, blocks, desk, exports, modals
from bots.slack.cards import card_blocks, card_text
from bots.slack.lists import NAMELESS, close_partners, close_references, listing_blocks, partner_named, read_listing
from bots.slack.modals import orders, partners
from bots.slack.telling import ephemeral, open_view
from bots.slack.updates import Asking
from bots.texts import say
from core.chats import Platform
from core.commands import SendReport
from core.views import view_by_reference

Json = dict[str, Any]


async def handle(ask: Asking) -> Json | None:
    """Answer one slash command. Raises `Refusal`."""
    name = str(ask.update.body.get("command") or "").lstrip("/").lower()
    words = " ".join(str(ask.update.body.get("text") or "").split())
    match name:
        case "orders":
            return await _orders(ask, words)
        case "order":
            return await _order(ask, words)
        case "partner":
            return await _partner(ask, words)
        case "cutr":
            return await _cutr(ask, words)
        case _:
            return ephemeral(say("slack-unknown-command", command=f"/{name}"))


async def _orders(ask: Asking, words: str) -> Json:
    head, _, rest = words.partition(" ")
    if head.lower() == "export":
        ask.room.slack.later(exports.send(ask, rest))
        return ephemeral(say("slack-export-coming"))
    listing = await ask.room.database.read(lambda store: read_listing(store, words, None, ask.room.clock()))
    if listing.unknown_partner == NAMELESS:
        return ephemeral(say("slack-orders-partner-usage"))
    if listing.unknown_partner:
        return await _no_partner(ask, listing.unknown_partner)
    text = say("slack-orders-count", shown=len(listing.views), total=listing.total)
    return ephemeral(text, listing_blocks(listing, ask.room.zone))


async def _order(ask: Asking, words: str) -> Json | None:
    reference, _, verb = words.partition(" ")
    verb = verb.strip().lower()
    if not reference:
        return ephemeral(say("slack-order-usage"))
    if reference.lower() == "new":
        await open_view(ask.room, ask.update, await orders.new_order(ask, modals.where(ask)))
        return None
    view = await ask.room.database.read(lambda store: view_by_reference(store, reference))
    if view is None:
        close = await ask.room.database.read(lambda store: close_references(store, reference))
        return ephemeral(_with_matches(say("slack-no-order", reference=reference), close))
    known = _verbs(ask)
    if verb and verb not in known:
        close = get_close_matches(verb, known, 3, 0.5) or known
        return ephemeral(_with_matches(say("slack-no-verb", verb=verb, reference=view.order.reference), close))
    if verb in known:
        return await actions.perform(ask, Button(verb, view.order.id))
    return ephemeral(card_text(view, None), card_blocks(view, None, ask.room.zone))


def _verbs(ask: Asking) -> list[str]:
    row = row_of(Platform.SLACK, "order")
    return [sub.verb for sub in row.subcommands if sub.verb != "new" and ask.actor.role in sub.roles] if row else []


def _with_matches(text: str, close: list[str]) -> str:
    return f"{text} {say('slack-did-you-mean', words=', '.join(close))}" if close else text


async def _partner(ask: Asking, words: str) -> Json | None:
    verb, _, name = words.partition(" ")
    match verb.lower():
        case "" | "list":
            return ephemeral(say("slack-partners"), await desk.partner_blocks(ask))
        case "add":
            await open_view(ask.room, ask.update, partners.partner_add(name.strip(), modals.where(ask)))
            return None
        case "invite" if name.strip():
            found = await ask.room.database.read(lambda store: partner_named(store, name))
            if found is None:
                return await _no_partner(ask, name.strip())
            await open_view(ask.room, ask.update, await partners.invite(ask, {"partner": found}))
            return None
        case _:
            return ephemeral(say("slack-partner-usage"))


async def _no_partner(ask: Asking, name: str) -> Json:
    close = await ask.room.database.read(lambda store: close_partners(store, name))
    return ephemeral(_with_matches(say("slack-no-partner", partner=name), close))


async def _cutr(ask: Asking, words: str) -> Json:
    match words.lower():
        case "report":
            await ask.do(SendReport())
            return ephemeral(say("slack-report-coming"), await desk.report_blocks(ask))
        case "doctor":
            if ask.room.examine is not None:
                ask.room.slack.later(desk.tell_findings(ask, ask.room.examine))
            return ephemeral(say("slack-doctor"), await desk.doctor_blocks(ask))
        case _:
            return ephemeral(say("slack-help"), help_blocks(ask))


def help_blocks(ask: Asking) -> list[Json]:
    """What this person can type, from the catalogue, and how the threads work."""
    lines: list[str] = []
    for row in commands_for(Platform.SLACK, ask.actor):
        lines.append(f"{row.typed} · {row.says()}")
        lines += [f"    {sub.typed} · {sub.says()}" for sub in row.subcommands if ask.actor.role in sub.roles]
    return [
        blocks.header(say("slack-help")),
        *blocks.paragraphs("\n".join(lines)),
        blocks.words(say("slack-help-threads")),
    ]
