"""What would become of a row, as the page of its import shows it before anybody says yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.i18n import date as told
from app.core.i18n import gettext
from app.core.markdown import plain
from app.core.remarks import Remark
from app.ideas import triage
from app.ideas.models import Decision, Verdict
from app.ideas.naming import Terms
from app.ideas.slips import Slip
from app.ideas.wording import KINDS
from app.imports.mapping import SHORT, Said
from app.imports.models import Outcome
from app.imports.tables import Verdict as Judgement

UNDECIDED = Decision()


@dataclass
class Standing:
    """What would become of what a row says, with whom and what it names."""

    slip: Slip
    outcome: Outcome
    decision: Decision = UNDECIDED
    owner: int | None = None
    author: int | None = None
    credited_to: str | None = None
    terms: Sequence[int] = ()
    digest: str = ""
    remarks: Sequence[Remark] = ()


def shown(standing: Standing, terms: Terms, mapping: Mapping[str, int]) -> Judgement:
    """By its columns, and what it gets where the table does not say it."""
    slip, decision = standing.slip, standing.decision
    named = {
        "title": slip.title,
        "verdict": _told(standing, terms),
        "kind": gettext(KINDS[slip.kind]),
        "area": _area(standing, terms),
        "target": str(decision.target or ""),
        "reason": terms.names.get(decision.reason_id or 0, slip.reason),
        "result": decision.result,
        "supports": str(slip.supports or ""),
        "target_on": told(slip.target_on) if slip.target_on else "",
        "customer": "x" if slip.is_customers else "",
        "tags": ", ".join(slip.tags),
        "terms": ", ".join(terms.names[one] for one in standing.terms),
        "proposed_on": told(slip.proposed_on) if slip.proposed_on else "",
        "since": told(slip.since) if slip.since else "",
        "value": str(slip.value or ""),
        "reach": str(slip.reach or ""),
        "effort": str(slip.effort or ""),
        "answer": _plain(slip, slip.reply),
        **{one: _plain(slip, getattr(slip, one)) for one in ("text", "change", "analysis")},
    }
    silent = {one for one in ("kind", "analysis") if one not in mapping}
    named = {name: said for name, said in named.items() if name not in silent}
    alike = ("audience", "reconsider", "words", "group", "owner", "author", "author_email")
    return Judgement(
        line=slip.line,
        outcome=standing.outcome,
        title=slip.title,
        shown=named | {one: getattr(slip, one) for one in (*alike, "language")},
        remarks=standing.remarks,
    )


def _told(standing: Standing, terms: Terms) -> str:
    """As the team's table would say it."""
    answer = standing.slip.answer
    if answer.verdict is not Verdict.ANALYSE:
        return triage.SAID[answer.verdict]
    return triage.verdict(_Told(answer.verdict, _area(standing, terms), answer.target))


def _area(standing: Standing, terms: Terms) -> str:
    """Of a row that is refused, what it says."""
    said = standing.slip.answer.area if standing.outcome is Outcome.REFUSED else ""
    return terms.names.get(standing.decision.area_id or 0, said)


@dataclass(frozen=True)
class _Told:
    verdict: Verdict
    area: str
    target: int | None


def _plain(slip: Slip, text: str) -> str:
    return plain(text[: 4 * SHORT], SHORT) if slip.is_html else text


def unread(said: Said, reason: Remark) -> Judgement:
    """Of a row that nobody understands: what it says."""
    shown = {name: " ".join(cell[:1_000].split()) for name, cell in said.cells.items()}
    return Judgement(
        line=said.line,
        outcome=Outcome.REFUSED,
        title=shown.get("title", ""),
        shown=shown,
        remarks=[reason],
    )
