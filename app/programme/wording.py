"""What the programme calls things, and how its figures are told."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from app.core.i18n import N_, gettext, number
from app.initiatives.models import Outcome
from app.initiatives.wording import OUTCOMES as OUTCOMES
from app.programme import links
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

# Where in a dossier the list behind a measure stands.
SECTIONS = {"events": "dates", "initiatives": "initiatives"}

STAGES = {
    "input": N_("What goes in"),
    "activity": N_("What is done"),
    "output": N_("Whom it reaches"),
    "outcome": N_("What is different"),
}


def hours(seconds: Any) -> str:
    """Of a date, with one decimal at most."""
    told = round(int(seconds) / AN_HOUR, 1)
    return number(int(told) if told == int(told) else told)


def told_after(days: int) -> str:
    return gettext("%(days)s days after the end", days=days)


def coloured(told: Any) -> list[tuple[int, int]]:
    """(colour, percent) of each answer, for a bar."""
    return [(STEPS[one], share) for one, share in zip(told.counts, told.shares, strict=True)]


class Row(NamedTuple):
    """What a dossier says of each of its years."""

    label: str
    counts: Sequence[Any]
    addresses: Sequence[str] = ()  # of the lists behind


def rows_of_years(years: Sequence[Year], whose: int) -> list[Row]:
    """What somebody's dossier says of each year. The lists behind are in the dossier of that year:
    it alone has what they did together with others.
    """

    def row(label: str, counts: Iterable[Any], section: str | None) -> Row:
        addresses = [links.dossier(whose, one.year, section) for one in years] if section else []
        return Row(gettext(label), list(counts), addresses)

    return [
        *(
            row(label, (one.figures.of(measure) for one in years), SECTIONS.get(measure))
            for measure, label in MEASURES.items()
        ),
        row(N_("Changes told"), (one.told for one in years), "changes"),
        row(N_("Sponsored ideas"), (one.sponsored for one in years), "sponsored"),
        row(N_("Thanks received"), (one.thanked for one in years), "thanks"),
    ]


def rows_of_unit(found: Programme, thanked: list[int], *, are_named: bool) -> list[Row]:
    """What a unit's dossier says of both years. Its ambassadors are named to governance alone."""

    def row(label: str, counts: Iterable[Any], link: Callable[..., str]) -> Row:
        addresses = [link(time, unit=found.unit.id) for time in found.sides]
        return Row(gettext(label), list(counts), addresses)

    in_office = row(N_("Ambassadors in office"), found.ambassadors, links.ambassadors)
    return [
        in_office if are_named else in_office._replace(addresses=()),
        *(
            row(
                label,
                (side.of(measure) for side in found.total.sides),
                partial(links.behind, measure),
            )
            for measure, label in MEASURES.items()
        ),
        row(
            N_("Changes told"),
            [sum(one.total(side) for one in found.outcomes) for side in (0, 1)],
            links.changes,
        ),
        row(N_("Sponsored ideas that are done"), found.ideas, links.ideas),
        Row(gettext("Thanks received"), thanked),
    ]
