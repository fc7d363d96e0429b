"""A wave, as whoever works on any subject knows it."""

from app.core.i18n import N_
from app.facts.subjects import Subject, register
from app.survey import calling, queries
from app.survey.models import Wave

register(
    Subject(
        kind="wave",
        model=Wave,
        title=Wave.name,
        visible_to=queries.visible_to,
        card="survey/_card.html",
        endpoint="survey.waves.show",
        name=N_("Survey"),
        names=N_("Surveys"),
        asked=queries.asked,
        adds=calling.adds,
    )
)
