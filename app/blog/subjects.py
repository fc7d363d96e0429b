"""A post, as whoever works on any subject knows it; and as what may be brought in."""

from app.blog import importer, policy, queries
from app.blog.models import Post
from app.blog.reading import PostReading
from app.core.i18n import N_
from app.facts.subjects import Subject, register
from app.imports import kinds
from app.imports.files import FilesKind

register(
    Subject(
        kind="post",
        model=Post,
        title=Post.title,
        visible_to=queries.visible_to,
        theirs=queries.authors_of_withdrawn,
        card="blog/_card.html",
        endpoint="blog.posts.show",
        may_comment=policy.comment,
        may_react=True,
    )
)

kinds.register(
    FilesKind(
        name="blog",
        words=N_("Blog posts"),
        title=N_("Bring posts in"),
        about="blog/imports/_about.html",
        hint=N_("A zip of Markdown files, as Jekyll, Hugo and Zola keep them."),
        card="blog/imports/_line.html",
        may=policy.bring_in,
        open=PostReading,
        bring_in=importer.bring_in,
        discard=importer.throw_away,
        finish=importer.finish,
        take_back=importer.take_back,
    )
)
