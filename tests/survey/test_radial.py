"""The picture of a profile: where its knots are is what it says."""

from math import dist

import pytest

from app.survey.radial import CENTRE, RADIUS, radial


def test_a_knot_is_as_far_out_as_its_number():
    drawn = radial([75, 100, 75, 50, 0, 25])
    far = [round(dist(axis.knot, CENTRE) / RADIUS * 100) for axis in drawn.axes]
    assert far == [75, 100, 75, 50, 0, 25]
    assert all(round(dist(axis.end, CENTRE)) == RADIUS for axis in drawn.axes)


def test_the_first_stands_at_the_top_and_the_others_as_a_clock_goes():
    top, right, bottom, left = radial([100, 100, 100, 100]).axes
    assert top.end == (CENTRE[0], CENTRE[1] - RADIUS)
    assert right.end == (CENTRE[0] + RADIUS, CENTRE[1])
    assert [axis.anchor for axis in (top, right, bottom, left)] == ["mid", "", "mid", "end"]
    assert top.words[1] < top.end[1] < bottom.end[1] < bottom.words[1]


def test_the_line_is_closed_and_goes_through_every_knot():
    drawn = radial([75, 100, 75, 50, 100, 25])
    assert drawn.path.startswith("M") and drawn.path.endswith("Z")
    for axis in drawn.axes:
        assert f"{axis.knot[0]} {axis.knot[1]}" in drawn.path


def test_what_has_no_number_has_an_axis_and_no_knot():
    drawn = radial([75, None, 75, 50, None, 25])
    assert [axis.knot is None for axis in drawn.axes] == [False, True, False, False, True, False]
    assert drawn.path.count("C") == 4


@pytest.mark.parametrize("values", [[], [50], [50, None, 100]])
def test_two_knots_enclose_nothing(values):
    assert radial(values).path == ""
