"""Catalogues: find the messages in the code, and bring every language up to date.

`python app/translations/words.py` extracts and merges; the Makefile compiles. English is the
language of the message ids, so it has no catalogue: what is in the code is what is read.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
APP = HERE.parent
LANGUAGES = ("es", "eu", "pt")
KEYWORDS = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def template() -> Catalog:
    """Every message of the application, as the code has it today."""
    with open(HERE / "babel.cfg") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(APP, method_map=methods, options_map=options, keywords=KEYWORDS)
    catalog = Catalog(project="WOWista", charset="utf-8")
    for place, _, message, comments, context in found:
        catalog.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return catalog


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it is kept, or an empty one."""
    path = _path(language)
    if not path.exists():
        header = f"# WOWista, {language}. See words.py beside this folder."
        return Catalog(locale=language, project="WOWista", header_comment=header)
    return read_po(BytesIO(path.read_bytes()), locale=language)


def update() -> None:
    """Add what is new to every catalogue, drop what is gone; what is translated stays."""
    messages = template()
    for language in LANGUAGES:
        known = catalogue(language)
        began = known.creation_date
        known.update(messages, no_fuzzy_matching=True)
        known.obsolete.clear()
        known.fuzzy = False
        known.creation_date = began  # so that a run without news changes nothing
        text = BytesIO()
        write_po(text, known, sort_output=True, include_lineno=False, omit_header=False, width=100)
        _path(language).parent.mkdir(parents=True, exist_ok=True)
        _path(language).write_bytes(text.getvalue())
        missing = untranslated(known)
        print(f"{language}: {len(known)} messages, {len(missing)} to translate")


def untranslated(catalog: Catalog) -> list[Any]:
    """The ids of the messages that have no words yet, or not for every number."""
    return [message.id for message in catalog if message.id and not _is_done(message)]


def _is_done(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(strings)


def _path(language: str) -> Path:
    return HERE / language / "LC_MESSAGES" / "messages.po"


if __name__ == "__main__":
    update()
