"""Packages of the tests that have a module for each feature, found without being listed."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType


def modules(package: str) -> Iterator[ModuleType]:
    """Those of this package, by name; without `base`, on which they stand."""
    names = sorted(one.name for one in pkgutil.iter_modules(import_module(package).__path__))
    yield from (import_module(f"{package}.{name}") for name in names if name != "base")
