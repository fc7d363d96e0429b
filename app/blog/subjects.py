"""A post, as whoever works on any subject knows it; and as what may be brought in."""

from sqlalchemy import literal

from app.blog import importer, policy, queries, surroundings
from app.blog.models import Post
from app.blog.reading import PostReading
from app.core.i18n import N_
from app.facts.stages import Stage
from app.facts.subjects import Subject, register
from app.imports import kinds
from app.imports.files import FilesKind

register(
    Subject(
        kind="post",
        model=Post,
        title=Post.title,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        asked=queries.asked,
        card="blog/_card.html",
        cards=queries.cards_of,
        endpoint="blog.posts.show",
        may_comment=policy.comment,
        may_react=True,
        place=Post.space_id,
        name=N_("Post"),
        names=N_("Posts"),
        text=Post.html,
        is_markup=True,
        language=Post.language,
        author=queries.FIRST_AUTHOR,
        signed=queries.SIGNED,
        at=Post.published_at,
        on=(literal("space"), Post.space_id),
        html=Post.html,
        may_follow=True,
        may_report=True,
        around=surroundings.around,
        made_by=surroundings.made_by,
        may_carry=True,
        stage=Stage.HEARD,
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
