"""Who is nearest, rule by rule."""

from datetime import date

import pytest

from app.ambassadors.nearest import Asker, Candidate, nearest

pytestmark = pytest.mark.alone

OFFICE, OFFICES, HOUSE, ELSEWHERE = 1, 2, 3, 9
ASKER = Asker(7, (OFFICE, OFFICES, HOUSE), location_id=5, language="eu")


def one(number, **given):
    return Candidate(number, **{"since": date(2026, 3, 1)} | given)


@pytest.mark.parametrize(
    ("nearer", "further"),
    [
        ({"coaches": frozenset({OFFICE})}, {"unit_id": OFFICE}),
        ({"unit_id": OFFICE}, {"coaches": frozenset({OFFICES})}),
        ({"coaches": frozenset({OFFICES})}, {"unit_id": OFFICES}),
        ({"unit_id": OFFICES}, {"coaches": frozenset({HOUSE})}),
        ({"unit_id": HOUSE}, {"unit_id": ELSEWHERE, "location_id": 5}),
        ({"coaches": frozenset({ELSEWHERE, OFFICE})}, {"unit_id": OFFICE, "location_id": 5}),
        ({"location_id": 5}, {"speaks": frozenset({"eu"})}),
        ({"speaks": frozenset({"es", "eu"})}, {"waiting": 0}),
        ({"waiting": 1}, {"waiting": 2, "since": date(2020, 1, 1)}),
        ({"since": date(2026, 2, 28)}, {}),
    ],
)
def test_each_rule_goes_before_the_next(nearer, further):
    """Whatever order they come in, and whoever came to the house first."""
    candidates = [one(2, **nearer), one(1, **further)]
    assert nearest(ASKER, candidates) == nearest(ASKER, candidates[::-1]) == 2


def test_of_two_alike_it_is_who_came_first():
    assert nearest(ASKER, [one(4), one(3)]) == 3


def test_never_oneself_nor_who_had_a_turn():
    candidates = [one(7, coaches=frozenset({OFFICE})), one(1), one(2)]
    assert nearest(ASKER, candidates) == 1
    assert nearest(ASKER, candidates, but={1}) == 2
    assert nearest(ASKER, candidates, but={1, 2}) is None


def test_whoever_works_nowhere_and_speaks_nothing_is_asked_for_as_well():
    assert nearest(Asker(7), [one(2, unit_id=OFFICE), one(1)]) == 1


def test_a_place_nobody_says_is_no_common_place():
    asks = Asker(7, language="eu")
    assert nearest(asks, [one(2, location_id=5, speaks=frozenset({"eu"})), one(1)]) == 2
