"""The emoji a bot may react with (`ReactionTypeEmoji` of the Bot API). Nothing else."""

VARIATION_SELECTOR = "\ufe0f"

_LISTED = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 "
    "👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
ALLOWED_REACTIONS = frozenset(_LISTED.replace(VARIATION_SELECTOR, "").split())


def is_allowed_reaction(emoji: str) -> bool:
    """Return whether the emoji is on the list, with or without variation selectors."""
    return without_selectors(emoji) in ALLOWED_REACTIONS


def without_selectors(emoji: str) -> str:
    """Return the emoji as the server keeps it."""
    return emoji.replace(VARIATION_SELECTOR, "")
