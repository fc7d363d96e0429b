"""Who may do what with a post. What one may see is in `queries.visible_to`."""

from app.blog.models import Post
from app.people.models import Person, Reader


def write(person: Person | Reader) -> bool:
    """Everybody who works here."""
    return True


def edit(person: Person | Reader, post: Post) -> bool:
    return post.is_published and (post.is_by(person.id) or person.is_governance)


def withdraw(person: Person | Reader, post: Post) -> bool:
    return post.is_by(person.id) or person.is_governance


def restore(person: Person | Reader, post: Post) -> bool:
    """Governance may; its authors may, unless governance took it away."""
    ours = post.withdrawn_by is None or post.is_by(post.withdrawn_by)
    return person.is_governance or (ours and post.is_by(person.id))


def comment(person: Person | Reader, post: Post) -> bool:
    return post.is_published


def bring_in(person: Person | Reader) -> bool:
    """Importing writes in other people's names."""
    return person.is_governance or person.is_admin


def take_out(person: Person | Reader) -> bool:
    """Exporting carries everybody's words away at once."""
    return person.is_governance or person.is_admin
