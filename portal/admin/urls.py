"""Addresses of our own below Wagtail's admin that stand before its own; the others are registered by hook."""

from django.urls import URLPattern, path
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal.admin.editing import editing_urls
from portal.admin.media import media_urls
from portal.admin.session import session_state, signed_in_again
from portal.editorial.take_down.views import TakeDownView

_own: list[URLPattern] = [
    *media_urls(),
    *editing_urls(),
    # With our own catalogues: Wagtail's has only what Wagtail brings.
    path("jsi18n/", JavaScriptCatalog.as_view(), name="portal_admin_javascript_catalog"),
    path("pages/<int:page_id>/unpublish/", require_admin_access(TakeDownView.as_view()), name="take_down_page"),
    path("phien/", session_state, name="portal_admin_session"),
    path("phien/da-dang-nhap/", signed_in_again, name="portal_admin_signed_in_again"),
]

#: With the admin's own page for what is not there, as all of Wagtail's.
urlpatterns = decorate_urlpatterns(_own, display_custom_404)
