"""A comment, as whoever works on any subject knows it."""

from app.conversation import queries
from app.conversation.models import Comment
from app.core.i18n import N_
from app.facts.stages import Stage
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
        name=N_("Comment"),
        names=N_("Comments"),
        text=Comment.html,
        is_markup=True,
        author=Comment.author_id,
        at=Comment.created_at,
        on=(Comment.subject_kind, Comment.subject_id),
        is_said=True,
        html=Comment.html,
        may_report=True,
        stage=Stage.HEARD,
        kept_for=queries.kept_for,
        made_by=lambda comment: [comment.author_id],
    )
)
