"""How people's words look on the page: each stretch of a message with its tags. The template escapes the words."""

from __future__ import annotations

from typing import Any, Final

from core.richtext import Span, Style

TAGS: Final = {
    Style.BOLD: "strong", Style.ITALIC: "em", Style.UNDERLINE: "u", Style.STRIKE: "s", Style.CODE: "code",
    Style.PRE: "code", Style.QUOTE: "q", Style.SPOILER: "span",
}  # fmt: skip


def rendered(span: Span) -> dict[str, Any]:
    """A span for the template: its words, the tags around them, and where it leads."""
    return {"text": span.text, "tags": sorted({TAGS[style] for style in span.styles}), "link": span.link or ""}
