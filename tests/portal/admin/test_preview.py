"""Every page type can be previewed before it is saved, in a frame of the admin and nowhere else."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models

from documents.models import DocumentRegister
from portal.models import GalleryIndexPage, HomePage, NoticeIndexPage

ROOMS = {
    "portal.GalleryPage": GalleryIndexPage,
    "portal.NoticePage": NoticeIndexPage,
    "documents.OfficialDocument": DocumentRegister,
}
FORMSETS = ("corrections", "related_picks", "relations", "comments", "featured_stories", "people", "attachments")
FORM = {
    # A document has no title of its own.
    "abstract": "Trang xem thử",
    "document_type": "1",
    "issuer": "1",
    "without_secrets": "on",
    "title": "Trang xem thử",
    "slug": "trang-xem-thu",
    "sapo": "null",
    "text": "null",
    "published_time_known": "on",
    **{f"{stream}-count": "0" for stream in ("body", "pictures", "attachments")},
    **{f"{formset}-{kind}_FORMS": "0" for formset in FORMSETS for kind in ("TOTAL", "INITIAL")},
}
TYPES = [model for model in get_page_models() if model not in (Page, HomePage)]


def room_for(model: type[Page], home: HomePage) -> Page:
    """A page under which one of ``model`` may stand."""
    index = ROOMS.get(model._meta.label)
    if index:
        return home.add_child(instance=index(title="Mục", slug="muc"))
    if home.__class__ in model.allowed_parent_page_models():
        return home
    return model.allowed_parent_page_models()[0].objects.first()


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_new_page_is_previewed(model, home, admin_client: Client):
    room = room_for(model, home)
    names = [model._meta.app_label, model._meta.model_name, room.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=names)
    if model._meta.max_count if hasattr(model._meta, "max_count") else model.max_count == 1:
        model.objects.all().delete()
    answer = admin_client.post(address, FORM).json()
    assert answer["is_available"], answer
    shown = admin_client.get(address, {"in_preview_panel": "true"})
    assert shown.status_code == 200
    assert "Trang xem thử" in shown.content.decode()
    check_frame(shown)


def test_home_page_is_previewed(home, admin_client):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    assert admin_client.post(address, FORM | {"slug": home.slug}).json()["is_available"]
    check_frame(admin_client.get(address))


def check_frame(response) -> None:
    """The admin may frame it, other sites may not."""
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
