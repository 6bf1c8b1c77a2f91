"""The same search as JSON, as a feed, and from a browser's own box."""

import datetime as dt
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from lxml import etree

from portal.access.levels import Level, set_level
from portal.models import SiteSettings
from search.contract import MOST_RESULTS, PER_PAGE

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
PUBLIC = "https://luongminh.example.vn"


@pytest.fixture(autouse=True)
def _public_address(settings, home):
    settings.WAGTAILADMIN_BASE_URL = PUBLIC
    SiteSettings.objects.update(committee_name="Đảng uỷ xã Lương Minh")


@pytest.fixture
def stories(news_section, story, entered):
    """Three of three days, the second for members only."""
    made = [
        story(
            news_section,
            f"Chi bộ họp ngày {day}",
            "Bàn <b>việc làng</b> & việc nước",
            published_on=dt.datetime(2026, 3, day, 5, tzinfo=dt.UTC),
        )
        for day in (1, 2, 3)
    ]
    set_level(made[1], Level.MEMBERS)
    entered()
    return made


@pytest.fixture
def json(visitor):
    """The answer for a query, with its status."""

    def ask(query: str = "", client=visitor, **more: str):
        answer = client.get(f"/tim-kiem/ket-qua.json?{urlencode({'q': query, **more})}")
        assert answer["Content-Type"] == "application/json"
        return answer.status_code, answer.json()

    return ask


class TestJson:
    def test_it_has_what_the_page_has(self, stories, json, page, titles):
        status, told = json("hop chi bo", xep="moi")
        assert status == 200
        assert [one["title"] for one in told["results"]] == titles(page("hop chi bo", xep="moi"))
        assert (told["total"], told["page"], told["pages"], told["per_page"]) == (2, 1, 1, PER_PAGE)
        assert told["did_you_mean"] == "họp chi bộ"
        assert (told["next"], told["previous"], told["reserve_mode"]) == (None, None, False)

    def test_back_from_beyond_the_last_page_is_the_last_page(self, stories, json, monkeypatch):
        for module in ("search.answering", "search.engines.database.engine"):
            monkeypatch.setattr(f"{module}.PER_PAGE", 1)
        before = {page: json("hop chi bo", page=page)[1]["previous"] for page in (1, 2, 3, 9)}
        assert before[1] is None
        assert before[2] == f"{PUBLIC}/tim-kiem/ket-qua.json?q=hop+chi+bo"
        assert before[3] == before[9] == f"{PUBLIC}/tim-kiem/ket-qua.json?q=hop+chi+bo&page=2"

    def test_a_result_says_where_it_is_and_where_its_words_stand(self, stories, json):
        first = json("chi bộ", xep="moi")[1]["results"][0]
        assert first["url"] == f"{PUBLIC}{stories[2].get_url()}"
        assert [first["title"][start:end] for start, end in first["title_marks"]] == ["Chi", "bộ"]
        assert (first["kind"], first["kind_label"], first["date"]) == ("news", "Tin bài", "2026-03-03")
        assert (first["file"], first["access"]) == (None, None)

    def test_facets_are_asked_for_by_the_names_that_they_tell(self, stories, json, admin_client):
        facets = {facet["name"]: facet["values"] for facet in json("chi bộ", client=admin_client)[1]["facets"]}
        values = {one["value"]: one["count"] for one in facets["pham-vi"]}
        assert values == {"public": 2, "members": 1}
        assert json("chi bộ", client=admin_client, **{"pham-vi": "members"})[1]["total"] == 1

    def test_pages_lead_to_each_other(self, stories, json, monkeypatch):
        for module in ("search.engines.database.engine", "search.answering"):
            monkeypatch.setattr(f"{module}.PER_PAGE", 1)
        told = json("chi bộ", xep="moi")[1]
        asked = parse_qs(urlsplit(told["next"]).query)
        assert asked == {"q": ["chi bộ"], "xep": ["moi"], "page": ["2"]}
        second = json("chi bộ", xep="moi", page="2")[1]
        assert [one["title"] for one in second["results"]] == ["Chi bộ họp ngày 1"]
        assert second["next"] is None

    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            ({"q": ""}, "Hãy ghi từ cần tìm"),
            ({"q": "họp", "tu-ngay": "31/02/2026"}, "“31/02/2026” không phải là ngày"),
            ({"q": "họp", "tu-ngay": "2026-03-03", "den-ngay": "2026-03-01"}, "đứng trước"),
            ({"q": "họp", "page": str(MOST_RESULTS // PER_PAGE + 1)}, "Không có trang"),
            ({"q": "họp", "page": "x"}, "Không có trang"),
        ],
    )
    def test_what_cannot_be_answered_is_told_in_vietnamese(self, home, visitor, asked, told):
        answer = visitor.get("/tim-kiem/ket-qua.json", asked)
        assert answer.status_code == 400
        assert told in " ".join(answer.json()["errors"])

    def test_no_cache_keeps_what_somebody_may_see_and_no_search_engine_takes_it(self, stories, visitor, admin_client):
        address = "/tim-kiem/ket-qua.json?q=chi"
        anybody, somebody = visitor.get(address), admin_client.get(address)
        assert "public" in anybody["Cache-Control"]
        assert {"private", "no-store"} <= set(somebody["Cache-Control"].split(", "))
        assert anybody["X-Robots-Tag"] == somebody["X-Robots-Tag"] == "noindex"
        assert (anybody.json()["total"], somebody.json()["total"]) == (2, 3)


class TestFeed:
    @pytest.mark.parametrize("client", ["visitor", "admin_client"])
    def test_rss_has_what_is_public_the_newest_first_whoever_asks(self, stories, request, client):
        answer = request.getfixturevalue(client).get("/tim-kiem/rss/", {"q": "chi bộ", "xep": "xem"})
        assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
        channel = etree.fromstring(answer.content).find("channel")
        assert channel.findtext("title") == "Tìm kiếm: chi bộ – Đảng uỷ xã Lương Minh"
        assert [item.findtext("title") for item in channel.findall("item")] == [
            "Chi bộ họp ngày 3",
            "Chi bộ họp ngày 1",
        ]
        item = channel.find("item")
        assert item.findtext("link") == item.findtext("guid") == f"{PUBLIC}{stories[2].get_url()}"
        assert item.findtext("description") == "Bàn việc làng &amp; việc nước"
        assert item.findtext("pubDate") == "Tue, 03 Mar 2026 00:00:00 +0700"
        assert answer["X-Robots-Tag"] == "noindex"

    def test_atom_has_what_the_format_asks_for(self, stories, visitor):
        root = etree.fromstring(visitor.get("/tim-kiem/atom/", {"q": "chi bộ"}).content)
        for required in ("id", "title", "updated"):
            assert root.findtext(f"{ATOM}{required}")
        assert root.findtext(f"{ATOM}author/{ATOM}name") == "Đảng uỷ xã Lương Minh"
        own = root.find(f"{ATOM}link[@rel='self']").get("href")
        assert own == f"{PUBLIC}/tim-kiem/atom/?{urlencode({'q': 'chi bộ', 'xep': 'moi'})}"
        assert all(entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry"))

    def test_it_is_narrowed_as_the_page_is(self, stories, visitor):
        answer = visitor.get("/tim-kiem/atom/", {"q": "chi bộ", "den-ngay": "2026-03-02"})
        assert [title.text for title in etree.fromstring(answer.content).iter(f"{ATOM}title")][1:] == [
            "Chi bộ họp ngày 1"
        ]

    def test_the_page_names_its_feeds(self, stories, visitor, page):
        found = page("chi bộ", **{"loai-trang": "news", "xep": "xem"})
        links = {link["type"]: link["href"] for link in found.select("link[rel=alternate][type]")}
        for kind in ("rss", "atom"):
            address = links[f"application/{kind}+xml"]
            assert address.startswith(f"/tim-kiem/{kind}/?")
            assert "loai-trang=news" in address
            assert visitor.get(address).status_code == 200

    def test_of_what_only_some_may_see_none_is_offered(self, stories, page, admin_client):
        assert page("chi bộ", client=admin_client).select_one("link[rel=alternate][type='application/rss+xml']")
        found = page("chi bộ", client=admin_client, **{"pham-vi": "members"})
        assert found.select_one("link[rel=alternate][type='application/rss+xml']") is None

    def test_without_words_there_is_none(self, home, visitor):
        assert visitor.get("/tim-kiem/rss/").status_code == 404


class TestBrowser:
    def test_every_page_names_the_description(self, home, page, visitor):
        link = page().select_one("link[rel=search]")
        assert link["title"] == "Đảng uỷ xã Lương Minh"
        answer = visitor.get(link["href"])
        assert answer["Content-Type"] == link["type"] + "; charset=utf-8"

    def test_the_description_keeps_the_format(self, home, visitor):
        root = etree.fromstring(visitor.get("/tim-kiem/opensearch.xml").content)
        assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
        assert 0 < len(root.findtext(f"{OPENSEARCH}ShortName")) <= 16
        assert root.findtext(f"{OPENSEARCH}LongName") == "Đảng uỷ xã Lương Minh"
        assert root.findtext(f"{OPENSEARCH}Language") == "vi"
        urls = {url.get("type"): url.get("template") for url in root.iter(f"{OPENSEARCH}Url")}
        assert all(url.startswith(f"{PUBLIC}/tim-kiem/") for url in urls.values())

    def test_what_a_browser_fills_in_is_answered(self, stories, visitor):
        root = etree.fromstring(visitor.get("/tim-kiem/opensearch.xml").content)
        for url in root.iter(f"{OPENSEARCH}Url"):
            filled = url.get("template").replace("{searchTerms}", "chi%20b%E1%BB%99")
            assert visitor.get(filled.removeprefix(PUBLIC)).status_code == 200, url.get("type")

    def test_a_short_name_of_the_committee_is_the_name_of_the_search(self, home, visitor):
        SiteSettings.objects.update(committee_name="Đảng uỷ Hoà & An")
        assert "<ShortName>Đảng uỷ Hoà &amp; An</ShortName>" in visitor.get("/tim-kiem/opensearch.xml").content.decode()
