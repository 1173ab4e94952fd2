"""The finder of English words, which the scenarios of other languages lean on, finds them."""

import pytest

from bots.texts import say
from tests.support.english import english_in


@pytest.mark.parametrize(
    "text",
    [
        "Accept",
        "Set material delivery date",
        "✅ K-100 · Szafa: Taken back.",
        "⚠️ Nothing was changed.",
        "<p>Your order K-100 is delivered</p>",
        "Coś po polsku.\nWhich date will not hold?",
    ],
)
def test_english_is_found(text: str) -> None:
    assert list(english_in([text], "pl"))


def test_the_own_language_is_left_alone() -> None:
    keys = ("task-material_date", "telegram-which-order", "button-offer_accept", "telegram-help", "page-milestones")
    for language in ("de", "fr", "nl", "pl"):
        assert list(english_in([say(key, language) for key in keys], language)) == []
