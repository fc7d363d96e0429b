"""Write the audit, and let nothing rewrite it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

GUARDED = ("audit_entries", "audit_seals")


def for_sqlite(table: str) -> list[str]:
    """`INSERT OR REPLACE` deletes without telling any trigger, so it is refused by itself."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE id = new.id) {refuse}",
    ]


def for_postgresql(table: str) -> list[str]:
    refuse = "EXECUTE FUNCTION audit_is_append_only()"
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
        f" FOR EACH STATEMENT {refuse}",
    ]


FUNCTION = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$
"""


def upgrade() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("fact", sa.String(length=60), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("thread_kind", sa.String(length=40), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("sign_in", sa.String(length=12), nullable=False),
        sa.Column("nonce", sa.String(length=16), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
    )
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entries_actor", ["actor_id", "id"])
        batch_op.create_index("ix_audit_entries_subject", ["subject_kind", "subject_id", "id"])
        batch_op.create_index("ix_audit_entries_fact", ["fact", "id"])
        batch_op.create_index("ix_audit_entries_sign_in", ["sign_in", "id"])
        batch_op.create_index("ix_audit_entries_created_at", ["created_at"])

    op.create_table(
        "audit_unsealed",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_unsealed")),
    )
    op.create_table(
        "audit_seals",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("entries", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
    )

    if op.get_bind().dialect.name == "sqlite":
        statements = [one for table in GUARDED for one in for_sqlite(table)]
    else:
        statements = [FUNCTION, *(one for table in GUARDED for one in for_postgresql(table))]
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("audit_seals")
    op.drop_table("audit_unsealed")
    op.drop_table("audit_entries")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_is_append_only()")
