"""/conversation/comments/<number>/replies: answering somebody."""

from flask import Blueprint, Response, redirect
from flask.typing import ResponseReturnValue

from app.conversation import queries, talk
from app.conversation.forms import ReplyForm
from app.conversation.models import Comment
from app.conversation.routes import things
from app.core.access import authorize, me, reader
from app.core.db import Entity, load, writing
from app.core.hypermedia import done, say, view, wants_part
from app.core.i18n import gettext
from app.core.once import AnotherBody, made_by, remember
from app.facts import subjects

bp = Blueprint("replies", __name__, url_prefix="/comments/<int:number>/replies")


@bp.get("")
def index(number: int) -> ResponseReturnValue:
    """Where answers are read. The part is the empty place of an answer not given."""
    comment = load(queries.visible_to(reader()), number)
    place = things.place_of(comment)
    return done("conversation/replies/_place.html", otherwise=place, thread=_thread(comment))


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    return _form(*_answerable(number), ReplyForm(formdata=None))


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    comment, thing = _answerable(number)

    form = ReplyForm()
    if not form.validate():
        return _form(comment, thing, form, status=422)
    try:
        with writing():
            comment, thing = _answerable(number)
            made = earlier = made_by(form.once.data, me().id)
            if made is None:
                made = Comment.write(
                    form.text.data, form.text.rendered, on=thing, by=me(), answering=comment
                ).id
                remember(form.once.data, me().id, made)
    except AnotherBody:
        return _form(*_answerable(number), form.sent_before(), status=422)
    return _written(number, made, is_new=earlier is None)


def _answerable(number: int) -> tuple[Comment, Entity]:
    """The comment and what it was written on, for whoever may join the talk it is part of."""
    comment = load(queries.visible_to(things.asking()), number)
    _, may_comment = things.commentable(comment.subject_kind)
    _, thing = things.under(comment)
    authorize(may_comment, thing)
    return comment, thing


def _written(number: int, made: int, *, is_new: bool) -> ResponseReturnValue:
    comment: Comment = load(queries.visible_to(reader()), number)
    subject, _ = things.commentable(comment.subject_kind)
    place = things.place_of(comment, answer=made)
    if not is_new and wants_part():
        return Response(headers={"HX-Redirect": place})  # the first answer may have been lost
    say(gettext("Your reply is published."))
    if not wants_part():
        return redirect(place, code=303)
    said, count = talk.just_said(made, subject, comment.subject_id, reader())
    return done(
        "conversation/replies/_place.html",
        otherwise=place,
        also=["conversation/comments/_arrival.html", "conversation/comments/_count.html"],
        thread=_thread(comment),
        list_id=f"comment-{_thread(comment)}-replies",
        said=said,
        kind=subject.kind,
        number=comment.subject_id,
        count=count,
    )


def _form(
    comment: Comment, thing: Entity, form: ReplyForm, *, status: int = 200
) -> ResponseReturnValue:
    return view(
        "conversation/replies/new.html",
        part="conversation/replies/_form.html",
        status=status,
        title=things.title(subjects.of(thing), thing),
        place=things.place_of(comment),
        comment=comment,
        author=comment.author.name,
        thread=_thread(comment),
        form=form,
    )


def _thread(comment: Comment) -> int:
    return comment.parent_id or comment.id
