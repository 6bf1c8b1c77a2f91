"""Uploading pictures and files in the admin: what is wrong with a file is said in its form, and never ends in an error.

A picture is cleaned here, in a process with bounds; on every other road where it is saved
(``portal.picture_uploads.clean_upload``).
"""

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.views.multiple import AddView

from portal.blocks import ALT_HELP
from portal.editorial.shown_media import Shown, kept_by
from portal.file_contents import check_content
from portal.picture_uploads import CleanPicture, cleaned_within_bounds
from portal.text import normalise

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def extension_of(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


class PictureField(WagtailImageField):
    """A picture file, looked at before anything else opens it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        formats = ", ".join(sorted(set(self.allowed_image_extensions))).upper()
        size = filesizeformat(self.max_upload_size)
        self.help_text = _("%(formats)s, at most %(size)s.") % {"formats": formats, "size": size}
        self.error_messages |= {
            "invalid_image": _("This file is not a picture that can be read. Save it again as JPEG or PNG."),
            "invalid_image_extension": _(
                "The type of this file is not supported. Pictures can be %(formats)s; save it as JPEG or PNG."
            )
            % {"formats": formats},
            "file_too_large_unknown_size": _(
                "The picture exceeds the allowed size of %(size)s. Reduce it and try again."
            )
            % {"size": size},
        }

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return None
        if data.size > self.max_upload_size:
            self.refuse("file_too_large_unknown_size")
        if extension_of(data.name) not in self.allowed_image_extensions:
            self.refuse("invalid_image_extension")
        # Wagtail and Django would unfold the picture here and ask once more what was asked there.
        return forms.FileField.to_python(self, self.cleaned(data))

    def cleaned(self, data: Any) -> CleanPicture:
        """The picture in ``data`` as it is kept; what is no picture, or more than one, is refused.

        Raises:
            ValidationError: with what is wrong and what to do.
        """
        data.seek(0)
        raw, name = data.read(), PurePath(normalise(data.name))
        cleaned = cleaned_within_bounds(raw, extension_of(data.name), self.max_image_pixels)
        if cleaned is None:
            return CleanPicture(raw, name=name.name)
        return CleanPicture(cleaned.content, name=f"{name.stem}.{cleaned.extension}")

    def refuse(self, code: str) -> None:
        """Raises: ValidationError."""
        raise ValidationError(self.error_messages[code], code=code)


class ShownForm(forms.ModelForm):
    """Refuses to change what readers see of a medium without the approval that the page needs."""

    shown: ClassVar[frozenset[str]]
    refused: ClassVar[dict[Shown, "StrOrPromise"]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.changed_by = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean()
        changed = [name for name in self.changed_data if name in self.shown]
        if changed and self.instance.pk and self.changed_by and (where := kept_by(self.instance, self.changed_by)):
            name = changed[0]
            self.add_error(None if self.fields[name].widget.is_hidden else name, str(self.refused[where]))
        return cleaned


class PictureForm(ShownForm, BaseImageForm):
    """A picture with its alternative text, which is required: who adds it knows what it shows.

    Pages hold a copy of that text, so it is not among what readers see.
    """

    shown = frozenset({"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"})
    refused: ClassVar[dict[Shown, "StrOrPromise"]] = {
        Shown.PUBLISHED: _(
            "This picture stands in a published article. Upload the other one as a new picture, change the article and "
            "submit it for review."
        ),
        Shown.IN_REVIEW: _(
            "This picture stands in an article that is being reviewed. Exchange it when the article has been returned or "
            "withdrawn; or upload the other one as a new picture and change the article."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PictureField(label=wagtails.label, widget=wagtails.widget, required=wagtails.required)
        if "description" in self.fields:
            text = self.fields["description"]
            text.label, text.help_text, text.required = capfirst(str(_("alternative text"))), ALT_HELP, True

    def clean_title(self) -> str:
        return normalise(self.cleaned_data["title"])

    def clean_description(self) -> str:
        return normalise(self.cleaned_data["description"])


class AvatarForm(AvatarPreferencesForm):
    """Wagtail's form of one's own picture, with a file looked at before anything opens it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wagtails = self.fields["avatar"]
        self.fields["avatar"] = PictureField(label=wagtails.label, widget=wagtails.widget, required=False)


def look_at_avatars() -> None:
    """Wagtail would open whatever Pillow reads, and hand an EPS on to Ghostscript."""
    AvatarSettingsPanel.form_class = AvatarForm
    AvatarSettingsPanel.template_name = "portal_admin/own_picture.html"


class PictureUploadView(AddView):
    """Many pictures at once: each is taken first and asked for its alternative text then.

    Wagtail would put pictures without it into the public folder until it is given.
    """

    def get_upload_form_class(self) -> type[forms.ModelForm]:
        class FileFirst(super().get_upload_form_class()):  # type: ignore[misc]
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                self.fields["description"].required = False

        return FileFirst


class FileField(WagtailDocumentField):
    """A file for download."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        endings = ", ".join(sorted(settings.WAGTAILDOCS_EXTENSIONS)).upper()
        size = filesizeformat(self.max_upload_size)
        self.help_text = _("%(formats)s, at most %(size)s.") % {"formats": endings, "size": size}
        too_large = _("The file exceeds the allowed size of %(size)s. Reduce it and try again.") % {"size": size}
        self.error_messages |= {
            "file_too_large": too_large,
            "file_too_large_unknown_size": too_large,
            "empty": _("The file is empty. Choose another one."),
            "type_not_allowed": _("The type of this file is not supported. Allowed are: %(formats)s.")
            % {"formats": endings},
        }

    def check_document_file_size(self, f: UploadedFile) -> None:
        if f.size is not None and f.size > self.max_upload_size:
            raise ValidationError(self.error_messages["file_too_large"], code="file_too_large")

    def to_python(self, data: Any) -> Any:
        uploaded = super().to_python(data)
        if uploaded is not None:
            if extension_of(uploaded.name) not in settings.WAGTAILDOCS_EXTENSIONS:
                raise ValidationError(self.error_messages["type_not_allowed"], code="type_not_allowed")
            check_content(uploaded, extension_of(uploaded.name))
            uploaded.name = normalise(uploaded.name)
        return uploaded


class FileForm(ShownForm, BaseDocumentForm):
    """A file; its name and title come in as NFC, however the sender's computer writes them."""

    shown = frozenset({"file", "title"})
    refused: ClassVar[dict[Shown, "StrOrPromise"]] = {
        Shown.PUBLISHED: _(
            "This file stands in a published article. Upload the other one as a new file, change the article and "
            "submit it for review."
        ),
        Shown.IN_REVIEW: _(
            "This file stands in an article that is being reviewed. Exchange it when the article has been returned or "
            "withdrawn; or upload the other one as a new file and change the article."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = FileField(label=wagtails.label, widget=wagtails.widget, required=wagtails.required)

    def clean_title(self) -> str:
        return normalise(self.cleaned_data["title"])


def picture_script() -> SafeString:
    """For ``insert_global_admin_js``."""
    return format_html('<script defer src="{}"></script>', static("portal/admin/pictures.js"))


def media_urls() -> list[URLPattern]:
    """For ``portal.admin.urls``, before Wagtail's own."""
    return [
        path(
            "images/multiple/add/", require_admin_access(PictureUploadView.as_view()), name="portal_admin_add_pictures"
        )
    ]
