"""/survey/waves/…/results: what a wave found."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.charts import bar
from app.core.db import load
from app.core.paging import begun
from app.survey import charts, queries, scoring, telling, wording
from app.survey.models import Group, Item, ItemKind, Wave
from app.survey.results import Results, compared_with, results

bp = Blueprint("results", __name__, url_prefix="/waves/<int:number>/results")

ASKED = (ItemKind.HABIT, ItemKind.CULTURE)


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """Of everybody who was asked."""
    wave = load(queries.with_results(reader()), number)
    return shown(wave, [queries.whole_of(wave.id)])


def shown(wave: Wave, line: list[Group]) -> str:
    """The page about a group; `line` is it and those above it. `?compare=no` leaves the wave
    before out.
    """
    before = compared_with(reader(), wave)
    wants = request.args.get("compare") != "no"
    found = results(
        reader(),
        wave,
        line,
        before=before if wants else None,
        after=begun(request.args, "after", -1),
    )
    return render_template(
        "survey/results/show.html",
        found=found,
        here=found.here,
        wave=wave,
        before=before,
        axis=_axis(found),
        bar=bar,
        dimensions=scoring.dimensions(wave.items),
        questions=[(kind, _questions(wave, kind)) for kind in ASKED],
        recommends=any(item.kind is ItemKind.RECOMMEND for item in wave.items),
        telling=telling,
        words=wording,
    )


def _axis(found: Results) -> charts.Axis:
    """For the index of all that are shown, with what chance may do, and what it was before."""
    points: list[float | None] = []
    for line in found.ranked:
        if index := line.index:
            points += [index.value, index.low, index.high]
            points += [index.change.before] if index.change else []
    return charts.axis(points)


def _questions(wave: Wave, kind: ItemKind) -> list[Item]:
    return [item for item in wave.items if item.kind is kind]
