"""How many of the invited answered."""

import pytest

from app.survey.statistics import ResponseRate


@pytest.mark.parametrize(
    ("invited", "answered", "share", "is_low"),
    [
        (331, 214, 64.652, False),
        (140, 71, 50.714, True),
        (10, 6, 60, False),
        (1_000, 599, 59.9, True),
        (50, 30, 60, False),
        (5, 0, 0, True),
        (5, 5, 100, False),
    ],
)
def test_below_sixty_percent_is_low(invited, answered, share, is_low):
    rate = ResponseRate(invited, answered)

    assert rate.share == pytest.approx(share, abs=1e-3)
    assert rate.is_low is is_low


def test_if_nobody_was_invited_nobody_failed_to_answer():
    assert ResponseRate(0, 0).share is None
    assert ResponseRate(0, 0).is_low is False
