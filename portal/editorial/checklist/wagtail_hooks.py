"""The checklist in Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from portal.editorial.checklist.editor import checklist_urls

hooks.register("register_admin_urls", checklist_urls)


@hooks.register("insert_editor_js")
def checklist_script() -> SafeString:
    return format_html('<script defer src="{}"></script>', static("portal/admin/checklist.js"))
