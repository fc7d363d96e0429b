"""Surveys that the demo company has answered, with more to be told than of its own."""

from datetime import timedelta

from sqlalchemy import select

from app.core.db import db, writing
from app.people import queries as people
from app.survey import queries
from app.survey.models import Group, Wave, WaveState
from app.survey.suppression import Hidden
from tests.factories.survey_results import change, counted_wave, figures, remark


def furnish() -> dict[str, int]:
    """Two waves of everybody, counted and published."""
    rosa, taking = people.by_email("rrhh@demo.test"), queries.open_wave().id
    _let(taking, WaveState.DRAFT)  # for as long as others are opened: there is but one at a time
    counted_wave({"Everybody": figures(60, 66)}, by=rosa, name="¿Eres WOWista? Primavera")
    before = queries.last_counted()
    told = {group.name or "Everybody": _told(group) for group in queries.groups_of(before)}
    wave = counted_wave(
        told,
        by=rosa,
        name="¿Eres WOWista? Otoño",
        html="<p>La empatía es lo más alto en casi todas las unidades.</p>",
    )
    for said in (
        "Más tiempo con cada persona.",
        "Que el sistema no se cuelgue.\nY un teclado nuevo.",
    ):
        remark(wave, said)
    _let(taking, WaveState.OPEN)
    shown = next(one for one in queries.groups_of(wave.id) if one.figures and one.parent_id)
    return {"wave": wave.id, "wave_group": shown.id}


def _told(group: Group) -> dict | Hidden:
    """As if nearly everybody had answered."""
    n = group.invited * 4 // 5
    if n < 5:
        return Hidden.BELOW if group.depth > 1 else Hidden.FEW
    mean = 40 + group.id * 17 % 50
    arrow = "up" if group.id % 3 == 0 else None
    return figures(n, mean, invited=group.invited, changed=change(mean - 6, 6, arrow))


def _let(number: int, state: WaveState) -> None:
    """The one that takes answers is the one that opened last."""
    with writing():
        wave = db.session.get_one(Wave, number)
        wave.state = state
        for other in db.session.scalars(select(Wave).where(Wave.opened_at > wave.opened_at)):
            other.opened_at = wave.opened_at - timedelta(hours=1, minutes=-other.id)
