"""How the database goes about it: few statements, by the index, the newest first."""

import pytest
from sqlalchemy import case, exists, false, select, text
from sqlalchemy.orm import aliased

from app.core import textindex
from app.core.db import db, plan_for_what_is_asked, writing
from app.core.textindex import vocabulary
from app.core.textindex.finding import dialect
from app.core.textindex.models import IndexedText
from tests.core.textindex.driving import found, put


def test_a_question_is_one_query_and_so_is_a_thousandth_text(app, queries):
    counts = []
    for first in (0, 1000):
        with writing():
            for number in range(first, first + (1 if first == 0 else 200)):
                put(number, f"Carta {number}", "Nada")
        with writing():
            queries.clear()
            put(7777 + first, f"Una carta nueva{first}", "Algo")
            counts.append(len(queries))
        queries.clear()
        found("carta")
        counts.append(len(queries))
    assert counts == [4, 2, 4, 2]  # first what begins so


@pytest.fixture
def many(app):
    """Five thousand texts, written as quickly as the database takes them."""
    with writing():
        for start in range(0, 5_000, 500):
            rows = [
                {
                    "kind": "post" if number % 2 else "idea",
                    "number": number,
                    "title": f"asunto {number}",
                    "title_stems": "qesasunt",
                    "text": "cliente " + " ".join(f"w{number * n % 4999}" for n in range(80)),
                    "text_stems": "qesclient",
                }
                for number in range(start, start + 500)
            ]
            db.session.execute(IndexedText.__table__.insert(), rows)
    analysed("text_index")


def analysed(table):
    """PostgreSQL knows how much there is of what."""
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM ANALYZE {table}"))


def plan(question, **narrowed):
    """What the database says it would do."""
    answers = select(textindex.matches(question, **narrowed))
    compiled = answers.compile(db.engine, compile_kwargs={"render_postcompile": True})
    explain = "EXPLAIN QUERY PLAN " if db.engine.dialect.name == "sqlite" else "EXPLAIN "
    connection = db.session.connection()
    given = compiled.params
    if compiled.positional:
        given = tuple(given[name] for name in compiled.positiontup)
    rows = connection.exec_driver_sql(explain + str(compiled), given)
    return "\n".join(str(row[-1]) for row in rows)


def test_of_five_thousand_the_index_finds_a_few_and_the_newest_of_many(many):
    assert found("asunto 4321") == [4321]
    answers = found("cliente", limit=5_000)
    assert len(answers) == textindex.MOST_RANKED and min(answers) == 4_000

    for asked in (plan("asunto 4321"), plan("asunto 4321", kinds={"post"})):
        if db.engine.dialect.name == "sqlite":
            steps = [line for line in asked.splitlines() if line.startswith(("SCAN", "SEARCH"))]
            assert "text_index_fts VIRTUAL TABLE INDEX" in steps[0], asked
            assert "text_index USING INTEGER PRIMARY KEY" in steps[1], asked
        else:
            assert "ix_text_index_vector" in asked and "Seq Scan" not in asked, asked


def test_of_a_hundred_rare_words_none_is_looked_for_text_by_text(app):
    """PostgreSQL takes each word it does not know to stand in many, and would read all texts."""
    rows = [
        {
            "id": number * 100,
            "kind": "post",
            "number": number,
            "title": f"asunto {number}",
            "title_stems": "qesasunt",
            "text": f"cliente expediente9{number:04}",
            "text_stems": "qesclient",
        }
        for number in range(1, 3_000)
    ]
    with writing():
        db.session.execute(IndexedText.__table__.insert(), rows)
        vocabulary.learn([f"expediente9{number:04}" for number in range(1, 3_000)], dialect().LEARN)
    analysed("text_index")

    assert found("expediente91") == list(range(1099, 999, -1))  # of 1,000 that begin so

    plan_for_what_is_asked()
    asked = plan("expediente91")
    assert "Seq Scan on text_index" not in asked, asked
    assert asked.count("pk_text_index") <= 1, asked  # for the few that were found


def test_what_may_be_seen_is_asked_row_by_row_and_not_gathered_before(many):
    """A plan that hashes it would read all the things there are for the ten it shows."""
    other = aliased(IndexedText)

    def among(text):
        seen = exists().where(other.number == text.number, other.title != "")
        return case({"post": seen}, value=text.kind, else_=false())

    assert found("cliente", among=among, most=10) == list(range(4999, 4979, -2))
    assert "hashed" not in plan("cliente", among=among, most=10).lower()


def test_the_newest_are_found_however_far_back_they_are(app):
    """PostgreSQL looks at the newest stretch first, and at older ones while too few were found."""
    ids = [5, 9_000, 9_001, 190_000, 230_000, 239_000, 240_000]
    rows = [
        {"kind": "post", "number": id, "title": "faro", "text": "", "text_stems": ""}
        | {"id": id, "title_stems": "qesfar", "authors": "qa7"}
        for id in ids
    ]
    with writing():
        db.session.execute(IndexedText.__table__.insert(), rows)
    newest = ids[::-1]
    for most in range(1, len(ids) + 1):
        assert found("faro", most=most) == newest[:most]
    assert found("faro", most=2, among=lambda text: text.number < 9_001) == [9_000, 5]
    assert found("faro", most=2, author=7, kinds={"post", "idea"}) == newest[:2]
    assert found("faro", author=8) == []
