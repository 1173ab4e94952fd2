"""The page's small parts: cookies and form tokens, the picture of steps, how words look, how a day is counted."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from starlette.responses import Response

from bots.customer.display import days_left
from bots.customer.looks import rendered
from bots.customer.picture import Stage, Step, tall, wide, wrapped
from bots.customer.sessions import LASTS, Sessions
from core.orders import Order
from core.richtext import Span, Style

NOW = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
SESSIONS = Sessions("k" * 40, secure=True)


def an_order(order_id: str = "a1", version: int = 1) -> Order:
    return Order(order_id, "K-100", "Bench", "cu1", NOW, customer_link_version=version)


def test_a_cookie_opens_its_order_until_its_time_is_over() -> None:
    cookie = SESSIONS.value(an_order(), NOW)
    assert SESSIONS.opens(an_order(), cookie, NOW)
    assert SESSIONS.opens(an_order(), cookie, NOW + LASTS - timedelta(minutes=6))
    assert not SESSIONS.opens(an_order(), cookie, NOW + LASTS + timedelta(seconds=1))
    assert not SESSIONS.opens(an_order(), cookie, NOW - timedelta(hours=1))
    assert not SESSIONS.opens(an_order("a2"), cookie, NOW)
    assert not SESSIONS.opens(an_order(version=2), cookie, NOW)
    assert not Sessions("x" * 40, secure=True).opens(an_order(), cookie, NOW)


@pytest.mark.parametrize("cookie", ["", ".", "1.", "x.y", "-1.0", "9" * 20 + ".a", "1893999600.é", "٣.a"])
def test_other_cookies_open_nothing(cookie: str) -> None:
    assert not SESSIONS.opens(an_order(), cookie, NOW)


def test_a_cookies_proof_is_no_forms_token() -> None:
    proof = SESSIONS.value(an_order(), NOW).partition(".")[2]
    assert not SESSIONS.form_fits(an_order(), proof)
    assert SESSIONS.form_fits(an_order(), SESSIONS.form_token(an_order()))
    assert not SESSIONS.form_fits(an_order(version=2), SESSIONS.form_token(an_order()))
    assert not SESSIONS.form_fits(an_order(), "é")


@pytest.mark.parametrize(("secure", "name"), [(True, "__Host-cutr-a1"), (False, "cutr-a1")])
def test_the_cookie_is_for_the_browser_alone(*, secure: bool, name: str) -> None:
    answer = Response()
    Sessions("k" * 40, secure=secure).begin(answer, an_order(), NOW)
    told = answer.headers["set-cookie"]
    assert told.startswith(f"{name}=")
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    assert ("Secure" in told) is secure
    assert ("Path=/;" in told) is secure


@pytest.mark.parametrize("draw", [wide, tall])
def test_the_picture_says_the_same_in_words_and_holds_no_style_of_its_own(draw: object) -> None:
    steps = [Step("Ordered <b>", "Mon", Stage.DONE), Step("Ready at the workshop", "", Stage.NOW),
             Step('"Delivered"', "", Stage.AHEAD), Step("Cancelled", "", Stage.STOPPED)]  # fmt: skip
    drawn = draw(steps, 'Where: "here" & <there>')  # type: ignore[operator]
    picture = ET.fromstring(str(drawn))  # noqa: S314 - our own picture
    assert picture.get("aria-label") == 'Where: "here" & <there>'
    words = " ".join(text.text or "" for text in picture.iter("text"))
    assert "Ordered <b>" in words
    assert '"Delivered"' in words
    assert {name for one in picture.iter() for name in one.keys()} & {"style", "onload", "href"} == set()  # noqa: SIM118


def test_labels_take_two_lines_at_most() -> None:
    assert wrapped("Ready at the workshop") == ["Ready at the", "workshop"]
    assert wrapped("Donaudampfschifffahrtsgesellschaft") == ["Donaudampfschifffahrtsgesellschaft"]
    assert len(wrapped("one two three four five six seven eight nine ten")) == 2


def test_words_keep_their_look_and_their_links() -> None:
    span = Span("oak", frozenset({Style.BOLD, Style.ITALIC}), "https://example.org/")
    assert rendered(span) == {"text": "oak", "tags": ["em", "strong"], "link": "https://example.org/"}
    assert rendered(Span("x", link="javascript:alert(1)"))["link"] == ""


@pytest.mark.parametrize(
    ("left", "days"),
    [(timedelta(days=14), 14), (timedelta(days=13, seconds=1), 14), (timedelta(seconds=1), 1), (timedelta(0), 0),
     (timedelta(days=-2), 0)],
)  # fmt: skip
def test_a_day_that_has_begun_counts(left: timedelta, days: int) -> None:
    assert days_left(NOW + left, NOW) == days
