"""The pictures of the README and the guide: taken with PICTURES=1 (`make pictures`), otherwise
only there, and shown where they belong."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.core import outbox
from app.core.db import db

pytestmark = pytest.mark.browser

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "pictures"
SHOWN = {"home": "/", "post": "/blog/{post}"}
GUIDE = DOCS / "guide"
TOLD = "La clienta, 12345678Z, dejó su móvil: 612 345 678."


@pytest.mark.parametrize("name", SHOWN)
def test_the_readme_shows_the_house_as_it_is(visit, places, name):
    picture = FOLDER / f"{name}.png"
    if os.environ.get("PICTURES"):
        visitor = visit("embajador")
        visitor.page.goto(SHOWN[name].format(**places), wait_until="networkidle")
        FOLDER.mkdir(parents=True, exist_ok=True)
        visitor.page.screenshot(path=picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


def mention(page, places):
    page.goto("/blog/new")
    page.get_by_label("Título").fill("Lo que no se ve desde el mostrador")
    page.locator("#text").press_sequentially("Pasé una hora en la sala de espera. Se lo conté a @a")
    expect(page.locator("#completion li").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def cover(page, places):
    page.goto("/blog/new")
    page.get_by_label("Título").fill("Dos llamadas")
    page.locator("#text").fill(TOLD)
    page.get_by_role("button", name="Publicar", exact=True).click()
    expect(page.locator("#discretion")).to_be_visible()
    page.wait_for_load_state("networkidle")


def noticed(page, places):
    page.goto("/survey", wait_until="networkidle")
    page.locator("summary").first.click()


def entered(page, places):
    page.goto("/spaces")
    page.get_by_role("link", name="Experiencia de Cliente").first.click()
    page.wait_for_load_state("networkidle")


def opened(path):
    return lambda page, places: page.goto(path.format(**places), wait_until="networkidle")


# The picture's name → whose screen it is, and how they come there.
TAKEN = {
    "mencionar": ("empleado", mention),
    "tapar": ("empleado", cover),
    "avisos": ("empleado", opened("/notifications")),
    "buscar": ("empleado", opened("/search?q=llamada")),
    "espacios": ("empleado", opened("/spaces")),
    "espacio": ("empleado", entered),
    "tablero": ("gobierno", opened("/ideas")),
    "eventos": ("empleado", opened("/events")),
    "evento": ("empleado", opened("/events/on/{full_date}")),
    "aviso-encuesta": ("empleado", noticed),
    "resultados": ("rrhh", opened("/survey/waves/{wave}/results")),
    "red": ("empleado", opened("/ambassadors")),
    "iniciativa": ("embajador", opened("/initiatives/{initiative}")),
    "programa": ("gobierno", opened("/programme")),
    "presencia": ("gobierno", opened("/programme/coverage")),
    "que-fue": ("empleado", opened("/outcomes")),
}


@pytest.mark.parametrize("name", TAKEN)
def test_the_guide_shows_the_house_as_it_is(visit, house, places, name):
    picture = GUIDE / "pictures" / f"{name}.png"
    if os.environ.get("PICTURES"):
        with house.app_context():
            outbox.drain()  # so that everybody has been told
            db.session.remove()
        role, come = TAKEN[name]
        visitor = visit(role)
        come(visitor.page, places)
        visitor.page.screenshot(path=picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_the_guide_points_to_is_there():
    pointed = set()
    for chapter in GUIDE.rglob("*.md"):
        for words, address in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", chapter.read_text()):
            assert words and (chapter.parent / address).exists(), f"{chapter.name}: {address}"
            pointed.add(Path(address).name)
    assert {f"{name}.png" for name in TAKEN} <= pointed
