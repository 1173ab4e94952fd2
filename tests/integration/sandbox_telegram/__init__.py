"""The Telegram sandbox, through true clients."""
