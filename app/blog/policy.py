"""Who may do what with a post. What one may see is in `queries.visible_to`."""

from app.blog.models import Post
from app.people.models import Person, Reader
from app.spaces.models import Space


def write(person: Person | Reader) -> bool:
    """Everybody who works here."""
    return True


def edit(person: Person | Reader, post: Post) -> bool:
    """What is withdrawn is brought back first; where all is kept as it is, nothing changes."""
    if post.is_read_only:
        return False
    if post.is_waiting:
        return post.is_by(person.id)
    return post.is_public and (post.is_by(person.id) or person.is_governance)


def withdraw(person: Person | Reader, post: Post) -> bool:
    return post.is_by(person.id) or person.is_governance


def move(person: Person | Reader, post: Post, runs_it: bool) -> bool:
    """To another space: whose it is, and whoever runs the one it stands in."""
    if not post.is_published or post.is_read_only:
        return False
    return runs_it or post.is_by(person.id) or person.is_governance


def move_to(person: Person | Reader, post: Post, space: Space | None, runs_it: bool) -> bool:
    """Out of a closed space, whoever runs it alone: what was said on it was said among few."""
    if not move(person, post, runs_it):
        return False
    return space is post.space or post.space is None or post.space.is_public or runs_it


def look_back(person: Person | Reader, post: Post) -> bool:
    """At what it said before. Something may have been taken out of it for good reason."""
    return post.is_by(person.id) or person.is_governance


def bring_back(person: Person | Reader, post: Post) -> bool:
    """What it said before. Where somebody looks at every edit first, whoever does so."""
    looked_at = post.space is not None and post.space.needs_approval
    return edit(person, post) and (not looked_at or review(person, post))


def name_authors(person: Person | Reader, post: Post) -> bool:
    """Whoever writes it says who else does; governance where nobody of them is left."""
    return post.is_by(person.id) or person.is_governance


def schedule(person: Person | Reader, post: Post) -> bool:
    """Its authors, while nobody else has read it."""
    return _is_the_authors_turn(post) and post.is_by(person.id)


def review(person: Person | Reader, post: Post) -> bool:
    """Whoever runs its space, also when it has just stopped asking for it."""
    return post.space is not None and post.space.is_run_by(person)


def has_reviews(person: Reader) -> bool:
    """Something waits for them to look at it, in a space they run."""
    return "reviews" in person.has


def see_review(person: Person | Reader, post: Post) -> bool:
    return post.is_by(person.id) or review(person, post)


def publish(person: Person | Reader, post: Post) -> bool:
    """At once, what waits; pressing twice is no offence."""
    return (post.is_published or _is_the_authors_turn(post)) and post.is_by(person.id)


def _is_the_authors_turn(post: Post) -> bool:
    """Nobody has read it, and nobody is to look at it before."""
    asks = post.space is not None and post.space.needs_approval
    return post.is_waiting and not (post.is_under_review and asks)


def plan(person: Person | Reader, post: Post, runs_it: bool) -> bool:
    """To look at its dates: whoever may change one of them."""
    return edit(person, post) or feature(person, post, runs_it) or ask(person, post)


def ask(person: Person | Reader, post: Post) -> bool:
    """Its readers to say that they have read it."""
    return post.is_published and (post.is_by(person.id) or person.is_governance)


def confirm(person: Person | Reader, post: Post) -> bool:
    """That one has read it, where it asks."""
    return post.is_published and post.is_asking


def see_readers(person: Person | Reader, post: Post) -> bool:
    """Who has read it and who has not, by name: whoever may ask."""
    return post.is_asking and (post.is_by(person.id) or person.is_governance)


def end(person: Person | Reader, post: Post) -> bool:
    """To say until when it stands, and to give it more time."""
    return edit(person, post)


def feature(person: Person | Reader, post: Post, runs_it: bool) -> bool:
    """For the whole house, governance; in its space, whoever runs it, as long as governance has
    not let it stand first for all.
    """
    if not post.is_published:
        return False
    for_all = post.is_featured and not post.featured_within
    return person.is_governance or (runs_it and not for_all)


def restore(person: Person | Reader, post: Post) -> bool:
    """Governance may; its authors may, unless governance took it away."""
    ours = post.withdrawn_by is None or post.is_by(post.withdrawn_by)
    return person.is_governance or (ours and post.is_by(person.id))


def comment(person: Person | Reader, post: Post) -> bool:
    return post.is_published and not post.is_read_only


def bring_in(person: Person | Reader) -> bool:
    """Importing writes in other people's names."""
    return person.is_governance or person.is_admin


def take_out(person: Person | Reader) -> bool:
    """Exporting carries everybody's words away at once."""
    return person.is_governance or person.is_admin
