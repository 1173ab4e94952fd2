"""What a test or the demo may set: the app that is installed, and how patient the sandbox Slack is.

Numbers carry Slack's own values by default; nothing in here acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DEFAULT_SCOPES = frozenset(
    {
        "app_mentions:read",
        "bookmarks:write",
        "channels:history",
        "channels:join",
        "channels:manage",
        "channels:read",
        "chat:write",
        "chat:write.customize",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "pins:write",
        "reactions:read",
        "reactions:write",
        "team:read",
        "usergroups:read",
        "users:read",
        "users:read.email",
    }
)


@dataclass
class AppSettings:
    """The one app installed in the sandbox workspace.

    events: subscribed event names (``message.channels``, ``app_home_opened`` ...); None means all of them.
    commands: registered slash commands; None means any.
    should_escape: the manifest's ``should_escape`` of the commands (platforms.md 1.3).
    signature_clock: whose time the signatures carry; ``machine`` suits an app that checks them by its own clock after
        the sandbox clock was moved on.
    options_url: where ``block_suggestion`` goes; empty means request_url.
    """

    app_id: str = "A0SANDBOX01"
    bot_id: str = "B0SANDBOX01"
    bot_user_id: str = "U0SANDBOT01"
    name: str = "sandboxbot"
    signing_secret: str = "sandbox-signing-secret"  # noqa: S105 - a loopback stand-in, not a credential
    bot_token: str = "xoxb-sandbox-bot-token"  # noqa: S105
    app_token: str = "xapp-1-sandbox-app-token"  # noqa: S105
    request_url: str = ""
    options_url: str = ""
    scopes: frozenset[str] = DEFAULT_SCOPES
    events: frozenset[str] | None = None
    commands: frozenset[str] | None = None
    should_escape: bool = False
    home_tab_enabled: bool = True
    signature_clock: Literal["sandbox", "machine"] = "sandbox"


@dataclass
class Timing:
    """Slack's patience, in seconds (platforms.md 1.2, 1.4). Shrink the retry delays to test quickly."""

    answer_seconds: float = 3.0
    retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0)
    trigger_seconds: float = 3.0
    response_url_seconds: float = 1800.0
    response_url_uses: int = 5
    share_seconds: float = 0.05


@dataclass
class Pace:
    """Rate limits, all off by default: posts per second and channel, and the per-minute tiers of platforms.md 1.8."""

    posts_per_second: float | None = None
    post_burst: int = 3
    tiers_enforced: bool = False
