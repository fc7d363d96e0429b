"""Initiatives from tables."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.imports.models import Import


@dataclass(frozen=True, kw_only=True)
class InitiativesImported(Fact):
    says = N_("%(actor)s brought initiatives in from %(title)s: %(initiatives)s")
    says_you = N_("You brought initiatives in from %(title)s: %(initiatives)s")
    audited = True
    news = False

    source: "Import"
    initiatives: int


@dataclass(frozen=True, kw_only=True)
class InitiativesImportTakenBack(Fact):
    says = N_("%(actor)s took back the initiatives from %(title)s: %(initiatives)s")
    says_you = N_("You took back the initiatives from %(title)s: %(initiatives)s")
    audited = True
    news = False
    undoes = InitiativesImported

    source: "Import"
    initiatives: int
