"""Two ideas become one, and two again. In `writing()`, both held: see `held`.

Everything stays with the idea it was given: its texts, its comments, its supports. What changes
is who speaks for them, so that taking a merging back finds all of it as it was. What comes after
comes to the idea that speaks, and stays with it.
"""

from collections.abc import Iterable

from sqlalchemy import update

from app.catalogue.models import IntoItself, NotOffered
from app.core.db import Overtaken, db
from app.facts import record
from app.facts.ideas import IdeaMerged, IdeaUnmerged
from app.ideas import queries
from app.ideas.models import Idea, Step, StepKind, Support
from app.people.models import Person


def held(*numbers: int) -> dict[int, Idea]:
    """These ideas with all they speak for and what speaks for them, held to be merged or taken
    apart. At once and in one order: who supports, merges or takes apart beside us waits.

    Raises Overtaken where somebody merged on in the meantime.
    """
    around = queries.trees(numbers)
    found = queries.hold(around)
    if queries.trees(numbers) != around:
        raise Overtaken
    return found


def merge(idea: Idea, survivor: Idea, *, by: Person) -> None:
    """The survivor speaks for it from now on, and for all that it spoke for.

    Raises IntoItself, and NotOffered where one of them is no longer there to be chosen.
    """
    if idea.id == survivor.id:
        raise IntoItself
    if not (idea.is_open and survivor.is_open):
        raise NotOffered

    # While its sponsors are still its own: they are told as well.
    record(IdeaMerged(actor=by, idea=idea, into=survivor))
    idea.merged_into_id = survivor.id
    idea.steps.append(Step(by_id=by.id, kind=StepKind.MERGED, other_id=survivor.id))
    survivor.steps.append(Step(by_id=by.id, kind=StepKind.RECEIVED, other_id=idea.id))
    _speak_as(survivor.id, _below(idea), instead_of=idea.id)
    idea.leave()
    idea.be_found()


def unmerge(idea: Idea, *, by: Person) -> None:
    """It speaks for itself again, and for what was merged into it before."""
    if not idea.is_merged:
        return

    into = db.session.get_one(Idea, idea.merged_into_id)
    spoke = idea.speaks_as
    idea.merged_into_id = None
    _step_back(idea, into, by)
    _speak_as(idea.id, _below(idea), instead_of=spoke)
    if idea.is_shown:
        idea.come_back()
    idea.be_found()
    record(IdeaUnmerged(actor=by, idea=idea, into=into))


def count_supporters(*numbers: int) -> None:
    """Different people, whichever of the ideas it speaks for they supported. No new version of
    the idea: nobody who edits it is overtaken by that.
    """
    db.session.execute(
        update(Idea)
        .where(Idea.id.in_(numbers))
        .values(supporters=queries.supporters_of(Idea))
        .execution_options(synchronize_session=False)
    )


def _below(idea: Idea) -> set[int]:
    """It and all that was merged into it, or into what was; they are held already."""
    into = queries.merged_into(queries.trees([idea.id]))
    found, more = {idea.id}, {idea.id}
    while more:
        more = {one for one, other in into.items() if other in more} - found
        found |= more
    return found


def _speak_as(number: int, ideas: Iterable[int], *, instead_of: int) -> None:
    """Let these ideas, and whatever they were given, speak as this one."""
    db.session.flush()
    spoken = set(ideas)
    for among, survivor in ((spoken - {number}, number), (spoken & {number}, None)):
        db.session.execute(
            update(Idea)
            .where(Idea.id.in_(among))
            .values(survivor_id=survivor)
            .execution_options(synchronize_session=False)
        )
    db.session.execute(
        update(Support)
        .where(Support.given_id.in_(spoken))
        .values(idea_id=number)
        .execution_options(synchronize_session=False)
    )
    count_supporters(number, instead_of)
    db.session.expire_all()


def _step_back(idea: Idea, into: Idea, by: Person) -> None:
    """Undone at once, the history says nothing of either."""
    merged = next(step for step in reversed(idea.steps) if step.kind is StepKind.MERGED)
    if merged.is_fresh:
        idea.steps.remove(merged)
        received = (s for s in reversed(into.steps) if s.kind is StepKind.RECEIVED)
        into.steps.remove(next(step for step in received if step.other_id == idea.id))
        return
    idea.steps.append(Step(by_id=by.id, kind=StepKind.UNMERGED, other_id=into.id))
    into.steps.append(Step(by_id=by.id, kind=StepKind.GAVE_BACK, other_id=idea.id))
