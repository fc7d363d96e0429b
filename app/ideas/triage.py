"""The governance team's own table, as it has always been: Idea · ¿Analizar? · Descripción.

Its words are the team's and not a language's: what a file says in them is read again in every one.
"""

import unicodedata
from functools import cache
from typing import Any, NamedTuple

from app.core.fields import folded, line
from app.core.forms import YEARS
from app.core.i18n import LANGUAGES, gettext, speaking
from app.ideas.models import Verdict
from app.ideas.wording import VERDICTS

IDEA, ANALYSE, DESCRIPTION = "Idea", "¿Analizar?", "Descripción"
SAID = {
    Verdict.NEW: "",
    Verdict.IN_PROGRESS: "Ya en curso",
    Verdict.DONE: "Hecha",
    Verdict.DECLINED: "No",
}
THE_SAME = "ídem"  # of a row that shares its description with the one above

# What people and other platforms say instead.
ALSO = {
    Verdict.NEW: (
        *("nueva", "nuevo", "pendiente", "sin analizar", "sin revisar", "open", "new idea"),
        *("submitted", "berria", "nova", "novo"),
    ),
    Verdict.ANALYSE: (
        *(
            "sí",
            "yes",
            "bai",
            "sim",
            "analizar",
            "analyse",
            "analyze",
            "en análisis",
            "en estudio",
            "under review",
        ),
        *("under consideration", "considering", "aztertzen", "em análise"),
    ),
    Verdict.IN_PROGRESS: (
        *("en curso", "en marcha", "in progress", "started", "planned", "under way"),
        *("coming soon", "abian", "em curso"),
    ),
    Verdict.DONE: (
        *("hecho", "realizada", "implementada", "implantada", "finalizada", "completada"),
        *("implemented", "completed", "delivered", "shipped", "eginda", "feita"),
    ),
    Verdict.DECLINED: (
        *("rechazada", "descartada", "desestimada", "rejected", "declined", "not planned"),
        *("won't do", "ez", "não"),
    ),
}


BETWEEN = " ,;"
BESIDE = {  # of which verdict what stands in brackets says what; a year there is none of it
    Verdict.IN_PROGRESS: "words",
    Verdict.DONE: "result",
    Verdict.DECLINED: "reason",
}


class Answer(NamedTuple):
    """What the second column says: its area in words."""

    verdict: Verdict
    area: str = ""
    target: int | None = None
    inside: str = ""  # what stands in brackets where no area does: «No (coste)»

    def beside(self, name: str) -> str:
        """What it says of another column: `reason`, `result` or `words`."""
        return self.inside if BESIDE.get(self.verdict) == name else ""


def verdict(row: Any) -> str:
    """«SÍ (CXE, 2022)», «No», «Ya en curso», «Hecha», or nothing yet. `row` names its area."""
    if row.verdict is not Verdict.ANALYSE:
        return SAID[row.verdict]
    where = ", ".join(str(part) for part in (row.area, row.target) if part)
    if row.area and not row.target and _parted(where)[1]:
        where += ","  # «Horizonte 2030» is an area, and no year
    return f"SÍ ({where})" if where else "SÍ"


def understood(words: str) -> Answer | None:
    """What those words mean, whoever wrote them; None where nobody here knows."""
    words = unicodedata.normalize("NFC", line(words))
    if not words:
        return Answer(Verdict.NEW)
    words = words.removesuffix(".").rstrip()
    if said := _words().get(_plain(words)):
        return Answer(said)
    if words.endswith(")"):
        before, _, inside = words[:-1].partition("(")
    else:
        before, _, inside = words.rpartition(" ")
        if not _year(inside):
            return None
    said, (rest, year) = _words().get(_plain(before)), _parted(inside)
    if said is Verdict.ANALYSE:
        return Answer(said, rest, year)
    if said is None or (rest and said not in BESIDE):
        return None
    return Answer(said, inside=rest)


def _parted(inside: str) -> tuple[str, int | None]:
    """An area, a year, or both: the year stands last or first. A comma at the end says that there
    is none.
    """
    inside = inside.strip()
    whole = inside.strip(BETWEEN)
    if not inside.endswith(","):
        for year, area in ((whole[-4:], whole[:-4]), (whole[:4], whole[4:])):
            is_apart = not area or area[-1] in BETWEEN or area[0] in BETWEEN
            if is_apart and (found := _year(year)):
                return area.strip(BETWEEN), found
    return whole, None


def _year(words: str) -> int | None:
    is_one = len(words) == 4 and words.isascii() and words.isdigit() and int(words) in YEARS
    return int(words) if is_one else None


def description(row: Any) -> str:
    """All that it says, as it was written."""
    return "\n\n".join(part for part in (row.problem, row.change) if part)


@cache
def _words() -> dict[str, Verdict]:
    found = {_plain(one.value): one for one in Verdict}
    found |= {_plain(said): one for one, said in SAID.items() if said}
    found |= {_plain(said): one for one, many in ALSO.items() for said in many}
    for code in LANGUAGES:
        with speaking(code):
            found |= {_plain(gettext(said)): one for one, said in VERDICTS.items()}
    return found


def _plain(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded(words)).split())
