"""Scripts of the admin for slugs and pasting, and the address they ask. Registered in ``portal.wagtail_hooks``."""

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.admin.paste.views import paste


def paste_url() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("dan-van-ban/", paste, name="portal_admin_paste")]


def text_styles() -> SafeString:
    """For ``insert_global_admin_css``."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin/paste.css"))


def text_scripts() -> SafeString:
    """For ``insert_global_admin_js``; the scripts' sentences are attributes, so that nothing is inline."""
    return format_html(
        '<script defer src="{slug}"></script>'
        '<script defer src="{paste}" data-url="{url}" data-question="{question}" data-explanation="{explanation}"'
        ' data-now="{now}" data-then="{then}" data-convert="{convert}" data-keep="{keep}"'
        ' data-unreachable="{unreachable}"></script>',
        slug=static("portal/admin/slug.js"),
        paste=static("portal/admin/paste.js"),
        url=reverse("portal_admin_paste"),
        question=_("The pasted text is in the old encoding %s. Convert it to Unicode?"),
        explanation=_("Text in an old encoding cannot be read on the portal and is not found by search."),
        now=pgettext("text", "Now"),
        then=pgettext("text", "After"),
        convert=_("Convert to Unicode"),
        keep=_("Keep as it is"),
        unreachable=_(
            "The pasted text could not be cleaned (the connection or your session ended); it was pasted without "
            "formatting. Save or sign in again before you go on."
        ),
    )
