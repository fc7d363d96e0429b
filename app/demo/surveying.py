"""The company answers the survey: one wave that was published, and one that is open."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from babel.dates import format_date

from app.core import clock
from app.core.db import db
from app.core.markdown import Rendered
from app.demo import company, queries
from app.demo.deeds import Deed, days_ago
from app.survey import casting, closing, drafting, opening, sealing, stopping
from app.survey.models import Dimension, Item, ItemKind, Scale, Wave
from app.survey.sealing import Answered

FIRST, SECOND = 50, 6  # days ago
LASTS = 14  # days
AFTER = timedelta(hours=30)  # most have answered by then
HR = "rrhh"  # runs them
SEED = 11  # the same answers each time
REMARKS = 0.2  # of those who answer write something
SPREAD = 0.95  # of a scale from 1 to 5
SUMMARY = (
    "Cuidamos mejor de lo que explicamos. **La empatía** es lo más alto en casi todas las"
    " unidades, y **explicar lo digital**, lo más bajo.\n\nEn las próximas semanas: placas nuevas"
    " para quien las pidió, una tarde con la app en cada centro, y una lista corta de lo que"
    " cualquiera puede resolver sin pedir permiso."
)


@dataclass(frozen=True)
class Asked:
    """Somebody who is invited, and how people like them answer."""

    person: int
    group: int
    unit: dict[str, Any]
    not_mine: list[int]


def deeds(told: dict[str, Any], rendered: Mapping[str, Rendered], now: datetime) -> Iterator[Deed]:
    """All of it but the counting, which is several decisions: see `count`."""
    first, second, dice = _Wave(now, FIRST), _Wave(now, SECOND), random.Random(SEED)
    later = {**told, "units": _later(told)}
    yield Deed(first.opens, first.open)
    yield Deed(first.opens + AFTER, partial(first.answer, told, dice))
    yield Deed(first.closes, first.stop)
    yield Deed(first.closes + timedelta(days=3), partial(first.publish, rendered[SUMMARY]))
    yield Deed(second.opens, second.open)
    yield Deed(second.opens + AFTER, partial(second.answer, later, dice))


def counted_at(now: datetime) -> datetime:
    """The moment at which the first wave is counted: what was done before is decided by then."""
    return _Wave(now, FIRST).closes + timedelta(minutes=1)


def count(now: datetime) -> None:
    """The first wave, once it takes no more answers. Outside `writing()`."""
    with clock.at(counted_at(now)):
        for number in queries.waves_to_count():
            closing.close(number)


class _Wave:
    """One that is asked so many days ago."""

    def __init__(self, now: datetime, days: int) -> None:
        self.opens = days_ago(days, now)
        self.closes = self.opens + timedelta(days=LASTS)
        self._number = 0  # before it opens

    def open(self) -> None:
        wave = drafting.draft(_name(self.opens))
        wave.asker, wave.contact = "Personas y Calidad", f"personas@{company.DOMAIN}"
        wave.closes_on = self.closes.date()
        wave.informed_on = (self.opens - timedelta(days=7)).date()
        wave.informed_how = "Reunión con el comité de empresa; se entregó el texto completo."
        wave.assessment = "EIPD 2026/07"
        opening.open(wave, by=queries.account(HR))
        self._number = wave.id

    def answer(self, told: dict[str, Any], dice: random.Random) -> None:
        """As many of each unit as usually do; none of those whom a visitor may be."""
        items = self._held().items
        for row in queries.invited(self._number):
            one = _asked(row, told)
            if row.email in company.ACCOUNTS or dice.uniform(0, 100) >= one.unit["answer"]:
                continue
            answered = Answered(one.group, _answers(items, one, dice), _remark(told, dice))
            casting.cast(self._number, answered, by=one.person, code=sealing.new_code())

    def stop(self) -> None:
        stopping.stop(self._held(), by=queries.account(HR))

    def publish(self, rendered: Rendered) -> None:
        self._held().publish(SUMMARY, rendered, by=queries.account(HR))

    def _held(self) -> Wave:
        return db.session.get_one(Wave, self._number)


def _name(moment: datetime) -> str:
    return f"Oleada de {format_date(moment, 'MMMM', locale='es')}"


def _asked(row: Any, told: dict[str, Any]) -> Asked:
    return Asked(row.person_id, row.group_id, told["units"][row.unit], told["not_mine"][row.office])


def _answers(items: list[Item], asked: Asked, dice: random.Random) -> dict[str, Any]:
    """Somebody who does one thing well mostly does the next well, too."""
    bent = dice.gauss(0, 0.45)
    return dict(_each(items, asked, bent, dice))


def _each(
    items: list[Item], asked: Asked, bent: float, dice: random.Random
) -> Iterator[tuple[str, Any]]:
    dimensions, habits = list(Dimension), iter(asked.not_mine)
    for item in items:
        if item.kind is ItemKind.RECOMMEND:
            around, spread = asked.unit["recommend"] + 2 * bent, 2 * SPREAD
        elif item.dimension is not None:
            around, spread = asked.unit["around"][dimensions.index(item.dimension)] + bent, SPREAD
        else:
            continue
        if item.is_habit and dice.uniform(0, 100) < next(habits, 0):
            yield item.code, Scale.NOT_MINE
            continue
        scale = Scale.OF[item.kind]
        yield item.code, min(max(round(dice.gauss(around, spread)), scale[0]), scale[-1])


def _remark(told: dict[str, Any], dice: random.Random) -> str:
    return dice.choice(told["remarks"]) if dice.random() < REMARKS else ""


def _later(told: dict[str, Any]) -> dict[str, Any]:
    """The units as they are in the second wave, which has not lasted as long."""
    moved = told["later"]
    return {
        name: {
            "answer": unit["answer"] + moved["answer"],
            "around": [a + b for a, b in zip(unit["around"], moved["around"], strict=True)],
            "recommend": unit["recommend"] + moved["recommend"],
        }
        for name, unit in told["units"].items()
    }
