"""/patterns: every component in every state, where one builds or shows the house."""

from flask import Blueprint, abort, current_app, render_template
from flask.typing import ResponseReturnValue

from app.core.samples import SampleForm

bp = Blueprint("patterns", __name__, url_prefix="/patterns")


@bp.get("")
def index() -> ResponseReturnValue:
    if not (current_app.config["DEMO"] or current_app.debug or current_app.testing):
        abort(404)
    return render_template(
        "patterns/index.html", form=SampleForm(formdata=None), refused=SampleForm.refused()
    )
