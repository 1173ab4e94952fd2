"""`cutr import`: orders from a CSV file, also running ones. Each row is one transaction through the one door.

A row whose reference exists is left alone, so that a file may be given again after its bad rows were mended.
"""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from bots.refusing import refusal_words
from core.commands import AddCustomer, AssignOrder, CreateOrder, MarkDelivered, MarkReady
from core.dispatch import Dispatcher
from core.orders import Order
from core.people import PLATFORM, Customer
from core.ports import Database, Store, Taken
from core.refusals import Refusal

if TYPE_CHECKING:
    from bots.app.settings import Settings

NEEDED: Final = ("reference", "title", "customer_name", "customer_email")
FLAGS: Final = (
    *("includes_installation", "needs_kick_off", "needs_production_drawings", "needs_sample_pictures", "customer_chat"),
)
TEXTS: Final = ("delivery_address", "price", "currency", "notes", "label")
COLUMNS: Final = frozenset({
    *NEEDED, *FLAGS, *TEXTS, "customer_language", "requested_delivery_date", "folders", "partner", "assigned_at",
    "ready_at", "delivered_at",
})  # fmt: skip
YES: Final = frozenset({"1", "yes", "y", "true", "ja", "x"})
NO: Final = frozenset({"0", "no", "n", "false", "nee"})
SURPLUS: Final = ""
"""Where a row keeps what it has beyond its columns."""
REASON: Final = "Brought in with an import"


class BadRow(Exception):
    """A row that can't be brought in, with the reason for people."""


@dataclass(slots=True)
class Report:
    """What became of the rows; `bad` holds (line number in the file, reason)."""

    made: int = 0
    known: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Importer:
    """`zone` is that of instants written without one."""

    database: Database
    dispatcher: Dispatcher
    zone: ZoneInfo

    async def bring_in(self, text: str, step: Callable[[], None] = lambda: None) -> Report:
        """Bring in every row of the CSV text; `step` is called after each. Raises `BadRow` for an unusable file."""
        report = Report()
        for line, row in read_rows(text):
            try:
                made = await self._row(row)
            except (BadRow, Taken) as bad:
                report.bad.append((line, str(bad) or "a value is in use by another order or customer"))
            except Refusal as refusal:
                report.bad.append((line, refusal_words(refusal)))
            else:
                report.made, report.known = report.made + made, report.known + (not made)
            step()
        self.dispatcher.nudge()
        return report

    async def _row(self, row: dict[str, str]) -> bool:
        if row[SURPLUS]:
            raise BadRow("more values than columns: put quotes around a text that holds the separator")
        if missing := [name for name in NEEDED if not row[name]]:
            raise BadRow(f"{', '.join(missing)}: is missing")
        plan = Plan(row, self.zone)
        return await self.database.run(lambda store: plan.carry_out(store, self.dispatcher))


@dataclass(frozen=True, slots=True)
class Plan:
    """One row, about to become an order."""

    row: dict[str, str]
    zone: ZoneInfo

    def carry_out(self, store: Store, dispatcher: Dispatcher) -> bool:
        """Make the order with its past; False when its reference is there already. Raises `BadRow`, `Refusal`."""
        if store.orders.find(reference=self.row["reference"]):
            return False
        partner_id = self._partner(store)
        steps = [self._moment(name) for name in ("assigned_at", "ready_at", "delivered_at")]
        if partner_id is None and any(steps):
            raise BadRow("partner: is missing for a running order")
        order = dispatcher.apply(store, self._creation(self._customer(store, dispatcher)), PLATFORM)
        assert isinstance(order, Order)
        assigned_at, ready_at, delivered_at = steps
        if partner_id is not None:
            dispatcher.apply(store, AssignOrder(order.id, partner_id, assigned_at), PLATFORM)
        if ready_at or delivered_at:
            dispatcher.apply(store, MarkReady(order.id, ready_at or delivered_at, REASON), PLATFORM)
        if delivered_at:
            dispatcher.apply(store, MarkDelivered(order.id, signed_slip=True, at=delivered_at), PLATFORM)
        return True

    def _partner(self, store: Store) -> str | None:
        name = self.row.get("partner", "")
        if not name:
            return None
        found = store.partners.find(name=name)
        if len(found) != 1:
            raise BadRow(f"partner: {len(found) or 'no'} partners are called {name}")
        return found[0].id

    def _customer(self, store: Store, dispatcher: Dispatcher) -> str:
        name, email = self.row["customer_name"], self.row["customer_email"]
        for known in store.customers.find(email=email):
            if known.name == name:
                return known.id
        made = dispatcher.apply(store, AddCustomer(name, email, self.row.get("customer_language") or "en"), PLATFORM)
        assert isinstance(made, Customer)
        return made.id

    def _creation(self, customer_id: str) -> CreateOrder:
        texts = {name: self.row[name] for name in TEXTS if self.row.get(name)}
        flags = {name: self._flag(name) for name in FLAGS if self.row.get(name)}
        folders = tuple(part.strip() for part in self.row.get("folders", "").split("|") if part.strip())
        return CreateOrder(
            self.row["reference"], self.row["title"], customer_id, self._day("requested_delivery_date"),
            folders=folders, **texts, **flags,  # type: ignore[arg-type]
        )  # fmt: skip

    def _flag(self, name: str) -> bool:
        value = self.row[name].lower()
        if value not in YES | NO:
            raise BadRow(f"{name}: {self.row[name]!r} is neither yes nor no")
        return value in YES

    def _day(self, name: str) -> date | None:
        value = self.row.get(name, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise BadRow(f"{name}: {value!r} is no date such as 2030-01-31") from None

    def _moment(self, name: str) -> datetime | None:
        value = self.row.get(name, "")
        try:
            moment = datetime.fromisoformat(value) if value else None
        except ValueError:
            raise BadRow(f"{name}: {value!r} is no moment such as 2030-01-31T09:00") from None
        return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=self.zone)


def read_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows with their first line's number, split at commas or semicolons. Raises `BadRow` for a wrong heading."""
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if problems := [*(f"{name} is missing" for name in NEEDED if name not in names),
                    *(f"{name!r} is unknown" for name in names if name not in COLUMNS)]:  # fmt: skip
        raise BadRow("columns: " + ", ".join(problems))
    reader.fieldnames = names
    line = 2
    for row in reader:
        surplus = row.pop(None, None)
        values = {name: (value or "").strip() for name, value in row.items()}
        if any(values.values()):
            yield line, {**values, SURPLUS: ",".join(surplus or ())}
        line = reader.line_num + 1


async def import_file(settings: Settings, file: Path) -> bool:
    """Bring in the file with a progress bar and tell what happened; whether something was bad."""
    from rich.console import Console
    from rich.progress import Progress

    from bots.app.parts import assemble

    parts = assemble(settings, frozenset())
    console = Console(stderr=True)
    try:
        text = await asyncio.to_thread(file.read_text, "utf-8-sig")
        importer = Importer(parts.database, parts.dispatcher, ZoneInfo(parts.house.staff_zone))
        with Progress(console=console) as progress:
            bar = progress.add_task(file.name, total=sum(1 for _ in read_rows(text)))
            report = await importer.bring_in(text, lambda: progress.advance(bar))
    except (BadRow, UnicodeDecodeError) as unusable:
        console.print(f"{file.name} can't be read: {unusable}", markup=False)
        return True
    finally:
        await parts.close()
    for line, reason in report.bad:
        console.print(f"line {line}: {reason}", markup=False, soft_wrap=True)
    console.print(f"{report.made} brought in, {report.known} already there, {len(report.bad)} bad", markup=False)
    return bool(report.bad)
