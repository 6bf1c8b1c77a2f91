"""Pictures and files. Their originals are private; what may be shown passes ``portal.access``."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from portal.access.media import file_url, original_upload_to, private_storage, rendition_storage, rendition_upload_to
from portal.picture_fields import PictureFileField


class PortalImage(AbstractImage):
    """A picture. Wagtail's ``description`` is its alternative text, apart from caption and credit."""

    file = PictureFileField(
        _("file"),
        upload_to=original_upload_to,
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    credit = models.CharField(
        _("picture credit"), max_length=120, blank=True, help_text=_("Who took the picture, for example: Minh Hà.")
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields: ClassVar[list[Any]] = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def get_upload_to(self, filename: str) -> str:
        return original_upload_to(self, filename)

    @property
    def default_alt_text(self) -> str:
        return (self.description or "").strip()


class PortalRendition(AbstractRendition):
    """A picture at one size and format, kept on the public or the private side as its picture's collection says."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")
    file = models.ImageField(
        upload_to=rendition_upload_to, storage=rendition_storage, width_field="width", height_field="height"
    )

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        indexes: ClassVar = [models.Index(fields=["file"], name="rendition_file")]

    def get_upload_to(self, filename: str) -> str:
        return rendition_upload_to(self, filename)


class PortalFile(AbstractDocument):
    """A file that pages offer for download, always served through the checked view."""

    file = models.FileField(_("file"), upload_to=original_upload_to, storage=private_storage)

    admin_form_fields: ClassVar[tuple[str, ...]] = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def clean(self) -> None:
        """Wagtail's check of the ending says something only about a file that is there; a form says the rest."""
        if self.file:
            super().clean()

    @property
    def url(self) -> str:
        return file_url(self)
