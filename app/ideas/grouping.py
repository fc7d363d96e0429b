"""Ideas that are analysed together. In `writing()`, the group held, and then its ideas."""

from collections.abc import Mapping

from app.core.db import db
from app.core.markdown import Rendered
from app.facts import record
from app.facts.ideas import IdeaGrouped, IdeaUngrouped
from app.ideas.models import Decision, Group, Idea, Step, StepKind
from app.people.models import Person


def open_group(title: str, text: str, rendered: Rendered, *, digest: str = "") -> Group:
    """An analysis that waits for its ideas; `digest` is of the row of a table it came from."""
    group = Group(digest=digest)
    describe(group, title, text, rendered)
    db.session.add(group)
    db.session.flush()
    return group


def describe(group: Group, title: str, text: str, rendered: Rendered) -> None:
    group.title, group.text = title, text
    group.html, group.html_version = rendered.html, rendered.version


def join(idea: Idea, group: Group, *, by: Person) -> None:
    """One analysis at a time: it leaves another group for this one."""
    if idea.group_id == group.id:
        return
    leave(idea, by=by)
    idea.group_id = group.id
    idea.steps.append(Step(by_id=by.id, kind=StepKind.GROUPED, words=group.title))
    record(IdeaGrouped(actor=by, idea=idea, group=group))


def leave(idea: Idea, *, by: Person) -> None:
    group = db.session.get(Group, idea.group_id) if idea.group_id else None
    if group is None:
        return
    idea.group_id = None
    idea.steps.append(Step(by_id=by.id, kind=StepKind.UNGROUPED, words=group.title))
    record(IdeaUngrouped(actor=by, idea=idea, group=group))


def dissolve(group: Group, ideas: list[Idea], *, by: Person) -> None:
    """Each of its ideas is analysed by itself again; `ideas` are all of them, held."""
    for idea in ideas:
        leave(idea, by=by)
    db.session.flush()
    db.session.expire(group, ["ideas"])
    db.session.delete(group)


def decide(
    ideas: list[Idea],
    seen: Mapping[int, int],
    decision: Decision,
    words: Mapping[int, str],
    *,
    by: Person,
) -> list[int]:
    """The same for each of these, a step of its own each, with words to its author; `seen` is the
    version somebody decided about. The numbers of those that were moved meanwhile, or are in the
    group no more: they are left as they are.
    """
    held = {idea.id: idea for idea in ideas}
    fresh = {
        number
        for number, version in seen.items()
        if number in held and held[number].is_open and held[number].version == version
    }
    for number in sorted(fresh):
        held[number].decide(decision._replace(words=words.get(number, "")), by=by)
    return sorted(set(seen) - fresh)
