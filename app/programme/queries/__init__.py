"""What the programme counts, one file per question."""

from app.programme.queries.activity import busy_since
from app.programme.queries.counting import BEGUN, BEGUN_IN, DATES, DATES_IN, Cell, cells
from app.programme.queries.dossiers import (
    MOST,
    Year,
    by_year,
    changes_of,
    dates_of,
    has_a_dossier,
    initiatives_of,
    sponsored_by,
    starts_of_years,
    unseen_dates_of,
)
from app.programme.queries.lists import PAGE, Behind, behind, changes, dates, ideas, initiatives
from app.programme.queries.mandates import IN_OFFICE
from app.programme.queries.outcomes import (
    IDEAS_DONE,
    IDEAS_DONE_IN,
    TOLD,
    TOLD_IN,
    Done,
    Told,
    ideas_done,
    told,
)
from app.programme.queries.units import ALL, every_unit, heads, open_units, visible_to

# All that the figures of the house are made of, and those of a unit.
OF_THE_HOUSE = (ALL, IN_OFFICE, DATES, BEGUN, TOLD, IDEAS_DONE)
OF_A_UNIT = (ALL, IN_OFFICE, DATES_IN, BEGUN_IN, TOLD_IN, IDEAS_DONE_IN)

__all__ = [
    "MOST",
    "OF_A_UNIT",
    "OF_THE_HOUSE",
    "PAGE",
    "Behind",
    "Cell",
    "Done",
    "Told",
    "Year",
    "behind",
    "busy_since",
    "by_year",
    "cells",
    "changes",
    "changes_of",
    "dates",
    "dates_of",
    "every_unit",
    "has_a_dossier",
    "heads",
    "ideas",
    "ideas_done",
    "initiatives",
    "initiatives_of",
    "open_units",
    "sponsored_by",
    "starts_of_years",
    "told",
    "unseen_dates_of",
    "visible_to",
]
