"""Who writes a post: those who may, in an order, and never nobody."""

from typing import TYPE_CHECKING

from app.blog.models.author import Author
from app.blog.models.part import Part
from app.facts import record
from app.facts.blog import AuthorAdded, AuthorRemoved

if TYPE_CHECKING:
    from app.people.models import Person

MOST_AUTHORS = 12


class LastAuthor(Exception):
    """Somebody of the house has to answer for what it says."""


class TooManyAuthors(Exception):
    """Nobody reads a line of names that long."""


class Authored(Part):
    """The verbs of a post about its authors."""

    def is_by(self, person_id: int) -> bool:
        return any(author.person_id == person_id for author in self.whole.authors)

    @property
    def first_author(self) -> "Person | None":
        """In whose name it is published; nobody's, if their account is closed."""
        first = next((one.person for one in self.whole.authors if one.person), None)
        return first if first and first.is_active else None

    def add_author(self, person: "Person", *, by: "Person") -> None:
        """They may edit it from now on, and stand after those who are there."""
        post = self.whole
        if post.is_by(person.id):
            return
        if len(post.authors) >= MOST_AUTHORS:
            raise TooManyAuthors

        last = max((author.position for author in post.authors), default=-1)
        post.authors.append(Author(position=last + 1, person_id=person.id))
        record(AuthorAdded(actor=by, post=post, person=person))
        post.be_found()

    def remove_author(self, person: "Person", *, by: "Person") -> None:
        """Somebody steps back, or is taken off. Raises LastAuthor rather than leave nobody."""
        post = self.whole
        if not post.is_by(person.id):
            return
        if sum(author.person_id is not None for author in post.authors) == 1:
            raise LastAuthor

        post._stand([one for one in post.authors if one.person_id != person.id])
        record(AuthorRemoved(actor=by, post=post, person=person))
        post.be_found()

    def place_author(self, person_id: int, place: int) -> None:
        """Let them stand at this place, counted from 0; the others keep their order."""
        post = self.whole
        moved = [one for one in post.authors if one.person_id == person_id]
        others = [one for one in post.authors if one.person_id != person_id]
        post._stand([*others[: max(place, 0)], *moved, *others[max(place, 0) :]])

    def _stand(self, order: list[Author]) -> None:
        """The rows stay where they are, for their place is their key: the names move."""
        names = [(one.person_id, one.name) for one in order]
        rows = sorted(self.whole.authors, key=lambda one: one.position)
        for row, (person_id, name) in zip(rows, names, strict=False):
            row.person_id, row.name = person_id, name
        self.whole.authors = rows[: len(names)]
