"""A row of a table, understood as something that was done; or a sentence about why it cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from app.catalogue.categories import CATEGORIES, Category
from app.catalogue.naming import tags
from app.core.fields import line, slug, words
from app.core.forms import YEARS
from app.core.i18n import LANGUAGES, N_, gettext, speaking
from app.core.markdown import LONGEST
from app.core.remarks import Remark, Unreadable, remark
from app.core.tables import as_it_was, day_in
from app.imports.cells import BAD_DAY, LONGEST_NAME, TOO_LONG, language, number
from app.imports.mapping import Said, Setup
from app.initiatives.columns import REFUSE
from app.initiatives.models import LONGEST_RESULT, LONGEST_TITLE, MOST_HOURS, MOST_REACHED
from app.people.unit_paths import path_of

NO_TITLE = N_("There is no title.")
NO_CATEGORY = N_("There is no category.")
UNKNOWN_CATEGORY = N_("There is no category called %(category)s.")
NO_DAY = N_("There is no first day.")
TOO_EARLY = N_("It would be over before it begins.")


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What a row says was done."""

    line: int
    title: str
    category: Category
    starts_on: date
    ends_on: date | None
    hours: int | None
    reached: int | None
    result: str = ""
    text: str = ""
    unit: str = ""
    owner: str = ""
    email: str = ""
    language: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def path(self) -> tuple[str, ...]:
        return path_of(self.unit)


def understood_all(said: Sequence[Said], setup: Setup) -> tuple[list[Deed], dict[int, Remark]]:
    """The rows that can be understood, and why the others cannot, by their lines."""
    deeds, refused = [], dict[int, Remark]()
    for one in said:
        try:
            deeds.append(understood(one, setup))
        except Unreadable as why:
            refused[one.line] = why.reason
    return deeds, refused


def understood(said: Said, setup: Setup) -> Deed:
    """What a row of the table says. Raises Unreadable."""
    cells = {name: as_it_was(cell, form=setup.form) for name, cell in said.cells.items()}
    title = line(cells.get("title"))
    if not title:
        raise Unreadable(remark(NO_TITLE))
    starts_on, ends_on = _day(cells.get("starts_on")), _day(cells.get("ends_on"))
    if starts_on is None:
        raise Unreadable(remark(NO_DAY))
    if ends_on is not None and ends_on < starts_on:
        raise Unreadable(remark(TOO_EARLY))
    deed = Deed(
        line=said.line,
        title=title,
        category=_category(line(cells.get("category")), setup),
        starts_on=starts_on,
        ends_on=ends_on,
        hours=number(line(cells.get("hours")), MOST_HOURS),
        reached=number(line(cells.get("reached")), MOST_REACHED),
        result=words(cells.get("result")),
        text=words(cells.get("text")),
        unit=line(cells.get("unit")),
        owner=line(cells.get("owner")),
        email=line(cells.get("email")).removeprefix("mailto:").lower(),
        language=language(line(cells.get("language"))),
        tags=tags(line(cells.get("tags"))),
    )
    for name, most in LIMITS.items():
        if len(getattr(deed, name)) > most:
            raise Unreadable(remark(TOO_LONG, what=line(str(getattr(deed, name))[:30]), most=most))
    return deed


LIMITS = {
    "title": LONGEST_TITLE,
    "result": LONGEST_RESULT,
    "text": LONGEST,
    "unit": LONGEST_NAME,
    "owner": LONGEST_NAME,
    "email": LONGEST_NAME,
}


def _day(cell: str | None) -> date | None:
    if not (said := line(cell)):
        return None
    day = day_in(said)
    if day is None or day.year not in YEARS:
        raise Unreadable(remark(BAD_DAY, day=said))
    return day


def _category(said: str, setup: Setup) -> Category:
    if not said:
        otherwise = setup.choices.get("category", REFUSE)
        if otherwise == REFUSE:
            raise Unreadable(remark(NO_CATEGORY))
        return Category(otherwise)
    found = categories().get(slug(said))
    if found is None:
        raise Unreadable(remark(UNKNOWN_CATEGORY, category=said))
    return found


@cache
def categories() -> dict[str, Category]:
    """Each by its code, and by what it is called in every language of the house."""
    found = {slug(one.value): one for one in Category}
    for code in LANGUAGES:
        with speaking(code):
            found |= {slug(gettext(called)): one for one, called in CATEGORIES.items()}
    return found
