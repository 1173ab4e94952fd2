from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bots.showing import show_date, show_instant, show_left, show_list, show_money
from bots.texts import LANGUAGES, MissingText, say

NOON = datetime(2030, 7, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Thu 31 Jan 2030"),
        ("nl", "do 31 jan 2030"),
        ("de", "Do., 31. Jan. 2030"),
        ("fr", "jeu. 31 janv. 2030"),
        ("pl", "czw., 31 sty 2030"),
        ("nl-BE", "do 31 jan 2030"),
        ("it", "Thu 31 Jan 2030"),
        ("xx-unknown", "Thu 31 Jan 2030"),
    ],
)
def test_a_date_has_its_weekday_as_its_language_writes_it(language: str, shown: str) -> None:
    assert show_date(date(2030, 1, 31), language) == shown


def test_a_tag_means_its_language_and_any_other_is_english() -> None:
    assert say("telegram-which-order", "nl-NL") == say("telegram-which-order", "nl")
    assert say("telegram-which-order", "it") == say("telegram-which-order", "en")


@pytest.mark.parametrize(
    ("count", "shown"),
    [(1, "1 dzień"), (2, "2 dni"), (5, "5 dni"), (12, "12 dni"), (22, "22 dni"), (31, "31 dni")],
)
def test_days_are_counted_in_polish(count: int, shown: str) -> None:
    assert say("left-days", "pl", count=count) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 plików"), (1, "Jeden plik"), (2, "2 pliki"), (5, "5 plików"), (12, "12 plików"), (22, "22 pliki")],
)
def test_files_are_counted_in_polish(count: int, shown: str) -> None:
    assert shown.lower() in say("uploads-received", "pl", count=count).lower()


def test_money_and_lists_as_each_language_writes_them() -> None:
    written = {
        code: show_money("1250.5", "EUR", code).replace("\xa0", " ").replace("\u202f", " ") for code in LANGUAGES
    }
    assert written == {
        "de": "1.250,50 €", "en": "€1,250.50", "fr": "1 250,50 €", "nl": "€ 1.250,50", "pl": "1 250,50 €",
    }  # fmt: skip
    assert {code: show_list(["a", "b", "c"], code) for code in LANGUAGES} == {
        "de": "a, b und c", "en": "a, b and c", "fr": "a, b et c", "nl": "a, b en c", "pl": "a, b i c",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Amsterdam", "Mon 1 Jul 2030, 14:00"),
        ("Europe/Warsaw", "Mon 1 Jul 2030, 14:00 CEST"),
        ("UTC", "Mon 1 Jul 2030, 12:00 UTC"),
        ("Asia/Dubai", "Mon 1 Jul 2030, 16:00 UTC+04"),
        ("Pacific/Auckland", "Tue 2 Jul 2030, 00:00 NZST"),
    ],
)
def test_an_instant_is_shown_where_the_reader_is(zone: str, shown: str) -> None:
    assert show_instant(NOON, "en", ZoneInfo(zone)) == shown


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (timedelta(days=2, hours=3, minutes=9), "2 days 3 h left"),
        (timedelta(days=1), "1 day left"),
        (timedelta(hours=5, minutes=10), "5 h 10 min left"),
        (timedelta(seconds=30), "0 min left"),
        (-timedelta(hours=5), "5 h late"),
        (timedelta(0), "0 min late"),
    ],
)
def test_how_long_is_left(left: timedelta, shown: str) -> None:
    assert show_left(NOON + left, NOON) == shown


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("1250.5", "EUR", "€1,250.50"),
        ("1250", "", "1,250"),
        ("", "EUR", "EUR"),
        ("on request", "", "on request"),
        ("NaN", "EUR", "NaN EUR"),
    ],
)
def test_money(amount: str, currency: str, shown: str) -> None:
    assert show_money(amount, currency) == shown


def test_lists_read_like_a_sentence() -> None:
    assert [show_list(items) for items in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_long_words_come_whole_and_missing_ones_are_an_error() -> None:
    assert say("mail-footer", reference="x" * 5000).count("x") >= 5000
    with pytest.raises(MissingText):
        say("mail-footer")
    with pytest.raises(MissingText):
        say("no-such-key")


def test_a_language_without_a_text_speaks_english() -> None:
    assert say("status-ready", "xx") == "Ready"
