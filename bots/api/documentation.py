"""The page at `/api/docs`: the OpenAPI document as plain HTML, without scripts and without anybody else's server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
section{border:1px solid #d5d5d5;border-radius:8px;margin:1rem 0;padding:.5rem 1rem}
h3{font-size:1.05rem;margin:.5rem 0}code,pre{font-family:ui-monospace,monospace;font-size:.9rem}
pre{background:#f5f5f2;padding:.7rem;border-radius:6px;overflow-x:auto}b{display:inline-block;min-width:3.5rem}
nav{columns:2}nav a{display:block}dt{font-weight:600}a{color:#0b57a4}
"""
_HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'


def page(document: dict[str, Any]) -> str:
    """The whole page."""
    title = escape(document["info"]["title"])
    operations = list(_operations(document))
    contents = "".join(f'<a href="#{one["operationId"]}">{_name(method, path)}</a>' for method, path, one in operations)
    by_tag: dict[str, list[str]] = {}
    for method, path, one in operations:
        by_tag.setdefault(one["tags"][0], []).append(_operation(document, method, path, one))
    bodies = "".join(_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    sections = "".join(f"<h2>{escape(tag)}</h2>{''.join(told)}" for tag, told in by_tag.items())
    webhook = document["webhooks"]["event"]["post"]
    return (
        f"{_HEAD}<title>{title} REST</title><style>{_STYLE}</style></head><body><main><h1>{title} REST v1</h1>"
        f'{_paragraphs(document["info"]["description"])}<p><a href="openapi.json">openapi.json</a></p>'
        f'<nav aria-label="Contents">{contents}<a href="#webhooks">webhooks</a></nav>{sections}'
        f'<h2 id="webhooks">Webhooks</h2><section>{_paragraphs(webhook["description"])}'
        f'<p>Body: <a href="#Event">Event</a></p></section><h2>Bodies and answers</h2>{bodies}</main></body></html>'
    )


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def _name(method: str, path: str) -> str:
    return f"<b>{method.upper()}</b> <code>/api{escape(path)}</code>"


def _paragraphs(text: str) -> str:
    told = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))
    return "".join(f"<p>{one}</p>" for one in told.split("\n\n"))


def _operation(document: dict[str, Any], method: str, path: str, operation: dict[str, Any]) -> str:
    parameters = "".join(
        f"<li><code>{escape(one['name'])}</code> ({escape(one['in'])})</li>" for one in operation.get("parameters", [])
    )
    content = operation.get("requestBody", {}).get("content", {})
    body: dict[str, Any] = next((one.get("schema", {}) for one in content.values()), {})
    answers = "".join(
        f"<li><code>{escape(code)}</code> {_answer(one)}</li>" for code, one in sorted(operation["responses"].items())
    )
    return (
        f'<section id="{operation["operationId"]}"><h3>{_name(method, path)}</h3>'
        f"{_paragraphs(operation.get('description', ''))}<ul>{parameters}</ul>"
        f"{_body(body)}{_example(document, method, path, body)}<p>Answers:</p><ul>{answers}</ul></section>"
    )


def _body(schema: dict[str, Any]) -> str:
    name = _named(schema)
    return f'<p>Body: <a href="#{escape(name)}">{escape(name)}</a></p>' if name else ""


def _answer(answer: dict[str, Any]) -> str:
    names = [name for one in answer.get("content", {}).values() if (name := _named(one.get("schema", {})))]
    links = "".join(f' <a href="#{escape(name)}">{escape(name)}</a>' for name in names)
    return escape(answer["description"]) + links


def _named(schema: dict[str, Any]) -> str:
    """The shape that a schema is, is a list of, or may be."""
    inner = schema.get("items") or next(iter(schema.get("anyOf", [])), None) or schema
    return str(inner.get("$ref", "")).rpartition("/")[2]


def _example(document: dict[str, Any], method: str, path: str, body: dict[str, Any]) -> str:
    """A request as curl sends it."""
    example = document["components"]["schemas"].get(_named(body), {}).get("examples", [None])[0]
    filled = re.sub(r"\{(\w+)\}", lambda found: {"reference": "K-100"}.get(found[1], found[1].upper()), path)
    lines = [f"curl -X {method.upper()} $CUTR/api{filled}", '-H "Authorization: Bearer $TOKEN"']
    lines += ["-H 'Idempotency-Key: 7f1c'"] if method == "post" else []
    if example is not None:
        lines += ["-H 'Content-Type: application/json'", f"-d '{json.dumps(example, ensure_ascii=False)}'"]
    elif method == "post":
        lines.append("-F kind=finished_photo -F file=@photo.jpg")
    return f"<pre>{escape(f' {chr(92)}{chr(10)}  '.join(lines))}</pre>"


def _schema(name: str, schema: dict[str, Any]) -> str:
    shown = json.dumps(schema, indent=2, ensure_ascii=False)
    return f'<section id="{escape(name)}"><h3>{escape(name)}</h3><pre>{escape(shown)}</pre></section>'
