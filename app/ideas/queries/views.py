"""The ways of looking at ideas that were saved, and what has gone from under them."""

from sqlalchemy import Row, Select, and_, or_, select

from app.catalogue.models import Tag, Term
from app.core.db import db
from app.core.fields import slug
from app.ideas.models import Group, SavedView
from app.ideas.models.view import LONGEST_SLUG
from app.ideas.narrowing import Narrowing
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight

MOST = 40  # in a row above the board

SEEN = and_(IS_GOVERNANCE, or_(SavedView.person_id == READER, SavedView.is_shared))
VIEWS = (
    select(
        SavedView.id,
        SavedView.name,
        SavedView.slug,
        SavedView.address,
        SavedView.is_shared,
        SavedView.is_table,
        SavedView.person_id,
        Person.name.label("by"),
    )
    .join(Person, Person.id == SavedView.person_id)
    .where(SEEN, SavedView.removed_at.is_(None))
    .order_by((SavedView.person_id == READER).desc(), SavedView.name, SavedView.id)
)


def views_visible_to(person: Person | Reader) -> Select[SavedView]:
    """One's own, and what is shared among those who decide; what was removed as well, for it may
    be taken back.
    """
    return select(SavedView).where(SEEN).params(sight(person))


def views_of(reader: Reader, most: int | None = None) -> list[Row]:
    """One's own first; `most` of them, or all."""
    return list(db.session.execute(VIEWS.limit(most), sight(reader)))


def view_at(reader: Reader, word: str) -> SavedView | None:
    """By what its address says, whatever somebody may have typed there."""
    here = SavedView.slug == slug(word, LONGEST_SLUG)
    return db.session.scalar(views_visible_to(reader).where(here, SavedView.removed_at.is_(None)))


def slugs_like(word: str) -> set[str]:
    """What is taken, by views that were removed too."""
    rows = select(SavedView.slug).where(SavedView.slug.startswith(word, autoescape=True))
    return set(db.session.scalars(rows))


def terms_gone(wanted: Narrowing) -> list[Term]:
    """Areas and touchpoints it asks for that nobody can choose any more."""
    numbers = [number for number in (wanted.area_id, wanted.term) if number]
    if not numbers:
        return []
    terms = db.session.scalars(select(Term).where(Term.id.in_(numbers)))
    return [term for term in terms if not term.is_offered]


def others_gone(wanted: Narrowing) -> set[str]:
    """Which of these is no more: the `tag`, the `group`, or the `owner`, who has left."""
    gone = set()
    if wanted.tag and db.session.scalar(select(Tag.id).where(Tag.slug == wanted.tag)) is None:
        gone.add("tag")
    if wanted.group_id and db.session.get(Group, wanted.group_id) is None:
        gone.add("group")
    if wanted.owner_id:
        owner = db.session.get(Person, wanted.owner_id)
        if owner is None or not owner.is_active:
            gone.add("owner")
    return gone
