"""Ideas from tables."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.imports.models import Import


@dataclass(frozen=True, kw_only=True)
class IdeasImported(Fact):
    says = N_("%(actor)s brought ideas in from %(title)s: %(ideas)s")
    says_you = N_("You brought ideas in from %(title)s: %(ideas)s")
    audited = True
    news = False

    source: "Import"
    ideas: int


@dataclass(frozen=True, kw_only=True)
class IdeasImportTakenBack(Fact):
    says = N_("%(actor)s took back the ideas from %(title)s: %(ideas)s")
    says_you = N_("You took back the ideas from %(title)s: %(ideas)s")
    audited = True
    news = False
    undoes = IdeasImported

    source: "Import"
    ideas: int
