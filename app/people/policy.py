"""Who may do what to whom. Nobody grants anything to themselves."""

from app.people.models import Person, Reader, Role


def grant(person: Person | Reader, other: Person | Reader, role: Role) -> bool:
    """Admin names governance and admin; governance names ambassadors.

    `hr` and `listener` take a second person, who holds the role: see the administration.
    """
    if person.id == other.id:
        return False
    if role in (Role.GOVERNANCE, Role.ADMIN):
        return person.is_admin
    return role is Role.AMBASSADOR and person.is_governance
