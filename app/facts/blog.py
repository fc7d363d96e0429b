"""What can happen on the blog."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.blog.models import Post
    from app.imports.models import Import
    from app.people.models import Person


@dataclass(frozen=True, kw_only=True)
class PostPublished(Fact):
    says = N_("%(actor)s published %(title)s")
    says_you = N_("You published %(title)s")
    audited = False

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostWithdrawn(Fact):
    says = N_("%(actor)s withdrew %(title)s")
    says_you = N_("You withdrew %(title)s")
    audited = True
    news = False
    undoes = PostPublished

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostRestored(Fact):
    says = N_("%(actor)s published %(title)s again")
    says_you = N_("You published %(title)s again")
    audited = True
    undoes = PostWithdrawn

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostsImported(Fact):
    says = N_("%(actor)s brought posts in from %(title)s: %(posts)s")
    says_you = N_("You brought posts in from %(title)s: %(posts)s")
    audited = True
    news = False

    source: "Import"
    posts: int


@dataclass(frozen=True, kw_only=True)
class PostsImportTakenBack(Fact):
    says = N_("%(actor)s took back the posts from %(title)s: %(posts)s")
    says_you = N_("You took back the posts from %(title)s: %(posts)s")
    audited = True
    news = False
    undoes = PostsImported

    source: "Import"
    posts: int


@dataclass(frozen=True, kw_only=True)
class PostsExported(Fact):
    says = N_("%(title)s took all posts out: %(posts)s")
    audited = True
    news = False

    person: "Person"
    posts: int
