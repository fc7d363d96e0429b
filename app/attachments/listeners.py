"""What is said elsewhere may show pictures, too."""

from app.attachments import using
from app.facts import on
from app.facts.conversation import CommentEdited, CommentWritten


@on(CommentWritten, CommentEdited)
def a_comment_shows_its_pictures(fact: CommentWritten | CommentEdited) -> None:
    if fact.actor:
        using.show(fact.comment, fact.comment.html, by=fact.actor)
