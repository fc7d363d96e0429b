"""Units in the order of their tree."""

from typing import NamedTuple

from app.people.tree import indented


class Unit(NamedTuple):
    id: int
    parent_id: int | None


def order(*units):
    return [(depth, unit.id) for depth, unit in indented(Unit(*unit) for unit in units)]


def test_each_stands_below_its_parent_in_the_order_they_came():
    assert order((3, 1), (2, None), (1, None), (4, 3), (5, 1)) == [
        (0, 2),
        (0, 1),
        (1, 3),
        (2, 4),
        (1, 5),
    ]


def test_what_hangs_from_nothing_stands_at_the_top():
    assert order((1, 99), (2, 1)) == [(0, 1), (1, 2)]


def test_a_circle_loses_nobody_and_ends():
    assert sorted(number for _, number in order((1, 2), (2, 1), (3, 3), (4, 2))) == [1, 2, 3, 4]


def test_no_units_are_no_tree():
    assert order() == []
