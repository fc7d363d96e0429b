"""Ideas brought in from a table, and taken back: hundreds at a time, and one fact when it is done.
Nobody is told of each; all of them are found, stand on the board and have their history from the
moment they are here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.attachments import using
from app.catalogue.tagging import give_terms, tag_new, untag
from app.core import textindex
from app.core.db import db, load
from app.core.forms import REASONS
from app.core.i18n import LANGUAGES, N_
from app.core.markdown import Refused as NotRendered
from app.core.markdown import Rendered, pictures, render
from app.core.remarks import Remark, remark
from app.facts import record
from app.facts.ideas import IdeasImported, IdeasImportTakenBack
from app.ideas import grouping
from app.ideas.choices import undated
from app.ideas.harvest import ALIKE, Harvest, digest_of_group
from app.ideas.models import Group, Idea, Step, StepKind, Voice
from app.ideas.previewing import Standing
from app.ideas.queries import files
from app.ideas.queries.in_turn import hold_tables
from app.ideas.scoring import score
from app.ideas.sides import clean
from app.ideas.slips import LONG, Slip, understood_all
from app.imports.mapping import Said, Setup
from app.imports.models import Import, Line, Note, Outcome
from app.imports.queries import tally
from app.people import queries as people
from app.people.models import Person, Reader

WORKED_ON = N_("Somebody has worked on it since, and it stays.")
NOTHING = Rendered("", "", 0)
NOON = time(12)  # in Greenwich: the same day wherever the house is


@dataclass(frozen=True)
class Ready:
    """A row before anything is written: understood and rendered, or refused."""

    line: int
    slip: Slip | None = None  # as the table says it
    texts: dict[str, str] = field(default_factory=dict)  # as they come in,
    rendered: dict[str, Rendered] = field(default_factory=dict)  # where it is not here already
    reason: Remark | None = None


def ready(setup: Setup, said: Sequence[Said], by: Person | Reader) -> list[Ready]:
    """What is slow about some rows: their texts are made clean and rendered, of those that may
    come in; what several share, once.
    """
    slips, refused = understood_all(said, setup)
    rows = [Ready(number, reason=why) for number, why in refused.items()]
    known: dict[str, Rendered] = {}
    for standing in Harvest(setup, by).compare(slips):
        slip = standing.slip
        if not _may_come_in(standing):
            rows.append(Ready(slip.line, slip))
            continue
        try:
            rows.append(_prepared(slip, known))
        except NotRendered as why:
            rows.append(Ready(slip.line, reason=remark(REASONS[why.reason])))
    return rows


def bring_in(import_: Import, setup: Setup, rows: Sequence[Ready], by: Person) -> list[Line]:
    """What some rows say, in `writing()`. One table at a time, so that two windows, or two
    people, bring nothing in twice.
    """
    load(people.visible_to(by), by.id)
    hold_tables()
    harvest = Harvest(setup, by, import_id=import_.id)
    standings = harvest.compare([one.slip for one in rows if one.slip is not None])
    prepared = {one.line: one for one in rows}
    new = [one for one in standings if one.outcome is Outcome.BROUGHT_IN]
    readied = {one.slip.line: _again(prepared[one.slip.line]) for one in new}
    groups = _groups([readied[one.slip.line] for one in new])
    at, otherwise = import_.created_at, undated(setup)
    made = {
        one.slip.line: _made(one, readied[one.slip.line], groups, by, at=at, otherwise=otherwise)
        for one in new
    }
    files.flush()
    textindex.put_many([one.as_found for one in made.values()], are_new=True)
    _furnish([(made[one.slip.line], one) for one in new], by)
    lines = [_line(one, made.get(one.slip.line)) for one in standings]
    lines += [
        Line(place=str(one.line), outcome=Outcome.REFUSED, remarks=[one.reason])
        for one in rows
        if one.reason is not None
    ]
    return lines


def take_back(import_: Import, notes: Sequence[Note], by: Person) -> None:
    """Take out what nobody has worked on since, and the groups of that which serve no idea more."""
    made = {note.thing_id: note for note in notes if note.thing_id is not None}
    touched = files.worked_on(made)
    gone = []
    for idea in files.numbered(made):
        note = made[idea.id]
        if idea.version != note.thing_version or idea.id in touched:
            note.remarks = [list(remark(WORKED_ON))]
            continue
        gone.append(idea)
        note.outcome = Outcome.TAKEN_BACK
        if pictures(idea.html):
            using.show(idea, "", by=by)
    numbers = [one.id for one in gone]
    groups = {one.group_id for one in gone if one.group_id}
    textindex.remove_many("idea", numbers)
    untag("idea", numbers)
    for idea in gone:
        idea.take_back()
    files.flush()
    for group in files.groups_left(groups):
        grouping.dissolve(group, [], by=by)


def finish(import_: Import, by: Person) -> None:
    """One fact with the number."""
    said = tally(import_.id)
    if import_.is_taken_back:
        number = said.get(Outcome.TAKEN_BACK, 0)
        record(IdeasImportTakenBack(actor=by, source=import_, ideas=number))
        return
    record(IdeasImported(actor=by, source=import_, ideas=said.get(Outcome.BROUGHT_IN, 0)))


def close(notes: Sequence[Note], by: Person) -> None:
    """What is here and in no table stays."""


def consent(import_: Import) -> None:
    """Nothing is closed: one yes is enough."""


def _may_come_in(standing: Standing) -> bool:
    """One whose title is here may: what is here may be of this very table."""
    is_alike = standing.outcome is Outcome.LEFT_OUT and standing.remarks[0].words == ALIKE
    return is_alike or standing.outcome is Outcome.BROUGHT_IN


def _prepared(slip: Slip, known: dict[str, Rendered]) -> Ready:
    texts = {name: getattr(slip, name) for name in LONG}
    if slip.is_html:
        texts = {name: clean(text) for name, text in texts.items()}
    for text in texts.values():
        if text not in known:
            known[text] = render(text) if text else NOTHING
    return Ready(slip.line, slip, texts, {name: known[text] for name, text in texts.items()})


def _again(one: Ready) -> Ready:
    """It was here when it was prepared, and is no longer."""
    return one if one.rendered or one.slip is None else _prepared(one.slip, {})


def _groups(rows: Sequence[Ready]) -> dict[str, Group]:
    """Those that some rows are in, by the digests of them: here already, or opened now."""
    wanted: dict[str, Ready] = {}
    for one in rows:
        if one.slip and one.slip.together:
            wanted.setdefault(digest_of_group(one.slip.together), one)
    if not wanted:
        return {}
    titles = [one.slip.group for one in wanted.values() if one.slip]
    found = dict[str, Group]()
    for group in files.groups(wanted, titles):
        found.setdefault(group.digest or digest_of_group((group.title, group.text)), group)
    for digest, one in wanted.items():
        if digest not in found and one.slip:
            text, rendered = one.texts["analysis"], one.rendered["analysis"]
            found[digest] = grouping.open_group(one.slip.group, text, rendered, digest=digest)
    return found


def _made(
    standing: Standing,
    ready: Ready,
    groups: dict[str, Group],
    by: Person,
    *,
    at: datetime,
    otherwise: date | None,
) -> Idea:
    """What a row says. Its number comes with the flush."""
    slip, texts, rendered = standing.slip, ready.texts, ready.rendered
    idea = Idea(author_id=standing.author or by.id, credited_to=standing.credited_to)
    idea.voice = Voice.CUSTOMER if slip.is_customers else Voice.OWN
    idea.say(
        slip.title,
        texts["text"],
        rendered["text"],
        change=texts["change"],
        change_rendered=rendered["change"],
        audience=slip.audience,
        kind=slip.kind,
        language=slip.language or (by.language if by.language in LANGUAGES else "es"),
    )
    proposed = min(_moment(slip.proposed_on or slip.since or otherwise) or at, at)
    since = max(min(_moment(slip.since) or proposed, at), proposed)
    idea.digest, idea.supported_before = standing.digest, slip.supports
    idea.owner_id, idea.target_on = standing.owner, slip.target_on
    idea.value, idea.reach, idea.effort = slip.value, slip.reach, slip.effort
    if slip.value and slip.reach and slip.effort:
        idea.score = score(value=slip.value, reach=slip.reach, effort=slip.effort)
    if texts["reply"]:
        idea.answer, idea.answer_html = texts["reply"], rendered["reply"].html
        idea.answered_by, idea.answered_at = by.id, since
    idea.come_in(standing.decision, proposed=proposed, since=since, at=at, by=by)
    if slip.together:
        group = groups[digest_of_group(slip.together)]
        idea.group_id = group.id
        step = Step(by_id=by.id, kind=StepKind.GROUPED, words=group.title)
        idea.steps.append(step)
    db.session.add(idea)
    return idea


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, NOON) if day else None


def _furnish(made: Sequence[tuple[Idea, Standing]], by: Person) -> None:
    tag_new((idea, standing.slip.tags) for idea, standing in made)
    for idea, standing in made:
        if standing.terms:
            give_terms(idea, standing.terms)
        if pictures(idea.html):
            using.show(idea, idea.html, by=by, is_new=True)


def _line(standing: Standing, idea: Idea | None) -> Line:
    return Line(
        place=str(standing.slip.line),
        outcome=standing.outcome,
        title=standing.slip.title,
        remarks=standing.remarks,
        thing_id=idea.id if idea else None,
        thing_version=idea.version if idea else None,
    )
