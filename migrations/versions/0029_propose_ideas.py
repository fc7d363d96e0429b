"""Propose ideas.

What is proposed, what was decided of it step by step, who supports it, who works on it, and what
they write for one another.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "idea_groups",
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("html_version", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_idea_groups"),
    )
    op.create_table(
        "ideas",
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("problem_html", sa.Text(), nullable=False),
        sa.Column("audience", sa.String(length=200), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("change_html", sa.Text(), nullable=False),
        sa.Column("html_version", sa.Integer(), nullable=False),
        sa.Column("excerpt", sa.String(length=400), nullable=False),
        sa.Column("voice", sa.String(length=40), nullable=False),
        sa.Column("behalf_of_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=True),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reconsider", sa.String(length=2000), nullable=False),
        sa.Column("result", sa.String(length=2000), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("question", sa.String(length=1000), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answer_html", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("days_left", sa.Integer(), nullable=True),
        sa.Column("late_told_on", sa.Date(), nullable=True),
        sa.Column("escalated_on", sa.Date(), nullable=True),
        sa.Column("first_decided_at", sa.DateTime(), nullable=True),
        sa.Column("first_days", sa.Integer(), nullable=True),
        sa.Column("first_in_time", sa.Boolean(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("survivor_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "(voice = 'colleague') = (behalf_of_id IS NOT NULL)",
            name="ck_ideas_a_colleague_has_a_name",
        ),
        sa.CheckConstraint("title <> ''", name="ck_ideas_an_idea_has_a_title"),
        sa.CheckConstraint(
            "verdict <> 'declined' OR reason_id IS NOT NULL", name="ck_ideas_a_no_has_a_reason"
        ),
        sa.CheckConstraint(
            "verdict <> 'done' OR result <> ''", name="ck_ideas_what_is_done_has_a_result"
        ),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name="fk_ideas_answered_by"),
        sa.ForeignKeyConstraint(["area_id"], ["terms.id"], name="fk_ideas_area_id"),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_ideas_author_id"),
        sa.ForeignKeyConstraint(["behalf_of_id"], ["people.id"], name="fk_ideas_behalf_of_id"),
        sa.ForeignKeyConstraint(["group_id"], ["idea_groups.id"], name="fk_ideas_group_id"),
        sa.ForeignKeyConstraint(["merged_into_id"], ["ideas.id"], name="fk_ideas_merged_into_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name="fk_ideas_owner_id"),
        sa.ForeignKeyConstraint(["reason_id"], ["terms.id"], name="fk_ideas_reason_id"),
        sa.ForeignKeyConstraint(["survivor_id"], ["ideas.id"], name="fk_ideas_survivor_id"),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["people.id"], name="fk_ideas_withdrawn_by"),
        sa.PrimaryKeyConstraint("id", name="pk_ideas"),
    )
    op.create_index("ix_ideas_author", "ideas", ["author_id", "id"])
    op.create_index("ix_ideas_behalf_of_id", "ideas", ["behalf_of_id"])
    op.create_index("ix_ideas_due", "ideas", ["due_on"])
    op.create_index("ix_ideas_group", "ideas", ["group_id"])
    op.create_index("ix_ideas_merged_into_id", "ideas", ["merged_into_id"])
    op.create_index("ix_ideas_newest", "ideas", ["standing", "survivor_id", "verdict", "id"])
    op.create_index(
        "ix_ideas_oldest", "ideas", ["standing", "survivor_id", "verdict", "since", "id"]
    )
    op.create_index("ix_ideas_owner", "ideas", ["owner_id", "verdict"])
    op.create_index(
        "ix_ideas_scored", "ideas", ["standing", "survivor_id", "verdict", "score", "id"]
    )
    op.create_index(
        "ix_ideas_supported", "ideas", ["standing", "survivor_id", "verdict", "supporters", "id"]
    )
    op.create_index("ix_ideas_survivor_id", "ideas", ["survivor_id"])

    op.create_table(
        "idea_evaluators",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_idea_evaluators_asked_by"),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name="fk_idea_evaluators_idea_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_idea_evaluators_person_id"),
        sa.PrimaryKeyConstraint("idea_id", "person_id", name="pk_idea_evaluators"),
    )
    op.create_index("ix_idea_evaluators_person", "idea_evaluators", ["person_id", "done_at"])

    op.create_table(
        "idea_notes",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("html_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_idea_notes_author_id"),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name="fk_idea_notes_idea_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_idea_notes"),
    )
    op.create_index("ix_idea_notes_idea", "idea_notes", ["idea_id", "id"])

    op.create_table(
        "idea_steps",
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reconsider", sa.String(length=2000), nullable=False),
        sa.Column("result", sa.String(length=2000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["terms.id"], name="fk_idea_steps_area_id"),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_idea_steps_by_id"),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name="fk_idea_steps_idea_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["ideas.id"], name="fk_idea_steps_other_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_idea_steps_person_id"),
        sa.ForeignKeyConstraint(["reason_id"], ["terms.id"], name="fk_idea_steps_reason_id"),
        sa.PrimaryKeyConstraint("id", name="pk_idea_steps"),
    )
    op.create_index("ix_idea_steps_idea", "idea_steps", ["idea_id", "id"])

    op.create_table(
        "idea_supports",
        sa.Column("given_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.Integer(), nullable=False),
        sa.Column("is_sponsor", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["given_id"], ["ideas.id"], name="fk_idea_supports_given_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["idea_id"], ["ideas.id"], name="fk_idea_supports_idea_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_idea_supports_person_id"),
        sa.PrimaryKeyConstraint("given_id", "person_id", name="pk_idea_supports"),
    )
    op.create_index("ix_idea_supports_idea", "idea_supports", ["idea_id", "person_id"])
    op.create_index("ix_idea_supports_person", "idea_supports", ["person_id", "idea_id"])


def downgrade() -> None:
    op.drop_table("idea_supports")
    op.drop_table("idea_steps")
    op.drop_table("idea_notes")
    op.drop_table("idea_evaluators")
    op.drop_table("ideas")
    op.drop_table("idea_groups")
