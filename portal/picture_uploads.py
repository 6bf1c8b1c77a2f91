"""Pictures that come in: cleaned in a process with bounds, and what is wrong with one said in a sentence."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import picture_cleaning
from portal.confined.places import AllTaken, Places
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, TookTooLong, TookTooMuch, kept_for_reading, read_confined
from portal.picture_cleaning import MOST_FRAMES, Cleaned
from portal.text import format_number

if TYPE_CHECKING:
    from portal.models import PortalImage

#: The largest picture that is let in, unfolded thrice: as it came, turned, and on white.
BOUNDS = Bounds(memory=1536 * MIB, processor=30, seconds=45, answer=64 * MIB)
#: So many are opened at once on this machine.
PLACES = Places("pictures", count=3, seconds=15)
_REFUSALS = {
    picture_cleaning.UNREADABLE: gettext_lazy(
        "This file is not a picture that can be read. Save it again as JPEG or PNG."
    ),
    picture_cleaning.TOO_LARGE: gettext_lazy("The picture is too large. Reduce it to at most 8,000 px a side."),
    picture_cleaning.ONLY_STILL: gettext_lazy(
        "A picture that moves can only be a GIF or a WebP. Save it as one of these, or as a still picture."
    ),
    picture_cleaning.MOVING_TOO_LARGE: gettext_lazy(
        "This moving picture is too large to be made smaller or turned upright. Save it smaller."
    ),
    picture_cleaning.TOO_MANY_FRAMES: gettext_lazy(
        "This moving picture has more than %(count)s frames. Shorten it, or make it a video file."
    ),
    picture_cleaning.TOO_MANY_PIXELS: gettext_lazy(
        "The picture has too many pixels; at most %(pixels)s million are allowed. Reduce it and try again."
    ),
    picture_cleaning.OTHER_TYPE: gettext_lazy(
        "The name ends in .%(extension)s, but inside is a picture of the type %(found)s. Rename or convert it."
    ),
    picture_cleaning.HIDES_SOMETHING: gettext_lazy(
        "This file holds something else besides a picture (such as a web page, a script or an archive). "
        "Open it in a picture editor and save it again as JPEG or PNG."
    ),
}


class CleanPicture(ContentFile):
    """A picture that was cleaned: where all roads come together it is not cleaned once more."""


def clean_upload(image: "PortalImage") -> None:
    """Turn a newly uploaded picture upright, and drop its metadata: place, device and owner are nobody's business.

    Raises:
        ValidationError: the file is no picture, or cannot be opened within bounds.
    """
    upload = image.file
    if clean_file(upload):
        image.file_size = upload.size
        image._set_file_hash()
        image._meta.get_field("file").update_dimension_fields(image, force=True)


def clean_file(upload: FieldFile) -> bool:
    """The same for any field with a picture; returns whether there was something to change.

    Raises:
        ValidationError: the file is no picture, or cannot be opened within bounds.
    """
    came_in_now = upload and not upload._committed  # type: ignore[attr-defined]  # the stubs leave it out
    if not came_in_now or isinstance(upload.file, CleanPicture):
        return False
    upload.seek(0)
    cleaned = cleaned_within_bounds(upload.read())
    if cleaned is not None:
        stem = PurePosixPath(upload.name or "").stem
        upload.file = CleanPicture(cleaned.content, name=f"{stem}.{cleaned.extension}")
        upload.name = upload.file.name
        vars(upload).pop("_dimensions_cache", None)  # of the picture as it came, perhaps lying on its side
    upload.seek(0)
    return cleaned is not None


def cleaned_within_bounds(raw: bytes, extension: str = "", most_pixels: int = 0) -> Cleaned | None:
    """``raw`` cleaned in another process, ``None`` where nothing was to change; looked at first with ``extension``.

    Raises:
        ValidationError: with what is wrong and what to do.
    """
    most_pixels = most_pixels or settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    asked = {"most_pixels": most_pixels, "extension": extension}
    try:
        with PLACES.one(), kept_for_reading(raw) as file:
            changed = read_confined(picture_cleaning.read, file, BOUNDS, **asked)
            return Cleaned(file.read_bytes(), changed) if changed else None
    except Refused as refused:
        raise _sentence_for(refused, most_pixels) from refused
    except AllTaken as busy:
        sentence = _("Many pictures are being opened at this moment. Wait a little, then send this one again.")
        raise ValidationError(sentence, code="busy") from busy
    except (TookTooLong, TookTooMuch) as stopped:
        sentence = _("The picture takes too much time or memory to open, so it was stopped. Save it smaller, as JPEG.")
        raise ValidationError(sentence, code="stopped") from stopped
    except NotRead as problem:
        raise ValidationError(str(_REFUSALS[picture_cleaning.UNREADABLE]), code="unreadable") from problem


def strip_metadata(raw: bytes) -> Cleaned | None:
    """The same in this process, for commands: who starts one can end it, and thousands of pictures wait in line.

    Raises:
        ValidationError: the bytes are no picture, too large to open safely, or move in a way that cannot be kept.
    """
    try:
        return picture_cleaning.clean(raw, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
    except Refused as refused:
        raise _sentence_for(refused, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS) from refused


def _sentence_for(refused: Refused, most_pixels: int) -> ValidationError:
    numbers = {"count": format_number(MOST_FRAMES), "pixels": format_number(most_pixels // 1_000_000)}
    return ValidationError(str(_REFUSALS[refused.code]) % {**numbers, **refused.values}, code=refused.code)
