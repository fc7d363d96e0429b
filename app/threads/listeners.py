"""What is begun because of another thing is tied to it from the start."""

from app.core.db import db
from app.facts import on
from app.facts.ideas import IdeaSubmitted
from app.facts.initiatives import ChangeTold, InitiativeLogged
from app.imports import in_use
from app.threads import queries, tying


@on(IdeaSubmitted)
def what_it_came_from_leads_to_it(fact: IdeaSubmitted) -> None:
    if fact.came_from is not None and fact.actor is not None:
        db.session.add(tying.begin(fact.came_from, fact.idea, by=fact.actor))


@on(InitiativeLogged)
def what_it_carries_out_leads_to_it(fact: InitiativeLogged) -> None:
    if fact.came_from is not None and fact.actor is not None:
        db.session.add(tying.begin(fact.came_from, fact.initiative, by=fact.actor))


@on(ChangeTold)
def an_initiative_leads_to_what_has_changed(fact: ChangeTold) -> None:
    """Taken back and told again it is the same change."""
    ends = ("initiative", fact.change.initiative_id), ("change", fact.change.id)
    if fact.actor is not None and queries.between(*ends) is None:
        db.session.add(tying.begin(fact.change.initiative, fact.change, by=fact.actor))


# What somebody tied stays when the table it came from is taken back.
in_use.register(queries.tied)
