"""CSV that Excel opens and runs nothing of: every cell, whatever stands in it, and no prices for who may see none."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.export import END, MARK, csv_lines, line, safe, shown
from core.export import COLUMNS, MONEY, columns_for
from core.people import PLATFORM, Role
from core.ports import OrderFilter
from core.refusals import NotAllowed
from tests.support.desk import ANNA
from tests.unit.core.scenes import running

STARTS = "=+-@\t\r\0\uff1d\uff0b\uff0d\uff20"
NASTY = st.text(alphabet=st.one_of(st.sampled_from(STARTS + ",;|\"'\n \u200b\ufeff"), st.characters(codec="utf-8")))


def read_back(text: str) -> list[list[str]]:
    """As a strict reader of RFC 4180 sees it."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def begins_formula(cell: str) -> bool:
    return cell.lstrip(' \n\u200b\ufeff"')[:1] in set(STARTS)


@given(st.lists(NASTY, min_size=1, max_size=6))
def test_no_cell_begins_a_formula_and_none_is_lost(cells: list[str]) -> None:
    written = line(cells)
    assert written.endswith(END)
    [found] = read_back(written)
    assert found == [safe(cell) for cell in cells]
    assert not [cell for cell in found if begins_formula(cell)]


@given(NASTY)
def test_a_cell_stays_what_it_was_but_for_apostrophes(cell: str) -> None:
    assert safe(cell).replace("'", "") == cell.replace("'", "")


@given(st.lists(NASTY, min_size=1, max_size=4))
def test_another_separator_finds_no_formula_either(cells: list[str]) -> None:
    """Dutch and German Excel split at semicolons and may take our quotes for signs."""
    for piece in re.split("[;|\t\n]", line(cells).removesuffix(END)):
        assert piece.strip('\0\r\u200b\ufeff" ')[:1] not in set(STARTS)


@pytest.mark.parametrize("plain", ["Oak kitchen", "K-100", "a=b", "1-2", "12.50", "jan@x.nl", "'t Gooi", ""])
def test_ordinary_words_stay_as_they_are(plain: str) -> None:
    assert safe(plain) == plain


@pytest.mark.parametrize("sign", list(STARTS))
def test_each_sign_is_guarded(sign: str) -> None:
    assert safe(f"{sign}cmd|' /C calc'!A0").startswith(f"'{sign}")


def test_quotes_commas_and_breaks_are_quoted() -> None:
    assert line(['a"b', "c,d", "e\nf", "g"]) == '"a""b","c,d","e\nf",g\r\n'


def test_moments_are_in_the_readers_zone_or_in_utc() -> None:
    at = datetime(2030, 1, 31, 13, 30, tzinfo=UTC)
    assert shown(at, ZoneInfo("Europe/Amsterdam")) == "2030-01-31 14:30"
    assert shown(at, None) == "2030-01-31T13:30:00+00:00"
    assert (shown(date(2030, 1, 31), None), shown(None, None), shown(3, None)) == ("2030-01-31", "", "3")


def test_prices_are_for_those_who_may_see_money() -> None:
    for role, actor in running().actors().items():
        if role in {Role.STAFF, Role.PLATFORM}:
            assert set(columns_for(actor)) >= MONEY
        else:
            with pytest.raises(NotAllowed):
                columns_for(actor)


async def test_columns_without_money_hold_no_money() -> None:
    scene = running(price="987654.32", currency="CHF")
    columns = tuple(name for name in COLUMNS if name not in MONEY)
    text = "".join([piece async for piece in csv_lines(scene.desk.database, columns, OrderFilter())])
    assert "987654" not in text
    assert "CHF" not in text


async def test_the_file_has_its_mark_its_headings_and_a_row_per_order() -> None:
    scene = running(price="1250.00", currency="EUR")
    scene.complete()
    order = scene.order
    order.title = "=HYPERLINK(1)"
    scene.desk.store.orders.save(order)
    pieces = [piece async for piece in csv_lines(scene.desk.database, columns_for(ANNA), OrderFilter())]
    text = "".join(pieces)
    assert text.startswith(MARK)
    heading, row = read_back(text.removeprefix(MARK))
    found = dict(zip(heading, row, strict=True))
    assert heading == list(COLUMNS) == list(columns_for(PLATFORM))
    assert found["title"] == "'=HYPERLINK(1)"
    assert (found["price"], found["status"], found["open_todos"]) == ("1250.00", "in_production", "0")
    assert (found["partner"], found["completion_date"]) == (
        scene.partner.name,
        scene.order.created_at.date().isoformat(),
    )
    assert (found["invoice_reference"], found["delivery_method"]) == ("PO-7", "delivery")


async def test_no_orders_give_the_headings_alone() -> None:
    scene = running()
    none = OrderFilter(text="nothing like that")
    assert [piece async for piece in csv_lines(scene.desk.database, ("reference",), none)] == [f"{MARK}reference\r\n"]
