"""The address that the admin's script sends pastes to, and the slug that the server makes."""

import json

import pytest
from django.urls import reverse

from portal.models import StandardPage
from portal.text.legacy import LegacyEncoding, encode
from portal.text.paste import MAX_LENGTH


@pytest.fixture
def send(admin_client):
    def send(body):
        content = body if isinstance(body, str) else json.dumps(body)
        return admin_client.post(reverse("portal_admin_paste"), content, content_type="application/json")

    return send


def blocks(content):
    return [(block["type"], block["text"]) for block in content["blocks"]]


def test_markup_comes_back_as_content_of_the_editor(send):
    answer = send({"html": "<h2>Tin</h2><p class=MsoNormal>Đảng uỷ <b>đổi mới</b></p><img src=x><table><tr><td>a<td>b"})
    content = answer.json()
    assert blocks(content["content"]) == [
        ("header-two", "Tin"),
        ("unstyled", "Đảng uỷ đổi mới"),
        ("unstyled", "a | b"),
    ]
    assert content["legacy"] is None
    assert "converted" not in content
    assert len(content["notes"]) == 2
    assert content["notes"][0].startswith("1 ")


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_legacy_markup_comes_with_its_conversion(send, encoding):
    meant = "Đảng uỷ xã họp định kỳ"
    content = send({"html": f"<p>{encode(meant, encoding)}</p>"}).json()
    assert content["legacy"] == encoding
    assert encoding.value in content["legacy_name"]
    assert blocks(content["content"]) == [("unstyled", encode(meant, encoding))]
    assert blocks(content["converted"]) == [("unstyled", meant)]
    assert content["converted_sample"] == meant


def test_plain_text_is_normalised_and_converted(send):
    meant = "Đảng uỷ xã\nhọp định kỳ"
    content = send({"text": encode(meant, LegacyEncoding.TCVN3)}).json()
    assert content["converted_text"] == meant
    assert blocks(content["converted"]) == [("unstyled", "Đảng uỷ xã"), ("unstyled", "họp định kỳ")]
    content = send({"text": "Đa\u0309ng\u00a0uy\u0309 <b>"}).json()
    assert content["legacy"] is None
    assert blocks(content["content"]) == [("unstyled", "Đảng uỷ <b>")]


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "{}", '{"html": 1}', '{"text": null}'])
def test_what_cannot_be_read_is_refused_with_a_sentence(send, body):
    answer = send(body)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "body", [{"html": "<div>" * 10_000}, {"html": "x" * (MAX_LENGTH + 1)}, {"text": "x" * (MAX_LENGTH + 1)}]
)
def test_too_much_is_refused_with_a_sentence(send, body):
    answer = send(body)
    assert answer.status_code == 413
    assert answer.json()["error"]


@pytest.mark.parametrize("body", ["[" * 100_000, '{"html":' * 50_000, "9" * 5000, '{"html": ' + "9" * 5000 + "}"])
def test_a_body_of_brackets_is_refused_with_a_sentence(admin_client, body):
    answer = admin_client.post(reverse("portal_admin_paste"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_more_than_the_server_reads_is_refused_with_a_sentence(send, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = send({"html": "x" * 2000})
    assert answer.status_code == 413
    assert answer.json()["error"]


def test_only_staff_may_ask(visitor, admin_client):
    address = reverse("portal_admin_paste")
    assert visitor.post(address, "{}", content_type="application/json").status_code == 302
    assert admin_client.get(address).status_code == 405


def test_the_admin_brings_the_scripts(admin_client):
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "portal/admin/slug.js" in page
    assert "portal/admin/paste.js" in page
    assert "portal/admin/paste.css" in page


def test_the_server_makes_slugs_with_every_letter(home):
    first = home.add_child(instance=StandardPage(title="Đảng uỷ đổi mới"))
    second = home.add_child(instance=StandardPage(title="Đảng ủy đổi mới"))
    assert (first.slug, second.slug) == ("dang-uy-doi-moi", "dang-uy-doi-moi-2")
