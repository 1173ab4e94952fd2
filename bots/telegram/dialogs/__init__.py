"""Dialogs: how a person sets a date, a delivery, a reference or reports a delay, step by step.

What a step needs to know travels in its button where it fits into 64 bytes, else in the question that was stored.
Every dialog ends in one command; nothing changes before that.
"""
