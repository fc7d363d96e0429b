"""/blog: reading posts, and writing them."""

from flask import Blueprint, make_response, request
from flask.typing import ResponseReturnValue

from app.attachments.routes.covers import bring
from app.blog import narrowing, policy, publishing, queries, readership
from app.blog.forms import EditPostForm, NewPostForm
from app.blog.routes import article, editor, lists
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.fragments import drawn, lasting
from app.core.freshness import reading
from app.core.hypermedia import view, wants_part
from app.core.i18n import gettext, language, moment
from app.core.limits import accepts
from app.core.once import made_by, remember
from app.drafts.continuing import gone_on_with
from app.drafts.keeping import finish
from app.people import queries as people
from app.spaces.places import writable

bp = Blueprint("posts", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted = narrowing.read(request.args)
    part = "blog/posts/_list.html"
    if wants_part():
        return view("blog/posts/index.html", part=part, **lists.listed(wanted))
    if wanted.is_narrowed:
        shown = lists.shown(wanted)
        blog = drawn("blog/posts/_blog.html", **shown)
        return view("blog/posts/index.html", part=part, blog=blog, tag=shown["tag"])
    alike = (wanted, reader().circles, *lists.may().values())
    blog = lasting("blog/posts/_blog.html", *alike, read=lambda: lists.shown(wanted))
    return view("blog/posts/index.html", part=part, blog=blog, tag="")


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    shown = article.read(number)
    if shown["post"].is_published and not shown["reading"]["is_mine"]:
        readership.saw(number, reader().id)
    answer = make_response(view("blog/posts/show.html", part="blog/posts/_post.html", **shown))
    if shown["reading"]["asks"]:  # what its reader said of it is theirs alone, and no decision
        answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.write)
    form = gone_on_with(NewPostForm) or NewPostForm(
        formdata=None,
        language=language(),
        terms=request.args.getlist("term", type=int),
        space=request.args.get("space", type=int),
    )
    return editor.new(form, 200)


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    authorize(policy.write)
    form = NewPostForm()
    bring(form)
    if "preview" in request.form:
        return editor.new(form, 200, previewed=form.text.validate(form))
    if not form.validate():
        return editor.new(form, 422)

    manuscript, is_reviewed = form.manuscript, False
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        authorize(policy.write)
        number = made_by(form.once.data, author.id)
        if number is None:
            space = writable(form.space.data)
            post = publishing.publish(manuscript, by=author, due=form.due.data, space=space)
            post.last_until(form.expires.data, by=author)
            number, is_reviewed = post.id, post.is_under_review
            finish(form.draft.data, by=author)
            remember(form.once.data, author.id, number)
    told = gettext("Published: everybody can read it.")
    if form.space.data:
        told = gettext("Published: whoever sees into the space can read it.")
    if form.due.data:
        told = gettext("It will be published on %(moment)s.", moment=moment(form.due.data))
    if is_reviewed:
        told = gettext("Whoever runs the space looks at it first.")
    editor.say_it_is_there(manuscript, told)
    return article.answered(number)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.edit, post)
    form = gone_on_with(EditPostForm) or EditPostForm.of(post)
    return editor.edit(post, form, 200)


@bp.put("/<int:number>")
@accepts(megabytes=12)
def update(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.edit, post)
    form = EditPostForm()
    form.has_stood(post.title, post.text)
    bring(form)
    if "preview" in request.form:
        return editor.edit(post, form, 200, previewed=form.text.validate(form))
    if not form.validate():
        return editor.edit(post, form, 422)

    manuscript, is_said = form.manuscript, True
    try:
        with writing():
            post = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, post)
            is_said = publishing.change(post, manuscript, by=me(), note=form.note.data)
            finish(form.draft.data, by=me())
    except Overtaken:
        post = load(queries.whole(reader()), number)
        if not manuscript.says_the_same_as(post):
            return editor.overtaken(post, form)
    told = gettext("Saved.") if is_said else gettext("Whoever runs the space looks at it first.")
    editor.say_it_is_there(manuscript, told)
    return article.answered(number)
