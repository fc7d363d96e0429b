"""What the demo company lacks for every page to show something, put there through the verbs."""

from sqlalchemy import select

from app.ambassadors import helping
from app.ambassadors.models import HelpRequest, Mandate, Nomination
from app.ambassadors.queries import open_mandate_of
from app.blog.models import Author, Post, PostState
from app.blog.queries import published_numbers
from app.catalogue.queries import most_used, tag_at
from app.conversation.models import Comment
from app.core import clock
from app.core.db import db, writing
from app.core.markdown import render
from app.core.outbox import Errand, State
from app.drafts.models import Draft
from app.events import answering, attending
from app.events.models import Event, Minutes, Occurrence
from app.ideas import evaluating, grouping, merging, owning, replying, several
from app.ideas.models import AnswerTemplate, Doing, Group, Idea, IdeaKind, SavedView
from app.imports.models import Found, Import, Line, Outcome
from app.initiatives.models import Initiative
from app.moderation.models import Case, CaseState
from app.people import queries as people
from app.people import sessions
from app.people.models import AddressChange, Location, Person, Proposal, Role, Unit
from app.spaces.models import Joining, Space, Visibility
from app.thanks.models import Thanks
from tests.browser.pages import ROLES
from tests.browser.sittings import make_sittings
from tests.browser.waves import make_waves
from tests.factories.arrivals import keep_table


def furnish() -> dict[str, int]:
    """What the demo company lacks for a walk through every page; and where things are."""
    with writing():
        governance = people.by_email("gobierno@demo.test")
        leire = people.by_email("embajador@demo.test")
        said = db.session.scalars(
            select(Comment)
            .join(Post, Post.id == Comment.subject_id)
            .where(
                Comment.author_id == leire.id,
                Comment.subject_kind == "post",
                Post.space_id.is_(None),
            )
            .order_by(Comment.id)
        ).first()
        withdrawn = db.session.scalars(
            select(Post)
            .join(Author)
            .where(Author.person_id != governance.id, Post.id != said.subject_id)
            .order_by(Post.id)
        ).first()
        withdrawn.withdraw(by=governance)
        asking = db.session.scalars(
            select(Post).where(Post.state == PostState.PUBLISHED).order_by(Post.id.desc())
        ).first()
        asking.ask_readers(None, by=governance)
        room = Space.open("Con visto bueno", by=governance)
        submitted = db.session.scalars(
            select(Post)
            .where(Post.state == PostState.PUBLISHED, Post.id != said.subject_id)
            .order_by(Post.id)
            .offset(1)
        ).first()
        submitted.space = room
        submitted.submit(by=people.by_email("embajador@demo.test"))
        for role in ROLES:
            writer = people.by_email(f"{role}@demo.test")
            Draft.begin("post", {"title": ["Media idea"], "text": ["Sonó el teléfono"]}, by=writer)
        lines = [
            Line(place=f"posts/{outcome}.md", title=outcome.title(), outcome=outcome)
            for outcome in Outcome
        ]
        brought = Import.read("blog", "blog-de-antes.zip", Found.of(lines), by=governance)
        unit = db.session.scalars(select(Unit).where(Unit.parent_id.is_not(None))).first()
        merged = Unit.open("Sucursales de antes", unit.office, by=None)
        db.session.flush()
        merged.merge(unit, by=None)
        location, place = db.session.scalars(select(Location).order_by(Location.id).limit(2))
        db.session.add(
            Errand(
                kind="people.reset",
                key="reset:7:walk",
                payload={"person": 7},
                state=State.PARKED,
                attempts=8,
                reason="ConnectionRefusedError: nobody answers",
                ended_at=clock.now(),
            )
        )
        space = Space.open("Recepción", summary="Lo que se oye al llegar.", by=governance)
        asked = Space.open(
            "Llamadas difíciles",
            visibility=Visibility.MEMBERS,
            joining=Joining.REQUEST,
            by=governance,
        )
        asked.be_asked("Llevo dos años en el turno de noche.", by=people.by_email("rrhh@demo.test"))
        admin = people.by_email("admin@demo.test")
        table = keep_table(admin)
        Proposal.make(people.by_email("empleado@demo.test"), Role.HR, by=admin)
        Proposal.make(leire, Role.LISTENER, by=admin).decline(by=governance)
        db.session.flush()
        idea = propose("Que la carta de baja diga cuándo termina todo", by=leire)
        spoken_for = propose("Un mensaje cuando la baja esté hecha", by=leire)
        group = work_on(idea, spoken_for, asked=leire, by=governance)
        tag = most_used("post", published_numbers(governance), limit=1)[0].slug
        return {
            "tag": tag,
            "tag_number": tag_at(tag).id,
            "table": table.id,
            "unit": unit.id,
            "merged": merged.id,
            "location": location.id,
            "place": place.id,
            "post": said.subject_id,
            "withdrawn": withdrawn.id,
            "asking": asking.id,
            "submitted": submitted.id,
            "comment": said.id,
            "import": brought.id,
            "person": leire.id,
            "case": case_in(CaseState.OPEN),
            "appealed": case_in(CaseState.APPEALED),
            "space": space.id,
            "idea": idea.id,
            "spoken_for": spoken_for.id,
            "group": group.id,
            "asked": asked.id,
            **find_answers(idea, by=governance),
            **find_thanks(),
            **make_sittings(
                [propose(f"Que contesten antes de {n} días", by=leire) for n in (3, 5, 8)],
                by=governance,
            ),
            **find_events(by=governance),
            **find_initiatives(),
            **find_ambassadors(leire),
            **make_waves(by=people.by_email("rrhh@demo.test")),
            **letters(leire, by=governance),
        }


def find_answers(idea: Idea, *, by: Person) -> dict[str, int]:
    """The company's own template and view; and a tag that was given to several."""
    deed = several.Deed(Doing.TAG, tag="Cartas")
    batch, held = several.begin(deed, by=by), {idea.id: idea}
    several.do(batch, deed, held, {idea.id: idea.version}, by=by)
    return {
        "idea_template": db.session.scalars(select(AnswerTemplate.id)).first(),
        "idea_view": db.session.scalars(select(SavedView.id)).first(),
        "idea_batch": batch.id,
    }


def find_thanks() -> dict[str, int]:
    """The company's own: one that everybody sees, and one that whoever was thanked put away."""
    every = db.session.scalars(select(Thanks).order_by(Thanks.id)).all()
    return {
        "thanks": next(one.id for one in every if one.is_shown),
        "thanks_put_away": next(one.id for one in every if one.is_put_away),
    }


def find_events(*, by: Person) -> dict[str, int]:
    """The company's own: one to come, one that is off, a series, and dates worth a look. Of the one
    that is over, all that can be told.
    """

    def dates_of(title: str) -> list[Occurrence]:
        event = db.session.scalars(select(Event).where(Event.title == title)).one()
        return sorted(event.occurrences, key=lambda one: one.starts_at)

    blankets, series = dates_of("Mantas para la protectora"), dates_of("Mesa de ideas")
    past = dates_of("Taller: dar de baja sin pelear")[0]
    look_back(past, by=by)
    return {
        "event": blankets[0].event_id,
        "cancelled_event": dates_of("Desayuno con las oficinas pequeñas")[0].event_id,
        "series": series[0].event_id,
        "series_date": series[-1].id,
        "full_date": dates_of("Café con quien atiende el teléfono")[0].id,
        "asked_date": dates_of("Puertas abiertas en Ordizia")[0].id,
        "past_date": past.id,
    }


def find_initiatives() -> dict[str, int]:
    """The company's own: one with all that can be told, one that was sent back, and a question."""

    def called(title: str) -> Initiative:
        return db.session.scalars(select(Initiative).where(Initiative.title == title)).one()

    asked = called("Dos horas con gafas empañadas en la entrada")
    return {
        "initiative": called("El cartel grande, puesto y contado").id,
        "returned_initiative": called("Aprender a decir el nombre de quien entra").id,
        "asked_change": asked.changes[0].id,
    }


def find_ambassadors(leire: Person) -> dict[str, int]:
    """The company's own, and one request more: one that waits for whoever signs in."""
    asked = helping.ask("¿Me acompañas el jueves?", by=people.person(leire.id + 1), whom=leire.id)
    past = db.session.scalars(select(Mandate).where(Mandate.farewell != "")).one()
    waits = db.session.scalars(select(Nomination).where(Nomination.outcome == "open")).one()
    salma = people.by_email("empleado@demo.test")
    theirs = db.session.scalars(select(HelpRequest).where(HelpRequest.asker_id == salma.id)).one()
    return {
        "mandate": open_mandate_of(leire.id).id,
        "past_mandate": past.id,
        "nomination": waits.id,
        "help": theirs.id,
        "help_of_leire": asked.id,
    }


def look_back(date: Occurrence, *, by: Person) -> None:
    """Who was there, what was agreed, and how it was."""
    attending.renew_code(date)
    guests = db.session.scalars(select(Person).order_by(Person.id).limit(12)).all()
    for number, guest in enumerate(guests):
        attending.count_in(date, guest, by=by)
        words = "Más tiempo para hablar después."
        answering.say_how_it_was(date, worth=3 + number % 3, words=words, by=guest)
    attending.count_in(date, by, by=by)
    minutes = Minutes.begin(date)
    for text in ("Repetimos **en marzo**.", "Repetimos **en abril**.\n\n* Trae las gafas Ane."):
        minutes.write(text, render(text), reached=40, changed="Hay gafas para prestar.", by=by)


def propose(title: str, *, by: Person) -> Idea:
    problem = "La gente llama para preguntar **si ya está** de baja."
    idea = Idea.submit(title, problem, render(problem), by=by, kind=IdeaKind.FIX, language="es")
    db.session.flush()
    return idea


def work_on(idea: Idea, spoken_for: Idea, *, asked: Person, by: Person) -> Group:
    """All that governance does with an idea, and with another that says the same."""
    said = render("Mirar **cuántas** llaman dos veces.")
    evaluating.ask(idea, asked, by=by)
    evaluating.write(idea, "Mirar **cuántas** llaman dos veces.", said, by=by)
    evaluating.rate(idea, value=4, reach=3, effort=2)
    owning.name_owner(idea, asked, by=by)
    replying.reply(idea, "Empezamos en marzo.", said, by=by)
    group = grouping.open_group("Decir adiós bien", "Mirar **cuántas** llaman dos veces.", said)
    grouping.join(idea, group, by=by)
    merging.merge(spoken_for, idea, by=by)
    return group


def case_in(state: CaseState) -> int:
    return db.session.scalars(select(Case.id).where(Case.state == state)).first()


def letters(person: Person, *, by: Person) -> dict[str, str]:
    """Links of every kind, in every state, by tokens that are easy to remember."""
    maren = Person.join("Maren Etxebarria", "maren@demo.test", by=by)
    done = AddressChange.ask(maren, "maren@otra.test", by=by, asks_old=False)
    done.agree(done.links[0])
    wanted = AddressChange.ask(person, "leire@otra.test", by=person, asks_old=True)
    other = people.by_email("escucha@demo.test")
    half = AddressChange.ask(other, "escucha@otra.test", by=other, asks_old=True)
    half.agree(half.links[0])
    links = {
        "invitation": maren.invite(by=by),
        "reset": person.offer_reset(by=None),
        "used": person.offer_reset(by=None),
        "new_address": wanted.links[0],
        "old_address": wanted.links[1],
        "one_yes": half.links[0],
        "done": done.links[0],
    }
    links["used"].use()
    for name, link in links.items():
        link.seal(sessions.digest(name))
    return {name: name for name in links}
