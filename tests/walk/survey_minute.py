"""The survey, for whoever is asked: answering, and taking it back."""

from tests.walk.base import Row

SAID = {"answer-q1": "4"}
CODE = {"code": "ABCD-EFGH-JKMN-PQRS"}

TABLE = [
    Row("GET survey.answer.new", "house", "200"),
    Row("GET survey.answer.new", "open_survey", "200"),
    Row("POST survey.answer.create", "house", "404", send=SAID),
    Row("POST survey.answer.create", "open_survey", "200", send=SAID),
    Row("POST survey.answer.create", "open_survey", "422"),
    Row("POST survey.answer.create", "survey_of_others", "403", send=SAID),
    Row("GET survey.withdrawal.new", "house", "200"),
    Row("POST survey.withdrawal.create", "house", "409", send=CODE),
    Row("POST survey.withdrawal.create", "open_survey", "422", send=CODE),
]
