"""Who may do what with a space. Which spaces one knows of is in `queries.visible_to`.

`role` is what the person is in the space, or None; it is read in the same transaction.
"""

from app.people.models import Person, Reader
from app.spaces.models import Joining, MemberRole, Space, Standing, Visibility


def open(person: Person | Reader, visibility: Visibility = Visibility.MEMBERS) -> bool:
    """Everybody, a room for their own; what stands before the whole house, who speaks for it."""
    return visibility is not Visibility.PUBLIC or person.is_governance or person.is_ambassador


def look_in(person: Person | Reader, space: Space, role: MemberRole | None) -> bool:
    """See what is in it. The list of what one sees is narrowed by `sight`, not by this."""
    return space.is_public or role is not None


def manage(person: Person | Reader, space: Space, role: MemberRole | None) -> bool:
    """Whoever runs it. Governance too, where everybody sees in: behind shut doors it has no say,
    unless nobody is left there who runs it.
    """
    if role is MemberRole.MANAGER:
        return True
    return person.is_governance and (space.is_public or space.is_left_alone)


def write(person: Person | Reader, space: Space, role: MemberRole | None) -> bool:
    """Members; and anybody, where anybody may come in."""
    if space.is_archived:
        return False
    return role is not None or (space.is_public and space.joining is Joining.OPEN)


def open_within(person: Person | Reader, standing: Standing) -> bool:
    """A subspace. There is one level of them."""
    space = standing.space
    return space.parent_id is None and not space.is_archived and run(person, standing)


def run(person: Person | Reader, standing: Standing) -> bool:
    return manage(person, standing.space, standing.role)


def see_in(person: Person | Reader, standing: Standing) -> bool:
    return look_in(person, standing.space, standing.role)


def see_members(person: Person | Reader, standing: Standing) -> bool:
    """Whoever sees in; and whoever is to find somebody there to run it."""
    return see_in(person, standing) or run(person, standing)


def join(person: Person | Reader, standing: Standing) -> bool:
    """Whoever is in already presses twice, which is no offence."""
    if standing.is_in:
        return True
    space = standing.space
    is_meant = standing.is_invited or space.joining is Joining.OPEN
    return is_meant and not space.is_archived and standing.comes_through


def ask(person: Person | Reader, standing: Standing) -> bool:
    space = standing.space
    asks = space.joining is Joining.REQUEST and not space.is_archived and standing.comes_through
    return asks and not standing.is_in and not standing.is_invited


def leave(person: Person | Reader, standing: Standing) -> bool:
    """A space is never left without somebody who runs it."""
    return not standing.runs_alone


def invite(person: Person | Reader, standing: Standing) -> bool:
    """Whoever runs it; where anybody may come in, anybody who is in it."""
    space = standing.space
    if space.is_archived:
        return False
    return run(person, standing) or (standing.is_in and space.joining is Joining.OPEN)


def remove(person: Person | Reader, standing: Standing, other: MemberRole | None) -> bool:
    """A member: whoever runs it too is let go of that first."""
    return run(person, standing) and other is not MemberRole.MANAGER


def stand_down(person: Person | Reader, standing: Standing, is_last: bool) -> bool:
    return run(person, standing) and not is_last
