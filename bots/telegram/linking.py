"""Binding people and groups: the one-time deep link, and `/link CODE` in a group that is ready for topics.

A code is only used up once everything it needs is there; a stranger's wrong code leaves no trace.
"""

from __future__ import annotations

from functools import partial

import structlog
from telegram import Chat, ChatMember
from telegram.error import TelegramError

from bots.telegram.identity import Standing
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.commands import LinkGroup, LinkMember
from core.people import Actor, Invite, InviteKind, Partner, Role
from core.ports import Store

log = structlog.get_logger("cutr.telegram")

_RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")


async def _invite(turn: Turn, code: str, kind: InviteKind) -> Invite | None:
    hashed = turn.room.dispatcher.house.hash_code(code.strip())

    def job(store: Store) -> Invite | None:
        return next((i for i in store.invites.find(code_hash=hashed) if i.kind is kind), None)

    return await turn.room.database.read(job)


async def link_member(turn: Turn, code: str) -> Outcome | None:
    """Bind this account to the member who was invited; the welcome comes as a notice. Raises `Refusal`."""
    scene = turn.scene
    if await _invite(turn, code, InviteKind.MEMBER) is None:
        return Outcome(toast=say("telegram-bad-link" if scene.members else "telegram-stranger", turn.language))
    actor = Actor(Role.GUEST, scene.actor_id, scene.name)
    await turn.do(LinkMember(code, scene.user_id, scene.name, scene.speaks), actor)
    turn.then(partial(_offer_menu, turn))
    return None


async def _offer_menu(turn: Turn) -> None:
    """The menu of the new member's private chat, in the language that the bot speaks with them."""
    user_id = turn.scene.user_id

    def job(store: Store) -> str | None:
        member = next(iter(store.members.find(telegram_user_id=user_id, removed_at=None)), None)
        partner = store.partners.get(member.partner_id) if member is not None else None
        return (member and member.language) or (partner.language if partner else None)

    language = await turn.room.database.read(job)
    if language:
        await turn.room.replies.menu(user_id, "private", language)


async def link_group(turn: Turn, code: str) -> Outcome | None:
    """Bind this group, once it has topics and the bot its rights. Raises `Refusal`."""
    scene, language = turn.scene, turn.language
    if scene.is_private:
        return Outcome(toast=say("telegram-link-in-group" if scene.members else "telegram-stranger", language))
    invite = await _invite(turn, code, InviteKind.GROUP) if code else None
    if invite is None:
        # Somebody unknown in a group that is nobody's learns nothing from us.
        knows_us = scene.standing is not Standing.STRANGER or await _is_a_member(turn)
        return Outcome(toast=say("telegram-bad-code", language)) if knows_us else None
    missing = await what_is_missing(turn)
    if missing:
        return Outcome(toast="\n".join(missing))
    partner = await turn.do(LinkGroup(code, scene.chat_id), await _actor_for(turn, invite))
    if isinstance(partner, Partner):
        language = partner.language
        turn.then(partial(turn.room.replies.menu, scene.chat_id, "group", language))
    return Outcome(toast=say("telegram-linked", language))


async def _is_a_member(turn: Turn) -> bool:
    user_id = turn.scene.user_id
    return await turn.room.database.read(
        lambda store: bool(store.members.find(telegram_user_id=user_id, removed_at=None))
    )


async def _actor_for(turn: Turn, invite: Invite) -> Actor:
    """The writer as member of the partner that the code is for; whether that is enough is the core's business."""
    user_id = turn.scene.user_id

    def job(store: Store) -> Actor | None:
        members = store.members.find(telegram_user_id=user_id, partner_id=invite.partner_id, removed_at=None)
        return members[0].as_actor() if members else None

    found = await turn.room.database.read(job)
    return found or Actor(Role.GUEST, turn.scene.actor_id, turn.scene.name)


async def what_is_missing(turn: Turn) -> list[str]:
    """What the group lacks for topics, each with the way to mend it (platforms.md 2.5); empty when ready."""
    telegram, language, chat_id = turn.room.telegram, turn.language, turn.scene.chat_id
    try:
        chat = await telegram.bot.get_chat(chat_id)
        member = await telegram.bot.get_chat_member(chat_id, telegram.bot_id)
    except TelegramError as error:
        log.warning("telegram.link_check_failed", error=error.message[:200])
        return [say("telegram-link-unchecked", language)]
    found = []
    if chat.type != Chat.SUPERGROUP or not chat.is_forum:
        found.append(say("telegram-needs-topics", language))
    if member.status not in (ChatMember.ADMINISTRATOR, ChatMember.OWNER):
        return [*found, say("telegram-needs-admin", language)]
    found += [say(f"telegram-needs-{right.replace('_', '-')}", language) for right in _RIGHTS
              if member.status == ChatMember.ADMINISTRATOR and not getattr(member, right, False)]  # fmt: skip
    return found
