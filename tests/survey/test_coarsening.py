"""No answer is written under a group that fewer than ten are invited from."""

import random
from collections import Counter

import pytest

from app.survey.coarsening import SHARED_BY, written_under
from app.survey.suppression import Group


def under(group, **given):
    """For each group that somebody is directly in: where their answers are written."""
    written = written_under(group, **given)
    return {one.key: written[one.key] for one in group if one.direct}


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (Group(1, 12), {1: 1}),
        (Group(1, 3), {1: 1}),  # a whole of a few is one group
        (Group(1, 0, (Group(2, 10), Group(3, 11))), {2: 2, 3: 3}),
        (Group(1, 10, (Group(2, 9), Group(3, 11))), {1: 1, 2: 1, 3: 3}),
        (Group(1, 0, (Group(2, 9), Group(3, 9))), {2: 1, 3: 1}),
        (Group(1, 1, (Group(2, 10), Group(3, 11))), {1: 1, 2: 1, 3: 3}),  # the smaller joins one
        (Group(1, 1, (Group(2, 10),)), {1: 1, 2: 1}),
        (Group(1, 0, (Group(2, 6, (Group(3, 4), Group(4, 15))),)), {2: 2, 3: 2, 4: 4}),
        (Group(1, 20, (Group(2, 6, (Group(3, 3),)),)), {1: 1, 2: 1, 3: 1}),
    ],
)
def test_examples(group, expected):
    assert under(group) == expected


@pytest.mark.parametrize("least", [SHARED_BY, 25])
def test_each_written_group_is_shared_by_enough(least):
    for seed in range(300):
        group = organisation(random.Random(seed))
        written = under(group, least=least)
        people = Counter()
        for one in group:
            if one.direct:
                people[written[one.key]] += one.direct
        assert sum(people.values()) == group.n
        assert all(n >= least for n in people.values()) or people.keys() <= {group.key}


def test_an_answer_is_written_at_home_or_further_up():
    """So that a group counts nobody who is not of it."""
    for seed in range(300):
        group = organisation(random.Random(seed))
        above = parents(group)
        for own, written in written_under(group).items():
            path = [own]
            while above[path[-1]] is not None:
                path.append(above[path[-1]])
            assert written in path


def test_whoever_is_enough_alone_is_written_at_home_unless_the_top_needs_them():
    for seed in range(300):
        group = organisation(random.Random(seed))
        written = written_under(group)
        leaves = [one for one in group if not one.below and one.direct >= SHARED_BY]
        moved = [one for one in leaves if written[one.key] != one.key]
        assert all(written[one.key] == group.key for one in moved)
        if moved and group.n >= SHARED_BY:  # not one more of them than the top needed
            at_top = sum(one.direct for one in group if written[one.key] == group.key)
            assert at_top - max(one.direct for one in moved) < SHARED_BY


def parents(group, above=None):
    known = {group.key: above}
    for part in group.below:
        known |= parents(part, group.key)
    return known


def organisation(rng, depth=0, numbers=None):
    numbers = numbers or iter(range(1, 10_000))
    key = next(numbers)
    below = rng.randint(1, 5) if depth < 4 and rng.random() < (0.9, 0.7, 0.5, 0.3)[depth] else 0
    parts = tuple(organisation(rng, depth + 1, numbers) for _ in range(below))
    people = rng.choice([0, 0, 1, 4]) if below else rng.choice([0, 1, 3, rng.randint(5, 40)])
    return Group(key, people, parts)
