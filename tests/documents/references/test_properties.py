"""What holds for every text, however odd."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from documents.references import Kind, find, key_of, parse_number
from documents.references.bodies import STATE
from documents.references.codes import CODES, STATE_CODES
from documents.references.folding import folded

PIECES = [
    "Nghị quyết", "nghị quyết", "chỉ thị", "Quyết định", "HD", "CT", "NQTW", "Trung ương", "T.ư", "khóa", "XII", "lần thứ",
    "mười một", "số", "10", "05", "15a", "2020", "3", "-", "/", "–", ",", ";", " và ", "CT", "QĐ", "NĐ-CP", "TW", "TU", "BTCTW",
    "ngày", "30/3/2007", "tháng", "năm", "của", "Ban Bí thư", "(", ")", "\n", " ", "\u00a0", "\u200b", "\u0301", "nội dung",
    "|", "\t", "@", ".vn", "UBND", "QH14", "đề án", "Hội nghị", "%", ".", "đồng chí", "\u00ad", "\r\n",
]  # fmt: skip
scraps = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
spaced = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
texts = st.one_of(st.text(max_size=200), scraps, spaced)

numbers = st.integers(1, 9999).map(str) | st.integers(1, 99).map("{}a".format)
party_codes = st.sampled_from(sorted(set(CODES.values()) - {"L", "PL", "QH", "CL"}))
party_issuers = st.sampled_from(["TW", "TU", "HU", "ĐU", "CB", "BTCTW", "UBKTTU", "VPTW/nb", "TWĐTN-BKT", "ThU", "ĐUK"])
state_codes = st.sampled_from(sorted(STATE_CODES - {"L", "PL", "QH"}))
state_issuers = st.sampled_from(sorted(STATE))


@given(texts)
def test_mentions_are_in_order_apart_and_where_they_say(text):
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.key
        end = mention.end


@given(texts)
def test_composed_and_decomposed_texts_name_the_same(text):
    composed, decomposed = (find(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert [(mention.key, mention.date) for mention in composed] == [
        (mention.key, mention.date) for mention in decomposed
    ]


@given(spaced)
def test_no_break_spaces_are_spaces(text):
    keys = [mention.key for mention in find(text)]
    assert [mention.key for mention in find(text.replace(" ", "\u00a0"))] == keys


@given(st.text(max_size=60) | scraps)
def test_whatever_is_typed_is_read_or_refused(typed):
    number = parse_number(typed)
    assert number is None or number.number is None or number.number[0] in "0123456789"
    assert key_of(typed) is None or isinstance(key_of(typed), str)


@given(numbers, party_codes, party_issuers, st.sampled_from(["{}-{}/{}", "{} - {}/{}", "{}–{} / {}"]))
def test_a_party_number_is_found_again_in_every_spelling(number, code, issuer, form):
    key = f"{number}|{code}|{issuer}"
    written = form.format(number, code, issuer)
    (mention,) = find(f"Theo văn bản số {written} thì")
    assert (mention.key, mention.kind) == (key, Kind.PARTY)
    assert mention.text == f"số {written}"
    assert key_of(written) == key_of(written.lower()) == key
    if "/" not in issuer and "-" not in issuer:
        assert key_of(folded(written).replace("-", " ").replace("/", " ")) == key


@given(numbers, st.none() | st.integers(1946, 2060), state_codes, state_issuers)
def test_a_state_number_is_found_again(number, year, code, issuer):
    written = f"{number}/{year}/{code}-{issuer}" if year else f"{number}/{code}-{issuer}"
    (mention,) = find(f"Căn cứ văn bản số {written} của cơ quan")
    assert (mention.key, mention.kind) == (
        f"{number}/{year}|{code}-{issuer}" if year else f"{number}|{code}-{issuer}",
        "state",
    )
    assert key_of(written) == key_of(folded(written)) == mention.key
