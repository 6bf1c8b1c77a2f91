"""What the register adds to Wagtail's admin: `Văn bản` for the work, and its words as data under another entry."""

from typing import Any, ClassVar

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from documents import admin_menu
from documents.admin_listing import RegisterListingViewSet
from documents.catalogue_choosers import CatalogueChooserViewSet
from documents.files import admin as files
from documents.filling import admin as filling
from documents.importing import admin as importing
from documents.mentions import admin_page, admin_report
from documents.models import DocumentType, Field, Issuer, IssuingRule, Position, RelationKind, Term


def _choice(name: str, label: Any) -> Column:
    """A column for the words of a choice; its heading begins as those of other fields do."""
    return Column(f"get_{name}_display", label=capfirst(label), sort_key=name)


LEVEL = _choice("level", _("level"))
SPHERE = _choice("sphere", _("sphere"))
EFFECT = _choice("effect", _("effect"))


class IssuerViewSet(SnippetViewSet):
    model = Issuer
    chooser_viewset_class = CatalogueChooserViewSet
    chooser_per_page = 20
    icon = "group"
    list_display: ClassVar = ["name", "abbreviation", LEVEL, "parent", "valid_to"]
    list_filter: ClassVar = ["level", "sphere"]
    search_fields: ClassVar = ["name", "abbreviation", "other_names"]
    list_per_page = 50
    panels: ClassVar = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("slug")]),
        FieldPanel("other_names"),
        FieldRowPanel([FieldPanel("sphere"), FieldPanel("level")]),
        FieldPanel("parent"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("successor")],
            heading=_("From when to when"),
        ),
    ]


class DocumentTypeViewSet(SnippetViewSet):
    model = DocumentType
    chooser_viewset_class = CatalogueChooserViewSet
    chooser_per_page = 20
    icon = "doc-full"
    list_display: ClassVar = ["name", "code", SPHERE]
    list_filter: ClassVar = ["sphere"]
    search_fields: ClassVar = ["name", "code"]


class FieldViewSet(SnippetViewSet):
    model = Field
    icon = "tag"
    list_display: ClassVar = ["name", "sort_order"]
    search_fields: ClassVar = ["name"]


class PositionViewSet(SnippetViewSet):
    model = Position
    chooser_viewset_class = CatalogueChooserViewSet
    chooser_per_page = 20
    icon = "user"
    list_display: ClassVar = ["name", "sort_order"]
    search_fields: ClassVar = ["name"]


class TermViewSet(SnippetViewSet):
    model = Term
    chooser_viewset_class = CatalogueChooserViewSet
    chooser_per_page = 20
    icon = "date"
    list_display: ClassVar = ["name", "issuer", "starts", "ends"]
    search_fields: ClassVar = ["name"]


class RelationKindViewSet(SnippetViewSet):
    model = RelationKind
    icon = "link"
    list_display: ClassVar = ["name", "inverse_name", EFFECT]
    search_fields: ClassVar = ["name", "inverse_name"]


class IssuingRuleViewSet(SnippetViewSet):
    model = IssuingRule
    icon = "warning"
    list_display: ClassVar = [LEVEL, "document_type", "basis"]
    list_filter: ClassVar = ["level"]


class CatalogueGroup(SnippetViewSetGroup):
    menu_label = pgettext_lazy("menu", "Document register")
    menu_icon = "folder-open-inverse"
    menu_order = 120
    items = (
        IssuerViewSet,
        DocumentTypeViewSet,
        FieldViewSet,
        PositionViewSet,
        TermViewSet,
        RelationKindViewSet,
        IssuingRuleViewSet,
    )


register_snippet(CatalogueGroup)

hooks.register("register_admin_viewset", RegisterListingViewSet)
hooks.register("register_admin_urls", importing.admin_urls)
hooks.register("register_admin_urls", files.admin_urls)
hooks.register("register_admin_menu_item", admin_menu.documents_menu_item)
hooks.register("register_admin_urls", filling.admin_urls)
hooks.register("register_page_header_buttons", filling.header_button)
hooks.register("register_admin_urls", admin_page.page_urls)
hooks.register("register_admin_urls", admin_report.report_urls)
hooks.register("register_page_header_buttons", admin_page.header_button)
hooks.register("register_reports_menu_item", admin_report.menu_item)


@hooks.register("insert_editor_js")
def file_script() -> SafeString:
    return format_html('<script defer src="{}"></script>', static("portal/admin/document_files.js"))


@hooks.register("insert_global_admin_css")
def file_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin/document_files.css"))
