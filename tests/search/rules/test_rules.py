"""The rules that staff keep: live at once, cheap however many, and sound before they are saved."""

import datetime as dt
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from portal.access.groups import COMMITTEE, known_group
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry as AuditEntry
from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR
from search.query.understanding import understand
from search.rules.current import current_rules, decided_for
from search.rules.models import ResultRule, RulePage
from tests.editorial.conftest import client_of, person
from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 2)


def rule(queries: str, *pins: Page, excluded: tuple[Page, ...] = (), **values) -> ResultRule:
    made = ResultRule(queries=queries, **values)
    rows = [(page, RulePage.Effect.PIN) for page in pins] + [(page, RulePage.Effect.EXCLUDE) for page in excluded]
    made.pages = [RulePage(page=page, effect=effect, sort_order=place) for place, (page, effect) in enumerate(rows)]
    made.save()
    return made


@pytest.fixture
def articles(news_section) -> list:
    titles = ["Lịch tiếp công dân", "Chi bộ họp thường kỳ", "Đại hội chi bộ"]
    return [publish(ArticleFactory(parent=news_section, live=False, title=title)) for title in titles]


class TestCurrent:
    def pinned(self, query: str, known) -> list[str]:
        return list(decided_for(understand(query, known), TODAY).pinned)

    def test_what_staff_change_counts_from_the_next_search_on(self, articles, known):
        assert self.pinned("tiếp dân", known) == []
        made = rule("tiếp dân", articles[0])
        assert self.pinned("tiếp dân", known) == [str(articles[0].pk)]
        made.pages = [RulePage(page=articles[1])]
        made.save()
        assert self.pinned("tiếp dân", known) == [str(articles[1].pk)]
        made.is_active = False
        made.save()
        assert self.pinned("tiếp dân", known) == []
        made.is_active = True
        made.save()
        made.delete()
        assert self.pinned("tiếp dân", known) == []

    def test_raw_keys_are_read_as_what_they_mean(self, articles, known):
        rule("sinh hoạt chi bộ", articles[0])
        assert self.pinned("sinh hoatj chi booj", known) == [str(articles[0].pk)]

    def test_hundreds_cost_one_query(self, articles, django_assert_num_queries):
        for number in range(300):
            rule(f"câu số {number}", articles[0])
        current_rules()
        with django_assert_num_queries(1):
            assert current_rules().decide(["câu", "số", "299"], TODAY).pinned == (str(articles[0].pk),)


class TestOnThePage:
    @pytest.fixture
    def titles(self, visitor):
        def ask(query: str, client=visitor) -> list[str]:
            soup = BeautifulSoup(client.get(f"/tim-kiem/?q={quote(query)}").content, "lxml")
            return [
                item.get_text(" ", strip=True) for item in soup.select(".search-result__title, .search-result__facts")
            ]

        return ask

    def test_a_pin_stands_first_and_readers_are_told(self, articles, titles, worked):
        worked()
        rule("chi bộ", articles[0], excluded=(articles[2],))
        found = titles("Chi  Bộ")
        assert found[0] == "Lịch tiếp công dân"
        assert found[1].startswith("Được ghim")
        assert "Chi bộ họp thường kỳ" in found
        assert "Đại hội chi bộ" not in found

    def test_a_pin_closed_since_is_pinned_for_those_who_may_open_it(self, articles, titles, worked, admin_client):
        worked()
        rule("chi bộ", articles[0])
        set_level(articles[0], Level.COMMITTEE)
        assert "Lịch tiếp công dân" not in titles("chi bộ")
        assert titles("chi bộ", client=admin_client)[0] == "Lịch tiếp công dân"

    def test_a_page_that_was_deleted_is_pinned_no_more(self, articles, titles, worked):
        worked()
        rule("chi bộ", articles[0], articles[1])
        articles[0].delete()
        assert titles("chi bộ")[0] == "Chi bộ họp thường kỳ"


class TestForm:
    def address(self, name: str, *args) -> str:
        return reverse(ResultRule.snippet_viewset.get_url_name(name), args=args)

    def post(self, client, *rows: tuple[int, str], queries: str = "tiếp dân", **values):
        form = {
            "queries": queries, "match": "whole", "is_active": "on", "starts_on": "", "ends_on": "", "note": "",
            "pages-TOTAL_FORMS": str(len(rows)), "pages-INITIAL_FORMS": "0", "pages-MIN_NUM_FORMS": "0",
            "pages-MAX_NUM_FORMS": "1000",
        }  # fmt: skip
        for place, (page, effect) in enumerate(rows):
            form |= {
                f"pages-{place}-page": str(page),
                f"pages-{place}-effect": effect,
                f"pages-{place}-ORDER": f"{place}",
            }
        return client.post(self.address("add"), {**form, **values})

    @pytest.fixture
    def chief(self, home):
        return client_of(person("truong-ban", CHIEF))

    def says(self, answer) -> str:
        assert answer.status_code == 200, "it was saved"
        assert not ResultRule.objects.exists()
        return BeautifulSoup(answer.content, "lxml").get_text(" ", strip=True)

    def test_a_rule_is_kept_in_its_order_and_in_the_log(self, chief, articles):
        answer = self.post(chief, (articles[1].pk, "pin"), (articles[0].pk, "pin"), (articles[2].pk, "exclude"))
        assert answer.status_code == 302
        kept = ResultRule.objects.get().rule()
        assert list(kept.pinned) == [str(articles[1].pk), str(articles[0].pk)]
        assert list(kept.excluded) == [str(articles[2].pk)]
        lines = AuditEntry.objects.filter(actor_id=get_user_model().objects.get(username="truong-ban").pk)
        assert str(ResultRule.objects.get().pk) in [line.object_id for line in lines]

    def test_one_page_both_pinned_and_excluded_is_refused(self, chief, articles):
        answer = self.post(chief, (articles[0].pk, "pin"), (articles[0].pk, "exclude"))
        assert "hoặc ghim, hoặc không hiện" in self.says(answer)

    def test_a_page_that_was_deleted_meanwhile(self, chief, articles):
        gone = articles[0].pk
        articles[0].delete()
        assert "Trang này không còn nữa" in self.says(self.post(chief, (gone, "pin")))

    def test_a_page_that_is_closed_to_the_person_is_as_one_deleted(self, chief, articles):
        set_level(articles[0], Level.COMMITTEE)
        said = self.says(self.post(chief, (articles[0].pk, "pin")))
        assert "Trang này không còn nữa" in said
        assert articles[0].title not in said

    def test_a_page_for_nobody(self, chief, articles):
        PageViewRestriction.objects.create(page=articles[0], restriction_type="password", password="x")
        admin = client_of(person("quan-tri", ADMINISTRATOR, is_superuser=True))
        assert "Không ai mở được trang này" in self.says(self.post(admin, (articles[0].pk, "pin")))

    def test_a_page_that_is_not_published(self, chief, articles):
        articles[0].unpublish()
        assert "chưa xuất bản" in self.says(self.post(chief, (articles[0].pk, "pin")))

    def test_a_page_that_search_does_not_look_at(self, chief, home):
        assert "không xét loại trang này" in self.says(self.post(chief, (home.pk, "pin")))

    def test_a_rule_without_pages(self, chief, articles):
        self.says(self.post(chief))

    @pytest.mark.parametrize("queries", ["Lịch  tiếp dân", "lich tiep dan\nLỊCH TIẾP DÂN"])
    def test_a_query_that_has_a_rule_already(self, chief, articles, queries):
        kept = rule("LỊCH tiếp dân", articles[0])
        answer = self.post(chief, (articles[1].pk, "pin"), queries=queries)
        assert "Đã có quy tắc cho" in answer.content.decode()
        kept.ends_on = dt.date(2026, 1, 1)
        kept.save()
        assert self.post(chief, (articles[1].pk, "pin"), queries=queries, starts_on="2026-02-01").status_code == 302

    def test_days_in_the_wrong_order(self, chief, articles):
        answer = self.post(chief, (articles[0].pk, "pin"), starts_on="2026-02-02", ends_on="2026-02-01")
        assert "Ngày cuối đứng trước ngày đầu" in self.says(answer)

    def test_titles_of_closed_pages_are_told_to_nobody_who_may_not_see_them(self, chief, articles):
        made = rule("tiếp dân", articles[0])
        set_level(articles[0], Level.COMMITTEE)
        for address in (self.address("list"), self.address("edit", made.pk), self.address("history", made.pk)):
            answer = chief.get(address)
            assert answer.status_code == 200
            assert articles[0].title not in answer.content.decode()

    def test_who_may_not_see_a_pinned_page_can_still_change_the_rest(self, articles):
        made = rule("tiếp dân", articles[0])
        set_level(articles[0], Level.COMMITTEE)
        row = made.pages.get()
        client = client_of(person("truong-ban", CHIEF))
        form = {
            "queries": "tiếp công dân", "match": "whole", "is_active": "on", "pages-TOTAL_FORMS": "1",
            "pages-INITIAL_FORMS": "1", "pages-MIN_NUM_FORMS": "0", "pages-MAX_NUM_FORMS": "1000",
            "pages-0-id": str(row.pk), "pages-0-page": str(articles[0].pk), "pages-0-effect": "pin", "pages-0-ORDER": "1",
        }  # fmt: skip
        assert client.post(self.address("edit", made.pk), form).status_code == 302
        made.refresh_from_db()
        assert made.queries == "tiếp công dân"

    def test_the_list_leads_to_the_results(self, chief, articles):
        rule("tiếp dân & hỏi đáp", articles[0])
        soup = BeautifulSoup(chief.get(self.address("list")).content, "lxml")
        assert [link["href"] for link in soup.select("a") if link.get_text(strip=True) == "Xem kết quả"] == [
            f"/tim-kiem/?q={quote('tiếp dân & hỏi đáp')}"
        ]

    @pytest.mark.parametrize(("role", "may"), [(CHIEF, True), (ADMINISTRATOR, True), (EDITOR, False)])
    def test_the_chief_and_administrators_keep_them(self, role, may, home):
        client = client_of(person("nguoi-thu", role))
        answers = [client.get(self.address(name)).status_code for name in ("list", "add")]
        assert answers == ([200, 200] if may else [302, 302])


def test_somebody_in_the_committee_pins_what_the_committee_reads(articles):
    set_level(articles[0], Level.COMMITTEE)
    user = person("truong-ban", CHIEF)
    user.groups.add(known_group(COMMITTEE))
    assert TestForm().post(client_of(user), (articles[0].pk, "pin")).status_code == 302
