"""/ideas: the board, its columns, and what a move answers."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.catalogue.speaking import Told, name, told
from app.core.access import reader
from app.core.calendar import today
from app.core.fragments import lasting, rows
from app.core.freshness import reading
from app.core.hypermedia import done, view, wants_part
from app.core.i18n import N_, gettext
from app.ideas import narrowing, policy, queries
from app.ideas.forms.deciding import ASKS
from app.ideas.models import Idea, Verdict
from app.ideas.narrowing import NOBODY, Narrowing, Order
from app.ideas.routes import above
from app.ideas.wording import VERDICTS

ORDERS = {
    Order.AGE: N_("Longest without a move first"),
    Order.SUPPORT: N_("Most supported first"),
    Order.SCORE: N_("Highest score first"),
    Order.NEWEST: N_("Newest first"),
}

ANY = ", ".join(f"'{verdict.value}'" for verdict in Verdict)

bp = Blueprint("board", __name__, url_prefix="/columns")


def index() -> ResponseReturnValue:
    """The whole page; or, asked for a part, the columns as they are now."""
    wanted = narrowing.read(request.args).of(None)
    may_move = policy.triage(reader())
    if wants_part():
        part = lasting(
            "ideas/board/_board.html", wanted, may_move, read=lambda: _columns(wanted, may_move)
        )
        return str(part)
    mine = reader().id if may_move else 0  # who decides has ways of looking of their own
    shown = lasting(
        "ideas/board/_page.html", wanted, may_move, mine, read=lambda: _page(wanted, may_move)
    )
    return render_template("ideas/ideas/index.html", shown=shown, may_move=may_move)


@bp.get(f"/<any({ANY}):verdict>")
@reading
def show(verdict: str) -> ResponseReturnValue:
    """A column from `?after=` on, as more of it or as a page of its own."""
    wanted = narrowing.read(request.args).of(Verdict(verdict))
    last = narrowing.begun(request.args.get("after", ""), wanted.order)
    found = queries.cards(queries.wanted(wanted, today()), last)
    return view(
        "ideas/board/column.html",
        part="ideas/board/_cards.html",
        page=found,
        wanted=wanted,
        verdict=wanted.verdict,
        words=VERDICTS[Verdict(verdict)],
        rest=_rest(wanted, found),
        left=0,
        may_move=policy.triage(reader()),
        back=url_for("ideas.ideas.index", **wanted.of(None).in_address),
    )


def moved(idea: Idea, wanted: Narrowing) -> ResponseReturnValue:
    """The card where it stands now, on top of its column, and how many stand in each."""
    return done(
        "ideas/board/_moved.html",
        otherwise=url_for("ideas.ideas.index", **wanted.in_address),
        card=queries.cards_of(reader(), [idea.id])[0],
        counts=queries.counts(queries.wanted(wanted, today())),
        board=wanted.board,
        may_move=True,
    )


def filters(wanted: Narrowing) -> dict[str, Any]:
    """What ideas can be narrowed by, and what these are."""
    terms = [told(row) for row in rows("catalogue.offered", read=catalogue.offered)]
    return {
        "wanted": wanted,
        "orders": {order.value: gettext(said) for order, said in ORDERS.items()},
        "areas": _of(terms, Kind.AREAS, wanted.area_id),
        "touchpoints": _of(terms, Kind.TOUCHPOINTS, wanted.term),
        "owners": [(NOBODY, gettext("Nobody yet")), *map(tuple, queries.owners())],
        "group": queries.group_title(wanted.group_id) if wanted.group_id else None,
        "author": queries.person_name(wanted.author_id) if wanted.author_id else None,
        "verdicts": VERDICTS,
    }


def _page(wanted: Narrowing, may_move: bool) -> dict[str, Any]:
    return _columns(wanted, may_move) | filters(wanted) | above.views(wanted)


def _columns(wanted: Narrowing, may_move: bool) -> dict[str, Any]:
    asked = queries.wanted(wanted, today())
    found = queries.columns(asked)
    return {
        "wanted": wanted,
        "columns": found,
        "counts": queries.counts(asked),
        "rests": {verdict: _rest(wanted.of(verdict), one) for verdict, one in found.items()},
        "verdicts": VERDICTS,
        "asks": ASKS,
        "may_move": may_move,
    }


def _rest(wanted: Narrowing, found: Any) -> str:
    """The address of what follows in a column, if more does."""
    if not found.more:
        return ""
    address: dict[str, Any] = {"after": narrowing.after(found.rows[-1], wanted.order)}
    address |= {name: said for name, said in wanted.in_address.items() if name != "verdict"}
    return url_for("ideas.board.show", verdict=wanted.verdict, **address)


def _of(terms: list[Told], kind: Kind, asked: int | None) -> list[tuple[int, str]]:
    """What can be chosen, and what is asked for although it no longer can."""
    offered = [(term.id, str(term.name)) for term in terms if term.kind is kind]
    gone = catalogue.term(asked) if asked and asked not in dict(offered) else None
    return [*offered, (gone.id, str(name(gone)))] if gone and gone.kind is kind else offered
