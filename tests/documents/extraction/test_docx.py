"""DOCX files are read in the order of reading; bombs and broken ones end in a state."""

import os
import zipfile
from dataclasses import replace

import docx as python_docx
import pytest

from documents.extraction.reading import BOUNDS, read_file
from documents.extraction.results import Reason, State
from portal.text.legacy import encode
from tests.documents.extraction.docxs import docx, font, numbered, paragraph, part, run, table
from tests.documents.extraction.letters import DIRECTIVE

SHORT = replace(BOUNDS, processor=10, seconds=120)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "van-ban.docx"


def text(path):
    found = read_file(path, "docx", SHORT)
    assert found.state is State.DONE, found.reason
    return found.text


def test_paragraphs_stand_in_their_order(path):
    assert text(docx(path, *(paragraph(line) for line in DIRECTIVE.lines()))) == DIRECTIVE.text


def test_what_word_s_own_library_writes_is_read(path):
    made = python_docx.Document()
    made.add_heading("CHỈ THỊ", 1)
    made.add_paragraph("về công tác thư viện")
    grid = made.add_table(2, 2)
    for place, words in enumerate(("Xã", "Số chi bộ", "Phú Lâm", "12")):
        grid.cell(place // 2, place % 2).text = words
    made.save(path)
    assert text(path) == "CHỈ THỊ\nvề công tác thư viện\nXã\tSố chi bộ\nPhú Lâm\t12"


def test_the_columns_of_a_head_follow_each_other_and_rows_of_figures_stay_rows(path):
    left = "".join(map(paragraph, DIRECTIVE.left))
    right = "".join(map(paragraph, DIRECTIVE.right))
    head = table((left, right))
    inner = table(("Xã", table(("a", "b"))), ("1", "2"))
    assert text(docx(path, head, inner)).split("\n") == [*DIRECTIVE.left, *DIRECTIVE.right, "Xã\ta\tb", "1\t2"]


def test_heads_come_first_and_feet_last(path):
    parts = {
        "word/header1.xml": part("hdr", paragraph("MẬT")),
        "word/header2.xml": part("hdr", paragraph("MẬT") + paragraph("2")),
        "word/footer1.xml": part("ftr", paragraph("Lưu hành nội bộ")),
    }
    assert text(docx(path, paragraph("BÁO CÁO"), parts=parts)) == "MẬT\nBÁO CÁO\nLưu hành nội bộ"


def test_notes_stand_at_the_end_of_their_page(path):
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0">{paragraph("—")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("Số liệu năm 2022.")}</w:footnote>'
        f'<w:footnote w:id="9">{paragraph("Không ai nhắc tới.")}</w:footnote>',
    )
    body = [
        paragraph("Có 31 đảng viên", '<w:r><w:footnoteReference w:id="7"/></w:r>'),
        paragraph('<w:r><w:br w:type="page"/></w:r>', "Trang sau"),
    ]
    found = read_file(docx(path, *body, parts={"word/footnotes.xml": notes}), "docx")
    assert [page.text for page in found.pages] == ["Có 31 đảng viên[1]\n[1] Số liệu năm 2022.", "Trang sau"]


def test_words_in_text_boxes_and_watermarks_are_read_once(path):
    box = f"<w:txbxContent>{paragraph('TỐI MẬT')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    watermark = "<w:r><w:pict><v:shape><v:textpath string='THU HỒI'/></v:shape></w:pict></w:r>"
    assert text(docx(path, paragraph(drawn, watermark, "BÁO CÁO"))) == "TỐI MẬT\nTHU HỒI\nBÁO CÁO"


def test_deleted_and_hidden_words_are_left_out_and_capitals_are_shown(path):
    deleted = f"<w:del><w:r><w:delText>đã bỏ</w:delText></w:r></w:del><w:moveFrom>{run('dời đi')}</w:moveFrom>"
    added = f"<w:ins>{run('thêm')}</w:ins>"
    hidden = run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>')
    assert text(docx(path, paragraph(run("mật", "<w:caps/>"), deleted, added, hidden))) == "MẬTthêmhiện"


def test_the_numbers_that_word_counts_are_in_the_text(path):
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for level, (start, kind, shown) in enumerate(
            [(1, "decimal", "Điều %1."), (1, "lowerLetter", "%2)"), (1, "upperRoman", "%1-%3")]
        )
    )
    lists = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>',
    )
    body = [
        numbered("Phạm vi"),
        numbered("Xã", 1),
        numbered("Phường", 1),
        numbered("Hiệu lực"),
        numbered("Huyện", 1),
        paragraph("Hết"),
    ]
    expected = ["Điều 1. Phạm vi", "a) Xã", "b) Phường", "Điều 2. Hiệu lực", "a) Huyện", "Hết"]
    assert text(docx(path, *body, parts={"word/numbering.xml": lists})).split("\n") == expected


@pytest.mark.parametrize(
    ("encoding", "name"), [("TCVN3", ".VnTime"), ("VNI", "VNI-Times"), ("TCVN3", "Times New Roman")]
)
def test_legacy_text_becomes_unicode(path, encoding, name):
    lines = [paragraph(run(encode(line, encoding), font(name))) for line in DIRECTIVE.body]
    found = read_file(docx(path, *lines), "docx")
    assert (found.text, found.legacy) == ("\n".join(DIRECTIVE.body), (encoding,))


def test_the_font_may_stand_in_a_style_and_unicode_in_a_legacy_font_is_left_alone(path):
    styles = part(
        "styles",
        f'<w:style w:type="paragraph" w:styleId="Than" w:default="1"><w:rPr>{font(".VnTimeH")}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Than"/></w:style>',
    )
    styled = '<w:pStyle w:val="Con"/>'
    body = [paragraph(encode("đảng bộ", "TCVN3"), properties=styled), paragraph("Đảng uỷ xã", properties=styled)]
    assert text(docx(path, *body, parts={"word/styles.xml": styles})) == "ĐẢNG BỘ\nĐảng uỷ xã"


def entities():
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY a0 "ha">{levels}]><w>&a9;</w>'


BAD = {
    "empty": (lambda path: path.write_bytes(b""), Reason.EMPTY),
    "no words": (lambda path: docx(path, paragraph("  ")), Reason.EMPTY),
    "pictures only": (lambda path: docx(path, parts={"word/media/image1.png": b"png"}), Reason.ONLY_PICTURES),
    "a PDF": (lambda path: path.write_bytes(b"%PDF-1.7"), Reason.NOT_WHAT_IT_SAYS),
    "another archive": (lambda path: archive(path, {"a.txt": b"a"}), Reason.NOT_WHAT_IT_SAYS),
    "cut off": (lambda path: path.write_bytes(docx(path, paragraph("a" * 999)).read_bytes()[:-200]), Reason.TRUNCATED),
    "old Word": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000)), Reason.UNSUPPORTED),
    "with a password": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le")),
        Reason.ENCRYPTED,
    ),
    "broken XML": (lambda path: docx(path, document="<w:document"), Reason.CORRUPT),
    "entities": (lambda path: docx(path, document=entities()), Reason.BOMB),
    "a document type": (lambda path: docx(path, document="<!DOCTYPE w><w/>"), Reason.BOMB),
    "outside": (
        lambda path: docx(path, document='<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]><w>&e;</w>'),
        Reason.BOMB,
    ),
    "swelling": (lambda path: docx(path, document=b" " * 300_000_000), Reason.BOMB),
    "deep": (lambda path: docx(path, document=part("document", "<w:a>" * 5000 + "</w:a>" * 5000)), Reason.BOMB),
    "many parts": (lambda path: archive(path, {f"word/{n}": b"" for n in range(20_100)}), Reason.BOMB),
}  # fmt: skip


def archive(path, parts):
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_bad_file_ends_in_a_state(path, kind):
    make, reason = BAD[kind]
    make(path)
    found = read_file(path, "docx", SHORT)
    assert (found.state, found.reason) == (State.FAILED, reason)
    assert found.message


def test_pictures_of_any_size_are_not_unpacked(path):
    docx(path, paragraph("BÁO CÁO"), parts={f"word/media/image{n}.png": os.urandom(8_000_000) for n in range(8)})
    found = read_file(path, "docx", replace(SHORT, memory=192 * 1024 * 1024))
    assert (found.text, found.pages[0].pictured) == ("BÁO CÁO", True)


def test_a_long_document_is_read_within_bounds(path):
    line = paragraph(DIRECTIVE.body[0])
    found = read_file(docx(path, *[line] * 20_000), "docx")
    assert found.text.count("\n") == 19_999


def test_a_signature_in_the_archive_is_told(path):
    assert read_file(docx(path, paragraph("a"), parts={"_xmlsignatures/sig1.xml": "<Signature/>"}), "docx").signed
