"""What the programme calls things, and how its figures are told."""

from collections.abc import Sequence
from typing import Any

from app.core.i18n import N_, gettext, number
from app.core.periods import Period
from app.initiatives.models import Outcome
from app.initiatives.wording import OUTCOMES as OUTCOMES
from app.programme.measures import AN_HOUR, MEASURES
from app.programme.queries import Year
from app.programme.reckoning import Programme

# Their colours in pictures, from the deepest to the palest.
STEPS: dict[Outcome, int] = {
    Outcome.CHANGED: 5,
    Outcome.PARTLY: 4,
    Outcome.TOO_EARLY: 2,
    Outcome.NOTHING: 1,
}

STAGES = {
    "input": N_("What goes in"),
    "activity": N_("What is done"),
    "output": N_("Whom it reaches"),
    "outcome": N_("What is different"),
}


def period(time: Period) -> str:
    """«2026», «Trimestre 3 de 2026»."""
    if not time.quarter:
        return str(time.year)
    return gettext("Quarter %(quarter)s of %(year)s", quarter=time.quarter, year=time.year)


def short(time: Period) -> str:
    """«2026», «T3 2026»."""
    if not time.quarter:
        return str(time.year)
    return gettext("Q%(quarter)s %(year)s", quarter=time.quarter, year=time.year)


def hours(seconds: Any) -> str:
    """Of a date, with one decimal at most."""
    told = round(int(seconds) / AN_HOUR, 1)
    return number(int(told) if told == int(told) else told)


def told_after(days: int) -> str:
    return gettext("%(days)s days after the end", days=days)


def coloured(told: Any) -> list[tuple[int, int]]:
    """(colour, percent) of each answer, for a bar."""
    return [(STEPS[one], share) for one, share in zip(told.counts, told.shares, strict=True)]


def rows_of_years(years: Sequence[Year]) -> list[tuple[str, list[Any]]]:
    """What a person's dossier says of each year, row by row."""
    rows: list[tuple[str, list[Any]]] = [
        (gettext(label), [one.figures.of(measure) for one in years])
        for measure, label in MEASURES.items()
    ]
    return [
        *rows,
        (gettext("Changes told"), [one.told for one in years]),
        (gettext("Sponsored ideas"), [one.sponsored for one in years]),
        (gettext("Thanks received"), [one.thanked for one in years]),
    ]


def rows_of_unit(found: Programme, thanked: list[int]) -> list[tuple[str, list[Any]]]:
    """What a unit's dossier says of both years."""
    told = [sum(one.total(side) for one in found.outcomes) for side in (0, 1)]
    return [
        (gettext("Ambassadors in office"), found.ambassadors),
        *(
            (gettext(label), [side.of(measure) for side in found.total.sides])
            for measure, label in MEASURES.items()
        ),
        (gettext("Changes told"), told),
        (gettext("Sponsored ideas that are done"), found.ideas),
        (gettext("Thanks received"), thanked),
    ]
