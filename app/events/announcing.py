"""An event with all that belongs to it: its words, its dates, its cover, its tags and terms."""

from dataclasses import dataclass, field

from app.attachments import using
from app.catalogue import queries as catalogue
from app.catalogue.categories import Category
from app.catalogue.tagging import give_terms, tag
from app.core.db import db
from app.core.fields import slug
from app.core.markdown import Rendered
from app.events import scheduling, seating
from app.events.models import Event, Invited, When
from app.people.models import Person
from app.spaces import queries as spaces

SAID = (  # what is in an event as it is in its manuscript
    "title",
    "category",
    "when",
    "rule",
    "text",
    "language",
    "place",
    "call_url",
    "capacity",
    "guests",
    "needs_approval",
)


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """What somebody wrote, checked and rendered. `cover` is the key of a picture, or empty."""

    title: str
    category: Category
    when: When
    rule: str
    text: str
    rendered: Rendered
    language: str
    place: str
    call_url: str
    capacity: int | None
    guests: int
    needs_approval: bool
    space: int | None = None  # of a new one
    asked: list[int] = field(default_factory=list)  # spaces
    tags: list[str] = field(default_factory=list)
    terms: list[int] = field(default_factory=list)
    cover: str = ""
    cover_alt: str = ""

    def says_the_same_as(self, event: Event) -> bool:
        """Whether this was saved already: somebody pressed twice."""
        tags = {row.slug for row in catalogue.tags_of("event", event.id)}
        terms = {row.id for row in catalogue.terms_of("event", event.id)}
        cover = event.cover.key if event.cover else ""
        stands = [getattr(event, name) for name in SAID]
        mine = [getattr(self, name) for name in SAID]
        given = (tags, terms, cover, {one.space_id for one in event.invited})
        wanted = (set(map(slug, self.tags)), set(self.terms), self.cover, set(self.asked))
        return (stands, given) == (mine, wanted)


def announce(manuscript: Manuscript, *, by: Person) -> Event:
    """The event everybody reads from now on who sees where it stands. In `writing()`.

    Raises recurring.Unruly.
    """
    event = Event.draft(by=by, category=manuscript.category, space_id=manuscript.space)
    _write(event, manuscript, by=by)
    db.session.flush()
    scheduling.lay_out(event)
    event.announce(by=by)
    _furnish(event, manuscript, by=by)
    return event


def change(event: Event, manuscript: Manuscript, *, by: Person) -> None:
    """Better words, another time, another place. In `writing()`. Raises recurring.Unruly."""
    stood = _stands(event)
    _write(event, manuscript, by=by)
    scheduling.lay_out(event)
    seating.resettle(event)
    event.change()
    event.be_found()
    _furnish(event, manuscript, by=by)
    if _stands(event) != stood:
        event.tell_of_move(by=by)


def _stands(event: Event) -> tuple[object, ...]:
    """What people have to know who come."""
    return (event.when, event.rule, event.place, event.call_url)


def _write(event: Event, manuscript: Manuscript, *, by: Person) -> None:
    event.say(manuscript.title, manuscript.text, manuscript.rendered, language=manuscript.language)
    event.stand_at(manuscript.when, rule=manuscript.rule)
    event.category = manuscript.category
    event.place, event.call_url = manuscript.place, manuscript.call_url
    event.capacity, event.guests = manuscript.capacity, manuscript.guests
    event.needs_approval = manuscript.needs_approval
    event.cover = using.cover(manuscript.cover, manuscript.cover_alt, by=by)


def _furnish(event: Event, manuscript: Manuscript, *, by: Person) -> None:
    known = {one.space_id: one for one in event.invited}
    mine = {row.id for row in spaces.writable(by)}
    # Whoever changes it asks and leaves out the spaces they may write in: others stay asked.
    asked = {number for number in manuscript.asked if number in mine} | (known.keys() - mine)
    event.invited = [
        known.get(number) or Invited(space_id=number) for number in sorted(asked - {event.space_id})
    ]
    tag(event, manuscript.tags)
    give_terms(event, manuscript.terms)
    using.show(event, event.html, by=by, also=[event.cover.key] if event.cover else [])
