"""Running waves of the survey: HR alone, and no role goes round it."""

from tests.walk.base import Row

HR = "403 hr=200"
HRS = "404 hr=200"  # a draft is nobody else's to know of, nor the desk of a wave
DONE = "404 hr=303"
FROZEN = "404 hr=403"

QUESTION = {"asks_es": "¿Escucho?", "dimension": "empathy"}
CHANGED = QUESTION | {"version": "1"}
WORDS = {"summary": "We **care** well.", "version": "1"}  # long overtaken
NAMED = {"name": "Autumn 2026"}
WAVE = {
    "name": "Autumn 2026",
    "months": "24",
    "least": "5",
    "detail": "10",
    "distribution": "30",
    "band1_from": "50",
    "band2_from": "70",
    "band3_from": "85",
    "version": "2",
}

# fmt: off
TABLE = [
    Row("GET survey.waves.index", "house", "200"),
    Row("GET survey.waves.new", "house", HR),
    Row("POST survey.waves.create", "house", "403 hr=303", send=NAMED),
    Row("GET survey.waves.show", "wave_in_preparation", HRS),
    Row("GET survey.waves.show", "wave_taking_answers", "200"),
    Row("GET survey.waves.show", "wave_counted", "200"),
    Row("GET survey.waves.show", "wave_published", "200"),
    Row("GET survey.waves.edit", "wave_in_preparation", HRS),
    Row("GET survey.waves.edit", "wave_taking_answers", FROZEN),
    Row("PUT survey.waves.update", "wave_in_preparation", DONE, send=WAVE),
    Row("PUT survey.waves.update", "wave_taking_answers", FROZEN, send=WAVE),
    Row("DELETE survey.waves.destroy", "wave_in_preparation", DONE),
    Row("DELETE survey.waves.destroy", "wave_taking_answers", FROZEN),
    Row("GET survey.discarding.new", "wave_in_preparation", HRS),
    Row("GET survey.discarding.new", "wave_taking_answers", FROZEN),
    Row("GET survey.opening.new", "wave_in_preparation", HRS),
    Row("GET survey.opening.new", "wave_taking_answers", FROZEN),
    Row("POST survey.opening.create", "wave_to_open", DONE),
    Row("POST survey.opening.create", "wave_taking_answers", FROZEN),
    Row("GET survey.preview.show", "wave_in_preparation", HRS),
    Row("GET survey.preview.show", "wave_taking_answers", HRS),
    Row("GET survey.items.new", "wave_in_preparation", HRS),
    Row("GET survey.items.new", "wave_taking_answers", FROZEN),
    Row("POST survey.items.create", "wave_in_preparation", DONE, send=QUESTION),
    Row("POST survey.items.create", "wave_taking_answers", FROZEN, send=QUESTION),
    Row("GET survey.items.edit", "question_in_preparation", HRS),
    Row("GET survey.items.edit", "question_being_asked", FROZEN),
    Row("PUT survey.items.update", "question_in_preparation", DONE, send=CHANGED),
    Row("PUT survey.items.update", "question_being_asked", FROZEN, send=QUESTION),
    Row("PUT survey.item_place.update", "question_in_preparation", DONE, "404 hr=200"),
    Row("PUT survey.item_place.update", "question_being_asked", FROZEN),
    Row("POST survey.item_removal.create", "question_in_preparation", DONE),
    Row("POST survey.item_removal.create", "question_being_asked", FROZEN),
    Row("DELETE survey.item_removal.destroy", "question_in_preparation", DONE),
    Row("DELETE survey.item_removal.destroy", "question_being_asked", FROZEN),
    Row("POST survey.reminder.create", "wave_taking_answers", DONE),
    Row("POST survey.reminder.create", "wave_counted", FROZEN),
    Row("GET survey.closing.new", "wave_taking_answers", HRS),
    Row("GET survey.closing.new", "wave_counted", FROZEN),
    Row("POST survey.closing.create", "wave_taking_answers", DONE),
    Row("POST survey.closing.create", "wave_counted", FROZEN),
    Row("GET survey.publication.new", "wave_counted", HRS),
    Row("GET survey.publication.new", "wave_published", HRS),
    Row("GET survey.publication.new", "wave_taking_answers", FROZEN),
    Row("POST survey.publication.create", "wave_counted", "404 hr=409", send=WORDS),
    Row("POST survey.publication.create", "wave_taking_answers", FROZEN, send=WORDS),
]
# fmt: on
