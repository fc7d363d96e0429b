"""The exam is fair and hard enough: fifty questions, each with one right answer."""

from collections import Counter

import pytest

from app.core.fields import folded
from app.core.textindex.questions import telling
from app.core.textindex.stems import stems
from app.core.textindex.words import words
from tests.ideas.similar.exam import IDEAS, PARAPHRASES

LANGUAGES = {idea.title: idea.language for idea in IDEAS}

every_paraphrase = pytest.mark.parametrize(
    "paraphrase", PARAPHRASES, ids=lambda paraphrase: paraphrase.typed
)


def shared(paraphrase) -> int:
    """How many telling words of what is typed have a stem in common with the title."""
    language = LANGUAGES[paraphrase.meant]
    title = {stem for word in telling(paraphrase.meant) for stem in stems(word, language)}
    return sum(not title.isdisjoint(stems(word, language)) for word in telling(paraphrase.typed))


def test_the_board_is_large_and_speaks_four_languages():
    assert Counter(LANGUAGES.values()) == {"es": 85, "eu": 15, "en": 10, "pt": 10}


def test_no_two_ideas_have_one_title():
    assert len({folded(idea.title).lower() for idea in IDEAS}) == len(IDEAS)


def test_every_idea_has_a_problem_of_one_sentence():
    for idea in IDEAS:
        assert idea.problem.endswith(".") and not idea.title.endswith("."), idea


def test_fifty_different_questions_in_four_languages():
    assert len({paraphrase.typed for paraphrase in PARAPHRASES}) == len(PARAPHRASES) == 50
    asked = Counter(LANGUAGES[paraphrase.meant] for paraphrase in PARAPHRASES)
    assert asked == {"es": 36, "eu": 6, "en": 4, "pt": 4}


@every_paraphrase
def test_what_is_meant_stands_on_the_board_once(paraphrase):
    assert [idea.title for idea in IDEAS].count(paraphrase.meant) == 1


@every_paraphrase
def test_what_is_typed_copies_neither_title_nor_problem(paraphrase):
    typed = folded(paraphrase.typed).lower()
    for idea in IDEAS:
        assert typed not in folded(f"{idea.title} {idea.problem}").lower()
        assert folded(idea.title).lower() not in typed


@every_paraphrase
def test_a_misspelt_word_is_typed_and_nobody_on_the_board_spells_it_so(paraphrase):
    typed = {word.plain for word in words(paraphrase.typed)}
    board = {word.plain for idea in IDEAS for word in words(f"{idea.title} {idea.problem}")}
    for word in words(paraphrase.misspelt):
        assert word.plain in typed and word.plain not in board


def test_many_are_misspelt():
    assert sum(bool(paraphrase.misspelt) for paraphrase in PARAPHRASES) >= 20


def test_most_share_at_most_one_stem_with_the_title():
    assert sum(shared(paraphrase) <= 1 for paraphrase in PARAPHRASES) >= 25
