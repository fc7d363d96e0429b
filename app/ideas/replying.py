"""The official answer to an idea. In `writing()`."""

from app.core import clock
from app.core.markdown import Rendered
from app.facts import record
from app.facts.ideas import IdeaAnswered
from app.ideas.models import Idea, Step, StepKind
from app.people.models import Person


def reply(idea: Idea, text: str, rendered: Rendered, *, by: Person) -> None:
    """It stands on top of the idea; put in better words later, it is no news."""
    if text == idea.answer:
        return
    is_first = not idea.answer
    idea.answer, idea.answer_html = text, rendered.html
    idea.answered_by, idea.answered_at = by.id, clock.now()
    if is_first:
        idea.steps.append(Step(by_id=by.id, kind=StepKind.ANSWERED))
        record(IdeaAnswered(actor=by, idea=idea))


def take_back(idea: Idea) -> None:
    """What was told stays told; it is only no longer the answer of the house."""
    idea.answer = idea.answer_html = ""
    idea.answered_by = idea.answered_at = None
