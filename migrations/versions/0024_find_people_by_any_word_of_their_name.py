"""Find people by any word of their name: each word is a row, ordered by its letters' numbers."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

AT_ONCE = 1000


def upgrade() -> None:
    word = sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql")
    words = op.create_table(
        "name_words",
        sa.Column("word", word, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_name_words_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("word", "person_id", name=op.f("pk_name_words")),
    )
    op.create_index(op.f("ix_name_words_person_id"), "name_words", ["person_id"])

    people = op.get_bind().execute(sa.text("SELECT id, name FROM people")).all()
    for at in range(0, len(people), AT_ONCE):
        rows = [
            {"word": word, "person_id": number}
            for number, name in people[at : at + AT_ONCE]
            for word in _words_of(name)
        ]
        op.bulk_insert(words, rows)


def downgrade() -> None:
    op.drop_table("name_words")


def _words_of(name: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return list(dict.fromkeys(word[:40] for word in re.split(r"[\W_]+", plain) if word))[:10]
