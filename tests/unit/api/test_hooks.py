"""Signatures and rests of webhooks."""

from datetime import UTC, datetime

import pytest

from bots.api.hooks import LONGEST_REST_SECONDS, rest_seconds, signed

NOW = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)


def test_the_specifications_own_example() -> None:
    """The vector of standard-webhooks' libraries: its secret, id, timestamp and body."""
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = signed(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', at, ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",)
    )
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 1.0),
        ("999999999999999999999", LONGEST_REST_SECONDS),
        ("Mon, 07 Jan 2030 09:05:00 GMT", 300.0),
        ("Mon, 07 Jan 2030 08:00:00 GMT", 1.0),
        ("Mon, 07 Jan 2030 09:05:00", 300.0),
        ("-5", None),
        ("soon", None),
        ("1.5", None),
        ("", None),
        (None, None),
    ],
)
def test_how_long_a_receiver_wants_rest(told: str | None, seconds: float | None) -> None:
    assert rest_seconds(told, NOW) == seconds
