"""What every screen of the portal's own in the admin has around it: heading, icon, and the way back."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _


def screen(
    request: HttpRequest,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    icon: str,
    below: Iterable[tuple[str, str]] = (),
) -> TemplateResponse:
    """``template`` under ``title``; ``below`` are label and address of the screens between it and the first page.

    What stands there is for who asked alone: nothing on the way keeps it.
    """
    way = [(_("Home page of the admin"), reverse("wagtailadmin_home")), *below, (title, "")]
    furniture = {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"url": url, "label": label} for label, url in way],
    }
    response = TemplateResponse(request, template, {**furniture, **context})
    response["Cache-Control"] = "private, no-store"
    return response
