"""What holds all the words of a question, on the database of this run."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core import textindex
from app.core.db import writing
from app.core.textindex.words import words
from tests.core.textindex.driving import check_what_is_kept, found, put, say

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
