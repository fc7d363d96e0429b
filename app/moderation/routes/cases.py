"""/moderation: what was reported and waits for a decision; and one case by itself."""

from typing import Any

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import is_writing, load
from app.core.markdown import bare
from app.facts import subjects
from app.moderation import policy, queries
from app.moderation.forms import AnswerForm, AppealForm, DecisionForm
from app.moderation.models import REASONS, Case
from app.people.models import Person, Reader

bp = Blueprint("cases", __name__)


@bp.get("")
def index() -> ResponseReturnValue:
    runs = queries.spaces_run_by(reader())
    authorize(policy.keep_order, runs)
    waiting = queries.cases(reader(), runs, waiting=True)
    decided = queries.cases(reader(), runs, waiting=False)
    about = [(case.subject_kind, case.subject_id) for case in [*waiting, *decided]]
    things = queries.things(reader(), about)
    return render_template(
        "moderation/cases/index.html",
        waiting=[case for case in waiting if (case.subject_kind, case.subject_id) in things],
        decided=[case for case in decided if (case.subject_kind, case.subject_id) in things],
        things=things,
        names=queries.named({row.author_id for row in things.values() if row.author_id}),
        kinds=_kinds(),
        bare=bare,
    )


@bp.get("/cases/<int:number>")
def show(number: int) -> ResponseReturnValue:
    return page(seen(number))


def seen(number: int) -> Case:
    """A case for whoever asks; while writing it is held until the block ends."""
    return load(queries.visible_to(asking()), number)


def asking() -> Person | Reader:
    return me() if is_writing() else reader()


def page(case: Case, status: int = 200, **forms: Any) -> ResponseReturnValue:
    """The case as its reader sees it: whoever keeps order knows who reported it, its author not."""
    runs = queries.spaces_run_by(reader())
    about = (case.subject_kind, case.subject_id)
    thing = queries.things(reader(), [about]).get(about) or abort(404)
    is_mine = case.is_about(reader().id)
    keeps = policy.keep_order(reader(), runs) and not is_mine
    may = {
        "decision": policy.decide(reader(), case, runs),
        "answer": policy.answer(reader(), case, runs),
        "appeal": policy.appeal(reader(), case),
    }
    made = {"decision": DecisionForm, "answer": AnswerForm, "appeal": AppealForm}
    shown = {
        name: forms.get(name) or (made[name](formdata=None) if allowed else None)
        for name, allowed in may.items()
    }
    return (
        render_template(
            "moderation/cases/show.html",
            case=case,
            thing=thing,
            text=bare(thing.text) if subjects.named(case.subject_kind).is_markup else thing.text,
            reports=queries.reports(case) if keeps else [],
            reasons=REASONS,
            names=queries.named({one for one in (thing.author_id, case.decided_by) if one}),
            is_mine=is_mine,
            keeps=keeps,
            address=subjects.address(*about),
            may_take_back=policy.take_back(reader(), case, runs),
            kinds=_kinds(),
            forms=shown,
        ),
        status,
    )


def _kinds() -> dict[str, str]:
    return {subject.kind: subject.name for subject in subjects.registered()}
