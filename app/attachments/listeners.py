"""What is said elsewhere may show pictures, too."""

from app.attachments import using
from app.facts import on
from app.facts.catalogue import EditorialWritten
from app.facts.conversation import CommentEdited, CommentWritten
from app.facts.spaces import SpaceChanged


@on(CommentWritten, CommentEdited)
def a_comment_shows_its_pictures(fact: CommentWritten | CommentEdited) -> None:
    if fact.actor:
        is_new = isinstance(fact, CommentWritten)
        using.show(fact.comment, fact.comment.html, by=fact.actor, is_new=is_new)


@on(EditorialWritten)
def an_editorial_shows_its_pictures(fact: EditorialWritten) -> None:
    if fact.actor:
        using.show(fact.editorial, fact.editorial.html, by=fact.actor)


@on(SpaceChanged)
def a_space_shows_the_pictures_of_what_it_is_about(fact: SpaceChanged) -> None:
    if fact.actor:
        using.show(fact.space, fact.space.about_html, by=fact.actor)
