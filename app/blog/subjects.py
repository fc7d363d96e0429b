"""A post, as whoever works on any subject knows it."""

from app.blog import policy, queries
from app.blog.models import Post
from app.facts.subjects import Subject, register

register(
    Subject(
        kind="post",
        model=Post,
        title=Post.title,
        visible_to=queries.visible_to,
        card="blog/_card.html",
        endpoint="blog.posts.show",
        may_comment=policy.comment,
        may_react=True,
    )
)
