"""What every run of the suite does: leave the long tests for later, and let no skip hide."""

import gc
import os

import pytest

IS_LONG = os.environ.get("LONG", "") not in {"", "0"}
IS_STRICT = os.environ.get("CI", "") not in {"", "0", "false"}


def pytest_collection_modifyitems(config, items):
    """Tests marked `long` run in `make test-long`, and when their file is named."""
    if IS_LONG or any("::" in argument for argument in config.args):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


def pytest_collection_finish():
    """The tests themselves are here to stay: collections need not look at a million of their
    objects, and so come in time for what each test leaves behind.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """With `CI=1` whatever was skipped was not shown to hold."""
    if IS_STRICT and exitstatus == 0 and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter):
    if IS_STRICT and (count := _skipped(terminalreporter.config)):
        terminalreporter.section("CI=1: a skipped test is a failed test", red=True)
        terminalreporter.line(f"{count} skipped")


def _skipped(config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0
