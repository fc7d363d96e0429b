"""A spreadsheet shows what people wrote, and calculates nothing of it."""

import csv
import io

import pytest

from app.core.tables import csv_lines, harmless


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+34 600",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "  =1",
    ],
)
def test_what_would_be_a_formula_is_words(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "Ñu", "1-2", "'=1", "“=1”"])
def test_what_is_words_stays_as_it_is(cell):
    assert harmless(cell) == cell


def test_the_lines_are_one_table():
    rows = [["Título", "Por qué"], ['Con "comillas", y comas', "dos\nlíneas"], ["=1", ""]]
    text = "".join(csv_lines(rows))
    assert text.startswith("\ufeff")
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read == [*rows[:2], ["'=1", ""]]
