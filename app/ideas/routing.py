"""Which area looks at an idea. In `writing()`, the idea held."""

from app.catalogue.models import Term
from app.facts import record
from app.facts.ideas import IdeaRouted
from app.ideas.models import WORKED_ON, Idea, Step, StepKind
from app.people.models import Person


def hand_over(idea: Idea, area: Term, *, by: Person) -> None:
    """While nothing is decided it is no decision: its author is told nothing, and its clock goes
    on. Where somebody works on it, the area is part of what was decided, and is decided anew.
    """
    if idea.is_new:
        route(idea, area, by=by)
    elif idea.verdict in WORKED_ON:
        idea.decide(idea.decision._replace(area_id=area.id), by=by)


def route(idea: Idea, area: Term | None, *, by: Person) -> None:
    """Let an area look at a new idea; or, with none, nobody in particular."""
    number = area.id if area else None
    if not idea.is_new or number == idea.area_id:
        return

    idea.area_id = number
    called = area.name if area else ""
    step = Step(by_id=by.id, kind=StepKind.ROUTED, area_id=number, words=called)
    idea.steps.append(step)
    record(IdeaRouted(actor=by, idea=idea))
