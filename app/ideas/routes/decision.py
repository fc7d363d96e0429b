"""/ideas/<number>/decision: what becomes of an idea, and taking that back."""

from types import SimpleNamespace
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.catalogue.speaking import name
from app.core import clock
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, view, wants_part
from app.core.i18n import gettext
from app.ideas import narrowing, policy, queries
from app.ideas.forms import DecisionForm, QuestionForm, filling
from app.ideas.models import UNDONE_WITHIN, Decision, Idea, TooLate, Verdict
from app.ideas.routes import board as on_board
from app.ideas.wording import VERDICTS

bp = Blueprint("decision", __name__, url_prefix="/<int:number>/decision")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    """`?verdict=` is what somebody means to decide, `?board=` where they come from."""
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.decide, idea)
    wanted = request.args.get("verdict", type=Verdict)
    return page(idea, DecisionForm.of(idea, wanted, request.args.get("board")))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    authorize(policy.decide, idea)
    form = DecisionForm().about(idea)
    if filling.is_asked():
        filling.fill(form.words, idea)
        return page(idea, form)
    if not form.validate():
        return page(idea, form, 422)

    decision = form.decision
    try:
        with writing():
            idea = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.decide, idea)
            idea.decide(decision, by=me())
    except Overtaken:
        idea = load(queries.visible_to(reader()), number)
        if decision != idea.decision:
            return _overtaken(idea, form, decision)
    return _decided(number, form.board.data)


@bp.delete("")
def destroy(number: int) -> ResponseReturnValue:
    """`?step=` is the decision meant: another one, taken since, is not undone in its place."""
    authorize(policy.decide, load(queries.visible_to(reader()), number))
    step, board = request.args.get("step", type=int), request.args.get("board")
    try:
        with writing():
            idea = load(queries.visible_to(me()), number)
            authorize(policy.decide, idea)
            idea.undo_decision(by=me(), step=step)
    except TooLate:
        say(gettext("That was decided too long ago to undo. Decide anew."))
        return redirect(url_for("ideas.decision.new", number=number), code=303)
    except Overtaken:
        idea = load(queries.visible_to(reader()), number)
        return page(idea, DecisionForm.of(idea, board=board), 409, rival=standing(idea))
    say(gettext("Undone: it stands as it did before."))
    return redirect(_place(number, board), code=303)


def page(
    idea: Idea,
    form: DecisionForm,
    status: int = 200,
    *,
    question: QuestionForm | None = None,
    **more: Any,
) -> ResponseReturnValue:
    """The page one decides on, where one also asks for what is missing."""
    context = {
        "idea": idea,
        "form": form,
        "question": question or QuestionForm(formdata=None),
        "may_ask": policy.ask(reader(), idea),
        "rival": None,
        "mine": None,
        "is_over_board": wants_part(),
        "templates": filling.offered(idea),
    }
    part = "ideas/decision/_deciding.html"
    return view("ideas/decision/new.html", part=part, status=status, **context | more)


def shown(idea: Idea, history: list[Any]) -> dict[str, Any]:
    """What the page of an idea says of what was decided; `history` is its steps, latest first."""
    step = queries.decision_in(history)
    may_decide = policy.decide(reader(), idea)
    is_fresh = step is not None and clock.now() - step.created_at <= UNDONE_WITHIN
    return {
        "decided": step,
        "reason": str(name(step)) if step and step.name else "",
        "may_decide": may_decide,
        "may_undo": may_decide and is_fresh,
    }


def _overtaken(idea: Idea, form: DecisionForm, decision: Decision) -> ResponseReturnValue:
    """Both on one screen: theirs stands, mine is still in the form."""
    form.about(idea).face(idea)
    return page(idea, form, 409, rival=standing(idea), mine=meant(form, decision))


def meant(form: DecisionForm, decision: Decision) -> Any:
    """What somebody decided who was overtaken, as it is shown beside what stands."""
    return SimpleNamespace(
        **decision._asdict(),
        asked_at=None,
        area=form.area_id.chosen if decision.area_id else "",
        reason=form.reason_id.chosen if decision.reason_id else "",
    )


def standing(idea: Idea) -> Any:
    """Who touched it last, and when. What stands, the idea itself says."""
    last = queries.last_step(idea.id)
    return SimpleNamespace(
        by=last.by if last else None,
        at=last.created_at if last else idea.created_at,
        reason=str(name(idea.reason)) if idea.reason else "",
    )


def _decided(number: int, board: str | None) -> ResponseReturnValue:
    idea = load(queries.visible_to(reader()), number)
    undo, last = "", queries.last_decision(number)
    if last:
        undo = url_for("ideas.decision.destroy", number=number, step=last.id, board=board or None)
        undo = f"{undo}&_method=DELETE"
    words = gettext("“%(title)s” is now in: %(verdict)s", **_said(idea))
    say(words, undo=undo)
    seen = narrowing.of_board(board)
    if seen and wants_part():
        return on_board.moved(idea, seen)
    return redirect(_place(number, board), code=303)


def _said(idea: Idea) -> dict[str, str]:
    return {"title": idea.title, "verdict": gettext(VERDICTS[idea.verdict])}


def _place(number: int, board: str | None) -> str:
    """Where one came from: the idea, or the board."""
    seen = narrowing.of_board(board)
    if seen:
        return url_for("ideas.ideas.index", **seen.in_address)
    return url_for("ideas.ideas.show", number=number)
