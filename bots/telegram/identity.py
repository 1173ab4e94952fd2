"""Who is this, and where are we: read from the signed update's numeric ids only (reliability.md T11).

Names are shown, never trusted. What somebody may do is not decided here but in `core.permissions`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from telegram import Chat as TelegramChat
from telegram import Message as TelegramMessage
from telegram import User

from bots.texts import DEFAULT, LANGUAGES
from core.chats import Ask, Place, PlaceState, Platform
from core.people import Actor, Member, Partner, Role
from core.ports import Store

ANONYMOUS_ADMIN = 1087968824
CHANNEL_BOT = 136817688
SERVICE = 777000


class Standing(Enum):
    """What we know of the writer: only `MEMBER` and `GUEST` are attributable to somebody."""

    MEMBER = "member"
    GUEST = "guest"
    ANONYMOUS = "anonymous"
    STRANGER = "stranger"
    IGNORED = "ignored"


@dataclass(slots=True)
class Scene:
    """Who wrote, and what is known of the spot. `group_partner` is whose group it is; `ask` the question answered.

    `partners` holds the partners of `members` by id: a person may belong to several (domain.md 17, case 22).
    `speaks` is the language of the person's Telegram, where it is one of ours.
    """

    standing: Standing
    chat_id: int
    thread: int | None
    user_id: int
    name: str
    is_private: bool
    members: list[Member] = field(default_factory=list)
    partners: dict[str, Partner] = field(default_factory=dict)
    group_partner: Partner | None = None
    place: Place | None = None
    ask: Ask | None = None
    answered_order_id: str | None = None
    speaks: str | None = None

    @property
    def language(self) -> str:
        """The readers' language: in a group the workshop's; in private the member's own, else the workshop's.

        Somebody unknown is answered in their Telegram's language, else in English.
        """
        if self.group_partner is not None:
            return self.group_partner.language
        member = self.members[0] if self.members else None
        partner = self.partners.get(member.partner_id) if member else None
        return (member and member.language) or (partner.language if partner else self.speaks or DEFAULT)

    @property
    def zone(self) -> str:
        """The reader's time zone."""
        partner = self.group_partner or next(iter(self.partners.values()), None)
        return partner.time_zone if partner else "Europe/Amsterdam"

    @property
    def order_id(self) -> str | None:
        """The order this spot or the answered message is about; None when it is about none or many."""
        if self.place is not None and self.place.order_id:
            return self.place.order_id
        return self.answered_order_id

    @property
    def actor_id(self) -> str:
        """The stable id of the writer."""
        return f"telegram:{self.user_id}"

    def actor(self, partner_id: str | None = None) -> Actor:
        """The writer as actor for this partner's matters; a guest of the group, or a stranger with no rights."""
        for member in self.members:
            if partner_id in (None, member.partner_id):
                return member.as_actor()
        group = self.group_partner
        return Actor(Role.GUEST, self.actor_id, self.name, group.id if group else None)


def name_of(user: User | None) -> str:
    """The name to show: never used to find anybody."""
    return (user.full_name if user else "").strip()[:80] or "?"


def spoken_by(user: User) -> str | None:
    """The language of somebody's Telegram (an IETF tag, platforms.md 2), where it is one of ours."""
    code = (user.language_code or "").partition("-")[0].lower()
    return code if code in LANGUAGES else None


def standing_of(chat: TelegramChat, user: User | None, message: TelegramMessage | None) -> Standing | None:
    """What the envelope alone says; None when the store must be asked."""
    if chat.type == TelegramChat.CHANNEL or user is None:
        return Standing.IGNORED
    if message is not None and message.is_automatic_forward:
        return Standing.IGNORED
    if user.id in (ANONYMOUS_ADMIN, CHANNEL_BOT) or (message is not None and message.sender_chat is not None):
        return Standing.ANONYMOUS
    if user.is_bot or user.id == SERVICE:
        return Standing.IGNORED
    return None


def scene_of(
    store: Store, chat: TelegramChat, user: User, thread: int | None, replied: int | None, standing: Standing | None
) -> Scene:
    """Everything the store knows of this spot and person, in one read."""
    is_private = chat.type == TelegramChat.PRIVATE
    scene = Scene(Standing.STRANGER, chat.id, thread, user.id, name_of(user), is_private, speaks=spoken_by(user))
    if standing is not Standing.ANONYMOUS:
        scene.members = store.members.find(telegram_user_id=user.id, removed_at=None)
    if not is_private:
        found = store.partners.find(telegram_chat_id=chat.id)
        scene.group_partner = found[0] if found else None
        if scene.group_partner is not None:
            scene.members = [m for m in scene.members if m.partner_id == found[0].id]
    for member in scene.members:
        partner = store.partners.get(member.partner_id)
        if partner is not None:
            scene.partners[partner.id] = partner
    scene.standing = standing or _standing(scene)
    _add_spot(store, scene, replied)
    return scene


def _standing(scene: Scene) -> Standing:
    if scene.members:
        return Standing.MEMBER
    return Standing.GUEST if scene.group_partner is not None else Standing.STRANGER


def _add_spot(store: Store, scene: Scene, replied: int | None) -> None:
    if scene.standing is Standing.STRANGER:
        return
    channel = str(scene.chat_id)
    if scene.thread is not None:
        places = store.places.find(platform=Platform.TELEGRAM, channel=channel, thread=str(scene.thread))
        scene.place = next((p for p in places if p.state is not PlaceState.CLOSED), places[0] if places else None)
    if replied is None:
        return
    asks = store.asks.find(platform=Platform.TELEGRAM, channel=channel, external_id=str(replied))
    scene.ask = next((ask for ask in reversed(asks) if ask.kind != "route"), None)
    if scene.order_id is None:
        copies = store.copies.find(platform=Platform.TELEGRAM, channel=channel, external_id=str(replied))
        spot = store.places.get(copies[0].place_id) if copies else None
        cards = store.places.find(platform=Platform.TELEGRAM, channel=channel, card=str(replied))
        scene.answered_order_id = spot.order_id if spot else cards[0].order_id if cards else None
