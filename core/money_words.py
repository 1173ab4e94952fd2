"""Words that belong in the chat with Cutr rather than before the customer: money and delay, in every language.

Payment, delivery timelines and their adjustment, and offers are Cutr's to talk about (domain.md 4). A match is a reason
to ask the writer, never to decide for them.
"""

from __future__ import annotations

import re
from typing import Final

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        r"prices?", r"pric(?:ing|ed|ey)", r"invoic\w*", r"pay(?:s|ing|ments?)?", r"paid", r"costs?", r"costing",
        r"money", r"euros?", r"deposits?", r"discounts?", r"quot(?:e|es|ed|ation|ations)", r"surcharges?", r"delay\w*",
        r"postpon\w*", r"overdue", r"(?:too|running|be|are|is|am) late",
    ),
    "nl": (
        r"prij(?:s|zen)", r"factu(?:ur|ren)\w*", r"factureren", r"(?:aan)?beta(?:al|len|ald|ling)\w*", r"kosten",
        r"geld", r"korting\w*", r"offertes?", r"meerwerk", r"vertrag\w*", r"vertraagd\w*", r"uitstel\w*", r"uitgesteld",
        r"te laat",
    ),
    "de": (
        r"preis(?:e|en|es)?", r"rechnung\w*", r"zahl(?:en|t|ung|ungen)", r"bezahl\w*", r"anzahlung\w*", r"rabatt\w*",
        r"angebote?", r"verzöger\w*", r"verspät\w*", r"verschieb\w*", r"verschoben", r"zu spät",
    ),
    "fr": (
        r"prix", r"factur\w*", r"pai?ements?", r"pay(?:er|é|ée|és|ez)", r"co[uû]ts?", r"argent", r"remises?",
        r"acomptes?", r"devis", r"retard\w*", r"report(?:er|é|ée)", r"trop tard",
    ),
    "pl": (
        r"cen(?:a|y|ę|ie|om)", r"faktur\w*", r"płatnoś\w*", r"płac\w*", r"zapłac\w*", r"zapłat\w*", r"koszt\w*",
        r"pieni[ąę]\w*", r"rabat\w*", r"zalicz\w*", r"wycen\w*", r"opóźni\w*", r"przesun\w*", r"za późno",
    ),
}  # fmt: skip
"""Patterns per language. Everybody is read in all of them: people write as they like."""
AMOUNT: Final = r"[€£$]\s?\d|\d\s?(?:[€£]|eur(?:o|os)?\b|zł|pln\b)"
SPEAKS: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(word for words in WORDS.values() for word in words)})(?!\w)|{AMOUNT}".replace(" ", r"\s+"),
    re.IGNORECASE,
)


def speaks_of_money(words: str) -> bool:
    """Whether somebody writes of money, an invoice, a price or a delay."""
    return SPEAKS.search(words) is not None
