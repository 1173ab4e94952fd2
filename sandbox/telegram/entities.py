"""Entities the server finds by itself (commands, mentions, links) and the check of an `entities` argument.

Markup is read in `html.py`; lengths are judged in `validation.py`.
"""

import re

from sandbox.telegram.errors import bad_request
from sandbox.telegram.html import utf16_length
from sandbox.telegram.people import Json

LINK = (
    r"\b(?:https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|nl|io|me|de|eu)\b(?:/[^\s<>\"]*)?)"
)
PATTERNS = (
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("url", re.compile(LINK, re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?\b(?!/)")),
    ("mention", re.compile(r"(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{2,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
KNOWN = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
AUTOMATIC = frozenset(name for name, _ in PATTERNS)
MAX_ENTITIES = 100


def found_entities(text: str, given: list[Json]) -> list[Json]:
    """Return `given` plus what the server recognises in the text outside links and code, ordered by offset."""
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in given
        if e["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    result = list(given)
    for name, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match.group())
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            result.append({"type": name, "offset": start, "length": end - start})
    return sorted(result, key=lambda e: (e["offset"], -e["length"]))[:MAX_ENTITIES]


def checked_entities(text: str, raw: object) -> list[Json]:
    """Return an argument's entities, those out of range or unknown left out; raises ApiError 400 on a wrong form."""
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array")
    total, kept = utf16_length(text), []
    for entity in raw:
        if not isinstance(entity, dict) or "type" not in entity:
            raise bad_request("can't parse MessageEntity: expected an Object")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request('can\'t parse MessageEntity: field "offset" must be of type Number')
        if entity["type"] in AUTOMATIC or entity["type"] not in KNOWN:
            continue
        if offset < 0 or length <= 0 or offset + length > total:
            continue
        kept.append({k: v for k, v in entity.items() if v is not None})
    return kept


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Return the text without outer white space and the entities moved and cut accordingly."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    stripped = text.strip()
    total, moved = utf16_length(stripped), []
    for entity in entities:
        begin = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] - lead + entity["length"], total)
        if end > begin:
            moved.append(entity | {"offset": begin, "length": end - begin})
    return stripped, moved
