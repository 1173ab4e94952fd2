"""One call of one bot: what every method is handed."""

from dataclasses import dataclass

from sandbox.telegram.args import Args
from sandbox.telegram.world import Bot, World


@dataclass(frozen=True)
class Call:
    """The server's state, the caller and the arguments."""

    world: World
    bot: Bot
    args: Args
