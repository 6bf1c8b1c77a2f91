"""The rows of the home page below its lead stories."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from portal.access.tokens import Tokens, may_open
from portal.blocks import KeyFiguresBlock, MediaBlock
from portal.cards import Card


class PageCardsBlock(blocks.StructBlock):
    """A row that shows what another page lists. The chosen page answers ``list_cards(request, tokens, count)``."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = value.get("page")
        visitor, request = context.get("visitor"), context.get("request")
        if page is None or visitor is None or not may_open(page, visitor.tokens):
            return {**context, "cards": [], "url": "", "heading": ""}
        return {
            **context,
            "cards": self.cards_of(page, value, visitor.tokens, request),
            "url": page.get_url(request),
            "heading": value["title"] or page.title,
        }

    def cards_of(self, page: Page, value: Any, tokens: Tokens, request: HttpRequest | None) -> Sequence[Card]:
        cards: Sequence[Card] = page.specific.list_cards(request, tokens, value["count"])
        return cards


class SectionRow(blocks.StructValue):
    """A row of a section. The page it stands on fills ``cards``, for all rows at once."""

    cards: Sequence[Card] = ()


class SectionRowBlock(PageCardsBlock):
    """The newest articles of a section, in one of three rhythms."""

    title = blocks.CharBlock(
        label=_("heading"), required=False, max_length=120, help_text=_("Empty: the section's name.")
    )
    page = blocks.PageChooserBlock(label=_("section"), page_type=settings.SECTION_PAGE_TYPE)
    style = blocks.ChoiceBlock(
        label=_("arrangement"),
        choices=[("lead_list", _("one large, others as a list")), ("grid", _("grid of pictures")), ("list", _("list"))],
        default="lead_list",
    )
    count = blocks.IntegerBlock(label=_("how many"), default=5, min_value=1, max_value=12)

    def cards_of(self, page: Page, value: Any, tokens: Tokens, request: HttpRequest | None) -> Sequence[Card]:
        cards: Sequence[Card] = value.cards
        return cards

    class Meta:
        icon = "list-ul"
        label = _("section")
        value_class = SectionRow
        template = "blocks/home/section_row.html"


class NoticesBlock(PageCardsBlock):
    """Current notices."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(label=_("notices"), page_type="portal.NoticeIndexPage")
    count = blocks.IntegerBlock(label=_("how many"), default=5, min_value=1, max_value=12)

    class Meta:
        icon = "warning"
        label = _("notices")
        template = "blocks/home/notices.html"


class DocumentsBlock(PageCardsBlock):
    """The newest official documents: number, date, abstract."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(label=_("document register"), page_type=settings.DOCUMENT_REGISTER_PAGE_TYPE)
    count = blocks.IntegerBlock(label=_("how many"), default=6, min_value=1, max_value=12)

    class Meta:
        icon = "doc-full"
        label = _("official documents")
        template = "blocks/home/documents.html"


class PhotosBlock(PageCardsBlock):
    """The newest photo galleries."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(label=_("photo gallery"), page_type="portal.GalleryIndexPage")
    count = blocks.IntegerBlock(label=_("how many"), default=4, min_value=1, max_value=12)

    class Meta:
        icon = "image"
        label = _("photos")
        template = "blocks/home/photos.html"


class HomeMediaBlock(MediaBlock):
    """A video or sound file on the home page."""

    class Meta:
        icon = "media"
        label = _("video or sound")
        template = "blocks/home/media.html"


#: More rows than anyone scrolls through; rows of sections cost one query together, the others one or two each.
MAX_ROWS = 16


class HomeBody(blocks.StreamBlock):
    """Rows of the home page in the order staff put them."""

    section_row = SectionRowBlock()
    notices = NoticesBlock()
    documents = DocumentsBlock()
    photos = PhotosBlock()
    media = HomeMediaBlock()
    key_figures = KeyFiguresBlock(template="blocks/home/key_figures.html")

    class Meta:
        required = False
        max_num = MAX_ROWS
        block_counts: ClassVar = {
            "notices": {"max_num": 1},
            "documents": {"max_num": 1},
            "photos": {"max_num": 1},
            "media": {"max_num": 2},
        }
