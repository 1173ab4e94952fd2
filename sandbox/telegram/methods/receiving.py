"""getUpdates, the webhook settings, answerCallbackQuery and getFile."""

import re
from urllib.parse import urlsplit

from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.inbox import CALLBACK_SECONDS
from sandbox.telegram.people import Json
from sandbox.telegram.polling import end_polls, poll
from sandbox.telegram.world import Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
PORTS = (443, 80, 88, 8443)
MAX_ANSWER = 200


def _take_allowed(call: Call) -> None:
    raw = call.args.parsed("allowed_updates")
    if isinstance(raw, list):
        call.bot.inbox.allowed = [str(kind) for kind in raw] or None


async def get_updates(call: Call) -> list[Json]:
    """Return waiting updates, waiting up to 50 seconds for the first; raises ApiError 409 on conflicts."""
    _take_allowed(call)
    limit = call.args.number("limit", 100)
    return await poll(
        call.world,
        call.bot,
        offset=call.args.number("offset"),
        limit=limit if 1 <= limit <= 100 else 100,
        timeout=call.args.number("timeout"),
    )


def _refused_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.hostname in ("127.0.0.1", "localhost", "::1"):
        return ""  # a loopback receiver is the point of this server; anything else obeys the real rules
    if parts.scheme != "https":
        return "bad webhook: An HTTPS URL must be provided for webhook"
    if (parts.port or 443) not in PORTS:
        return "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
    return "bad webhook: Failed to resolve host: this server reaches loopback only"


async def set_webhook(call: Call) -> bool:
    """Start delivering to an address; an empty one removes the webhook."""
    url = call.args.text("url")
    secret = call.args.text("secret_token")
    if not url:
        return await delete_webhook(call)
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    refused = _refused_address(url)
    if refused:
        raise bad_request(refused)
    _take_allowed(call)
    connections = min(max(call.args.number("max_connections", 40), 1), 100)
    call.bot.webhook = Webhook(url, secret, connections)
    _drop_pending(call)
    end_polls(call.bot)
    return True


async def delete_webhook(call: Call) -> bool:
    """Stop delivering; updates wait for getUpdates."""
    call.bot.webhook = None
    _drop_pending(call)
    call.bot.inbox.wake()
    return True


def _drop_pending(call: Call) -> None:
    if call.args.flag("drop_pending_updates"):
        call.bot.inbox.pending.clear()


async def get_webhook_info(call: Call) -> Json:
    """Return where updates go, how many wait and what failed last."""
    hook, inbox = call.bot.webhook, call.bot.inbox
    shown: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
    shown["pending_update_count"] = len(inbox.live())
    if inbox.allowed:
        shown["allowed_updates"] = inbox.allowed
    if hook is not None:
        shown |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error:
            shown |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    return shown


async def answer_callback_query(call: Call) -> bool:
    """Answer a pressed button within its life of 150 seconds."""
    query = call.world.queries.get(call.args.text("callback_query_id"))
    too_old = query is None or call.world.clock.time() - query.pressed_at > CALLBACK_SECONDS
    if query is None or too_old or query.bot_id != call.bot.id:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(call.args.text("text")) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = {
        "text": call.args.text("text"),
        "show_alert": call.args.flag("show_alert"),
        "url": call.args.text("url"),
    }
    call.world.changed()
    return True


async def get_file(call: Call) -> Json:
    """Return a download path valid for an hour; 20 MB at most."""
    return call.world.files.new_link(call.bot.id, call.args.text("file_id"))
