"""Slips of a hurried hand."""

import pytest

from app.ideas.similar.slips import Vocabulary, sound
from app.ideas.similar.thesaurus import thesaurus


@pytest.fixture(scope="module")
def vocabulary():
    known = Vocabulary()
    known.learn(thesaurus().vocabulary)
    return known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vaja", "baja"),
        ("yamar", "llamar"),
        ("aparkamiento", "aparcamiento"),
        ("cancelasion", "cancelacion"),
        ("reenvolso", "reembolso"),
        ("emvio", "envio"),
        ("ospital", "hospital"),
        ("telefno", "telefono"),
        ("faxtura", "factura"),
        ("contarsena", "contrasena"),
        ("hitzordau", "hitzordua"),
        ("appointmnet", "appointment"),
    ],
)
def test_the_word_that_was_meant_is_found(vocabulary, typed, meant):
    assert meant in vocabulary.meant(typed)


@pytest.mark.parametrize("typed", ["xyz", "sol", "kbrntlq", "murciélagos"])
def test_nothing_is_made_of_what_is_short_or_far_off(vocabulary, typed):
    assert not [word for word in vocabulary.meant(typed) if sound(word) != sound(typed)]


def test_a_word_is_no_slip_of_itself(vocabulary):
    assert "hospital" not in vocabulary.meant("hospital")
