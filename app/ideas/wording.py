"""What the codes of an idea are called."""

from typing import Any, NamedTuple

from app.catalogue.speaking import name
from app.core.calendar import day_of, today
from app.core.i18n import N_, gettext, language, ngettext
from app.facts.ideas import VERDICTS as WORDS
from app.ideas.models import ENDED, Decided, IdeaKind, StepKind, Verdict, Voice

A_YEAR = 365  # days

VERDICTS: dict[Verdict, str] = {verdict: WORDS[verdict.value] for verdict in Verdict}

KINDS: dict[IdeaKind, str] = {
    IdeaKind.FIX: N_("Something that hurts"),
    IdeaKind.IMPROVE: N_("Something that could be better"),
    IdeaKind.TRY: N_("Something new"),
}


class Template(NamedTuple):
    """What is asked in each text of an idea."""

    problem: str
    change: str


TEMPLATES: dict[IdeaKind, Template] = {
    IdeaKind.FIX: Template(
        N_("To whom does it happen, when, and how often? Tell a case you have seen."),
        N_("What would the customer notice on the day it is mended?"),
    ),
    IdeaKind.IMPROVE: Template(
        N_("What works already, and where does it fall short?"),
        N_("What would be better, and how would we see it?"),
    ),
    IdeaKind.TRY: Template(
        N_("What do customers miss, and how do they manage without it today?"),
        N_("What could we try first, in small, to find out whether it helps?"),
    ),
}

VOICES: dict[Voice, str] = {
    Voice.OWN: N_("It is mine"),
    Voice.COLLEAGUE: N_("It is a colleague’s"),
    Voice.CUSTOMER: N_("A customer said it"),
}


# What happened to an idea, a line each; a decision says its verdict instead.
STEPS: dict[StepKind, str] = {
    StepKind.ASKED: N_("One more detail was asked for"),
    StepKind.COMPLETED: N_("The detail came"),
    StepKind.REOPENED: N_("Reopened with new evidence"),
    StepKind.ROUTED: N_("Which area looks at it"),
    StepKind.OWNED: N_("In whose hands it is"),
    StepKind.ANSWERED: N_("Answered officially"),
    StepKind.GROUPED: N_("Analysed together with others"),
    StepKind.UNGROUPED: N_("Analysed by itself again"),
    StepKind.MERGED: N_("Merged into another idea"),
    StepKind.UNMERGED: N_("Taken apart again"),
    StepKind.RECEIVED: N_("Another idea was merged into it"),
    StepKind.GAVE_BACK: N_("An idea was taken out of it again"),
    StepKind.LATE: N_("It has waited longer than promised"),
    StepKind.ESCALATED: N_("Its area was told that it waits"),
}


def verdict_of(idea: Any) -> str:
    """What was decided, as the governance team's table says it: «SÍ (CXE, 2022)», «Ya en curso»."""
    if idea.verdict is not Verdict.ANALYSE:
        return gettext(VERDICTS[idea.verdict])
    where = [str(part) for part in (_area(idea), idea.target) if part]
    if not where:
        return gettext(VERDICTS[idea.verdict])
    return gettext("YES (%(where)s)", where=", ".join(where))


class Age(NamedTuple):
    words: str
    is_late: bool  # for longer than promised


def age_of(idea: Any) -> Age | None:
    """For how long it has waited, and for whom; nothing of what waits no more."""
    if idea.verdict in ENDED or getattr(idea, "away_on", None):
        return None
    if idea.asked_at:
        return Age(gettext("Waits for its author"), False)
    is_late = idea.due_on is not None and idea.due_on < today()
    return Age(_waited(idea.verdict, (today() - day_of(idea.since)).days, is_late), is_late)


def _waited(verdict: Verdict, days: int, is_late: bool) -> str:
    if days >= 2 * A_YEAR:
        years = days // A_YEAR
        return ngettext("%(num)s year without a move", "%(num)s years without a move", years)
    if verdict is Verdict.NEW:
        if not days:
            return gettext("Here since today")
        return ngettext("%(num)s day without a look", "%(num)s days without a look", days)
    if is_late:
        return ngettext("%(num)s day without a move", "%(num)s days without a move", days)
    if verdict is Verdict.ANALYSE:
        return ngettext("%(num)s day being analysed", "%(num)s days being analysed", days)
    return ngettext("%(num)s day under way", "%(num)s days under way", days)


def _area(idea: Any) -> str:
    """Of a row that was asked for it, or of the idea itself."""
    if isinstance(idea, Decided):
        return str(name(idea.area)) if idea.area else ""
    spoken = getattr(idea, f"area_{language()}", "") if language() != "es" else ""
    return spoken or idea.area or ""
