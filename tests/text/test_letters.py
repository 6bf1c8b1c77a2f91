import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text import fold, normalise, plain_signs
from tests.text.vietnamese import vietnamese_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("uỷ", "ủy"),
        ("hoà", "hòa"),
        ("khoá", "khóa"),
        ("thuý", "thúy"),
        ("kì", "kỳ"),
        ("kĩ", "kỹ"),
        ("tỉ lệ", "tỷ lệ"),
        ("quí", "quý"),
        ("Đảng", "DANG"),
        ("\u00d0ảng", "đảng"),
        ("10–CT/TW", "10-CT/TW"),
        ("10−CT/TW", "10‑ct/tw"),
        ("chi\u00a0bộ\u200b", "chi  bộ"),
        ("m²", "m2"),
    ],
)
def test_spellings_of_the_same_words_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("thuý", "thúi"), ("tay", "tai"), ("may", "mai"), ("ban", "bân an")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_does_not_see_the_unicode_form(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(vietnamese_text)
def test_folded_vietnamese_is_ascii(text):
    assert fold(text).isascii()


@given(vietnamese_text)
def test_fold_does_not_see_case(text):
    assert fold(text.upper()) == fold(text.lower())


@given(st.text())
def test_normalise_is_idempotent_and_nfc(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(vietnamese_text)
def test_normalise_keeps_vietnamese_as_typed(text):
    assert normalise(text) == text
    assert normalise(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("chi\u00a0bộ\u2009xã", "chi bộ xã"),
        ("\ufeffchi\u200b bộ\u00ad", "chi bộ"),
        ("a\tb", "a\tb"),
        ("10–CT/TW — “tốt”", "10–CT/TW — “tốt”"),
        ("\u00d0ồng chí", "Đồng chí"),
        # The tone typed before the circumflex, the breve, the horn.
        ("ca\u0301\u0302p, ba\u0323\u0306t, lo\u0301\u031bn", "cấp, bặt, lớn"),
    ],
)
def test_normalise_cleans_at_the_door(typed, stored):
    assert normalise(typed) == stored


@pytest.mark.parametrize("typed", ["12-CT/TW", "１２-CT/TW", "１２－ＣＴ／ＴＷ", "١٢-CT/TW", "१२-CT/TW", "𝟏𝟐-CT/TW"])
def test_typed_digits_are_our_own_whatever_keyboard_wrote_them(typed):
    assert plain_signs(typed) == "12-CT/TW"


@pytest.mark.parametrize("typed", ["Số 12a–NQ/ĐU", "½ ① ²", "“Đảng uỷ”"])
def test_what_is_no_digit_stays_as_it_was_typed(typed):
    assert plain_signs(typed) == typed
