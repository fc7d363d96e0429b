"""The quantile of Student's t is SciPy's."""

from random import Random

import pytest
from scipy import stats

from app.survey.statistics.student import t_quantile

WHOLE = [*range(1, 130), 1_000, 59_999, 1_000_000]
random = Random(8)
BETWEEN = [10 ** random.uniform(0, 6) for _ in range(2_000)]  # as Satterthwaite's are


@pytest.mark.parametrize("probability", [0.75, 0.9, 0.975, 0.995, 0.999])
def test_it_is_the_one_of_scipy(probability):
    ours = [t_quantile(degrees, probability) for degrees in WHOLE + BETWEEN]

    theirs = stats.t.ppf(probability, WHOLE + BETWEEN)
    assert ours == pytest.approx(theirs, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("degrees", "printed"), [(1, 12.706), (2, 4.303), (4, 2.776), (30, 2.042), (120, 1.980)]
)
def test_it_is_the_one_of_the_printed_tables(degrees, printed):
    assert round(t_quantile(degrees, 0.975), 3) == printed


def test_it_falls_towards_the_normal_quantile():
    ts = [t_quantile(degrees, 0.975) for degrees in sorted(WHOLE + BETWEEN)]

    assert ts == sorted(ts, reverse=True)
    assert ts[-1] == pytest.approx(1.959964, abs=1e-5)


@pytest.mark.parametrize(
    ("degrees", "probability"), [(0, 0.975), (0.5, 0.975), (5, 0.5), (5, 0.2), (5, 1)]
)
def test_what_has_no_quantile_is_refused(degrees, probability):
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(degrees, probability)
