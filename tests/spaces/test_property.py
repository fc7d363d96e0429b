"""Random houses: what each person sees is what a few plain sets say they see."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.blog import queries
from app.blog.narrowing import Narrowing
from app.core.db import Base, db, writing
from app.people import queries as people
from app.spaces import queries as spaces
from tests import append_only
from tests.factories import enter, leave, make_person, make_post, make_space

PEOPLE = range(3)
ROLES = [(), ("governance",), ("admin",)]
VISIBILITIES = ["public", "members", "hidden"]

houses = st.tuples(
    st.lists(  # spaces: how open, who opened it, and of which earlier one it is part
        st.tuples(
            st.sampled_from(VISIBILITIES), st.sampled_from(PEOPLE), st.integers(0, 3) | st.none()
        ),
        max_size=4,
    ),
    st.lists(  # who comes into which space, or leaves it
        st.tuples(st.booleans(), st.sampled_from(PEOPLE), st.integers(0, 3)), max_size=8
    ),
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(0, 4)), max_size=6),  # posts
)


class Model:
    """The same house in plain sets."""

    def __init__(self):
        self.open, self.within, self.runs = [], [], []
        self.members = set()  # (space, person)

    def add(self, visibility, opener, parent):
        if parent is not None:
            visibility = max(visibility, self.open[parent], key=VISIBILITIES.index)
        self.open.append(visibility)
        self.within.append(parent)
        self.runs.append(opener)
        self.members.add((len(self.open) - 1, opener))

    def leave(self, space, person):
        if (space, person) not in self.members:
            return
        gone = {space}
        if self.open[space] != "public":
            gone |= {one for one, above in enumerate(self.within) if above == space}
        self.members -= {(one, person) for one in gone}

    def sees_into(self, person, space):
        return space is None or self.open[space] == "public" or (space, person) in self.members

    def knows(self, person, space):
        """What is hidden, who is in it; and governance, where nobody is left who runs it."""
        looks_after = (
            "governance" in ROLES[person] and (space, self.runs[space]) not in self.members
        )
        return self.open[space] != "hidden" or (space, person) in self.members or looks_after


def clear():
    db.session.rollback()
    with writing(), append_only.opened():
        for table in reversed(Base.metadata.sorted_tables):
            if table.name != "data_version":
                db.session.execute(table.delete())


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(house=houses)
def test_everybody_sees_what_the_sets_say(app, house):
    clear()
    cast = [make_person(f"Person {number}", *ROLES[number]) for number in PEOPLE]
    model, made = Model(), []
    for visibility, opener, parent in house[0]:
        parent = parent if parent is not None and parent < len(made) else None
        if parent is not None and model.within[parent] is not None:
            parent = None  # there is one level of them
        above = None if parent is None else made[parent]
        made.append(make_space(cast[opener], visibility=visibility, parent=above))
        model.add(visibility, opener, parent)
    for comes, person, space in house[1]:
        if space >= len(made):
            continue
        if comes:
            enter(made[space], cast[person])
            model.members.add((space, person))
        else:
            leave(made[space], cast[person])
            model.leave(space, person)
    written = []
    for author, space in house[2]:
        space = space if space < len(made) else None
        post = make_post(cast[author], space=None if space is None else made[space])
        written.append((post.id, space))

    for number, person in enumerate(cast):
        reader = next(iter(people.readers([person.id])))
        seen = {post for post, space in written if model.sees_into(number, space)}
        everything = Narrowing()
        assert {row.id for row in queries.cards(reader, everything).rows} == seen
        assert queries.count(reader, everything) == len(seen)
        found = db.session.scalars(queries.visible_to(reader))
        assert {post.id for post in found} == seen
        known = {made[space].id for space in range(len(made)) if model.knows(number, space)}
        assert {row.id for row in spaces.directory(reader).rows} == known
