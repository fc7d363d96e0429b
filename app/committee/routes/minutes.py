"""/committee/<number>/minutes: what became of each idea, to read, to print and to keep."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.committee import markdown, minutes, queries, wording
from app.core.access import reader
from app.core.db import load
from app.ideas.wording import VERDICTS

bp = Blueprint("minutes", __name__, url_prefix="/<int:number>/minutes")


@bp.get("")
def show(number: int) -> ResponseReturnValue:
    """With `?as=md`, as a file in Markdown."""
    sitting = load(queries.visible_to(reader()), number)
    if sitting.closed_at is None:
        return redirect(url_for("committee.sittings.show", number=number), code=303)
    found = minutes.read(sitting, reader())
    wanted = request.args.get("as", "")
    if wanted == "md":
        name = f"{sitting.held_on.isoformat()}-{sitting.id}.md"
        return Response(
            markdown.written(found),
            mimetype="text/markdown",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
    if wanted:
        abort(404)
    return render_template(
        "committee/minutes/show.html", minutes=found, wording=wording, verdicts=VERDICTS
    )
