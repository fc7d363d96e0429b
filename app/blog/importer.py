"""Bringing posts in from files, and taking them back: the same verbs, whoever drives it."""

from collections.abc import Iterable, Sequence

from app.attachments.models import Picture
from app.attachments.queries import with_keys
from app.attachments.using import show
from app.blog import imported_pictures, publishing, queries
from app.blog.authorship import Authorship
from app.blog.models import Post, Words
from app.blog.reading import Ready
from app.blog.standing import EDITED_HERE, Standing
from app.catalogue.tagging import tag
from app.core.db import db
from app.core.remarks import remark
from app.facts import addresses, record
from app.facts.blog import PostsImported, PostsImportTakenBack
from app.imports.models import Import, Note, Outcome, Result
from app.people.models import Person


def bring_in(ready: Sequence[Ready], by: Person) -> list[Result]:
    """Posts from prepared files, in `writing()`: new ones, changed ones, known ones."""
    files = [one.found for one in ready if one.found]
    standing = Standing(files)
    authorship = Authorship(writer for found in files for writer in found.authors)
    used = {
        picture.key: picture for picture in with_keys({key for one in ready for key in one.shown})
    }
    for one in ready:
        if one.rendered:
            for fresh in one.fresh:
                alt = one.shown.get(fresh.key, "")
                used[fresh.key] = imported_pictures.keep(fresh, alt=alt, by=by)
    db.session.flush()
    return [_bring_in(one, standing, authorship, used, by) for one in ready]


def _bring_in(
    one: Ready, standing: Standing, authorship: Authorship, used: dict[str, Picture], by: Person
) -> Result:
    found = one.found
    if one.outcome or found is None:
        return Result(outcome=one.outcome or Outcome.REFUSED, remarks=one.remarks)
    if settled := standing.settled(found):
        return settled
    if one.rendered is None:  # it was here a moment ago, when there was nothing to render
        return Result(outcome=Outcome.REMARK, remarks=[remark(EDITED_HERE)])

    words = Words(
        title=found.title,
        slug=found.slug,
        language=found.language,
        text=one.text,
        published_at=found.published_at,
        edited_at=found.edited_at,
        cover=used.get(one.cover),
        authors=authorship.of(found.authors),
        rendered=one.rendered,
    )
    post = standing.post(found)
    is_new = post is None or post.was_taken_back
    if post is None:
        post = Post.bring_in(found.source, found.digest, words)
    else:
        post.renew(found.digest, words)
    tag(post, found.tags)
    if one.cover or not is_new or "/pictures/" in one.rendered.html:
        show(post, one.rendered.html, by=by, also=[one.cover] if one.cover else [])
    for path in found.addresses:
        addresses.keep(path, post)
    db.session.flush()
    post.be_found()
    publishing.keep(post, list(found.tags), by=by)
    standing.add(post)
    if not is_new:
        return Result(outcome=Outcome.CHANGED, remarks=one.remarks)
    outcome = Outcome.REMARK if one.remarks else Outcome.BROUGHT_IN
    return Result(
        outcome=outcome, remarks=one.remarks, thing_id=post.id, thing_version=post.version
    )


def throw_away(ready: Sequence[Ready]) -> None:
    """Somebody else has brought these in."""
    imported_pictures.throw_away(fresh for one in ready for fresh in one.fresh)


def finish(import_: Import, posts: int, by: Person) -> None:
    record(PostsImported(actor=by, source=import_, posts=posts))


def take_back(import_: Import, notes: Iterable[Note], by: Person) -> list[Note]:
    """Withdraw what it brought in and nobody has edited, withdrawn or talked about since."""
    made = {note.thing_id: note for note in notes}
    numbers = [number for number in made if number is not None]
    talked_about = queries.talked_about(numbers)
    gone = [
        post
        for post in queries.numbered(numbers)
        if post.version == made[post.id].thing_version and post.id not in talked_about
    ]
    for post in gone:
        post.take_back(by=by)
    record(PostsImportTakenBack(actor=by, source=import_, posts=len(gone)))
    return [made[post.id] for post in gone]
