"""A term, a nomination and a request, as whoever works on any subject knows them."""

from app.ambassadors import queries
from app.ambassadors.models import HelpRequest, Mandate, Nomination
from app.core.i18n import N_
from app.facts.subjects import Subject, register

register(
    Subject(
        kind=queries.KIND,
        model=Mandate,
        title=queries.MANDATE_TITLE,
        visible_to=queries.visible_to,
        card="ambassadors/_card.html",
        cards=queries.cards_of,
        endpoint="ambassadors.mandates.show",
        name=N_("Ambassador"),
        names=N_("Ambassadors"),
        at=Mandate.created_at,
        may_carry=True,
        made_by=lambda mandate: [mandate.person_id],
    )
)
register(
    Subject(
        kind="nomination",
        model=Nomination,
        title=queries.NOMINATION_TITLE,
        visible_to=queries.nominations_visible_to,
        theirs=queries.nominations_theirs,
        card="ambassadors/nominations/_card.html",
        endpoint="ambassadors.nominations.show",
    )
)
register(
    Subject(
        kind="help",
        model=HelpRequest,
        title=HelpRequest.title,
        visible_to=queries.help_visible_to,
        theirs=queries.help_theirs,
        card="ambassadors/help/_card.html",
        endpoint="ambassadors.help.show",
    )
)
