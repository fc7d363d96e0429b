"""Ideas."""

from tests.walk.base import SEEN, Row

PUBLIC = {
    "ideas.unsubscribing.create",
    "ideas.unsubscribing.show",
}
READING = {
    "ideas.groups.index",
    "ideas.groups.show",
    "ideas.clock.show",
    "ideas.ideas.index",
    "ideas.ideas.show",
    "ideas.board.show",
    "ideas.table.index",
    "ideas.similar.show",
}

MOVED = {"verdict": "in-progress", "version": "1"}
ASKED = {"question": "How many letters a month?"}
GROUP = {"title": "Saying goodbye well", "text": "How many *call twice*?"}

WORKERS = "404 owner=303 governance=303"
NOTE = {"text": "Count the *second* calls first."}
SCORE = {"value": "3", "reach": "4", "effort": "2"}
ANSWER = {"answer": "We *start* in March.", "version": "1"}
AIM = {"target_on": "2100-03-02"}
TEMPLATE = {"title": "Thank you", "text": "Gracias, {nombre}.", "version": "1"}
VIEW = {"name": "Late ones", "version": "1"}

# fmt: off
TABLE = [
    Row("GET ideas.clock.show", "house", "200"),
    Row("GET ideas.letter.show", "house", "403 governance=200"),
    Row("POST ideas.letter.create", "house", "403 governance=303"),
    Row("DELETE ideas.letter.destroy", "house", "403 governance=303"),
    Row("GET ideas.unsubscribing.show", "last_week_of_ideas", "200 stranger=200"),
    Row("GET ideas.unsubscribing.show", "letter", "410 stranger=410"),
    Row("POST ideas.unsubscribing.create", "last_week_of_ideas", "200 stranger=200"),
    Row("POST ideas.unsubscribing.create", "letter", "410 stranger=410"),
    Row("GET ideas.ideas.index", "house", "200"),
    Row("GET ideas.ideas.show", "idea", "200"),
    Row("GET ideas.ideas.show", "withdrawn_idea", SEEN),
    Row("GET ideas.ideas.show", "merged_idea", "200"),
    Row("GET ideas.ideas.show", "idea_with_another_in_it", "200"),
    Row("GET ideas.ideas.show", "evaluated_idea", "200"),
    Row("GET ideas.desk.show", "idea", "403 governance=200"),
    Row("GET ideas.desk.show", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("PUT ideas.owner.update", "idea_and_somebody", "403 governance=303"),
    Row("DELETE ideas.owner.destroy", "idea", "403 governance=303"),
    Row("PUT ideas.target.update", "idea", "403 governance=303", send=AIM),
    Row("DELETE ideas.target.destroy", "idea", "403 governance=303"),
    Row("PUT ideas.evaluators.update", "idea_and_somebody", "403 governance=303"),
    Row("DELETE ideas.evaluators.destroy", "idea_and_somebody", "403 governance=303"),
    Row("GET ideas.notes.index", "evaluated_idea", SEEN),
    Row("GET ideas.notes.index", "withdrawn_idea", "404 governance=200"),
    Row("POST ideas.notes.create", "evaluated_idea", WORKERS, send=NOTE),
    Row("POST ideas.notes.create", "withdrawn_idea", "404 governance=403", send=NOTE),
    Row("DELETE ideas.notes.destroy", "evaluated_idea", "404 owner=403 governance=303"),
    Row("DELETE ideas.notes.destroy", "note_of_an_evaluator", WORKERS),
    Row("POST ideas.evaluation.create", "evaluated_idea", WORKERS, send=NOTE),
    Row("DELETE ideas.evaluation.destroy", "evaluated_idea", WORKERS),
    Row("GET ideas.score.edit", "evaluated_idea", SEEN),
    Row("PUT ideas.score.update", "evaluated_idea", WORKERS, send=SCORE),
    Row("GET ideas.answer.edit", "idea", "403 governance=200"),
    Row("PUT ideas.answer.update", "idea", "403 governance=303", send=ANSWER),
    Row("DELETE ideas.answer.destroy", "idea", "403 governance=303"),
    Row("GET ideas.similar.index", "house", "200"),
    Row("GET ideas.similar.show", "idea", "200"),
    Row("GET ideas.similar.show", "withdrawn_idea", SEEN),
    Row("GET ideas.groups.index", "house", "200"),
    Row("GET ideas.groups.new", "house", "403 governance=200"),
    Row("POST ideas.groups.create", "house", "403 governance=303", send=GROUP),
    Row("GET ideas.groups.show", "idea_group", "200"),
    Row("GET ideas.groups.edit", "idea_group", "403 governance=200"),
    Row("PUT ideas.groups.update", "idea_group", "403 governance=303", send=GROUP),
    Row("DELETE ideas.groups.destroy", "idea_group", "403 governance=303"),
    Row("GET ideas.group_decision.new", "idea_group", "403 governance=200"),
    Row("POST ideas.group_decision.create", "idea_group", "403 governance=422"),
    Row("GET ideas.group_ideas.new", "idea_group", "403 governance=200"),
    Row("PUT ideas.group_ideas.update", "grouped_idea", "403 governance=303"),
    Row("DELETE ideas.group_ideas.destroy", "grouped_idea", "403 governance=303"),
    Row("GET ideas.merging.new", "idea", "403 governance=200"),
    Row("GET ideas.merging.new", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("POST ideas.merging.create", "idea", "403 governance=422"),
    Row("POST ideas.merging.create", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("DELETE ideas.merging.destroy", "merged_idea", "403 governance=303"),
    Row("DELETE ideas.merging.destroy", "withdrawn_idea", "404 owner=403 governance=303"),
    Row("GET ideas.board.show", "column", "200"),
    Row("GET ideas.table.index", "house", "200"),
    Row("GET ideas.export.show", "house", "200"),
    Row("GET ideas.export.show", "extended", "403 governance=200"),
    Row("GET ideas.decision.new", "idea", "403 governance=200"),
    Row("GET ideas.decision.new", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("POST ideas.decision.create", "idea", "403 governance=303", send=MOVED),
    Row("POST ideas.decision.create", "withdrawn_idea", "404 owner=403 governance=403", send=MOVED),
    Row("DELETE ideas.decision.destroy", "idea", "403 governance=303"),
    Row("DELETE ideas.decision.destroy", "withdrawn_idea", "404 owner=403 governance=403"),
    Row("POST ideas.question.create", "idea", "403 governance=303", send=ASKED),
    Row("POST ideas.question.create", "withdrawn_idea", "404 owner=403 governance=403", send=ASKED),
    Row("GET ideas.several.new", "several_ideas", "403 governance=200"),
    Row("POST ideas.several.create", "several_ideas", "403 governance=422"),
    Row("GET ideas.several.show", "idea_batch", "403 governance=200"),
    Row("DELETE ideas.several.destroy", "idea_batch", "403 governance=303"),
    Row("GET ideas.templates.index", "house", "403 governance=200"),
    Row("GET ideas.templates.new", "house", "403 governance=200"),
    Row("POST ideas.templates.create", "house", "403 governance=303", send=TEMPLATE),
    Row("GET ideas.templates.show", "answer_template", "403 governance=200"),
    Row("GET ideas.templates.edit", "answer_template", "403 governance=200"),
    Row("PUT ideas.templates.update", "answer_template", "403 governance=303", send=TEMPLATE),
    Row("POST ideas.template_retirement.create", "answer_template", "403 governance=303"),
    Row("DELETE ideas.template_retirement.destroy", "answer_template", "403 governance=303"),
    Row("GET ideas.views.index", "house", "403 governance=200"),
    Row("GET ideas.views.new", "house", "403 governance=200"),
    Row("POST ideas.views.create", "house", "403 governance=303", send=VIEW),
    Row("GET ideas.views.show", "shared_view", "403 governance=303"),
    Row("GET ideas.views.edit", "shared_view", "403 governance=200"),
    Row("GET ideas.views.edit", "view_of_the_chief", "403 governance=404"),
    Row("PUT ideas.views.update", "shared_view", "403 governance=303", send=VIEW),
    Row("PUT ideas.views.update", "view_of_the_chief", "403 governance=404", send=VIEW),
    Row("POST ideas.view_removal.create", "shared_view", "403 governance=303"),
    Row("DELETE ideas.view_removal.destroy", "shared_view", "403 governance=303"),
    Row("POST ideas.view_removal.create", "view_of_the_chief", "403 governance=404"),
]
# fmt: on
