"""Raw keys of Telex and VNI."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.keys import decode, telex, vni


def decoded(text: str, known) -> str:
    return " ".join(decode(text.split(), known))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sinh hoatj chi booj", "sinh hoạt chi bộ"),
        ("sinh hoajt chi bojo", "sinh hoạt chi bộ"),
        ("nghij quyeets ddangr uyr", "nghị quyết đảng uỷ"),
        ("d9ang3 uy3", "đảng uỷ"),
        ("ngu7o7i2 d9u7ng1 d9a62u", "người đứng đầu"),
        ("nguowif dduwngs ddaauf", "người đứng đầu"),
        ("sinh hoatj ddtbhk ddangr vieen", "sinh hoạt đtbhk đảng viên"),
    ],
)
def test_keys_are_read_as_they_were_meant(typed, meant, known):
    assert decoded(typed, known) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "sinh hoat chi bo",  # no keys, only no marks
        "tin tuc facebook news",
        "co2 la gi trong khong khi",
        "ct10 cv12 nq4",
        "2020 2025",
        "đảng uỷ his as",  # the keyboard was on
        "windows office",
    ],
)
def test_other_words_stay_as_they_are(typed, known):
    assert decoded(typed, known) == typed


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", max_size=20))
def test_any_word_is_read_without_failing(word):
    telex(word)
    vni(word)
