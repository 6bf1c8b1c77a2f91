"""Văn thư enters a document in the admin, lãnh đạo văn phòng approves it; what cannot be is refused in Vietnamese."""

import datetime as dt

import pytest
from django.urls import reverse

from documents.models import DocumentType, Issuer, OfficialDocument
from documents.roles import CLERK, OFFICE_HEAD
from portal.access.levels import Level, set_level
from portal.editorial.checklist.services import run_checks
from portal.editorial.roles import REPORTER
from portal.editorial.workflows import workflow_of
from tests.editorial.conftest import client_of, person
from tests.reading import edit_form

pytestmark = pytest.mark.four_eyes


@pytest.fixture
def clerk_of_office(register):
    return person("vanthu", CLERK)


@pytest.fixture
def office_head(register):
    return person("lanhdaovp", OFFICE_HEAD)


def form(register, client, **values) -> dict[str, str]:
    address = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
    kind = DocumentType.objects.get(name="Chỉ thị", sphere="party")
    return {
        **{
            name: value
            for name, value in edit_form(client.get(address)).items()
            if name not in ("fields", "co_issuers")
        },
        "symbol": "10-CT/TW",
        "document_type": str(kind.pk),
        "issuer": str(Issuer.objects.get(name="Ban Bí thư").pk),
        "issued_on": "30/03/2007",
        "abstract": "về nâng cao chất lượng sinh hoạt chi bộ",
        "without_secrets": "on",
        **values,
    }


def add(register, user, **values):
    client = client_of(user)
    address = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
    return client.post(address, form(register, client, **values), follow=True)


def test_documents_have_a_workflow_of_their_own(register, clerk):
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    assert workflow_of(document).name == "Quy trình văn bản"


def test_what_is_entered_and_submitted_waits_for_the_office_and_is_published_by_it(
    register, clerk_of_office, office_head, visitor
):
    add(register, clerk_of_office, **{"action-submit": "true"})
    document = OfficialDocument.objects.get()
    assert not document.live
    assert visitor.get("/van-ban/10-ct-tw-30-03-2007/").status_code == 404
    state = document.current_workflow_task_state
    assert client_of(office_head).post(
        reverse("wagtailadmin_pages:workflow_action", args=[document.pk, "approve", state.pk])
    ).status_code in (200, 302)
    assert "Còn hiệu lực" in visitor.get("/van-ban/10-ct-tw-30-03-2007/").content.decode()


def test_nobody_approves_what_he_entered(register, office_head, visitor):
    add(register, office_head, **{"action-submit": "true"})
    document = OfficialDocument.objects.get()
    client_of(office_head).post(
        reverse(
            "wagtailadmin_pages:workflow_action", args=[document.pk, "approve", document.current_workflow_task_state.pk]
        )
    )
    assert not OfficialDocument.objects.get().live


def test_without_the_word_that_it_holds_no_secret_nothing_is_kept(register, clerk_of_office):
    answer = add(register, clerk_of_office, without_secrets="")
    assert "Hãy xác nhận văn bản không chứa bí mật nhà nước" in answer.content.decode()
    assert not OfficialDocument.objects.exists()


def test_a_number_of_the_register_is_refused_and_led_to(register, clerk, clerk_of_office):
    there = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    answer = add(register, clerk_of_office, symbol="10 – ct/tw").content.decode()
    assert "trong cùng nhiệm kỳ" in answer
    assert reverse("wagtailadmin_pages:edit", args=[there.pk]) in answer
    assert OfficialDocument.objects.count() == 1


def test_a_number_of_a_restricted_document_is_refused_without_a_word_about_it(register, clerk, clerk_of_office):
    there = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    set_level(there, Level.COMMITTEE)
    answer = add(register, clerk_of_office).content.decode()
    assert "trong cùng nhiệm kỳ" in answer
    assert reverse("wagtailadmin_pages:edit", args=[there.pk]) not in answer


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"issued_on": "30/03/1907"}, "1930"),
        ({"effective_on": "29/03/2007"}, "trước ngày ban hành"),
        ({"symbol": "CT/TW"}, "bắt đầu bằng chữ số"),
        ({"status_override": "obsolete"}, "lý do đặt tình trạng"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_what_was_typed_stays(register, clerk_of_office, values, said):
    answer = add(register, clerk_of_office, **values).content.decode()
    assert said in answer
    assert "về nâng cao chất lượng sinh hoạt chi bộ" in answer
    assert not OfficialDocument.objects.exists()


def test_internal_papers_are_not_submitted_while_anybody_could_read_them(register, clerk_of_office):
    answer = add(register, clerk_of_office, circulation="internal", **{"action-submit": "true"}).content.decode()
    assert "Phạm vi xem" in answer
    document = OfficialDocument.objects.get()
    assert not document.workflow_in_progress


def test_words_of_the_register_are_edited_by_the_office(register, clerk_of_office, office_head):
    kinds = reverse("wagtailsnippets_documents_documenttype:list")
    bodies = reverse("wagtailsnippets_documents_issuer:list")
    assert client_of(office_head).get(kinds).status_code == 200
    assert client_of(clerk_of_office).get(bodies).status_code == 200
    assert client_of(clerk_of_office).get(kinds).status_code == 302
    assert client_of(person("phongvien", REPORTER)).get(bodies).status_code == 302


def test_the_address_follows_number_and_day_until_readers_know_it(register, clerk_of_office, clerk):
    add(register, clerk_of_office, symbol="11-CT/TW", issued_on="")
    document = OfficialDocument.objects.get()
    assert document.slug == "11-ct-tw"
    client = client_of(clerk_of_office)
    address = reverse("wagtailadmin_pages:edit", args=[document.pk])
    sent = form(register, client) | edit_form(client.get(address)) | {"issued_on": "30/03/2007", "symbol": "12-CT/TW"}
    client.post(address, {name: value for name, value in sent.items() if name not in ("fields", "co_issuers")})
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert draft.slug == "12-ct-tw-30-03-2007"
    published = clerk.publish(draft)
    published.symbol = "13-CT/TW"
    assert clerk.publish(published).slug == "12-ct-tw-30-03-2007"


LONG = "về nâng cao chất lượng sinh hoạt chi bộ ở khu dân cư; " * 60


def test_a_text_is_no_abstract_and_what_was_typed_is_not_lost(register, clerk_of_office):
    answer = add(register, clerk_of_office, abstract=LONG).content.decode()
    assert "Trích yếu dài 3.2" in answer
    assert "tối đa là 2.000" in answer
    assert LONG.strip() in answer
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize(("letters", "is_remarked_on"), [(700, False), (701, True), (2000, True)])
def test_a_long_abstract_is_kept_and_remarked_on(register, clerk_of_office, letters, is_remarked_on):
    add(register, clerk_of_office, abstract="a" * letters)
    document = OfficialDocument.objects.get()
    assert len(document.abstract) == letters
    texts = [finding.text for result in run_checks(document) for finding in result.findings]
    assert any("phần ghi dưới tên" in text for text in texts) == is_remarked_on


def test_a_number_is_stored_in_digits_that_readers_type(register, clerk_of_office):
    add(register, clerk_of_office, symbol="１０－CT/TW")
    document = OfficialDocument.objects.get()
    assert (document.symbol, document.number_key) == ("10-CT/TW", "10|CT|TW")
