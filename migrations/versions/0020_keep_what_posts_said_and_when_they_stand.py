"""Keep what posts said, and when they stand.

Every post that is here has its first revision: what it says now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

MOMENTS = ("expires_at", "featured_until", "asks_since", "asks_until", "reminded_at")


def upgrade() -> None:
    with op.batch_alter_table("posts", schema=None) as batch_op:
        for moment in MOMENTS:
            batch_op.add_column(sa.Column(moment, sa.DateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("last_revision", sa.Integer(), nullable=False, server_default="1")
        )
        batch_op.create_index("ix_posts_expires", ["expires_at"])
        batch_op.create_index("ix_posts_featured", ["featured_until"])

    op.create_table(
        "post_revisions",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=False),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["posts.id"],
            name=op.f("fk_post_revisions_post_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["cover_id"], ["pictures.id"], name=op.f("fk_post_revisions_cover_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_post_revisions_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by"], ["people.id"], name=op.f("fk_post_revisions_reviewed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_revisions")),
    )
    op.create_index(
        "uq_post_revisions_number", "post_revisions", ["post_id", "number"], unique=True
    )
    op.create_index("ix_post_revisions_waiting", "post_revisions", ["state", "id"])
    _keep_what_is_there()

    op.create_table(
        "read_confirmations",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["posts.id"],
            name=op.f("fk_read_confirmations_post_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_read_confirmations_person_id")
        ),
        sa.PrimaryKeyConstraint("post_id", "person_id", name=op.f("pk_read_confirmations")),
    )
    op.create_index(op.f("ix_read_confirmations_person_id"), "read_confirmations", ["person_id"])
    op.create_table(
        "post_reader_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("registers", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["posts.id"],
            name=op.f("fk_post_reader_days_post_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("day", "post_id", name=op.f("pk_post_reader_days")),
    )
    op.create_table(
        "post_readers",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk_post_readers_post_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_post_readers")),
    )


def downgrade() -> None:
    for table in ("post_readers", "post_reader_days", "read_confirmations", "post_revisions"):
        op.drop_table(table)
    # Of another time's states none is known here: what nobody has read yet is withdrawn.
    op.execute("UPDATE posts SET state = 'published' WHERE state = 'expired'")
    op.execute("UPDATE posts SET state = 'withdrawn' WHERE state NOT IN ('published', 'withdrawn')")
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_index("ix_posts_featured")
        batch_op.drop_index("ix_posts_expires")
        batch_op.drop_column("last_revision")
        for moment in reversed(MOMENTS):
            batch_op.drop_column(moment)


def _keep_what_is_there() -> None:
    """In the database itself: there may be a hundred thousand."""
    gather = "json_agg" if op.get_bind().dialect.name == "postgresql" else "json_group_array"

    def gathered(rows: str) -> str:
        return f"coalesce((SELECT {gather}(word) FROM ({rows}) AS them), '[]')"

    tags = gathered(
        "SELECT tags.name AS word FROM tags JOIN taggings ON taggings.tag_id = tags.id"
        " WHERE taggings.subject_kind = 'post' AND taggings.subject_id = posts.id"
        " ORDER BY tags.slug"
    )
    pictures = gathered(
        "SELECT pictures.key AS word FROM pictures"
        " JOIN picture_uses ON picture_uses.picture_id = pictures.id"
        " WHERE picture_uses.subject_kind = 'post' AND picture_uses.subject_id = posts.id"
        " ORDER BY pictures.key"
    )
    op.execute(
        "INSERT INTO post_revisions (post_id, number, state, title, language, text, html, tags,"
        " pictures, cover_id, person_id, note, words, created_at)"
        f" SELECT posts.id, 1, 'kept', title, language, text, html, {tags}, {pictures}, cover_id,"
        " (SELECT person_id FROM post_authors WHERE post_id = posts.id AND position = 0), '', '',"
        " coalesce(edited_at, published_at) FROM posts"
    )
