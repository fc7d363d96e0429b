"""The company talks: its posts, what was said about them, and who was moved by what."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from app.attachments.receiving import Received, keep
from app.blog import publishing
from app.conversation.models import Comment, Reaction, ReactionKind
from app.core.db import Entity
from app.core.markdown import Rendered
from app.demo.company import Article, Told
from app.demo.deeds import Cast, Deed, days_ago

APART = timedelta(minutes=37)  # from one reaction to the next


def deeds(
    article: Article,
    *,
    rendered: Mapping[str, Rendered],
    cover: Received | None,
    cast: Cast,
    now: datetime,
) -> Iterator[Deed]:
    """Everything about one post. `rendered` is the HTML of its text and of every comment."""
    said: dict[str, Entity] = {}  # the post and its comments, by their text
    published = datetime.combine(days_ago(article.days, now).date(), article.hour)
    yield Deed(published, partial(_publish, article, rendered, cover, cast, said))
    yield from _reactions(article.text, article.reactions, since=published, cast=cast, said=said)

    for told, answering in article.talk():
        moment = published + timedelta(hours=told.after)
        yield Deed(moment, partial(_say, told, answering, article, rendered, cast, said))
        yield from _reactions(told.says, told.reactions, since=moment, cast=cast, said=said)


def _publish(
    article: Article,
    rendered: Mapping[str, Rendered],
    cover: Received | None,
    cast: Cast,
    said: dict[str, Entity],
) -> None:
    author = cast[article.by]
    picture = keep(cover, alt=article.alt, by=author) if cover else None
    manuscript = publishing.Manuscript(
        title=article.title,
        text=article.text,
        rendered=rendered[article.text],
        language=article.language,
        tags=article.tags,
        cover=picture.key if picture else "",
        cover_alt=article.alt,
    )
    said[article.text] = publishing.publish(manuscript, by=author)


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
