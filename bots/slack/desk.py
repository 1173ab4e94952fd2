"""Answers about the whole house, for one of the staff: partners, the week in numbers, health."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from slack_sdk.errors import SlackApiError

from bots.buttons import Button
from bots.outgoing import SendTrouble
from bots.slack import blocks
from bots.slack.board import counts_words
from bots.slack.manifest import BOT_SCOPES
from bots.slack.telling import ephemeral, respond
from bots.slack.troubles import error_of
from bots.slack.updates import Asking, Examine
from bots.slack.when import moment_words
from bots.texts import say
from core.attention import attention
from core.orders import Status
from core.people import Member, Partner
from core.ports import OrderFilter, Store

Json = dict[str, Any]
PARTNERS_SHOWN = 40


async def partner_blocks(ask: Asking) -> list[Json]:
    """Every partner with people, how they are reached, and a button to invite."""
    found = await ask.room.database.read(_partners)
    shown = [blocks.header(say("slack-partners"))]
    for partner, members in found[:PARTNERS_SHOWN]:
        press = blocks.button(Button("invite", partner.id), say("slack-invite"))
        shown.append({**blocks.words(_partner_words(partner, members)), "accessory": press})
    if len(found) > PARTNERS_SHOWN:
        shown.append(blocks.context(say("slack-more")))
    return shown if found else [blocks.words(say("slack-no-partners"))]


def _partners(store: Store) -> list[tuple[Partner, list[Member]]]:
    found = sorted(store.partners.find(), key=lambda p: p.name.lower())
    return [(p, store.members.find(partner_id=p.id, removed_at=None)) for p in found]


def _partner_words(partner: Partner, members: list[Member]) -> str:
    lines = [blocks.one_line(partner.name)]
    lines.append(say("slack-partner-group" if partner.telegram_chat_id else "slack-partner-private"))
    for member in members:
        linked = say("slack-member-linked" if member.telegram_user_id else "slack-member-waiting")
        lines.append(f"• {blocks.one_line(member.name)} · {say(f'role-{member.role}')} · {linked}")
    return "\n".join(lines)[: blocks.TEXT_LIMIT]


async def report_blocks(ask: Asking) -> list[Json]:
    """Orders by status, what needs attention, and what is on its way out."""
    return await ask.room.database.read(lambda store: _report(store, ask.room.clock()))


def _report(store: Store, now: datetime) -> list[Json]:
    counts = Counter({s: store.search.orders(OrderFilter(status=s.value), None, 1).total for s in Status})
    found = attention(store, now)
    largest = max(counts.values(), default=0) or 1
    bars = [f"{'█' * round(12 * counts[s] / largest) or '▏'} {counts[s]} · {say(f'status-{s}')}" for s in Status]
    return [
        blocks.header(say("slack-report")),
        blocks.words("\n".join(bars)),
        blocks.words(say("slack-report-attention", count=len(found.orders()))),
        *([blocks.words(counts_words(found.counts))] if found.needs else []),
        blocks.context(say("slack-report-coming")),
    ]


async def doctor_blocks(ask: Asking) -> list[Json]:
    """What of Slack, the database and the queue is in order, and how to mend what is not."""
    findings = [*await _slack_findings(ask), *await ask.room.database.read(lambda s: _queue_findings(s, ask))]
    return [blocks.header(say("slack-doctor")), *(blocks.words(text) for text in findings)]


async def tell_findings(ask: Asking, examine: Examine) -> None:
    """Look at the whole house, which takes longer than Slack waits, and tell the asker when it is done."""
    lines = await examine()
    title = say("slack-doctor-house")
    shown = [blocks.header(title), *blocks.paragraphs("\n".join(lines))]
    await respond(ask.room, ask.update, ephemeral(title, shown) | {"replace_original": False})


async def _slack_findings(ask: Asking) -> list[str]:
    slack, channel = ask.room.slack, ask.room.dispatcher.house.orders_channel
    try:
        answer = await slack.client.auth_test()
        headers = {name.lower(): value for name, value in (answer.headers or {}).items()}
        given = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",") if scope.strip()}
        lacking = sorted(set(BOT_SCOPES) - given) if given else []
        found = [say("slack-doctor-token", workspace=str(answer.get("team") or answer.get("team_id") or ""))]
        found += [say("slack-doctor-scopes", scopes=", ".join(lacking))] if lacking else []
        info = (await slack.client.conversations_info(channel=channel)).get("channel") or {}
        member = info.get("is_member")
        found.append(say("slack-doctor-channel" if member else "slack-doctor-not-in-channel", channel=channel))
        slack.channels.forget(channel)
        await slack.channels.demand_inside(channel)
    except SlackApiError as error:
        return [say("slack-doctor-refused", error=error_of(error) or "?")]
    except SendTrouble as trouble:
        return [*found, say("slack-doctor-refused", error=str(getattr(trouble, "error", trouble)))]
    return found


def _queue_findings(store: Store, ask: Asking) -> list[str]:
    ages = store.search.ages(ask.room.clock())
    found = [
        say(
            "slack-doctor-queue",
            waiting=int(ages.get("outbox_waiting", 0)),
            seconds=int(ages.get("outbox_oldest", 0)),
        )
    ]
    aside = store.search.set_aside()
    return found + [
        say("slack-doctor-aside", reference=reference, moment=moment_words(at, ask.room.zone), platform=platform)
        for reference, at, platform, _error in aside[:10]
    ]
