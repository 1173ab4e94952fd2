"""A Telegram on loopback: a Bot API server for bots and, for tests and the demo, people who talk to them.

`TelegramSandbox(clock, ledger, faults)` has `.app` (ASGI) for bots and async methods for what people do; the same acts
are served as `POST /_control/<act>`. Real limits and refusals hold (`platforms.md` part 2); nothing leaves this machine
except that media named by an address are fetched from it.
"""

from sandbox.telegram.acting import NotPossibleError
from sandbox.telegram.flood import FloodLimits
from sandbox.telegram.model import Chat, Message, Topic
from sandbox.telegram.sandbox import TelegramSandbox

__all__ = ["Chat", "FloodLimits", "Message", "NotPossibleError", "TelegramSandbox", "Topic"]
