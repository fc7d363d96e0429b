"""/conversation/<kind>/<number>/comments: saying something about anything."""

from typing import Any

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue

from app.conversation import policy, queries, talk
from app.conversation.forms import CommentForm, EditForm
from app.conversation.models import Comment
from app.conversation.routes import things
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, Overtaken, load, writing
from app.core.freshness import reading
from app.core.hypermedia import done, say, view, wants_part
from app.core.i18n import gettext
from app.core.once import AnotherBody, made_by, remember
from app.core.paging import begun

bp = Blueprint("comments", __name__)


@bp.get("/<kind>/<int:number>/comments")
@reading
def index(kind: str, number: int) -> ResponseReturnValue:
    """The talk by itself, away from its thing: the last of it, or what was said before."""
    subject, may_comment = things.commentable(kind)
    thing = things.seen(subject, number)
    before = begun(request.args, "before", HIGHEST)
    page = talk.about(subject, number, reader(), before=before)
    part = "_talk.html" if page.is_latest else "_threads.html"
    return view(
        "conversation/comments/index.html",
        part=f"conversation/comments/{part}",
        title=things.title(subject, thing),
        place=things.place(kind, number),
        talk=page,
        may_comment=may_comment(reader(), thing),
        form=None,
    )


@bp.post("/<kind>/<int:number>/comments")
def create(kind: str, number: int) -> ResponseReturnValue:
    subject, may_comment = things.commentable(kind)
    authorize(may_comment, things.seen(subject, number))

    form = CommentForm()
    if not form.validate():
        return _refused(subject, number, form)
    try:
        with writing():
            thing = things.seen(subject, number)
            authorize(may_comment, thing)
            made = earlier = made_by(form.once.data, me().id)
            if made is None:
                made = Comment.write(form.text.data, form.text.rendered, on=thing, by=me()).id
                remember(form.once.data, me().id, made)
    except AnotherBody:
        return _refused(subject, number, form.sent_before())
    return _written(subject, number, made, is_new=earlier is None)


@bp.get("/comments/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """Where it was said. The part is its words: what an edit goes back to."""
    comment = load(queries.visible_to(reader()), number)
    return done("conversation/comments/_words.html", otherwise=_place(comment), said=comment)


@bp.get("/comments/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    comment = load(queries.visible_to(reader()), number)
    authorize(policy.edit, comment)
    return _editing(comment, EditForm(formdata=None, obj=comment))


@bp.put("/comments/<int:number>")
def update(number: int) -> ResponseReturnValue:
    comment = load(queries.visible_to(reader()), number)
    authorize(policy.edit, comment)

    form = EditForm()
    form.has_stood(comment.text)
    if not form.validate():
        return _editing(comment, form, status=422)
    try:
        with writing():
            comment = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, comment)
            _, thing = things.under(comment)
            comment.edit(form.text.data, form.text.rendered, on=thing, by=me())
    except Overtaken:
        return _overtaken(number, form)
    return show(number)


def _written(subject: Any, number: int, made: int, *, is_new: bool) -> ResponseReturnValue:
    place = things.place(subject.kind, number, comment=made)
    if not is_new and wants_part():
        return Response(headers={"HX-Redirect": place})  # the first answer may have been lost
    say(gettext("Your comment is published."))
    if not wants_part():
        return redirect(place, code=303)
    said, count = talk.just_said(made, subject, number, reader())
    return done(
        "conversation/comments/_form.html",
        otherwise=place,
        also=["conversation/comments/_arrival.html", "conversation/comments/_count.html"],
        form=CommentForm(formdata=None),
        kind=subject.kind,
        number=number,
        list_id=f"talk-{subject.kind}-{number}-list",
        said=said,
        count=count,
    )


def _refused(subject: Any, number: int, form: CommentForm) -> ResponseReturnValue:
    thing = things.seen(subject, number)
    return view(
        "conversation/comments/index.html",
        part="conversation/comments/_form.html",
        status=422,
        title=things.title(subject, thing),
        place=things.place(subject.kind, number),
        talk=None if wants_part() else talk.about(subject, number, reader()),
        may_comment=True,
        form=form,
        kind=subject.kind,
        number=number,
    )


def _editing(
    comment: Comment, form: EditForm, *, status: int = 200, theirs: Comment | None = None
) -> ResponseReturnValue:
    """`theirs` is what stands there now, when somebody was overtaken."""
    subject, thing = things.under(comment)
    return view(
        "conversation/comments/edit.html",
        part="conversation/comments/_edit.html",
        status=status,
        title=things.title(subject, thing),
        place=_place(comment),
        comment=comment,
        form=form,
        theirs=theirs,
    )


def _overtaken(number: int, form: EditForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    comment = load(queries.visible_to(reader()), number)
    form.version.data = comment.version
    return _editing(comment, form, status=409, theirs=comment)


def _place(comment: Comment) -> str:
    return things.place_of(comment)
