"""Strangers on loopback: platforms that live on this machine, for tests and for the demo.

The rooms in here import nothing of the product, and nothing of the product imports them, so that a bot written by
anyone can be run against them unmodified. What the real platforms refuse is refused here too.
"""
