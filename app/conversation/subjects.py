"""A comment, as whoever works on any subject knows it."""

from app.conversation import queries
from app.conversation.models import Comment
from app.facts.subjects import Subject, register

register(
    Subject(
        kind="comment",
        model=Comment,
        title=Comment.excerpt,
        visible_to=queries.visible_to,
        card="conversation/comments/_comment.html",
        endpoint="conversation.comments.show",
        may_react=True,
    )
)
