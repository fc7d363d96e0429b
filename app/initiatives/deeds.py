"""A row of a table, understood as something that was done; or a sentence about why it cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from app.catalogue.categories import CATEGORIES, Category
from app.catalogue.forms.tags import MOST as MOST_TAGS
from app.catalogue.models import LONGEST as LONGEST_TAG
from app.core.fields import line, slug, words
from app.core.forms import YEARS
from app.core.i18n import LANGUAGES, N_, gettext, speaking
from app.core.markdown import LONGEST
from app.core.remarks import Remark, remark
from app.core.tables import as_it_was, day_in, number_in
from app.imports.mapping import Said, Setup
from app.initiatives.columns import REFUSE
from app.initiatives.models import LONGEST_RESULT, LONGEST_TITLE, MOST_HOURS, MOST_REACHED
from app.people.unit_paths import path_of

NO_TITLE = N_("There is no title.")
TOO_LONG = N_("%(what)s is longer than %(most)s characters.")
NO_CATEGORY = N_("There is no category.")
UNKNOWN_CATEGORY = N_("There is no category called %(category)s.")
NO_DAY = N_("There is no first day.")
BAD_DAY = N_("This is no day we understand: %(day)s. Write it like 2026-03-02.")
TOO_EARLY = N_("It would be over before it begins.")
BAD_NUMBER = N_("This is no whole number: %(number)s")
OUT_OF_RANGE = N_("This number is not between 0 and %(most)s: %(number)s")
TOO_MANY_TAGS = N_("Up to %(n)s tags: leave out the least useful.")
LONG_TAG = N_("“%(tag)s” is too long: up to %(n)s letters.")
NO_TAG = N_("“%(tag)s” needs a letter or a number.")
NO_LANGUAGE = N_("WOWista does not speak this language: %(language)s")

LONGEST_NAME = 600  # characters of a unit, an owner


class Refused(ValueError):
    """The row cannot come in; the remark says why."""

    def __init__(self, reason: Remark) -> None:
        super().__init__(reason.words)
        self.reason = reason


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
        except Refused as why:
            refused[one.line] = why.reason
    return deeds, refused


def understood(said: Said, setup: Setup) -> Deed:
    """What a row of the table says. Raises Refused."""
    cells = {name: as_it_was(cell, form=setup.form) for name, cell in said.cells.items()}
    title = line(cells.get("title"))
    if not title:
        raise Refused(remark(NO_TITLE))
    starts_on, ends_on = _day(cells.get("starts_on")), _day(cells.get("ends_on"))
    if starts_on is None:
        raise Refused(remark(NO_DAY))
    if ends_on is not None and ends_on < starts_on:
        raise Refused(remark(TOO_EARLY))
    deed = Deed(
        line=said.line,
        title=title,
        category=_category(line(cells.get("category")), setup),
        starts_on=starts_on,
        ends_on=ends_on,
        hours=_number(cells.get("hours"), MOST_HOURS),
        reached=_number(cells.get("reached"), MOST_REACHED),
        result=words(cells.get("result")),
        text=words(cells.get("text")),
        unit=line(cells.get("unit")),
        owner=line(cells.get("owner")),
        email=line(cells.get("email")).removeprefix("mailto:").lower(),
        language=_language(line(cells.get("language"))),
        tags=_tags(line(cells.get("tags"))),
    )
    for name, most in LIMITS.items():
        if len(getattr(deed, name)) > most:
            raise Refused(remark(TOO_LONG, what=line(str(getattr(deed, name))[:30]), most=most))
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
        raise Refused(remark(BAD_DAY, day=said))
    return day


def _number(cell: str | None, most: int) -> int | None:
    if not (said := line(cell)):
        return None
    number = number_in(said)
    if number is None:
        raise Refused(remark(BAD_NUMBER, number=said))
    if not 0 <= number <= most:
        raise Refused(remark(OUT_OF_RANGE, number=said, most=most))
    return number


def _category(said: str, setup: Setup) -> Category:
    if not said:
        otherwise = setup.choices.get("category", REFUSE)
        if otherwise == REFUSE:
            raise Refused(remark(NO_CATEGORY))
        return Category(otherwise)
    found = categories().get(slug(said))
    if found is None:
        raise Refused(remark(UNKNOWN_CATEGORY, category=said))
    return found


def _tags(said: str) -> list[str]:
    """As its form understands them."""
    given = [name.strip().lstrip("#").strip() for name in said.split(",")]
    tags = list({slug(name) or name: name for name in given if name}.values())
    if len(tags) > MOST_TAGS:
        raise Refused(remark(TOO_MANY_TAGS, n=MOST_TAGS))
    for name in tags:
        if len(name) > LONGEST_TAG:
            raise Refused(remark(LONG_TAG, tag=name[:20] + "…", n=LONGEST_TAG))
        if not slug(name):
            raise Refused(remark(NO_TAG, tag=name))
    return tags


def _language(said: str) -> str:
    if not said:
        return ""
    known = _languages()
    code = known.get(slug(said)) or known.get(slug(said.replace("_", "-").partition("-")[0]))
    if code is None:
        raise Refused(remark(NO_LANGUAGE, language=said))
    return code


@cache
def categories() -> dict[str, Category]:
    """Each by its code, and by what it is called in every language of the house."""
    found = {slug(one.value): one for one in Category}
    for code in LANGUAGES:
        with speaking(code):
            found |= {slug(gettext(called)): one for one, called in CATEGORIES.items()}
    return found


@cache
def _languages() -> dict[str, str]:
    return {slug(said): code for code, (name, _) in LANGUAGES.items() for said in (code, name)}
