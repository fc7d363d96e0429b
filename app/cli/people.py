"""`flask people`: accounts, from the server itself."""

import sys

import click
from flask.cli import AppGroup

from app.core.db import writing
from app.core.fields import line
from app.core.i18n import LANGUAGES
from app.people import passwords, queries
from app.people.models import Person, Role

people = AppGroup("people", help="Accounts: add and close them, their roles, a new password.")

ROLE = click.Choice([role.value for role in Role])


@people.command()
@click.argument("email")
@click.argument("name")
@click.option("--role", "roles", type=ROLE, multiple=True, help="May be given several times.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="es", show_default=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line.")
@click.option("--invite", "invites", is_flag=True, help="They choose the password, by a letter.")
def add(
    email: str,
    name: str,
    roles: tuple[str, ...],
    language: str,
    password_stdin: bool,
    invites: bool,
) -> None:
    """Open an account for EMAIL, whom people know as NAME."""
    if invites and password_stdin:
        raise click.UsageError("--invite and --password-stdin do not go together.")
    name, email = line(name), line(email)
    if "@" not in email or len(email) > 254:
        raise click.BadParameter("that is not an email address", param_hint="EMAIL")
    if not 1 <= len(name) <= 120:
        raise click.BadParameter("a name has 1 to 120 letters", param_hint="NAME")
    password_hash = (
        None if invites else passwords.hashed(_password(password_stdin, name=name, email=email))
    )
    with writing():
        if queries.by_email(email):
            raise click.ClickException(f"{email} has an account already.")
        person = Person.join(name, email, by=None, password_hash=password_hash, language=language)
        for role in roles:
            person.grant(Role(role), by=None)
        if invites:
            person.invite(by=None)
    click.echo(
        f"{name} is invited by a letter to {email}."
        if invites
        else f"{name} can sign in as {email}."
    )


@people.command()
@click.argument("email")
def invite(email: str) -> None:
    """Send somebody without a password a letter to choose one; it ends the letter before."""
    with writing():
        if _named(email).invite(by=None) is None:
            raise click.ClickException(f"{email} has a password, or the account is closed.")
    click.echo(f"A letter is on its way to {email}. The worker sends it.")


@people.command()
@click.argument("email")
@click.argument("role", type=ROLE)
def grant(email: str, role: str) -> None:
    """Give somebody a role."""
    with writing():
        _named(email).grant(Role(role), by=None)
    click.echo(f"{email} now has the role {role}.")


@people.command()
@click.argument("email")
@click.argument("role", type=ROLE)
def withdraw(email: str, role: str) -> None:
    """Take a role away. Whoever loses one is signed out everywhere."""
    with writing():
        _named(email).withdraw(Role(role), by=None)
    click.echo(f"{email} no longer has the role {role}.")


@people.command()
@click.argument("email")
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line.")
def password(email: str, password_stdin: bool) -> None:
    """Give somebody who forgot theirs a new password. It signs them out everywhere."""
    person = _named(email)
    password_hash = passwords.hashed(_password(password_stdin, name=person.name, email=email))
    with writing():
        _named(email).change_password(password_hash, keeping="", by=None)
    click.echo(f"{email} signs in with the new password.")


@people.command()
@click.argument("email")
def disable(email: str) -> None:
    """Close an account. Its sessions end at once; what it wrote stays."""
    with writing():
        _named(email).disable(by=None)
    click.echo(f"The account of {email} is closed.")


@people.command()
@click.argument("email")
def enable(email: str) -> None:
    """Open a closed account again."""
    with writing():
        _named(email).enable(by=None)
    click.echo(f"The account of {email} is open.")


def _named(email: str) -> Person:
    if person := queries.by_email(email):
        return person
    raise click.ClickException(f"Nobody has the address {email}.")


def _password(from_stdin: bool, *, name: str, email: str) -> str:
    password = (
        sys.stdin.readline().rstrip("\r\n")
        if from_stdin
        else click.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    if reason := passwords.why_not(password, name=name, email=email):
        raise click.ClickException(reason)
    return password
