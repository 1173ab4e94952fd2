"""Reader of `parse_mode=HTML`: markup to plain text and entities, refusing with the server's own words.

Offsets in errors are bytes of the UTF-8 source; entity offsets are UTF-16 code units (`platforms.md 2.7`).
Finding links and commands in plain text lives in `entities.py`.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.people import Json

SIMPLE_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "strikethrough", "strike": "strikethrough",
    "del": "strikethrough", "u": "underline", "ins": "underline", "tg-spoiler": "spoiler", "code": "code",
    "pre": "pre", "a": "text_link", "blockquote": "blockquote", "span": "spoiler", "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
TAG_NAME = re.compile(r"[^\s/>]*")
END_TAG = re.compile(r"</([^\s>]*)\s*>")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)(?:\s*(=)\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.\-]+)?)?""")


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 code units, the measure of entity offsets."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def is_link(url: str) -> bool:
    """Return whether the server takes the address as a link; a bare host such as `localhost` is none."""
    parts = urlsplit(url if "://" in url or url.startswith(("tg:", "mailto:", "tel:")) else f"http://{url}")
    if parts.scheme in ("tg", "mailto", "tel", "ton", "tonsite"):
        return True
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "").strip(".")


@dataclass
class _Open:
    tag: str
    entity: Json
    start: int


class HtmlReader:
    """One pass over one source text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        """Return the text and its entities; raises ApiError 400 `can't parse entities: …`."""
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "&":
                self._character()
            elif character != "<":
                self._add(character)
                self._at += 1
            elif self._source.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            raise self._fail(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        ordered = sorted(self._entities, key=lambda e: (e["offset"], -e["length"]))
        return "".join(self._parts), ordered

    def _fail(self, text: str) -> ApiError:
        return bad_request(f"can't parse entities: {text}")

    def _byte(self, position: int) -> int:
        return len(self._source[:position].encode("utf-8", "surrogatepass"))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += utf16_length(text)

    def _character(self) -> None:
        found = CHARACTER.match(self._source, self._at)
        code = None if found is None else _decoded(found)
        if found is None or code is None:
            self._add("&")
            self._at += 1
            return
        self._add(code)
        self._at = found.end()

    def _start_tag(self) -> None:
        begin = self._at
        name = TAG_NAME.match(self._source, begin + 1)
        tag = name.group().lower() if name else ""
        if name is None or name.end() >= len(self._source):
            raise self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in SIMPLE_TAGS:
            raise self._fail(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        self._at = name.end()
        attributes = self._attributes(tag, begin)
        self._open.append(_Open(tag, self._entity(tag, attributes, begin), self._length))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self._at < len(self._source) and self._source[self._at] in " \t\r\n/":
                self._at += 1
            if self._at >= len(self._source):
                raise self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
            if self._source[self._at] == ">":
                self._at += 1
                return found
            self._attribute(tag, begin, found)

    def _attribute(self, tag: str, begin: int, found: dict[str, str]) -> None:
        match = ATTRIBUTE.match(self._source, self._at)
        name, equals, value = match.groups() if match else ("", "", None)
        if match is None or not name:
            raise self._fail(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        if equals and value is None:
            raise self._fail(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if not equals and not (tag == "blockquote" and name.lower() == "expandable"):
            where = f'of the tag "{tag}" at byte offset {self._byte(begin)}'
            raise self._fail(f"Expected equal sign in declaration of an attribute {where}")
        found[name.lower()] = CHARACTER.sub(lambda m: _decoded(m) or m.group(), (value or "").strip("\"'"))
        self._at = match.end()

    def _entity(self, tag: str, attributes: dict[str, str], begin: int) -> Json:
        entity: Json = {"type": SIMPLE_TAGS[tag]}
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        if tag == "a":
            entity["url"] = attributes.get("href", "")
        elif tag == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif tag == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        return entity

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._fail(f"Unexpected end tag at byte offset {self._byte(begin)}")
        match = END_TAG.match(self._source, begin)
        if match is None:
            raise self._fail(f"Unclosed end tag at byte offset {self._byte(begin)}")
        name, opened = match.group(1).lower(), self._open.pop()
        if name and name != opened.tag:
            where = self._byte(begin)
            raise self._fail(f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{name}>"')
        self._at = match.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity, length = opened.entity, self._length - opened.start
        if length == 0:
            return
        if opened.tag == "a":
            inner = "".join(self._parts)
            entity["url"] = entity["url"] or inner.encode("utf-16-le")[opened.start * 2 :].decode("utf-16-le", "ignore")
            if entity["url"].startswith("tg://user?id="):
                entity = {"type": "text_mention", "user_id": entity["url"].removeprefix("tg://user?id=")}
            elif not is_link(entity["url"]):
                return
        language = entity.pop("language", None)
        if language and self._open and self._open[-1].tag == "pre":
            self._open[-1].entity["language"] = language
            return
        if opened.tag == "pre":
            self._entities = [e for e in self._entities if not (e["type"] == "code" and e["offset"] >= opened.start)]
        self._entities.append(entity | {"offset": opened.start, "length": length})


def _decoded(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return text and entities of an HTML source; raises ApiError 400 with the server's words."""
    return HtmlReader(source).read()
