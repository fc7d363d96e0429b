"""Answer many ideas at once.

Templates of answers in each language, ways of looking that somebody comes back to, and what was
done to several ideas at once, so that all of it can be taken back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    op.create_table(
        "idea_answer_templates",
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("said_with", sa.String(120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_eu", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("text_pt", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "title <> ''", name=op.f("ck_idea_answer_templates_a_template_has_a_title")
        ),
        sa.CheckConstraint(
            "text <> ''", name=op.f("ck_idea_answer_templates_a_template_says_something")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_answer_templates")),
    )
    op.create_index(
        "ix_idea_answer_templates_offered", "idea_answer_templates", ["retired_at", "title"]
    )
    op.create_table(
        "idea_views",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("slug", sa.String(60), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("is_table", sa.Boolean(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_idea_views_a_view_has_a_name")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_idea_views_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_views")),
        sa.UniqueConstraint("slug", name=op.f("uq_idea_views_slug")),
    )
    op.create_index("ix_idea_views_mine", "idea_views", ["person_id", "removed_at"])
    op.create_index("ix_idea_views_shared", "idea_views", ["is_shared", "removed_at"])
    op.create_table(
        "idea_batches",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("doing", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_idea_batches_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea_batches")),
    )
    op.create_index(op.f("ix_idea_batches_person_id"), "idea_batches", ["person_id"])
    op.create_table(
        "idea_batch_ideas",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("left", sa.String(40), nullable=True),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("kept", sa.String(40), nullable=True),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["idea_batches.id"],
            name=op.f("fk_idea_batch_ideas_batch_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["idea_id"],
            ["ideas.id"],
            name=op.f("fk_idea_batch_ideas_idea_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("batch_id", "idea_id", name=op.f("pk_idea_batch_ideas")),
    )


def downgrade() -> None:
    for table in ("idea_batch_ideas", "idea_batches", "idea_views", "idea_answer_templates"):
        op.drop_table(table)
