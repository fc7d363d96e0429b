"""What may be the same thing, said in other words or mistyped."""

import pytest

from app.core import textindex
from app.core.db import writing

IDEAS = {
    1: ("Confirmar la baja con un formulario", "es"),
    2: ("Recordar al cliente que se acerca la fecha de cancelación", "es"),
    3: ("Una carta de despedida para quien se va", "es"),
    4: ("Preguntar por qué se marchan", "es"),
    5: ("Avisar de que la solicitud ha llegado", "es"),
    6: ("Bezeroari gutun bat, agur esateko", "eu"),
    7: ("A farewell letter for leavers", "en"),
    8: ("Atención telefónica sin esperas", "es"),
    9: ("Retener en el call center", "es"),
    10: ("Un sitio en línea para pedir cita", "es"),
}


@pytest.fixture
def ideas(app):
    with writing():
        for number, (title, language) in IDEAS.items():
            textindex.put("idea", number, title=title, text="", language=language)
        textindex.put("post", 1, title="Carta de despedida", text="", language="es")


def best(title, text="", **given):
    found = textindex.similar(title, text, kind="idea", **given)
    return found[0].number if found else None


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Carta de despedida", 3),
        ("Cartas de despedidas", 3),  # other forms
        ("crata de desepdida", 3),  # letters exchanged
        ("Confirmacion de baja por formlario", 1),  # a letter left out
        ("recordar la fecha de cancelaciones", 2),
        ("Atencion telefonica", 8),
        ("ATENCIÓN TELEFNICA", 8),
        ("pedir citas en linea", 10),
        ("gutuna bezeroei", 6),
        ("Farewel leters", 7),
        ("Preguntarles por que se marcharon", 4),
        ("avisar que la solictud llego", 5),
    ],
)
def test_the_same_in_other_words_is_found(ideas, title, number):
    assert best(title) == number


@pytest.mark.parametrize("title", ["", "¿?", "Mapas de empatía", "de la que", "zzzzzzzzzzzz"])
def test_what_is_new_has_nothing_like_it(ideas, title):
    assert best(title) is None


def test_the_same_title_is_likest_of_all(ideas):
    first, *_ = textindex.similar("Una carta de despedida para quien se va", kind="idea")
    assert first.number == 3 and first.likeness == pytest.approx(1, abs=0.01)


def test_the_score_falls_with_every_difference(ideas):
    scores = [
        textindex.similar(title, kind="idea")[0].likeness
        for title in ("Carta de despedida", "Cartas de despedida", "Cratas de despedida")
    ]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 3


def test_the_text_decides_between_titles_alike(app):
    with writing():
        for number, text in ((1, "Chatbot nocturno."), (2, "Buzón de voz."), (3, "Chat.")):
            textindex.put("idea", number, title="Mejorar la espera", text=text, language="es")
    assert best("Mejorar la espera", "Que un buzón de voz responda. El buzón devuelve.") == 2
    assert best("Mejorar las esperas", "Un chatbot que responda de noche") == 1


def test_a_mistyped_title_is_found_by_who_types_well(app):
    with writing():
        textindex.put("idea", 1, title="Canclación sencilla", text="", language="es")
    assert best("Cancelación") == 1


def test_only_what_one_may_see_is_like_anything(ideas):
    assert best("Carta de despedida", among=lambda text: text.number > 3) != 3
    assert best("Carta de despedida", limit=0) is None


def test_two_queries_whatever_the_number(ideas, queries):
    for more in (0, 60):
        with writing():
            for number in range(100, 100 + more):
                textindex.put("idea", number, title=f"Carta {number}", text="", language="es")
        queries.clear()
        assert best("Carta de despedida", "Una carta que agradezca") == 3
        assert len(queries) == 2
