"""Dates and numbers as people of each language write them."""

from datetime import datetime

import pytest
from flask import session
from flask_babel import force_locale

from app.core import i18n
from tests.conftest import forget

SPRING = datetime(2021, 3, 7, 16, 30)  # UTC: in Madrid 17:30


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("es", "7 de marzo de 2021, 17:30"),
        ("eu", "2021eko martxoak 7, 17:30"),
        ("en_GB", "7 March 2021, 17:30"),
        ("pt_PT", "7 de março de 2021, 17:30"),
    ],
)
def test_a_moment(app, locale, words):
    with force_locale(locale):
        assert i18n.moment(SPRING) == words


def test_basque_years_count_in_twenties(app):
    with force_locale("eu"):
        assert i18n.date(datetime(2022, 1, 2)) == "2022ko urtarrilak 2"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("es", "marzo 2021"),
        ("eu", "2021eko martxoa"),
        ("en_GB", "March 2021"),
        ("pt_PT", "março 2021"),
    ],
)
def test_a_month_of_another_year(app, locale, words):
    with force_locale(locale):
        assert i18n.month(SPRING) == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [("es", "1234"), ("eu", "1234"), ("en_GB", "1,234"), ("pt_PT", "1234")],
)
def test_a_number(app, locale, words):
    with force_locale(locale):
        assert i18n.number(1234) == words


@pytest.mark.parametrize(
    ("locale", "said", "words"),
    [
        ("es", "Soy «la chica del paraguas»", "Soy “la chica del paraguas”"),
        ("pt_PT", "Sou «a do guarda-chuva»", "Sou “a do guarda-chuva”"),
        ("en_GB", "I’m “the girl with the umbrella”", "I’m ‘the girl with the umbrella’"),
        ("en_GB", "Soy «la chica del paraguas»", "Soy «la chica del paraguas»"),
    ],
)
def test_a_quotation_inside_a_quotation(app, locale, said, words):
    with force_locale(locale):
        assert i18n.inner(said) == words


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("eu", "eu"), ("pt-BR,pt;q=0.9", "pt"), ("de", "en"), ("es-MX", "es"), ("", "en")],
)
def test_a_stranger_is_spoken_to_in_the_language_of_the_browser(app, asked, spoken):
    with app.test_request_context(headers={"Accept-Language": asked}):
        forget()
        assert i18n.language() == spoken


def test_or_in_the_one_chosen_here(app):
    with app.test_request_context(headers={"Accept-Language": "eu"}):
        forget()
        session["language"] = "pt"
        assert i18n.language() == "pt"


def test_what_a_template_says_is_safe_and_its_percent_signs_are_single(app):
    said = app.jinja_env.from_string(
        '{{ _("a <b>") }} {{ _("5 %%") }} {{ _("<%(who)s", who=who) }}'
    )
    with app.test_request_context():
        assert said.render(who="<i>") == "a <b> 5 % <&lt;i&gt;"


@pytest.mark.parametrize(
    ("locale", "words"), [("es", "71 %"), ("eu", "% 71"), ("en_GB", "71%"), ("pt_PT", "71%")]
)
def test_a_share(app, locale, words):
    with force_locale(locale):
        assert i18n.percent(0.708).replace("\u00a0", " ") == words
