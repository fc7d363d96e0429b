"""What one fills in on the blog."""

from app.blog.forms.moments import AskingForm, DueForm, ExpiryForm, FeatureForm, ReturnForm
from app.blog.forms.place import PlaceForm
from app.blog.forms.writing import EditPostForm, NewPostForm, PostForm, PreviewForm

__all__ = [
    "AskingForm",
    "DueForm",
    "EditPostForm",
    "ExpiryForm",
    "FeatureForm",
    "NewPostForm",
    "PlaceForm",
    "PostForm",
    "PreviewForm",
    "ReturnForm",
]
