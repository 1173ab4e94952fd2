from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bots.refusing import refusal_text, refusal_words
from core.refusals import (
    AlreadyDone,
    BadValue,
    ClosedChat,
    ConfirmNeeded,
    NoCustomerChat,
    NotAllowed,
    NotLinked,
    NotYourOrder,
    ReasonNeeded,
    Refusal,
    Stale,
    TooLate,
    UnclearTarget,
    UnknownOrder,
    UnknownThing,
    UploadsMissing,
    WrongStatus,
)
from core.richtext import Style

AT = datetime(2030, 7, 1, 12, 0, tzinfo=UTC)
SAMPLES: tuple[Refusal, ...] = (
    AlreadyDone("mark_ready", "Jan", AT),
    BadValue("title", "blank"),
    ClosedChat("A-1"),
    ConfirmNeeded(["past_date", "never_heard_of"]),
    NoCustomerChat("A-1"),
    NotAllowed("see_money"),
    NotLinked(),
    NotYourOrder(),
    ReasonNeeded("cancel"),
    Stale("A-1"),
    TooLate("offer", AT),
    UnclearTarget(),
    UnknownOrder("A-1"),
    UnknownThing("partner", "Bos"),
    UploadsMissing(["finished_photo"], ["Door.jpg"]),
    WrongStatus("A-1", "in_production", "mark_delivered"),
)


def test_the_samples_are_complete() -> None:
    assert {type(sample) for sample in SAMPLES} == set(Refusal.__subclasses__())


@pytest.mark.parametrize("refusal", SAMPLES, ids=lambda refusal: type(refusal).__name__)
def test_every_refusal_has_words(refusal: Refusal) -> None:
    said = refusal_words(refusal)
    assert said.endswith((".", "?"))
    assert "*" not in said


def test_a_wrong_status_says_where_the_order_is_and_what_comes_first() -> None:
    said = refusal_words(WrongStatus("A-1", "in_production", "mark_delivered"))
    assert "“In production”" in said
    assert "Mark it as Ready first" in said


def test_who_was_first_is_told_in_the_askers_time() -> None:
    done = AlreadyDone("mark_ready", "Jan", AT)
    assert "by Jan on Mon 1 Jul 2030, 14:00." in refusal_words(done)
    assert "Mon 1 Jul 2030, 15:00 EEST" in refusal_words(done, "en", ZoneInfo("Europe/Bucharest"))


@pytest.mark.parametrize("problem", ["too_long", "never_heard_of"])
def test_a_bad_value_names_the_field_and_shows_the_value(problem: str) -> None:
    said = refusal_words(BadValue("title", problem, "*Tab*"))
    assert "title" in said
    assert "“*Tab*”" in said


def test_a_value_never_becomes_markup() -> None:
    spans = refusal_text(UnknownOrder("*A* <b>")).spans
    assert [span.styles for span in spans] == [frozenset()]
    assert refusal_text(Stale("A*1")).spans[1].styles == {Style.BOLD}


def test_all_warnings_are_named() -> None:
    said = refusal_words(ConfirmNeeded(["past_date", "delivery_after_requested"]))
    assert "in the past and the delivery would be after the date the customer asked for" in said


def test_moving_a_message_to_where_it_is_says_so() -> None:
    assert refusal_words(WrongStatus("", "here", "move")).startswith("The message is already there.")
