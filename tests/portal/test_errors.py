"""Error pages: in Vietnamese, in the site's look, saying what to do; that of the server's own failure needs nothing."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from portal import views
from portal.models import HomePage, SiteSettings
from tests.reading import Reading


def test_404_says_what_may_have_happened_and_where_to_go(visitor, home):
    SiteSettings.objects.update(committee_name="Đảng uỷ xã Lương Minh")
    page = Reading(visitor, "/tin-tuc/khong-co/")
    assert page.status == 404
    assert page.text("h1") == "Không tìm thấy trang"
    assert "Đảng uỷ xã Lương Minh" in page.text(".masthead")
    assert page.links(".error-page a") == ["/dang-nhap/?next=/tin-tuc/khong-co/", "/"]
    assert page.response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/%22%3E%3Cscript%3E/", "/a%26next=https://xau.example/", "/%E0%A4%A/", "/\x00/"])
def test_an_odd_address_is_not_found_and_repeated_only_as_an_address(visitor, home, path):
    page = Reading(visitor, path)
    assert page.status == 404
    assert page.all("main script") == []
    assert "&next=https" not in page.links(".error-page a")[0]


def test_403_is_told_in_the_look_of_the_site(home, rf):
    response = views.permission_denied(rf.get("/"))
    assert response.status_code == 403
    assert "Bạn không có quyền xem nội dung này" in response.content.decode()


def test_a_form_that_is_too_old_says_what_to_do(home):
    page = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "a", "password": "b"})
    assert page.status_code == 403
    assert "tải lại" in page.content.decode()


def test_410_is_ready(home, rf):
    text = render_to_string("410.html", request=rf.get("/"))
    assert "Nội dung đã được gỡ" in text
    assert "Đảng uỷ" in text


def test_500_needs_no_database_and_no_context(django_db_blocker):
    with django_db_blocker.block():
        response = server_error(RequestFactory().get("/"))
    text = response.content.decode()
    assert response.status_code == 500
    assert 'lang="vi"' in text
    assert "Hệ thống đang gặp sự cố, vui lòng thử lại sau" in text
    assert "{%" not in text


@pytest.mark.parametrize("headers", [{"Host": "xau.example"}, {"Host": "a b"}])
def test_a_request_that_makes_no_sense_is_answered_in_the_look_of_the_site(headers):
    """A test without the database: a wrong host must cost nothing."""
    page = Reading(Client(), "/", **headers)
    assert page.status == 400
    assert page.text("h1") == "Không thể trả lời yêu cầu này"
    assert page.one("html")["lang"] == "vi"


def test_500_looks_like_the_site(visitor, home):
    text = server_error(RequestFactory().get("/")).content.decode()
    for part in ("portal/css/", "masthead"):
        assert part in text


def test_a_failure_of_ours_is_answered_with_500(home, monkeypatch):
    def fail(*args: object) -> None:
        raise RuntimeError("đĩa đầy")

    monkeypatch.setattr(HomePage, "front_stories", fail)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Hệ thống đang gặp sự cố" in response.content.decode()
    assert "đĩa đầy" not in response.content.decode()
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_only_get_and_head_reach_pages(visitor, home):
    assert visitor.head("/").status_code == 200


def test_an_unknown_address_of_the_admin_wears_our_emblem(admin_client):
    response = admin_client.get("/quan-tri/khong-co/")
    assert response.status_code == 404
    page = response.content.decode()
    assert "portal/img/emblem.svg" in page
    assert "Không tìm thấy trang" in page
    assert "Về trang quản trị" in page
    assert "<svg" not in page, "Wagtail's bird"
