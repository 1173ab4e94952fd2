"""The visitor's page over the sandbox platforms: Slack, Telegram, the mail box and the clock side by side.

It acts only through what people can do on the platforms; it knows no bot and no product.
"""

from sandbox.web.desk import Hands
from sandbox.web.page import playground
from sandbox.web.slack_pane import Command, Menu, Shortcut

__all__ = ["Command", "Hands", "Menu", "Shortcut", "playground"]
