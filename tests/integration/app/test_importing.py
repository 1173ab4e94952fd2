"""`cutr import` over a real database: good rows kept, bad ones named, safe to repeat."""

from zoneinfo import ZoneInfo

import pytest

from bots.app.importing import BadRow, Importer, read_rows
from bots.app.parts import Parts
from core.commands import AddPartner
from core.orders import Status
from core.people import PLATFORM

HEAD = (
    "reference,title,customer_name,customer_email,requested_delivery_date,price,currency,includes_installation,partner"
)
HEAD += ",assigned_at,ready_at,delivered_at"
ROWS = [
    "CU-1,Kitchen,Ann,ann@example.org,2030-03-01,1200.50,EUR,no,Houtbouw BV,2030-01-02T09:00,,",
    "CU-2,Table,Ann,ann@example.org,,,,,Houtbouw BV,2029-12-01T09:00Z,2029-12-20T09:00Z,2030-01-04T09:00Z",
    "CU-3,Desk,Bob,bob@example.org,soon,,,,,,,",
    ",Desk,Bob,bob@example.org,,,,,,,,",
    "CU-5,Desk,Bob,bob@example.org,,,,maybe,,,,",
    "CU-6,Desk,Bob,bob@example.org,,,,,Nobody Ltd,,,",
    "CU-7,Desk,Bob,not-an-address,,,,,,,,",
    "CU-8,Desk,Bob,bob@example.org,,,,,Houtbouw BV,2030-01-03T09:00,2030-01-02T09:00,",
    'CU-9,"Desk, with, commas",Bob,bob@example.org,,,,,,,,',
    "CU-10,Desk, oops,Bob,bob@example.org,,,,,,,,,,",
]


@pytest.fixture
async def importer(parts: Parts) -> Importer:
    await parts.dispatcher.dispatch(AddPartner("Houtbouw BV"), PLATFORM)
    return Importer(parts.database, parts.dispatcher, ZoneInfo("Europe/Amsterdam"))


async def test_good_rows_are_kept_and_bad_ones_named(importer: Importer, parts: Parts) -> None:
    steps: list[int] = []
    report = await importer.bring_in("\n".join([HEAD, *ROWS]), lambda: steps.append(1))
    assert (report.made, report.known, [line for line, _ in report.bad]) == (3, 0, [4, 5, 6, 7, 8, 9, 11])
    assert len(steps) == len(ROWS)
    assert "soon" in report.bad[0][1]
    orders = await parts.database.read(lambda store: store.orders.find())
    assert {o.reference: o.status for o in orders} == {
        "CU-1": Status.IN_PRODUCTION,
        "CU-2": Status.DELIVERED,
        "CU-9": Status.DRAFT,
    }
    first = orders[0]
    assert (first.price, first.assigned_at and first.assigned_at.isoformat()) == (
        "1200.50",
        "2030-01-02T08:00:00+00:00",
    )
    assert orders[1].feedback_until is not None
    assert orders[1].feedback_until.isoformat() == "2030-01-18T09:00:00+00:00"
    await parts.close()


async def test_the_same_file_again_changes_nothing(importer: Importer, parts: Parts) -> None:
    text = "\n".join([HEAD, *ROWS])
    await importer.bring_in(text)
    report = await importer.bring_in(text)
    assert (report.made, report.known, len(report.bad)) == (0, 3, 7)
    customers = await parts.database.read(lambda store: store.customers.find())
    assert sorted(customer.name for customer in customers) == ["Ann", "Bob"]
    await parts.close()


def test_semicolons_are_read_as_well() -> None:
    text = "Reference;Title;customer_name;customer_email\nCU-1;A, b;Ann;a@b.nl\n\n;;;\n"
    assert [(line, row["title"]) for line, row in read_rows(text)] == [(2, "A, b")]


@pytest.mark.parametrize("text", ["", "reference,title\n", "reference,title,customer_name,customer_email,colour\n"])
def test_a_file_with_other_columns_is_refused(text: str) -> None:
    with pytest.raises(BadRow):
        list(read_rows(text))
