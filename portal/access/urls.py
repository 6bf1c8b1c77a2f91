"""Addresses of private media. Include them before Wagtail's own, some of which they replace."""

from collections.abc import Callable
from typing import Any

from django.urls import path, re_path, register_converter
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404

from portal.access import views
from portal.access.admin_lists import suggest_tags
from portal.access.level_admin import collection_level, page_level
from portal.converters import NumberConverter, TextConverter


def _admin(view: Callable[..., Any]) -> Callable[..., Any]:
    decorated: Callable[..., Any] = require_admin_access(display_custom_404(view))
    return decorated


register_converter(NumberConverter, "number")
register_converter(TextConverter, "text")

urlpatterns = [
    path("_trang/<number:pk>/", views.access_page, name="access_page"),
    path("tep/<number:pk>/<text:name>", views.access_file, name="access_file"),
    path("anh-rieng/<number:image_id>/<text:name>", views.access_rendition, name="access_rendition"),
]

#: To stand before Wagtail's admin, under the same prefix.
admin_urlpatterns = [
    path("login/", views.admin_sign_in, name="access_admin_sign_in"),
    # In the place of Wagtail's own, whose addresses its screens ask for.
    path("pages/<int:page_id>/privacy/", _admin(page_level), name="access_page_level"),
    path("collections/<int:collection_id>/privacy/", _admin(collection_level), name="access_collection_level"),
    re_path(r"^api/main/(?P<rest>(images|documents)/.*)$", views.no_api, name="access_no_api"),
    path("tag-autocomplete/", _admin(suggest_tags), name="access_tags"),
    path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", _admin(suggest_tags), name="access_tags"),
    re_path(r"^password_reset/(?P<rest>.*)$", views.no_reset, name="access_no_reset"),
]
