"""The company talks: its posts, what was said about them, and who was moved by what."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from app.attachments.receiving import Received, keep
from app.blog import publishing
from app.blog.models import Confirmation, Post
from app.blog.queries import revision as revision_of
from app.catalogue.queries import terms_at
from app.conversation.models import Comment, Reaction, ReactionKind
from app.core.db import Entity, db
from app.core.markdown import Rendered
from app.demo import order
from app.demo.company import Article, Told
from app.demo.deeds import Cast, Deed, days_ago
from app.demo.rooms import Rooms


class Stage(NamedTuple):
    """Who talks, and where."""

    cast: Cast
    rooms: Rooms
    runs: Mapping[str, str]  # who opened each of them
    posts: dict[str, Entity]  # those that are there so far, by their titles


APART = timedelta(minutes=37)  # from one reaction to the next


def deeds(
    article: Article,
    *,
    rendered: Mapping[str, Rendered],
    cover: Received | None,
    stage: Stage,
    now: datetime,
) -> Iterator[Deed]:
    """Everything about one post. `rendered` is the HTML of its text and of every comment."""
    cast = stage.cast
    said: dict[str, Entity] = {}  # the post and its comments, by their text
    published = datetime.combine(days_ago(article.days, now).date(), article.hour)
    if article.due:
        due = datetime.combine((now + timedelta(days=article.due)).date(), article.hour)
        yield Deed(now, partial(_publish, article, rendered, cover, stage, said, due))
        return
    yield Deed(published, partial(_publish, article, rendered, cover, stage, said))
    if article.returned:
        yield Deed(published + timedelta(hours=3), partial(_give_back, article, stage, said))
    yield from _reactions(article.text, article.reactions, since=published, cast=cast, said=said)
    yield from _fate(article, rendered, since=published, now=now, cast=cast, said=said)

    for told, answering in article.talk():
        moment = published + timedelta(hours=told.after)
        yield Deed(moment, partial(_say, told, answering, article, rendered, cast, said))
        if told.order:
            yield from order.deeds(told.order, partial(said.get, told.says), moment, cast)
        yield from _reactions(told.says, told.reactions, since=moment, cast=cast, said=said)


def _publish(
    article: Article,
    rendered: Mapping[str, Rendered],
    cover: Received | None,
    stage: Stage,
    said: dict[str, Entity],
    due: datetime | None = None,
) -> None:
    author = stage.cast[article.by]
    picture = keep(cover, alt=article.alt, by=author) if cover else None
    manuscript = _manuscript(article, article.earlier, rendered, picture.key if picture else "")
    post = publishing.publish(manuscript, by=author, space=stage.rooms.get(article.space), due=due)
    said[article.text] = stage.posts[article.title] = post


def _give_back(article: Article, stage: Stage, said: dict[str, Entity]) -> None:
    post = said[article.text]
    assert isinstance(post, Post)
    revision = revision_of(post, post.last_revision)
    if revision:
        post.give_back(revision, article.returned, by=stage.cast[stage.runs[article.space]])


def _manuscript(
    article: Article, text: str, rendered: Mapping[str, Rendered], cover: str
) -> publishing.Manuscript:
    return publishing.Manuscript(
        title=article.title,
        text=text,
        rendered=rendered[text],
        language=article.language,
        tags=article.tags,
        terms=terms_at(article.about),
        cover=cover,
        cover_alt=article.alt,
    )


def _fate(
    article: Article,
    rendered: Mapping[str, Rendered],
    *,
    since: datetime,
    now: datetime,
    cast: Cast,
    said: dict[str, Entity],
) -> Iterator[Deed]:
    """What became of it: who joined in, what was changed, and what is asked of its readers."""
    author = article.by

    def post() -> Post:
        found = said[article.text]
        assert isinstance(found, Post)
        return found

    def join(who: str) -> None:
        post().add_author(cast[who], by=cast[author])

    def edit() -> None:
        cover = post().cover
        better = _manuscript(article, article.text, rendered, cover.key if cover else "")
        publishing.edit(post(), better, by=cast[author], note=article.edited)

    def feature() -> None:
        post().feature(now + timedelta(days=article.featured), by=cast["ane"])

    def ask() -> None:
        post().ask_readers(now + timedelta(days=article.asks), by=cast[author])
        for who in article.confirmed:
            read = Confirmation(post_id=post().id, person_id=cast[who].id, revision=1)
            db.session.add(read)

    for who in article.with_:
        yield Deed(since + timedelta(minutes=5), partial(join, who))
    if article.edited:
        yield Deed(since + timedelta(hours=20), edit)
    if article.featured:
        yield Deed(since + timedelta(hours=21), feature)
    if article.asks:
        yield Deed(since + timedelta(hours=22), ask)


def _say(
    told: Told,
    answering: Told | None,
    article: Article,
    rendered: Mapping[str, Rendered],
    cast: Cast,
    said: dict[str, Entity],
) -> None:
    asked = said[answering.says] if answering else None
    said[told.says] = Comment.write(
        told.says,
        rendered[told.says],
        on=said[article.text],
        by=cast[told.by],
        answering=asked if isinstance(asked, Comment) else None,
    )


def _reactions(
    text: str,
    given: Mapping[str, list[str]],
    *,
    since: datetime,
    cast: Cast,
    said: dict[str, Entity],
) -> Iterator[Deed]:
    felt = [(kind, person) for kind, people in given.items() for person in people]
    for number, (kind, person) in enumerate(felt, start=1):
        yield Deed(since + number * APART, partial(_react, text, kind, person, cast, said))


def _react(text: str, kind: str, person: str, cast: Cast, said: dict[str, Entity]) -> None:
    Reaction.give(ReactionKind(kind), on=said[text], by=cast[person])
