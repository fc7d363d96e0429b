"""Know some reasons for a no.

Without one nothing can be declined. From then on they are the governance team's.
"""

import json
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"

SEEDS = Path(__file__).parent.parent / "seeds" / "reasons.json"
TEXTS = [f"{what}{language}" for what in ("name", "lead") for language in ("", "_eu", "_en", "_pt")]
TERMS = sa.table(
    "terms",
    *(sa.column(name) for name in ("kind", "slug", "position", "version", *TEXTS)),
    sa.column("created_at", sa.DateTime),
)


def upgrade() -> None:
    rows = []
    for position, term in enumerate(json.loads(SEEDS.read_text())["reasons"], start=1):
        row = {"kind": "reasons", "slug": term["slug"], "position": position, "version": 1}
        for text in TEXTS:
            what, _, language = text.partition("_")
            row[text] = term[what][language or "es"]
        rows.append(row | {"created_at": datetime(2026, 11, 26)})
    op.bulk_insert(TERMS, rows)


def downgrade() -> None:
    """What somebody was told stays."""
    op.execute(
        "DELETE FROM terms WHERE kind = 'reasons'"
        " AND id NOT IN (SELECT reason_id FROM ideas WHERE reason_id IS NOT NULL)"
        " AND id NOT IN (SELECT reason_id FROM idea_steps WHERE reason_id IS NOT NULL)"
    )
