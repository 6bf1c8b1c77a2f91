"""Where files lie: originals and everything restricted outside the public media folder, public sizes inside it."""

import os
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage
from django.urls import reverse
from django.utils.deconstruct import deconstructible

#: Names of renditions that only the checked view hands out begin with this.
RESTRICTED_PREFIX = "restricted/"


@deconstructible
class PrivateStorage(FileSystemStorage):
    """The private media folder. Nothing in it has a public address."""

    @property
    def base_location(self) -> str:  # settings are read at use, so that tests may change them
        return str(settings.PRIVATE_MEDIA_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)  # noqa: PTH100  Django's storages work with strings

    def url(self, name: str | None) -> str:
        raise NotImplementedError("private files have no public address")


@deconstructible
class PublicRenditionStorage(FileSystemStorage):
    """The public media folder, of which only renditions of public pictures make use."""

    @property
    def base_location(self) -> str:
        return str(settings.MEDIA_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)  # noqa: PTH100  as above


@deconstructible
class RenditionStorage(Storage):
    """Sizes of pictures, on the public or the private side by the prefix of their name."""

    def side(self, name: str) -> FileSystemStorage:
        """The storage that holds ``name``."""
        return PrivateStorage() if name.startswith(RESTRICTED_PREFIX) else PublicRenditionStorage()

    def _open(self, name: str, mode: str = "rb") -> File:
        return self.side(name).open(name, mode)

    def _save(self, name: str, content: File | IO[Any]) -> str:
        return self.side(name)._save(name, content)  # type: ignore[attr-defined]  # the stubs leave it out

    def path(self, name: str) -> str:
        return self.side(name).path(name)

    def delete(self, name: str) -> None:
        self.side(name).delete(name)

    def exists(self, name: str) -> bool:
        return self.side(name).exists(name)

    def size(self, name: str) -> int:
        return self.side(name).size(name)

    def get_modified_time(self, name: str) -> datetime:
        return self.side(name).get_modified_time(name)

    def url(self, name: str | None) -> str:
        assert name is not None  # noqa: S101  Django's signature; a rendition always has a name
        if not name.startswith(RESTRICTED_PREFIX):
            return self.side(name).url(name)
        image_id, last = Path(name).parts[1:]
        return reverse("access_rendition", args=[image_id, last])
