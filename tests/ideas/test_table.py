"""The ideas as a list and as a file: the same filters, in the governance team's own words."""

import csv
import io

import pytest
from openpyxl import load_workbook

from app.catalogue.models import Kind
from app.ideas.models import Verdict
from tests.factories import decide, make_idea, make_term


@pytest.fixture
def reading(client, ane):
    return client.sign_in(ane)


@pytest.fixture
def table(ane, nerea):
    """One idea of every kind of answer."""
    area = make_term("CXE", kind=Kind.AREAS, name_en="CX team")

    def made(title, **said):
        decide(make_idea(ane, title=title), by=nerea, **said)

    make_idea(ane, title="=HYPERLINK(1)", problem="- by phone", change="-> it is done")
    made("Area and year", verdict=Verdict.ANALYSE, area_id=area.id, target=2022)
    made("A year", verdict=Verdict.ANALYSE, target=2021)
    made("An area", verdict=Verdict.ANALYSE, area_id=area.id)
    made("Neither", verdict=Verdict.ANALYSE)
    made("Under way")
    made("Done", verdict=Verdict.DONE)
    made("No", verdict=Verdict.DECLINED)


TRIAGE = [
    ["'=HYPERLINK(1)", ""],
    ["Area and year", "SÍ (CXE, 2022)"],
    ["A year", "SÍ (2021)"],
    ["An area", "SÍ (CXE)"],
    ["Neither", "SÍ"],
    ["Under way", "Ya en curso"],
    ["Done", "Hecha"],
    ["No", "No"],
]


def rows(answer):
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_the_file_speaks_the_teams_words_in_every_language(reading, table):
    heading, *lines = rows(reading.get("/ideas/table/export?as=csv"))

    assert heading[:3] == ["Idea", "¿Analizar?", "Descripción"]
    assert sorted(line[:2] for line in lines) == sorted(TRIAGE)
    first = next(line for line in lines if line[1] == "")
    assert first[2].startswith("'- by phone") and "it is done" in first[2]


def test_a_workbook_says_the_same_and_calculates_nothing(reading, table):
    answer = reading.get("/ideas/table/export?as=xlsx")
    sheet = load_workbook(io.BytesIO(answer.data)).active
    answer.close()

    lines = sheet.iter_rows(min_row=2, values_only=True)
    said = [[cell or "" for cell in line[:2]] for line in lines]
    assert sorted(said) == sorted(TRIAGE)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_the_file_holds_what_the_list_shows(reading, table):
    query = "verdict=analyse&order=newest"
    _, *lines = rows(reading.get(f"/ideas/table/export?as=csv&{query}"))
    page = reading.get(f"/ideas/table?{query}").text

    assert [line[0] for line in lines] == ["Neither", "An area", "A year", "Area and year"]
    places = [page.index(f">{line[0]}</a>") for line in lines]
    assert places == sorted(places)
    assert ">Under way</a>" not in page and "4 ideas" in page


def test_there_is_no_file_of_another_kind(reading):
    assert reading.get("/ideas/table/export?as=pdf").status_code == 404


@pytest.mark.parametrize("order", ["age", "support", "score", "newest"])
def test_page_after_page_every_idea_once(reading, ane, order):
    for number in range(53):
        make_idea(ane, title=f"Letter {number}", supporters=number % 3)

    seen, address = [], f"/ideas/table?order={order}"
    while address:
        page = reading.get(address).text
        seen += [one.partition('"')[0] for one in page.split('<tr id="idea-')[1:]]
        rest = (
            page.partition('rel="next"')[0].rpartition('href="')[2] if 'rel="next"' in page else ""
        )
        address = rest.partition('"')[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 53
