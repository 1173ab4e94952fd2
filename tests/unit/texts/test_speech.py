from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from bots.labels import instant_of, label
from bots.speech import buttons, words
from bots.texts import knows
from bots.troubles import NEEDLES, error_key, error_words
from core import notices as n
from core.people import Party
from core.richtext import Style
from tests.unit.texts.notices import AT, DAY, SAMPLES

NASTY = "*b* <b>&amp; {x} \ue000\ue8ff _i_ `c` <!channel>"


def bold(notice: n.Notice) -> list[str]:
    return [span.text for span in words(notice).spans if Style.BOLD in span.styles]


def test_the_samples_are_complete() -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(n.Notice))


@pytest.mark.parametrize("notice", SAMPLES, ids=lambda notice: type(notice).__name__)
def test_every_notice_speaks_and_every_button_has_a_label(notice: n.Notice) -> None:
    said = words(notice).plain()
    assert said.strip()
    assert "\ue8ff" not in said
    assert "  " not in said.replace("\n", "")
    for row in buttons(notice):
        for button in row:
            assert len(button.encode()) <= 64
            assert 0 < len(label(button)) <= 40


@pytest.mark.parametrize("notice", SAMPLES, ids=lambda notice: type(notice).__name__)
def test_nobodys_words_become_markup(notice: n.Notice) -> None:
    free = {f.name: NASTY for f in fields(notice) if f.name in {"title", "partner", "text", "reason", "note", "by"}}
    known: Any = notice
    changed: n.Notice = replace(known, **free)
    plain_looks = [span.styles for span in words(notice).spans]
    assert [span.styles for span in words(changed).spans] == plain_looks
    shown = words(changed).plain()
    assert all(
        NASTY in shown for name in free if getattr(notice, name) and getattr(notice, name) in words(notice).plain()
    )


def test_a_reminder_names_exactly_what_is_missing() -> None:
    nudge = n.TodosNudge("A-1", "or", "Table", ("material_date", "invoice_reference", "delivery_schedule"), AT)
    assert "material delivery date, invoice reference and delivery schedule" in words(nudge).plain()
    assert "completion" not in words(nudge).plain()
    assert [[label(b) for b in row] for row in buttons(nudge)] == [
        ["Set material delivery date"],
        ["Set invoice reference"],
        ["Set delivery schedule"],
    ]


def test_bold_marks_the_reference_and_the_date() -> None:
    assert bold(n.OrderDelivered("A*1", "or", "Table", AT)) == ["A*1", "Thu 31 Jan 2030, 14:30"]


def test_instants_are_the_readers() -> None:
    notice = n.KickOffPickedNotice("A-1", AT, "Jan")
    assert "Thu 31 Jan 2030, 14:30," in words(notice).plain()
    assert "Thu 31 Jan 2030, 15:30 EET" in words(notice, "en", ZoneInfo("Europe/Bucharest")).plain()


def test_lines_without_content_are_left_out() -> None:
    bare = n.OfferSent("A-1", "of", "Table", "", "", None, "", "", AT)
    assert words(bare).plain().splitlines() == [
        "New order on offer: A-1 · Table",
        "Please answer before Thu 31 Jan 2030, 14:30.",
    ]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2030-01-31", "Thu 31 Jan 2030"),
        ("pick_up 2030-01-31", "Thu 31 Jan 2030 (Pick-up)"),
        ("True", "No reference"),
        ("F-77", "F-77"),
    ],
)
def test_stored_values_are_shown_as_people_write_them(stored: str, shown: str) -> None:
    notice = n.TaskNotice("A-1", "delivery_schedule", "", stored, "Jan", "", ())
    assert words(notice).plain() == f"A-1: Jan set the delivery schedule to {shown}."


def test_a_long_text_of_a_customer_comes_whole() -> None:
    notice = n.FeedbackNotice("A-1", "or", "other", "x" * 4000, "")
    assert "x" * 4000 in words(notice).plain()


def test_an_alert_without_words_of_its_own_still_says_something() -> None:
    assert "strange" in words(n.StaffAlert("A-1", "never_heard_of", "strange", "", "")).plain()


def test_a_failed_send_says_what_mends_it() -> None:
    said = words(n.SendFailed("A-1", "me", "Jan", "Hello", "Bad Request: TOPIC_CLOSED")).plain()
    assert "the topic is closed. Reopen it in Telegram, then press Retry" in said


def test_buttons_are_for_who_can_use_them() -> None:
    moved = n.MilestoneNotice("A-1", "or", "Measure-up", date(2030, 1, 1), DAY)
    assert [b.verb for row in buttons(moved, Party.PARTNER) for b in row] == ["milestone_no"]
    assert buttons(moved, Party.STAFF) == ()
    assert buttons(replace(moved, new=None), Party.PARTNER) == ()
    last = n.FeedbackLastCall("A-1", "or", "Table", AT)
    assert [b.verb for row in buttons(last, Party.STAFF) for b in row] == ["feedback"]
    assert buttons(last, Party.CUSTOMER) == ()


def test_a_kick_off_button_holds_its_instant() -> None:
    rows = buttons(n.KickOffOptions("A-1", "or", ("2030-01-31T13:30:00+00:00",)))
    assert instant_of(rows[0][0].arg) == AT
    assert label(rows[0][0], "en", ZoneInfo("Europe/Amsterdam")) == "Thu 31 Jan 2030, 14:30"


def test_nothing_internal_reaches_the_customers_side() -> None:
    internal = ("Cutr only", "price", "invoice", "late to-do", "escalat", "€")
    for notice in SAMPLES:
        if isinstance(notice, n.SharedNotice):
            said = words(notice).plain().lower()
            assert [word for word in internal if word.lower() in said] == []


def test_the_digest_has_a_line_per_order() -> None:
    digest = n.TodosDigest("", ("A-1|Hout|bouw|material_date,completion_date|1", "A-2|Bos|material_date|0", "+7"))
    assert words(digest).plain().splitlines() == [
        "Late to-dos",
        "• A-1 · Hout|bouw: material delivery date and planned completion date (1 day late)",
        "• A-2 · Bos: material delivery date (late since today)",
        "and 7 more orders",
    ]


@pytest.mark.parametrize(
    ("error", "key"),
    [
        ("Forbidden: bot was blocked by the user", "blocked"),
        ("Bad Request: message thread not found", "topic_gone"),
        ("DeliverMessage: no_thread", "no_thread"),
        ("bug 7F3A", "bug"),
        ("channel_shared_outside", "shared_outside"),
        ("address_refused: 550 5.1.1 nobody here", "address_refused"),
        ("something new", "other"),
    ],
)
def test_platforms_errors_get_words_of_ours(error: str, key: str) -> None:
    assert error_key(error) == key
    assert error_words(error)


def test_every_error_that_is_recognised_has_words() -> None:
    assert [key for _, key in NEEDLES if not knows(f"error-{key}")] == []


def test_an_alert_says_where_and_why() -> None:
    alert = n.StaffAlert("A-1", "place_broken", "telegram -100: Bad Request: TOPIC_CLOSED", "or", "")
    assert "(telegram -100: the topic is closed. Reopen it in Telegram, then press Retry)" in words(alert).plain()


def test_one_rejection_lists_its_files_and_has_a_button_for_each() -> None:
    names = tuple(f"door-{number}.jpg" for number in range(1, 24))
    notice = n.FileRejected("A-1", tuple(f"f{name}" for name in names), names, len(names), "too dark", "Anna")
    said = words(notice).plain()
    assert "23 files were rejected by Anna" in said
    assert "20. door-20.jpg" in said
    assert "and 3 more: see /files" in said
    pressed = [button for row in buttons(notice, Party.PARTNER) for button in row]
    assert [label(button) for button in pressed][:2] == ["Upload revision of 1", "Upload revision of 2"]
    assert [button.about for button in pressed] == [f"f{name}" for name in names[:10]]
    alone = replace(notice, files=("f",), names=("door.jpg",), count=1)
    assert "door.jpg was rejected by Anna" in words(alone).plain()
    assert [label(button) for row in buttons(alone, Party.PARTNER) for button in row] == ["Upload revision"]
