"""Settings are declared, typed, and differ from their default only when somebody says so."""

import pytest

from app.core import settings
from app.core.db import writing

settings.declare("a-number-for-tests", int, 5, "A number")


def test_nobody_said_anything(app):
    assert settings.get("a-number-for-tests") == 5


def test_somebody_did(app):
    with writing():
        settings.put("a-number-for-tests", 7)
    assert settings.get("a-number-for-tests") == 7


def test_another_type_is_refused(app):
    with pytest.raises(TypeError), writing():
        settings.put("a-number-for-tests", "seven")


def test_an_undeclared_name_is_a_mistake(app):
    with pytest.raises(KeyError):
        settings.get("never-declared")


def test_one_name_has_one_meaning(app):
    settings.declare("a-number-for-tests", int, 5, "A number")
    with pytest.raises(RuntimeError, match="twice"):
        settings.declare("a-number-for-tests", str, "5", "A word")


def test_a_default_beyond_its_own_bounds_is_a_mistake(app):
    with pytest.raises(RuntimeError, match="own default"):
        settings.declare("another-for-tests", int, 5, "A number", most=4)


def test_a_value_beyond_the_bounds_is_refused(app):
    settings.declare("bounded-for-tests", int, 5, "A number", most=9)
    with pytest.raises(ValueError, match="does not take"), writing():
        settings.put("bounded-for-tests", 10)
    with pytest.raises(TypeError), writing():
        settings.put("bounded-for-tests", True)
