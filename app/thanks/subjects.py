"""Thanks, as whoever works on any subject knows them."""

from sqlalchemy import literal

from app.core.i18n import N_
from app.facts.subjects import Subject, register
from app.thanks import policy, queries, surroundings, wording
from app.thanks.models import Thanks

register(
    Subject(
        kind="thanks",
        model=Thanks,
        title=Thanks.title,
        visible_to=queries.visible_to,
        kept_for=queries.kept_for,
        theirs=queries.theirs,
        card="thanks/_card.html",
        endpoint="thanks.thanks.show",
        may_comment=policy.comment,
        may_react=True,
        name=N_("Thank-you"),
        names=N_("Thanks"),
        text=Thanks.text,
        language=Thanks.language,
        author=Thanks.giver_id,
        at=Thanks.created_at,
        on=(literal("person"), Thanks.receiver_id),
        may_follow=True,
        may_report=True,
        around=surroundings.around,
        made_by=surroundings.made_by,
        adds=wording.for_which_habit,
    )
)
