"""What one fills in to write a post."""

from wtforms import HiddenField, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from app.attachments.covers import Covered
from app.blog.forms.moments import to_come
from app.blog.models import LONGEST_NOTE, LONGEST_TITLE, Post
from app.blog.publishing import Manuscript
from app.catalogue import queries as catalogue
from app.catalogue.forms import TagsField, TermsField
from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import Form, MarkdownField, MomentField, NumberField
from app.core.i18n import LANGUAGES
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.drafts.continuing import Drafted, register
from app.spaces.places import PlaceField

register(Drafted("post", new="blog.posts.new", edit="blog.posts.edit"))


class PreviewForm(Form):
    text = MarkdownField(_l("Text"))


class PostForm(Discreet, Covered, Form):
    looked_through: tuple[str, ...] = ("title", "text", "cover_alt")

    title = StringField(
        _l("Title"),
        [
            DataRequired(_l("Give it a title, so that people find it.")),
            Length(max=LONGEST_TITLE, message=_l("A title has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    text = MarkdownField(_l("Text"), [DataRequired(_l("Write something: a sentence is enough."))])
    tags = TagsField(_l("Tags"))
    terms = TermsField(_l("What has it to do with?"))
    language = SelectField(
        _l("Language of the post"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    draft = HiddenField()
    draft_version = HiddenField()

    @property
    def manuscript(self) -> Manuscript:
        """What was written, once the form is valid."""
        return Manuscript(
            title=self.title.data,
            text=self.text.data,
            rendered=self.text.rendered,
            language=self.language.data,
            tags=self.tags.names,
            terms=self.terms.data,
            cover=self.kept_cover,
            cover_alt=self.cover_alt.data if self.kept_cover else "",
        )


class NewPostForm(PostForm):
    once = OnceField()
    space = PlaceField(_l("Where it stands"))
    due = MomentField(_l("Publish it on"), [Optional(), to_come])
    expires = MomentField(_l("Valid until"), [Optional(), to_come])

    def validate_expires(self, expires: MomentField) -> None:
        if self.due.data and expires.data and expires.data <= self.due.data:
            raise ValidationError(_l("It would be over before it begins."))


class EditPostForm(PostForm):
    looked_through = (*PostForm.looked_through, "note")

    note = StringField(
        _l("What changes"),
        [Length(max=LONGEST_NOTE, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, post: Post) -> "EditPostForm":
        """The form as the post is now."""
        cover = post.cover
        return cls(
            formdata=None,
            title=post.title,
            text=post.text,
            tags=", ".join(row.name for row in catalogue.tags_of("post", post.id)),
            terms=[row.id for row in catalogue.terms_of("post", post.id)],
            language=post.language,
            cover=cover.key if cover else "",
            cover_alt=cover.alt if cover else "",
            version=post.version,
        )

    def face(self, post: Post) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = post.version, [str(post.version)]
