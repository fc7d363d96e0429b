"""Templates of answers: written once in each language, put in where an author is answered."""

import pytest

from app.audit.models import Entry
from app.core.db import db, writing
from app.core.markdown import render
from app.ideas import placeholders
from app.ideas.models import AnswerTemplate, Idea, Verdict, Voice
from app.people.models import Person
from tests.factories import make_idea
from tests.factories.ideas import make_group, make_template
from tests.ideas.test_group_decision import seen

SAID = {
    "title": "Thank you, but no",
    "verdicts": ["declined"],
    "text": "Gracias, {nombre}: «{idea}» no puede ser.",
    "text_eu": "Eskerrik asko, {izena}.",
}


class Given:
    def __init__(self, name, title):
        self.name, self.title = name, title


@pytest.fixture
def chief(client, nerea):
    return client.sign_in(nerea)


def speak(person, language):
    number = person.id
    with writing():
        db.session.get_one(Person, number).language = language


@pytest.mark.alone
def test_what_is_put_in_is_put_in_once_and_is_no_markup():
    given = Given("Ane Ruiz", "{nombre} *all* [here](http://evil.test) _x_ <b>")
    said = placeholders.filled("{Nombre}: { idea }. {otra} {}", given)
    assert said == f"Ane: {given.title}. {{otra}} {{}}"
    assert placeholders.unknown("{nombre} {otra} {otra} {}") == ["{otra}", "{}"]
    shown = render(placeholders.filled("# «{idea}»", given, in_markdown=True)).html
    assert "<a" not in shown and "<em" not in shown and "<b>" not in shown
    assert "{nombre} *all* [here](http://evil.test) _x_" in shown


def test_it_is_written_changed_and_retired_and_the_audit_knows(chief):
    answer = chief.post("/ideas/templates", data=SAID)
    assert answer.status_code == 303
    page = chief.get(answer.location).text
    assert "Eskerrik asko, {izena}." in page and "Not written yet" in page
    template = db.session.scalar(db.select(AnswerTemplate))
    number, version = template.id, template.version

    better = SAID | {"title": "Thank you", "version": version}
    assert chief.put(f"/ideas/templates/{number}", data=better).status_code == 303
    mine = better | {"title": "Thanks a lot"}
    answer = chief.put(f"/ideas/templates/{number}", data=mine)
    assert answer.status_code == 409 and "Thanks a lot" in answer.text

    chief.post(f"/ideas/templates/{number}/retirement")
    assert "Thank you" not in chief.get("/ideas/templates").text
    assert "Thank you" in chief.get("/ideas/templates?state=retired").text
    chief.delete(f"/ideas/templates/{number}/retirement")
    assert "Thank you" in chief.get("/ideas/templates").text
    facts = list(db.session.scalars(db.select(Entry.fact).order_by(Entry.id)))
    verbs = ("Written", "Changed", "Retired", "TakenUp")
    assert [one for one in facts if "Template" in one] == [f"AnswerTemplate{one}" for one in verbs]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"text": "Gracias, {apellido}."}, "We do not know what {apellido} stands for"),
        ({"text_pt": "Obrigado, {}"}, "We do not know what {} stands for"),
        ({"text": " "}, "Write it in Spanish"),
        ({"title": ""}, "Write a name."),
        ({"text_en": "x" * 1501}, "Up to 1500 letters."),
    ],
)
def test_what_cannot_be_put_in_is_refused_and_nothing_is_lost(chief, wrong, why):
    answer = chief.post("/ideas/templates", data=SAID | wrong)
    assert answer.status_code == 422 and why in answer.text
    assert "Eskerrik asko, {izena}." in answer.text
    assert db.session.scalar(db.select(AnswerTemplate)) is None


def test_the_form_comes_back_with_the_words_its_author_reads(chief, ane, nerea):
    speak(ane, "eu")
    idea = make_idea(ane, title="Cards")
    template = make_template(nerea, text_eu="Kaixo, {izena}: «{idea}»", text_en="Hello")
    other = make_template(nerea, title="Another", text="Otra cosa, {nombre}")
    said = {
        "verdict": "analyse",
        "target": "2031",
        "version": "1",
        "template": template.id,
        "fill": "1",
    }

    def words(**more):
        answer = chief.post(f"/ideas/{idea.id}/decision", data=said | more)
        assert answer.status_code == 200 and 'value="2031"' in answer.text
        return answer.text.partition('name="words"')[2].partition(">")[2].partition("</text")[0]

    filled = words().strip()
    assert filled == "Kaixo, Ane: «Cards»"
    assert words(words="Only mine").split() == ["Only", "mine", *filled.split()]
    assert words(words=filled, template=other.id).strip() == "Otra cosa, Ane"
    assert words(words=filled).strip() == filled
    answer = chief.post(f"/ideas/{idea.id}/decision", data=said | {"template": ""})
    assert "Choose a template." in answer.text
    assert db.session.get_one(Idea, idea.id).verdict is Verdict.NEW


def test_a_question_and_the_official_answer_take_one_too(chief, ane, nerea):
    idea = make_idea(ane, title="*Cards* [x](http://evil.test)")
    template = make_template(nerea, text="¿Cuántas, {nombre}? «{idea}»")
    said = {"template": template.id, "fill": "1", "version": "1"}

    asked = chief.post(f"/ideas/{idea.id}/question", data=said | {"question": "Tell us."})
    assert "Tell us.\n\n¿Cuántas, Ane? «*Cards* [x](http://evil.test)»" in asked.text
    answered = chief.put(f"/ideas/{idea.id}/answer", data=said | {"answer": ""})
    assert r"«\*Cards\* \[x\]\(http\://evil\.test\)»" in answered.text
    kept = db.session.get_one(Idea, idea.id)
    assert not kept.question and not kept.answer


def test_it_speaks_to_whose_idea_it_is(chief, ane, jon, nerea):
    speak(jon, "pt")
    number = make_idea(ane, voice=Voice.COLLEAGUE, behalf_of_id=jon.id).id
    template = make_template(nerea, text_pt="Olá, {nome}.")
    said = {"verdict": "new", "version": "1", "template": template.id, "fill": "1"}
    page = chief.post(f"/ideas/{number}/decision", data=said).text
    assert "Olá, Jon." in page and "Its author reads Português." in page


def test_those_of_a_group_each_read_it_in_their_language(chief, ane, jon, nerea):
    speak(jon, "eu")
    ideas = [make_idea(ane), make_idea(jon)]
    group = make_group(*ideas)
    template = make_template(nerea, text="Sí, {nombre}.", text_eu="Bai, {izena}.")
    said = {"ideas": seen(*ideas), "verdict": "in-progress", "template": template.id}
    long = said | {"words": "x" * 1990}
    address = f"/ideas/groups/{group.id}/decision"
    assert "With the template it is longer" in chief.post(address, data=long).text

    assert chief.post(address, data=said | {"words": "In March."}).status_code == 303

    told = [db.session.get_one(Idea, idea.id).words for idea in ideas]
    assert told == ["Sí, Ane.\n\nIn March.", "Bai, Jon.\n\nIn March."]
