"""/admin/jobs: what is done by the clock, and how it went."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.admin import errands, policy
from app.core import jobs, worker
from app.core.access import authorize

bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.arrange)
    return render_template(
        "admin/jobs/index.html",
        jobs=jobs.declared(),
        runs=jobs.runs(),
        workers=worker.alive(),
        discreet=errands.discreet,
    )
