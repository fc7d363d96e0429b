"""An idea, as whoever works on any subject knows it."""

from app.core.i18n import N_
from app.facts.stages import Stage
from app.facts.subjects import Subject, register
from app.ideas import policy, queries, surroundings
from app.ideas.models import AGREED, Idea

register(
    Subject(
        kind="idea",
        model=Idea,
        title=Idea.title,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        card="ideas/_card.html",
        cards=queries.cards_of,
        endpoint="ideas.ideas.show",
        may_comment=policy.comment,
        may_react=True,
        name=N_("Idea"),
        names=N_("Ideas"),
        text=Idea.html,
        is_markup=True,
        language=Idea.language,
        author=Idea.author_id,
        at=Idea.created_at,
        html=Idea.html,
        may_follow=True,
        may_report=True,
        around=surroundings.around,
        made_by=surroundings.made_by,
        may_carry=True,
        is_agreed=lambda idea: idea.is_shown and idea.verdict in AGREED,
        stage=Stage.IDEA,
    )
)
