"""From all that the gate shows of a house, nothing follows about fewer people than it promises.

The exact audit of `tests/survey/audit.py`, over random houses that share no code with the gate
but the tree it is asked about. First of all it is shown to find what there is to be found.
"""

import random
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import pytest

from app.survey.suppression import Group, shown
from tests.survey.audit import given_away, reduced

TIERS = (5, 10, 30)


@dataclass
class House:
    """Cell 7 are the people who are in group 7 and in none below it."""

    parents: dict[int, int | None]
    people: dict[int, int]

    def cells(self, group: int) -> frozenset[int]:
        """All that lies below a group, with itself."""
        return frozenset(cell for cell in self.parents if group in self._above(cell))

    def told(self, groups):
        return [self.cells(group) for group in groups]

    def size(self, group: int) -> int:
        return sum(self.people[cell] for cell in self.cells(group))

    def answering(self, rng: random.Random) -> "House":
        """The same of those who answered one item: for some it is no part of their job."""
        shares = {cell: rng.choice([0.0, 0.3, 0.6, 0.9, 1.0]) for cell in self.people}
        return House(
            self.parents,
            {
                cell: sum(rng.random() < shares[cell] for _ in range(n))
                for cell, n in self.people.items()
            },
        )

    def for_the_gate(self, group: int = 1) -> Group:
        below = [one for one, parent in self.parents.items() if parent == group]
        return Group(group, self.people[group], tuple(self.for_the_gate(one) for one in below))

    def _above(self, cell: int | None):
        while cell is not None:
            yield cell
            cell = self.parents[cell]


def random_house(seed: int) -> House:
    """Deep or wide, large or small; with empty groups, with single people, with chiefs of their own
    beside the groups below.
    """
    rng = random.Random(seed)
    depth, width = rng.randint(1, 5), rng.randint(1, 7)
    leaf = rng.choice([(0, 3), (0, 6), (1, 1), (0, 12), (3, 9), (4, 40), (0, 90)])
    direct = rng.choice([(0, 0), (0, 1), (0, 4), (1, 9)])
    parents: dict[int, int | None] = {1: None}
    people = {}
    deepest = [1]
    for _ in range(depth):
        below = []
        for group in deepest:
            for _ in range(rng.randint(0, width) if len(parents) < 80 else 0):
                parents[number := len(parents) + 1] = group
                below.append(number)
        deepest = below or deepest
    above = set(parents.values())
    for group in parents:
        people[group] = rng.randint(*(direct if group in above else leaf))
    return House(parents, people)


def hide_below(house: House, least: int) -> set[int]:
    """What stands in many a product: whoever is too few is not shown, and that is all."""
    return {group for group in house.parents if house.size(group) >= least}


@pytest.fixture(scope="module", params=[800, pytest.param(10_000, marks=pytest.mark.long)])
def houses(request):
    return [random_house(seed) for seed in range(request.param)]


def test_the_houses_are_of_every_kind(houses):
    sizes = {house.size(1) for house in houses}
    assert min(sizes) == 0 and max(sizes) > 1000
    assert {len(house.parents) for house in houses} >= set(range(2, 20))
    assert any(0 in house.people.values() and 1 in house.people.values() for house in houses)


@pytest.mark.parametrize("least", TIERS)
def test_of_what_is_shown_nothing_follows_about_fewer(houses, least):
    shown_at_all = 0
    for house in houses:
        seen = shown(house.for_the_gate(), least=least)
        shown_at_all += len(seen)
        assert not given_away(house.people, house.told(seen), least), house
    assert shown_at_all > len(houses)  # it does not protect by showing nothing


def test_to_hide_the_small_ones_alone_gives_people_away(houses):
    """The auditor finds it, in many a house; the gate's own houses are the same."""
    caught = sum(
        bool(given_away(house.people, house.told(hide_below(house, 5)), 5)) for house in houses
    )
    assert caught > len(houses) / 3


@pytest.mark.parametrize("least", TIERS)
def test_nor_of_an_item_that_some_did_not_answer(houses, least):
    """By the counts of who answered it, where who is hidden already stays so."""
    for seed, house in enumerate(houses):
        seen = shown(house.for_the_gate(), least=least)
        barred = frozenset(house.parents) - seen
        of_item = house.answering(random.Random(seed))
        also = shown(of_item.for_the_gate(), least=least, barred=barred)
        assert also <= seen
        assert not given_away(of_item.people, of_item.told(also), least), house
        assert not given_away(house.people, house.told(also), least), house


def test_nor_when_any_groups_whatever_are_barred(houses):
    for seed, house in enumerate(houses):
        rng = random.Random(seed)
        barred = frozenset(group for group in house.parents if rng.random() < 0.2)
        seen = shown(house.for_the_gate(), barred=barred)
        assert not given_away(house.people, house.told(seen), 5), house


def test_to_forget_who_is_barred_gives_people_away(houses):
    """Were an item's gate asked alone, the groups of the two would tell of a few together."""
    caught = 0
    for seed, house in enumerate(houses):
        seen = shown(house.for_the_gate())
        of_item = house.answering(random.Random(seed))
        also = shown(of_item.for_the_gate())
        caught += bool(given_away(house.people, house.told(seen | also), 5))
    assert caught


# That the auditor itself can be believed.


@pytest.mark.parametrize(
    ("people", "groups", "found"),
    [
        ({1: 4, 2: 9}, [{1, 2}, {2}], {1}),
        ({1: 5, 2: 9}, [{1, 2}, {2}], set()),
        ({1: 4, 2: 9}, [{1, 2}], set()),
        ({1: 2, 2: 2, 3: 9}, [{1, 2, 3}, {3}], {1, 2}),
        ({1: 3, 2: 3, 3: 9}, [{1, 2, 3}, {3}], set()),
        ({1: 4, 2: 9, 3: 9}, [{1, 2}, {2, 3}, {1, 3}], {1}),  # half of all but the other one
        ({1: 2, 2: 2, 3: 9}, [{1, 3}, {2, 3}], {1, 2}),  # by how much one is more than the other
        ({1: 0, 2: 9}, [{1, 2}, {2}], set()),
        ({1: 1}, [{1}], {1}),
        ({}, [], set()),
    ],
)
def test_the_auditor_finds(people, groups, found):
    assert given_away(people, [frozenset(group) for group in groups], 5) == found


@pytest.mark.parametrize("seed", range(60))
def test_the_auditor_finds_what_trying_everything_finds(seed):
    """Over groups that are no tree at all."""
    rng = random.Random(seed)
    people = {cell: rng.choice([0, 1, 1, 2, 3, 6]) for cell in range(8)}
    told = [
        frozenset(cell for cell in people if rng.random() < 0.5) for _ in range(rng.randint(1, 6))
    ]
    found = given_away(people, told, 5)
    assert bool(found) == anything_of_few(people, told, 5)
    assert sum(people[cell] for cell in found) < 5
    assert not found or spans_something_in(people, told, found)


def anything_of_few(people, told, least):
    cells = [cell for cell in people if people[cell]]
    return any(
        sum(people[cell] for cell in few) < least and spans_something_in(people, told, set(few))
        for size in range(1, least)
        for few in combinations(cells, size)
    )


def spans_something_in(people, told, few):
    """Whether there are fewer independent rows outside of those cells than there are in all."""
    whole = [{cell: Fraction(1) for cell in group if people[cell]} for group in told]
    outside = [{cell: n for cell, n in row.items() if cell not in few} for row in whole]
    return len(reduced(outside)) < len(reduced(whole))
