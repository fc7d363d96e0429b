"""An initiative and what it has changed, as whoever works on any subject knows them."""

from app.core.i18n import N_
from app.facts.stages import Stage
from app.facts.subjects import Subject, register
from app.imports import kinds
from app.imports.tables import TableKind
from app.initiatives import importer, policy, queries, surroundings, telling
from app.initiatives.columns import CHOICES, FIELDS, lacks
from app.initiatives.harvest import Harvest
from app.initiatives.models import Change, Initiative
from app.initiatives.queries import files

MOST = 20_000  # initiatives in a table
AT_A_TIME = 200  # whoever writes meanwhile waits no longer than a step

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

kinds.register(
    TableKind(
        name="initiatives",
        words=N_("Initiatives"),
        title=N_("Bring initiatives in"),
        hint=N_("A table in CSV or Excel (XLSX), one initiative a row, up to 20,000 rows."),
        about="initiatives/imports/_about.html",
        may=policy.bring_in,
        most=MOST,
        step=AT_A_TIME,
        fields=FIELDS,
        choices=CHOICES,
        lacks=lacks,
        judge=Harvest,
        ready=importer.ready,
        bring_in=importer.bring_in,
        close=importer.close,
        take_back=importer.take_back,
        finish=importer.finish,
        consent=importer.consent,
        called=files.titles,
    )
)
