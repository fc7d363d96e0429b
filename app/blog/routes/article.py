"""What the page of a post shows, and the answer to whatever changed one."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue

from app.blog import policy, queries
from app.blog.readership import figure
from app.blog.routes import reading
from app.catalogue import queries as catalogue
from app.catalogue.speaking import told
from app.core.access import reader
from app.core.fragments import piece, rows
from app.core.hypermedia import done


def read(number: int) -> dict[str, Any]:
    """What a page about one post needs, read anew."""
    found = queries.shown(reader(), number)
    post, authors = found.post, found.authors
    tags, given = rows("blog.labels", number, read=lambda: catalogue.labels_of("post", number))
    terms = tuple(told(row) for row in given)
    address = url_for("blog.posts.show", number=number, _external=True)
    may: dict[str, Any] = {
        "may_edit": policy.edit(reader(), post),
        "may_withdraw": policy.withdraw(reader(), post),
        "may_restore": policy.restore(reader(), post),
        "may_schedule": policy.schedule(reader(), post),
        "may_look_back": policy.look_back(reader(), post),
        "may_feature": policy.feature(reader(), post, found.runs_its_space),
        "may_move": policy.move(reader(), post, found.runs_its_space),
    }
    space = post.space and (post.space.id, post.space.name)
    cover = post.cover and (post.cover.key, post.cover.alt)
    article = piece(
        "blog/posts/_article.html",
        *(
            number,
            post.version,
            post.created_at,
            cover,
            tuple(authors),
            tuple(tags),
            space,
            terms,
            address,
        ),
        *may.values(),
        **may,
        post=post,
        authors=authors,
        tags=tags,
        terms=terms,
        address=address,
    )
    alike = rows(
        "blog.related",
        number,
        reader().circles,
        read=lambda: queries.related(reader(), number, [tag.slug for tag in tags]),
    )
    return {
        "post": post,
        "article": article,
        "related": alike,
        "reading": reading.about(post, found.confirmed, figure(found.times, found.sketches)),
    }


def answered(number: int) -> ResponseReturnValue:
    otherwise = url_for("blog.posts.show", number=number)
    return done("blog/posts/_post.html", otherwise=otherwise, **read(number))
