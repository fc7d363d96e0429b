"""Whom the names in a file mean: somebody of the house, or a name kept as it was written."""

from collections import defaultdict
from collections.abc import Iterable

from app.blog import queries
from app.blog.head import Writer
from app.blog.models import LONGEST_NAME, Author
from app.core.fields import folded


class Authorship:
    """Found by e-mail; else by name, when exactly one person has it. In one query."""

    def __init__(self, writers: Iterable[Writer]) -> None:
        asked = set(writers)
        emails = {writer.email for writer in asked if writer.email}
        names = {folded(writer.name) for writer in asked}
        self._by_email: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for person in queries.people_called(emails, names) if asked else []:
            self._by_email[person.email] = person.id
            self._by_name[person.sort_name].append(person.id)

    def person(self, writer: Writer) -> int | None:
        if writer.email in self._by_email:
            return self._by_email[writer.email]
        called = self._by_name.get(folded(writer.name), [])
        return called[0] if len(called) == 1 else None

    def of(self, writers: Iterable[Writer]) -> list[Author]:
        """The authors of a post, each person once, in their order."""
        found: dict[int | str, Writer] = {}
        for writer in writers:
            found.setdefault(self.person(writer) or writer.name, writer)
        return [
            Author(position=position, person_id=who, name="")
            if isinstance(who, int)
            else Author(position=position, person_id=None, name=writer.name[:LONGEST_NAME])
            for position, (who, writer) in enumerate(found.items())
        ]

    def seen(self, writers: Iterable[Writer]) -> list[list]:
        """For a preview: each name, and whether somebody here goes by it."""
        return [[writer.name, self.person(writer) is not None] for writer in writers]
