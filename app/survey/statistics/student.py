"""Student's t distribution, which says how far a mean of few answers may be off."""

from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist


def t_quantile(degrees: float, probability: float) -> float:
    """The t that a variable with so many degrees of freedom stays below with `probability`.

    `degrees` from 1, not always whole; `probability` above ½ and below 1, else ValueError. Right
    to 10⁻⁹ of its size. Newton's steps begin at the normal quantile: t lies beyond it, and up there
    the tail falls ever more slowly, so that no step leads too far.
    """
    if degrees < 1 or not 0.5 < probability < 1:
        raise ValueError(f"no quantile of {probability} with {degrees} degrees of freedom")
    t, step = NormalDist().inv_cdf(probability), 1.0
    while abs(step) > 1e-12 * t:
        step = (_beyond(t, degrees) - (1 - probability)) / _density(t, degrees)
        t += step
    return t


def _density(t: float, degrees: float) -> float:
    shape = exp(-(degrees + 1) / 2 * log1p(t * t / degrees))
    return shape * _over_beta(degrees / 2) / sqrt(degrees)


def _beyond(t: float, degrees: float) -> float:
    """How probable a value above `t` > 0 is: ½·Iₓ(ν/2, ½) at x = ν/(ν + t²), DLMF 8.17.

    Iₓ is the regularised incomplete beta function. Its series, DLMF 8.17.8, has no negative terms
    and so loses no digits; it is summed from whichever end of x is nearer.
    """
    a, x, y = degrees / 2, degrees / (degrees + t * t), t * t / (degrees + t * t)
    front = exp(-a * log1p(t * t / degrees)) * sqrt(y) * _over_beta(a)
    if y < x:
        return 0.5 - front * _series(y, 0.5, a)
    return front * _series(x, a, 0.5) / (2 * a)


def _series(x: float, a: float, b: float) -> float:
    """F(a + b, 1; a + 1; x) for x up to ½."""
    total = term = 1.0
    n = 0
    while term > 1e-17 * total:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return total


def _over_beta(a: float) -> float:
    """1 / B(a, ½) = Γ(a + ½) / (Γ(a)·√π).

    Of two large logarithms hardly a digit of the difference would be left: from a = 50 it comes
    from Stirling's series, DLMF 5.11.8, whose next term is below 10⁻¹⁴.
    """
    if a < 50:
        return exp(lgamma(a + 0.5) - lgamma(a)) / sqrt(pi)
    return exp(log(a) / 2 - 1 / (8 * a) + 1 / (192 * a**3) - 1 / (640 * a**5)) / sqrt(pi)
