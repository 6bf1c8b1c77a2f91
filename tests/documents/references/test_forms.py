"""The forms in which documents are named: one mention each, with its key."""

import pytest

from documents.references import Kind, find, key_of, parse_number

ONE_MENTION = {
    "Chỉ thị số 10-CT/TW": "10|CT|TW",
    "Chỉ thị 03 - CT/TW": "3|CT|TW",
    "chi thi 10 ct/tw": "10|CT|TW",
    "Chỉ thị số 10/TW": "10|CT|TW",
    "Chỉ thị 10": "CT|10",
    "CT05": "CT|5",
    "Hướng dẫn số 09-HD/BTCTW": "9|HD|BTCTW",
    "HD12-HD/BTCTW": "12|HD|BTCTW",
    "12-HĐ/BTCTW": "12|HD|BTCTW",
    "16 - HD/BTCTW": "16|HD|BTCTW",
    "Kế hoạch số 121": "KH|121",
    "121/KH-TU": "121|KH|TU",
    "121KH/TU": "121|KH|TU",
    "Số 279-CV/HU": "279|CV|HU",
    "141-CV/VPTW/nb": "141|CV|VPTW/nb",
    "514-QĐ/TWĐTN-BKT": "514|QĐ|TWĐTN-BKT",
    "15a-NQ/ĐU": "15a|NQ|ĐU",
    "Quy định số 11-QĐi/TW": "11|QĐ|TW",
    "QĐ 99-QD/TW": "99|QĐ|TW",
    "1678-QĐNS/TW": "1678|QĐNS|TW",
    "15-CTr/HU": "15|CTr|HU",
    "07-TTr/BTCTU": "7|TTr|BTCTU",
    "02-ĐA/TU": "2|ĐA|TU",
    "Nghị quyết 10-NQ/T.Ư": "10|NQ|TW",
    "Ngị quyết số 12": "NQ|12",
    "Nghịquyết 21-NQ/TW": "21|NQ|TW",
    "Nghị định 30/2020/NĐ-CP": "30/2020|NĐ-CP",
    "NĐ 85/2016/ND-CP": "85/2016|NĐ-CP",
    "nghị định 30/2020": "30/2020|NĐ-CP",
    "Nghị định số 24/CP": "24|NĐ-CP",
    "Thông tư 01/2024/TT-BNV": "1/2024|TT-BNV",
    "Thông tư liên tịch số 03/2017/TTLT-BTP-BNV": "3/2017|TTLT-BTP-BNV",
    "1253/QĐ-UBND": "1253|QĐ-UBND",
    "1961/QĐUBND": "1961|QĐ-UBND",
    "15/CT-TTg": "15|CT-TTg",
    "36/2006/CT-TTG": "36/2006|CT-TTg",
    "05/2019/NQ-HĐND": "5/2019|NQ-HĐND",
    "Công văn 123/UBND-NC": "123|UBND-NC",
    "Công văn 285/CCTTHC": "285|CCTTHC",
    "nghi quyet so 30 nq cp": "30|NQ-CP",
    "Luật số 29/2018/QH14": "29/2018|QH14",
    "101/2025/UBTVQH15": "101/2025|UBTVQH15",
    "Pháp lệnh số 06/2008/PL-UBTVQH12": "6/2008|PL-UBTVQH12",
    "NQTW 4 (khóa XII)": "NQTW|4|XII",
    "nghị quyết trung ương khóa 11": "NQTW||XI",
    "Nghị quyết Trung ương 4": "NQTW|4",
    "Nghị quyết Hội nghị lần thứ mười một BCH Trung ương Đảng ( khóa XI)": "NQTW|11|XI",
    "Nghị quyết Trung ương 6 (lần 2) khóa VIII": "NQTW|6|VIII",
    "Nghị quyết Trung ương 4-khóa XII": "NQTW|4|XII",
    "nghi quyet trung uong bon khoa xii": "NQTW|4|XII",
}


@pytest.mark.parametrize("text", ONE_MENTION)
@pytest.mark.parametrize("within", ["{}", "Thực hiện {}, chi bộ họp.", "({})", "“{}”", "- {};\n"])
def test_a_form_is_one_mention(text, within):
    (mention,) = find(within.format(text))
    assert mention.key == ONE_MENTION[text]
    assert mention.text == text


@pytest.mark.parametrize("text", ONE_MENTION)
def test_a_number_box_reads_the_same_key(text):
    assert key_of(text) == ONE_MENTION[text]


@pytest.mark.parametrize("typed", ["121-KH/TU", "121/KH-TU", "121KH/TU", "121 kh tu", "0121–kh/tu", "số 121 - KH / TU"])
def test_all_spellings_of_a_number_have_one_key(typed):
    assert key_of(typed) == "121|KH|TU"


def test_small_letters_between_words_are_no_symbol():
    assert find("nhóm 121 kh tu vấn") == []


def test_a_bare_number_is_no_key():
    number = parse_number("012")
    assert number is not None
    assert number.number == "12"
    assert key_of("012") is None
    assert parse_number("sinh hoạt chi bộ") is None


def test_the_parts_of_a_mention():
    (mention,) = find("Chỉ thị số 10-CT/TW, ngày 30/3/2007, của Ban Bí thư (khóa X)")
    assert (mention.kind, mention.number, mention.code, mention.issuer) == (Kind.PARTY, "10", "CT", "TW")
    assert (mention.date, mention.year, mention.term, mention.body) == ("2007-03-30", 2007, "X", "Ban Bí thư")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chỉ thị 10-CT/TW ngày 30-3-2007", "2007-03-30"),
        ("Chỉ thị 10-CT/TW ngày 30 tháng 3 năm 2007", "2007-03-30"),
        ("Chỉ thị 10-CT/TW (30.3.2007)", "2007-03-30"),
        ("Chỉ thị 10-CT/TW của Ban Bí thư, ban hành ngày 30/ 3/2007", "2007-03-30"),
        ("1 | 10-CT/TW | Ban Bí thư | 30/3/2007", "2007-03-30"),
        ("30/3/2007 | 10-CT/TW", "2007-03-30"),
        ("Chỉ thị 10-CT/TW ngày 30/3", None),
        ("Chỉ thị 10-CT/TW ngày 31/2/2007", None),
        ("Chỉ thị 10-CT/TW có hiệu lực từ ngày 30/3/2007", None),
        ("Thực hiện Chỉ thị 10-CT/TW, ngày 3/9/2020, Chi bộ họp", None),
        ("Thực hiện Chỉ thị 10-CT/TW, ngày 3/9/2020 Chi bộ họp", None),
        ("Tại Chỉ thị số 10-CT/TW, ngày 30/3/2007, Ban Bí thư yêu cầu", "2007-03-30"),
        ("Căn cứ Chỉ thị 10-CT/TW, ngày 30/3/2007, Chi bộ họp", "2007-03-30"),
        ("Tại hội trường, theo Chỉ thị 10-CT/TW, ngày 3/9/2020, Chi bộ họp", None),
        ("Ngày 3/9/2020, Chi bộ học Chỉ thị 10-CT/TW", None),
        ("Chỉ thị 10-CT/TW\nNgày 3/9/2020, Chi bộ họp", None),
    ],
)
def test_a_date_is_the_documents_only_right_beside_it(text, date):
    (mention,) = find(text)
    assert mention.date == date


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("Kết luận 126-KL/TW ngày 14/2/2025 và", "2025-02-28"),
        ("Kết luận 126-KL/TW. Theo", None),
        ("Kết luận 126-KL/TW ngày 14/2/2025. Thực hiện", None),
    ],
)
def test_whoever_told_the_date_of_one_number_tells_it_of_the_next_in_the_sentence(first, told):
    *_others, mention = find(f"Thực hiện {first} Kết luận 127-KL/TW, ngày 28/2/2025, tỉnh bỏ cấp huyện")
    assert mention.date == told


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("đề án 343, 704", ["ĐA|343", "ĐA|704"]),
        ("các Quyết định số 12, 13 và 15-QĐ/TU", ["12|QĐ|TU", "13|QĐ|TU", "15|QĐ|TU"]),
        ("Nghị quyết 18-NQ/TW, 19-NQ/TW, 20", ["18|NQ|TW", "19|NQ|TW", "20|NQ|TW"]),
        ("Thông tư số 01, 02/2024/TT-BNV", ["1/2024|TT-BNV", "2/2024|TT-BNV"]),
        ("Nghị quyết 57,59,66,68", ["NQ|57", "NQ|59", "NQ|66", "NQ|68"]),
        ("Chỉ thị 10, Nghị quyết 21 và Kết luận 18-KL/TW", ["CT|10", "NQ|21", "18|KL|TW"]),
        ("đề án 343, 704 và 3 nội dung khác", ["ĐA|343", "ĐA|704"]),
        ("Nghị quyết 21 và 10 năm thực hiện Chỉ thị 05", ["NQ|21", "CT|5"]),
        ("Nghị quyết T.ư 4 khóa XI, XII", ["NQTW|4|XI", "NQTW|4|XII"]),
        ("Nghị quyết Trung ương 5, 6 và 7 khóa XII", ["NQTW|5|XII", "NQTW|6|XII", "NQTW|7|XII"]),
        ("Nghị quyết Trung ương 18-NQ/TW", ["18|NQ|TW"]),
        ("1. Nghị quyết 18-NQ/TW;\n2. Chỉ thị 05-CT/TW", ["18|NQ|TW", "5|CT|TW"]),
    ],
)
def test_each_number_of_a_list_is_a_mention(text, keys):
    assert [mention.key for mention in find(text)] == keys


def test_a_date_said_of_all_is_given_to_each():
    dates = [mention.date for mention in find("Nghị quyết 18-NQ/TW, 19-NQ/TW cùng ngày 25/10/2017")]
    assert dates == ["2017-10-25"] * 2
