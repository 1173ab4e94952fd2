"""The Telegram pane: what one person sees, and what the person can do.

How it looks is in `static/telegram.js`; what bots are told is in `sandbox.telegram`.
"""

from __future__ import annotations

import itertools
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.telegram import Chat, Message, NotPossibleError, TelegramSandbox
from sandbox.telegram.methods.commands import scope_key
from sandbox.telegram.people import User
from sandbox.telegram.render import message_json
from sandbox.telegram.world import Bot
from sandbox.web import samples
from sandbox.web.acting import CantError, Json, act_route, content, filled, number, number_or_none, text

NEWEST = 250
PRESS_SECONDS = 8.0


class TelegramPane:
    """Routes under `/telegram`."""

    def __init__(self, telegram: TelegramSandbox) -> None:
        self._telegram = telegram
        self._pictures = itertools.count()

    def routes(self) -> list[Route]:
        """The pane's routes."""
        acts = {
            "say": self._say, "edit": self._edit, "delete": self._delete, "press": self._press, "react": self._react,
            "start": self._start, "block": self._block, "unblock": self._unblock, "send": self._send,
            "upload": self._upload, "topic": self._topic, "link": self._link,
        }  # fmt: skip
        return [
            Route("/telegram/state", self._state),
            Route("/telegram/act", act_route(acts), methods=["POST"]),
            Route("/telegram/file/{file}", self._file),
        ]

    # What is seen

    def people(self) -> list[Json]:
        """The people a visitor can be."""
        users = self._telegram.world.users.values()
        return [_face(user) for user in users if not user.is_bot and not user.is_deactivated]

    async def _state(self, request: Request) -> Response:
        raw = request.query_params.get("user", "")
        person = self._telegram.world.users.get(int(raw)) if raw.isdecimal() and len(raw) < 20 else None
        if person is None:
            return JSONResponse({"error": "Nobody of that number is on this Telegram."}, 404)
        return JSONResponse(self._seen(person))

    def _seen(self, person: User) -> Json:
        world = self._telegram.world
        mine = [chat for chat in world.chats.values() if _sees(person, chat)]
        return {
            "me": person.id,
            "people": self.people(),
            "bots": [_face(bot.user) | {"is_started": (bot.id, person.id) in world.chats} for bot in self._bots()],
            "chats": [self._chat(person, chat) for chat in mine],
        }

    def _bots(self) -> list[Bot]:
        return list(self._telegram.world.bots.values())

    def _chat(self, person: User, chat: Chat) -> Json:
        viewer = self._telegram.world.bot_by_id(chat.bot_id) or self._bots()[0]
        member = chat.member(person.id)
        title = viewer.user.first_name if chat.is_private else chat.title
        return {
            "id": chat.id,
            "bot": viewer.user.username,
            "kind": chat.type,
            "title": title,
            "is_forum": chat.is_forum,
            "is_blocked": chat.is_blocked,
            "is_admin": member is not None and member.is_admin,
            "members": sum(1 for one in chat.members.values() if one.is_present),
            "topics": [
                one.as_json() | {"is_closed": one.is_closed} for one in chat.topics.values() if not one.is_deleted
            ],
            "pinned": chat.pinned,
            "commands": self._commands(viewer, person, chat),
            "messages": [self._message(viewer, one) for one in list(chat.messages.values())[-NEWEST:]],
        }

    @staticmethod
    def _commands(bot: Bot, person: User, chat: Chat) -> list[Json]:
        """The narrowest list that fits the person there, as the app's menu shows it."""
        member = chat.member(person.id)
        scopes: list[Json | None] = [{"type": "chat", "chat_id": chat.id}]
        if chat.is_private:
            scopes += [{"type": "all_private_chats"}]
        else:
            scopes.insert(0, {"type": "chat_member", "chat_id": chat.id, "user_id": person.id})
            if member is not None and member.is_admin:
                scopes.insert(1, {"type": "chat_administrators", "chat_id": chat.id})
                scopes += [{"type": "all_chat_administrators"}]
            scopes += [{"type": "all_group_chats"}]
        for scope in [*scopes, None]:
            for language in (person.language_code, ""):
                if found := bot.commands.get((scope_key(scope), language)):
                    return found
        return []

    def _message(self, viewer: Bot, message: Message) -> Json:
        world = self._telegram.world
        names = {user: world.users[user].first_name for user in message.reactions if user in world.users}
        shown = [{"emoji": emoji, "by": names.get(user, "?"), "user": user}
                 for user, held in message.reactions.items() for emoji in held]  # fmt: skip
        return message_json(world, viewer, message) | {
            "reactions": shown, "topic": message.thread_id if message.is_topic else None, "service": message.is_service,
        }  # fmt: skip

    async def _file(self, request: Request) -> Response:
        try:
            stored = self._telegram.world.files.get(str(request.path_params["file"]))
        except LookupError:
            return PlainTextResponse("There is no such file.", 404)
        kind = "image/jpeg" if stored.folder == "photos" else "application/octet-stream"
        return Response(stored.data, media_type=kind, headers={"Content-Security-Policy": "sandbox"})

    # What is done

    async def _say(self, values: Json) -> Json:
        said = filled(values, "text")
        if len(said) > 4096:
            raise CantError(f"Telegram takes 4096 signs at once; this has {len(said)}.")
        user, chat = number(values, "user"), number(values, "chat")
        place = (number_or_none(values, "thread"), number_or_none(values, "reply_to"))
        return {"id": await self._telegram.say(user, chat, said, *place, bot=self._bot_of(chat, values))}

    def _bot_of(self, chat: int, values: Json) -> str:
        return text(values, "bot") if chat > 0 else ""

    async def _edit(self, values: Json) -> Json:
        chat = number(values, "chat")
        message, said = number(values, "message"), filled(values, "text")
        await self._telegram.edit(number(values, "user"), chat, message, said, bot=self._bot_of(chat, values))
        return {}

    async def _delete(self, values: Json) -> Json:
        chat = number(values, "chat")
        message = number(values, "message")
        await self._telegram.delete(number(values, "user"), chat, message, bot=self._bot_of(chat, values))
        return {}

    async def _press(self, values: Json) -> Json:
        """The bot's answer to a pressed button: words, and whether they must be closed (an alert)."""
        user, chat, message = number(values, "user"), number(values, "chat"), number(values, "message")
        known = set(self._telegram.world.queries)
        found = await self._telegram.press(
            user, chat, message, filled(values, "button"), bot=self._bot_of(chat, values), timeout=PRESS_SECONDS
        )
        if found is None:
            raise CantError("The bot did not answer this button in time.")
        new = [query.answer for key, query in self._telegram.world.queries.items() if key not in known]
        answers = [answer for answer in new if answer is not None]
        return {"text": found, "is_alert": bool(answers and answers[0]["show_alert"])}

    async def _react(self, values: Json) -> Json:
        chat = number(values, "chat")
        message, emoji = number(values, "message"), text(values, "emoji")
        await self._telegram.react(number(values, "user"), chat, message, emoji, bot=self._bot_of(chat, values))
        return {}

    async def _start(self, values: Json) -> Json:
        payload = _payload(text(values, "payload"))
        await self._telegram.start(number(values, "user"), payload, bot=text(values, "bot"))
        return {}

    async def _link(self, values: Json) -> Json:
        """Follow a t.me address as the app would. Raises `CantError` for one that leads elsewhere."""
        parts = urlsplit(filled(values, "url"))
        name = parts.path.strip("/")
        bot = next((bot for bot in self._bots() if bot.user.username.lower() == name.lower()), None)
        if parts.hostname not in ("t.me", "telegram.me") or bot is None:
            raise CantError("That address leads to no bot of this sandbox.")
        payload = parse_qs(parts.query).get("start", [""])[0]
        await self._telegram.start(number(values, "user"), payload or None, bot=bot.user.username)
        return {"bot": bot.user.username}

    async def _block(self, values: Json) -> Json:
        await self._telegram.block(number(values, "user"), bot=text(values, "bot"))
        return {}

    async def _unblock(self, values: Json) -> Json:
        await self._telegram.unblock(number(values, "user"), bot=text(values, "bot"))
        return {}

    async def _topic(self, values: Json) -> Json:
        user, chat = number(values, "user"), number(values, "chat")
        return {"id": await self._telegram.create_topic(user, chat, filled(values, "name")[:128])}

    async def _send(self, values: Json) -> Json:
        """Send a sample of the wanted kind."""
        user, chat, thread = number(values, "user"), number(values, "chat"), number_or_none(values, "thread")
        telegram, caption, bot = self._telegram, text(values, "text"), self._bot_of(chat, values)
        match text(values, "kind"):
            case "photo":
                await telegram.send_photo(
                    user, chat, thread, samples.photo(next(self._pictures)), caption=caption, bot=bot
                )
            case "album":
                shots = [samples.photo(next(self._pictures)) for _ in range(3)]
                items = [{"type": "photo", "data": data, "caption": "" if n else caption}
                         for n, data in enumerate(shots)]  # fmt: skip
                await telegram.send_album(user, chat, items, thread, bot=bot)
            case "document":
                drawn = samples.drawing()
                await telegram.send_document(
                    user, chat, thread, drawn, filename="drawing.pdf", caption=caption, bot=bot
                )
            case "voice" | "video" | "video_note" | "sticker" as kind:
                await telegram.send_media(kind, user, chat, thread, filename=f"{kind}.{_SUFFIX[kind]}", bot=bot)
            case "location":
                await telegram.send_location(user, chat, thread)
            case "contact":
                await telegram.send_contact(user, chat, thread, name="Karel Planer")
            case "poll":
                await telegram.send_poll(user, chat, "Which oil?", ["Matt", "Gloss"], thread)
            case _:
                raise CantError("Choose what to send.")
        return {}

    async def _upload(self, values: Json) -> Json:
        user, chat, thread = number(values, "user"), number(values, "chat"), number_or_none(values, "thread")
        name, data, caption = filled(values, "name"), content(values), text(values, "text")
        kind = "photo" if name.lower().endswith((".jpg", ".jpeg", ".png", ".webp")) else "document"
        sent = await self._telegram.send_media(
            kind, user, chat, thread, data, filename=name, caption=caption, bot=self._bot_of(chat, values)
        )
        return {"id": sent}


_SUFFIX = {"voice": "oga", "video": "mp4", "video_note": "mp4", "sticker": "webp"}


def _sees(person: User, chat: Chat) -> bool:
    if chat.is_deleted or chat.migrated_to is not None:
        return False
    if chat.is_private:
        return chat.id == person.id
    member = chat.member(person.id)
    return member is not None and member.is_present


def _face(user: User) -> Json:
    return {"id": user.id, "name": f"{user.first_name} {user.last_name}".strip(), "username": user.username}


def _payload(typed: str) -> str | None:
    """The start parameter, also out of a whole deep link."""
    typed = typed.strip()
    if "start=" in typed:
        typed = parse_qs(urlsplit(typed).query).get("start", [""])[0]
    if len(typed) > 64 or not all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in typed):
        raise NotPossibleError("a deep link's code has at most 64 letters, digits, _ and -")
    return typed or None
