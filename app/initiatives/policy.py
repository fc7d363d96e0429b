"""Who may do what with an initiative. Which ones one sees is in `queries.visible_to`."""

from app.initiatives.models import Change, Initiative, Update
from app.people.models import Person, Reader


def log(person: Person | Reader) -> bool:
    """Ambassadors and governance log what they do."""
    return person.is_ambassador or person.is_governance


def work_on(person: Person | Reader, initiative: Initiative) -> bool:
    """Look after it: its owner, their team, and governance."""
    is_theirs = initiative.is_worked_on_by(person.id)
    return initiative.is_shown and (is_theirs or person.is_governance)


def edit(person: Person | Reader, initiative: Initiative) -> bool:
    return work_on(person, initiative)


def hand_over(person: Person | Reader, initiative: Initiative) -> bool:
    """Its owner, and governance where they are gone."""
    is_theirs = initiative.owner_id == person.id
    return initiative.is_shown and (is_theirs or person.is_governance)


def remove_update(person: Person | Reader, initiative: Initiative, update: Update) -> bool:
    """Whoever wrote it, its owner, and governance; pressing twice is no offence."""
    return initiative.is_shown and (update.author_id == person.id or hand_over(person, initiative))


def put_update_back(person: Person | Reader, initiative: Initiative, update: Update) -> bool:
    """Whoever took it back; what somebody else took out, who may put it in other hands."""
    is_theirs = update.author_id == person.id and update.removed_by in (None, person.id)
    return initiative.is_shown and (is_theirs or hand_over(person, initiative))


def tell_change(person: Person | Reader, change: Change) -> bool:
    """Its owner and their team, who were there. Governance asks, and does not answer for them."""
    initiative = change.initiative
    return initiative.is_shown and initiative.is_worked_on_by(person.id)


def review(person: Person | Reader, initiative: Initiative) -> bool:
    """Governance, of what is not their own."""
    is_theirs = initiative.is_worked_on_by(person.id)
    return review_all(person) and initiative.is_shown and not is_theirs


def review_all(person: Person | Reader) -> bool:
    return person.is_governance


def read_review(person: Person | Reader, initiative: Initiative) -> bool:
    """Why something was sent back is between those who work on it and governance."""
    return initiative.is_worked_on_by(person.id) or person.is_governance


def withdraw(person: Person | Reader, initiative: Initiative) -> bool:
    """Its owner; governance, of what was logged by mistake. Pressing twice is no offence."""
    is_theirs = initiative.owner_id == person.id
    return not initiative.is_hidden and (is_theirs or person.is_governance)


def restore(person: Person | Reader, initiative: Initiative) -> bool:
    """Whoever withdrew it; what governance took out, governance brings back."""
    if initiative.is_hidden:
        return False
    is_theirs = initiative.owner_id == person.id and initiative.withdrawn_by in (None, person.id)
    return is_theirs or person.is_governance


def comment(person: Person | Reader, initiative: Initiative) -> bool:
    return initiative.is_shown


def export(person: Person | Reader) -> bool:
    """All of the list, in a file."""
    return log(person)


def bring_in(person: Person | Reader) -> bool:
    """Whoever may log, many at once."""
    return log(person)


def bring_in_for_others(person: Person | Reader) -> bool:
    """A table of what anybody looks after. All others bring in what is their own."""
    return person.is_governance
