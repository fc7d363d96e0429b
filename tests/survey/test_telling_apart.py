"""Where everybody said the same nobody reads it, and nobody finds it by subtraction either."""

import random
from collections import Counter
from itertools import chain, combinations

import pytest

from app.survey.suppression import Group, Hidden
from app.survey.telling_apart import all_agree, nearly_all_agree, told

YES, NO = True, False


def counted(tree, said):
    """What was said in each group and below it."""
    return {
        one.key: sum((said.get(part.key, Counter()) for part in one), Counter()) for one in tree
    }


def gate(tree, said, agree=nearly_all_agree, least=5):
    return told(tree, counted(tree, said), least=least, barred=frozenset(), agree=agree)


def house(**said):
    """A whole of parts, each so many who said yes and no."""
    votes = {key: Counter({YES: yes, NO: no}) for key, (yes, no) in said.items()}
    keys = {name: number for number, name in enumerate(said, start=2)}
    tree = Group(1, 0, tuple(Group(keys[name], votes[name].total()) for name in said))
    found = gate(tree, {keys[name]: votes[name] for name in said})
    names = {number: name for name, number in keys.items()} | {1: "whole"}
    return (
        {names[key] for key in found.exactly},
        {names[key] for key in found.roughly},
        {names[key]: why for key, why in found.why_not.items()},
    )


def test_nobody_is_hidden_where_they_differ():
    assert house(a=(6, 6), b=(9, 3)) == ({"whole", "a", "b"}, set(), {})


def test_one_who_agree_take_another_along():
    """With the whole and b to read, a would be what is left."""
    exactly, roughly, why = house(a=(12, 0), b=(6, 6), c=(9, 9))
    assert (exactly, roughly, why) == ({"whole", "c"}, {"a"}, {"b": Hidden.PROTECTS})


def test_two_who_agree_hide_each_other():
    assert house(a=(12, 0), b=(0, 11), c=(9, 9)) == ({"whole", "c"}, {"a", "b"}, {})


def test_what_is_left_of_the_hidden_may_not_agree_either():
    """Of a and b together all say no; so c goes with them."""
    exactly, _, why = house(a=(0, 3), b=(0, 3), c=(5, 5), d=(8, 8))
    assert exactly == {"whole", "d"}
    assert why == {"a": Hidden.FEW, "b": Hidden.FEW, "c": Hidden.PROTECTS}


def test_below_those_who_agree_nothing_is_told_exactly():
    tree = Group(1, 0, (Group(2, 0, (Group(3, 20), Group(4, 20))), Group(5, 20), Group(6, 20)))
    some, none = Counter({YES: 19, NO: 1}), Counter({YES: 10, NO: 10})
    found = gate(tree, {3: some, 4: some, 5: none, 6: none})

    assert found.roughly == {2, 3, 4}
    assert found.exactly == {1, 6}


@pytest.mark.parametrize(
    ("yes", "no", "nearly"),
    [(9, 1, True), (8, 2, False), (5, 0, True), (46, 4, True), (45, 5, False), (0, 7, True)],
)
def test_nearly_all(yes, no, nearly):
    assert nearly_all_agree(Counter({YES: yes, NO: no})) is nearly


def test_all():
    assert all_agree(Counter({75.0: 3, 50.0: 0}))
    assert not all_agree(Counter({75.0: 3, 50.0: 1}))
    assert not all_agree(Counter())


@pytest.mark.parametrize("agree", [nearly_all_agree, all_agree])
def test_no_subtraction_finds_people_who_all_agree(agree):
    """From every group that is told exactly, less any of those below it."""
    chance = random.Random(7)
    found = 0
    for _ in range(300):
        tree, said = _random(chance)
        told_exactly = gate(tree, said, agree).exactly
        counts, groups = counted(tree, said), {one.key: one for one in tree}
        for key in told_exactly:
            below = [one.key for one in groups[key] if one.key in told_exactly and one.key != key]
            for taken in _apart(below, groups):
                rest = counts[key] - sum((counts[one] for one in taken), Counter())
                found += bool(taken)
                assert not all_agree(rest)
    assert found > 200


def _random(chance):
    """Up to nine groups, many of which are of one mind."""
    said, below = {}, {one: [] for one in range(1, chance.randint(3, 9) + 1)}
    for one in list(below)[1:]:
        below[chance.randint(max(1, one - 4), one - 1)].append(one)
    for one in below:
        if not below[one] or chance.random() < 0.3:
            n, share = chance.randint(1, 14), chance.choice((0, 0, 0.5, 1, 1, 0.9))
            yes = sum(chance.random() < share for _ in range(n))
            said[one] = Counter({YES: yes, NO: n - yes})

    def grow(one):
        direct = said.get(one, Counter()).total()
        return Group(one, direct, tuple(grow(part) for part in below[one]))

    return grow(1), said


def _apart(below, groups):
    """Every choice of groups none of which is part of another."""
    every = chain.from_iterable(combinations(below, n) for n in range(len(below) + 1))
    for taken in every:
        parts = [one.key for key in taken for one in groups[key]]
        if len(parts) == len(set(parts)):
            yield taken
