"""From CUTR_FILES_URL to a file store, or a refusal to start that says what to do."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from core.shelf import FileStore
from storage.files.credentials import credentials
from storage.files.folder import FolderStore

if TYPE_CHECKING:
    from obstore.store import S3Store


class UnusableFileStore(Exception):
    """The URL can't be used; the text says what to do."""


def open_file_store(url: str, environment: Mapping[str, str] | None = None) -> FileStore:
    """The store at `file:///path` or `s3://bucket/prefix`.

    For S3, `environment` (default: this process's) gives credentials, region and AWS_ENDPOINT_URL as AWS's own tools
    read them; with an endpoint the bucket goes into the path, as other servers than AWS expect. Nothing is connected
    yet. Raises `UnusableFileStore`.
    """
    parts = urlsplit(url)
    match parts.scheme:
        case "file" if parts.netloc in {"", "localhost"} and parts.path.strip("/"):
            return FolderStore(Path(unquote(parts.path)))
        case "s3" if parts.netloc:
            return _bucket(parts.netloc, unquote(parts.path), os.environ if environment is None else environment)
        case _:
            raise UnusableFileStore("CUTR_FILES_URL must be file:///path or s3://bucket/prefix")


def _bucket(name: str, prefix: str, environment: Mapping[str, str]) -> FileStore:
    endpoint = environment.get("AWS_ENDPOINT_URL_S3") or environment.get("AWS_ENDPOINT_URL") or ""
    settings: dict[str, Any] = dict(credentials(environment))
    if endpoint:
        settings |= {"endpoint": endpoint.rstrip("/"), "virtual_hosted_style_request": False}
    from storage.files.bucket import BucketStore  # noqa: PLC0415 - a folder needs nothing of S3

    return BucketStore(*(_s3(name, prefix, endpoint, seconds, settings) for seconds in (60, 24 * 3600)))


def _s3(name: str, prefix: str, endpoint: str, seconds: int, settings: Mapping[str, Any]) -> S3Store:
    """`seconds` is the longest that one request may take, the reading of its answer included."""
    from obstore.store import S3Store  # noqa: PLC0415 - as above

    return S3Store(
        name,
        prefix=prefix.strip("/") or None,
        client_options={
            "allow_http": endpoint.startswith("http://"),
            "timeout": timedelta(seconds=seconds),
            "connect_timeout": timedelta(seconds=5),
        },
        # An answer within a web request's patience: the platform retries what we refuse with 503.
        retry_config={
            "max_retries": 3,
            "retry_timeout": timedelta(seconds=20),
            "backoff": {
                "init_backoff": timedelta(milliseconds=100),
                "max_backoff": timedelta(seconds=2),
                "base": 2,
            },
        },
        **settings,
    )
