"""From a reading to the values of an article. Nothing is written here."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from news.importers.body import StreamData, rich_text, stream_data
from news.importers.capitals import in_sentence_case
from news.importers.fields import Reading
from news.importers.found import Confidence
from news.importers.pictures import Photo
from news.importers.tree import Note
from portal.text import slugify

# Data, not a message: what a title says that is none.
UNTITLED = "[Chưa có tiêu đề]"
_TITLE_LENGTH = 255
_WORDS_OF_UNTITLED = 12


@dataclass(slots=True)
class Draft:
    """An article's fields by name, its body, its tags, and what a person should check."""

    fields: dict[str, Any]
    body: StreamData
    tags: tuple[str, ...]
    slug: str
    titled: bool
    notes: list[Note] = field(default_factory=list)


def draft_article(reading: Reading, pictures: dict[str, int]) -> Draft:
    """Return the article that ``reading`` makes; ``pictures`` are the stored pictures by their address in the page."""
    notes = list(reading.notes)
    photos, lead = _lead_photo(reading, pictures)
    body = stream_data(
        reading.body, photos, styled=reading.page.styled, picture=lambda photo: pictures.get(photo.source)
    )
    title, slug = _title(reading)
    fields: dict[str, Any] = {
        "title": title,
        "kicker": _kicker(reading),
        "sapo": "".join(f"<p>{rich_text(found.value)}</p>" for found in reading.sapo),
        **_moments(reading),
        **_bylines(reading),
        **_picture(lead, pictures),
    }
    notes += _capital_notes(reading)
    notes += _picture_notes(reading, pictures)
    notes += _guess_notes(reading)
    fields["review_note"] = "\n".join(f"- {line_of(note)}" for note in notes)
    return Draft(fields, body, reading.bylines.tags, slug, reading.title is not None, notes)


def line_of(note: Note) -> str:
    """A note as one line of text."""
    return f"{note.message} ({_('line %(line)d') % {'line': note.line}})" if note.line else note.message


def _title(reading: Reading) -> tuple[str, str]:
    if reading.title is not None:
        title = reading.title.value[:_TITLE_LENGTH]
        return title, slugify(title)
    words = _first_words(reading).split()
    shown = " ".join(words[:_WORDS_OF_UNTITLED]) + ("…" if len(words) > _WORDS_OF_UNTITLED else "")
    return f"{UNTITLED} {shown}"[:_TITLE_LENGTH], slugify(" ".join(words[:_WORDS_OF_UNTITLED]))


def _capital_notes(reading: Reading) -> list[Note]:
    """A title in capitals is kept as its page has it; another form of it is offered, for names cannot be known."""
    title = reading.title
    if title is None or not title.value.isupper():
        return []
    offered = in_sentence_case(title.value)
    if offered == title.value:
        return []
    return [Note(_("The title is all in capitals; it can be changed to: %(title)s") % {"title": offered}, title.line)]


def _first_words(reading: Reading) -> str:
    if reading.sapo:
        return "".join(run.text for run in reading.sapo[0].value)
    return next((block.text for block in reading.body if block.text), "")


def _kicker(reading: Reading) -> str:
    if reading.kicker is not None:
        return reading.kicker.value[:120]
    return reading.sections[0].value[:120] if reading.sections else ""


def _moments(reading: Reading) -> dict[str, Any]:
    published, updated = reading.published, reading.updated
    return {
        "published_on": published.value.moment if published else None,
        "published_time_known": published.value.time_known if published else True,
        "updated_on": updated.value.moment if updated else None,
    }


def _bylines(reading: Reading) -> dict[str, Any]:
    bylines = reading.bylines
    named = {"author_name": bylines.author, "poster_name": bylines.poster, "source_name": bylines.source}
    values: dict[str, Any] = {name: found.value[:160] if found else "" for name, found in named.items()}
    values["source_url"] = bylines.source_url[:500] if bylines.source else ""
    values["source_tag"] = bylines.source_tag.value[:40] if bylines.source_tag else ""
    values["base_views"] = bylines.views.value if bylines.views else None
    return values


def _lead_photo(reading: Reading, pictures: dict[str, int]) -> tuple[dict[int, list[Photo]], Photo | None]:
    """The picture before the first paragraph is the article's own; the others stand in the text."""
    photos = {index: list(there) for index, there in reading.photo_before.items()}
    first = photos.get(0, [])
    stored = [photo for photo in first if photo.source in pictures]
    lead = stored[0] if stored else first[0] if first else None
    if lead is None and reading.photos and not pictures:
        lead = reading.photos[0]  # only words: they wait with the article for their picture
    if lead in first:
        first.remove(lead)
    return {index: there for index, there in photos.items() if there}, lead


def _picture(lead: Photo | None, pictures: dict[str, int]) -> dict[str, Any]:
    if lead is None:
        return {"picture_id": None, "picture_alt": "", "picture_caption": "", "picture_credit": ""}
    return {
        "picture_id": pictures.get(lead.source),
        "picture_alt": lead.alt[:250],
        "picture_caption": lead.caption[:400],
        "picture_credit": lead.credit[:120],
    }


def _picture_notes(reading: Reading, pictures: dict[str, int]) -> list[Note]:
    notes = []
    for photo in reading.photos:
        if photo.source in pictures:
            if not photo.alt:
                notes.append(
                    Note(
                        _("The picture has no description of its own: describe it for those who cannot see it."),
                        photo.line,
                    )
                )
            continue
        words = " · ".join(
            part
            for part in (
                photo.alt and _("description: %(text)s") % {"text": photo.alt},
                photo.caption and _("caption: %(text)s") % {"text": photo.caption},
                photo.credit and _("credit: %(text)s") % {"text": photo.credit},
            )
            if part
        )
        notes.append(
            Note(
                _("The picture itself is not in the file: add it by hand.") + (f" {words}" if words else ""), photo.line
            )
        )
    return notes


def _guess_notes(reading: Reading) -> list[Note]:
    if any(found.confidence is Confidence.GUESS for found in reading.sapo):
        return [
            Note(
                _("The first paragraph was taken for the lead: saved text does not show which it is."),
                reading.sapo[0].line,
            )
        ]
    return []
