"""An initiative with all that belongs to it: its words, its days, its cover, its tags and terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.attachments import using
from app.attachments.queries import keys_used
from app.catalogue import queries as catalogue
from app.catalogue.categories import Category
from app.catalogue.tagging import give_terms, tag
from app.core.db import Entity
from app.core.fields import slug
from app.core.markdown import Rendered
from app.initiatives import queries
from app.initiatives.models import Initiative
from app.people.models import Person

SAID = (  # what is in an initiative as it is in its manuscript
    "title",
    "category",
    "starts_on",
    "ends_on",
    "hours",
    "reached",
    "result",
    "text",
    "language",
    "unit_id",
)
COUNTED = ("category", "starts_on", "hours", "reached", "unit_id")  # by figures


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """What somebody wrote, checked and rendered. `cover` is the key of a picture, or empty."""

    title: str
    category: Category
    starts_on: date
    ends_on: date | None
    hours: int | None
    reached: int | None
    language: str
    unit_id: int | None
    result: str = ""
    text: str = ""
    rendered: Rendered = field(default_factory=lambda: Rendered("", "", 0))
    tags: list[str] = field(default_factory=list)
    terms: list[int] = field(default_factory=list)
    cover: str = ""
    cover_alt: str = ""

    def says_the_same_as(self, initiative: Initiative) -> bool:
        """Whether this was saved already: somebody pressed twice."""
        number = initiative.id
        tags = {row.slug for row in catalogue.tags_of("initiative", number)}
        terms = {row.id for row in catalogue.terms_of("initiative", number)}
        cover = initiative.cover.key if initiative.cover else ""
        stands = [getattr(initiative, name) for name in SAID]
        mine = [getattr(self, name) for name in SAID]
        wanted = (set(map(slug, self.tags)), set(self.terms), self.cover)
        return (stands, (tags, terms, cover)) == (mine, wanted)


def log(
    manuscript: Manuscript,
    *,
    by: Person,
    came_from: Entity | None = None,
    owner: Person | None = None,
) -> Initiative:
    """The initiative everybody reads from now on. In `writing()`."""
    initiative = Initiative.draft(by=by, owner=owner, category=manuscript.category)
    _write(initiative, manuscript, by=by)
    initiative.log(by=by, came_from=came_from)
    _furnish(initiative, manuscript, by=by)
    return initiative


def change(initiative: Initiative, manuscript: Manuscript, *, by: Person) -> None:
    """Better words, other days, what came of it. In `writing()`."""
    stood = _counted(initiative)
    initiative.category = manuscript.category
    _write(initiative, manuscript, by=by)
    if _counted(initiative) != stood:
        initiative.count_anew()
    initiative.edit(by=by)
    _furnish(initiative, manuscript, by=by)


def show_pictures(initiative: Initiative, *, by: Person, shown_before: Iterable[str] = ()) -> None:
    """Let whoever reads it see exactly the pictures that stand in its text, above it, in how it
    goes and in what has changed. What is put back has `shown_before`. In `writing()`.
    """
    texts = [initiative.html, *(change.html for change in initiative.changes)]
    texts += queries.update_htmls(initiative.id)
    cover = [initiative.cover.key] if initiative.cover else []
    before = {*keys_used("initiative", initiative.id), *shown_before}
    using.show(initiative, "\n".join(texts), by=by, also=cover, shown_before=before)


def _counted(initiative: Initiative) -> tuple[object, ...]:
    """What figures stand on."""
    return tuple(getattr(initiative, name) for name in COUNTED)


def _write(initiative: Initiative, manuscript: Manuscript, *, by: Person) -> None:
    initiative.say(
        manuscript.title, manuscript.text, manuscript.rendered, language=manuscript.language
    )
    initiative.hours, initiative.reached = manuscript.hours, manuscript.reached
    initiative.result, initiative.unit_id = manuscript.result, manuscript.unit_id
    initiative.last(manuscript.starts_on, manuscript.ends_on, by=by)
    initiative.cover = using.cover(manuscript.cover, manuscript.cover_alt, by=by)


def _furnish(initiative: Initiative, manuscript: Manuscript, *, by: Person) -> None:
    tag(initiative, manuscript.tags)
    give_terms(initiative, manuscript.terms)
    show_pictures(initiative, by=by)
