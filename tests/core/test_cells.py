"""What the cells of somebody's table say."""

from datetime import date

import pytest

from app.core.tables import FORMULA, as_it_was, csv_lines, day_in, number_in
from app.core.tables.days import day_said

SECOND_OF_MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(
    "words",
    ["2026-03-02", "2/3/2026", "02.03.26", "2026/3/2", "20260302", "46083", "2026-03-02 00:00:00"],
)
def test_a_day_is_understood_as_people_and_spreadsheets_write_it(words):
    assert day_in(f" {words} ") == SECOND_OF_MARCH


@pytest.mark.parametrize(
    "words",
    [
        *("2026-03-02T14:33:12.123Z", "02/03/2026 14:33", "2 mar 2026", "2 de marzo de 2026"),
        *("Mar 2, 2026 4:15 PM", "2026(e)ko martxoaren 2(a)", "2 de março de 2026", "46083.61"),
        *("Mon, 02 Mar 2026 10:00:00 +0000", "1772461992", "1772461992000", "02-Mar-2026"),
    ],
)
def test_a_day_is_understood_as_any_program_writes_it(words):
    assert day_said(words) == SECOND_OF_MARCH


def test_where_the_month_comes_first():
    assert day_said("3/2/2026 2:00 PM", month_first=True) == SECOND_OF_MARCH
    for words in ("31 feb 2026", "2 nothing 2026", "", "9" * 99, "99999999999"):
        assert day_said(words) is None


@pytest.mark.parametrize("words", ["", "31/2/2026", "3/13/2026", "mañana", "٢٠٢٦-٠٣-٠٢", "9" * 99])
def test_what_is_no_day_is_none(words):
    assert day_in(words) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1200", 1200),
        ("1.200", 1200),
        ("1,234,567", 1_234_567),
        ("1\u202f200", 1200),
        ("12,0", 12),
        ("-3", -3),
        ("1,5", None),
        ("1.234,567", None),
        ("١٢", None),
        ("9" * 99, None),
        ("a lot", None),
    ],
)
def test_a_whole_number_may_have_its_thousands_apart(words, number):
    assert number_in(words) == number


@pytest.mark.parametrize("sign", FORMULA)
def test_what_kept_a_spreadsheet_from_calculating_is_taken_off_again(sign):
    for words in (f"{sign}1", f"a\n{sign}1", f'a; "{sign}1', f" {sign}1;\t{sign}2"):
        line = "".join(csv_lines([[words]])).lstrip("\ufeff").rstrip("\r\n")
        cell = line[1:-1].replace('""', '"') if line.startswith('"') else line
        assert as_it_was(cell, form="csv") == words


def test_an_apostrophe_that_somebody_wrote_stays():
    for words in ("'90s", "l'oreille", "a\n'b"):
        assert as_it_was(words, form="csv") == as_it_was(words, form="xlsx") == words
    assert as_it_was("a\n'-b", form="xlsx") == "a\n'-b"
