"""The `cutr` command. Every command imports what it needs itself: each process stays small and starts fast."""

from __future__ import annotations

import asyncio
import runpy
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

if TYPE_CHECKING:
    from bots.app.settings import Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(envvar="PORT", min=0, max=65535, help="Port to listen on; 0 picks a free one.")]
Metrics = Annotated[int, typer.Option(min=0, max=65535, help="Serve Prometheus metrics on this loopback port.")]

# The sandbox reads its own options, --help included.
HANDED_ON: Final[dict[str, object]] = {
    "allow_extra_args": True,
    "ignore_unknown_options": True,
    "help_option_names": [],
}


class Reader(StrEnum):
    """For whom a dossier is."""

    CUTR = "cutr"
    CUSTOMER = "customer"


def main() -> None:
    """Entry point of the `cutr` command."""
    app()


@app.command()
def web(host: Host = "0.0.0.0", port: Port = 8000) -> None:  # noqa: S104 - behind the operator's proxy
    """Webhooks, REST, the customer's page."""
    _serve("web", {"web"}, (host, port))


@app.command()
def worker(metrics_port: Metrics = 0) -> None:
    """Send what is in the outbox."""
    _serve("worker", {"worker"}, None, metrics_port)


@app.command()
def clock(metrics_port: Metrics = 0) -> None:
    """Fire deadlines when they are due."""
    _serve("clock", {"clock"}, None, metrics_port)


@app.command()
def run(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Everything in one process against the real platforms."""
    _serve("run", {"web", "worker", "clock"}, (host, port))


@app.command()
def migrate() -> None:
    """Bring the database schema up to date; safe to run twice and beside running processes."""
    settings = _settings("migrate")
    _migrate(settings)
    typer.echo("The schema is up to date.")


@app.command(context_settings=HANDED_ON)
def demo() -> None:
    """Everything on this machine with its own Slack, Telegram and mail; prints one address to open."""
    _hand_over("sandbox.demo")


@app.command(context_settings=HANDED_ON)
def sandbox() -> None:
    """Only the sandbox platforms, for any other bot to run against."""
    _hand_over("sandbox")


@app.command()
def doctor() -> None:
    """Check both platforms end to end and print the exact fix for each finding."""
    settings = _settings("doctor")
    from bots.app.doctor import examine

    findings = asyncio.run(examine(settings))
    for finding in findings:
        typer.echo(finding.line())
    if any(not finding.fine for finding in findings):
        raise typer.Exit(1)


@app.command(name="import")
def import_orders(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]) -> None:
    """Bring in orders from a CSV file, also running ones; safe to repeat."""
    settings = _settings("import")
    from bots.app.importing import import_file

    _demand_schema(settings)
    bad = asyncio.run(import_file(settings, file))
    if bad:
        raise typer.Exit(1)


@app.command()
def dossier(
    reference: str,
    to: Annotated[Path, typer.Option(file_okay=False, exists=True, help="Folder to write into.")] = Path(),
    reader: Annotated[Reader, typer.Option("--for", help="For the customer: only what they may see.")] = Reader.CUTR,
) -> None:
    """Write an order's dossier: a PDF, and a zip with all its files in their folders."""
    settings = _settings("migrate")
    from bots.app.dossier import write_dossier
    from core.chats import Audience
    from core.refusals import UnknownOrder

    _demand_schema(settings)
    audience = Audience.WITH_CUSTOMER if reader is Reader.CUSTOMER else Audience.CUTR_ONLY
    try:
        made = asyncio.run(write_dossier(settings, reference, to, audience))
    except UnknownOrder:
        _give_up([f"There is no order {reference}."])
    for path in made:
        typer.echo(path)


@app.command()
def replay(reference: str) -> None:
    """Handle an update again that was kept aside under REFERENCE."""
    settings = _settings("web")
    from bots.app.replaying import Replay, replay_update

    _demand_schema(settings)
    match asyncio.run(replay_update(settings, reference)):
        case Replay.DONE:
            typer.echo(f"{reference} was handled again.")
        case Replay.FAILED_AGAIN:
            typer.echo(f"{reference} failed again and is still kept: the log says why.", err=True)
            raise typer.Exit(1)
        case Replay.UNKNOWN:
            typer.echo(f"Nothing is kept aside under {reference}: `cutr doctor` names what is.", err=True)
            raise typer.Exit(1)


@app.command()
def webhooks(
    again: Annotated[bool, typer.Option("--replay", help="Send again what was given up.")] = False,  # noqa: FBT002 - typer's way to a flag
    since: Annotated[
        datetime | None, typer.Option(help="With --replay: everything from this instant (UTC), delivered or not.")
    ] = None,
) -> None:
    """Show what Cutr's platform has not taken; with --replay send it again."""
    settings = _settings("migrate")
    from bots.app.hooks import look, replay

    _demand_schema(settings)
    if again:
        count = asyncio.run(replay(settings, since.replace(tzinfo=UTC) if since else None))
        typer.echo(f"{count} go out again.")
        return
    for line in asyncio.run(look(settings)).lines():
        typer.echo(line)


@app.command(name="slack-manifest")
def slack_manifest() -> None:
    """Print the Slack app's manifest, made from the command catalogue."""
    import json
    import os

    from bots.slack.manifest import manifest

    typer.echo(json.dumps(manifest(os.environ.get("CUTR_PUBLIC_URL") or None), indent=2, ensure_ascii=False))


def _serve(process: str, roles: set[str], where: tuple[str, int] | None, metrics_port: int = 0) -> None:
    settings = _settings(process)
    from bots.app.run import listen

    if process == "run" and not _schema_is_current(settings):
        _migrate(settings)
    _demand_schema(settings)
    try:
        listener = listen(*where) if where else None
    except OSError as error:
        _give_up([f"can't listen on {where}: {error.strerror}"])
    if metrics_port:
        from prometheus_client import start_http_server

        start_http_server(metrics_port, addr="127.0.0.1")

    async def served() -> None:
        from bots.app.parts import assemble
        from bots.app.run import address_of, serve, stop_on_signals

        stop = asyncio.Event()
        stop_on_signals(stop)
        address = address_of(listener) if listener else None
        parts = assemble(settings, frozenset(roles), public_url=address)
        _settle_memory()
        await serve(parts, stop, listener, run=process == "run")

    import uvloop

    uvloop.run(served())


def _settle_memory() -> None:
    """Have the collector leave alone what was imported, and look at the rest less often: it cost a tenth of all."""
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _settings(process: str) -> Settings:
    """The settings for this process, with the log started; ends the process with code 2 when some are wrong."""
    from bots.app.logging import start_logging
    from bots.app.settings import BadSettings, Process, load

    try:
        settings = load(Process(process))
    except BadSettings as bad:
        _give_up(bad.lines)
    start_logging(settings.secrets())
    return settings


def _migrate(settings: Settings) -> None:
    from core.ports import StorageAway
    from storage.engines import UnusableDatabase
    from storage.migrating import migrate as bring_up_to_date

    try:
        bring_up_to_date(settings.cutr_database_url.get_secret_value())
    except (StorageAway, UnusableDatabase) as away:
        _give_up([f"CUTR_DATABASE_URL: the database can't be used: {_cleaned(settings, away)}"])


def _demand_schema(settings: Settings) -> None:
    if not _schema_is_current(settings):
        _give_up(["The database schema is behind: run `cutr migrate` first."])


def _schema_is_current(settings: Settings) -> bool:
    from core.ports import StorageAway
    from storage.engines import UnusableDatabase
    from storage.freshness import schema_is_current

    try:
        return schema_is_current(settings.cutr_database_url.get_secret_value())
    except (StorageAway, UnusableDatabase) as away:
        _give_up([f"CUTR_DATABASE_URL: the database can't be used: {_cleaned(settings, away)}"])


def _cleaned(settings: Settings, error: Exception) -> str:
    from bots.app.logging import Gate

    return Gate(settings.secrets()).clean(str(error))


def _hand_over(module: str) -> None:
    """Run the sandbox by its name: nothing of ours imports it."""
    sys.argv = [module, *sys.argv[2:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _give_up(lines: list[str]) -> NoReturn:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(2)


if __name__ == "__main__":
    main()
