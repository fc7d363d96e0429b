"""/blog/preview: a text as it would be read, and nothing kept."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.attachments.describing import undescribed
from app.blog.forms import PreviewForm
from app.core.discretion import seen

bp = Blueprint("preview", __name__, url_prefix="/preview")


@bp.post("")
def create() -> ResponseReturnValue:
    form = PreviewForm()
    if not form.validate():
        return render_template("blog/preview/_refused.html", form=form), 422
    html = form.text.rendered.html
    return render_template(
        "blog/preview/_preview.html",
        html=html,
        silent=undescribed(html),
        seen=seen(form.text.data),
    )
