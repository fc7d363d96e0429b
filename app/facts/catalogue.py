"""What can happen to the words by which things are found again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.catalogue.models import Editorial, Tag, Term


@dataclass(frozen=True, kw_only=True)
class TermAdded(Fact):
    says = N_("The catalogue has something new: %(title)s")
    audited = True
    news = False

    term: "Term"


@dataclass(frozen=True, kw_only=True)
class TermChanged(Fact):
    says = N_("%(title)s says something else in the catalogue: %(now)s (before: %(before)s)")
    audited = True
    news = False

    term: "Term"
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class TermMoved(Fact):
    says = N_("%(title)s has another place in the catalogue: %(position)s")
    audited = False
    news = False

    term: "Term"
    position: int


@dataclass(frozen=True, kw_only=True)
class TermRetired(Fact):
    says = N_("%(title)s can no longer be chosen in the catalogue")
    audited = True
    news = False

    term: "Term"


@dataclass(frozen=True, kw_only=True)
class TermTakenUp(Fact):
    says = N_("%(title)s can be chosen again in the catalogue")
    audited = True
    news = False
    undoes = TermRetired

    term: "Term"


@dataclass(frozen=True, kw_only=True)
class TermMerged(Fact):
    says = N_("%(title)s was merged into %(survivor)s in the catalogue. Things: %(things)s")
    audited = True
    news = False

    term: "Term"
    survivor: str  # the name it had that day
    things: int


@dataclass(frozen=True, kw_only=True)
class TermUnmerged(Fact):
    says = N_("%(title)s stands by itself again in the catalogue. Things: %(things)s")
    audited = True
    news = False
    undoes = TermMerged

    term: "Term"
    things: int


@dataclass(frozen=True, kw_only=True)
class TagRenamed(Fact):
    """What it was called is not kept: a word of a space must not outlive it elsewhere."""

    says = N_("The tag %(title)s has a new name")
    audited = True
    news = False

    tag: "Tag"


@dataclass(frozen=True, kw_only=True)
class TagMerged(Fact):
    says = N_("The tag %(title)s was merged into another one. Things: %(things)s")
    audited = True
    news = False

    tag: "Tag"
    things: int


@dataclass(frozen=True, kw_only=True)
class TagUnmerged(Fact):
    says = N_("The tag %(title)s stands by itself again. Things: %(things)s")
    audited = True
    news = False
    undoes = TagMerged

    tag: "Tag"
    things: int


@dataclass(frozen=True, kw_only=True)
class EditorialWritten(Fact):
    says = N_("%(actor)s wrote about the strategy: %(title)s (%(language)s)")
    says_you = N_("You wrote about the strategy: %(title)s (%(language)s)")
    audited = True
    news = False

    editorial: "Editorial"
    language: str
