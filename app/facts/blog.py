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
class PostMoved(Fact):
    """It does not say from where or where to: not everybody knows of either."""

    says = N_("%(actor)s moved %(title)s to another space")
    says_you = N_("You moved %(title)s to another space")
    audited = True

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostScheduled(Fact):
    says = N_("%(actor)s gave %(title)s a date")
    says_you = N_("You gave %(title)s a date")
    audited = False
    news = False

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostExpired(Fact):
    says = N_("The time of %(title)s was over")
    audited = False
    news = False

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostRenewed(Fact):
    says = N_("%(actor)s gave %(title)s more time")
    says_you = N_("You gave %(title)s more time")
    audited = False
    news = False
    undoes = PostExpired

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostFeatured(Fact):
    says = N_("%(actor)s featured %(title)s")
    says_you = N_("You featured %(title)s")
    audited = True

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class PostUnfeatured(Fact):
    says = N_("%(actor)s no longer features %(title)s")
    says_you = N_("You no longer feature %(title)s")
    audited = True
    news = False
    undoes = PostFeatured

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class AuthorAdded(Fact):
    """`person` is to hear of it: they may edit it from now on."""

    says = N_("%(actor)s added an author to %(title)s")
    says_you = N_("You added an author to %(title)s")
    audited = True
    news = False

    post: "Post"
    person: "Person"

    @property
    def addressees(self) -> list[int]:
        return [self.person.id]


@dataclass(frozen=True, kw_only=True)
class AuthorRemoved(Fact):
    says = N_("%(actor)s took an author off %(title)s")
    says_you = N_("You took an author off %(title)s")
    audited = True
    news = False
    undoes = AuthorAdded

    post: "Post"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class PostSubmitted(Fact):
    """Whoever runs its space is to look at it."""

    says = N_("%(actor)s asks for approval of %(title)s")
    says_you = N_("You ask for approval of %(title)s")
    audited = False
    news = False

    post: "Post"

    @property
    def addressees(self) -> list[int]:
        return self.post.space.run_by if self.post.space else []


@dataclass(frozen=True, kw_only=True)
class PostApproved(Fact):
    says = N_("%(actor)s approved %(title)s")
    says_you = N_("You approved %(title)s")
    audited = True
    news = False

    post: "Post"

    @property
    def addressees(self) -> list[int]:
        return [one.person_id for one in self.post.authors if one.person_id]


@dataclass(frozen=True, kw_only=True)
class PostReturned(Fact):
    says = N_("%(actor)s gave %(title)s back, with words")
    says_you = N_("You gave %(title)s back, with words")
    audited = True
    news = False

    post: "Post"

    @property
    def addressees(self) -> list[int]:
        return [one.person_id for one in self.post.authors if one.person_id]


@dataclass(frozen=True, kw_only=True)
class ConfirmationAsked(Fact):
    """Whoever may see the post is asked to say that they read it."""

    says = N_("%(actor)s asks everybody to confirm they have read %(title)s")
    says_you = N_("You ask everybody to confirm they have read %(title)s")
    audited = True

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class ConfirmationNoLongerAsked(Fact):
    says = N_("%(actor)s no longer asks who has read %(title)s")
    says_you = N_("You no longer ask who has read %(title)s")
    audited = True
    news = False
    undoes = ConfirmationAsked

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class ReadersReminded(Fact):
    """Those of its audience who have not confirmed are to hear of it once more."""

    says = N_("%(actor)s reminded those who have not read %(title)s")
    says_you = N_("You reminded those who have not read %(title)s")
    audited = True
    news = False

    post: "Post"


@dataclass(frozen=True, kw_only=True)
class ConfirmationsExported(Fact):
    says = N_("%(actor)s took out the list of who has read %(title)s: %(people)s")
    says_you = N_("You took out the list of who has read %(title)s: %(people)s")
    audited = True
    news = False

    post: "Post"
    people: int


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
