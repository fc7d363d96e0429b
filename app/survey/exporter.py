"""The results as a table: a row for each figure of each group, or for why there is none.

The same figures that the page shows, told with the same digits: it reads nothing else.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from app.core.i18n import gettext
from app.core.tables import Cell
from app.facts import record
from app.facts.survey import ResultsExported
from app.people.models import Person
from app.survey import queries, scoring, telling
from app.survey.figures import Asked, Band, Change, Figures, Recommended, Score, Withheld
from app.survey.models import ItemKind, Wave
from app.survey.results import Line, every_line
from app.survey.wording import DIMENSIONS, said

Told = Score | Asked | Recommended | Withheld
POINTS = range(1, 6)  # of a scale


def tell(wave: Wave, *, by: Person) -> None:
    """That the figures leave the house, in `writing()` and before they do."""
    record(ResultsExported(actor=by, wave=wave))


def rows(wave: Wave, before: Wave | None) -> Iterator[list[Cell]]:
    """The heading first; groups in the order of their tree. `before` is what it is compared with,
    if the reader may see that, too.
    """
    yield _heading()
    path: list[str] = []
    for line in every_line(wave, queries.all_groups_of(wave.id), before):
        del path[line.depth :]
        path.append(line.name)
        yield from _of(line, " > ".join(path), wave)


def _heading() -> list[Cell]:
    return [
        gettext("Group"),
        gettext("What"),
        gettext("Answers"),
        gettext("Figure"),
        gettext("From (95%)"),
        gettext("To (95%)"),
        gettext("Favourable, or promoters (%)"),
        gettext("Neutral, or passives (%)"),
        gettext("Unfavourable, or detractors (%)"),
        gettext("Does not apply to my job (%)"),
        *(gettext("Answer %(n)s (%%)", n=point) for point in POINTS),
        gettext("In the wave before"),
        gettext("Change beyond chance"),
        gettext("Not shown because"),
    ]


def _of(line: Line, path: str, wave: Wave) -> Iterator[list[Cell]]:
    if line.figures is None:
        yield _row(path, why=line.why)
        return
    figures = line.figures
    rate = None if figures.rate is None else scoring.whole(100 * figures.rate)
    yield _row(path, gettext("Response rate (%)"), n=figures.n, figure=rate)
    for what, n, told in _all(figures, wave):
        yield _figure(path, what, n, told, wave)
    if figures.alpha is not None:
        yield _row(path, gettext("Reliability (Cronbach’s α)"), figure=figures.alpha)


def _all(figures: Figures, wave: Wave) -> Iterable[tuple[str, Band | None, Told]]:
    """Each with what it is called, and of how many it is told, where that is a number apart."""
    dimensions: Iterator[tuple[str, Band | None, Told]] = (
        (gettext(DIMENSIONS[one]), None, figures.dimension(one))
        for one in scoring.dimensions(wave.items)
    )
    items: Iterator[tuple[str, Band | None, Told]] = (
        (said(item.asks), told.n if isinstance(told, Asked) else None, told)
        for item in wave.items
        if item.is_scored
        for told in [figures.item(item.code)]
    )
    asks = any(item.kind is ItemKind.RECOMMEND for item in wave.items)
    recommend = [(gettext("Employee NPS"), None, figures.recommended)] if asks else []
    return chain([(gettext("Index"), figures.n, figures.index)], dimensions, items, recommend)


def _figure(path: str, what: str, n: Band | None, told: Told, wave: Wave) -> list[Cell]:
    if isinstance(told, Withheld):
        return _row(path, what, why=telling.why_withheld(told.why, wave))
    if isinstance(told, Asked):
        return _row(
            path,
            what,
            n=n,
            figure=telling.capped_share(told) if told.capped else told.shares and told.shares[0],
            interval=(told.low, told.high),
            shares=told.shares or (),
            not_mine=told.not_mine,
            points=told.distribution or (),
            change=told.change,
        )
    shares = told.shares or () if isinstance(told, Recommended) else ()
    words = telling.recommended(told) if isinstance(told, Recommended) else telling.score(told)
    figure: Cell = words if told.capped else round(told.value)
    interval = (told.low, told.high)
    return _row(
        path, what, n=n, figure=figure, interval=interval, shares=shares, change=told.change
    )


def _row(
    path: str,
    what: str = "",
    *,
    n: Band | None = None,
    figure: Cell = None,
    interval: tuple[float | None, float | None] = (None, None),
    shares: tuple[int, ...] = (),
    not_mine: int | None = None,
    points: tuple[int, ...] = (),
    change: Change | None = None,
    why: str = "",
) -> list[Cell]:
    """One line of the file; what there is none of stays empty."""
    arrows = {"up": gettext("rises"), "down": gettext("falls"), None: gettext("no")}
    return [
        path,
        what,
        None if n is None else n.low if n.is_exact else telling.band(n),
        figure,
        *(None if end is None else _whole(end) for end in interval),
        *_filled(shares, 3),
        not_mine,
        *_filled(points, len(POINTS)),
        None if change is None else _whole(change.before),
        "" if change is None else arrows[change.arrow],
        why,
    ]


def _filled(cells: tuple[int, ...], many: int) -> list[Cell]:
    return list(cells) if cells else [None] * many


def _whole(value: float) -> int:
    """As the page shows it; a net score may be less than nought."""
    return scoring.whole(value) if value >= 0 else round(value)
