"""Typed dates: tables per language and what holds for any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.date_words import LANGUAGES
from core.dates import STILL_THIS_ONE, read_date

TODAY = date(2029, 11, 21)  # a Wednesday in week 47
DAYS = st.dates(date(2000, 1, 1), date(2150, 1, 1))
CODES = st.sampled_from(sorted(LANGUAGES))

EVERYWHERE = {
    "2030-01-31": date(2030, 1, 31),
    "2030/1/31": date(2030, 1, 31),
    "12-3": date(2030, 3, 12),
    "12–3": date(2030, 3, 12),
    "12/3/2030": date(2030, 3, 12),
    "12.3.": date(2030, 3, 12),
    "5.12.": date(2029, 12, 5),
    "05.12": date(2029, 12, 5),
    "5.12.30": date(2030, 12, 5),
    "5. 12. 2030": date(2030, 12, 5),
    "1-11": date(2029, 11, 1),  # twenty days past: stays, so that the caller can warn
    "21-10": date(2030, 10, 21),  # thirty-one days past: next year's
    "29-2": date(2032, 2, 29),
    "1-2-2020": date(2020, 2, 1),
    "31-2": None,
    "12/25": None,
    "1/2/3": None,
    "14:30": None,
    "5": None,
    "": None,
    "??": None,
}
BY_LANGUAGE = {
    "en": {
        "5 dec": date(2029, 12, 5),
        "December 5, 2030": date(2030, 12, 5),
        "on the 5th of December": date(2029, 12, 5),
        "5-Dec-2030": date(2030, 12, 5),
        "today": TODAY,
        "Tomorrow!": date(2029, 11, 22),
        "day after tomorrow": date(2029, 11, 23),
        "friday": date(2029, 11, 23),
        "by Fri.": date(2029, 11, 23),
        "wednesday": date(2029, 11, 28),
        "this wednesday": TODAY,
        "coming Friday": date(2029, 11, 23),
        "next Tuesday": date(2029, 11, 27),
        "next week Tuesday": date(2029, 11, 27),
        "Tuesday next week": date(2029, 11, 27),
        "end of next week": date(2029, 11, 30),
        "end of May": None,
        "in two weeks": date(2029, 12, 5),
        "end of week 50": date(2029, 12, 14),
        "no later than 7 December": date(2029, 12, 7),
        "next Friday": date(2029, 11, 30),
        "friday next week": date(2029, 11, 30),
        "next week": date(2029, 11, 30),
        "this week": date(2029, 11, 23),
        "in 3 days": date(2029, 11, 24),
        "in a week": date(2029, 11, 28),
        "2 weeks": date(2029, 12, 5),
        "in two months": date(2030, 1, 21),
        "week 23": date(2030, 6, 7),
        "wk23": date(2030, 6, 7),
        "week 46": date(2029, 11, 16),
        "tuesday week 50": date(2029, 12, 11),
        "week 2 2031": date(2031, 1, 10),
        "week 60": None,
        "the 5th": date(2029, 12, 5),
        "the 32nd": None,
        "Wednesday 5 December": date(2029, 12, 5),
        "Friday 5 December": None,
        "5 Smarch": None,
        "I don't know": None,
        "friday or monday": None,
        "10.5 kg": None,
        "may": None,
        "next": None,
    },
    "nl": {
        "5 dec": date(2029, 12, 5),
        "morgen": date(2029, 11, 22),
        "overmorgen": date(2029, 11, 23),
        "vrijdag": date(2029, 11, 23),
        "vr 7 dec.": date(2029, 12, 7),
        "volgende week dinsdag": date(2029, 11, 27),
        "volgende vrijdag": date(2029, 11, 30),
        "a.s. vrijdag": date(2029, 11, 23),
        "aanstaande maandag": date(2029, 11, 26),
        "over 2 weken": date(2029, 12, 5),
        "over één week": date(2029, 11, 28),
        "over twee weken": date(2029, 12, 5),
        "over drie dagen": date(2029, 11, 24),
        "over een maand": date(2029, 12, 21),
        "volgende dinsdag": date(2029, 11, 27),
        "aankomende vrijdag": date(2029, 11, 23),
        "komende vrijdag": date(2029, 11, 23),
        "eind week 50": date(2029, 12, 14),
        "vrijdag 7 december": date(2029, 12, 7),
        "ma 26/11": date(2029, 11, 26),
        "wk 50": date(2029, 12, 14),
        "week 23": date(2030, 6, 7),
        "uiterlijk 12 maart": date(2030, 3, 12),
        "donderdag week 50": date(2029, 12, 13),
        "de 5e": date(2029, 12, 5),
        "geen idee": None,
        "tomorrow": date(2029, 11, 22),
        "jutro": date(2029, 11, 22),
    },
    "de": {
        "5. Dezember 2030": date(2030, 12, 5),
        "am 12. März": date(2030, 3, 12),
        "12.Maerz": date(2030, 3, 12),
        "morgen": date(2029, 11, 22),
        "übermorgen": date(2029, 11, 23),
        "nächsten Montag": date(2029, 11, 26),
        "nächster Dienstag": date(2029, 11, 27),
        "Dienstag nächster Woche": date(2029, 11, 27),
        "nächste Woche": date(2029, 11, 30),
        "diesen Freitag": date(2029, 11, 23),
        "in zwei Wochen": date(2029, 12, 5),
        "in 14 Tagen": date(2029, 12, 5),
        "Ende KW 50": date(2029, 12, 14),
        "spätestens 7. Dezember": date(2029, 12, 7),
        "Do 6.12.": date(2029, 12, 6),
        "Freitag, den 7. Dezember 2029": date(2029, 12, 7),
        "kommenden Freitag": date(2029, 11, 23),
        "nächste Woche Freitag": date(2029, 11, 30),
        "in drei Tagen": date(2029, 11, 24),
        "in einer Woche": date(2029, 11, 28),
        "KW 23": date(2030, 6, 7),
        "in KW23": date(2030, 6, 7),
        "in der 23. Woche": date(2030, 6, 7),
        "bis Fr. 7.12.": date(2029, 12, 7),
        "weiß nicht": None,
    },
    "fr": {
        "5 décembre": date(2029, 12, 5),
        "le 1er mars": date(2030, 3, 1),
        "demain": date(2029, 11, 22),
        "après-demain": date(2029, 11, 23),
        "aujourd'hui": TODAY,
        "vendredi prochain": date(2029, 11, 30),
        "mardi prochain": date(2029, 11, 27),
        "mardi": date(2029, 11, 27),
        "ce vendredi": date(2029, 11, 23),
        "mardi de la semaine prochaine": date(2029, 11, 27),
        "dans deux semaines": date(2029, 12, 5),
        "dans un mois": date(2029, 12, 21),
        "vendredi 7 décembre": date(2029, 12, 7),
        "au plus tard le 7 décembre": date(2029, 12, 7),
        "le 12/3": date(2030, 3, 12),
        "sem. 50": date(2029, 12, 14),
        "fin de semaine prochaine": date(2029, 11, 30),
        "lundi": date(2029, 11, 26),
        "la semaine prochaine": date(2029, 11, 30),
        "dans 15 jours": date(2029, 12, 6),
        "dans une semaine": date(2029, 11, 28),
        "d'ici 3 jours": date(2029, 11, 24),
        "semaine 23": date(2030, 6, 7),
        "12 août 2030": date(2030, 8, 12),
        "je ne sais pas": None,
    },
    "pl": {
        "5 grudnia": date(2029, 12, 5),
        "5 grudnia 2030 r.": date(2030, 12, 5),
        "jutro": date(2029, 11, 22),
        "pojutrze": date(2029, 11, 23),
        "w piątek": date(2029, 11, 23),
        "w piatek": date(2029, 11, 23),
        "we wtorek": date(2029, 11, 27),
        "przyszły wtorek": date(2029, 11, 27),
        "w przyszłą środę": date(2029, 11, 28),
        "w przyszły wtorek": date(2029, 11, 27),
        "w następny wtorek": date(2029, 11, 27),
        "w przyszłym tygodniu we wtorek": date(2029, 11, 27),
        "koniec przyszłego tygodnia": date(2029, 11, 30),
        "w ten piątek": date(2029, 11, 23),
        "za dwa miesiące": date(2030, 1, 21),
        "piątek 7 grudnia": date(2029, 12, 7),
        "najpóźniej 7 grudnia": date(2029, 12, 7),
        "tydz. 50": date(2029, 12, 14),
        "pt. 7.12": date(2029, 12, 7),
        "najbliższy piątek": date(2029, 11, 23),
        "w przyszłym tygodniu": date(2029, 11, 30),
        "za 3 dni": date(2029, 11, 24),
        "za tydzień": date(2029, 11, 28),
        "za dwa tygodnie": date(2029, 12, 5),
        "za miesiąc": date(2029, 12, 21),
        "tydzień 23": date(2030, 6, 7),
        "w 23 tygodniu": date(2030, 6, 7),
        "do 12.3": date(2030, 3, 12),
        "nie wiem": None,
    },
}
TABLE = [(code, text, meant) for code in LANGUAGES for text, meant in (EVERYWHERE | BY_LANGUAGE[code]).items()]


@pytest.mark.parametrize(("code", "text", "meant"), TABLE)
def test_what_people_type_is_read(code: str, text: str, meant: date | None) -> None:
    assert read_date(text, TODAY, code) == meant


def test_a_date_just_past_over_new_year_stays_past() -> None:
    assert read_date("20 dec", date(2030, 1, 5), "en") == date(2029, 12, 20)


def test_months_end_where_the_month_ends() -> None:
    assert read_date("in a month", date(2030, 1, 31), "en") == date(2030, 2, 28)


def test_week_53_waits_for_a_year_that_has_one() -> None:
    assert read_date("week 53", date(2027, 6, 1), "en") == date(2033, 1, 1) - timedelta(days=1)


def test_an_unknown_language_falls_back_to_the_known_ones() -> None:
    assert read_date("vrijdag", TODAY, "it") == date(2029, 11, 23)


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    assert read_date("in 9999 weeks", date.max, "en") is None
    assert read_date("last year", date.min, "en") is None
    assert read_date("30 dec", date.max, "en") == date(9999, 12, 30)


@given(st.text(), DAYS, CODES)
def test_any_text_gives_a_date_or_none(text: str, today: date, code: str) -> None:
    assert isinstance(read_date(text, today, code), date | None)


@given(DAYS, DAYS, CODES)
def test_a_full_date_is_itself_whatever_today_is(meant: date, today: date, code: str) -> None:
    for text in (meant.isoformat(), f"{meant.day}/{meant.month}/{meant.year}", f"{meant:%d.%m.%Y}"):
        assert read_date(text, today, code) == meant


@given(DAYS, st.integers(-30, 330), CODES)
def test_a_date_without_a_year_is_the_nearest_not_long_past(today: date, ahead: int, code: str) -> None:
    meant = today + timedelta(days=ahead)
    months = [forms.split("/")[0] for forms in LANGUAGES[code].months.split()]
    for text in (f"{meant.day}-{meant.month}", f"{meant.day} {months[meant.month - 1]}"):
        assert read_date(text, today, code) == meant


@given(DAYS, st.integers(0, 6), CODES)
def test_every_form_of_a_weekday_is_within_the_week_ahead(today: date, weekday: int, code: str) -> None:
    for form in LANGUAGES[code].weekdays.split()[weekday].split("/"):
        found = read_date(form, today, code)
        assert found is not None
        assert found.weekday() == weekday
        assert timedelta(days=1) <= found - today <= timedelta(days=7)


@given(DAYS, st.integers(1, 52))
def test_a_week_is_its_friday_and_not_long_past(today: date, week: int) -> None:
    found = read_date(f"week {week}", today, "nl")
    assert found is not None
    assert (found.isocalendar().week, found.weekday()) == (week, 4)
    assert found - today >= -STILL_THIS_ONE
