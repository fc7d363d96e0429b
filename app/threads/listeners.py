"""What is begun because of another thing is tied to it from the start."""

from app.core.db import db
from app.facts import on
from app.facts.ideas import IdeaSubmitted
from app.threads import tying


@on(IdeaSubmitted)
def what_it_came_from_leads_to_it(fact: IdeaSubmitted) -> None:
    if fact.came_from is not None and fact.actor is not None:
        db.session.add(tying.begin(fact.came_from, fact.idea, by=fact.actor))
