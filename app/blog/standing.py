"""How a post that was brought in once stands to a file that says it anew."""

import re
from collections.abc import Iterable

from app.blog import queries
from app.blog.file import file_of
from app.blog.found import Found
from app.blog.models import Post
from app.core.i18n import N_
from app.core.remarks import remark
from app.imports.models import Outcome, Result

BORN_HERE = re.compile(r"\d{20}-(\d{1,9})")

EDITED_HERE = N_("It was edited here since, and was left as it is.")
WITHDRAWN_HERE = N_("It was withdrawn here, and was left as it is.")
ANOTHER = N_("Another post came from this place: give this one an `id`.")


class Standing:
    """Which of the posts in some files are here already, and how they stand."""

    def __init__(self, files: Iterable[Found]) -> None:
        found = list(files)
        known = queries.brought_in({one.source for one in found}, {one.digest for one in found})
        self._by_source = {post.source: post for post in known}
        self._by_digest = {post.source_digest: post for post in known}
        births = {one.source: match for one in found if (match := BORN_HERE.fullmatch(one.source))}
        for post in queries.born(int(match[1]) for match in births.values()):
            if post.known_as in births:
                self._by_source[post.known_as] = post

    def post(self, found: Found) -> Post | None:
        return self._by_source.get(found.source) or self._by_digest.get(found.digest)

    def add(self, post: Post) -> None:
        self._by_source[post.source] = self._by_digest[post.source_digest] = post

    def settled(self, found: Found) -> Result | None:
        """What there is to say of a file whose post is to be left as it is."""
        post = self.post(found)
        if post is None or post.was_taken_back:
            return None
        if found.digest == post.source_digest:
            return Result(outcome=Outcome.KNOWN)
        if found.is_ours and found.digest == file_of(post).digest:
            return Result(outcome=Outcome.KNOWN)
        if not post.is_published:
            return Result(outcome=Outcome.REMARK, remarks=[remark(WITHDRAWN_HERE)])
        other = post.title != found.title and post.published_at != found.published_at
        if other and not found.is_ours:
            return Result(outcome=Outcome.REFUSED, remarks=[remark(ANOTHER)])
        last = found.edited_at if found.is_ours else None
        if post.was_edited_here and (last is None or (post.edited_at and post.edited_at > last)):
            return Result(outcome=Outcome.REMARK, remarks=[remark(EDITED_HERE)])
        return None
