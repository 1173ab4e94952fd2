"""What people see, without any network: codes in buttons, the calendar, cards, groups of files, menus."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.buttons import Button
from bots.telegram.cards import Reader, card, order_list, todo_screen
from bots.telegram.dialogs.calendar import calendar_rows, month_of, picked
from bots.telegram.dialogs.codes import Aim, Choice, NotACode, base36, is_fresh, stamp
from bots.telegram.labels import TOPIC_NAME_LIMIT, chat_name
from bots.telegram.layout import batches_of
from bots.telegram.menu import menu_rows
from bots.texts import LANGUAGES
from core.chats import Attachment, Audience, MediaKind, Platform
from core.orders import DeliveryMethod, Order, TaskKey
from core.people import MemberRole
from core.views import OrderView, order_view
from tests.support.desk import MONDAY, Desk

LONG_ID = "x" * 36
AIMS = [
    Aim(TaskKey.MATERIAL_DATE), Aim(TaskKey.COMPLETION_DATE, is_delay=True),
    *(Aim(TaskKey.DELIVERY_SCHEDULE, method) for method in DeliveryMethod),
]  # fmt: skip


@given(st.sampled_from(AIMS), st.dates(), st.integers(0, 120_000_000), st.booleans())
def test_a_choice_survives_its_button(aim: Aim, day: date, minutes: int, sure: bool) -> None:  # noqa: FBT001
    choice = Choice(aim, day, datetime.fromtimestamp(minutes * 60, UTC), is_sure=sure)
    button = Button.decode(Button("confirm", LONG_ID, choice.encode()).encode())
    assert Choice.decode(button.arg) == choice


@given(st.text(max_size=20))
def test_no_made_up_code_is_more_than_no_code(text: str) -> None:
    for read in (Choice.decode, Aim.of, picked, lambda arg: month_of(arg, date(2030, 1, 1))):
        try:
            read(text)
        except NotACode:
            continue


def test_a_confirmation_lasts_fifteen_minutes() -> None:
    shown = stamp(MONDAY)
    assert is_fresh(shown, MONDAY + timedelta(minutes=15))
    assert not is_fresh(shown, MONDAY + timedelta(minutes=17))


@pytest.mark.parametrize("month", [date(2030, 2, 1), date(2027, 2, 1), date(2100, 12, 1), date(1970, 1, 1)])
def test_a_calendar_has_every_day_of_its_month_once(month: date) -> None:
    rows = calendar_rows(LONG_ID, Aim(TaskKey.DELIVERY_SCHEDULE, DeliveryMethod.PICK_UP), month, month, "en")
    days = [picked(key.button.arg)[1] for row in rows for key in row if key.button.verb == "pick"]
    assert days == [month + timedelta(days=n) for n in range(len(days))]
    assert (days[-1] + timedelta(days=1)).day == 1
    assert all(len(key.button.encode()) <= 64 for row in rows for key in row)
    assert rows[2][month.weekday()].label == "[1]"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_topics_name_fits_and_keeps_its_label(audience: Audience) -> None:
    name = chat_name("R" * 300, audience, "en")
    assert len(name) == TOPIC_NAME_LIMIT
    assert name.endswith("Cutr only" if audience is Audience.CUTR_ONLY else "With customer")


def files(kinds: str) -> list[Attachment]:
    named = {"p": MediaKind.PHOTO, "v": MediaKind.VIDEO, "d": MediaKind.DOCUMENT, "a": MediaKind.AUDIO}
    named["s"] = MediaKind.STICKER
    return [Attachment(named[kind], Platform.SLACK, str(n)) for n, kind in enumerate(kinds)]


@given(st.text(alphabet="pvdas", max_size=40))
def test_every_file_goes_once_in_order_and_in_a_legal_group(kinds: str) -> None:
    batches = batches_of(files(kinds))
    assert [f.file_id for batch in batches for f in batch.files] == [str(n) for n in range(len(kinds))]
    for batch in batches:
        assert len(batch.files) <= (1 if batch.kind == "sticker" else 10)
        if batch.kind in {"document", "audio"}:
            assert len({f.kind for f in batch.files}) == 1


def test_a_photo_above_ten_megabytes_is_a_document() -> None:
    assert batches_of([Attachment(MediaKind.PHOTO, Platform.SLACK, size=11 << 20)])[0].kind == "document"


def _view(desk: Desk) -> OrderView:
    partner = desk.partner()
    desk.member(partner, "Eva", MemberRole.COLLABORATOR)
    order = desk.assigned(partner, price="1250.00", currency="EUR", requested_delivery_date=date(2030, 3, 1))
    view = order_view(desk.store, order.id)
    assert view is not None
    return view


def test_a_card_says_who_reads_and_shows_no_price() -> None:
    view = _view(Desk())
    shown = {audience: card(view, audience, Reader()).text.plain() for audience in Audience}
    assert shown[Audience.CUTR_ONLY].startswith("🔒 REF-1 · Cutr only\npartner + Cutr read this")
    assert shown[Audience.WITH_CUSTOMER].startswith("👥 REF-1 · With customer\npartner + Cutr + CUSTOMER read this")
    assert not any("1250" in text or "1,250" in text for text in shown.values())


def test_a_collaborator_alone_is_not_shown_the_invoice() -> None:
    view = _view(Desk())
    assert "invoice" in todo_screen(view, Reader()).text.plain()
    assert "invoice" not in todo_screen(view, Reader(sees_billing=False)).text.plain()


@pytest.mark.parametrize(("count", "page", "labels"), [(3, 0, []), (20, 0, ["More ›"]), (20, 2, ["‹ Back"])])
def test_lists_have_pages(count: int, page: int, labels: list[str]) -> None:
    orders = [Order(f"o{n}", f"R{n}", "Table", "cu", MONDAY) for n in range(count)]
    rows = order_list(orders, "order", page, LONG_ID, "en").rows
    assert [key.label for row in rows for key in row if key.button.verb == "orders"] == labels
    assert all(len(key.button.encode()) <= 64 for row in rows for key in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scope", ["private", "group"])
def test_the_menu_fits_telegram(scope: str, language: str) -> None:
    rows = menu_rows(scope, language)
    assert {"orders", "todo", "ready", "delivered", "delay", "undo", "help"} <= {name for name, _ in rows}
    assert all(name.isidentifier() and len(name) <= 32 and 1 <= len(words) <= 256 for name, words in rows)


def test_base_36_reads_back() -> None:
    assert [int(base36(number), 36) for number in (0, 35, 36, 123456789)] == [0, 35, 36, 123456789]
