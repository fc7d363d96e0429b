"""What no audit writes may stand in a column all the same: it is told, and stops nobody."""

import pytest
from sqlalchemy.exc import DataError

from app.core.db import db
from tests.audit.books import findings, sealed, tamper


@pytest.mark.parametrize(
    "change",
    [
        "audit_entries SET details = '{\"a\": NaN}'",
        "audit_entries SET details = '{'",
        "audit_seals SET spans = '{'",
        "audit_entries SET created_at = 'before'",
    ],
)
def test_what_cannot_be_read_was_altered(ane, change):
    """PostgreSQL does not even take it."""
    sealed(ane, 3)
    if db.engine.dialect.name == "postgresql":
        with pytest.raises(DataError):
            tamper(f"UPDATE {change}")
        assert findings() == []
    else:
        tamper(f"UPDATE {change}")
        assert findings()[-1].startswith("What follows cannot be read")
