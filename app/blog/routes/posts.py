"""/blog: reading posts, and writing them."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.attachments.describing import undescribed
from app.blog import narrowing, policy, publishing, queries
from app.blog.forms import EditPostForm, NewPostForm, PostForm
from app.blog.models import Post
from app.blog.routes.covers import bring
from app.catalogue import queries as catalogue
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, found, load, writing
from app.core.fragments import drawn, lasting, piece, rows
from app.core.freshness import reading
from app.core.hypermedia import done, say, view, wants_part
from app.core.i18n import gettext, language, ngettext
from app.core.limits import accepts
from app.core.once import made_by, remember
from app.drafts import queries as drafts
from app.drafts.keeping import finish
from app.people import queries as people
from app.people.sight import sight

bp = Blueprint("posts", __name__)


@bp.get("")
@reading
def index() -> ResponseReturnValue:
    wanted = narrowing.read(request.args)
    part = "blog/posts/_list.html"
    if wants_part():
        return view("blog/posts/index.html", part=part, **_listed(wanted))
    if wanted.is_narrowed:
        shown = _shown(wanted)
        blog = drawn("blog/posts/_blog.html", **shown)
        return view("blog/posts/index.html", part=part, blog=blog, tag=shown["tag"])
    blog = lasting("blog/posts/_blog.html", wanted, *_may().values(), read=lambda: _shown(wanted))
    return view("blog/posts/index.html", part=part, blog=blog, tag="")


@bp.get("/<int:number>")
@reading
def show(number: int) -> ResponseReturnValue:
    return view("blog/posts/show.html", part="blog/posts/_post.html", **read(number))


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.write)
    form = _gone_on_with(NewPostForm) or NewPostForm(formdata=None, language=language())
    return _new(form, 200)


@bp.post("")
@accepts(megabytes=12)
def create() -> ResponseReturnValue:
    authorize(policy.write)
    form = NewPostForm()
    bring(form)
    if "preview" in request.form:
        return _new(form, 200, previewed=form.text.validate(form))
    if not form.validate():
        return _new(form, 422)

    manuscript = form.manuscript
    with writing():
        author = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        authorize(policy.write)
        number = made_by(form.once.data, author.id)
        if number is None:
            number = publishing.publish(manuscript, by=author).id
            finish(form.draft.data, by=author)
            remember(form.once.data, author.id, number)
    _say_it_is_there(manuscript, gettext("Published: everybody can read it."))
    return _answered(number)


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.edit, post)
    form = _gone_on_with(EditPostForm) or EditPostForm.of(post)
    return _edit(post, form, 200)


@bp.put("/<int:number>")
@accepts(megabytes=12)
def update(number: int) -> ResponseReturnValue:
    post = load(queries.whole(reader()), number)
    authorize(policy.edit, post)
    form = EditPostForm()
    bring(form)
    if "preview" in request.form:
        return _edit(post, form, 200, previewed=form.text.validate(form))
    if not form.validate():
        return _edit(post, form, 422)

    manuscript = form.manuscript
    try:
        with writing():
            post = load(queries.visible_to(me()), number, version=form.version.data)
            authorize(policy.edit, post)
            publishing.edit(post, manuscript, by=me())
            finish(form.draft.data, by=me())
    except Overtaken:
        post = load(queries.whole(reader()), number)
        if not manuscript.says_the_same_as(post):
            return _overtaken(post, form)
    _say_it_is_there(manuscript, gettext("Saved."))
    return _answered(number)


def read(number: int) -> dict[str, Any]:
    """What a page about one post needs, read anew."""
    post = found(queries.WHOLE, number=number, **sight(reader()))
    authors = queries.authors(post)
    tags = rows("blog.tags", number, read=lambda: catalogue.tags_of("post", number))
    address = url_for("blog.posts.show", number=number, _external=True)
    may: dict[str, Any] = {
        "may_edit": policy.edit(reader(), post),
        "may_withdraw": policy.withdraw(reader(), post),
        "may_restore": policy.restore(reader(), post),
    }
    cover = post.cover and (post.cover.key, post.cover.alt)
    article = piece(
        "blog/posts/_article.html",
        *(number, post.version, post.created_at, cover, tuple(authors), tuple(tags), address),
        *may.values(),
        **may,
        post=post,
        authors=authors,
        tags=tags,
        address=address,
    )
    return {"post": post, "article": article}


def _listed(wanted: narrowing.Narrowing) -> dict[str, Any]:
    """A page of posts, and where the next one begins."""
    page = queries.cards(wanted)
    older = page.more and url_for(
        "blog.posts.index", before=narrowing.after(page.rows[-1]), **wanted.in_address
    )
    return {"page": page, "wanted": wanted, "older": older}


def _shown(wanted: narrowing.Narrowing) -> dict[str, Any]:
    """The same with what stands around it, which somebody who only loads more has already."""
    seen = queries.published_numbers()
    named = catalogue.name_of(wanted.tag, "post", seen) if wanted.tag else None
    margin = {
        "total": queries.count(wanted),
        "tags": catalogue.most_used("post", seen),
        "writers": queries.writers(),
        "tag": named or wanted.tag,
        "author": queries.author_name(wanted.author_id) if wanted.author_id else None,
    }
    return _listed(wanted) | margin | _may()


def _may() -> dict[str, bool]:
    """All that the blog's own page asks of its reader."""
    return {"may_write": policy.write(reader()), "may_bring_in": policy.bring_in(reader())}


def _gone_on_with(kind: type[PostForm]) -> Any:
    """The form as its writer left it, if the address names their draft."""
    number = request.args.get("draft", type=int)
    if number is None:
        return None
    draft = load(drafts.visible_to(reader()), number)
    form = kind(MultiDict(draft.fields))
    form.draft.data = url_for("drafts.drafts.update", number=draft.id)
    form.draft_version.data = draft.version
    return form


def _new(form: NewPostForm, status: int, previewed: bool = False) -> ResponseReturnValue:
    begun = [] if form.draft.data or form.is_submitted() else drafts.unfinished(reader(), "post")
    return _editor("blog/posts/new.html", form, status, previewed, begun=begun)


def _edit(
    post: Post, form: EditPostForm, status: int, previewed: bool = False, **more: Any
) -> ResponseReturnValue:
    fresh = not (form.draft.data or form.is_submitted())
    begun = drafts.about(reader(), "post", post.id) if fresh else None
    return _editor("blog/posts/edit.html", form, status, previewed, post=post, begun=begun, **more)


def _editor(
    page: str, form: PostForm, status: int, previewed: bool, **more: Any
) -> ResponseReturnValue:
    more = {"rival": None, "post": None} | more
    preview = form.text.rendered.html if previewed else None
    part = "blog/posts/_editor.html"
    return view(page, part=part, status=status, form=form, preview=preview, **more)


def _overtaken(post: Post, form: EditPostForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    form.face(post)
    tags = catalogue.tags_of("post", post.id)
    return _edit(post, form, 409, rival={"post": post, "tags": tags})


def _say_it_is_there(manuscript: publishing.Manuscript, words: str) -> None:
    say(words)
    if silent := undescribed(manuscript.rendered.html):
        one = "%(num)s picture in the text says nothing to whoever cannot see it."
        many = "%(num)s pictures in the text say nothing to whoever cannot see them."
        say(ngettext(one, many, silent))


def _answered(number: int) -> ResponseReturnValue:
    otherwise = url_for("blog.posts.show", number=number)
    return done("blog/posts/_post.html", otherwise=otherwise, **read(number))
