"""Slack's blocks and mrkdwn to the relay's text and back."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block, RichTextBlock

from bots.slack.words import (
    MESSAGE_LIMIT,
    SPLIT_LIMIT,
    as_blocks,
    as_fallback,
    escaped,
    length_of,
    richtext_from,
)
from bots.telegram.words import as_entities
from bots.telegram.words import richtext_from as from_telegram
from core.richtext import RichText, Span, Style
from tests.unit.rich_texts import ANY_TEXT, RICH_TEXTS

NAMES = {"U1": "Anna", "C1": "orders", "S1": "staff"}
MENTIONS = {"user", "channel", "usergroup", "broadcast", "team", "emoji", "date", "color"}


def styled(text: str, *styles: Style) -> Span:
    return Span(text, frozenset(styles))


def section(*elements: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": kind, "elements": list(elements)}


def words(text: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def block(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": "rich_text", "block_id": "x", "elements": list(elements)}]


def leaves(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [leaf for one in blocks for element in one["elements"] for leaf in element["elements"]]


def test_blocks_are_preferred_to_the_text() -> None:
    blocks = block(section(words("cut "), words("now", bold=True), words(" & <here>")))
    assert richtext_from("ignored", blocks).spans == (Span("cut "), styled("now", Style.BOLD), Span(" & <here>"))


def test_mentions_become_names() -> None:
    blocks = block(
        section(
            {"type": "user", "user_id": "U1"},
            words(" "),
            {"type": "user", "user_id": "U9"},
            words(" "),
            {"type": "channel", "channel_id": "C1"},
            words(" "),
            {"type": "usergroup", "usergroup_id": "S1"},
            words(" "),
            {"type": "broadcast", "range": "here"},
            words(" "),
            {"type": "emoji", "name": "thumbsup", "unicode": "1f44d-1f3fd"},
            {"type": "emoji", "name": "tada"},
            {"type": "emoji", "name": "house_special"},
        )
    )
    assert richtext_from("", blocks, NAMES.get).plain() == "@Anna @someone #orders @staff @here 👍🏽🎉:house_special:"


def test_lists_quotes_and_code_stand_on_their_own_lines() -> None:
    blocks = block(
        section(words("To do:\n")),
        {"type": "rich_text_list", "style": "ordered", "elements": [section(words("saw")), section(words("sand"))]},
        {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [section(words("oil"))]},
        section(words("a\nb"), kind="rich_text_preformatted"),
        section(words("said"), kind="rich_text_quote"),
        section(words("end")),
    )
    rich = richtext_from("", blocks)
    assert rich.plain() == "To do:\n1. saw\n2. sand\n    • oil\na\nb\nsaid\nend"
    assert styled("a\nb", Style.PRE) in rich.spans
    assert styled("said", Style.QUOTE) in rich.spans


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a &amp;lt; b &lt;3 &gt;", "a &lt; b <3 >"),
        ("<@U1> and <@U9|bob> and <@U8>", "@Anna and @bob and @someone"),
        ("<#C1> <#C2|other> <#C3>", "#orders #other #channel"),
        ("<!here> <!channel> <!everyone|everyone>", "@here @channel @everyone"),
        ("<!subteam^S1> <!subteam^S2|@team-b> <!subteam^S3>", "@staff @team-b @team"),
        ("<!date^1392734382^{date}|18 Feb 2014>", "18 Feb 2014"),
        ("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"),
        ("<https://evil.example|https://bank.nl>", "https://bank.nl (evil.example)"),
        ("<mailto:jan@x.nl|jan@x.nl>", "jan@x.nl"),
        ("ok :+1: 12:30:15 :unknown_one:", "ok 👍 12:30:15 :unknown_one:"),
        ("2*3*4 and snake_case_name ~ 5", "2*3*4 and snake_case_name ~ 5"),
        ("a\n```x *y*\n&lt;z```\nb", "a\nx *y*\n<z\nb"),
    ],
)
def test_mrkdwn_is_read_when_there_are_no_blocks(text: str, plain: str) -> None:
    assert richtext_from(text, None, NAMES.get).plain() == plain


def test_mrkdwn_styles() -> None:
    rich = richtext_from("*b _bi_* ~s~ `c`\n&gt; q1\n&gt; q2\nend", [{"type": "section"}])
    assert rich.spans == (
        styled("b ", Style.BOLD),
        styled("bi", Style.BOLD, Style.ITALIC),
        Span(" "),
        styled("s", Style.STRIKE),
        Span(" "),
        styled("c", Style.CODE),
        Span("\n"),
        styled("q1\nq2", Style.QUOTE),
        Span("\nend"),
    )


def test_foreign_markup_leaves_as_dead_text() -> None:
    rich = RichText.of("<!channel> *x* <@U1> &amp; @here")
    assert leaves(as_blocks(rich)) == [words("<!channel> *x* <@U1> &amp; @here")]
    assert as_fallback(rich) == "&lt;!channel&gt; *x* &lt;@U1&gt; &amp;amp; @here"


def test_boxes_for_whole_lines_and_inline_code_elsewhere() -> None:
    rich = RichText((Span("see\n"), styled("a\n\nb\n", Style.PRE), Span("then "), styled("c", Style.PRE)))
    (only,) = as_blocks(rich)
    assert only["elements"] == [
        section(words("see\n")),
        section(words("a\n\nb"), kind="rich_text_preformatted"),
        section(words("then "), words("c", code=True)),
    ]


def test_long_texts_stay_within_the_limits() -> None:
    rich = RichText.of("<&> oak " * 12_000)
    parts = rich.split(SPLIT_LIMIT, length_of)
    assert all(length_of(part.plain()) <= SPLIT_LIMIT and len(as_blocks(part)) == 1 for part in parts)
    fallback = as_fallback(rich)
    assert len(fallback) <= MESSAGE_LIMIT
    assert fallback.endswith("…")
    assert all(len(leaf["text"]) <= SPLIT_LIMIT for leaf in leaves(as_blocks(rich)))


def test_nothing_to_show() -> None:
    assert as_blocks(RichText.of(" \n")) == []
    assert as_fallback(RichText()) == "…"
    assert richtext_from(None).is_blank()


@given(RICH_TEXTS)
def test_blocks_are_what_slacks_own_library_takes(rich: RichText) -> None:
    blocks = as_blocks(rich)
    parsed = [Block.parse(one) for one in blocks]
    assert all(isinstance(one, RichTextBlock) for one in parsed)
    assert [one.to_dict() for one in parsed if one] == blocks
    assert all(leaf["text"] for leaf in leaves(blocks))


@given(RICH_TEXTS)
def test_no_foreign_text_becomes_a_mention(rich: RichText) -> None:
    assert {leaf["type"] for leaf in leaves(as_blocks(rich))} <= {"text", "link"}
    fallback = as_fallback(rich)
    assert not set("<>") & set(fallback)
    assert not re.search(r"&(?!amp;|lt;|gt;)", fallback)


@given(st.text(st.characters(exclude_characters="\r")))
def test_escaping_is_undone_once(text: str) -> None:
    quiet = re.sub(r"[*_~`:\n]", "", text)
    quiet = re.sub(r"^>", "", RichText.of(quiet).plain().lstrip(">"))
    assert length_of(text) == len(escaped(text))
    assert richtext_from(escaped(quiet)).plain() == quiet


@given(ANY_TEXT, st.lists(st.tuples(st.sampled_from(["bold", "pre", "blockquote", "code"]), st.integers(0, 20))))
def test_words_travel_from_telegram_to_slack_and_back_unchanged(text: str, marks: list[tuple[str, int]]) -> None:
    entities = [{"type": kind, "offset": at, "length": 5} for kind, at in marks]
    rich = from_telegram(text, entities)
    there = richtext_from(as_fallback(rich), as_blocks(rich))
    # Newlines at the very end are no words: both platforms trim them.
    assert there.plain().rstrip("\n") == (rich.plain().rstrip("\n") if not rich.is_blank() else "…")
    assert from_telegram(*as_entities(there)).plain() == there.plain()


@given(RICH_TEXTS)
def test_links_and_inline_styles_survive_slack(rich: RichText) -> None:
    shown = rich.with_places_shown()
    if shown.is_blank():
        return
    back = richtext_from("", as_blocks(shown))
    assert back.plain().rstrip("\n") == shown.plain().rstrip("\n")
    kept = [(char, Style.BOLD in span.styles, span.link) for span in back.spans for char in span.text if char != "\n"]
    was = [(char, Style.BOLD in span.styles, span.link) for span in shown.spans for char in span.text if char != "\n"]
    assert [(char, link) for char, _, link in kept] == [(char, link) for char, _, link in was]
    if not any(Style.PRE in span.styles for span in shown.spans):
        assert kept == was
