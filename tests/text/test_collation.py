import random
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from portal.text import collation_key, person_collation_key

IN_ORDER = [
    "2 chi bộ", "10 chi bộ", "an", "ăn", "ân", "ba", "bà", "bà con", "bả", "bã", "bá", "bạ", "băng", "bê", "cấp uỷ",
    "chi bộ", "da", "đa", "đảng", "em", "êm", "hoa", "hoà", "hòa bình", "khoá", "lan", "ma", "mạ", "nga", "on", "ôn",
    "ơn", "phường", "quý", "thôn 2", "thôn 10", "thôn Đông", "tu", "tư", "xã", "ý",
]  # fmt: skip


def test_words_stand_in_vietnamese_order():
    shuffled = random.Random(3).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=collation_key) == IN_ORDER


def test_tone_placement_case_and_unicode_form_do_not_matter():
    keys = {collation_key(text) for text in ("Hoà", "HÒA", "hòa", unicodedata.normalize("NFD", "hoà"))}
    assert len(keys) == 1


def test_people_are_sorted_by_given_name_then_family_name():
    people = ["Lê Văn Ân", "Phạm Thị An", "Đỗ Hoài An", "Nguyễn Ái", "Trần Đức (Ba Đức)", "Vũ Dung"]
    expected = ["Nguyễn Ái", "Đỗ Hoài An", "Phạm Thị An", "Lê Văn Ân", "Vũ Dung", "Trần Đức (Ba Đức)"]
    assert sorted(people, key=person_collation_key) == expected


@given(st.text(), st.text())
def test_a_text_stands_before_its_continuation(text, more):
    assert collation_key(text + " ") <= collation_key(text + " " + more)


@given(st.text())
def test_any_text_has_a_key(text):
    assert isinstance(collation_key(text), bytes)
    assert isinstance(person_collation_key(text), bytes)
