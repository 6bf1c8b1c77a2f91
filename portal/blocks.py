"""The building blocks of a text: what an editor puts between title and signature."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

import portal.block_labels  # noqa: F401  before blocks are made
from portal.access.media import may_see
from portal.access.tokens import may_open

ALT_HELP = _(
    "What the picture shows, for those who cannot see it; not the caption. For example: Bí thư chi bộ phát biểu trước "
    "các đảng viên trong nhà văn hoá thôn."
)
MOST_ALT_LETTERS = 250
RICH_TEXT_FEATURES = [
    "h2",
    "h3",
    "h4",
    "bold",
    "italic",
    "ol",
    "ul",
    "blockquote",
    "hr",
    "link",
    "document-link",
    "superscript",
    "subscript",
]


class MediaGuard:
    """A block that is left out, with its heading and caption, where the reader may not see the medium it is about."""

    medium: ClassVar[str]

    def render(self, value: Any, context: dict[str, Any] | None = None) -> str:
        medium = value.get(self.medium)
        rendered: str = super().render(value, context) if medium and may_see(medium) else ""  # type: ignore[misc]
        return rendered


class PictureValue(blocks.StructValue):
    """A picture as it stands in a text."""

    @property
    def alt(self) -> str:
        """What is said in the picture's place: nothing for a decorative one, whatever was typed before the tick."""
        return "" if self.get("decorative") else str(self.get("alt_text") or "")


class PictureBlock(MediaGuard, blocks.StructBlock):
    """A picture with alternative text, caption and credit, each apart."""

    medium = "image"

    image = ImageChooserBlock(label=_("picture"))
    alt_text = blocks.CharBlock(
        label=_("alternative text"), required=False, max_length=MOST_ALT_LETTERS, help_text=ALT_HELP
    )
    decorative = blocks.BooleanBlock(
        label=_("decorative"),
        required=False,
        help_text=_("Tick only if the picture says nothing that a reader would miss."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=400)
    credit = blocks.CharBlock(label=_("picture credit"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "blocks/image.html"
        value_class = PictureValue

    def clean(self, value: Any) -> Any:
        """What nobody wrote for this place is taken from the picture; a decorative one needs nothing.

        A draft waits for it, and for the picture.
        """
        cleaned = super().clean(value)
        if cleaned["decorative"] or cleaned["alt_text"].strip():
            return cleaned
        picture = cleaned["image"]
        cleaned["alt_text"] = picture.default_alt_text[:MOST_ALT_LETTERS] if picture else ""
        if not cleaned["alt_text"] and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "alt_text": ValidationError(
                        _("Describe the picture in one sentence, or tick “decorative” if it carries no information.")
                    )
                }
            )
        return cleaned


class GalleryBlock(blocks.StructBlock):
    """Several pictures under one heading."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=160)
    items = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("gallery")
        template = "blocks/gallery.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """``pictures``: those that the reader may see."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["pictures"] = [picture for picture in value["items"] if picture["image"] and may_see(picture["image"])]
        return context


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("quotation"))
    attribution = blocks.CharBlock(
        label=_("who said it"),
        required=False,
        max_length=200,
        help_text=_("For example: Đồng chí Lê Thị Hoa, Bí thư Chi bộ."),
    )

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "blocks/quote.html"


class KeyFigureBlock(blocks.StructBlock):
    """One number that tells the story."""

    figure = blocks.CharBlock(label=_("figure"), max_length=40, help_text=_("As it shall appear, for example: 57,3%."))
    label = blocks.CharBlock(label=_("what it counts"), max_length=160)
    note = blocks.CharBlock(label=_("note"), required=False, max_length=160)


class KeyFiguresBlock(blocks.StructBlock):
    """A row of key figures."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=160)
    items = blocks.ListBlock(KeyFigureBlock(), label=_("figures"), min_num=1, max_num=8)

    class Meta:
        icon = "order"
        label = _("key figures")
        template = "blocks/key_figures.html"


class MediaBlock(MediaGuard, blocks.StructBlock):
    """A video or sound file of our own, with captions or a transcript for those who cannot hear it."""

    VIDEO_EXTENSIONS: ClassVar[frozenset[str]] = frozenset({"mp4", "webm", "ogv"})
    AUDIO_EXTENSIONS: ClassVar[frozenset[str]] = frozenset({"mp3", "ogg", "wav", "m4a"})

    medium = "file"

    title = blocks.CharBlock(label=_("heading"), max_length=160)
    file = DocumentChooserBlock(label=_("video or sound file"), help_text=_("MP4, WebM, MP3, OGG or WAV."))
    poster = ImageChooserBlock(label=_("still picture"), required=False)
    captions = DocumentChooserBlock(label=_("captions"), required=False, help_text=_("A WebVTT file (.vtt)."))
    transcript = blocks.RichTextBlock(label=_("transcript"), required=False, features=["bold", "italic", "ul", "ol"])

    class Meta:
        icon = "media"
        label = _("video or sound")
        template = "blocks/media.html"

    def clean(self, value: Any) -> Any:
        """A draft waits for the file, and for words for those who cannot hear it."""
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        if (
            cleaned["file"]
            and cleaned["file"].file_extension.lower() not in self.VIDEO_EXTENSIONS | self.AUDIO_EXTENSIONS
        ):
            errors["file"] = ValidationError(_("Choose a video or sound file: MP4, WebM, MP3, OGG or WAV."))
        if cleaned["captions"] and cleaned["captions"].file_extension.lower() != "vtt":
            errors["captions"] = ValidationError(_("Captions must be a WebVTT file with the ending .vtt."))
        has_words = cleaned["captions"] or strip_tags(str(cleaned["transcript"] or "")).strip()
        if not has_words and not self.is_deferred_validation:
            errors["transcript"] = ValidationError(_("Give captions or a transcript, so that deaf readers can follow."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        document = value["file"]
        context["is_video"] = bool(document and document.file_extension.lower() in self.VIDEO_EXTENSIONS)
        return context


class AttachmentBlock(MediaGuard, blocks.StructBlock):
    """A file to download."""

    medium = "file"

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=200)
    file = DocumentChooserBlock(label=_("file"))

    class Meta:
        icon = "doc-full"
        label = _("attachment")
        template = "blocks/attachment.html"


class BoxBlock(blocks.StructBlock):
    """A text set apart, such as background or a summary."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=160)
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "ol", "ul", "link", "document-link"])

    class Meta:
        icon = "form"
        label = _("box")
        template = "blocks/box.html"


class RelatedLinkBlock(blocks.StructBlock):
    """A link in the run of the text to a page of this portal or elsewhere."""

    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(label=_("address elsewhere"), required=False)
    text = blocks.CharBlock(label=_("text of the link"), required=False, max_length=200)

    class Meta:
        icon = "link"
        label = _("related link")
        template = "blocks/related_link.html"

    def clean(self, value: Any) -> Any:
        """A draft waits for where the link leads, and for its words."""
        cleaned = super().clean(value)
        has_page, has_url = bool(cleaned["page"]), bool(cleaned["url"])
        if (has_page and has_url) or not (has_page or has_url or self.is_deferred_validation):
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or give an address: exactly one of the two."))}
            )
        if has_url and not cleaned["text"].strip() and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(
                block_errors={"text": ValidationError(_("Say what the reader will find behind this address."))}
            )
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """``target_url`` and ``target_text``; both empty where the reader may not see the page."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = value["page"]
        if page is None:
            return {**context, "target_url": value["url"], "target_text": value["text"]}
        visitor = context.get("visitor")
        if visitor is None or not may_open(page, visitor.tokens):
            return {**context, "target_url": "", "target_text": ""}
        address = page.get_url(context.get("request"))
        return {**context, "target_url": address, "target_text": value["text"] or page.title}


_LINE = "---------"
TABLE_MENU = [
    *("row_above", "row_below", _LINE, "col_left", "col_right", _LINE),
    *("remove_row", "remove_col", _LINE, "undo", "redo"),
]
TABLE_OPTIONS = {"minSpareRows": 0, "startRows": 4, "startCols": 3, "contextMenu": TABLE_MENU, "language": "vi"}


class ArticleBody(blocks.StreamBlock):
    """The body of articles, standard pages and their kin."""

    paragraph = blocks.RichTextBlock(
        label=pgettext_lazy("block", "paragraphs"),
        features=RICH_TEXT_FEATURES,
        template="blocks/paragraph.html",
        icon="pilcrow",
    )
    image = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    table = TableBlock(label=_("table"), template="blocks/table.html", table_options=TABLE_OPTIONS)
    key_figures = KeyFiguresBlock()
    media = MediaBlock()
    attachment = AttachmentBlock()
    box = BoxBlock()
    related_link = RelatedLinkBlock()

    class Meta:
        required = False
