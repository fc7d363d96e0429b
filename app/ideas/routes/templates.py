"""/ideas/templates: what is answered again and again, once in each language."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.once import made_by, remember
from app.ideas import policy, queries, templating
from app.ideas.forms import NewTemplateForm, TemplateChangeForm
from app.ideas.forms.filling import grouped
from app.ideas.models import AnswerTemplate
from app.ideas.wording import VERDICTS

bp = Blueprint("templates", __name__, url_prefix="/templates")


@bp.get("")
def index() -> ResponseReturnValue:
    """Those one may choose, by what they answer; `?state=retired` is the others."""
    authorize(policy.triage)
    is_retired = request.args.get("state") == "retired"
    return render_template(
        "ideas/templates/index.html",
        groups=grouped(queries.templates(retired=is_retired)),
        is_retired=is_retired,
        texts_of=templating.texts_of,
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.triage)
    return _new(NewTemplateForm(formdata=None), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.triage)
    form = NewTemplateForm()
    if not form.validate():
        return _new(form, 422)
    with writing():
        authorize(policy.triage)
        number = made_by(form.once.data, me().id)
        if number is None:
            number = AnswerTemplate.write(*form.said, by=me()).id
            remember(form.once.data, me().id, number)
    say(gettext("Saved: it can be chosen wherever an author is answered."))
    return redirect(url_for("ideas.templates.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """As each author would read it."""
    authorize(policy.triage)
    template = load(queries.templates_visible_to(reader()), number)
    return render_template(
        "ideas/templates/show.html",
        template=template,
        texts=templating.texts_of(template),
        verdicts=VERDICTS,
    )


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    template = load(queries.templates_visible_to(reader()), number)
    return _edit(template, TemplateChangeForm(formdata=None, obj=template), 200)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    authorize(policy.triage)
    template = load(queries.templates_visible_to(reader()), number)
    form = TemplateChangeForm()
    form.has_stood(*templating.texts_of(template).values())
    if not form.validate():
        return _edit(template, form, 422)
    try:
        with writing():
            authorize(policy.triage)
            wanted = queries.templates_visible_to(me())
            load(wanted, number, version=form.version.data).change(*form.said, by=me())
    except Overtaken:
        template = load(queries.templates_visible_to(reader()), number)
        if not template.says(*form.said):
            form.face(template)
            return _edit(template, form, 409)
    say(gettext("Saved."))
    return redirect(url_for("ideas.templates.show", number=number), code=303)


def _new(form: NewTemplateForm, status: int) -> ResponseReturnValue:
    return render_template("ideas/templates/new.html", form=form), status


def _edit(template: AnswerTemplate, form: TemplateChangeForm, status: int) -> ResponseReturnValue:
    texts = templating.texts_of(template) if status == 409 else {}
    return render_template(
        "ideas/templates/edit.html", template=template, form=form, theirs=texts
    ), status
