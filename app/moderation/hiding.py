"""The thing behind a case: reported, hidden, shown again. All of it in `writing()`."""

from typing import Any

from app.core.db import Entity, db, load
from app.facts import subjects
from app.moderation import queries
from app.moderation.models import Case, Reason
from app.people.models import Person


def report(thing: Entity, reason: Reason, words: str, *, by: Person) -> Case:
    """The thing is held by whoever loaded it, so two who report it open one case."""
    kind = subjects.of(thing).kind
    case = queries.case_about(kind, thing.id)
    if case is None:
        case = Case.open(kind, thing.id, space_id=space_of(thing), makers=makers(thing))
    case.be_reported(reason, words, by=by)
    return case


def hide(case: Case, because: str, *, by: Person) -> None:
    thing_of(case, by).hide(by=by)
    case.hide(because, by=by)


def take_back(case: Case, *, by: Person) -> None:
    if case.is_unseen:
        thing_of(case, by).unhide()
    case.take_back(by=by)


def restore(case: Case, words: str, *, by: Person) -> None:
    thing_of(case, by).unhide()
    case.restore(words, by=by)


def thing_of(case: Case, person: Person) -> Any:
    """What it is about, hidden or not, or 404 where the person does not see into its place."""
    subject = subjects.named(case.subject_kind)
    return load((subject.kept_for or subject.visible_to)(person), case.subject_id)


def makers(thing: Entity) -> list[int]:
    made_by = subjects.of(thing).made_by
    return list(made_by(thing)) if made_by else []


def space_of(thing: Any) -> int | None:
    """The space a thing stands in, be it by what it was said on."""
    subject = subjects.of(thing)
    if subject.around:
        return next((number for kind, number in subject.around(thing) if kind == "space"), None)
    if subject.is_said:
        on = db.session.get(subjects.named(thing.subject_kind).model, thing.subject_id)
        return space_of(on) if on else None
    return None
