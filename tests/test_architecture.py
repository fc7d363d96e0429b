"""What must never be forgotten is a test."""

import ast
import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest
from importlinter.cli import lint_imports

from app.core.db import Entity
from app.facts import kinds, subjects

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "app").rglob("*.py"))
PARTS = sorted((ROOT / "app" / "templates").rglob("*.html"))

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
every_part = pytest.mark.parametrize("path", PARTS, ids=lambda path: str(path.relative_to(ROOT)))
every_fact = pytest.mark.parametrize("fact", kinds().values(), ids=list(kinds()))


def test_imports_go_down_and_back():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@every_file
def test_a_select_lives_in_queries(path):
    asks = {"queries.py", "subjects.py", "sight.py", "db.py"}
    # a table and who asks it
    asks |= {"settings.py", "addresses.py", "jobs.py", "stamps.py", "worker.py"}
    calls = [
        node.func.id
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    here = path.name in asks or "queries" in path.parts
    assert "select" not in calls or here or "textindex" in str(path)


@every_file
def test_only_writing_commits_and_only_few_may_write(path):
    text = path.read_text()
    assert ".commit()" not in text or path.name == "db.py"
    if "with writing(" in text:
        worker = {
            "closing.py",
            "doing.py",
            "errands.py",
            "expansion.py",
            "expiry.py",
            "jobs.py",
            "readership.py",
            "scrubbing.py",
            "sealing.py",
            "worker.py",
        }
        assert {"routes", "demo", "cli"} & set(path.parts) or path.name in worker


@every_file
def test_no_module_outgrows_one_sitting(path):
    assert len(path.read_text().splitlines()) <= 300


@every_file
def test_only_four_modules_make_markup(path):
    # sentences.py: a name and a title inside a translated sentence, tested with naughty ones
    # fragments.py: what templates drew a moment ago
    allowed = {"slots.py", "sentences.py", "fragments.py"} if "core" in path.parts else set()
    assert "Markup(" not in path.read_text() or path.name in allowed or "markdown" in str(path)


@every_part
def test_a_part_says_what_it_needs(path):
    if path.name.startswith("_"):
        assert path.read_text().startswith("{# needs:")


@every_part
def test_a_template_holds_no_inline_style_script_or_raw_html(path):
    text = path.read_text()
    if path.parts[-2:] == ("mail", "layout.html"):  # a letter has no stylesheet to point to
        text = text.replace("<style>", "")
    for forbidden in (" style=", "<style", "<script>", "|safe", "| safe", " onclick=", "hx-on"):
        assert forbidden not in text


@every_fact
def test_every_fact_is_audited_or_declared_not_to_be(fact):
    assert isinstance(fact.__dict__["audited"], bool)
    assert "%(title)s" in fact.says


@every_fact
def test_whoever_did_it_is_spoken_to(fact):
    if "%(actor)s" in fact.says:
        assert "%(title)s" in fact.says_you and "%(actor)s" not in fact.says_you


@pytest.mark.parametrize("subject", subjects.registered(), ids=lambda subject: subject.kind)
def test_every_subject_can_be_seen_drawn_and_reached(app, ane, subject):
    seen = subject.visible_to(ane)
    assert not seen._order_by_clauses and not seen._with_options
    assert app.jinja_env.get_template(subject.card)
    assert subjects.address(subject.kind, 7).endswith("7")
    assert issubclass(subject.model, Entity)


def test_no_module_hides_what_its_package_offers():
    """A module that is first read later takes the place of a function of its name."""
    for path in FILES:
        if "translations" not in path.parts:  # a command, and no module
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    packages = [module for name, module in sys.modules.items() if name.split(".")[0] == "app"]
    hidden = [
        f"{package.__name__}.{name}"
        for package in packages
        for name in getattr(package, "__all__", ())
        if isinstance(getattr(package, name), ModuleType)
        and getattr(package, name).__name__ == f"{package.__name__}.{name}"
    ]
    assert hidden == []
