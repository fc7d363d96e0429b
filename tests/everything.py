"""`make test`: everything that must hold, one step after another, and what came of it.

`CI=1` turns whatever was skipped into a failure; `LONG=1` adds the tests marked `long`.
"""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "build" / "tests"
IS_STRICT = os.environ.get("CI", "") not in {"", "0", "false"}

# Where a PostgreSQL is looked for when TEST_DATABASE_URL names none.
NEARBY = (
    "postgresql+psycopg://postgres@127.0.0.1:5432/postgres",
    "postgresql+psycopg://postgres@/postgres",
    "postgresql+psycopg:///postgres",
)


@dataclass
class Step:
    name: str
    passed: bool
    said: str
    seconds: float = 0.0

    def __str__(self) -> str:
        mark = "ok  " if self.passed else "FAIL"
        return f"  {mark}  {self.name:<24} {self.said:<44} {self.seconds:6.1f} s"


def check(name: str, *command: str) -> Step:
    """Run a tool of the virtual environment; it holds if the tool says 0."""
    _announce(name)
    began = time.monotonic()
    code = subprocess.call([sys.executable, "-m", *command], cwd=ROOT)
    said = "holds" if code == 0 else f"exit code {code}"
    return Step(name, code == 0, said, time.monotonic() - began)


def suite(name: str, *options: str, database: str = "") -> Step:
    """Run pytest on SQLite, or on the PostgreSQL server at `database`."""
    _announce(name)
    report = REPORTS / f"{name.replace(' ', '-')}.xml"
    report.unlink(missing_ok=True)
    began = time.monotonic()
    code = subprocess.call(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--junitxml={report}", *options],
        cwd=ROOT,
        env=os.environ | {"TEST_DATABASE_URL": database},
    )
    return Step(name, code == 0, _counted(report, code), time.monotonic() - began)


def skipped(name: str, why: str) -> Step:
    _announce(name)
    print(f"!!! SKIPPED: {why}", flush=True)
    return Step(name, not IS_STRICT, f"SKIPPED: {why}")


def postgresql() -> str:
    """The address of a server where databases can be made, or nothing."""
    wanted = os.environ.get("TEST_DATABASE_URL")
    for address in (wanted,) if wanted else NEARBY:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, connect_args={"connect_timeout": 3})
        try:
            with engine.connect() as connection:
                may = connection.scalar(
                    text(
                        "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                    )
                )
        except SQLAlchemyError:
            continue
        finally:
            engine.dispose()
        if may:
            return url.render_as_string(hide_password=False)
    return ""


def steps() -> list[Step]:
    database = postgresql()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    where = make_url(database).render_as_string(hide_password=True) if database else "not found"
    print(f"PostgreSQL: {where}\nChromium:   {chromium or 'not found'}", flush=True)
    return [
        check("lint", "ruff", "check"),
        check("format", "ruff", "format", "--check"),
        check("templates", "djlint", "--lint", "--quiet", "app/templates"),
        check("types", "mypy"),
        suite("suite on SQLite", "-m", "not browser"),
        suite("suite on PostgreSQL", "-m", "not browser and not alone", database=database)
        if database
        else skipped("suite on PostgreSQL", "no server; start one or set TEST_DATABASE_URL"),
        suite("browser", "-m", "browser")
        if chromium
        else skipped("browser", "no Chromium; install Debian’s package chromium"),
    ]


def main() -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    done = steps()
    print("\n" + "=" * 86)
    print(*done, sep="\n")
    failed = [step.name for step in done if not step.passed]
    verdict = f"These do not hold: {', '.join(failed)}." if failed else "Everything holds."
    print(f"\n{verdict} {time.monotonic() - began:.0f} s.")
    return bool(failed)


def _announce(name: str) -> None:
    print(f"\n--- {name} ".ljust(86, "-"), flush=True)


def _counted(report: Path, code: int) -> str:
    if not report.exists():
        return f"no report, exit code {code}"
    totals = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for part in ElementTree.parse(report).iter("testsuite"):
        for kind in totals:
            totals[kind] += int(part.get(kind, 0))
    failed = totals["failures"] + totals["errors"]
    passed = totals["tests"] - failed - totals["skipped"]
    said = f"{passed} passed, {failed} failed, {totals['skipped']} skipped"
    return said if code in {0, 1} else f"{said}; exit code {code}"


if __name__ == "__main__":
    sys.exit(main())
