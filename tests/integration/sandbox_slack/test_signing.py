from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.signature import Clock, SignatureVerifier

from sandbox.slack.signing import signature

if TYPE_CHECKING:
    from sandbox.slack import SlackSandbox
    from tests.integration.sandbox_slack.conftest import HeardBot

BODY = (
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
    "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
    "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)


class ThatDay(Clock):
    def now(self) -> float:
        return 1531420618.0


def test_the_published_vector_is_reproduced() -> None:
    made = signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", BODY.encode())
    assert made == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def test_slacks_own_verifier_accepts_ours_and_no_other_secret() -> None:
    made = signature("right", "1531420618", b"a=1")
    right, wrong = SignatureVerifier("right", ThatDay()), SignatureVerifier("wrong", ThatDay())
    assert right.is_valid("a=1", "1531420618", made)
    assert not wrong.is_valid("a=1", "1531420618", made)


async def test_the_request_url_echoes_the_challenge(slack: SlackSandbox, bot: HeardBot) -> None:
    assert await slack.verify_request_url()


async def test_a_bot_with_another_secret_takes_nothing(slack: SlackSandbox, bot: HeardBot) -> None:
    await slack.configure_app(signing_secret="somebody else's")
    assert not await slack.verify_request_url()
    assert (await slack.slash("anna", "orders", "/order", "1")).status == 401
