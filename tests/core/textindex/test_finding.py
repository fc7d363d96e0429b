"""What holds all the words of a question, on the database of this run."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import case, exists, false, select, text
from sqlalchemy.orm import aliased

from app.core import textindex
from app.core.db import db, plan_for_what_is_asked, writing
from app.core.textindex import vocabulary
from app.core.textindex.finding import dialect
from app.core.textindex.models import IndexedText, KnownWord, Trigram
from app.core.textindex.words import words

# Each example rolls back or asks only: the database stays as the test found it.
asked_many_times = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

# What a keyboard somewhere writes: letters of several alphabets, figures, signs, accents apart.
LETTERS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x24F)
    | st.characters(min_codepoint=0x370, max_codepoint=0x52F)
    | st.sampled_from("\u0301\u0303 e1E9_-.'ñç漢字かナ한😀²ⅷﬁ"),
    min_size=1,
    max_size=60,
)


SYNTAX = [*"\"*()-^:\\'&|!%\x00\ud800", "x" * 3000]


def put(number, title, text="", *, language="es", kind="post", **more):
    textindex.put(kind, number, title=title, text=text, language=language, **more)


def say(number, words):
    put(number, "", words, kind="remark", is_said=True)


def check_what_is_kept():
    """That each index of SQLite holds what its rows say; PostgreSQL sees to it by itself."""
    if db.engine.dialect.name != "sqlite":
        return
    with writing():
        for index in ("text_index_fts", "text_index_said_fts"):
            check = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
            db.session.execute(text(check))


def found(question, **narrowed):
    """Numbers, best first."""
    answers = textindex.matches(question, **narrowed)
    rows = select(answers.c.number).order_by(answers.c.rank.desc(), answers.c.number.desc())
    return list(db.session.scalars(rows))


@pytest.fixture
def posts(app):
    with writing():
        put(1, "La Canción del verano", "Suena en todas las oficinas.")
        put(2, "Bilerak", "Bezeroekin egindako bileren laburpena.", language="eu")
        put(3, "What customers told us", "They waited on the phone.", language="en")
        put(4, "Reuniões com clientes", "As canções que esperam.", language="pt")
        put(5, "Mejoraron la espera", "El cliente ya no espera tanto al teléfono.")


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("cancion", {1}),
        ("CANCIÓN", {1}),
        ("cancio\u0301n", {1}),  # the accent as a sign of its own, as some keyboards send it
        ("canciones", {1}),
        ("canção", {4}),
        ("cancoes", {4}),
        ("mejorar", {5}),
        ("bilera", {2}),
        ("bezeroarentzat", {2}),
        ("customer", {3}),
        ("reunião", {4}),
        ("clientes telefono", {5}),  # all the words, wherever they stand
        ("the customer", {3}),  # a word that says nothing is not insisted on
        ("verano bilera", set()),
    ],
)
def test_forms_and_accents_do_not_matter(posts, question, numbers):
    assert set(found(question)) == numbers


def test_a_spanish_question_finds_a_basque_post_by_its_word(posts):
    assert found("laburpena") == [2]


@pytest.mark.parametrize("begun", ["telef", "cliente telef", "tel"])
def test_the_last_word_may_be_only_begun(posts, begun):
    assert 5 in found(begun)


def test_only_the_last_word_may_be_only_begun(posts):
    assert found("telef cliente") == []


def test_two_letters_are_not_a_beginning(posts):
    assert found("te ve") == []


@pytest.mark.parametrize("nothing", ["", "   ", "¿?", "\x00", "\ud800", '"', "* - ( )", "'", ":"])
def test_no_words_find_nothing(posts, nothing):
    assert found(nothing) == []


def test_words_that_say_nothing_are_looked_for_when_alone(posts):
    assert found("on the") == [3] and set(found("la")) == {1, 5}


def test_a_word_in_the_title_ranks_above_one_in_the_text(app):
    with writing():
        put(1, "La espera al teléfono", "Nadie quiere colgar.")
        put(2, "Nadie quiere colgar", "La espera al teléfono, la espera en la oficina.")
        put(3, "Otra cosa", "Sin relación " * 20 + "con la espera.")
    assert found("espera") == [1, 2, 3]


def test_the_word_as_asked_ranks_above_another_form(app):
    with writing():
        put(1, "Mejoras de agosto", "Lo que cambia.")
        put(2, "Mejorar en agosto", "Lo que cambia.")
        put(3, "Mejoramos en agosto", "Lo que cambia.")
    assert found("mejorar")[0] == 2 and set(found("mejorar")) == {1, 2, 3}


def test_both_databases_rank_alike(app):
    with writing():
        put(1, "Notas", "La oficina de Bilbao abre. " + "Relleno sin interés. " * 30)
        put(2, "Oficina online", "Pedir cita en un minuto.")
        put(3, "Notas", "Oficina, oficina y más oficina.")
        put(4, "Oficinas", "Todas las direcciones.")
    assert found("oficina") == [2, 4, 3, 1]


def test_kinds_and_readers_narrow_before_anything_is_cut(app, monkeypatch):
    monkeypatch.setattr("app.core.textindex.finding.MOST_RANKED", 2)
    with writing():
        put(1, "Carta de despedida")
        put(2, "Carta abierta", kind="idea")
        for number in range(3, 9):
            put(number, "Carta secreta")
    assert set(found("carta", among=lambda text: text.number < 3)) == {1, 2}
    assert found("carta", kinds={"idea"}) == [2]
    assert found("carta", kinds=[]) == []
    assert len(found("carta")) == 2
    assert found("carta") == [8, 7]


def test_what_is_said_on_things_is_found_apart_from_them(app):
    with writing():
        put(1, "El faro", "Una luz.")
        say(2, "El faro se ve desde aquí.")
        say(3, "Otra luz.")
    assert found("faro") == [1] and found("faro", said=True) == [2]
    assert found("faro", said=True, kinds={"post"}) == []
    assert found("luz", said=True, kinds={"remark"}) == [3]

    with writing():
        say(3, "Otro faro.")
        textindex.remove("remark", 2)
    assert found("faro", said=True) == [3] and found("luz", said=True) == []
    check_what_is_kept()


def test_of_a_beginning_that_many_words_have_those_said_first_are_looked_for(app, monkeypatch):
    with writing():
        put(1, "Carretera")
    with writing():
        put(2, "Carbón")
        say(3, "Un carro, otra carretera.")
    assert set(found("car")) == {1, 2} and found("car", said=True) == [3]
    monkeypatch.setattr("app.core.textindex.vocabulary.MOST_BEGUN", 1)
    assert found("car") == [1] and found("car", said=True) == [3]
    assert found("carb") == [2]


def test_a_word_said_nowhere_any_more_is_forgotten(app):
    def known():
        return set(db.session.scalars(select(KnownWord.word)))

    with writing():
        put(1, "Gracias a todos", "Sobre todo a Maialen.")
        say(2, "Gracias, Maialen, de parte de Garazi.")
    assert {"gracias", "maialen", "garazi"} <= known()
    with writing():
        put(1, "Gracias a todos", "Sobre todo.")
    assert {"maialen", "garazi"} <= known()
    with writing():
        textindex.remove("remark", 2)
    assert known() == {"gracias", "a", "todos", "sobre", "todo"}


def test_a_thing_is_found_by_what_it_says_now(app):
    with writing():
        put(1, "Bajas", "Por qué se van.")
        put(2, "Altas", "Por qué vienen.")
    with writing():
        put(1, "Despedidas", "Cómo se van.")
    assert found("bajas") == [] and found("despedida") == [1] and found("vienen") == [2]

    with writing():
        textindex.remove("post", 1)
        textindex.remove("post", 77)
    assert found("despedida") == [] and found("vienen") == [2]


def test_rows_that_go_by_themselves_go_from_the_index(app):
    with writing():
        put(1, "Bajas", "Por qué se van.")
    with writing():
        db.session.execute(IndexedText.__table__.delete())
    assert found("bajas") == []
    check_what_is_kept()


def test_nothing_is_kept_that_was_not_committed(app):
    def changes_its_mind():
        with writing():
            put(1, "Bajas")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        changes_its_mind()
    assert found("bajas") == []


@pytest.mark.parametrize("change", [lambda: put(1, "Bajas"), lambda: textindex.remove("post", 1)])
def test_the_index_changes_inside_writing_only(app, change):
    with pytest.raises(RuntimeError):
        change()


def test_a_name_erased_from_every_title_is_forgotten(app):
    with writing():
        put(1, "Gracias, Maialen")
        put(2, "Gracias a todos")
    with writing():
        textindex.remove("post", 1)
    known = set(db.session.scalars(select(Trigram.word)))
    assert "maialen" not in known and "gracias" in known


def test_the_longest_of_texts_is_kept(app):
    many = " ".join(f"{number:x}añ" for number in range(100_000))
    with writing():
        put(1, "Larga", many)
        put(2, "Una palabra", "x" * 300_000)
        put(3, "Una letra", "x " * 300_000)
        put(4, "漢" * 200, "漢 字 " * 200_000)
    assert found("5añ larga") == [1]
    assert found("x" * 300_000) == [2]


@asked_many_times
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [*SYNTAX, "NEAR(", "NOT", "AND", "OR", "{title}", "<->", "$1", ":A", "a", "cliente"]
        ),
        max_size=40,
    ).map(" ".join)
    | LETTERS
)
def test_no_question_breaks_anything(posts, question):
    assert set(found(question)) <= {1, 2, 3, 4, 5}
    assert all(1 <= one.number <= 5 for one in textindex.similar(question, question, kind="post"))
    pieces = textindex.snippet("Una carta, y nada más", question)
    assert all(isinstance(piece, str) and isinstance(is_match, bool) for piece, is_match in pieces)


@asked_many_times
@given(LETTERS)
def test_every_word_of_a_text_finds_it(app, written):
    with writing():
        put(1, written, written + " " + written)
    for word in words(written):
        assert found(word.written) == [1], word


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
        seen = exists().where(other.number == text.number, other.title != "").correlate(text)
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
