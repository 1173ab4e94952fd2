"""The emoji a bot may react with (`ReactionTypeEmoji` of the Bot API). Nothing else."""

VARIATION_SELECTOR = "\ufe0f"

_LISTED = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 "
    "🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
ALLOWED_REACTIONS = frozenset(_LISTED.split())


def is_allowed_reaction(emoji: str) -> bool:
    """Return whether the emoji is on the list, with or without variation selectors."""
    return emoji.replace(VARIATION_SELECTOR, "") in ALLOWED_REACTIONS
