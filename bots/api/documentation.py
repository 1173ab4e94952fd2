"""The page at `/api/docs`: the OpenAPI document as plain HTML, without scripts and without anybody else's server."""

from __future__ import annotations

import json
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
section{border:1px solid #d5d5d5;border-radius:8px;margin:1rem 0;padding:.5rem 1rem}
h2{font-size:1.05rem;margin:.5rem 0}code,pre{font-family:ui-monospace,monospace;font-size:.9rem}
pre{background:#f5f5f2;padding:.7rem;border-radius:6px;overflow-x:auto}b{display:inline-block;min-width:3.5rem}
"""


def page(document: dict[str, Any]) -> str:
    """The whole page."""
    operations = "".join(
        _operation(method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    )
    schemas = document.get("components", {}).get("schemas", {})
    bodies = "".join(_schema(name, schema) for name, schema in sorted(schemas.items()))
    title = escape(document["info"]["title"])
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} REST</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>{title} REST v1</h1><p><code>Authorization: Bearer …</code> · <code>Idempotency-Key</code> on every POST "
        f'· errors are <code>application/problem+json</code> · <a href="openapi.json">openapi.json</a></p>'
        f"{operations}<h1>Bodies</h1>{bodies}</body></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    text = escape(operation.get("description", ""))
    parameters = "".join(
        f"<li><code>{escape(one['name'])}</code> ({escape(one['in'])})</li>" for one in operation.get("parameters", [])
    )
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    name = str(body.get("$ref", "")).rpartition("/")[2]
    link = f'<p>Body: <a href="#{escape(name)}">{escape(name)}</a></p>' if name else ""
    return (
        f"<section><h2><b>{method.upper()}</b> <code>/api{escape(path)}</code></h2><p>{text}</p>"
        f"<ul>{parameters}</ul>{link}</section>"
    )


def _schema(name: str, schema: dict[str, Any]) -> str:
    shown = json.dumps(schema, indent=2, ensure_ascii=False)
    return f'<section id="{escape(name)}"><h2>{escape(name)}</h2><pre>{escape(shown)}</pre></section>'
