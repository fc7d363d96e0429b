"""A table of ideas, held against what is here.

A row is known by what it says of an idea and of what was decided: by the digest of that, which
stays with what came from it however it is changed here, or by what an idea here says today in the
same columns. So the same file twice adds nothing, and neither does a table that went out of this
house. Tags, supports, places on a scale and the like make no other idea.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Row

from app.core.calendar import day_of
from app.core.fields import folded
from app.core.i18n import N_
from app.core.remarks import remark
from app.ideas import triage
from app.ideas.choices import ADD, chosen
from app.ideas.models import Verdict
from app.ideas.naming import Terms, author_of, owner_of
from app.ideas.previewing import Standing, shown, unread
from app.ideas.queries import files
from app.ideas.slips import Slip, understood_all
from app.imports.cells import Named, broken
from app.imports.mapping import Said, Setup
from app.imports.models import Line, Outcome
from app.imports.tables import Verdict as Judgement
from app.people.models import Person, Reader

TWICE = N_("The same stands in line %(first)s.")
ALIKE = N_("An idea of that title is here, and stays as it is.")


class Harvest:
    """Looks at a whole table once, chunk by chunk."""

    def __init__(self, setup: Setup, by: Person | Reader, *, import_id: int = 0) -> None:
        self._setup, self._by, self._import = setup, by, import_id
        self._terms = Terms()
        self._lines: dict[str, int] = {}

    def judge(self, said: Sequence[Said]) -> list[Judgement]:
        slips, refused = understood_all(said, self._setup)
        standings = {one.slip.line: one for one in self.compare(slips)}
        return [
            unread(one, refused[one.line])
            if one.line in refused
            else shown(standings[one.line], self._terms, self._setup.mapping)
            for one in said
        ]

    def rest(self) -> list[Line]:
        """What is here and in no table stays."""
        return []

    def compare(self, slips: Sequence[Slip]) -> list[Standing]:
        """How each stands to what is here now."""
        named = (words for one in slips for words in (one.owner, one.author_email, one.author))
        people = Named(named)
        standings = [self._stand(slip, people) for slip in slips]
        here = _Here(standings, self._setup.mapping, self._import)
        for one in standings:
            is_open = one.outcome is Outcome.BROUGHT_IN
            line = one.slip.line
            first = self._lines.setdefault(one.digest, line) if is_open else line
            if here.knows(one):
                one.outcome, one.remarks = Outcome.KNOWN, ()
            elif first != line:
                one.outcome, one.remarks = Outcome.LEFT_OUT, [remark(TWICE, first=first)]
            elif is_open and chosen(self._setup, "alike") != ADD and here.has_like(one):
                one.outcome, one.remarks = Outcome.LEFT_OUT, [remark(ALIKE)]
        return standings

    def _stand(self, slip: Slip, people: Named) -> Standing:
        """What lacks something is refused, unless it is here already."""
        remarks = list(slip.remarks)
        decision, lacks = self._terms.decision(slip, self._setup, remarks)
        author, credited_to = author_of(slip, people, remarks)
        return Standing(
            slip,
            Outcome.REFUSED if lacks else Outcome.BROUGHT_IN,
            decision=decision,
            owner=owner_of(slip, people, remarks),
            author=author,
            credited_to=credited_to,
            terms=self._terms.carried(slip, remarks),
            digest=digest(slip),
            remarks=[lacks] if lacks else remarks,
        )


class _Here:
    """What is in the house of what some rows say."""

    def __init__(
        self, standings: Sequence[Standing], mapping: Mapping[str, int], import_id: int
    ) -> None:
        self._mapping = mapping
        self._digests = files.from_rows({one.digest for one in standings})
        self._called: dict[str, list[Row]] = {}
        titles = {one.slip.title for one in standings}
        for row in files.called(titles, import_id=import_id) if titles else ():
            self._called.setdefault(row.title, []).append(row)

    def knows(self, one: Standing) -> bool:
        if one.digest in self._digests:
            return True
        return any(self._is(row, one) for row in self._called.get(one.slip.title, ()))

    def has_like(self, one: Standing) -> bool:
        return any(not row.is_new for row in self._called.get(one.slip.title, ()))

    def _is(self, row: Row, one: Standing) -> bool:
        """Whether an idea says the same today, in the columns that the table has."""
        slip, decision = one.slip, one.decision
        here = {"": row.problem, "whole": triage.description(row), "group": row.analysis or ""}
        texts = [here[""]] if "change" in self._mapping else list(here.values())
        asked: dict[str, Any] = {
            "verdict": row.verdict == decision.verdict,
            "area": row.area_id == decision.area_id,
            "target": row.target == decision.target,
            "text": broken(slip.text) in map(broken, texts),
            "change": broken(slip.change) == broken(row.change),
            "audience": slip.audience == row.audience,
            "author": (one.author, one.credited_to) == (row.whose, row.credited_to),
            "proposed_on": slip.proposed_on in (None, day_of(row.created_at)),
        }
        says = set(self._mapping)
        if "verdict" in says and decision.verdict is Verdict.ANALYSE:
            says |= {"area", "target"}  # «SÍ (CXE, 2022)»; no other answer names them
        return all(is_so for name, is_so in asked.items() if name in says)


def digest(slip: Slip) -> str:
    """Of what a row says, whatever is here."""
    said = [
        slip.title,
        [slip.answer.verdict, folded(slip.answer.area), slip.answer.target],
        *(broken(one) for one in (slip.text, slip.change)),
        slip.audience,
        slip.author_email or folded(slip.author),
        _written(slip.proposed_on),
    ]
    return sha256(json.dumps(said).encode()).hexdigest()


def digest_of_group(together: tuple[str, str]) -> str:
    return sha256(json.dumps([together[0], broken(together[1])]).encode()).hexdigest()


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
