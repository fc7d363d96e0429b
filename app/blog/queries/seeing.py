"""Which posts somebody may see: every other statement about posts stands on this one."""

from typing import Any

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.orm import joinedload

from app.blog.models import PUBLIC, REVIEWED, Author, Post, PostState
from app.people.models import Person, Reader
from app.people.sight import IS_GOVERNANCE, READER, sight, sight_of_everybody
from app.spaces.models import MemberRole, Membership
from app.spaces.sight import runs, sees_into, stands_open

MINE = exists().where(Author.post_id == Post.id, Author.person_id == READER).correlate(Post)
RUNS = runs(Post.space_id)
# Whoever runs a space looks at what is to be published in it, and at what was hidden there.
LOOKED_AT = sorted(REVIEWED | {PostState.HIDDEN})
REVIEWS = RUNS & Post.state.in_(LOOKED_AT)
# What nobody has read yet is its authors' alone. A withdrawn post stays with them and governance,
# who may bring it back, a hidden one with whoever keeps order as well; an expired one leaves the
# lists, and its address says so. And where it stands, its reader must see into.
SEEN = and_(
    sees_into(Post.space_id),
    Post.state.in_(PUBLIC)
    | MINE
    | REVIEWS
    | (IS_GOVERNANCE & Post.state.in_([PostState.WITHDRAWN, PostState.HIDDEN])),
)


_first = (Author.post_id == Post.id, Author.position == 0)
FIRST_AUTHOR = select(Author.person_id).where(*_first).correlate(Post).scalar_subquery()
SIGNED = select(Author.name).where(*_first).correlate(Post).scalar_subquery()


def visible_to(person: Person | Reader) -> Select[Post]:
    return select(Post).where(SEEN).params(sight(person))


def whole(person: Person | Reader) -> Select[Post]:
    """A post with its cover, to be changed."""
    return visible_to(person).options(joinedload(Post.cover))


UNSEEN = sorted(set(PostState) - PUBLIC)  # named, for an index finds what is and not what is not


def theirs(person: Any) -> list[Select]:
    """The posts that somebody sees and others do not: their own, and those they are to look at."""
    wrote = select(Post.id).where(
        Author.person_id == person, Author.post_id == Post.id, Post.state.in_(UNSEEN)
    )
    reviews = select(Post.id).where(
        Membership.person_id == person,
        Membership.role == MemberRole.MANAGER,
        Membership.space_id == Post.space_id,
        Post.state.in_(LOOKED_AT),
    )
    return [wrote, reviews]


PUBLISHED = select(Post.id).where(Post.state == PostState.PUBLISHED, stands_open(Post.space_id))


def published_numbers(reader: Person | Reader) -> Select[int]:
    """A subquery of the published posts the reader sees."""
    return PUBLISHED.params(sight(reader))


LATELY = 500  # posts

# Found by their index, whatever there is besides: what many readers ask for at every change must
# not look at all that was ever written.
LAST = (
    select(Post.id)
    .where(Post.state == PostState.PUBLISHED, sees_into(Post.space_id))
    .order_by(Post.published_at.desc(), Post.id.desc())
    .limit(LATELY)
)


def published_lately(reader: Person | Reader) -> Select[int]:
    """A subquery of the last posts the reader sees, by which one tells what is talked about."""
    return LAST.params(sight(reader))


def published_to_all() -> Select[int]:
    """A subquery of the posts everybody sees: what stands behind a shut door is not among them."""
    return PUBLISHED.params(sight_of_everybody())
