"""The column of a picture's file: how large the picture is stands in its head, and is read there."""

from typing import Any

from PIL import Image as Pillow
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from portal.picture_cleaning import DAMAGED, opened


class PictureFile(WagtailImageFieldFile):
    """Wagtail's unfolds the whole picture to know its size, in the web process and before anybody looked at it."""

    def get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Width and height; unknown where the file is no picture that the portal reads."""
        was_closed = self.closed
        self.open()
        try:
            return opened(self.read()).size
        except (Pillow.DecompressionBombError, *DAMAGED):
            return None, None
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class PictureFileField(WagtailImageField):
    """For migrations it is Wagtail's: the column is the same."""

    attr_class = PictureFile

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"{WagtailImageField.__module__}.{WagtailImageField.__qualname__}", args, kwargs
