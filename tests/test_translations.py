"""Everything people read exists in four languages, whole."""

import re

import pytest

from app.translations.words import LANGUAGES, catalogue, template, untranslated

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

# Words that are the same in two languages, looked at one by one.
SAME = {
    "es": {
        "Admin",
        "%(weekday)s, %(date)s",
        "Asturias",
        "Blog",
        "Cantabria",
        "Emoji",
        "Extremadura",
        "Galicia",
        "Idea",
        "Ideas",
        "La Rioja",
        "Madrid",
        "Melilla",
        "Murcia",
        "No",
        "no",
    },
    "eu": {
        "Admin",
        "%(weekday)s, %(date)s",
        "Asturias",
        "Extremadura",
        "Melilla",
    },
    "pt": {
        "Admin",
        "%(weekday)s, %(date)s",
        "La Rioja",
        "Madrid",
    },
}

every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_nothing_is_missing(language):
    known = catalogue(language)
    missing = [message.id for message in template() if message.id and message.id not in known]
    assert missing == []
    assert untranslated(known) == []


@every_language
def test_nothing_is_left_of_what_is_gone(language):
    wanted = template()
    assert [m.id for m in catalogue(language) if m.id and m.id not in wanted] == []


@every_language
def test_nothing_was_left_in_english(language):
    same = {
        message.id
        for message in catalogue(language)
        if message.id and message.id in _strings(message)
    }
    assert same - SAME[language] == set()
    assert SAME[language] - same == set(), "no longer the same: take it off the list"


@every_language
def test_every_translation_keeps_its_placeholders(language):
    for message in catalogue(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        wanted = set(PLACEHOLDER.findall(ids[-1]))
        for string in _strings(message):
            found = set(PLACEHOLDER.findall(string))
            assert found <= wanted, message.id
            assert found >= wanted - {"%(num)s"}, message.id


def _strings(message):
    string = message.string
    return list(string) if isinstance(string, (list, tuple)) else [string]


def test_what_an_emoji_is_called_says_nothing_else():
    """“Question” was a red question mark to whoever read a table in Spanish."""
    emoji = "templates/components/emoji.html"
    shared = {"Close", "Emoji"}  # of its dialog
    for message in catalogue("es"):
        files = {file for file, _ in message.locations}
        assert emoji not in files or len(files) == 1 or message.id in shared, message.id
