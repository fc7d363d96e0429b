"""The thesaurus: words and phrases of this trade that mean the same."""

import pytest
import yaml

from app.core.textindex.stems import LANGUAGES
from app.core.textindex.words import Word
from app.ideas.similar.thesaurus import FOLDER, LITTLE, Thesaurus, thesaurus

FILES = sorted(FOLDER.glob("*.yaml"))

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def groups_of(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def means(word, language="es"):
    return set(thesaurus().of_word(word, language))


@every_file
def test_a_group_has_words_in_all_four_languages(path):
    for name, group in groups_of(path).items():
        assert set(group) - {"near"} == set(LANGUAGES), name
        assert all(group[language].strip() for language in LANGUAGES), name


@every_file
def test_no_word_stands_twice_in_a_group(path):
    for name, group in groups_of(path).items():
        for language in LANGUAGES:
            said = [word.strip() for word in group[language].split(",")]
            assert len(said) == len(set(said)) and all(said), (name, language, said)


@every_file
def test_no_file_outgrows_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_group_stands_in_two_files_and_what_is_near_is_there():
    names = [name for path in FILES for name in groups_of(path)]
    assert len(names) == len(set(names))
    near = {
        one for path in FILES for group in groups_of(path).values() for one in group.get("near", ())
    }
    assert near <= set(names) - {LITTLE}


def test_there_are_several_hundred_of_them():
    assert len(thesaurus().near) > 250


@pytest.mark.parametrize(
    ("word", "language"),
    [("marcharse", "es"), ("abandonan", "es"), ("cancellation", "en"), ("sair", "pt")],
)
def test_words_of_four_languages_mean_the_same(word, language):
    assert "leave" in means(word, language)
    assert "leave" not in means("aparcamiento", language)


def test_a_phrase_is_heard_in_other_forms_and_without_its_little_words():
    heard = set(thesaurus().phrases(["nadie", "me", "coge", "nunca", "el", "telefono"], ["es"]))
    assert "answerphone" not in heard  # something stands between
    heard = set(thesaurus().phrases(["que", "cojan", "el", "telefono"], ["es"]))
    assert "answerphone" in heard


def test_a_word_is_what_it_is_in_the_likely_language():
    known = Thesaurus(
        {
            "one": {"es": "alta", "eu": "bai", "en": "yes", "pt": "sim"},
            "two": {"es": "otra", "eu": "ez", "en": "no", "pt": "alta"},
        }
    )
    assert known.of_any(Word("alta", "alta"), "pt") == ("two",)
    assert known.of_any(Word("alta", "alta"), "es") == ("one",)
    assert set(known.of_any(Word("alta", "alta"), "eu")) == {"one", "two"}
