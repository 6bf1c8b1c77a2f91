"""What first and last pages say is proposed as it stands there; what does not stand there is not."""

import pytest

from documents.extraction.proposal_parts import Side
from documents.extraction.proposals import Proposed, propose
from tests.documents.extraction.letters import DECISION, DIRECTIVE
from tests.documents.extraction.proposal_examples import ROUNDS

EXAMPLES = [
    pytest.param(example, id=f"{name}-{place}") for name, made in ROUNDS.items() for place, example in enumerate(made)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_document_is_described_as_a_person_would(example):
    values = propose(example.first, example.last).values()
    assert {name: values[name] for name in example.values} == example.values


def test_it_says_where_each_value_stands():
    first = "\n".join((*DIRECTIVE.left, *DIRECTIVE.right, *DIRECTIVE.title, *DIRECTIVE.body))
    last = "\n".join((*DIRECTIVE.recipients, *DIRECTIVE.signature))
    found = propose(first, last)
    assert (found.number.page, found.number.line) == (Side.FIRST, 2)
    assert first.split("\n")[found.abstract.line] == "về tăng cường công tác phòng cháy, chữa cháy rừng"
    assert (found.signer.page, last.split("\n")[found.signer.line]) == (Side.LAST, "Đỗ Quang Vịnh")


@pytest.mark.parametrize("text", ["", "\n\n", "12", "Ảnh: N.Đ", "-----\n*\n"])
def test_nothing_is_invented(text):
    assert propose(text) == Proposed()


def test_a_day_that_does_not_exist_is_unknown():
    text = DECISION.text.replace("04 tháng 11", "31 tháng 11")
    assert propose(text).issued_on is None
    assert propose(text).place.value == "Thanh Khê"


def test_numbers_and_days_of_the_text_are_not_those_of_the_document():
    text = "BÁO CÁO\nkết quả thực hiện\nSố 12-CT/TU ngày 05 tháng 6 năm 2020 đã được quán triệt."
    assert (propose(text).number, propose(text).issued_on) == (None, None)
