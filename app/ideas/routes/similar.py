"""/ideas/similar: ideas that say the same, of one that is being written and of one that stands."""

from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.core.access import reader
from app.core.db import load
from app.core.fields import line
from app.core.freshness import reading
from app.core.hypermedia import view
from app.ideas import queries
from app.ideas.models import LONGEST_TITLE
from app.ideas.queries import likeness
from app.ideas.similar import alike, similar

bp = Blueprint("similar", __name__)

MOST = 5
SPARE = 3  # more are looked for than are shown, should one have been taken away meanwhile


@bp.get("/similar")
def index() -> ResponseReturnValue:
    """Asked while a title is typed; `said` is how many were told of before."""
    title = line(request.args.get("title", ""))[:LONGEST_TITLE]
    found = found_for(title, request.args.get("problem", ""))
    is_news = request.args.get("said", 0, type=int) != len(found["found"])
    part = "ideas/similar/_found.html"
    return view("ideas/similar/index.html", part=part, title=title, is_news=is_news, **found)


@bp.get("/<int:number>/similar")
@reading
def show(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    rows = likeness.cards_in_order(reader(), alike(idea, limit=MOST + SPARE))
    return view(
        "ideas/similar/show.html",
        part="ideas/similar/_alike.html",
        idea=idea,
        found=rows[:MOST],
    )


def found_for(title: str, problem: str = "") -> dict[str, Any]:
    """What the list of similar ideas shows, in the form and by itself."""
    rows = likeness.cards_in_order(reader(), similar(title, problem, limit=MOST + SPARE))
    return {"found": rows[:MOST]}
