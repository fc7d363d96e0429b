"""`flask blog`: bringing posts in from files, and taking them out."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from flask.cli import AppGroup

from app.blog import exporter, policy
from app.core.db import db, writing
from app.core.i18n import gettext
from app.core.remarks import Remark, Unreadable
from app.imports import kinds, queries, steps
from app.imports.files import FilesKind
from app.imports.models import WORDS, Found, Import, Outcome
from app.imports.tree import Archive, Folder, Tree
from app.people import queries as people
from app.people.models import Person

blog = AppGroup("blog", help="Bring posts in from files, and take them out.")

PATIENCE = 30.0  # seconds of a step: nobody waits for a page


@blog.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--as", "email", help="Whose import it is: the e-mail of somebody who may.")
@click.pass_context
def bring_in(context: click.Context, path: Path, email: str | None) -> None:
    """Bring in the posts of a folder or a zip, as Jekyll, Hugo and Zola keep them.

    Again brings in nothing twice. Ends with 1 when something was refused.
    """
    number = _whoever(email)
    try:
        with _opened(path) as tree:
            import_ = _begin(tree, path.resolve().name, number)
            _go_on(import_, tree, number)
    except Unreadable as refused:
        raise click.ClickException(str(refused.reason)) from None
    _report(import_)
    if queries.tally(import_).get(Outcome.REFUSED):
        context.exit(1)


@blog.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--zip", "as_zip", is_flag=True, help="Into one zip instead of a folder.")
@click.option("--as", "email", help="Who takes them out: the e-mail of somebody who may.")
def take_out(path: Path, as_zip: bool, email: str | None) -> None:
    """Take every published post out, as Markdown with its pictures, into a folder or a zip."""
    number = _whoever(email)
    if path.exists() and (as_zip or not path.is_dir() or any(path.iterdir())):
        raise click.ClickException(f"{path} is there already. Name a new one.")
    with writing():
        exporter.tell(people.person(number))
    if as_zip:
        with path.open("wb") as file:
            file.writelines(exporter.as_zip(exporter.files()))
    else:
        path.mkdir(parents=True, exist_ok=True)
        exporter.into_folder(path, exporter.files())
    click.echo(f"Everything is in {path}.")


def _whoever(email: str | None) -> int:
    """The number of the one it is done by: named, or the first who may."""
    person = people.by_email(email) if email else _first_who_may()
    if person is None or not person.is_active:
        raise click.ClickException(f"There is nobody here called {email}." if email else NOBODY)
    if not policy.bring_in(person):
        raise click.ClickException(f"{email} may not: it takes governance or administration.")
    return person.id


NOBODY = "Nobody here may bring posts in: it takes governance or administration."


def _first_who_may() -> Person | None:
    return next(filter(policy.bring_in, people.with_roles()), None)


@contextmanager
def _opened(path: Path) -> Iterator[Tree]:
    if path.is_dir():
        yield Folder(path)
        return
    with path.open("rb") as file, closing(Archive(file)) as tree:
        yield tree


def _begin(tree: Tree, name: str, number: int) -> int:
    kind = kinds.named("blog")
    assert isinstance(kind, FilesKind)
    lines = kind.open(tree).lines()
    db.session.rollback()
    with writing():
        return Import.read("blog", name, Found.of(lines), by=people.person(number)).id


def _go_on(import_number: int, tree: Tree, number: int) -> None:
    import_ = db.session.get_one(Import, import_number)
    with click.progressbar(length=import_.total, label="Posts") as bar:
        for reached in _steps(import_number, tree, number):
            bar.update(reached - bar.pos)


def _steps(import_number: int, tree: Tree, number: int) -> Iterator[int]:
    """How far it is after each step."""
    import_ = db.session.get_one(Import, import_number)
    while import_.goes_on:
        step = steps.ahead(import_, tree, people.person(number), patience=PATIENCE)
        with writing():
            import_ = db.session.get_one(Import, import_number)
            steps.take(import_, step, people.person(number))
        import_ = db.session.get_one(Import, import_number)
        yield import_.reached


def _report(import_number: int) -> None:
    """Every file that needs a word, and how many there are of each kind."""
    for note in queries.all_notes(import_number):
        for remark in note.remarks:
            click.echo(f"{note.place}: {Remark(*remark)}")
    for outcome, count in queries.tally(import_number).items():
        click.echo(f"{count:>6}  {gettext(WORDS[outcome])}")
