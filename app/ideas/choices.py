"""What is decided about a whole table of ideas, and not row by row."""

from collections.abc import Mapping
from datetime import date

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.catalogue.speaking import name
from app.core.calendar import today
from app.core.i18n import N_
from app.core.i18n import date as told
from app.imports.mapping import Choice, Setup

REFUSE, EMPTY, SAY, SHARE, LEAVE, ADD = "refuse", "empty", "say", "share", "leave", "add"
ALWAYS, NEVER, AUTO, MONTH, DAY = "always", "never", "auto", "month", "day"
NEW, TODAY, BACK = "new", "today", 10  # years


def reasons() -> Mapping[str, str]:
    """Those of the catalogue, by their numbers."""
    return {str(row.id): str(name(row)) for row in catalogue.terms(Kind.REASONS)}


def years() -> Mapping[str, str]:
    """The first days of this one and of those before it."""
    this = today().year
    return {str(one): told(date(one, 1, 1)) for one in range(this, this - BACK, -1)}


CHOICES = (
    Choice(
        name="states",
        words=N_("When nobody here knows what the state of an idea means"),
        options={REFUSE: N_("Refuse the row"), NEW: N_("Bring it in as new, and say so")},
    ),
    Choice(
        name="areas",
        words=N_("When an area is not in the catalogue"),
        options={REFUSE: N_("Refuse the row"), EMPTY: N_("Bring it in without an area")},
        hint=N_("An area of the catalogue: add it there first, and then look again."),
    ),
    Choice(
        name="reasons",
        words=N_("When a “No” says no reason"),
        options={REFUSE: N_("Refuse the row")},
        more=reasons,
        hint=N_("A no always has one: whoever proposed it reads it."),
    ),
    Choice(
        name="results",
        words=N_("When what is done does not say what came of it"),
        options={SAY: N_("Write that the table does not say it"), REFUSE: N_("Refuse the row")},
    ),
    Choice(
        name="empties",
        words=N_("When a row has no description"),
        options={
            EMPTY: N_("It has none"),
            SHARE: N_("It shares the one above: they are analysed together"),
        },
        hint=N_("A merged cell, or «ídem», is shared anyway."),
    ),
    Choice(
        name="bodies",
        words=N_("When a text is HTML"),
        options={
            AUTO: N_("Make clean text of it, but for the team’s own table"),
            ALWAYS: N_("Make clean text of it"),
            NEVER: N_("Leave it as it is"),
        },
    ),
    Choice(
        name="days",
        words=N_("In a date like 3/2/2021, first comes"),
        options={DAY: N_("the day"), MONTH: N_("the month")},
    ),
    Choice(
        name="undated",
        words=N_("When a row does not say when"),
        options={TODAY: N_("It is proposed the day it comes in")},
        more=years,
        hint=N_("What it came with decided was decided that same day, and counts in its year."),
    ),
    Choice(
        name="alike",
        words=N_("When an idea of that title is here, and says something else"),
        options={
            LEAVE: N_("Leave it as it is here, and the row out"),
            ADD: N_("Bring the row in as another one"),
        },
    ),
)


def chosen(setup: Setup, choice: str) -> str:
    """What was said of it, or what holds where nobody said anything."""
    one = next(one for one in CHOICES if one.name == choice)
    return setup.choices.get(choice) or next(iter(one.options))


def undated(setup: Setup) -> date | None:
    """The day of what says none; nothing for the day it comes in."""
    said = chosen(setup, "undated")
    return date(int(said), 1, 1) if said in years() else None
