from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from bots.slack.notices import notice_message
from core.chats import Audience, Place, PlaceKind, Platform
from core.notice_data import CLASSES
from core.notices import Notice, StaffAlert, TodosEscalated
from core.outbox import Posting, Priority
from core.parcels import Parcel
from core.people import Party
from tests.unit.slack.test_rendering import TOKEN, validate

AT = datetime(2030, 1, 7, 9, tzinfo=UTC)
EVIL = "<!channel> <@U1> *x* " * 5
KNOWN = {"missing": ("material_date", "delivery_schedule"), "options": ("2030-01-07T09:00:00+00:00",), "warnings": (),
         "lines": ("REF-1|Houtbouw|material_date|2",), "status": "ready", "old": "ready", "new": "delivered",
         "kept": (f"1|2|{EVIL}",), "answers": (f"90|1|5|2|{EVIL}",), "todos": (f"1|3|{EVIL}",), "cutr": "70|4",
         "category": "finish", "method": "delivery", "responsible": "U0BRAM", "late": ""}  # fmt: skip


def an_instance(kind: type[Any]) -> Notice:
    hints = get_type_hints(kind)
    made: Notice = kind(**{field.name: _value(field.name, hints[field.name]) for field in fields(kind)})
    return made


def _value(name: str, hint: Any) -> object:
    kinds = get_args(hint) or (hint,)
    for wanted, value in ((datetime, AT), (date, date(2030, 1, 31)), (int, 2)):
        if wanted in kinds:
            return value
    if name in KNOWN:
        return KNOWN[name]
    return (EVIL, EVIL) if get_origin(hint) is tuple else "id1" if name.endswith("_id") else EVIL


def a_parcel(notice: Notice) -> Parcel:
    place = Place("p", Platform.SLACK, PlaceKind.THREAD, Party.STAFF, notice.audience, "C1", thread="1.2")
    posting = Posting("x", type(notice).__name__, "p", "s", "slack:C1", Audience.CUTR_ONLY, Party.STAFF,
                      Priority.NOTICE, 1, AT, AT)  # fmt: skip
    return Parcel(posting, place, notice=notice)


@pytest.mark.parametrize("kind", list(CLASSES.values()), ids=list(CLASSES))
def test_every_notice_keeps_slacks_limits_and_calls_nobody(kind: type[Any]) -> None:
    notice = an_instance(kind)
    text, shown = notice_message(a_parcel(notice), notice)
    validate(shown, 50)
    assert not TOKEN.search(text)
    assert all(block["type"] in {"rich_text", "actions"} for block in shown)


def test_the_responsible_person_is_really_called() -> None:
    notice = an_instance(TodosEscalated)
    _, shown = notice_message(a_parcel(notice), notice)
    assert shown[0]["elements"][0]["elements"] == [{"type": "user", "user_id": "U0BRAM"}]


def test_a_failed_message_can_be_retried_where_staff_read_of_it() -> None:
    notice = StaffAlert("REF-1", "message_failed", "Jan: no answer", "o1", "m1")
    _, shown = notice_message(a_parcel(notice), notice)
    assert "retry|m1" in str(shown)
