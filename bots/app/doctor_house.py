"""The doctor's look at our own house: database, file store, mail, and what waits in the queues."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import aiosmtplib

from bots.app.cupboard import try_files
from bots.app.findings import Finding
from bots.app.settings import LOOPBACK, Settings
from core.ports import StorageAway

PORTS: Final = {"smtps": 465, "smtp": 587}
TOO_OLD_SECONDS = 900
ABORT_RULE: Final = (
    "let the bucket clear what a crash leaves: a lifecycle rule with AbortIncompleteMultipartUpload "
    "DaysAfterInitiation=1 (S3 lists such parts nowhere, so no sweep of ours sees them)"
)


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """Findings about the house."""
    for finding in await _database(settings):
        yield finding
    for finding in await _files(settings.cutr_files_url):
        yield finding
    yield await asyncio.to_thread(_pictures)
    yield await _mail(settings)


async def _files(url: str) -> list[Finding]:
    in_bucket = url.startswith("s3:")
    fix = (
        "check the bucket's name, AWS_ENDPOINT_URL, AWS_REGION and the keys, which must allow get, put, delete and list"
        if in_bucket
        else f"make {url} writable for this user, or set CUTR_FILES_URL to another place"
    )
    trouble = await try_files(url)
    found = [Finding("File store", trouble or "written, read, deleted", fix if trouble else "")]
    # The store's own library can't read a bucket's rules, so this is said whether or not there is one.
    return [*found, Finding("Unfinished uploads in the bucket", ABORT_RULE)] if in_bucket else found


def _pictures() -> Finding:
    """Whether the child that opens strangers' pictures is walled in completely here."""
    from storage.images.cage import missing
    from storage.images.facts import NoPreview
    from storage.images.hand import Hand

    try:
        hand = Hand()
    except NoPreview as trouble:
        fix = "see that this user may start processes, and that 1 GB of memory is free: no picture has a preview"
        return Finding("Pictures' child process", f"does not start ({trouble.why})", fix)
    hand.end()
    open_sides = missing(hand.walls)
    if not open_sides:
        return Finding("Pictures' child process", "walled in: limits, no network, no files")
    told = f"only limits here, without: {', '.join(open_sides)} (the system or the container does not allow it)"
    return Finding("Pictures' child process", told)


async def _database(settings: Settings) -> list[Finding]:
    from storage.engines import UnusableDatabase
    from storage.freshness import schema_is_current

    url = settings.cutr_database_url.get_secret_value()
    try:
        current = await asyncio.to_thread(schema_is_current, url)
    except (StorageAway, UnusableDatabase) as away:
        return [Finding("Database", str(away)[:200], "start the database server, or mend CUTR_DATABASE_URL")]
    if not current:
        return [Finding("Database", "its schema is behind", "run `cutr migrate`")]
    return [Finding("Database", "answers, schema is current"), await _queues(url), *await _webhooks(settings)]


async def _queues(url: str) -> Finding:
    from bots.app.house import utc_now
    from storage.database import open_database
    from storage.paces import Paces

    database = open_database(url, Paces())
    try:
        ages = await database.read(lambda store: store.search.ages(utc_now()))
        aside = await database.read(lambda store: store.search.set_aside())
    finally:
        await database.close()
    oldest = max(ages.get("outbox_oldest", 0.0), ages.get("deadline_oldest", 0.0))
    if aside:
        return Finding("Updates kept aside", str(len(aside)), f"`cutr replay {aside[0][0]}` once the cause is mended")
    fix = "see that `cutr worker` and `cutr clock` are running" if oldest > TOO_OLD_SECONDS else ""
    return Finding("Queues", f"oldest entry waits {oldest:.0f} s", fix)


async def _webhooks(settings: Settings) -> list[Finding]:
    from bots.app.hooks import look

    state = await look(settings)
    if settings.cutr_webhook_url is None and not state.dead:
        return []
    fix = "see that Cutr's platform answers with 2xx, then `cutr webhooks --replay`" if state.dead else ""
    return [Finding("Webhooks", state.lines()[0], fix)]


async def _mail(settings: Settings) -> Finding:
    """Connect, encrypt, log in, say nothing, leave."""
    if settings.smtp_url is None:
        return Finding("Mail", "off: SMTP_URL is not set")
    parts = urlsplit(settings.smtp_url.get_secret_value())
    secure = parts.scheme == "smtps"
    client = aiosmtplib.SMTP(
        hostname=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        use_tls=secure,
        start_tls=False,
        timeout=10,
    )
    try:
        await client.connect()
        if not secure and parts.hostname not in LOOPBACK:
            await client.starttls()
        if parts.username:
            await client.login(unquote(parts.username), unquote(parts.password or ""))
        await client.noop()
        await client.quit()
    except (aiosmtplib.SMTPException, OSError, ValueError) as error:
        client.close()
        return Finding("Mail", _told(error), "mend SMTP_URL (smtps://user:password@host, or smtp:// with STARTTLS)")
    return Finding("Mail", "connects" + (", logs in" if parts.username else ""))


def _told(error: Any) -> str:
    return f"{type(error).__name__}: {str(error)[:120]}"
