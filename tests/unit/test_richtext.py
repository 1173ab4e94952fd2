"""The relay's text model: clean, canonical, cut in the right places."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.characters import clean, is_one_sign, one_line
from core.richtext import RichText, Span, Style
from tests.unit.rich_texts import ANY_TEXT, RICH_TEXTS

FAMILY = "👨‍👩‍👧"


def test_hostile_characters_never_get_in() -> None:
    assert RichText.of("a\x00b\ud800c\u202ed\u2066e\x1bf\x85g\r\nh\tİ").plain() == "abcdef\ng\nh\tİ"


def test_scripts_that_need_joiners_and_marks_stay_whole() -> None:
    for text in (FAMILY, "می‌خواهم", "שלום \u200f!", "e\u0301", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇵🇱🇳🇱", "각"):
        assert clean(text) == text


def test_titles_are_one_line() -> None:
    assert one_line("  Table\r\n for\t\u202eHall\x00 ") == "Table for Hall"


def test_equal_looks_are_joined_and_empty_spans_dropped() -> None:
    bold = frozenset({Style.BOLD})
    rich = RichText((Span("a", bold), Span(""), Span("b", bold), Span("c")))
    assert rich.spans == (Span("ab", bold), Span("c"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "tg://user?id=1", "slack://x", "http://", "https://a b", "http://[", "ftp://x/y"]
)
def test_only_plain_addresses_become_links(address: str) -> None:
    assert Span("here", link=address).link is None


@pytest.mark.parametrize(
    ("words", "link", "shown"),
    [
        ("drawing", "https://evil.example/x", "drawing (evil.example)"),
        ("https://bank.nl", "https://evil.example/x", "https://bank.nl (evil.example)"),
        ("https://bank.nl@evil.example", "https://evil.example/", "https://bank.nl@evil.example (evil.example)"),
        ("https://evil.example/x", "https://evil.example/x", "https://evil.example/x"),
        ("www.evil.example", "https://evil.example/x", "www.evil.example"),
        ("аpple.com", "http://аpple.com", "аpple.com (xn--pple-43d.com)"),
        ("plan\nA", "https://x.nl/", "plan (x.nl)\nA (x.nl)"),
        ("Jan", "mailto:jan@x.nl", "Jan (jan@x.nl)"),
        ("jan@x.nl", "mailto:jan@x.nl", "jan@x.nl"),
    ],
)
def test_a_link_shows_where_it_leads(words: str, link: str, shown: str) -> None:
    rich = RichText((Span(words, link=link),)).with_places_shown()
    assert rich.plain() == shown
    assert rich.with_places_shown() == rich


def test_cuts_prefer_paragraph_then_line_then_word() -> None:
    assert [part.plain() for part in RichText.of("one two\n\nthree four").split(12)] == ["one two", "three four"]
    assert [part.plain() for part in RichText.of("one two\n  three four").split(14)] == ["one two", "  three four"]
    assert [part.plain() for part in RichText.of("one two three").split(9)] == ["one two", "three"]
    assert [part.plain() for part in RichText.of("onetwothree").split(4)] == ["onet", "woth", "ree"]


def test_a_sign_is_never_torn() -> None:
    assert [part.plain() for part in RichText.of("ab" + FAMILY).split(6)] == ["ab", FAMILY]
    assert [part.plain() for part in RichText.of("🇵🇱🇳🇱🇩🇪").split(3)] == ["🇵🇱", "🇳🇱", "🇩🇪"]
    assert [part.plain() for part in RichText.of("ae\u0301").split(2)] == ["a", "e\u0301"]


def test_styles_survive_a_cut() -> None:
    parts = RichText((Span("one two", frozenset({Style.BOLD})), Span(" three"))).split(5)
    assert parts[0].spans == (Span("one", frozenset({Style.BOLD})),)
    assert parts[1].spans == (Span("two", frozenset({Style.BOLD})),)
    assert parts[2].spans == (Span("three"),)


def test_a_hundred_thousand_characters_are_cut_in_order() -> None:
    text = "".join(f"{number} 🪵 " for number in range(14_000))
    parts = RichText.of(text).split(4096)
    assert " ".join(part.plain() for part in parts) == text


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        RichText.of("ab").split(0)
    with pytest.raises(ValueError, match="no room"):
        RichText.of("żż").split(1, lambda text: len(text.encode()))


def test_head_and_tail() -> None:
    assert RichText.of("b").prefixed("a").followed_by("c").plain() == "abc"


@pytest.mark.parametrize("data", [None, "x", [1], [{"txt": "a"}], [{"text": "a", "styles": ["huge"]}], [{"text": 1}]])
def test_stored_data_of_another_shape_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"stored|valid Style"):
        RichText.from_data(data)


@given(RICH_TEXTS)
def test_storing_keeps_everything(rich: RichText) -> None:
    assert RichText.from_data(json.loads(json.dumps(rich.to_data()))) == rich
    rich.plain().encode()  # no lone surrogate can reach a database or a socket


@given(ANY_TEXT, st.integers(0, 40))
def test_cleaning_pieces_is_cleaning_the_whole(text: str, place: int) -> None:
    assert clean(text[:place]) + clean(text[place:]) == clean(text)
    assert clean(clean(text)) == clean(text)


def sign_length(text: str, inside: int) -> int:
    start = end = inside
    while is_one_sign(text, start):
        start -= 1
    while is_one_sign(text, end):
        end += 1
    return end - start


@given(RICH_TEXTS, st.integers(1, 12))
def test_parts_keep_the_order_and_lose_only_white_space(rich: RichText, limit: int) -> None:
    parts = rich.split(limit)
    whole, at = rich.plain(), 0
    for part in parts:
        text = part.plain()
        assert 0 < len(text) <= limit
        found = whole.index(text, at)
        assert not whole[at:found].strip()
        assert not is_one_sign(whole, found) or sign_length(whole, found) > limit
        assert part == rich.part(found, found + len(text))
        at = found + len(text)
    assert not whole[at:].strip()


@given(RICH_TEXTS, st.integers(4, 40))
def test_any_additive_measure_is_kept(rich: RichText, limit: int) -> None:
    parts = rich.split(limit, lambda text: len(text.encode()))
    assert all(len(part.plain().encode()) <= limit for part in parts)
    assert "".join("".join(part.plain().split()) for part in parts) == "".join(rich.plain().split())
