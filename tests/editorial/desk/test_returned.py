"""Whoever opens a returned text reads above its form what is to be mended."""

from django.urls import reverse

from portal.editorial.models.tasks import RETURN
from portal.editorial.services import submit
from tests.editorial.conftest import client_of, fresh, said

NOTE = "Bổ sung tên người dự họp"


def opened(desk, article) -> str:
    return said(client_of(desk.reporter).get(reverse("wagtailadmin_pages:edit", args=[article.pk])))


def test_the_note_stands_above_the_form_until_the_text_comes_back(desk):
    article = desk.waiting()
    assert NOTE not in opened(desk, article)
    article = desk.step(article, desk.chief, RETURN, comment=NOTE)
    assert NOTE in opened(desk, article)
    submit(fresh(article), by=desk.reporter)
    assert NOTE not in opened(desk, article)
