"""The page on which staff see how a query is searched."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from django.urls import reverse

from portal.access.groups import COMMITTEE, MEMBERS, known_group
from portal.access.levels import Level, set_level
from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR
from search.models import SynonymGroup
from tests.editorial.conftest import client_of, person
from tests.search.rules.test_rules import rule

pytestmark = pytest.mark.django_db


def look(client, query: str = "", **more) -> Tag:
    answer = client.get(f"{reverse('search_explore')}?{urlencode({'q': query, **more})}")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    main = BeautifulSoup(answer.content, "lxml").select_one("main")
    assert main is not None
    return main


def said(soup: Tag) -> str:
    return soup.get_text(" ", strip=True)


def results(soup: Tag) -> list[str]:
    return [link.get_text() for link in soup.select(".explore-title a")]


def test_the_first_results_with_the_parts_of_their_scores(chief, articles):
    soup = look(chief, "sinh hoạt chi bộ")
    assert results(soup)[0] == "Sinh hoạt chi bộ thôn Đồi Chè"
    heads = [head.get_text() for head in soup.select(".explore-table thead th")]
    assert {"Âm tiết", "Có dấu", "Cặp âm tiết", "Điểm"} <= set(heads)
    points = [cell.get_text() for cell in soup.select(".explore-table tbody tr:first-child td.explore-number")]
    whole, *parts = [float(text.replace(".", "").replace(",", ".")) for text in points if text]
    assert sum(parts) == pytest.approx(whole, abs=0.05)


def test_what_was_understood(chief, articles):
    SynonymGroup.objects.create(terms="SHCB\nsinh hoạt chi bộ")
    told = said(look(chief, "sinh hoat chi bo -giá 10-CT/TW"))
    for words in ("đã thêm dấu", "10|CT|TW", "thuộc số ký hiệu", "Từ không được có giá", "Tìm cả cách nói shcb"):
        assert words in told
    assert "gõ khi quên bật bộ gõ" in said(look(chief, "sinh hoatj chi booj"))
    assert "từ để hỏi" in said(look(chief, "sinh hoạt chi bộ là gì"))
    assert "có thể gõ nhầm" in said(look(chief, "chi bộ zzyzx"))


def test_the_place_of_a_page_by_number_and_by_address(chief, articles):
    for named in (str(articles[0].pk), articles[0].get_url(), f"http://testserver{articles[0].get_url()}"):
        assert "đứng thứ 1" in said(look(chief, "sinh hoạt chi bộ", trang=named))


def test_why_a_page_is_not_found(chief, articles):
    told = said(look(chief, "sinh hoạt chi bộ", trang=articles[2].pk))
    assert "Không được tìm thấy" in told
    missing = [
        item
        for item in look(chief, "chè chi", trang=articles[2].pk).select(".explore-checks li")
        if item.select_one(".explore-mark--no")
    ]
    assert [item.get_text(" ", strip=True).split(" ", 2)[2] for item in missing] == ["Có “chi”"]


def test_a_rule_is_told(chief, articles):
    rule("chi bộ", articles[2], excluded=(articles[1],))
    assert results(look(chief, "chi bộ"))[0] == "Giá chè tăng"
    assert "Được quy tắc kết quả ghim" in said(look(chief, "chi bộ", trang=articles[2].pk))
    hidden = look(chief, "chi bộ", trang=articles[1].pk)
    assert "Không bị quy tắc" in hidden.select_one(".explore-mark--no").parent.get_text()


class TestRights:
    @pytest.mark.parametrize(("role", "may"), [(CHIEF, True), (ADMINISTRATOR, True), (EDITOR, False)])
    def test_who_keeps_the_rules_may_look(self, role, may, home):
        client = client_of(person("nguoi-thu", role))
        assert client.get(reverse("search_explore")).status_code == (200 if may else 302)

    def test_nobody_sees_more_than_himself(self, articles, chief):
        set_level(articles[0], Level.COMMITTEE)
        for level in ("", "public", "members", "committee", "org-1"):
            soup = look(chief, "đồi chè", muc=level)
            assert articles[0].title not in said(soup)

    def test_a_level_that_one_holds_can_be_searched_as(self, articles):
        set_level(articles[0], Level.COMMITTEE)
        user = person("truong-ban", CHIEF)
        user.groups.add(known_group(COMMITTEE))
        client = client_of(user)
        assert results(look(client, "đồi chè")) == [articles[0].title]
        assert results(look(client, "đồi chè", muc="committee")) == [articles[0].title]
        assert results(look(client, "đồi chè", muc="members")) == []
        assert results(look(client, "đồi chè", muc="public")) == []

    def test_only_levels_that_one_holds_are_offered(self, articles, chief):
        def offered(client) -> list[str]:
            return [str(option["value"]) for option in look(client).select("#explore-as option")]

        assert offered(chief) == ["", "public"]
        member = person("dang-vien", CHIEF)
        member.groups.add(known_group(MEMBERS))
        assert offered(client_of(member)) == ["", "public", "members"]

    def test_a_closed_page_is_as_one_that_is_not_there(self, articles, chief):
        set_level(articles[0], Level.COMMITTEE)
        answers = [said(look(chief, "chè", trang=named)) for named in (articles[0].pk, articles[0].get_url(), 999_999)]
        assert all("Không có trang mang số hay địa chỉ này" in answer for answer in answers)
        assert not any(articles[0].title in answer for answer in answers)

    def test_the_page_that_is_found_under_a_lower_level_says_why_not(self, articles):
        set_level(articles[0], Level.COMMITTEE)
        user = person("truong-ban", CHIEF)
        user.groups.add(known_group(COMMITTEE))
        soup = look(client_of(user), "đồi chè", muc="public", trang=articles[0].pk)
        assert "Phạm vi xem" in soup.select_one(".explore-mark--no").parent.get_text()


@pytest.mark.parametrize(
    "query", ["\x00", '"', "a" * 5000, "(((", "-đảng", "10-CT/TW " * 50, "<script>alert(1)</script>", "http://["]
)
def test_whatever_is_typed_has_an_answer(chief, articles, query):
    soup = look(chief, query, trang=query[:300])
    assert not soup.select("table script, dl script")


def test_an_engine_that_does_not_answer_is_said(chief, articles, settings):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 0.5
    assert "hiện không trả lời" in said(look(chief, "chi bộ", may="es"))
    assert results(look(chief, "chi bộ", may="csdl"))


def test_it_stands_in_the_menu_below_the_search(chief):
    assert reverse("search_explore") in chief.get(reverse("wagtailadmin_home")).content.decode()
