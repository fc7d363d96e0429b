"""The ideas of the crowd: as many as a board may hold, in every state, written as rows."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from app.catalogue.models import Kind, Term
from app.ideas.models import IdeaKind, Standing, Verdict, Voice
from bench import words

A_POST = 5  # ideas for each of them
MOST = 20_000  # however many posts there are: a committee reads each
STATES = [Verdict.NEW, Verdict.ANALYSE, Verdict.IN_PROGRESS, Verdict.DONE, Verdict.DECLINED]
BACK = timedelta(hours=3)  # from one idea to the next


def rows(
    connection: Connection, numbers: range, now: datetime, somebody: Callable[[int], int]
) -> Iterator[dict[str, Any]]:
    """Their numbers say what they are: the same size is the same board."""
    areas = list(connection.scalars(select(Term.id).where(Term.kind == Kind.AREAS))) or [None]
    reasons = list(connection.scalars(select(Term.id).where(Term.kind == Kind.REASONS)))
    states = STATES if reasons else STATES[:-1]
    for number in numbers:
        said, title = "\n\n".join(words.paragraphs(number)[:2]), words.title(number)
        verdict = states[number % len(states)]
        at = now - BACK * (numbers[-1] - number)
        yield {
            "id": number,
            "created_at": at,
            "title": f"{title} ({number})",
            "kind": IdeaKind.FIX,
            "language": "es",
            "problem": said,
            "problem_html": f"<p>{said}</p>\n",
            "audience": "",
            "change": "",
            "change_html": "",
            "html_version": 1,
            "excerpt": said[:198].rpartition(" ")[0] + "…",
            "voice": Voice.OWN,
            "author_id": somebody(number),
            "verdict": verdict,
            "area_id": areas[number % len(areas)] if verdict is Verdict.ANALYSE else None,
            "target": 2027 if number % 2 and verdict is Verdict.ANALYSE else None,
            "reason_id": reasons[0] if verdict is Verdict.DECLINED else None,
            "words": "",
            "reconsider": "",
            "result": "Dos llamadas menos." if verdict is Verdict.DONE else "",
            "since": at,
            "question": "",
            "owner_id": somebody(number * 3) if number % 3 else None,
            "score": number % 50 / 10 if number % 4 else None,
            "answer": "",
            "answer_html": "",
            "due_on": (at + 60 * BACK).date() if verdict is Verdict.NEW else None,
            "standing": Standing.SHOWN,
            "supporters": number * 7 % 60,
            "version": 1,
        }
