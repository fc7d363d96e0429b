"""What changed since the wave before: told only where nobody is found out by it."""

import pytest

from app.survey.comparing import Before
from app.survey.models import Dimension, Item, ItemKind
from app.survey.moving import moved
from app.survey.statistics import Moments, change_of_mean
from app.survey.tallying import INDEX, Questions, Tally
from tests.survey.counted import ITEMS, QUESTIONS, figures, group, said, varied


def before(people, *, changed=0, questions=QUESTIONS, told=None):
    tally = Tally()
    for one in people:
        tally.count(questions, questions.understood(one))
    return {1: Before(questions, tally, told or figures({1: people})[1], changed)}


def now(people, then):
    return figures({1: people}, before=then)[1]


HIGHER = [one | {"q1": min(5, one["q1"] + 1), "q2": 5, "q7": 9} for one in varied(40)]


def test_each_figure_says_what_it_was_and_by_how_much_it_changed():
    then, today = before(varied(40)), now(HIGHER, before(varied(40)))
    change = today["index"]["change"]
    expected = change_of_mean(*(_moments(people) for people in (HIGHER, varied(40))))

    assert change["before"] == then[1].figures["index"]["mean"]
    assert change["by"] == round(expected.value, 1)
    assert [change["low"], change["high"]] == [round(one, 1) for one in expected.interval]
    assert change["arrow"] == "up"
    assert today["items"]["q1"]["change"]["before"] == 40
    assert today["items"]["q1"]["change"]["by"] == 20
    assert today["recommend"]["capped"] == "high" and today["recommend"]["change"] is None
    assert today["dimensions"]["presence"]["change"]["arrow"] == "up"
    assert today["dimensions"]["empathy"]["change"] == {
        "before": 50.0,
        "by": 0.0,
        "low": pytest.approx(-15.9, abs=0.5),
        "high": pytest.approx(15.9, abs=0.5),
        "arrow": None,
    }


def _moments(people):
    tally = Tally()
    for one in people:
        tally.count(QUESTIONS, one)
    return Moments.of_counts(tally.scores[INDEX])


@pytest.mark.parametrize(("changed", "is_told"), [(0, True), (4, False), (5, True), (40, True)])
def test_a_change_of_a_few_people_is_not_told(changed, is_told):
    today = now(HIGHER, before(varied(40), changed=changed))
    found = [today["index"], today["items"]["q1"], today["dimensions"]["presence"]]
    assert [one["change"] is not None for one in found] == [is_told] * 3


def test_what_was_not_told_then_is_not_told_now_as_a_change():
    of_one_mind = now(varied(40), before([said() for _ in range(40)]))
    assert of_one_mind["index"]["change"] is None
    assert of_one_mind["items"]["q1"]["change"] is None
    assert of_one_mind["recommend"]["change"] is None

    without_detail = now(varied(40), before(varied(9), changed=31))
    assert without_detail["index"]["change"]
    assert without_detail["items"]["q1"]["change"] is None
    assert without_detail["recommend"]["change"] is None


def test_a_score_made_of_other_items_is_another_score():
    other = [*ITEMS[:-1], Item(code="q9", kind=ItemKind.HABIT, dimension=Dimension.PRESENCE)]
    people = [one | {"q9": 3} for one in varied(40)]
    questions = Questions.of([*other, ITEMS[-1]])
    today = now(varied(40), before(people, questions=questions, told=figures({1: people})[1]))

    assert today["index"]["change"] is None
    assert today["dimensions"]["presence"]["change"] is None
    assert today["dimensions"]["empathy"]["change"]
    assert today["items"]["q1"]["change"]["by"] == 0


def test_a_group_that_was_not_there_has_no_change():
    then = before(varied(40))
    found = figures({1: varied(40), 2: varied(20)}, before=then)
    assert found[1]["index"]["change"] and found[2]["index"]["change"] is None


def test_who_belongs_to_a_group_in_one_wave_only():
    """Clinics (unit 7) with a ward (8) below, then and now; the whole has a unit only then."""
    ours = [group(1), group(2, 1, unit=7), group(3, 2, unit=8), group(4, 1, unit=9)]
    theirs = [group(11, unit=5), group(12, 11, unit=7), group(13, 12, unit=8)]
    found = moved(
        ours,
        theirs,
        now={1: 10, 2: 12, 3: 20, 4: 11},
        before={11: 15, 12: 10, 13: 20},
        both=[(1, 11, 10), (2, 12, 8), (3, 13, 15), (3, 12, 2), (2, 13, 1), (4, 11, 5)],
    )

    assert {pair.now: (pair.before.id, pair.people) for pair in found} == {
        1: (11, 53 + 45 - 2 * 41),
        2: (12, 32 + 30 - 2 * 26),  # who went from the ward to the clinics stayed in them
        3: (13, 20 + 20 - 2 * 15),
    }
