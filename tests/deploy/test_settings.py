"""Every setting the code reads is explained to whoever runs it, and none is explained in vain."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from tests.terminal import ROOT

DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "operations.md").read_text()
# What other programs read: the tests', the database's, Python's, the shell's.
OF_OTHERS = {
    "CHROMIUM", "CI", "LONG", "TEST_DATABASE_URL",  # make test
    "SQLITE_TMPDIR", "PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE",
    "POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_USER",
}  # fmt: skip

WORDS = {"INFO", "WARNING", "TRUNCATE", "VACUUM"}  # what a setting may say, or a database hear


def read_by_config():
    """The names that config.py asks the environment for, by `os.environ` or through `whole`."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / "config.py").read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.environ.get", "whole"):
            names.add(node.args[0])
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            names.add(node.slice)
    return {node.value for node in names if isinstance(node, ast.Constant)}


def explained():
    """The names in the first column of the tables of settings."""
    cells = re.findall(r"^\| (`[A-Z][^|]*) \|", PAGE, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([A-Z][A-Z_]+)`", cell)}


def set_by(path):
    """The names that a file of deploy/ gives a value."""
    text = path.read_text()
    match path.suffix:
        case ".service":
            lines = re.findall(r"^Environment=(.*)$", text, re.MULTILINE)
            return {pair.split("=")[0] for line in lines for pair in line.split()}
        case ".yaml":
            services = yaml.safe_load(text)["services"].values()
            given = {name for one in services for name in one.get("environment", {})}
            return given | set(re.findall(r"\$\{([A-Z_]+)", text))
        case ".example":
            return set(re.findall(r"^([A-Z_]+)=", text, re.MULTILINE))
        case "":
            lines = re.findall(r"^ENV ((?:.*\\\n)*.*)$", text, re.MULTILINE)
            return {name for line in lines for name in re.findall(r"([A-Z_]+)=", line)}
    return set()


def test_config_alone_reads_the_environment():
    children = ("core/markdown/process.py", "core/tables/workbooks.py")  # given what they need
    passes_on = {Path("app") / path for path in children}
    reading = [
        path.relative_to(ROOT)
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"os\.environ(\.get|\[[^]]+\](?! =))|getenv", path.read_text())
    ]
    assert set(reading) == passes_on


def test_every_setting_is_explained_and_nothing_else_is():
    assert read_by_config() - explained() == set()
    assert explained() - read_by_config() == set()


def test_the_page_names_no_setting_there_is_not():
    named = set(re.findall(r"`([A-Z][A-Z_]{2,})(?:=[^`]*)?`", PAGE))
    named |= set(re.findall(r"^\s*([A-Z][A-Z_]{2,})=", PAGE, re.MULTILINE))
    assert named - read_by_config() - OF_OTHERS - WORDS == set()


@pytest.mark.parametrize(
    "path", sorted(path for path in DEPLOY.iterdir() if set_by(path)), ids=lambda path: path.name
)
def test_what_an_operator_copies_sets_what_there_is(path):
    assert set_by(path) - read_by_config() - OF_OTHERS == set()


def test_the_example_sets_what_production_insists_on():
    from app.cli import advice

    assert advice.lacking
    given = set_by(DEPLOY / "wowista.env.example")
    wanted = {"SECRET_KEY", "TRUSTED_HOSTS", "SITE_URL", "TLS", "PROXIES", "SMTP_URL"}
    assert wanted | {"METRICS_TOKEN", "DATABASE_URL"} <= given
