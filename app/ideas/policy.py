"""Who may do what with an idea. What one may see is in `queries.visible_to`."""

from app.ideas.models import Idea, Note
from app.people.models import Person, Reader


def submit(person: Person | Reader) -> bool:
    """Everybody who works here."""
    return True


def triage(person: Person | Reader) -> bool:
    """Work at the board: decide, ask, name owners and evaluators, merge and group."""
    return person.is_governance


def bring_in(person: Person | Reader) -> bool:
    """Ideas from a table, with whatever was decided of them."""
    return person.is_governance


def export_all(person: Person | Reader) -> bool:
    """With all that is known of each. The governance team's own three columns are everybody's."""
    return person.is_governance


def decide(person: Person | Reader, idea: Idea) -> bool:
    return person.is_governance and idea.is_open


def ask(person: Person | Reader, idea: Idea) -> bool:
    """For what is missing, as long as nobody has decided, and there is somebody to ask."""
    return decide(person, idea) and idea.is_new and bool(idea.made_by)


def undo_decision(person: Person | Reader, idea: Idea) -> bool:
    """What was decided a moment ago, by whoever decides."""
    last = idea.last_decision
    return decide(person, idea) and last is not None and last.is_fresh


def work(person: Person | Reader, idea: Idea) -> bool:
    """Name its owner and its evaluators, say until when, answer it; what was ended too."""
    return person.is_governance and idea.is_open


def note(person: Person | Reader, idea: Idea) -> bool:
    """Add to what is internal: whoever may read it, see `queries.worked_on_by`."""
    return idea.is_open


def remove_note(person: Person | Reader, note: Note) -> bool:
    """One's own words; and governance."""
    return person.id == note.author_id or person.is_governance


def group(person: Person | Reader, idea: Idea) -> bool:
    """Analyse it together with others."""
    return person.is_governance and idea.is_open


def merge(person: Person | Reader, idea: Idea) -> bool:
    return person.is_governance and idea.is_open


def unmerge(person: Person | Reader, idea: Idea) -> bool:
    """At any time. Pressing twice changes nothing, and is no offence."""
    return person.is_governance


def edit(person: Person | Reader, idea: Idea) -> bool:
    """Its author until somebody works on it; governance always."""
    if not idea.is_open:
        return False
    return person.is_governance or (is_theirs(person, idea) and idea.is_new)


def withdraw(person: Person | Reader, idea: Idea) -> bool:
    """Its author, while it is nobody's work yet and speaks for itself alone; and governance."""
    if not idea.is_open:
        return False
    return person.is_governance or (is_theirs(person, idea) and idea.is_new and not idea.received)


def restore(person: Person | Reader, idea: Idea) -> bool:
    """Governance may; its author may, unless somebody else took it away."""
    ours = idea.withdrawn_by is None or idea.withdrawn_by in idea.made_by
    return person.is_governance or (ours and is_theirs(person, idea))


def support(person: Person | Reader, idea: Idea) -> bool:
    """Everybody but those whose it is: they stand behind it anyway."""
    return idea.is_open and not is_theirs(person, idea)


def sponsor(person: Person | Reader, idea: Idea) -> bool:
    """With one's name on it, and told of every step."""
    return person.is_ambassador and support(person, idea)


def complete(person: Person | Reader, idea: Idea) -> bool:
    """Say what was missing: whose it is, and governance, who may have learnt it elsewhere."""
    return (
        idea.is_open
        and idea.lacks_information
        and (is_theirs(person, idea) or person.is_governance)
    )


def reopen(person: Person | Reader, idea: Idea) -> bool:
    """What was ended, with new evidence: whoever cares for it by name."""
    if not (idea.is_open and idea.is_ended):
        return False
    if person.is_governance or is_theirs(person, idea):
        return True
    return any(one.person_id == person.id for one in idea.sponsors)


def comment(person: Person | Reader, idea: Idea) -> bool:
    """What was merged is talked about where it lives on."""
    return idea.is_open


def is_theirs(person: Person | Reader, idea: Idea) -> bool:
    return person.id in idea.made_by
