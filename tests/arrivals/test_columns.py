"""What people call their columns."""

import pytest
from flask_babel import force_locale

from app.arrivals import exporter
from app.arrivals.columns import FIELDS
from app.core.i18n import LANGUAGES, gettext
from app.imports.mapping import Setup, guess


def guessed(*rows):
    setup = Setup(top=[[line, cells] for line, cells in enumerate(rows, 1)], kept=len(rows))
    guess(setup, FIELDS)
    return setup


@pytest.mark.parametrize("locale", [locale for _, locale in LANGUAGES.values()])
def test_what_goes_out_in_any_language_is_understood(app, locale):
    with force_locale(locale):
        words = {one.name: one.words for one in FIELDS}
        head = [gettext(words[name]) for name in exporter.SHOWN]
    assert guessed(head).mapping == {name: at for at, name in enumerate(exporter.SHOWN)}


@pytest.mark.parametrize("one", FIELDS, ids=lambda one: one.name)
@pytest.mark.parametrize("locale", [locale for _, locale in LANGUAGES.values()])
def test_every_field_goes_by_its_own_name(app, locale, one):
    with force_locale(locale):
        assert guessed([gettext(one.words)]).mapping == {one.name: 0}


def test_no_two_fields_have_a_name_in_common():
    names = [name for one in FIELDS for name in (one.name, *one.called)]
    assert all(sum(one.is_called(name) for one in FIELDS) == 1 for name in names)


@pytest.mark.parametrize(
    "head", ["CORREO_ELECTRÓNICO:", " e-mail ", "E-Mail", "correo  electronico"]
)
def test_capitals_accents_and_signs_make_no_difference(head):
    assert guessed([head]).mapping == {"email": 0}


def test_the_header_is_the_row_that_names_most():
    setup = guessed(["Nombre: plantilla"], ["Nombre", "x"], ["Nombre", "Correo"], ["a", "b"])
    assert (setup.header, setup.above, setup.rows) == (3, 3, 1)
    assert guessed(["Ane", "ane@b.example"]).header == 0
