"""Telegram's entities to the relay's text and back."""

from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.telegram.words import MOST_ENTITIES, as_entities, as_html, richtext_from
from core.characters import clean
from core.richtext import RichText, Span, Style
from tests.unit.rich_texts import ANY_TEXT, RICH_TEXTS

BOLD, ITALIC = frozenset({Style.BOLD}), frozenset({Style.ITALIC})
TYPES = st.sampled_from(
    ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "code", "pre", "mention", "text_mention"]
)
ENTITIES = st.lists(
    st.fixed_dictionaries({"type": TYPES, "offset": st.integers(-2, 30), "length": st.integers(-2, 30)}), max_size=8
)


def covered(text: str, entity: dict[str, Any]) -> str:
    """Decode an entity as an independent reader would: over the bytes of UTF-16."""
    units = text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def test_offsets_are_utf_16_units() -> None:
    rich = richtext_from(
        "🪵🪵 oak 🪚 now", [{"type": "bold", "offset": 5, "length": 3}, {"type": "italic", "offset": 9, "length": 2}]
    )
    assert rich.spans == (Span("🪵🪵 "), Span("oak", BOLD), Span(" "), Span("🪚", ITALIC), Span(" now"))
    text, entities = as_entities(rich)
    assert text == "🪵🪵 oak 🪚 now"
    assert entities == [{"type": "bold", "offset": 5, "length": 3}, {"type": "italic", "offset": 9, "length": 2}]


def test_entities_come_as_objects_too() -> None:
    kind = SimpleNamespace(value="text_link")
    entity = SimpleNamespace(type=kind, offset=0, length=3, url="https://example.com/", user=None)
    assert richtext_from("see", [entity]).spans == (Span("see", link="https://example.com/"), Span(" (example.com)"))


def test_mentions_are_the_names_they_show() -> None:
    entities = [
        {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 5, "first_name": "Jan"}},
        {"type": "mention", "offset": 4, "length": 5},
    ]
    assert richtext_from("Jan @anna", entities) == RichText.of("Jan @anna")


def test_typed_addresses_become_links_and_need_no_entity_on_the_way_back() -> None:
    entities = [{"type": "url", "offset": 0, "length": 11}, {"type": "email", "offset": 12, "length": 8}]
    rich = richtext_from("example.com jan@x.nl", entities)
    assert [span.link for span in rich.spans] == ["http://example.com", None, "mailto:jan@x.nl"]
    assert as_entities(rich) == ("example.com jan@x.nl", [])


def test_a_spoofed_link_shows_its_host() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 15, "url": "https://evil.example/"}
    text, entities = as_entities(richtext_from("https://bank.nl", [entity]))
    assert text == "https://bank.nl (evil.example)"
    assert entities == [entity]


def test_a_message_without_text_is_blank() -> None:
    assert richtext_from(None).is_blank()
    assert as_entities(RichText()) == ("", [])


def test_too_many_entities_keep_the_meaning_and_every_word() -> None:
    spans = [Span(f"{number}", BOLD if number % 2 else frozenset()) for number in range(400)]
    rich = RichText((*spans, Span("plan", link="https://example.com/")))
    text, entities = as_entities(rich)
    assert text == rich.plain()
    assert len(entities) == MOST_ENTITIES
    assert entities[-1]["type"] == "text_link"


@pytest.mark.parametrize(
    ("rich", "html"),
    [
        (RichText.of("<b>&amp;"), "&lt;b&gt;&amp;amp;"),
        (RichText((Span("a", BOLD), Span("b", BOLD | ITALIC))), "<b>a<i>b</i></b>"),
        (RichText((Span("x", link='https://e.nl/?b="'),)), '<a href="https://e.nl/?b=&quot;">x</a>'),
        (RichText((Span("x", link="https://e.nl/?a=1&b=2"),)), '<a href="https://e.nl/?a=1&amp;b=2">x</a>'),
        (RichText((Span("a<b", frozenset({Style.PRE, Style.BOLD})),)), "<pre>a&lt;b</pre>"),
    ],
)
def test_html_is_escaped_once(rich: RichText, html: str) -> None:
    assert as_html(rich) == html


@given(ANY_TEXT, ENTITIES)
def test_reading_keeps_the_words(text: str, entities: list[dict[str, Any]]) -> None:
    assert richtext_from(text, entities).plain() == clean(text)


@given(RICH_TEXTS)
def test_offsets_are_right_for_an_independent_reader(rich: RichText) -> None:
    text, entities = as_entities(rich)
    assert text == rich.plain()
    for entity in entities:
        inside = covered(text, entity)
        assert inside
        assert inside in text
    bold = "".join(
        span.text for span in rich.spans if Style.BOLD in span.styles and not span.styles & {Style.CODE, Style.PRE}
    )
    shown = "".join(covered(text, entity) for entity in entities if entity["type"] == "bold")
    linked = any(span.link for span in rich.spans)
    assert linked or shown == bold


@given(RICH_TEXTS)
def test_entities_are_nested_as_telegram_wants(rich: RichText) -> None:
    _, entities = as_entities(rich)
    assert len(entities) <= MOST_ENTITIES
    for one, other in pairwise(entities):
        assert (one["offset"], -one["length"]) <= (other["offset"], -other["length"])
    for number, one in enumerate(entities):
        end = one["offset"] + one["length"]
        inner = [other for other in entities[number + 1 :] if other["offset"] < end]
        assert all(other["offset"] + other["length"] <= end for other in inner)
        assert not (inner and one["type"] in ("code", "pre"))


@given(RICH_TEXTS)
def test_what_telegram_can_show_comes_back_the_same(rich: RichText) -> None:
    once = richtext_from(*as_entities(rich))
    again = richtext_from(*as_entities(once))
    assert again == once
    assert once.plain() == richtext_from(rich.plain()).plain() or any(span.link for span in rich.spans)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(RICH_TEXTS)
def test_html_shows_the_words_and_nests(rich: RichText) -> None:
    reader = _Words()
    reader.feed(as_html(rich))
    reader.close()
    assert reader.words == rich.plain()
    assert not reader.open
    assert reader.tags <= {"a", "b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"}
    if all(span.look == (frozenset(), None) for span in rich.spans):
        assert not reader.tags
