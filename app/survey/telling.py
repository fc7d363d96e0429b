"""How figures are told: numbers as they are printed, and in words why one is not."""

from app.core.i18n import gettext, ngettext, number, percent
from app.survey.figures import Asked, Band, Recommended, Score, Why
from app.survey.models import Group, Wave
from app.survey.scoring import whole
from app.survey.suppression import Hidden


def points(value: float) -> str:
    """An index, as a whole number."""
    return number(whole(value))


def score(told: Score) -> str:
    """An index as it is shown; of a group that is of one mind, not beyond a bound."""
    if told.capped == "high":
        return gettext("%(points)s or more", points=points(told.value))
    if told.capped == "low":
        return gettext("%(points)s or less", points=points(told.value))
    return points(told.value)


def recommended(told: Recommended) -> str:
    """A net score as it is shown."""
    if told.capped == "high":
        return gettext("%(points)s or more", points=signed(told.value))
    if told.capped == "low":
        return gettext("%(points)s or less", points=signed(told.value))
    return signed(told.value)


def capped_share(told: Asked) -> str:
    """What is said of a question to which nearly all gave the same answer."""
    if told.capped == "high":
        return gettext("%(share)s or more are favourable", share=percent(0.9))
    return gettext("%(share)s or fewer are favourable", share=percent(0.1))


def signed(value: float) -> str:
    """A score or a change: «+18», «−4», «0»."""
    near = round(value)
    mark = "+" if near > 0 else "−" if near < 0 else ""
    return f"{mark}{number(abs(near))}"


def band(n: Band) -> str:
    """«459», «5–9»."""
    return number(n.low) if n.is_exact else f"{number(n.low)}–{number(n.high)}"


def answers(n: Band) -> str:
    """«459 answers»; a small group has between so many and so many."""
    if n.is_exact:
        return ngettext("%(n)s answer", "%(n)s answers", n.low, n=number(n.low))
    return gettext("%(low)s to %(high)s answers", low=number(n.low), high=number(n.high))


def why_hidden(group: Group, wave: Wave, counted_in: str | None) -> str:
    """Why nothing is told of a group. `counted_in` is the name of the nearest one above it that is
    shown, if any is.
    """
    least = number(wave.least)
    if group.hidden is Hidden.BELOW:
        return gettext("It is part of a hidden group")
    if group.hidden is Hidden.PROTECTS:
        return gettext(
            "With %(least)s answers or more it would be shown, but then another group’s could"
            " be calculated",
            least=least,
        )
    if group.hidden is None:
        return gettext("Its answers could not be counted")
    if counted_in is None:
        return gettext("Fewer than %(least)s answers", least=least)
    return gettext(
        "Fewer than %(least)s answers: they count in %(group)s", least=least, group=counted_in
    )


def why_withheld(why: Why | str, wave: Wave) -> str:
    """Why one figure of a group that is shown is not told."""
    why = Why(why)
    if why is Why.DETAIL:
        return gettext("Detail only from %(n)s answers on", n=number(wave.detail))
    if why is Why.BELOW:
        return gettext("Hidden in the group above, and so here")
    if why is Why.PROTECTS:
        return gettext("With it another group’s could be calculated")
    return gettext("Too few answered this")
