"""An idea with all that belongs to it: its words, its pictures, its tags and terms."""

from dataclasses import dataclass, field

from app.attachments import using
from app.catalogue import queries as catalogue
from app.catalogue.tagging import give_terms, tag
from app.core.db import Entity
from app.core.fields import slug
from app.core.markdown import Rendered
from app.ideas.models import Idea, IdeaKind, Voice
from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """What somebody wrote, checked and rendered."""

    title: str
    kind: IdeaKind
    problem: str
    problem_rendered: Rendered
    audience: str
    change: str
    change_rendered: Rendered
    language: str
    tags: list[str]
    terms: list[int] = field(default_factory=list)

    def says_the_same_as(self, idea: Idea) -> bool:
        """Whether this was saved already: somebody pressed twice."""
        stands = (idea.title, idea.kind, idea.problem, idea.audience, idea.change, idea.language)
        mine = (self.title, self.kind, self.problem, self.audience, self.change, self.language)
        tags = {row.slug for row in catalogue.tags_of("idea", idea.id)}
        terms = {row.id for row in catalogue.terms_of("idea", idea.id)}
        return (stands, tags, terms) == (mine, set(map(slug, self.tags)), set(self.terms))


def propose(
    manuscript: Manuscript,
    *,
    by: Person,
    voice: Voice = Voice.OWN,
    behalf_of: Person | None = None,
    came_from: Entity | None = None,
) -> Idea:
    """The idea everybody reads from now on. In `writing()`."""
    idea = Idea.submit(
        manuscript.title,
        manuscript.problem,
        manuscript.problem_rendered,
        by=by,
        voice=voice,
        behalf_of=behalf_of,
        came_from=came_from,
        **_more(manuscript),
    )
    _furnish(idea, manuscript, by=by)
    return idea


def change(idea: Idea, manuscript: Manuscript, *, by: Person) -> None:
    """Better words, and whatever goes with them. In `writing()`."""
    idea.edit(
        manuscript.title, manuscript.problem, manuscript.problem_rendered, **_more(manuscript)
    )
    _furnish(idea, manuscript, by=by)


def _more(manuscript: Manuscript) -> dict:
    return {
        "change": manuscript.change,
        "change_rendered": manuscript.change_rendered,
        "audience": manuscript.audience,
        "kind": manuscript.kind,
        "language": manuscript.language,
    }


def _furnish(idea: Idea, manuscript: Manuscript, *, by: Person) -> None:
    tag(idea, manuscript.tags)
    give_terms(idea, manuscript.terms)
    using.show(idea, idea.html, by=by)
