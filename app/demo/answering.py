"""The company's governance writes down what it answers often, and what it looks at often."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from app.catalogue.models import Kind
from app.catalogue.queries import term_at
from app.core.i18n import LANGUAGES
from app.demo.deeds import Cast, Deed, days_ago
from app.ideas import narrowing, templating, viewing
from app.ideas.models import AnswerTemplate, Verdict


def deeds(told: Mapping[str, Any], *, cast: Cast, now: datetime) -> Iterator[Deed]:
    for given in told["templates"]:
        yield Deed(days_ago(given["days"], now), partial(_write, given, cast))
    for given in told["views"]:
        yield Deed(days_ago(given["days"], now), partial(_save, given, cast))


def _write(given: Mapping[str, Any], cast: Cast) -> None:
    texts = {templating.column(code): given.get(code, "").strip() for code in LANGUAGES}
    verdicts = [Verdict(code) for code in given["for"]]
    AnswerTemplate.write(given["title"], texts, verdicts, by=cast[given["by"]])


def _save(given: Mapping[str, Any], cast: Cast) -> None:
    wanted = narrowing.said(given["looks_at"])
    if area := term_at(Kind.AREAS, given.get("area", "")):
        wanted = replace(wanted, area_id=area.id)
    shared = given.get("shared", False)
    is_table = wanted.verdict is not None
    viewing.save(given["name"], wanted, is_shared=shared, is_table=is_table, by=cast[given["by"]])
