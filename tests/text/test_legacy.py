import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text import LegacyEncoding, detect_legacy, from_legacy
from portal.text.legacy import decode, encode
from tests.text.vietnamese import SMALL, VIETNAMESE, sentences, syllables

TCVN3, VNI = LegacyEncoding.TCVN3, LegacyEncoding.VNI

# One sentence per encoding as bytes, written out, so that the tables are not tested against themselves only.
PANGRAMS = [
    (TCVN3, b"\xa7\xb6ng u\xfb x\xb7 t\xe6 ch\xf8c sinh ho\xb9t", "Đảng uỷ xã tổ chức sinh hoạt"),
    (TCVN3, b"Ngh\xde quy\xd5t \xae\xb7 \xae\xad\xeec th\xf9c hi\xd6n", "Nghị quyết đã được thực hiện"),
    (TCVN3, b"\xabng b\xb5 \xae\xb8nh \xc8n v\xe9i", "ông bà đánh ẩn vội"),
    (VNI, b"\xd1a\xfbng u\xfby xa\xf5 to\xe5 ch\xf6\xf9c sinh hoa\xeft", "Đảng ủy xã tổ chức sinh hoạt"),
    (VNI, b"Ngh\xf2 quye\xe1t \xf1\xf6\xf4\xefc th\xf6\xefc hie\xe4n k\xf3 ky\xf8", "Nghị quyết được thực hiện kĩ kỳ"),
    (VNI, "COÂNG TAÙC KIEÅM TRA".encode("latin-1"), "CÔNG TÁC KIỂM TRA"),
]


@pytest.mark.parametrize(("encoding", "written", "meant"), PANGRAMS)
@pytest.mark.parametrize("code_page", ["latin-1", "cp1252"])
def test_bytes_read_in_a_western_code_page_become_vietnamese(encoding, written, meant, code_page):
    assert decode(written.decode(code_page), encoding) == meant


@given(st.text(alphabet=SMALL + " .,:()0123456789"))
def test_every_small_letter_survives_tcvn3(text):
    assert decode(encode(text, TCVN3), TCVN3) == text


@given(st.text(alphabet=VIETNAMESE))
def test_tcvn3_loses_nothing_but_case(text):
    assert decode(encode(text, TCVN3), TCVN3).lower() == text.lower()


@given(st.text(alphabet=VIETNAMESE + " .,:()0123456789"))
def test_every_letter_survives_vni(text):
    assert decode(encode(text, VNI), VNI) == text


@given(st.text(alphabet=VIETNAMESE))
def test_vni_signs_may_be_small_after_a_capital(text):
    written = "".join(part[0] + part[1:].lower() for part in (encode(char, VNI) for char in text))
    assert decode(written, VNI) == text


@given(sentences, st.sampled_from(LegacyEncoding))
def test_vietnamese_sentences_come_back(sentence, encoding):
    assert from_legacy(encode(sentence, encoding), encoding) == sentence


@given(st.lists(sentences, min_size=1, max_size=8).map("\n".join), st.sampled_from(LegacyEncoding))
def test_vietnamese_in_unicode_is_never_taken_for_legacy(text, encoding):
    assert detect_legacy(text) is None
    assert detect_legacy(unicodedata.normalize("NFD", text)) is None
    assert detect_legacy(text.upper()) is None


@given(syllables.filter(lambda words: len({word for word in words if not word.isascii()}) >= 6))
def test_a_legacy_sentence_is_recognised(words):
    for encoding in LegacyEncoding:
        assert detect_legacy(encode(" ".join(words), encoding)) is encoding


@given(st.text())
def test_any_text_can_be_judged_and_converted(text):
    detect_legacy(text)
    for encoding in LegacyEncoding:
        from_legacy(text, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "57,3 % – 4.356.361 lượt – 3 × 4 = 12, ±0,1°, m², 1½, § 5, 25 µm, 10¢, ©2026, «tốt»",
        "3 × 4 = 12; ±0,1°; 5 m²; 1½; § 5; 25 µm; © 2026; Windows®; 10 N·m",
        "L'été où l'élève a brûlé l'hôtel : « là-bas », dit-elle, il y a du maïs et un héros naïf.",
        "Il n'a pas dit où il était, ni où il allait, ni où est le château.",
        "Où ? Où ? Où donc ? Haï soit-il.",
        "The naïve café owner's résumé cost £5 — “déjà vu”.",
        "El niño español está aún en la ciudad; mañana él irá a París. Aún así, año tras año.",
        "São Paulo não é a capital; coração, ação, avó, pão.",
        "Übermäßig schöne Möbel für Köln, Böden und Götter.",
        "Citroën, München, Malmö, Besançon, Søren, Ångström",
        "Công tác xây dựng, giám sát",
        "Có ba tháng, sáu ngày, tám giờ",
        "Krông Pác, Plei Mông, Chư Sê, Ê-đê",
        "ThÃ´ng tin Ä‘áº£ng viÃªn má»›i",
        "H.1 §1 ®",
        "admin@example.org https://example.org/%C3%A9",
    ],
)
def test_other_texts_are_left_alone(text):
    assert detect_legacy(text) is None


@pytest.mark.parametrize(
    ("title", "encoding", "meant"),
    [
        ("§¶ng uû", TCVN3, "Đảng uỷ"),
        ("Sinh ho¹t chi bé", TCVN3, "Sinh hoạt chi bộ"),
        ("C¤NG T¸C KIÓM TRA", TCVN3, "CÔNG TÁC KIỂM TRA"),
        ("NghÞ quyÕt ®¹i héi", TCVN3, "Nghị quyết đại hội"),
        ("Ñaûng boä", VNI, "Đảng bộ"),
        ("Sinh hoaït chi boä", VNI, "Sinh hoạt chi bộ"),
        ("COÂNG TAÙC KIEÅM TRA", VNI, "CÔNG TÁC KIỂM TRA"),
    ],
)
def test_a_title_is_enough(title, encoding, meant):
    assert detect_legacy(title) == encoding
    assert from_legacy(title, encoding) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # Capitals that TCVN3 has no bytes for are restored from the words around.
        ("VÒ VIÖC §· LµM T¹I UBND X·", "VỀ VIỆC ĐÃ LÀM TẠI UBND XÃ"),
        ("§· häp UBND x·. ë BCH §¶ng bé", "Đã họp UBND xã. ở BCH Đảng bộ"),
        ("UBND tØnh, H§ND x·, Q§-TTg, ®/c N.§", "UBND tỉnh, HĐND xã, QĐ-TTg, đ/c N.Đ"),
        # Signs stay signs.
        ("· Häp chi bé: 3 × 4 m², § 5, «§¶ng viªn»", "· Họp chi bộ: 3 × 4 m², § 5, «Đảng viên»"),
        # Windows-1252 quotes read as Latin-1.
        ("\x93Bèn tèt\x94 \x96 ®¶ng viªn", "“Bốn tốt” – đảng viên"),
    ],
)
def test_tcvn3_as_offices_wrote_it(written, meant):
    assert from_legacy(written, TCVN3) == meant


def test_a_font_of_capitals_makes_capitals():
    assert decode("®¶ng bé tØnh", TCVN3, capitals=True) == "ĐẢNG BỘ TỈNH"


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_in_a_mixed_page_only_the_legacy_part_changes(encoding):
    unicode_lines = "Cổng thông tin điện tử\nCông tác\nL'hôtel là-bas\n"
    body = "Đảng uỷ xã tổ chức sinh hoạt chi bộ\nđồng chí bí thư cấp uỷ"
    label, name = "Người đăng: ", "Trần Văn Hòa, đồng chí bí thư"
    page = unicode_lines + encode(body, encoding) + "\n" + label + encode(name, encoding)
    assert detect_legacy(page) == encoding
    assert from_legacy(page, encoding) == unicode_lines + body + "\n" + label + name


def test_an_unknown_encoding_is_refused():
    with pytest.raises(ValueError, match="VISCII"):
        from_legacy("abc", "VISCII")
