"""A number that hundreds of documents bear: who says more than the number is led to the one he means, at equal cost."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.mentions import candidates
from documents.mentions.candidates import weighed_in
from documents.mentions.names import names_of_number
from documents.models import CitedName, Issuer, Mention, OfficialDocument, StatusPeriod
from documents.models.status import Status
from news.models import Article
from portal.access.levels import Level, set_level
from portal.access.tokens import Tokens
from tests.documents.many import many_documents
from tests.documents.mentions.test_mentioned_in import shown
from tests.documents.mentions.test_pages import citations
from tests.factories import IssuerFactory

HUNDREDS = 400
NOW = dt.date(2026, 1, 1)
OPENS_THE_CHOOSER = "/van-ban/so/?so=01-KH%2F%C4%90U"


def named(symbol: str = "01-KH/ĐU", code: str = "KH") -> None:
    """Every document that bears ``symbol`` is found by its names."""
    bearers = OfficialDocument.objects.filter(symbol=symbol)
    for key in names_of_number(bearers[0].number_key, code):
        name, _made = CitedName.objects.get_or_create(key=key)
        name.documents.set(bearers)


@pytest.fixture
def plans(register) -> list[OfficialDocument]:
    """Plans numbered 01-KH/ĐU, each of a day of its own, in the order of their days."""
    many_documents(register, HUNDREDS, "01-KH/ĐU")
    named()
    return list(OfficialDocument.objects.filter(symbol="01-KH/ĐU").order_by("issued_on"))


def on(document: OfficialDocument) -> str:
    day = document.issued_on
    assert day is not None
    return f"{day.day}/{day.month}/{day.year}"


def test_whoever_says_the_day_means_one(write, plans, visitor):
    first, last = plans[0], plans[-1]
    article = write(f"Kế hoạch 01-KH/ĐU ngày {on(last)}; Kế hoạch 01-KH/ĐU ngày {on(first)}.", day=NOW)
    assert [href for _words, href in citations(visitor, article)] == [last.get_url(), first.get_url()]


def test_whoever_says_the_year_means_that_years_only_one(write, plans, visitor):
    ours = plans[-1]
    OfficialDocument.objects.filter(pk=ours.pk).update(issued_on=dt.date(1990, 5, 4))
    assert ours.issued_on is not None
    article = write("Kế hoạch 01-KH/ĐU năm 1990 nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


@pytest.mark.parametrize("place", ["xã Lam Khê", "xã LAM KHÊ"])
def test_whoever_says_the_place_means_its_committees(write, plans, visitor, place):
    ours = plans[len(plans) // 2]
    OfficialDocument.objects.filter(pk=ours.pk).update(issuer=IssuerFactory(name=f"Đảng uỷ {place}"))
    article = write("Kế hoạch 01-KH/ĐU của Đảng ủy xã Lam Khê nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


def test_a_body_is_found_by_the_place_of_the_one_above_it_also_when_that_is_renamed(db):
    above = IssuerFactory(name="Đảng uỷ xã Cũ")
    body = IssuerFactory(name="Uỷ ban Kiểm tra", parent=above)
    assert "xa cu" in body.called
    above.name = "Đảng uỷ xã Lam Khê"
    above.save()
    assert "xa lam khe" in Issuer.objects.get(pk=body.pk).called


def test_whoever_says_the_term_means_that_terms_only_one(write, plans, visitor):
    OfficialDocument.objects.filter(pk__in=[plan.pk for plan in plans]).update(term=plans[-1].term)
    OfficialDocument.objects.filter(pk=plans[0].pk).update(term=plans[0].term)
    assert plans[0].term.name != plans[-1].term.name
    article = write(f"Kế hoạch 01-KH/ĐU (khóa {plans[0].term.name}) nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", plans[0].get_url())]


def test_whoever_names_the_body_in_short_means_its_letters(write, plans, clerk, visitor):
    ours = clerk.enter("01-KH/TU", dt.date(2019, 3, 2), type="Kế hoạch")
    name = CitedName.objects.get(key="KH|1")
    assert name.documents.count() == HUNDREDS + 1
    article = write("Kế hoạch số 01 của Tỉnh ủy nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch số 01", ours.get_url())]


def test_where_hundreds_fit_the_reader_chooses_though_one_alone_holds(write, plans, visitor):
    """Only some of so many are looked at, and what is not looked at may hold as well."""
    StatusPeriod.objects.exclude(document=plans[0].pk).update(status=Status.EXPIRED)
    article = write("Theo Kế hoạch 01-KH/ĐU.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", OPENS_THE_CHOOSER)]


@pytest.mark.parametrize("over", [0, 1])
def test_the_only_one_in_force_is_certain_while_all_are_looked_at(write, register, visitor, over):
    many_documents(register, candidates.MOST_FITTING + over, "01-KH/ĐU")
    named()
    ours = OfficialDocument.objects.filter(symbol="01-KH/ĐU").order_by("pk")[3]
    StatusPeriod.objects.exclude(document=ours.pk).update(status=Status.EXPIRED)
    article = write("Theo Kế hoạch 01-KH/ĐU.", day=NOW)
    expected = OPENS_THE_CHOOSER if over else ours.get_url()
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", expected)]


def test_documents_without_a_day_do_not_hide_the_one_of_the_day(write, plans, visitor):
    ours = plans[-1]
    OfficialDocument.objects.filter(symbol="01-KH/ĐU").exclude(pk=ours.pk).update(issued_on=None)
    article = write(f"Kế hoạch 01-KH/ĐU ngày {on(ours)} nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


def test_the_one_whose_day_nobody_knows_is_found_among_hundreds_of_other_days(write, plans, visitor):
    ours = max(plans, key=lambda plan: plan.pk)
    OfficialDocument.objects.filter(symbol="01-KH/ĐU").update(issued_on=dt.date(1990, 6, 1))
    OfficialDocument.objects.filter(pk=ours.pk).update(issued_on=None)
    article = write("Kế hoạch 01-KH/ĐU ngày 4/5/1990 nêu rõ.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


def test_what_was_issued_after_the_text_does_not_count(write, plans, visitor):
    ours = plans[0]
    OfficialDocument.objects.filter(pk=ours.pk).update(issued_on=dt.date(1990, 5, 4))
    article = write("Theo Kế hoạch 01-KH/ĐU.", day=dt.date(1991, 1, 1))
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


def test_closed_ones_neither_count_nor_hide_the_one_that_is_open(write, plans, register, visitor):
    ours = plans[-1]
    for plan in plans[: candidates.MOST_FITTING + 10]:
        set_level(plan, Level.MEMBERS)
    OfficialDocument.objects.filter(symbol="01-KH/ĐU").exclude(
        pk__in=[ours.pk, *(plan.pk for plan in plans[: candidates.MOST_FITTING + 10])]
    ).update(live=False)
    article = write("Theo Kế hoạch 01-KH/ĐU.", day=NOW)
    assert citations(visitor, article) == [("Kế hoạch 01-KH/ĐU", ours.get_url())]


def test_a_preview_finds_them_too_though_it_looks_at_few(write, plans, admin_client, monkeypatch):
    monkeypatch.setattr(candidates, "MOST_ROWS", 20)
    article = write("Chi bộ họp.", day=NOW)
    draft = Article.objects.get(pk=article.pk)
    text = f"Kế hoạch 01-KH/ĐU ngày {on(plans[7])}; lại Kế hoạch 01-KH/ĐU ngày {on(plans[-1])}."
    draft.body = [("paragraph", f"<p>{text}</p>")]
    draft.save_revision()
    content = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])).content.decode()
    found = re.findall(r'class="citation" href="([^"]+)"', content)
    assert found == [plans[7].get_url(), plans[-1].get_url()]


def test_of_a_preview_what_was_cut_off_is_no_link(write, plans, admin_client, monkeypatch):
    monkeypatch.setattr(candidates, "MOST_ROWS", 1)
    draft = Article.objects.get(pk=write("Chi bộ họp.", day=NOW).pk)
    draft.body = [("paragraph", "<p>Theo Kế hoạch 01-KH/ĐU.</p>")]
    draft.save_revision()
    content = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk])).content.decode()
    assert "citation" not in content.partition("<main")[2]


def test_a_link_costs_the_same_however_many_bear_the_number(write, register, visitor):
    article = write("Kế hoạch 01-KH/ĐU ngày 1/2/2003; Kế hoạch 01-KH/ĐU.", day=NOW)

    def cost() -> int:
        cache.clear()
        visitor.get(article.get_url())
        with CaptureQueriesContext(connection) as queries:
            visitor.get(article.get_url())
        return len(queries)

    many_documents(register, 2, "01-KH/ĐU")
    named()
    few = cost()
    many_documents(register, HUNDREDS, "01-KH/ĐU")
    named()
    assert cost() == few


def test_what_is_told_of_a_mention_is_bounded(write, plans):
    article = write("Kế hoạch 01-KH/ĐU.", day=NOW)
    (one,) = weighed_in(article.pk, Tokens())
    assert len(one.candidates) == candidates.MOST_FITTING
    assert not one.are_all


def test_of_hundreds_each_lists_the_text_that_means_it(write, plans, visitor):
    article = write(f"Kế hoạch 01-KH/ĐU ngày {on(plans[5])} nêu rõ.", day=NOW, title="Bài có ngày")
    unclear = write("Theo Kế hoạch 01-KH/ĐU.", day=NOW, title="Bài không rõ")
    row = Mention.objects.get(page=unclear.pk)
    ours = plans[5]
    repeat(row, 700)
    said = shown(visitor, ours)
    assert article.title in said
    assert unclear.title not in said
    assert article.title not in shown(visitor, plans[6])


def repeat(row: Mention, times: int) -> None:
    """As many texts say the same, each on a day of its own."""
    day = row.text_day
    assert day is not None
    values = {field.attname: getattr(row, field.attname) for field in Mention._meta.fields if field.name != "id"}
    Mention.objects.bulk_create(
        Mention(**{**values, "text_day": day + dt.timedelta(days=number)}) for number in range(1, times + 1)
    )
