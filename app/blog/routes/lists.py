"""What the pages of many posts show."""

from typing import Any

from flask import url_for

from app.blog import narrowing, policy, queries
from app.catalogue import queries as catalogue
from app.catalogue.speaking import told
from app.core.access import reader
from app.spaces import queries as spaces


def listed(wanted: narrowing.Narrowing) -> dict[str, Any]:
    """A page of posts, and where the next one begins."""
    page = queries.cards(reader(), wanted)
    older = page.more and url_for(
        "blog.posts.index", before=narrowing.after(page.rows[-1]), **wanted.in_address
    )
    return {"page": page, "wanted": wanted, "older": older}


def shown(wanted: narrowing.Narrowing) -> dict[str, Any]:
    """The same with what stands around it, which somebody who only loads more has already."""
    seen = queries.published_numbers(reader())
    named = catalogue.name_of(wanted.tag, "post", seen) if wanted.tag else None
    margin = {
        "total": queries.count(reader(), wanted),
        "most_counted": queries.MOST_COUNTED,
        "tags": catalogue.most_used("post", queries.published_lately(reader())),
        "writers": queries.writers(reader()),
        "tag": named or wanted.tag,
        "space": spaces.name_of(reader(), wanted.space_id) if wanted.space_id else None,
        "featured": queries.featured(reader()) if wanted.is_everything else [],
        "term": told(term) if (term := catalogue.term(wanted.term)) else None,
        "author": queries.author_name(reader(), wanted.author_id) if wanted.author_id else None,
    }
    return listed(wanted) | margin | may()


def may() -> dict[str, bool]:
    """All that the blog's own page asks of its reader."""
    return {"may_write": policy.write(reader()), "may_bring_in": policy.bring_in(reader())}
