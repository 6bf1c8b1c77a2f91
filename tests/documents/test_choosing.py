"""Choosing types and bodies in the form of a document: found by what people type, and kept when something is wrong."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.models import DocumentType, Issuer, OfficialDocument
from documents.roles import CLERK
from tests.editorial.conftest import client_of, person
from tests.factories import IssuerFactory
from tests.reading import edit_form, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerks_client(register):
    return client_of(person("vanthu", CLERK))


def offered(client, model: str, **asked: str) -> list[str]:
    answer = client.get(reverse(f"wagtailsnippetchoosers_documents_{model}:choose_results"), asked)
    soup = BeautifulSoup(answer.content, "lxml")
    return [" | ".join(words_of(cell) for cell in row.select("td")) for row in soup.select("tbody tr")]


@pytest.mark.parametrize("typed", ["chi thi", "Chỉ thị", "CHỈ THỊ", "ct chi"])
def test_a_type_is_found_without_diacritics_and_told_from_its_namesake(clerks_client, typed):
    assert offered(clerks_client, "documenttype", q=typed) == ["Chỉ thị | CT | Đảng", "Chỉ thị | CT | Nhà nước"]


@pytest.mark.parametrize("typed", ["btctw", "to chuc trung uong"])
def test_a_body_is_found_by_letters_and_by_name(clerks_client, typed):
    assert offered(clerks_client, "issuer", q=typed)[0].startswith("Ban Tổ chức Trung ương | BTCTW")


@pytest.mark.parametrize("model", ["issuer", "documenttype", "relationkind"])
def test_headings_of_the_lists_of_words_begin_with_a_capital(admin_client, model):
    answer = admin_client.get(reverse(f"wagtailsnippets_documents_{model}:list"))
    headings = [words_of(cell) for cell in BeautifulSoup(answer.content, "lxml").select("table.listing thead th")]
    assert [heading for heading in headings if heading[:1].islower()] == []


def test_what_nothing_is_called_finds_nothing(clerks_client):
    assert offered(clerks_client, "issuer", q="khong co ban nay") == []


def test_a_list_of_many_bodies_asks_no_more_than_one_of_few(clerks_client):
    parent = Issuer.objects.get(name="Ban Bí thư")
    offered(clerks_client, "issuer")
    counts = []
    for number in (3, 30):
        for place in range(number):
            IssuerFactory(name=f"Đảng uỷ xã số {number} {place}", parent=parent, slug=f"xa-{number}-{place}")
        with CaptureQueriesContext(connection) as asked:
            assert offered(clerks_client, "issuer", q="dang uy xa")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def sent(client, register, **values):
    address = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
    form = {
        **edit_form(client.get(address)),
        "symbol": "10-CT/TW",
        "document_type": str(DocumentType.objects.get(name="Chỉ thị", sphere="party").pk),
        "issuer": str(Issuer.objects.get(name="Ban Bí thư").pk),
        "co_issuers": [str(Issuer.objects.get(name="Bộ Chính trị").pk)],
        "issued_on": "30/03/2007",
        "abstract": "về nâng cao chất lượng sinh hoạt chi bộ",
        "without_secrets": "on",
        **values,
    }
    return client.post(address, form, follow=True)


def test_bodies_that_issued_it_together_are_boxes_and_are_saved(clerks_client, register):
    sent(clerks_client, register)
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert [str(body) for body in draft.co_issuers.all()] == ["Bộ Chính trị"]


def test_what_was_chosen_stays_when_something_else_is_wrong(clerks_client, register):
    answer = sent(clerks_client, register, symbol="CT/TW")
    form = BeautifulSoup(answer.content, "lxml")
    assert not OfficialDocument.objects.exists()
    chosen = form.select("[name=co_issuers][checked]")
    assert [words_of(box.parent) for box in chosen] == ["Bộ Chính trị"]
    assert words_of(form.select_one("#id_issuer-chooser")).startswith("Ban Bí thư")
