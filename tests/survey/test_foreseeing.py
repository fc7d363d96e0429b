"""What is said before the first question of what HR will see."""

from typing import NamedTuple

from app.survey.coarsening import written_under
from app.survey.foreseeing import Foreseen, foreseen
from app.survey.grouping import tree
from app.survey.suppression import Group as Gated
from app.survey.tiers import Tier, tiers


class Row(NamedTuple):
    id: int
    parent_id: int | None
    written_under_id: int
    name: str
    direct: int


class Wave(NamedTuple):
    least: int = 5
    detail: int = 10
    distribution: int = 30


def house(**groups):
    """`house(Whole=(None, 0), Offices=("Whole", 12))`: written as they would be at opening."""
    numbers = {name: number for number, name in enumerate(groups, start=1)}
    parents = {numbers[name]: numbers.get(above) for name, (above, _) in groups.items()}
    direct = {numbers[name]: people for name, (_, people) in groups.items()}
    under = written_under(tree(parents, direct))
    return [Row(key, parents[key], under[key], name, direct[key]) for name, key in numbers.items()]


def of(rows, name, wave=Wave()):  # noqa: B008
    row = next(row for row in rows if row.name == name)
    return foreseen(rows, row.written_under_id, wave)


def test_the_path_to_ones_own_group_from_the_whole_down():
    rows = house(
        Whole=(None, 0),
        Offices=("Whole", 10),
        Bilbao=("Offices", 24),
        Irun=("Offices", 12),
        Clinics=("Whole", 80),
    )
    assert of(rows, "Bilbao") == [
        Foreseen("Whole", 126, Tier.DISTRIBUTION, Tier.DISTRIBUTION),
        Foreseen("Offices", 46, Tier.DISTRIBUTION, Tier.DETAIL),
        Foreseen("Bilbao", 24, Tier.DETAIL, Tier.DETAIL),
    ]
    assert [one.name for one in of(rows, "Clinics")] == ["Whole", "Clinics"]


def test_whose_unit_is_too_small_sees_the_group_they_are_written_under():
    rows = house(Whole=(None, 0), Offices=("Whole", 12), Till=("Offices", 3), Clinics=("Whole", 20))
    assert [(one.name, one.people) for one in of(rows, "Till")] == [("Whole", 35), ("Offices", 15)]


def test_a_group_that_the_rest_would_give_away_is_hidden():
    """Twelve of fifteen answer: the three beyond them could be found by subtraction."""
    rows = [
        Row(1, None, 1, "Whole", 3),
        Row(2, 1, 2, "Clinics", 12),
    ]
    assert of(rows, "Clinics")[-1] == Foreseen("Clinics", 12, None, None)
    assert of(rows, "Clinics")[0].everybody is Tier.DETAIL


def test_half_of_a_group_may_be_too_few():
    rows = house(Whole=(None, 0), Offices=("Whole", 11), Clinics=("Whole", 11))
    assert of(rows, "Offices", Wave(least=8)) == [
        Foreseen("Whole", 22, Tier.DETAIL, Tier.DETAIL),
        Foreseen("Offices", 11, Tier.DETAIL, None),
    ]


def test_who_is_hidden_in_one_tier_is_hidden_in_the_next():
    """Of 40 and 8 neither may have its distribution shown: the 8 would be what is left."""
    house = Gated(1, 0, (Gated(2, 40), Gated(3, 8)))
    assert tiers(house, Wave()) == {1: Tier.DISTRIBUTION, 2: Tier.SCORE, 3: Tier.SCORE}
    assert tiers(Gated(1, 4), Wave()) == {}


def test_whole_of_a_few_is_not_shown_at_all():
    assert of([Row(1, None, 1, "Whole", 9)], "Whole") == [Foreseen("Whole", 9, Tier.SCORE, None)]
