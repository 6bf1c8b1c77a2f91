"""The public door of the page tree, and what staff see of organisations."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.access.admin_lists import choosable_pages
from portal.access.admin_subtrees import say_instead
from portal.access.level_admin import log_levels
from portal.access.links import DiscreetPageLinkHandler, KnownDocumentLinkHandler
from portal.access.models import Organisation
from portal.access.refusal import check_page
from portal.access.services import realign_renditions


@hooks.register("before_serve_page", order=-100)
def refuse_like_an_unknown_address(page: Page, request: HttpRequest, serve_args: Any, serve_kwargs: Any) -> None:
    """Before Wagtail's own check, which would answer with a redirect to a form and so tell that the page exists."""
    check_page(page, request)


hooks.register("register_log_actions", log_levels)
hooks.register("construct_page_chooser_queryset", choosable_pages)
hooks.register("before_delete_page", say_instead, order=-100)
hooks.register("before_move_page", say_instead, order=-100)


@hooks.register("after_bulk_action")
def realign_moved_pictures(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """Moving many pictures at once sends no signal."""
    if action_type == "add_to_collection" and objects and isinstance(objects[0], get_image_model()):
        realign_renditions(objects)


@hooks.register("register_rich_text_features", order=100)
def link_pages_without_their_words(features: FeatureRegistry) -> None:
    """After Wagtail's own, which it replaces."""
    features.register_link_type(DiscreetPageLinkHandler)
    features.register_link_type(KnownDocumentLinkHandler)


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    add_to_settings_menu = True
    list_display = ("name", "abbreviation", "parent", "valid_from", "valid_to")
    search_fields = ("name", "abbreviation")
    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("abbreviation")]),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("successor"),
    )


@hooks.register("register_admin_viewset")
def organisation_viewset() -> OrganisationViewSet:
    return OrganisationViewSet()
