"""A sitting, as whoever works on any subject knows it."""

from app.committee import queries
from app.committee.models import Sitting
from app.core.i18n import N_
from app.facts.subjects import Subject, register
from app.imports import in_use

register(
    Subject(
        kind="sitting",
        model=Sitting,
        title=Sitting.title,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        card="committee/_card.html",
        endpoint="committee.sittings.show",
        name=N_("Triage session"),
        names=N_("Triage sessions"),
        made_by=lambda sitting: [sitting.called_by],
    )
)

# What was on an agenda stays when the table it came from is taken back.
in_use.register(queries.on_agendas)
