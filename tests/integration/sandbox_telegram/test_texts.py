from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.entities import found_entities, trimmed
from sandbox.telegram.errors import ApiError
from sandbox.telegram.html import parse_html, utf16_length
from sandbox.telegram.markdown import parse_markdown_v2


def assert_read_or_refused(read: Callable[[str], tuple[str, list[dict[str, Any]]]], source: str) -> None:
    complaint, text = "", ""
    entities: list[dict[str, Any]] = []
    try:
        text, entities = read(source)
    except ApiError as error:
        complaint = error.description
    assert complaint.startswith("Bad Request: can't parse entities: " if complaint else "")
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(text) for e in entities)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_reads_as_itself(text: str) -> None:
    assert parse_html(escape(text, quote=False)) == (text, [])


@given(st.text("<>/&ab ='\"!", max_size=40))
def test_any_markup_is_read_or_refused_in_words(source: str) -> None:
    assert_read_or_refused(parse_html, source)


@given(st.text("*_~|`[]()\\> ab\n", max_size=40))
def test_any_markdown_is_read_or_refused_in_words(source: str) -> None:
    assert_read_or_refused(parse_markdown_v2, source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<a href='https://cutr.nl/?a=1&amp;b=2'>x</a>", "x", [("text_link", 0, 1)]),
        ("<a href='http://localhost/'>x</a>", "x", []),
        ("<pre><code class='language-python'>x</code></pre>", "x", [("pre", 0, 1)]),
        ("<blockquote expandable>long</blockquote>", "long", [("expandable_blockquote", 0, 4)]),
        ('👍<span class="tg-spoiler">s</span>', "👍s", [("spoiler", 2, 1)]),
        ("<b></b>&lt;b&gt; &nbsp; &#8364;&#x20AC;", "<b> &nbsp; €€", []),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ],
)
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found, marks = parse_html(source)
    assert found == text
    assert [(e["type"], e["offset"], e["length"]) for e in marks] == entities


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_html_refused(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_markdown() -> None:
    text, entities = parse_markdown_v2("*b* _i_ __u__ ~s~ ||h|| `c.` [l](https://cutr\\.nl) \\!\n>q")
    assert text == "b i u s h c. l !\nq"
    assert [e["type"] for e in entities] == [
        "bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link", "blockquote",
    ]  # fmt: skip


def test_the_server_finds_commands_mentions_and_addresses() -> None:
    found = found_entities("/ready@cutr_bot 12/3 @jan a@b.nl https://cutr.nl/x. #tag", [])
    assert [e["type"] for e in found] == ["bot_command", "mention", "email", "url", "hashtag"]


def test_trimming_moves_entities() -> None:
    assert trimmed(" \n ab ", [{"type": "bold", "offset": 2, "length": 3}]) == (
        "ab",
        [{"type": "bold", "offset": 0, "length": 2}],
    )
