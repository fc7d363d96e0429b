"""A case, as whoever works on any subject knows it: the books, and who is told of it."""

from app.facts.subjects import Subject, register
from app.moderation import queries
from app.moderation.models import Case

register(
    Subject(
        kind="case",
        model=Case,
        title=Case.because,
        visible_to=queries.visible_to,
        card="moderation/cases/_card.html",
        endpoint="moderation.cases.show",
        theirs=queries.theirs,
        made_by=lambda case: [maker.person_id for maker in case.makers],
    )
)
