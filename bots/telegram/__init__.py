"""Telegram: translates between Telegram and the commands, notices and texts of core. Decides nothing about orders."""
