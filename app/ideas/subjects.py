"""An idea, as whoever works on any subject knows it."""

from app.core.i18n import N_
from app.facts.stages import Stage
from app.facts.subjects import Subject, register
from app.ideas import importer, policy, queries, slips, surroundings
from app.ideas.choices import CHOICES
from app.ideas.columns import FIELDS, lacks
from app.ideas.harvest import Harvest
from app.ideas.models import AGREED, AnswerTemplate, Idea
from app.ideas.queries import files
from app.imports import kinds
from app.imports.tables import TableKind

MOST = 20_000  # ideas in a table
AT_A_TIME = 200  # whoever writes meanwhile waits no longer than a step

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
        author=queries.AUTHOR_ID,
        signed=Idea.credited_to,
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
register(
    Subject(
        kind="answer-template",
        model=AnswerTemplate,
        title=AnswerTemplate.title,
        visible_to=queries.templates_visible_to,
        card="ideas/templates/_card.html",
        endpoint="ideas.templates.show",
    )
)

kinds.register(
    TableKind(
        name="ideas",
        words=N_("Ideas"),
        title=N_("Bring ideas in"),
        hint=N_("A table in CSV, TSV or Excel (XLSX), one idea a row, up to 20,000 rows."),
        about="ideas/imports/_about.html",
        may=policy.bring_in,
        most=MOST,
        step=AT_A_TIME,
        fields=FIELDS,
        choices=CHOICES,
        lacks=lacks,
        judge=Harvest,
        joined=slips.joined,
        ready=importer.ready,
        bring_in=importer.bring_in,
        close=importer.close,
        take_back=importer.take_back,
        finish=importer.finish,
        consent=importer.consent,
        called=files.titles,
    )
)
