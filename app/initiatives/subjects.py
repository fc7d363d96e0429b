"""An initiative and what it has changed, as whoever works on any subject knows them."""

from app.core.i18n import N_
from app.facts.stages import Stage
from app.facts.subjects import Subject, register
from app.initiatives import policy, queries, surroundings, telling
from app.initiatives.models import Change, Initiative

register(
    Subject(
        kind="initiative",
        model=Initiative,
        title=Initiative.title,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        card="initiatives/_card.html",
        cards=queries.cards_of,
        endpoint="initiatives.initiatives.show",
        may_comment=policy.comment,
        may_react=True,
        name=N_("Initiative"),
        names=N_("Initiatives"),
        text=Initiative.html,
        is_markup=True,
        language=Initiative.language,
        author=Initiative.owner_id,
        at=Initiative.created_at,
        html=Initiative.html,
        may_follow=True,
        may_report=True,
        around=surroundings.around,
        made_by=surroundings.made_by,
        adds=telling.adds,
        may_carry=True,
        stage=Stage.INITIATIVE,
    )
)

# What has changed is told on the page of its initiative, and is the end of the line through it.
register(
    Subject(
        kind="change",
        model=Change,
        title=Change.summary,
        visible_to=queries.changes_visible_to,
        theirs=queries.changes_theirs,
        card="initiatives/changes/_card.html",
        endpoint="initiatives.changes.show",
        made_by=surroundings.change_made_by,
        stage=Stage.CHANGE,
    )
)
