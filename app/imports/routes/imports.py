"""/imports: upload, look at what was understood, read the report, take it back."""

import io
from contextlib import closing
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import load, writing
from app.core.hypermedia import say, view
from app.core.i18n import N_, gettext, ngettext
from app.core.limits import accepts
from app.core.once import made_by, remember
from app.core.paging import begun
from app.core.remarks import Unreadable, remark
from app.imports import kinds, policy, queries, steps, uploads
from app.imports.forms import ConsentForm, MappingForm, UploadForm, mapping_form
from app.imports.mapping import Setup
from app.imports.models import WORDS, Import, Outcome
from app.imports.tables import TableKind

PAGE, PART = "imports/imports/show.html", "imports/imports/_import.html"
TOO_LARGE = N_("It is larger than %(most)s MB.")

bp = Blueprint("imports", __name__)

LARGEST = 200  # MB of any upload


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.begin)
    before = begun(request.args, "before", queries.NEWEST)
    return render_template(
        "imports/imports/index.html", page=queries.rows(reader(), before=before), before=before
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Whoever may bring in more than one kind of thing says first which."""
    authorize(policy.begin)
    offered, asked = kinds.open_to(reader()), request.args.get("kind", "")
    kind = next((one for one in offered if one.name == asked or len(offered) == 1), None)
    if kind is None:
        return render_template("imports/imports/choose.html", kinds=offered)
    return _form(UploadForm(formdata=None, kind=kind.name), 200)


@bp.post("")
@accepts(megabytes=LARGEST)
def create() -> ResponseReturnValue:
    """Nothing is brought in yet: what was understood is kept, to be looked at."""
    authorize(policy.begin)
    form = UploadForm()
    if not form.validate():
        return _form(form, 422)
    kind, upload = kinds.named(form.kind.data), form.file.data
    authorize(kind.may)
    with closing(upload):
        try:
            if upload.stream.seek(0, io.SEEK_END) > kind.largest * 2**20:
                raise Unreadable(remark(TOO_LARGE, most=kind.largest))
            found, keep = kind.read(upload.stream, reader())
        except Unreadable as refused:
            form.file.errors = [str(refused.reason)]
            return _form(form, 422)
        with keep:
            key = uploads.keep(keep)
    number = earlier = None
    try:
        with writing():
            authorize(kind.may)
            earlier = made_by(form.once.data, me().id)
            number = earlier or Import.read(kind.name, upload.filename, found, by=me(), file=key).id
            if earlier is None:
                remember(form.once.data, me().id, number)
    except BaseException:
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
    return view(PAGE, part=PART, **read(import_, outcome=outcome, after=after))


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


def read(
    import_: Import,
    *,
    outcome: Outcome | None = None,
    after: int = 0,
    form: MappingForm | None = None,
    consent: ConsentForm | None = None,
) -> dict[str, Any]:
    """What the page of an import is drawn from: a few queries beside the import itself."""
    kind = kinds.named(import_.kind)
    context: dict[str, Any] = {
        "import_": import_,
        "kind": kind,
        "tally": queries.tally(import_.id),
        "page": queries.notes(import_.id, outcome=outcome, after=after),
        "outcome": outcome,
        "after": after,
        "words": WORDS,
        "may_go_on": policy.go_on(reader(), import_),
        "may_arrange": policy.arrange(reader(), import_),
        "may_take_back": policy.take_back(reader(), import_),
        "setup": None,
        "names": {},
    }
    if isinstance(kind, TableKind):
        things = [row.thing_id for row in context["page"].rows if row.thing_id is not None]
        context["names"] = kind.called(things) if things else {}
        context["setup"] = setup = Setup.of(import_.setup)
        if import_.is_read:
            context["form"] = form or mapping_form(kind, setup, formdata=None)
            context["consent"] = consent or ConsentForm(formdata=None, edition=setup.edition)
            context["question"] = kind.consent(import_)
    return context


def _tell(undone: steps.Undone) -> None:
    if undone.is_discarded:
        say(gettext("Thrown away. Nothing had been brought in."))
        return
    if undone.goes_on:
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
    """A kind nobody offered is the form's own mistake, and said at its field."""
    offered = kinds.open_to(reader())
    kind = next((one for one in offered if one.name == form.kind.data), offered[0])
    return render_template("imports/imports/new.html", form=form, kind=kind, kinds=offered), status
