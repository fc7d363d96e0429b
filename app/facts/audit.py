"""What can happen to the audit itself: it may be taken out, and nothing else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class AuditExported(Fact):
    says = N_("%(title)s took entries of the audit out: %(entries)s")
    audited = True
    news = False

    person: "Person"
    entries: int
