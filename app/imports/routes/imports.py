"""/imports: upload, look at what was understood, read the report, take it back."""

from contextlib import closing
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, view
from app.core.i18n import gettext, ngettext
from app.core.limits import accepts
from app.core.once import AnotherBody, made_by, remember
from app.core.paging import begun
from app.core.remarks import Unreadable
from app.imports import kinds, policy, queries, steps, uploads
from app.imports.forms import UploadForm
from app.imports.models import WORDS, Import, Outcome
from app.imports.tree import Archive

bp = Blueprint("imports", __name__)

LARGEST = 200  # MB of an upload


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.begin)
    before = begun(request.args, "before", queries.NEWEST)
    return render_template(
        "imports/imports/index.html", page=queries.rows(reader(), before=before), before=before
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.begin)
    return _form(UploadForm(formdata=None), 200)


@bp.post("")
@accepts(megabytes=LARGEST)
def create() -> ResponseReturnValue:
    """Nothing is brought in yet: what was understood is kept, to be looked at."""
    authorize(policy.begin)
    form = UploadForm()
    if not form.validate():
        return _form(form, 422)
    kind = kinds.named(form.kind.data)
    authorize(kind.may)
    try:
        with closing(Archive(form.file.data.stream)) as tree:
            lines = kind.open(tree).lines()
    except Unreadable as refused:
        form.file.errors = [str(refused.reason)]
        return _form(form, 422)

    key, name = uploads.keep(form.file.data.stream), form.file.data.filename
    try:
        with writing():
            authorize(kind.may)
            number = earlier = made_by(form.once.data, me().id)
            if number is None:
                number = Import.read(kind.name, name, lines, by=me(), file=key).id
                remember(form.once.data, me().id, number)
    except AnotherBody:
        uploads.forget(key)
        raise
    if earlier is not None:
        uploads.forget(key)
    return redirect(url_for("imports.imports.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    import_ = load(queries.visible_to(reader()), number)
    asked = request.args.get("outcome", "")
    outcome = Outcome(asked) if asked in list(Outcome) else None
    after = begun(request.args, "after", 0)
    return view(
        "imports/imports/show.html",
        part="imports/imports/_import.html",
        **read(import_, outcome=outcome, after=after),
    )


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    authorize(policy.take_back, load(queries.visible_to(reader()), number))
    with writing():
        import_ = load(queries.visible_to(me()), number)
        authorize(policy.take_back, import_)
        key, undone = import_.file, steps.undo(import_, by=me())
    uploads.forget(key)
    _tell(undone)
    if undone.is_discarded:
        return redirect(url_for("imports.imports.index"), code=303)
    return redirect(url_for("imports.imports.show", number=number), code=303)


def read(import_: Import, *, outcome: Outcome | None = None, after: int = 0) -> dict[str, Any]:
    """What the page of an import is drawn from: three queries beside the import itself."""
    return {
        "import_": import_,
        "kind": kinds.named(import_.kind),
        "tally": queries.tally(import_.id),
        "page": queries.notes(import_.id, outcome=outcome, after=after),
        "outcome": outcome,
        "after": after,
        "words": WORDS,
        "may_go_on": policy.go_on(reader(), import_),
        "may_take_back": policy.take_back(reader(), import_),
    }


def _tell(undone: steps.Undone) -> None:
    if undone.is_discarded:
        say(gettext("Thrown away. Nothing had been brought in."))
        return
    say(ngettext("%(num)s was taken back.", "%(num)s were taken back.", undone.gone))
    if undone.kept:
        say(
            ngettext(
                "%(num)s stays: somebody has worked on it since.",
                "%(num)s stay: somebody has worked on them since.",
                undone.kept,
            )
        )


def _form(form: UploadForm, status: int) -> ResponseReturnValue:
    offered = kinds.open_to(reader())
    return render_template(
        "imports/imports/new.html", form=form, kinds=offered, most=LARGEST
    ), status
