"""Relations: stored once, seen from both sides, and those that cannot be."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from documents.models import DocumentRelation, OfficialDocument, RelationEdge, RelationKind
from documents.validation import refuse_relations
from portal.access.levels import Level, set_level
from tests.factories import IssuerFactory
from tests.reading import read


def relation(kind: str, target: OfficialDocument) -> DocumentRelation:
    return DocumentRelation(kind=RelationKind.objects.get(name=kind), target=target)


def page_of(client, document: OfficialDocument) -> str:
    return client.get(document.get_url()).content.decode()


def test_both_sides_show_it_with_their_own_words(clerk, directive_2007, guidance_2018, visitor):
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", directive_2007)
    assert "Hướng dẫn thực hiện" in page_of(visitor, guidance_2018)
    assert "Được hướng dẫn bởi" in page_of(visitor, directive_2007)


def test_what_is_named_before_it_is_here_is_linked_once_it_is_entered(clerk, guidance_2018, visitor):
    clerk.relate(guidance_2018, "thay thế", "Hướng dẫn 09-HD/BTCTW ngày 02/3/2012")
    assert "09-HD/BTCTW ngày 02/3/2012" in read(visitor, guidance_2018.get_url()).text(".document__related")
    other = clerk.enter("09-HD/BTCTW", dt.date(2012, 3, 2), "Ban Tổ chức Trung ương", type="Hướng dẫn")
    assert other.get_url() in page_of(visitor, guidance_2018)
    assert "Bị thay thế bởi" in page_of(visitor, other)


def test_a_number_that_names_two_documents_links_none(clerk, directive_2002, directive_2007, guidance_2018):
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", "10-CT/TW")
    assert RelationEdge.objects.get().target is None


def test_the_day_tells_two_of_one_number_apart(clerk, directive_2002, directive_2007, guidance_2018):
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", "10-CT/TW ngày 30/3/2007")
    assert RelationEdge.objects.get().target == directive_2007


def test_a_public_reader_sees_nothing_of_a_restricted_document(clerk, directive_2007, guidance_2018, visitor):
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", directive_2007)
    set_level(guidance_2018, Level.MEMBERS)
    page = page_of(visitor, directive_2007)
    assert "12-HD/BTCTW" not in page
    assert "Được hướng dẫn bởi" not in page
    assert visitor.get(guidance_2018.get_url()).status_code == 404


def test_no_relation_with_itself(directive_2007):
    with pytest.raises(ValidationError, match="chính nó"):
        refuse_relations(directive_2007, [relation("liên quan", directive_2007)])


def test_no_relation_twice(directive_2007, guidance_2018):
    twice = [relation("thay thế", directive_2007), relation("thay thế", directive_2007)]
    with pytest.raises(ValidationError, match="hai lần"):
        refuse_relations(guidance_2018, twice)


def test_no_replacement_in_a_circle(clerk, guidance_2012, guidance_2018):
    clerk.relate(guidance_2018, "thay thế", guidance_2012)
    with pytest.raises(ValidationError, match="đã thay thế văn bản này"):
        refuse_relations(guidance_2012, [relation("thay thế", guidance_2018)])


def test_a_circle_through_a_third_is_found(clerk, guidance_2012, guidance_2018):
    newest = clerk.enter("42-HD/BTCTW", dt.date(2025, 10, 28), "Ban Tổ chức Trung ương", type="Hướng dẫn")
    clerk.relate(guidance_2018, "thay thế", guidance_2012)
    clerk.relate(newest, "thay thế", guidance_2018)
    with pytest.raises(ValidationError, match="đã thay thế văn bản này"):
        refuse_relations(guidance_2012, [relation("thay thế", newest)])


def test_a_lower_body_changes_nothing_of_a_higher_one(clerk, directive_2007):
    commune = IssuerFactory()
    document = clerk.enter("05-NQ/ĐU", dt.date(2021, 5, 1), commune.name, type="Nghị quyết")
    with pytest.raises(ValidationError, match="cấp trên"):
        refuse_relations(document, [relation("bãi bỏ", directive_2007)])
    refuse_relations(document, [relation("triển khai, thực hiện", directive_2007)])


def test_a_body_below_by_its_place_changes_nothing_either(clerk, directive_2007, guidance_2018):
    with pytest.raises(ValidationError, match="Ban Bí thư là cấp trên"):
        refuse_relations(guidance_2018, [relation("thay thế", directive_2007)])
