"""The figures on their page, and the lists behind them."""

import re
from datetime import datetime
from html import unescape

import pytest

from app.catalogue.models import Kind
from app.core import clock
from app.ideas.models import Standing, Verdict, Voice
from app.initiatives.models import Outcome
from app.initiatives.models import Standing as Shown
from tests.factories import make_idea, make_person
from tests.factories.catalogue import make_term
from tests.factories.ideas import merge
from tests.factories.programme import change, make_initiative, tell
from tests.factories.threads import tie
from tests.programme.pages import table, words

YEAR = "/outcomes?year=2025"
SPRING, SUMMER = datetime(2025, 4, 10, 9), datetime(2025, 7, 3, 9)


@pytest.fixture
def read(client, ane):
    return client.sign_in(ane)


def proposed(title="A letter", at=SPRING, **given):
    return make_idea(title=title, created_at=at, **given)


def done(title="A letter", at=SPRING, since=SUMMER, **given):
    columns = {"verdict": Verdict.DONE, "result": "Two calls fewer.", "since": since}
    answer = {"first_decided_at": since, "first_days": 4}
    return proposed(title, at, **columns | answer | given)


def listed(client, url):
    """The ideas of a list, all its pages long; and how many it says there are."""
    found = []
    while url:
        text = client.get(url).text
        said = int(re.search(r'class="kicker">(\d+) ', text)[1])
        found += re.findall(r'<a class="thing"[^>]*>(.*?)</a>', text)
        more = re.search(r'href="([^"]+)" rel="next"|rel="next" href="([^"]+)"', text)
        url = unescape(more[1] or more[2]) if more else ""
    return found, said


def test_every_figure_opens_a_list_of_as_many_rows(read):
    area = make_term("Claims", kind=Kind.AREAS).id
    done("Done in time", area_id=area)
    done("Done late", since=datetime(2025, 12, 1), first_days=61)
    done("Of the year before", at=datetime(2024, 5, 1), since=datetime(2024, 6, 1))
    done("Nobody knows when", first_decided_at=None, first_days=None)
    for days in (5, 10, 60):  # at the borders of what is told apart
        done(f"After {days}", first_days=days)
    for nth in range(32):
        proposed(f"Waiting {nth}", SUMMER)
    proposed(
        "Looked at", verdict=Verdict.ANALYSE, area_id=area, first_days=8, first_decided_at=SUMMER
    )

    page = read.get(YEAR).text
    figures = re.findall(r'<td class="n"><a href="([^"]+)">(.*?)</a>', page)
    figures += [
        (url, text)
        for url, text in re.findall(r'<a href="(/outcomes/done[^"]+)">(\d+.*?)</a>', page)
    ]
    assert len(figures) > 40
    for url in {unescape(url) for url, _ in figures}:
        [text, *_] = [text for one, text in figures if unescape(one) == url]
        rows, said = listed(read, url)
        number = re.search(r"n = (\d+)", text) or re.search(r"(\d+)", words(text))
        assert int(number[1]) == len(rows) == len(set(rows)) == said, url


def test_one_row_moves_its_figures_and_no_others(read):
    idea, other = done(), proposed("Another", SUMMER)

    def told():
        answer = read.get(YEAR)
        return {
            (name, row, nth): cell
            for name in ("states", "answers", "quarters")
            for row, cells in table(answer, name).items()
            for nth, cell in enumerate(cells)
        }

    def moved(record, **columns):
        before, kept = told(), {name: getattr(record, name) for name in columns}
        change(record, **columns)
        after = told()
        change(record, **kept)
        assert told() == before
        return {
            place: (before[place], after[place])
            for place in before
            if before[place] != after[place]
        }

    assert set(moved(idea, first_days=7)) == {
        ("answers", "Within 5 working days", 0),
        ("answers", "In 6 to 10 working days", 0),
        *(("answers", "Working days, for half of them", 0),),
        ("quarters", "Q2 2025", 7),
        ("quarters", "All together", 7),
    }
    for gone in ({"standing": Standing.HIDDEN}, {"standing": Standing.WITHDRAWN}):
        lost = moved(idea, **gone)
        assert lost["states", "Done", 0] == ("1", "0")
        assert lost["quarters", "Q2 2025", 5] == ("1", "0")
        assert ("quarters", "Q3 2025", 5) not in lost
    assert moved(other, created_at=datetime(2024, 7, 1))["states", "All together", 1] == ("0", "1")
    assert moved(other, created_at=datetime(2023, 7, 1))["states", "All together", 0] == ("2", "1")
    merge(other, idea, by=make_person("Garazi", "governance"))
    assert told()["states", "All together", 0] == "1"


def test_a_day_is_the_one_it_was_in_the_house(read):
    proposed(at=datetime(2025, 3, 31, 22, 30))  # half past midnight of April, in Madrid
    assert table(read.get(YEAR), "quarters")["Q2 2025"][5] == "1"
    assert "A letter" in read.get("/outcomes/ideas?quarter=2025Q2").text
    assert "A letter" not in read.get("/outcomes/ideas?quarter=2025Q1").text


def test_what_waits_says_so_in_the_median(read):
    done()
    with clock.at(datetime(2025, 4, 11, 9)):
        proposed("Waiting", SPRING)
        proposed("Waiting too", SPRING)
        assert "Half of them will have waited 1 working day or more" in words(read.get(YEAR).text)
    with clock.at(datetime(2025, 5, 11, 9)):
        assert table(read.get(YEAR), "states")["New"][0] == "2"
        median = table(read.get(YEAR), "answers")["Working days, for half of them"]
        assert median[1] == "–" and median[0].endswith("or more n = 3")


def test_what_was_said_stands_beside_what_was_done(read, jon, nerea):
    idea = done("Say when it ends", voice=Voice.CUSTOMER)
    other = proposed("Say it in a letter")
    first, second = make_initiative(jon, title="New letters"), make_initiative(title="Old ones")
    hidden = make_initiative(title="Behind a door", standing=Shown.HIDDEN)
    beside = make_initiative(title="Only beside it")
    tell(first, Outcome.PARTLY, summary="They call once.")
    for one, to, aside in (
        (idea, first, False),
        (other, second, False),
        (idea, hidden, False),
        (idea, beside, True),
    ):
        tie(one, to, by=nerea, beside=aside)
    merge(other, idea, by=nerea)

    for page in (YEAR, "/outcomes/done?year=2025", "/outcomes/done?quarter=2025Q3"):
        said = words(read.get(page).text)
        assert "A customer said Say when it ends We did Two calls fewer." in said
        assert "New letters Something is different, in part" in said and "They call once." in said
        assert "Old ones" in said and "Only beside it" not in said and "Behind" not in said
    assert "Behind" not in read.sign_in(nerea).get(YEAR).text  # the same page for everybody
    assert "Say when" not in read.get("/outcomes/done?quarter=2025Q2").text
    file = read.get("/outcomes/done/table?as=csv&year=2025").text
    assert "They call once." in file and "New letters; Old ones" in file


def test_an_area_narrows_all_of_it(read):
    areas = {name: make_term(name, kind=Kind.AREAS).id for name in ("Claims", "Legal")}
    done("Of claims", area_id=areas["Claims"])
    done("Of legal", area_id=areas["Legal"])
    proposed("Of nobody")

    within = read.get(f"{YEAR}&area={areas['Claims']}")
    assert "Of claims" in within.text and "Of legal" not in within.text
    assert table(within, "states")["All together"] == ["1", "0"]
    assert 'id="areas-table"' not in within.text
    assert table(read.get(f"{YEAR}&area=0"), "states")["All together"] == ["1", "0"]
    assert read.get("/outcomes?area=99999").status_code == 404


def test_a_decision_is_seen_at_once_and_nothing_else_is_asked_anew(read, queries):
    idea = proposed()
    read.get(YEAR)
    queries.clear()
    read.get(YEAR)
    kept = len(queries)
    assert table(read.get(YEAR), "states")["Done"][0] == "0"
    change(idea, verdict=Verdict.DONE, result="Sent.", since=SUMMER)
    queries.clear()
    assert table(read.get(YEAR), "states")["Done"][0] == "1"
    anew = len(queries)
    assert kept < anew

    for nth in range(9):
        tie(done(f"Letter {nth}"), make_initiative(), by=make_person())
        proposed(f"Waiting {nth}")
    for page, least in ((YEAR, anew), ("/outcomes/done?year=2025", 0), ("/outcomes/ideas", 0)):
        queries.clear()
        assert read.get(page).status_code == 200
        assert len(queries) <= max(least, kept + 4), page


def test_a_house_without_ideas_says_how_to_begin(read):
    page = read.get("/outcomes")
    assert "No idea was proposed in this time" in page.text and "/ideas/new" in page.text
    assert "<table" not in page.text
    assert "No idea was done in this time" in read.get("/outcomes/done").text


def test_tables_go_out_as_spreadsheets_and_no_others(read):
    proposed()
    for path in (
        "tables/states",
        "tables/answers",
        "tables/quarters",
        "tables/areas",
        "done/table",
    ):
        with read.get(f"/outcomes/{path}?as=xlsx&year=2025") as answer:
            assert answer.status_code == 200 and answer.data.startswith(b"PK")
    assert read.get("/outcomes/tables/people").status_code == 404
    assert read.get("/outcomes/tables/states?as=pdf").status_code == 404


def test_nonsense_in_an_address_asks_for_nothing(read):
    for asked in (
        "year=abc&quarter=&area=x&state=&answer=soon",
        "quarter=2025Q9&area=-1&timed=7&after=x",
        "year=99999&after=99999999999999999999&area=99999999999999999999",
        "year=%00&state=%F0%9F%A6%84",
    ):
        for path in ("", "/ideas", "/done", "/tables/areas", "/done/table"):
            assert read.get(f"/outcomes{path}?{asked}").status_code == 200, (path, asked)


def test_narrow_bars_are_explained_where_there_are_any(read):
    done()
    assert "narrow bars" not in read.get(YEAR).text

    done("Of the year before", at=datetime(2024, 5, 1), since=datetime(2024, 6, 1))
    assert "The narrow bars are 2024." in words(read.get(YEAR).text)
