"""The figures against a reckoning of their own: plain Python over rows planted by chance."""

import csv
import io
import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from app.catalogue.categories import CATEGORIES, Category
from app.core.calendar import today
from app.core.db import db, writing
from app.events.models import Event, Minutes, Occurrence, When
from app.initiatives.models import Change, Initiative, Outcome, Review, Standing
from tests.factories import make_person, make_unit

HERE = ZoneInfo("Europe/Madrid")
GONE = datetime(2026, 1, 1)
EVENTS, INITIATIVES = 130, 70


class House:
    """Units, people, events and initiatives, and what their figures must be."""

    def __init__(self, luck):
        self.luck = luck
        self.top, self.other = make_unit("Group"), make_unit("Elsewhere")
        middle = make_unit("Offices", parent=self.top)
        units = [self.top, middle, make_unit("Bilbao", parent=middle), self.other]
        self.above = {units[1].id: self.top.id, units[2].id: middle.id}
        self.units = [unit.id for unit in units] + [None]
        self.authors = [(make_person(unit_id=unit).id, unit) for unit in self.units]
        self.dates, self.begun, self.told = [], [], []
        with writing():
            for number in range(1, EVENTS + 1):
                self.hold(number)
            for number in range(1, INITIATIVES + 1):
                self.begin(number)

    def day(self):
        """In 2024 or 2025, around the borders of quarters more often than elsewhere."""
        border = datetime(self.luck.choice([2024, 2025]), self.luck.choice([1, 4, 7, 10]), 1)
        return border + timedelta(minutes=self.luck.choice([-30, 0, 90, 60 * 24 * 40]))

    def hold(self, number):
        luck, starts = self.luck, self.day()
        author, unit = luck.choice(self.authors)
        all_day = luck.random() < 0.2
        if all_day:
            starts = starts.replace(hour=0, minute=0)
        lasts = timedelta(days=luck.randint(1, 3)) if all_day else timedelta(minutes=90)
        category = luck.choice(list(Category))
        event_off, date_off, hidden = (luck.random() < 0.1 for _ in range(3))
        put(
            Event,
            id=number,
            title=f"Event {number}",
            category=category,
            language="en",
            starts=starts,
            ends=starts + lasts,
            zone=HERE.key,
            is_all_day=all_day,
            author_id=author,
            cancelled_at=GONE if event_off else None,
            hidden_at=GONE if hidden else None,
            uid=str(number),
            version=1,
        )
        seats, counted = luck.randint(0, 9), luck.choice([0, 0, 1, 3])
        put(
            Occurrence,
            id=number,
            event_id=number,
            original=starts,
            title=f"Event {number}",
            starts=starts,
            ends=starts + lasts,
            starts_at=utc(starts),
            ends_at=utc(starts + lasts),
            seconds=When(starts, starts + lasts, HERE.key, all_day).worked,
            cancelled_at=GONE if date_off else None,
            taken=seats,
            came=counted,
        )
        says, withdrawn = luck.choice([None, None, 0, 40]), luck.random() < 0.3
        if luck.random() < 0.6:
            put(
                Minutes,
                occurrence_id=number,
                text="So it was.",
                html="",
                reached=says,
                withdrawn_at=GONE if withdrawn else None,
                version=1,
            )
        else:
            says = None
        if event_off or date_off or hidden or category is Category.COMMITTEE:
            return
        came = counted or seats
        reached = came if says is None or withdrawn else says
        hours = lasts.days * 8 if all_day else 1.5
        self.dates.append((starts.date(), category, unit, hours, reached))

    def begin(self, number):
        luck, begins = self.luck, self.day().date()
        if is_planned := number % 10 == 0:
            begins = begins.replace(year=today().year + 1)
        unit, category = luck.choice(self.units), luck.choice(list(Category))
        standing, review = (
            luck.choice([*[Standing.SHOWN] * 4, *Standing]),
            luck.choice(list(Review)),
        )
        hours, reached = luck.choice([None, 5, 30]), luck.choice([None, 12])
        put(
            Initiative,
            id=number,
            title=f"Initiative {number}",
            category=category,
            language="en",
            starts_on=begins,
            hours=hours,
            reached=reached,
            unit_id=unit,
            owner_id=self.authors[0][0],
            author_id=self.authors[0][0],
            standing=standing,
            review=review,
            reason="Mend it.",
            version=1,
        )
        counts = standing is Standing.SHOWN and review is not Review.RETURNED
        if counts and not is_planned:
            self.begun.append((begins, category, unit, hours or 0, reached or 0))
        for after in (30, 90):
            told_at = utc(self.day())
            outcome = luck.choice([None, *Outcome])
            put(
                Change,
                initiative_id=number,
                after=after,
                outcome=outcome,
                summary="So it is.",
                told_at=outcome and told_at,
                version=1,
            )
            if counts and outcome:
                day = told_at.replace(tzinfo=UTC).astimezone(HERE).date()
                self.told.append((day, after, outcome, unit))

    def holds(self, unit, other):
        while other is not None and other != unit:
            other = self.above.get(other)
        return unit is None or other == unit

    def figures(self, year, *, quarter=None, category=None, unit=None):
        """Dates, initiatives, hours and people reached."""

        def fits(row):
            day, kind, where, *_ = row
            return (
                day.year == year
                and quarter in (None, (day.month + 2) // 3)
                and category in (None, kind)
                and self.holds(unit, where)
            )

        held, begun = [r for r in self.dates if fits(r)], [r for r in self.begun if fits(r)]
        hours = round(sum(row[3] for row in [*held, *begun]), 1)
        return [len(held), len(begun), hours, sum(row[4] for row in [*held, *begun])]


def put(model, **columns):
    db.session.execute(insert(model), columns)


def utc(wall):
    return wall.replace(tzinfo=HERE).astimezone(UTC).replace(tzinfo=None)


def side_by_side(now, before):
    return [figure for pair in zip(now, before, strict=True) for figure in pair]


def exported(client, name, **asked):
    answer = client.get(f"/programme/tables/{name}", query_string={"as": "csv", **asked})
    assert answer.status_code == 200
    _, *rows = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))
    return {row[0]: [float(cell) for cell in row[1:]] for row in rows}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_is_what_plain_reckoning_says(client, nerea, seed):
    house = House(random.Random(seed))
    client.sign_in(nerea)

    categories = exported(client, "categories", year=2025)
    for category, label in CATEGORIES.items():
        both = [house.figures(year, category=category) for year in (2025, 2024)]
        assert categories[label] == side_by_side(*both)
    assert categories["All together"] == side_by_side(house.figures(2025), house.figures(2024))

    quarters = exported(client, "quarters", year=2025)
    for quarter in (1, 2, 3, 4):
        both = [house.figures(year, quarter=quarter) for year in (2025, 2024)]
        assert quarters[str(quarter)] == side_by_side(*both)

    units = exported(client, "units", quarter="2025Q2")
    for unit, name in ((house.top.id, "Group"), (house.other.id, "Elsewhere")):
        both = [house.figures(year, quarter=2, unit=unit) for year in (2025, 2024)]
        assert units[name] == side_by_side(*both)

    to_come = exported(client, "categories", year=today().year + 1)
    assert not any(to_come["All together"])

    within = exported(client, "units", year=2025, unit=house.top.id)
    offices = house.units[1]
    assert within["Offices"] == side_by_side(
        *(house.figures(year, unit=offices) for year in (2025, 2024))
    )


def test_what_was_told_is_what_plain_reckoning_says(client, nerea):
    house = House(random.Random(3))
    answer = client.sign_in(nerea).get(
        f"/programme/tables/outcomes?as=csv&quarter=2025Q1&unit={house.top.id}"
    )
    _, *rows = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))

    wanted = defaultdict(int)
    for day, after, outcome, unit in house.told:
        if (day.month + 2) // 3 == 1 and house.holds(house.top.id, unit):
            wanted[after, outcome, day.year] += 1
    told = [[int(cell) for cell in row[2:]] for row in rows]
    assert told == [
        [wanted[after, outcome, year] for year in (2025, 2024)]
        for after in (30, 90)
        for outcome in Outcome
    ]
    assert sum(map(sum, told)) > 5
    assert date(2025, 1, 1) in {day for day, *_ in house.told}
