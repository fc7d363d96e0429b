"""The figures against a reckoning of their own: plain Python over ideas planted by chance."""

import csv
import io
import random
from datetime import UTC, datetime, timedelta
from statistics import median_low
from zoneinfo import ZoneInfo

import numpy
import pytest
from sqlalchemy import insert

from app.catalogue.models import Kind
from app.core import clock
from app.core.db import db, writing
from app.ideas.models import Idea, IdeaKind, Standing, Verdict
from tests.factories import make_person
from tests.factories.catalogue import make_term

HERE = ZoneInfo("Europe/Madrid")
NOW = datetime(2025, 12, 30, 12)
IDEAS = 160

COUNTED = 7  # five states now, and how many were proposed in both times: areas have no more


def utc(wall):
    return wall.replace(tzinfo=HERE).astimezone(UTC).replace(tzinfo=None)


class House:
    """Ideas around the borders of quarters, and what their figures must be."""

    def __init__(self, luck):
        self.luck, self.rows, self.done = luck, [], []
        author = make_person().id
        reason = make_term("Too dear", kind=Kind.REASONS).id
        self.areas = [make_term(name, kind=Kind.AREAS).id for name in ("Legal", "Claims")]
        joined = make_term("Old claims", kind=Kind.AREAS)
        with writing():
            db.session.merge(joined).survivor_id = self.areas[1]
            for number in range(1, IDEAS + 1):
                self.propose(number, author, reason, joined.id)

    def day(self):
        border = datetime(self.luck.choice([2024, 2025]), self.luck.choice([1, 4, 7, 10, 12]), 1)
        return border + timedelta(minutes=self.luck.choice([-30, 0, 90, 60 * 24 * 20]))

    def propose(self, number, author, reason, joined):
        luck, at, since = self.luck, self.day(), self.day()
        verdict = luck.choice(list(Verdict))
        area = luck.choice([None, *self.areas, joined])
        standing = luck.choice([*[Standing.SHOWN] * 8, Standing.WITHDRAWN, Standing.HIDDEN])
        merged = number > 20 and luck.random() < 0.1
        is_waiting = verdict is Verdict.NEW and luck.random() < 0.7
        days = luck.choice([None, *range(30), 80]) if luck.random() < 0.9 else None
        rested = luck.choice([0, 0, 3]) if is_waiting else 0
        columns = {
            "id": number,
            "title": f"Idea {number}",
            "problem": "They call again.",
            "problem_html": "",
            "excerpt": "They call again.",
            "html_version": 1,
            "kind": IdeaKind.FIX,
            "language": "en",
            "author_id": author,
            "verdict": verdict,
            "area_id": area,
            "reason_id": reason if verdict is Verdict.DECLINED else None,
            "result": "Sent." if verdict is Verdict.DONE else "",
            "created_at": utc(at),
            "since": utc(since),
            "rested": rested,
            "first_decided_at": None if is_waiting or days is None else utc(since),
            "first_days": None if is_waiting else days,
            "standing": standing,
            "survivor_id": luck.randint(1, 20) if merged else None,
            "version": 1,
        }
        db.session.execute(insert(Idea), columns)
        if standing is not Standing.SHOWN or merged:
            return
        area = self.areas[1] if area == joined else area
        # What was decided of a new one and taken back, without a day, waits again.
        waits = verdict is Verdict.NEW and columns["first_decided_at"] is None
        took = worked(at) - rested if waits else days
        self.rows.append((at.date(), area, verdict, took, waits))
        if verdict is Verdict.DONE:
            self.done.append((since.date(), area))

    def fits(self, row, year, quarter, area):
        day, where, *_ = row
        return (
            day.year == year
            and quarter in (None, (day.month + 2) // 3)
            and (area is None or where == (area or None))
        )

    def cells(self, year, *, quarter=None, area=None):
        """As a row of a file has them: states, proposed in both years, medians of both."""
        found = [
            [row for row in self.rows if self.fits(row, one, quarter, area)]
            for one in (year, year - 1)
        ]
        states = [sum(row[2] is state for row in found[0]) for state in Verdict]
        middles = [cell for rows in found for cell in self.middle(rows)]
        return [*states, *map(len, found), *middles]

    def middle(self, rows):
        known = [(took, waits) for *_, took, waits in rows if took is not None]
        if not known:
            return ["", "", 0]
        low = median_low([took for took, _ in known])
        high = median_low([10**6 if waits else took for took, waits in known])
        return [low, "" if high == 10**6 else high, len(known)]


def worked(at):
    """Working days from a day of 2024 or 2025 until `NOW`: a library's count of them."""
    import holidays

    free = holidays.country_holidays("ES", subdiv="PV", years=(2023, 2024, 2025))
    first = at.date() + timedelta(days=1)
    return int(numpy.busday_count(first, NOW.date() + timedelta(days=1), holidays=list(free)))


def exported(client, name, **asked):
    answer = client.get(f"/outcomes/tables/{name}", query_string={"as": "csv", **asked})
    assert answer.status_code == 200
    _, *rows = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))
    return {row[0]: [int(cell) if cell else "" for cell in row[1:]] for row in rows}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_is_what_plain_reckoning_says(client, ane, seed):
    house = House(random.Random(seed))
    with clock.at(NOW):
        client.sign_in(ane)
        quarters = exported(client, "quarters", year=2025)
        areas = exported(client, "areas", quarter="2025Q4")
        within = exported(client, "quarters", year=2025, area=house.areas[1])
        nowhere = exported(client, "states", year=2025, area=0)
        done = {
            asked: len(client.get(f"/outcomes/done/table?as=csv&{asked}").text.splitlines()) - 1
            for asked in ("year=2025", "quarter=2025Q4", f"year=2024&area={house.areas[0]}")
        }

    for quarter in (1, 2, 3, 4):
        assert quarters[str(quarter)] == house.cells(2025, quarter=quarter)
    assert quarters["All together"] == house.cells(2025)
    for name, area in zip(("Legal", "Claims", "No area yet"), (*house.areas, 0), strict=True):
        assert areas[name] == house.cells(2025, quarter=4, area=area)[:COUNTED]
    assert "Old claims" not in areas
    assert within["All together"] == house.cells(2025, area=house.areas[1])
    assert nowhere["All together"] == house.cells(2025, area=0)[5:7]
    assert done == {
        "year=2025": sum(day.year == 2025 for day, _ in house.done),
        "quarter=2025Q4": sum(day.year == 2025 and day.month > 9 for day, _ in house.done),
        f"year=2024&area={house.areas[0]}": sum(
            day.year == 2024 and area == house.areas[0] for day, area in house.done
        ),
    }
    assert len(house.rows) > 100 and done["year=2025"] > 5
