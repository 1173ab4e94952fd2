"""Reader of `parse_mode=MarkdownV2`: the marks to plain text and entities, refusing unescaped signs as the server does.

The older Markdown mode is not spoken here; HTML is in `html.py`.
"""

import re

from sandbox.telegram.errors import bad_request
from sandbox.telegram.html import is_link, utf16_length
from sandbox.telegram.people import Json

MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
LINK_END = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")


class MarkdownReader:
    """One pass over one source text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text = ""
        self._open: list[tuple[str, int, int]] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        """Return text and entities; raises ApiError 400 `can't parse entities: …`."""
        at = 0
        while at < len(self._source):
            at = self._step(at)
        if self._open:
            mark, _, where = self._open[-1]
            kind = {"[": "TextUrl"}.get(mark, MARKS.get(mark, "").capitalize())
            raise bad_request(
                f"can't parse entities: Can't find end of {kind} entity at byte offset {self._byte(where)}"
            )
        return self._text, sorted(self._entities, key=lambda e: (e["offset"], -e["length"]))

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _step(self, at: int) -> int:
        character = self._source[at]
        if character == "\\" and at + 1 < len(self._source) and 0 < ord(self._source[at + 1]) <= 126:
            self._text += self._source[at + 1]
            return at + 2
        in_code = bool(self._open) and self._open[-1][0] in ("`", "```")
        mark = next((m for m in ("```", "||", "__", "`", "*", "_", "~") if self._source.startswith(m, at)), "")
        if in_code and mark != self._open[-1][0]:
            self._text += character
            return at + 1
        if mark:
            return self._toggle(mark, at)
        if character == "[":
            self._open.append(("[", utf16_length(self._text), at))
            return at + 1
        if character == "]" and self._open and self._open[-1][0] == "[":
            return self._link(at)
        if character == ">" and (at == 0 or self._source[at - 1] == "\n"):
            return self._quote(at)
        if character in RESERVED:
            raise bad_request(
                f"can't parse entities: Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        self._text += character
        return at + 1

    def _toggle(self, mark: str, at: int) -> int:
        after = at + len(mark)
        if not self._open or self._open[-1][0] != mark:
            self._open.append((mark, utf16_length(self._text), at))
            language = re.compile(r"([A-Za-z0-9+-]*)\n").match(self._source, after) if mark == "```" else None
            return language.end() if language else after
        _, start, _ = self._open.pop()
        self._add({"type": MARKS[mark]}, start)
        return after

    def _link(self, at: int) -> int:
        _, start, where = self._open.pop()
        match = LINK_END.match(self._source, at)
        if match is None:
            raise bad_request(f"can't parse entities: Can't find end of a URL at byte offset {self._byte(where)}")
        url = re.sub(r"\\(.)", r"\1", match.group(1))
        if url.startswith("tg://user?id="):
            self._add({"type": "text_mention", "user_id": url.removeprefix("tg://user?id=")}, start)
        elif is_link(url):
            self._add({"type": "text_link", "url": url}, start)
        return match.end()

    def _quote(self, at: int) -> int:
        end = self._source.find("\n", at)
        line = self._source[at + 1 : len(self._source) if end < 0 else end]
        text, inner = MarkdownReader(line).read()
        start = utf16_length(self._text)
        self._text += text
        self._entities += [entity | {"offset": entity["offset"] + start} for entity in inner]
        self._add({"type": "blockquote"}, start)
        return at + 1 + len(line)

    def _add(self, entity: Json, start: int) -> None:
        length = utf16_length(self._text) - start
        if length:
            self._entities.append(entity | {"offset": start, "length": length})


def parse_markdown_v2(source: str) -> tuple[str, list[Json]]:
    """Return text and entities of a MarkdownV2 source; raises ApiError 400 with the server's words."""
    return MarkdownReader(source).read()
