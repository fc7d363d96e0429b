"""The page of the figures: one row moves one figure, and every figure leads to its list."""

from datetime import date, datetime, timedelta

import pytest

from app.catalogue.categories import Category
from app.core import clock
from app.core.calendar import here, today
from app.core.db import db, writing
from app.events.models import Event, Minutes, Occurrence
from app.initiatives.models import Outcome, Review, Standing
from app.people.models import Person
from tests.factories import make_idea, make_person, make_post, make_unit
from tests.factories.programme import change, hold, make_initiative, sponsor, tell
from tests.programme.pages import links, table, words

YEAR = "/programme?year=2025"
FIGURES = ("Dates held", "Initiatives begun", "Hours", "People reached", "People who came")


def figures(client, url=YEAR):
    """What the first table says of 2025, and of the year before where that differs from nought."""
    rows = table(client.get(url), "stages")
    return {name: [float(one) for one in rows[name]] for name in FIGURES}


@pytest.fixture
def read(client, nerea):
    return client.sign_in(nerea)


def test_a_date_counts_once_it_is_over_with_its_hours_and_whoever_came(read, jon):
    hold(jon, lasts=timedelta(hours=2), came=2)
    hold(jon, starts=datetime(2024, 2, 3, 10), taken=7)
    hold(jon, starts=datetime.combine(clock.now().date() + timedelta(days=9), datetime.min.time()))

    assert figures(read) == {
        "Dates held": [1, 1],
        "Initiatives begun": [0, 0],
        "Hours": [2, 1],
        "People reached": [2, 7],
        "People who came": [2, 7],
    }
    to_come = table(read.get(f"/programme?year={clock.now().year}"), "stages")
    assert to_come["Dates held"][0] == "0"


def test_one_row_moves_that_figure_and_no_other(read, jon):
    occurrence = hold(jon, came=1, reached=30)
    initiative = make_initiative(jon, hours=10, reached=100)
    before = figures(read)
    assert before["People reached"] == [130, 0]

    def moved(record, **columns):
        kept = {name: getattr(record, name) for name in columns}
        change(record, **columns)
        after = figures(read)
        change(record, **kept)
        assert figures(read) == before
        return {
            name: after[name][0] - before[name][0]
            for name in FIGURES
            if after != before and after[name] != before[name]
        }

    minutes = db.session.query(Minutes).one()
    assert moved(minutes, reached=31) == {"People reached": 1}
    assert moved(minutes, withdrawn_at=clock.now()) == {"People reached": -29}
    assert moved(initiative, hours=12) == {"Hours": 2}
    assert moved(initiative, reached=90) == {"People reached": -10}
    assert moved(occurrence, seconds=occurrence.seconds + 1800) == {"Hours": 0.5}
    gone = {"Dates held": -1, "Hours": -1, "People reached": -30, "People who came": -1}
    assert moved(occurrence, cancelled_at=clock.now()) == gone
    event = db.session.query(Event).one()
    assert moved(event, hidden_at=clock.now()) == gone
    assert moved(event, cancelled_at=clock.now()) == gone
    assert moved(event, category=Category.COMMITTEE) == gone
    gone = {"Initiatives begun": -1, "Hours": -10, "People reached": -100}
    assert moved(initiative, standing=Standing.WITHDRAWN) == gone
    assert moved(initiative, standing=Standing.HIDDEN) == gone
    assert moved(initiative, review=Review.RETURNED, reason="Who?") == gone


def test_hours_are_those_of_where_a_date_was_moved_to(read, jon):
    occurrence = hold(jon, lasts=timedelta(hours=1))
    assert figures(read)["Hours"] == [1, 0]

    longer = occurrence.when._replace(ends=occurrence.ends + timedelta(hours=2))
    with writing():
        moved, by = (
            db.session.get_one(Occurrence, occurrence.id),
            db.session.get_one(Person, jon.id),
        )
        moved.move(longer, place="The shelter", call_url="", by=by)
    assert figures(read)["Hours"] == [3, 0]


def test_figures_are_counted_anew_for_what_they_count_alone(read, jon, queries):
    occurrence = hold(jon, lasts=timedelta(hours=2))
    figures(read)
    queries.clear()
    assert figures(read)["Hours"] == [2, 0]
    of_the_page = len(queries)

    make_post(jon)
    queries.clear()
    assert figures(read)["Hours"] == [2, 0] and len(queries) == of_the_page

    for record, given in (
        (occurrence, {"seconds": 3600}),
        (make_unit("Offices"), {"name": "Shops"}),
        (make_idea(), {"verdict": "done", "result": "Two calls fewer."}),
    ):
        change(record, **given)
        queries.clear()
        assert figures(read)["Hours"] == [1, 0] and len(queries) > of_the_page


def test_what_is_planned_has_not_begun(read, jon):
    unit = make_unit("Offices")
    change(jon, unit_id=unit.id)
    year = f"?year={today().year}"
    for title, starts_on in (("Begun", today()), ("To come", today() + timedelta(days=1))):
        columns = {"starts_on": starts_on, "hours": 50, "reached": 900, "unit_id": unit.id}
        make_initiative(jon, title=title, **columns)

    said = table(read.get(f"/programme{year}"), "stages")
    assert [said[name][0] for name in FIGURES[1:4]] == ["1", "50", "900"]
    behind = words(read.get(f"/programme/events{year}").text)
    assert "0 dates held and 1 initiatives begun, 50 hours, 900 people reached" in behind
    for page in ("initiatives", f"programme/units/{unit.id}", f"programme/people/{jon.id}"):
        shown = words(read.get(f"/{page}{year}&counted=1").text)
        assert "Begun" in shown and "To come" not in shown
    assert "Initiatives begun 1 0 0" in shown


def test_figures_and_lists_take_in_what_is_over_when_the_clock_strikes(read, jon):
    strikes = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    starts = here(strikes).replace(tzinfo=None) + timedelta(minutes=5)
    hold(jon, title="The potluck", starts=starts, lasts=timedelta(minutes=20))

    def told(minutes):
        """The figure, what the page of its list says it is, and whether it is in the list."""
        with clock.at(strikes + timedelta(minutes=minutes)):
            figure = table(read.get(f"/programme?year={starts.year}"), "stages")["Dates held"][0]
            behind = read.get(f"/programme/events?year={starts.year}").text
        return figure, words(behind).split("Together: ")[1][0], "The potluck" in behind

    assert told(10) == told(40) == ("0", "0", False)
    assert told(70) == ("1", "1", True)


def test_what_comes_of_it_is_told_apart_by_how_long_after_the_end(read, jon):
    initiative = make_initiative(jon)
    told = tell(initiative, Outcome.PARTLY, after=30)
    tell(initiative, Outcome.CHANGED, after=90, at=datetime(2024, 12, 31, 23, 30))  # here 2025
    idea = make_idea(verdict="done", result="Two calls fewer.", since=datetime(2025, 6, 1))
    sponsor(idea, jon)
    make_idea(verdict="done", result="Nobody sponsors it.", since=datetime(2025, 6, 1))

    rows = table(read.get(YEAR), "stages")
    assert rows["Something is different, in part (told 30 days after the end)"] == ["1", "0"]
    assert rows["Something is different, and stays so (told 90 days after the end)"] == ["1", "0"]
    assert rows["Sponsored ideas that are done"] == ["1", "0"]

    change(told, outcome=Outcome.NOTHING)
    rows = table(read.get(YEAR), "stages")
    assert rows["Something is different, in part (told 30 days after the end)"] == ["0", "0"]
    assert rows["Nothing has changed (told 30 days after the end)"] == ["1", "0"]


def test_a_unit_counts_with_what_is_part_of_it_and_narrows_all_of_the_page(read):
    house = make_unit("Group")
    part = make_unit("Offices", parent=house)
    leire, mikel = make_person("Leire", unit_id=part.id), make_person("Mikel", unit_id=house.id)
    hold(leire, taken=3)
    hold(mikel, taken=4)
    make_initiative(mikel, unit_id=part.id, reached=5)
    hold(make_person(), taken=100)

    assert table(read.get(YEAR), "units")["Group"] == ["2", "0", "1", "0", "2", "0", "12", "0"]
    within = read.get(f"{YEAR}&unit={house.id}")
    assert table(within, "units")["Offices"] == ["1", "0", "1", "0", "1", "0", "8", "0"]
    assert table(within, "units")["All together"][6] == "12"
    assert table(within, "stages")["People reached"] == ["12", "0"]
    assert read.get(f"{YEAR}&unit={house.id + 99}").status_code == 404


def test_a_quarter_is_told_beside_the_same_one_a_year_before(read, jon):
    hold(jon, starts=datetime(2025, 4, 1, 10))
    hold(jon, starts=datetime(2025, 3, 31, 23))
    hold(jon, starts=datetime(2024, 6, 30, 9))
    make_initiative(jon, starts_on=date(2025, 6, 30))

    answer = read.get("/programme?quarter=2025Q2")
    assert table(answer, "stages")["Dates held"] == ["1", "1"]
    assert table(answer, "stages")["Initiatives begun"] == ["1", "0"]
    assert "Quarter 2 of 2025" in words(answer.text)


def test_every_figure_opens_the_list_behind_it(read, jon, ane):
    unit = make_unit("Offices")
    change(jon, unit_id=unit.id)
    hold(jon, title="The potluck", came=1)
    hold(ane, title="Elsewhere", category=Category.GROWTH)
    initiative = make_initiative(jon, unit_id=unit.id, reached=9)
    tell(initiative, summary="They call once.")
    sponsor(
        make_idea(title="A letter", verdict="done", result="Sent.", since=datetime(2025, 6, 1)), jon
    )
    answer = read.get(YEAR)

    [address] = links(answer, "categories", "Giving back")[:1]
    assert address == "/programme/events?year=2025&category=giving-back"
    behind = read.get(address)
    assert "The potluck" in behind.text and "Elsewhere" not in behind.text
    [held, _, _] = links(answer, "quarters", "Q1 2025")[:3]
    assert held == "/programme/events?quarter=2025Q1"
    assert links(answer, "units", "Offices")[1] == (
        f"/initiatives?year=2025&unit={unit.id}&counted=1"
    )
    behind = read.get(links(answer, "units", "Offices")[-1])
    assert "1 dates held and 1 initiatives begun, 1 hours, 10 people reached" in words(behind.text)
    [changes] = links(
        answer, "stages", "Something is different, and stays so (told 30 days after the end)"
    )
    assert "They call once." in read.get(changes).text
    assert "They call once." not in read.get(changes.replace("days=30", "days=90")).text
    [ideas] = links(answer, "stages", "Sponsored ideas that are done")
    assert "A letter" in read.get(ideas).text


def test_governance_alone_reads_the_figures(client, ane, jon):
    for person in (ane, jon):
        client.sign_in(person)
        assert client.get("/programme").status_code == 403
        assert client.get("/programme/tables/stages").status_code == 403


def test_every_table_goes_out_as_a_spreadsheet_too(read, jon):
    hold(jon)
    for name in ("stages", "categories", "quarters", "units", "outcomes"):
        with read.get(f"/programme/tables/{name}?as=xlsx&year=2025") as answer:
            assert answer.status_code == 200 and answer.data.startswith(b"PK")
    assert read.get("/programme/tables/people").status_code == 404
    assert read.get("/programme/tables/stages?as=pdf").status_code == 404


def test_a_year_of_many_asks_as_much_as_one_of_few(read, jon, queries):
    unit = make_unit("Offices")
    change(jon, unit_id=unit.id)

    def asked(url):
        read.get(url)  # what a process reads once
        hold(jon)
        queries.clear()
        read.get(url)
        return len(queries)

    urls = [YEAR, "/programme/events?year=2025", "/programme/changes?year=2025"]
    few = [asked(url) for url in urls]
    for nth in range(12):
        hold(make_person(unit_id=make_unit(f"Unit {nth}", parent=unit).id), taken=nth)
        tell(make_initiative(jon, unit_id=unit.id))
    assert [asked(url) for url in urls] == few


@pytest.mark.parametrize(
    "asked",
    [
        "year=abc&quarter=",
        "year=99999",
        "quarter=2025Q9&unit=-1",
        "category=x&outcome=y&days=7&after=99999999999999999999",
        "unit=99999999999999999999&open=0&missing=2&after=x",
        "year=%00&category=%F0%9F%A6%84",
    ],
)
def test_nonsense_in_an_address_asks_for_nothing(read, jon, asked):
    unit = make_unit("Offices")
    for path in (
        "",
        "/events",
        "/changes",
        "/ideas",
        "/coverage",
        "/people",
        f"/people/{jon.id}",
        f"/units/{unit.id}",
        "/tables/stages",
        "/coverage/table",
    ):
        assert read.get(f"/programme{path}?{asked}").status_code == 200, path


def test_narrow_bars_are_explained_where_there_are_any(read, jon):
    hold(jon)
    assert "narrow bars" not in read.get(YEAR).text

    hold(jon, starts=datetime(2024, 2, 3, 10))
    assert "The narrow bars are 2024." in words(read.get(YEAR).text)
