"""Open spaces.

A post stands in one, or in none and so in the whole house.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "spaces",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("sort_name", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.String(length=200), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("about_html", sa.Text(), nullable=False),
        sa.Column("colour", sa.String(length=40), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("visibility", sa.String(length=40), nullable=False),
        sa.Column("joining", sa.String(length=40), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_spaces_a_space_has_a_name")),
        sa.CheckConstraint(
            "visibility <> 'hidden' OR joining = 'invite'",
            name=op.f("ck_spaces_what_is_hidden_is_by_invitation"),
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["spaces.id"], name=op.f("fk_spaces_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spaces")),
    )
    op.create_index("ix_spaces_directory", "spaces", ["sort_name", "id"])
    op.create_index(op.f("ix_spaces_parent_id"), "spaces", ["parent_id"])
    op.create_table(
        "memberships",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        *_space_and_person("memberships"),
    )
    op.create_index("ix_memberships_person", "memberships", ["person_id", "space_id"])
    op.create_table(
        "join_requests",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("declined_at", sa.DateTime(), nullable=True),
        sa.Column("answer", sa.String(length=500), nullable=False),
        *_space_and_person("join_requests"),
    )
    op.create_index("ix_join_requests_person", "join_requests", ["person_id", "space_id"])
    op.create_table(
        "space_invitations",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("invited_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["people.id"], name=op.f("fk_space_invitations_invited_by")
        ),
        *_space_and_person("space_invitations"),
    )
    op.create_index("ix_space_invitations_person", "space_invitations", ["person_id", "space_id"])
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("space_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_posts_space_id"), "spaces", ["space_id"], ["id"])
        batch_op.create_index("ix_posts_space", ["space_id", "state", "published_at", "id"])


def downgrade() -> None:
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_index("ix_posts_space")
        batch_op.drop_constraint(batch_op.f("fk_posts_space_id"), type_="foreignkey")
        batch_op.drop_column("space_id")
    for table in ("space_invitations", "join_requests", "memberships", "spaces"):
        op.drop_table(table)


def _space_and_person(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["space_id"], ["spaces.id"], name=op.f(f"fk_{table}_space_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id")),
        sa.PrimaryKeyConstraint("space_id", "person_id", name=op.f(f"pk_{table}")),
    ]
