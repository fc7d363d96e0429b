"""What waits for longer than promised: who is told of it, once, and who later on.

First those who have it in their hands, or whoever decides where nobody has. When it still waits,
the ambassadors of the unit that its area belongs to, or whoever decides where it is no unit's.
Nothing more ever happens to an idea because it is late.
"""

from app.core.calendar import today
from app.facts import record
from app.facts.ideas import IdeaEscalated, IdeaLate
from app.ideas.calendar import promised
from app.ideas.models import Idea, Step, StepKind
from app.ideas.queries import waiting
from app.people.models import Role
from app.people.queries import holders


def tell(idea: Idea) -> None:
    """Unless somebody moved it meanwhile, or was told."""
    if not (idea.is_open and idea.is_late) or idea.late_told_on:
        return
    at_work = [*idea.waited_for_by, *waiting.pending_evaluators(idea.id)]
    people = at_work or holders(Role.GOVERNANCE)

    idea.late_told_on = today()
    idea.steps.append(Step(kind=StepKind.LATE))
    record(IdeaLate(actor=None, idea=idea, days=idea.days_late, people=_each(people)))


def escalate(idea: Idea) -> None:
    patience = promised().escalation
    if not (idea.is_open and idea.is_late) or idea.escalated_on:
        return
    if not patience or idea.days_late < patience:
        return
    people = waiting.ambassadors_of(idea.area_id) or holders(Role.GOVERNANCE)

    idea.escalated_on = today()
    idea.steps.append(Step(kind=StepKind.ESCALATED))
    record(IdeaEscalated(actor=None, idea=idea, days=idea.days_late, people=_each(people)))


def _each(people: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(people))
