"""What a bot says of itself: getMe, logOut, close, commands, menu button, descriptions."""

import json
import re
from collections.abc import Awaitable, Callable

from sandbox.telegram.access import known_chat
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.people import Json

SCOPES = {
    "default": (), "all_private_chats": (), "all_group_chats": (), "all_chat_administrators": (),
    "chat": ("chat_id",), "chat_administrators": ("chat_id",), "chat_member": ("chat_id", "user_id"),
}  # fmt: skip
NAME = re.compile(r"[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_TEXTS = {"description": 512, "short_description": 120, "name": 64}


async def get_me(call: Call) -> Json:
    """Return the bot itself."""
    return call.bot.as_json()


async def log_out(_call: Call) -> bool:
    """Leave the cloud server; here there is nowhere else to go."""
    return True


async def close(_call: Call) -> bool:
    """Close the bot's instance."""
    return True


def scope_key(scope: object) -> str:
    """Return a scope as a comparable text; raises ApiError 400 for an unknown one."""
    scope = scope or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    needed = SCOPES[scope["type"]]
    if any(name not in scope for name in needed):
        raise bad_request("can't parse BotCommandScope: chat_id is empty")
    return json.dumps({"type": scope["type"]} | {name: int(scope[name]) for name in needed})


def _place(call: Call) -> tuple[str, str]:
    return scope_key(call.args.parsed("scope")), call.args.text("language_code")


async def set_my_commands(call: Call) -> bool:
    """Keep the commands of one scope and language."""
    commands = call.args.parsed("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands list: expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("too many commands specified")
    call.bot.commands[_place(call)] = [_command(one) for one in commands]
    call.world.changed()
    return True


def _command(raw: object) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(raw.get("command", "")).removeprefix("/").lower(), str(raw.get("description", ""))
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


async def get_my_commands(call: Call) -> list[Json]:
    """Return the commands of exactly this scope and language."""
    return call.bot.commands.get(_place(call), [])


async def delete_my_commands(call: Call) -> bool:
    """Forget the commands of this scope and language."""
    call.bot.commands.pop(_place(call), None)
    call.world.changed()
    return True


async def set_chat_menu_button(call: Call) -> bool:
    """Keep the menu button of one private chat, or the default."""
    chat_id = known_chat(call).id if call.args.text("chat_id") else 0
    button = call.args.parsed("menu_button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: unsupported type specified")
    call.bot.menu_buttons[chat_id] = button
    return True


async def get_chat_menu_button(call: Call) -> Json:
    """Return the menu button of a chat or the default one."""
    buttons = call.bot.menu_buttons
    return buttons.get(call.args.number("chat_id")) or buttons.get(0) or {"type": "commands"}


def set_text(name: str) -> Callable[[Call], Awaitable[bool]]:
    """Return the method that keeps one of the bot's own texts."""

    async def method(call: Call) -> bool:
        if len(call.args.text(name)) > MAX_TEXTS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        call.bot.texts[name, call.args.text("language_code")] = call.args.text(name)
        return True

    return method


def get_text(name: str) -> Callable[[Call], Awaitable[Json]]:
    """Return the method that reads one of the bot's own texts."""

    async def method(call: Call) -> Json:
        texts = call.bot.texts
        found = texts.get((name, call.args.text("language_code"))) or texts.get((name, ""))
        return {name: found or (call.bot.user.first_name if name == "name" else "")}

    return method
