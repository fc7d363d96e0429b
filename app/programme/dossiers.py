"""What somebody did, or a unit: figures of years side by side, and what is behind them."""

from typing import Any

from app.catalogue.categories import CATEGORIES
from app.catalogue.speaking import name
from app.core.calendar import today
from app.core.periods import Period
from app.events import wording as times
from app.ideas.wording import VERDICTS
from app.people.models import Person, Reader, Unit
from app.programme import links, queries, wording
from app.programme.counted import kept, until
from app.programme.measures import MEASURES
from app.programme.narrowing import Narrowing
from app.programme.queries import mandates, thanks

SPOKEN = {
    "links": links,
    "wording": wording,
    "times": times,
    "measures": MEASURES,
    "categories": CATEGORIES,
    "verdict_of_code": VERDICTS,
    "name_of": name,
}


def is_there_one(person: Person | Reader) -> bool:
    """Of ambassadors, of whoever was one, and of whoever did what they do."""
    return person.is_ambassador or queries.has_a_dossier(person.id)


def of_person(reader: Person | Reader, person: Person, year: Period) -> dict[str, Any]:
    """The lists hold what their reader sees; the figures all."""
    now = until()
    starts = queries.starts_of_years(year.year)
    thanked = thanks.counts_to(person.id, starts)
    years = queries.by_year(person.id, year.year, now, thanked)
    served = mandates.years_of(person.id, today())
    return {
        "person": person,
        "year": year,
        "years": years,
        "served": served,
        "certified": may_be_certified(years[0], served),
        "dates": queries.dates_of(reader, person.id, year, now),
        "unseen": queries.unseen_dates_of(reader, person.id, year, now),
        "initiatives": queries.initiatives_of(person.id, year, now),
        "changes": queries.changes_of(person.id, year),
        "sponsored": queries.sponsored_by(reader, person.id, year),
        "thanks": thanks.received(person.id, *starts[-2:], most=queries.MOST),
        "coached": mandates.coached_by(person.id),
        "most": queries.MOST,
        "this_year": today().year,
        **SPOKEN,
    }


def may_be_certified(year: queries.Year, served: list[int]) -> bool:
    """Whoever was an ambassador in that year, and did something in it."""
    return year.year in served and not year.is_nothing


def certified(person: Person, year: Period) -> dict[str, Any] | None:
    """What a certificate of that year says; None where there is nothing to certify."""
    starts = queries.starts_of_years(year.year)
    years = queries.by_year(person.id, year.year, until(), thanks.counts_to(person.id, starts))
    if not may_be_certified(years[0], mandates.years_of(person.id, today())):
        return None
    return {"person": person, "year": year, "told": years[0], **SPOKEN}


def of_unit(reader: Person | Reader, unit: Unit, year: Period) -> dict[str, Any]:
    """With all that is part of it. It names what was done, and not who did it."""
    now, wanted = until(), Narrowing(year, unit_id=unit.id)
    starts = queries.starts_of_years(year.year)
    dates, changes = queries.dates(reader, wanted, now), queries.changes(wanted)
    initiatives, ideas = queries.initiatives(wanted, now), queries.ideas(reader, wanted)
    found = kept(year, unit.id)
    return {
        "unit": unit,
        "year": year,
        "found": found,
        "thanked": list(reversed(thanks.counts_in(unit.id, starts)))[:2],
        "is_coached": unit.id in mandates.coached(),
        "dates": dates,
        "initiatives": initiatives,
        "changes": changes,
        "ideas": ideas,
        "is_cut": any(one.more for one in (dates, initiatives, changes, ideas)),
        "most": queries.PAGE,
        "this_year": today().year,
        **SPOKEN,
    }
