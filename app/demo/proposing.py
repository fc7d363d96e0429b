"""The company proposes: its ideas, who stands behind them, and what was decided."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.catalogue.queries import terms_at
from app.conversation.models import Comment
from app.core.db import Entity
from app.core.markdown import Rendered
from app.demo.company import Proposed
from app.demo.deeds import Cast, Deed, days_ago
from app.ideas import (
    evaluating,
    grouping,
    merging,
    owning,
    proposing,
    replying,
    supporting,
)
from app.ideas.models import Decision, Idea, IdeaKind, Verdict, Voice

Ideas = dict[
    str, Idea
]  # those that were proposed so far, by the short name `ideas.yaml` gives them

APART = timedelta(minutes=53)  # from one who supports it to the next


@dataclass(frozen=True)
class Table:
    """The company, its posts by their titles as far as they are there, and the texts made ready."""

    cast: Cast
    posts: Mapping[str, Entity]
    rendered: Mapping[str, Rendered]


def texts(told: Proposed) -> Iterator[str]:
    """All that has to be rendered before anything is written."""
    yield from (group["text"].strip() for group in told["groups"])
    for given in told["ideas"]:
        yield given["problem"].strip()
        yield given.get("change", "").strip()
        yield from (comment["says"] for comment in given.get("comments", []))
        for step in given.get("steps", []):
            yield from (step[word] for word in ("note", "answer") if word in step)


def deeds(told: Proposed, *, table: Table, ideas: Ideas, now: datetime) -> Iterator[Deed]:
    """`ideas` comes to know them by their short names, as they are proposed."""
    for group in told["groups"]:
        yield Deed(days_ago(group["days"], now), partial(_group, group, table, ideas))
    for given in told["ideas"]:
        began = days_ago(given["days"], now)
        idea = partial(ideas.__getitem__, given["key"])
        yield Deed(began, partial(_propose, given, table, ideas))
        backed = [(who, supporting.support) for who in given.get("supports", [])]
        backed += [(who, supporting.sponsor) for who in given.get("sponsors", [])]
        for number, (who, verb) in enumerate(backed, start=1):
            yield Deed(began + number * APART, partial(_back, verb, idea, who, table))
        for comment in given.get("comments", []):
            moment = began + timedelta(hours=comment["after"])
            yield Deed(moment, partial(_say, comment, idea, table))
        for step in given.get("steps", []):
            yield Deed(days_ago(step["days"], now), partial(_step, step, idea, table, ideas))


def _propose(given: dict[str, Any], table: Table, ideas: Ideas) -> None:
    problem, change = given["problem"].strip(), given.get("change", "").strip()
    manuscript = proposing.Manuscript(
        title=given["title"],
        kind=IdeaKind(given["kind"]),
        problem=problem,
        problem_rendered=table.rendered[problem],
        audience=given.get("for", ""),
        change=change,
        change_rendered=table.rendered[change],
        language=given.get("language", "es"),
        tags=given.get("tags", []),
        terms=terms_at(given.get("about", [])),
    )
    ideas[given["key"]] = proposing.propose(
        manuscript,
        by=table.cast[given["by"]],
        voice=Voice(given.get("voice", "own")),
        came_from=table.posts.get(given.get("from", "")),
    )


def _back(verb: Callable[..., Any], idea: Callable[[], Idea], who: str, table: Table) -> None:
    verb(idea(), by=table.cast[who])


def _say(comment: dict[str, Any], idea: Callable[[], Idea], table: Table) -> None:
    words = comment["says"]
    Comment.write(words, table.rendered[words], on=idea(), by=table.cast[comment["by"]])


def _step(step: dict[str, Any], idea: Callable[[], Idea], table: Table, ideas: Ideas) -> None:
    by = table.cast[step["by"]]
    if "to" in step:
        idea().decide(decision(step), by=by)
    elif "ask" in step:
        idea().ask(step["ask"], by=by)
    elif "merge" in step:
        merging.merge(idea(), ideas[step["merge"]], by=by)
    elif "own" in step:
        owning.name_owner(idea(), table.cast[step["own"]], by=by)
    elif "evaluate" in step:
        evaluating.ask(idea(), table.cast[step["evaluate"]], by=by)
    elif "note" in step:
        evaluating.write(idea(), step["note"], table.rendered[step["note"]], by=by)
    elif "rate" in step:
        value, reach, effort = step["rate"]
        evaluating.rate(idea(), value=value, reach=reach, effort=effort)
    elif "answer" in step:
        replying.reply(idea(), step["answer"], table.rendered[step["answer"]], by=by)


def _group(given: dict[str, Any], table: Table, ideas: Ideas) -> None:
    text = given["text"].strip()
    group = grouping.open_group(given["title"], text, table.rendered[text])
    for key in given["ideas"]:
        grouping.join(ideas[key], group, by=table.cast[given["by"]])


def decision(step: dict[str, Any]) -> Decision:
    """What a step of the yaml says was decided."""
    return Decision(
        verdict=Verdict(step["to"]),
        area_id=_term(step.get("area")),
        target=step.get("target"),
        reason_id=_term(step.get("reason")),
        words=step.get("words", ""),
        reconsider=step.get("reconsider", ""),
        result=step.get("result", ""),
    )


def _term(address: str | None) -> int | None:
    """Of the catalogue a house begins with."""
    return next(iter(terms_at([address])), None) if address else None
