"""An event and its dates, as whoever works on any subject knows them; and as what comes in."""

from sqlalchemy import literal

from app.core.i18n import N_
from app.events import from_files, importer, policy, queries, surroundings
from app.events.ical import enclosing
from app.events.models import Event, Occurrence
from app.facts.subjects import Subject, register
from app.imports import kinds
from app.imports.parts import PartsKind

register(
    Subject(
        kind="event",
        model=Event,
        title=Event.title,
        visible_to=queries.visible_to,
        theirs=queries.theirs,
        asked=queries.concerned_by_all,
        attaches=enclosing.with_event,
        card="events/_card.html",
        cards=queries.cards_of,
        endpoint="events.events.show",
        may_comment=policy.comment,
        may_react=True,
        place=Event.space_id,
        name=N_("Event"),
        names=N_("Events"),
        text=Event.html,
        is_markup=True,
        language=Event.language,
        author=Event.author_id,
        at=Event.created_at,
        on=(literal("space"), Event.space_id),
        html=Event.html,
        may_follow=True,
        may_report=True,
        around=surroundings.around,
        made_by=surroundings.made_by,
        may_carry=True,
    )
)

# A date is told of, and nothing else: whoever looks for it, follows or comments finds its event.
register(
    Subject(
        kind="occurrence",
        model=Occurrence,
        title=Occurrence.title,
        visible_to=queries.dates_visible_to,
        theirs=queries.dates_theirs,
        asked=queries.concerned,
        attaches=enclosing.with_date,
        card="events/_date.html",
        endpoint="events.occurrences.show",
    )
)

kinds.register(
    PartsKind(
        name="events",
        words=N_("Events"),
        title=N_("Bring events in"),
        about="events/imports/_about.html",
        hint=N_("A calendar file (.ics), or a zip of several, as Google, Outlook and others make."),
        card="events/imports/_line.html",
        may=policy.announce,
        accept=".ics,.zip,text/calendar,application/zip",
        largest=12,
        endings=[".ics", ".ical", ".icalendar"],
        parts=from_files.parts,
        prepare=from_files.prepare,
        weigh=from_files.weight,
        told=from_files.told,
        bring_in=importer.bring_in,
        finish=importer.finish,
        take_back=importer.take_back,
    )
)
