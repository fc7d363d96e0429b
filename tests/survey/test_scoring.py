"""What somebody's own answers come to."""

import pytest

from app.survey import drafting, scoring
from app.survey.models import Dimension, Item, ItemKind

BANDS = drafting.instrument()["bands"]


@pytest.fixture(scope="module")
def items():
    """Those the house asks."""
    asked = drafting.instrument()["items"]
    kinds = {"kind": ItemKind, "dimension": lambda name: name and Dimension(name)}
    return [Item(**{n: kinds.get(n, lambda v: v)(v) for n, v in one.items()}) for one in asked]


def given(*habits, **more):
    """The answers to q1, q2, …; nothing where it says None."""
    said = {f"q{n}": one for n, one in enumerate(habits, start=1)}
    return {code: one for code, one in said.items() if one is not None} | more


@pytest.mark.parametrize(
    "habits, index",
    [
        ([1, 1, 1, 1, 1, 1, 1], 0),
        ([5, 5, 5, 5, 5, 5, 5], 100),
        ([3, 3, 3, 3, 3, 3, 3], 50),
        ([4, 5, 4, 3, 5, 2, 5], 75),
        ([4, 4, 4, 4, 4, 4, 5], 79),  # 78.57
        ([3, 3, 4, 4], 63),  # 62.5: halves go up
        ([5, 5, 5, 1, "na", "na", "na"], 75),
        ([5, 5, 5, 1, None, "na", None], 75),
        ([5, 5, 5, "na", "na", "na", "na"], None),
        ([5, 5, 5], None),
        ([], None),
    ],
)
def test_the_index_is_the_mean_of_four_habits_or_more(items, habits, index):
    assert scoring.result(items, given(*habits)).index == index


def test_culture_and_the_recommendation_are_no_part_of_the_index(items):
    habits = given(4, 4, 4, 4, 4, 4, 4)
    assert scoring.result(items, habits | {"q8": 1, "q9": 1, "q10": 1, "q12": 0}).index == 75


def test_a_profile_has_each_dimension_with_what_was_answered_of_it(items):
    said = scoring.result(items, given(5, 2, 4, "na", "na", None, 1, q8=5, q9=4, q10=4))
    assert said.profile == {
        Dimension.PRESENCE: 63,  # 100 and 25
        Dimension.MANNERS: 75,
        Dimension.EMPATHY: None,
        Dimension.GUIDANCE: None,
        Dimension.COMMITMENT: 0,
        Dimension.CULTURE: 83,  # 100, 75 and 75
    }
    assert said.answered == 4


@pytest.mark.parametrize(
    "habits, strongest, following",
    [
        ([4, 5, 4, 3, 5, 2, 5], "q2", "q6"),  # of equals the first
        ([5, 5, 5, 5, 5, 5, 5], None, "q1"),  # none of them more than another
        (["na", "na", 3, "na", 4, "na", "na"], "q5", "q3"),
        (["na"] * 7, None, None),
        ([], None, None),
    ],
)
def test_the_strongest_habit_and_the_one_to_try(items, habits, strongest, following):
    said = scoring.result(items, given(*habits))
    assert (said.strongest and said.strongest.code) == strongest
    assert (said.next and said.next.code) == following


def test_a_habit_without_a_step_is_none_to_try(items):
    bare = [Item(code="q1", kind=ItemKind.HABIT, dimension=Dimension.PRESENCE, step={}), *items[1:]]
    assert scoring.result(bare, given(1, 2, 3, 4)).next is None
    assert scoring.result(bare, given(2, 2, 3, 4)).next.code == "q2"


@pytest.mark.parametrize(
    "index, name",
    [
        (0, "Seed"),
        (49, "Seed"),
        (50, "On the way"),
        (69, "On the way"),
        (70, "WOWista"),
        (84, "WOWista"),
        (85, "Super WOWista"),
        (100, "Super WOWista"),
    ],
)
def test_a_band_begins_at_its_number(index, name):
    assert scoring.band(BANDS, index)["name"]["en"] == name


def test_a_wave_without_a_band_so_low_has_none():
    assert scoring.band(BANDS[1:], 10) is None
    assert scoring.band([], 10) is None


def test_the_band_is_that_of_the_number_one_reads(items):
    """67.86 is read as 68, so it is in the band that begins there."""
    said = scoring.result(items, given(4, 4, 4, 4, 4, 3, 3))
    assert said.index == 68
    assert scoring.band([{"from": 0}, {"from": 68}], said.index) == {"from": 68}
