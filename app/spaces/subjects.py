"""A space, as whoever works on any subject knows it."""

from app.core.i18n import N_
from app.facts.subjects import Subject, register
from app.spaces import queries, sight
from app.spaces.models import Space

register(
    Subject(
        kind="space",
        model=Space,
        title=Space.name,
        visible_to=queries.visible_to,
        theirs=sight.theirs,
        place=Space.id,
        may_follow=True,
        card="spaces/_card.html",
        endpoint="spaces.spaces.show",
        name=N_("Space"),
        names=N_("Spaces"),
        text="<p>" + Space.summary + "</p>\n" + Space.about_html,
        is_markup=True,
        at=Space.created_at,
        made_by=lambda space: space.run_by,
        run_by=sight.run_by,
    )
)
