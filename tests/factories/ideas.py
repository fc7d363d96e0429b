from app.catalogue.models import Kind
from app.core.db import db, writing
from app.core.markdown import render
from app.ideas import evaluating, grouping, merging, narrowing, queries, several, viewing
from app.ideas.models import AnswerTemplate, Decision, Doing, Idea, IdeaKind, Support, Verdict
from app.people.models import Person
from tests.factories.catalogue import make_term
from tests.factories.people import make_person


def make_idea(
    author=None,
    title="Tell them that it arrived",
    problem="Nobody knows whether their *letter* arrived, and all call again.",
    change="",
    **given,
):
    """An idea that waits for an answer, through the verb; `given` overrides its columns."""
    number = (author or make_person()).id
    with writing():
        idea = Idea.submit(
            title,
            problem,
            render(problem),
            by=db.session.get_one(Person, number),
            change=change,
            change_rendered=render(change),
            kind=IdeaKind.FIX,
            language="en",
        )
        for column, value in given.items():
            setattr(idea, column, value)
    return idea


def decide(idea, by, verdict=Verdict.IN_PROGRESS, **said):
    """A verdict on it, through the verb; a no has a reason, and what is done a result."""
    number, who = idea.id, by.id
    if verdict is Verdict.DECLINED and "reason_id" not in said:
        said["reason_id"] = make_term("It needs a signature", kind=Kind.REASONS).id
    if verdict is Verdict.DONE:
        said.setdefault("result", "Two calls fewer.")
    with writing():
        found = db.session.get_one(Idea, number)
        found.decide(Decision(verdict=verdict, **said), by=db.session.get_one(Person, who))
    return found


def withdraw_idea(idea, by):
    with writing():
        db.session.merge(idea).withdraw(by=db.session.get_one(Person, by.id))
    return idea


def merge(idea, survivor, by):
    """Two become one; ideas may be given by their numbers."""
    one, other, who = number(idea), number(survivor), by.id
    with writing():
        held = merging.held(one, other)
        merging.merge(held[one], held[other], by=db.session.get_one(Person, who))


def unmerge(idea, by):
    one, who = number(idea), by.id
    with writing():
        merging.unmerge(merging.held(one)[one], by=db.session.get_one(Person, who))


def give_support(idea, person):
    """Once for each person, whichever of those it speaks for they supported before."""
    one, who = idea.id, person.id
    with writing():
        held = merging.held(one)[one]
        theirs = db.select(Support).where(Support.idea_id == one, Support.person_id == who)
        if not db.session.scalar(theirs):
            db.session.add(Support(given_id=held.id, idea_id=held.id, person_id=who))
        db.session.flush()
        merging.count_supporters(one)


def take_support(idea, person):
    one, who = idea.id, person.id
    with writing():
        merging.held(one)
        gone = db.delete(Support).where(Support.idea_id == one, Support.person_id == who)
        db.session.execute(gone)
        merging.count_supporters(one)


def make_group(*ideas, by=None, title="Saying goodbye well", text="How many call twice?"):
    numbers, who = [number(idea) for idea in ideas], (by or make_person("Garazi", "governance")).id
    with writing():
        group = grouping.open_group(title, text, render(text))
        for one in numbers:
            actor = db.session.get_one(Person, who)
            grouping.join(db.session.get_one(Idea, one), group, by=actor)
    return group


def number(idea):
    return idea if isinstance(idea, int) else idea.id


def ask_evaluator(idea, person, by):
    one, whom, who = number(idea), person.id, by.id
    with writing():
        evaluating.ask(
            db.session.get_one(Idea, one),
            db.session.get_one(Person, whom),
            by=db.session.get_one(Person, who),
        )


def release_evaluator(idea, person, by):
    one, whom, who = number(idea), person.id, by.id
    with writing():
        evaluating.release(
            db.session.get_one(Idea, one),
            db.session.get_one(Person, whom),
            by=db.session.get_one(Person, who),
        )


def write_note(idea, by, text="Count the *second* calls first."):
    one, who = number(idea), by.id
    with writing():
        actor = db.session.get_one(Person, who)
        return evaluating.write(db.session.get_one(Idea, one), text, render(text), by=actor)


def make_template(by=None, title="Thank you, but no", verdicts=(), **texts):
    who = (by or make_person("Garazi", "governance")).id
    said = {"text": "Gracias, {nombre}.", "text_eu": "", "text_en": "", "text_pt": ""} | texts
    with writing():
        actor = db.session.get_one(Person, who)
        return AnswerTemplate.write(title, said, verdicts, by=actor)


def save_view(by, name="Late ones", address="late=1", is_shared=False, is_table=False):
    who = by.id
    with writing():
        return viewing.save(
            name,
            narrowing.said(address),
            is_shared=is_shared,
            is_table=is_table,
            by=db.session.get_one(Person, who),
        )


def make_batch(idea, by, tag="SMS"):
    """A tag given to several at once, of which this is one."""
    one, who = number(idea), by.id
    with writing():
        deed, actor = several.Deed(Doing.TAG, tag=tag), db.session.get_one(Person, who)
        batch = several.begin(deed, by=actor)
        ideas = queries.hold_several([one])
        several.do(batch, deed, ideas, {one: ideas[one].version}, by=actor)
    return batch
