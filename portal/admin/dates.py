"""Dates in the admin: day/month/year, typed or picked, and an answer in plain words where one cannot be read.

Wagtail's calendar replaces what it cannot read by the present moment. portal/static/portal/admin/dates.js stops that
and writes out in full what it can read; what it cannot stays in the box and is answered when the form is sent.
"""

from django.db import models
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

_FIELDS = {
    models.DateField: (
        AdminDateInput,
        _("This is no date that exists. Write day/month/year, for example 22/11/2026."),
    ),
    models.DateTimeField: (
        AdminDateTimeInput,
        _("This is no date and time that exist. Write day/month/year and the hour, for example 22/11/2026 09:15."),
    ),
    models.TimeField: (AdminTimeInput, _("This is no time of day. Write hour:minute, for example 09:15.")),
}


def explain_unreadable_dates() -> None:
    """In every form that Wagtail makes of a model; its own widgets stay."""
    for kind, (widget, invalid) in _FIELDS.items():
        override = {"widget": widget, "error_messages": {"invalid": invalid}}
        register_form_field_override(kind, override=override)


def date_script() -> SafeString:
    """For ``insert_global_admin_js``. Not deferred: the boxes that follow in the page get their calendar at once."""
    return format_html(
        '<script src="{}" data-date="{}" data-datetime="{}" data-time="{}"></script>',
        static("portal/admin/dates.js"),
        _gettext("dd/mm/yyyy"),
        _gettext("dd/mm/yyyy hh:mm"),
        _gettext("hh:mm"),
    )
