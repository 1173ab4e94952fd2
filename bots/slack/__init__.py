"""Slack: translates between Slack and the commands, notices and texts of core. Decides nothing about orders."""
