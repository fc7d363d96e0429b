"""The gate, by its published examples and by the letter of its rule."""

import random

import pytest

from app.survey.suppression import Group, Hidden, may_compare, reasons, shown

WHOLE, DIRECT = 1000, 0


def whole(*below, direct=0):
    """Everybody; a plain number is a group of so many, which it is called by as well."""
    parts = (Group(one, one) if isinstance(one, int) else one for one in below)
    return Group(WHOLE, direct, tuple(parts))


NORTH = Group(100, 0, (Group(101, 5), Group(102, 6)))


@pytest.mark.parametrize(
    ("groups", "seen"),
    [
        (whole(4, 9), {WHOLE}),  # 13 - 9 would be the four
        (whole(6, 7), {WHOLE, 6, 7}),  # what is left beside either is five or more
        (whole(8, direct=2), {WHOLE}),  # those directly in it are a group, too
        (whole(8, direct=6), {WHOLE, 8}),
        (whole(3, 7, 9), {WHOLE, 9}),  # 3 alone would be 19 - 7 - 9: the 7 hides it
        (whole(3, 7, 9, direct=8), {WHOLE, 9}),  # and never hide the three by themselves
        (whole(2, 4, 9), {WHOLE, 9}),  # two hidden ones who are six together
        (whole(2, 1, 7, 9), {WHOLE, 9}),  # three together: the smallest visible joins them
        (whole(0, 6, 7), {WHOLE, 6, 7}),  # nobody cannot be found
        (whole(4), set()),
        (whole(5), {WHOLE, 5}),
        (whole(NORTH, 3, 20), {WHOLE, 20}),  # hidden, it takes what is below it along
        (whole(NORTH, 9), {WHOLE, 100, 101, 102, 9}),
        (whole(), set()),
    ],
)
def test_published_examples(groups, seen):
    assert shown(groups) == seen


@pytest.mark.parametrize(
    ("groups", "why"),
    [
        (whole(4, 9), {4: Hidden.FEW, 9: Hidden.PROTECTS}),
        (whole(0, 6, 7), {0: Hidden.FEW}),
        (
            whole(NORTH, 3, 20),
            {100: Hidden.PROTECTS, 101: Hidden.BELOW, 102: Hidden.BELOW, 3: Hidden.FEW},
        ),
        (whole(3), {WHOLE: Hidden.FEW, 3: Hidden.FEW}),
        (whole(6, 7), {}),
    ],
)
def test_who_is_hidden_is_told_why(groups, why):
    assert reasons(groups, shown(groups)) == why


def test_who_is_hidden_for_one_figure_is_hidden_for_the_next():
    for groups, left in ((whole(6, 7), {WHOLE}), (whole(6, 7, 9), {WHOLE, 9})):
        assert shown(groups, barred=frozenset([6])) == left  # one alone would be found
    assert shown(whole(6, 7), barred=frozenset([WHOLE])) == set()
    assert shown(whole(NORTH, 9, 30), barred=frozenset([101])) == {WHOLE, 100, 9, 30}


@pytest.mark.parametrize(
    ("before", "now", "changed", "may"),
    [
        (20, 22, 0, True),
        (20, 22, 5, True),
        (20, 22, 4, False),  # it would be about those four
        (20, 21, 1, False),
        (4, 20, 16, False),
        (20, 4, 16, False),
        (5, 5, 0, True),
    ],
)
def test_a_change_is_never_about_a_few(before, now, changed, may):
    assert may_compare(before, now, changed) is may


def test_a_raised_threshold_holds_for_changes_as_well():
    assert may_compare(20, 20, 7, least=7)
    assert not may_compare(20, 20, 7, least=8)
    assert not may_compare(7, 20, 13, least=8)


def test_it_does_what_the_rule_says_by_the_letter():
    for seed in range(300):
        for least in (5, 7, 10, 30):
            group = organisation(random.Random(seed))
            assert shown(group, least=least) == by_the_letter(group, least)


def test_whoever_is_not_shown_is_told_why():
    for seed in range(300):
        group = organisation(random.Random(seed))
        seen = shown(group)
        why = reasons(group, seen)
        assert seen | why.keys() == {one.key for one in group}
        assert not seen & why.keys()
        assert all((one.n < 5) == (why.get(one.key) is Hidden.FEW) for one in group)


def test_a_raised_threshold_never_shows_more():
    for seed in range(300):
        group = organisation(random.Random(seed))
        before = shown(group)
        for least in range(6, 31):
            seen = shown(group, least=least)
            assert seen <= before
            before = seen


def test_what_is_barred_stays_hidden_with_all_below_it():
    for seed in range(300):
        rng = random.Random(seed)
        group = organisation(rng)
        barred = frozenset(one.key for one in group if rng.random() < 0.2)
        seen = shown(group, barred=barred)
        assert not any(below.key in seen for one in group if one.key in barred for below in one)


def by_the_letter(group, least):
    """n ≥ 5, what the parent has beyond it 0 or ≥ 5; hidden siblings 0 or ≥ 5 together and two of
    them at least, else the smallest visible one is hidden too; to a fixed point.
    """
    if group.n < least:
        return set()
    siblings = [one for one in (*group.below, Group(DIRECT, group.direct)) if one.n]
    seen = [one for one in siblings if one.n >= least and not 0 < group.n - one.n < least]
    while seen:
        hidden = [one.n for one in siblings if one not in seen]
        if not hidden or (sum(hidden) >= least and len(hidden) >= 2):
            break
        seen.remove(min(seen, key=lambda one: (one.n, one.key)))
    below = (by_the_letter(one, least) for one in seen if one.key != DIRECT)
    return {group.key}.union(*below)


def organisation(rng, depth=0, numbers=None):
    numbers = numbers or iter(range(1, 10_000))
    key = next(numbers)
    below = rng.randint(2, 4) if depth < 3 and rng.random() < (1, 0.7, 0.4)[depth] else 0
    parts = tuple(organisation(rng, depth + 1, numbers) for _ in range(below))
    people = rng.choice([0, 0, 2, 6]) if below else rng.choice([rng.randint(0, 12), 18, 40])
    return Group(key, people, parts)
