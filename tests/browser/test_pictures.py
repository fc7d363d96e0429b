"""The pictures of the README: taken with PICTURES=1 (`make pictures`), otherwise only there."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SHOWN = {"home": "/", "post": "/blog/{post}"}


@pytest.mark.parametrize("name", SHOWN)
def test_the_readme_shows_the_house_as_it_is(visit, places, name):
    picture = FOLDER / f"{name}.png"
    if os.environ.get("PICTURES"):
        visitor = visit("embajador")
        visitor.page.goto(SHOWN[name].format(**places), wait_until="networkidle")
        FOLDER.mkdir(parents=True, exist_ok=True)
        visitor.page.screenshot(path=picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
