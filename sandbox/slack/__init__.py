"""A Slack that lives on loopback: the Web API, signed events and interactions, Socket Mode, files and modals.

Good enough that slack_sdk and slack_bolt, and bots written by others, run on it unmodified. It knows one workspace and
one installed app; what Slack refuses is refused here (limits and error texts: platforms.md part 1).
"""

from sandbox.slack.delivery import Answer, Attempt
from sandbox.slack.errors import ApiError, Refused
from sandbox.slack.sandbox import SlackSandbox
from sandbox.slack.settings import AppSettings, Pace, Timing

__all__ = ["Answer", "ApiError", "AppSettings", "Attempt", "Pace", "Refused", "SlackSandbox", "Timing"]
