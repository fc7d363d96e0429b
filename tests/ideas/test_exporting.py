"""What goes out of the list comes in: to the same house, where it is known, and to an empty one."""

import io
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.catalogue.models import Kind, Term
from app.catalogue.tagging import give_terms, tag, untag
from app.core import clock
from app.core.db import db, writing
from app.core.fields import folded, line, slug, words
from app.core.markdown import render
from app.core.tables import read_table
from app.ideas import grouping
from app.ideas.columns import FIELDS
from app.ideas.models import Decision, Group, Idea, IdeaKind, Verdict
from app.ideas.scoring import score
from app.ideas.slips import SAME
from app.people.models import Person
from tests.arrivals.driving import setup
from tests.factories import make_idea, make_person, make_term
from tests.factories.ideas import make_group
from tests.ideas.driving import brought, outcomes, remarks, upload

AWKWARD = [
    "=1+1",
    "-5 °C\n- uno\n- dos",
    '"Kaixo", esan zuen; +34 600',
    "* a\n\n```\n;=cmd|' /C calc'!A0\n```",
    "👩‍👩‍👧 ez dakit\t@eu",
    "Ñandú ﷺ \u202eevil",
    "• por call center\n• <b>por app</b><br>\n→ ¿Jurídico?",
]
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"])


def is_plain(text):
    """Ours has no apostrophe where one would keep a spreadsheet from calculating, nor «ídem»."""
    return "'" not in text and folded(text.strip()) not in SAME


TEXT = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(LETTERS | st.just("\n"), max_size=60).map(words).filter(is_plain),
)
TITLE = TEXT.map(lambda text: line(text)[:160].strip()).filter(bool)
MADE = st.fixed_dictionaries(
    {
        "title": TITLE,
        "text": TEXT,
        "change": TEXT,
        "kind": st.sampled_from(IdeaKind),
        "verdict": st.sampled_from(Verdict),
        "area": st.booleans(),
        "target": st.none() | st.integers(2000, 2100),
        "said": TEXT.filter(bool),
        "group": st.integers(0, 2),  # 0 is none
        "days": st.integers(0, 3_000),
        "supports": st.integers(0, 900),
        "factors": st.none() | st.tuples(*[st.integers(1, 5)] * 3),
        "author": st.integers(0, 2),
        "owner": st.booleans(),
        "tags": st.sets(st.sampled_from(["Mayores", "=Voz", "l’oreille", "Ñ"]), max_size=3),
    }
)
MANY = st.lists(MADE, max_size=6, unique_by=lambda one: slug(one["title"]) or one["title"])
EVERYTHING = [
    {
        "title": line(text)[:160],
        "text": text * (10_000 // len(text) if at == 2 else 1),
        "change": text,
        "kind": list(IdeaKind)[at % 3],
        "verdict": list(Verdict)[at % 5],
        "area": at % 2 == 1,
        "target": 2022 if at % 3 else None,
        "said": text,
        "group": at % 3,
        "days": at * 100,
        "supports": at,
        "factors": (1, 2, 3) if at % 2 else None,
        "author": at % 3,
        "owner": at % 2 == 0,
        "tags": {"=Voz", "Mayores"},
    }
    for at, text in enumerate(AWKWARD)
]


@pytest.fixture
def boss(client, nerea):
    return client.sign_in(nerea)


def exported(client, form, *, extended):
    address = f"/ideas/table/export?as={form}{'&form=extended' if extended else ''}"
    return client.get(address, buffered=True).data


def cells(file):
    return [row.cells for row in read_table(io.BytesIO(file)).rows]


def test_a_group_is_one_merged_cell_and_in_a_text_the_same(boss, nerea, ane):
    one, two, three = (make_idea(ane, title=title) for title in ("One", "Two", "Three"))
    make_group(one, three, by=nerea, text="- by phone")
    said = cells(exported(boss, "csv", extended=False))
    assert said[0] == ["Idea", "¿Analizar?", "Descripción"]
    assert said[1:3] == [["One", "", "'- by phone"], ["Three", "", "ídem"]]
    assert [row[0] for row in said[3:]] == ["Two"]
    book = load_workbook(io.BytesIO(exported(boss, "xlsx", extended=False)))
    assert [str(one) for one in book.active.merged_cells.ranges] == ["C2:C3"]
    assert two.id


@pytest.mark.parametrize("language", ["es", "eu", "en", "pt"])
def test_in_whatever_language_it_goes_out_its_columns_are_known(client, language):
    client.sign_in(make_person("Leire", "governance", language=language))
    make_idea(make_person("Jon"))
    number = upload(client, io.BytesIO(exported(client, "csv", extended=True)))
    assert setup(number).mapping == {one.name: at for at, one in enumerate(FIELDS)}
    assert setup(number).counts == {"known": 1, "gone": 0}


def test_all_columns_are_for_whoever_works_with_them(client, ane, jon):
    make_idea(ane, title="One")
    client.sign_in(jon)
    assert client.get("/ideas/table/export?form=extended").status_code == 403
    assert ane.email not in exported(client, "csv", extended=False).decode()
    assert "With all columns" not in client.get("/ideas/table").text


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(drawn=EVERYTHING, form="csv", extended=True)
@example(drawn=EVERYTHING, form="xlsx", extended=False)
@example(drawn=EVERYTHING, form="csv", extended=False)
@given(drawn=MANY, form=st.sampled_from(["csv", "xlsx"]), extended=st.booleans())
def test_import_of_export_is_identity(boss, nerea, drawn, form, extended):
    fill(drawn, nerea, extended)
    before = exported(boss, form, extended=extended)
    number = brought(boss, io.BytesIO(before))
    assert remarks(number) == {} and setup(number).known == len(drawn)
    assert cells(exported(boss, form, extended=extended)) == cells(before)

    empty()
    number = brought(boss, io.BytesIO(before), choice_reasons=str(reason().id))
    assert set(outcomes(number).values()) <= {"brought-in"}, remarks(number)
    assert cells(exported(boss, form, extended=extended)) == cells(before)


def fill(drawn, boss, extended):
    """Just these, of three people and somebody who is only a name, in two groups."""
    empty()
    people = [somebody(name) for name in ("Íñigo Lasa", "=Ane")]
    owner, area, touchpoint = boss.id, term("CXE, de todos", Kind.AREAS), term("App", Kind.MOMENTS)
    groups = {}
    now = clock.now().replace(hour=12)
    for one in drawn:
        proposed = now - timedelta(days=one["days"] + 5)
        is_new = one["verdict"] is Verdict.NEW
        idea = make_idea(
            people[one["author"] % 2],
            title=one["title"],
            problem=one["text"],
            change=one["change"],
            kind=one["kind"],
            supporters=one["supports"],
            audience=line(one["said"]),
            created_at=proposed,
            since=proposed if is_new else now - timedelta(days=one["days"]),
            credited_to="Lander, de antes" if one["author"] == 2 else None,
            owner_id=owner if one["owner"] else None,
        )
        stands = decision(one, area.id, reason().id, extended)
        with writing():
            held = db.session.get_one(Idea, idea.id)
            held.stand(stands)
            held.answer, held.answer_html = one["said"], "x"
            if one["factors"]:
                named = dict(zip(("value", "reach", "effort"), one["factors"], strict=True))
                for name, value in named.items():
                    setattr(held, name, value)
                held.score = score(**named)
            tag(held, one["tags"])
            give_terms(held, [touchpoint.id] if one["area"] else [])
            if one["group"]:
                said = f"- {one['group']}\n- =1+1"
                if one["group"] not in groups:
                    groups[one["group"]] = grouping.open_group("=G", said, render(said)).id
                held.group_id = groups[one["group"]]


def decision(one, area, why, extended):
    """The three columns name the area and the year only of what is analysed."""
    verdict = one["verdict"]
    return Decision(
        verdict=verdict,
        area_id=area if one["area"] and (extended or verdict is Verdict.ANALYSE) else None,
        target=one["target"] if extended or verdict is Verdict.ANALYSE else None,
        reason_id=why if verdict is Verdict.DECLINED else None,
        words=one["said"],
        reconsider=one["said"],
        result=one["said"] if verdict is Verdict.DONE else "",
    )


def somebody(name):
    known = db.session.query(Person).filter_by(name=name).first()
    return known or make_person(name)


def term(name, kind):
    known = db.session.query(Term).filter_by(name=name, kind=kind).first()
    return known or make_term(name, kind=kind)


def reason():
    return term("Hace falta firma", Kind.REASONS)


def empty():
    with writing():
        made = db.session.query(Idea).all()
        untag("idea", [one.id for one in made])
        for one in made:
            one.take_back()
        db.session.flush()
        for group in db.session.query(Group):
            db.session.delete(group)
