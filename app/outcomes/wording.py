"""What became of the ideas, in words."""

from typing import Any

from app.catalogue.speaking import Words, name
from app.core.i18n import N_, gettext, language, ngettext, number
from app.ideas.models import Verdict, Voice
from app.ideas.wording import VERDICTS as VERDICTS
from app.initiatives.wording import OUTCOMES as OUTCOMES
from app.outcomes.queries import Areas
from app.outcomes.waits import Answer, Middle

ANSWERS: dict[Answer, str] = {
    Answer.WEEK: N_("Within 5 working days"),
    Answer.FORTNIGHT: N_("In 6 to 10 working days"),
    Answer.MONTH: N_("In 11 to 20 working days"),
    Answer.QUARTER: N_("In 21 to 60 working days"),
    Answer.LONGER: N_("In more than 60 working days"),
    Answer.WAITING: N_("Waiting still"),
    Answer.UNKNOWN: N_("Answered, it is not known when"),
}

# Their colours in pictures: the further it got, the deeper; what was declined stands apart.
STEPS: dict[Verdict, str] = {
    Verdict.DONE: "5",
    Verdict.IN_PROGRESS: "4",
    Verdict.ANALYSE: "3",
    Verdict.NEW: "1",
    Verdict.DECLINED: "no",
}


def area(areas: Areas, number: int | None) -> Words:
    term = areas.terms.get(areas.of(number))
    return name(term) if term is not None else Words(gettext("No area yet"), language())


def days(middle: Middle | None) -> str:
    """«6», «6–9», «6 o más», and a dash where there is nothing to tell."""
    if middle is None:
        return "–"
    if middle.high is None:
        return gettext("%(days)s or more", days=number(middle.low))
    if middle.is_exact:
        return number(middle.low)
    return f"{number(middle.low)}–{number(middle.high)}"


def days_in_full(middle: Middle) -> str:
    """The same in a sentence, with how many ideas it is of."""
    said = {"n": number(middle.n), "low": number(middle.low), "high": number(middle.high or 0)}
    if middle.high is None:
        return ngettext(
            "Half of them will have waited %(low)s working day or more: too many wait still to"
            " say how many (n = %(n)s).",
            "Half of them will have waited %(low)s working days or more: too many wait still to"
            " say how many (n = %(n)s).",
            middle.low,
            **said,
        )
    if middle.is_exact:
        return ngettext(
            "Half of them had their first answer within %(low)s working day (n = %(n)s).",
            "Half of them had their first answer within %(low)s working days (n = %(n)s).",
            middle.low,
            **said,
        )
    return gettext(
        "Half of them will have had their first answer within %(low)s to %(high)s working days:"
        " it depends on those that wait still (n = %(n)s).",
        **said,
    )


def said_by(idea: Any) -> str:
    """Whose words a line begins with."""
    return gettext("A customer said") if idea.voice is Voice.CUSTOMER else gettext("You said")


def told_after(after: int) -> str:
    return gettext("%(days)s days after the end", days=after)
