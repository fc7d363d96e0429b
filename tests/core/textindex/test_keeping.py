"""What the index keeps of a text, and lets go of with it."""

import pytest
from sqlalchemy import select

from app.core import textindex
from app.core.db import db, writing
from app.core.textindex.models import IndexedText, KnownWord, Trigram
from tests.core.textindex.driving import check_what_is_kept, found, put, say


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
