"""A document's identity, number, address, dates and term."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from documents.models import Issuer, OfficialDocument, Term
from documents.numbers import key_of_symbol
from tests.factories import DocumentRegisterFactory, IssuerFactory, OfficialDocumentFactory


def test_title_and_address_follow_from_number_and_day(directive_2007):
    assert directive_2007.title == "Chỉ thị 10-CT/TW ngày 30/3/2007"
    assert directive_2007.get_url() == "/van-ban/10-ct-tw-30-03-2007/"


def test_number_given_again_in_another_term_is_another_document(directive_2002, directive_2007, visitor):
    assert directive_2002.get_url() == "/van-ban/10-ct-tw-28-03-2002/"
    for document in (directive_2002, directive_2007):
        assert document.abstract in visitor.get(document.get_url()).content.decode()


def test_an_unknown_day_is_replaced_by_the_term_in_the_address(clerk):
    term = Term.objects.get(name="XII")
    document = clerk.enter("12-HD/BTCTW", None, "Ban Tổ chức Trung ương", type="Hướng dẫn", term=term)
    assert document.slug == "12-hd-btctw-khoa-xii"


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (dt.date(2002, 3, 28), "IX"),
        (dt.date(2007, 3, 30), "X"),
        (dt.date(2018, 7, 6), "XII"),
        (dt.date(1950, 1, 1), ""),
    ],
)
def test_term_follows_from_the_day(clerk, day, term):
    assert str(clerk.enter("05-CT/TW", day).term or "") == term


def test_term_of_the_party_says_nothing_of_a_commune(clerk):
    body = IssuerFactory()
    assert clerk.enter("05-NQ/ĐU", dt.date(2021, 5, 1), body.name, type="Nghị quyết").term is None


def test_term_of_a_province_holds_for_the_bodies_below_it(clerk):
    province = IssuerFactory(name="Tỉnh uỷ Hoà Bình", abbreviation="TU", level=2, slug="tinh-uy-hoa-binh")
    committee = IssuerFactory(name="Ban Tổ chức Tỉnh uỷ Hoà Bình", abbreviation="BTCTU", level=2, parent=province)
    term = Term.objects.create(name="2020–2025", issuer=province, starts=dt.date(2020, 10, 1))
    assert clerk.enter("12-HD/BTCTU", dt.date(2021, 5, 1), committee.name, type="Hướng dẫn").term == term


@pytest.mark.parametrize("typed", ["10-CT/TW", "10 ct tw", "10ct/tw", "010 – CT / TW", "10/CT-TW", "Số 10-CT/TW"])
def test_any_spelling_finds_the_number(directive_2002, directive_2007, typed):
    found = OfficialDocument.objects.numbered(typed).newest_first()
    assert list(found) == [directive_2007, directive_2002]


@pytest.mark.parametrize("typed", ["chỉ thị 10", "CT 10", "10"])
def test_a_number_without_its_body_finds_those_of_all_bodies(clerk, directive_2007, typed):
    other = clerk.enter("10-CT/TW", dt.date(2021, 5, 4), "Bộ Chính trị")
    clerk.enter("10-HD/BTCTW", dt.date(2021, 5, 4), "Ban Tổ chức Trung ương", type="Hướng dẫn")
    found = set(OfficialDocument.objects.numbered(typed))
    assert {other, directive_2007} <= found
    assert len(found) == (3 if typed == "10" else 2)


@pytest.mark.parametrize("typed", ["nghị định 30", "30/2020", "nd 30/2020", "30 nd cp 2020", "30"])
def test_a_decree_is_found_by_what_people_remember_of_its_number(clerk, typed):
    decree = clerk.enter("30/2020/NĐ-CP", dt.date(2020, 3, 5), "Chính phủ", type="Nghị định")
    assert list(OfficialDocument.objects.numbered(typed)) == [decree]


@pytest.mark.parametrize("other", ["110-CT/TW", "10a-CT/TW", "10-CT/TU", "10-CTr/TW", "1-CT/TW"])
def test_another_number_is_another_number(other):
    assert key_of_symbol(other) != key_of_symbol("10-CT/TW")


def duplicate(document: OfficialDocument, **values) -> OfficialDocument:
    return OfficialDocument(
        **{
            "symbol": document.symbol,
            "document_type": document.document_type,
            "issuer": document.issuer,
            "issued_on": document.issued_on,
            "abstract": "về một việc khác",
            "without_secrets": True,
        }
        | values
    )


@pytest.mark.parametrize("values", [{}, {"symbol": "10 – ct/tw"}, {"issued_on": dt.date(2008, 4, 1)}])
def test_a_number_is_given_once_in_a_term(register, directive_2007, values):
    with pytest.raises(ValidationError, match="trong cùng nhiệm kỳ"):
        register.add_child(instance=duplicate(directive_2007, live=False, term=directive_2007.term, **values))


def test_other_bodies_and_terms_give_it_again(register, directive_2007):
    politburo = Issuer.objects.get(name="Bộ Chính trị")
    register.add_child(instance=duplicate(directive_2007, live=False, issuer=politburo))
    register.add_child(instance=duplicate(directive_2007, live=False, issued_on=dt.date(2012, 4, 1)))
    assert OfficialDocument.objects.numbered("10-CT/TW").count() == 3


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"issued_on": dt.date(1913, 1, 1)}, "1930"),
        ({"expires_on": dt.date(2984, 1, 1)}, "1930"),
        ({"effective_on": dt.date(2007, 3, 29)}, "trước ngày ban hành"),
        ({"expires_on": dt.date(2007, 3, 29)}, "trước ngày có hiệu lực"),
        ({"issued_on": dt.date.max.replace(year=2030)}, "tương lai"),
    ],
)
def test_impossible_dates_are_refused(register, values, said):
    document = OfficialDocumentFactory.build(
        **{"symbol": "10-CT/TW", "issued_on": dt.date(2007, 3, 30), "live": False} | values
    )
    register.add_child(instance=document)
    with pytest.raises(ValidationError, match=said):
        document.full_clean()


def test_draft_of_an_unpublished_document_claims_its_number(register, directive_2007):
    draft = register.add_child(instance=duplicate(directive_2007, live=False, symbol="11-CT/TW"))
    draft.symbol = "12-CT/TW"
    draft.save_revision()
    with pytest.raises(ValidationError, match="trong cùng nhiệm kỳ"):
        register.add_child(instance=duplicate(directive_2007, live=False, symbol="12-CT/TW"))


def test_an_alias_is_no_second_document(register, home, directive_2007):
    other = DocumentRegisterFactory(parent=home, slug="van-ban-khac")
    alias = directive_2007.create_alias(parent=other)
    assert alias.title == directive_2007.title
    directive_2007.full_clean()
    alias.full_clean()
