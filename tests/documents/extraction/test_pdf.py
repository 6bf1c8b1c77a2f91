"""PDFs are read page by page; whatever is wrong with a file, it ends in a state within bounds."""

import os
import random
import resource
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from documents.extraction.reading import BOUNDS, read_file
from documents.extraction.results import Extracted, Page, Reason, Source, State, Wanting
from portal.confined.running import MIB, Bounds
from tests.documents.extraction.letters import DECISION, DIRECTIVE
from tests.documents.extraction.pdfs import (
    WHOLE_PAGE,
    Pdf,
    encrypted,
    legacy_pdf,
    scanned_page,
    shown,
    signed_pdf,
    text_pdf,
)

WHITE = Image.new("L", (600, 850), 255)
#: Little, so that what never ends ends soon; ample for small files.
SHORT = replace(BOUNDS, processor=5, seconds=120)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "van-ban.pdf"


def test_each_page_has_its_lines(path):
    found = read_file(text_pdf(DIRECTIVE.lines(), ["Trang 2", *DECISION.lines()]).save(path), "pdf")
    assert (found.state, found.reason, found.encrypted, found.signed) == (State.DONE, None, False, False)
    assert [page.text.split("\n") for page in found.pages] == [DIRECTIVE.lines(), ["Trang 2", *DECISION.lines()]]
    assert {page.source for page in found.pages} == {Source.TEXT}


def test_text_is_brought_to_its_one_form(path):
    found = read_file(text_pdf(["Đa\u0309ng\u00a0bộ xã Phú Lâm", "họp thường\u00adkỳ"]).save(path), "pdf")
    assert found.text == "Đảng bộ xã Phú Lâm\nhọp thườngkỳ"


@pytest.mark.parametrize(
    ("encoding", "font"), [("TCVN3", ".VnTime"), ("VNI", "VNI-Times"), ("TCVN3", "Arial"), ("VNI", "Arial")]
)
def test_legacy_text_becomes_unicode(path, encoding, font):
    found = read_file(legacy_pdf(DIRECTIVE.body, encoding, font).save(path), "pdf")
    assert (found.state, found.legacy) == (State.DONE, (encoding,))
    assert found.text == "\n".join(DIRECTIVE.body)


def test_small_letters_of_a_font_of_capitals_are_capitals(path):
    assert read_file(legacy_pdf(["đảng bộ tỉnh"], "TCVN3", ".VnTimeH").save(path), "pdf").text == "ĐẢNG BỘ TỈNH"


@pytest.mark.parametrize("to", ["\ue000", "\ufffd", "q", None], ids=["private", "unknown", "one letter", "no table"])
def test_a_font_that_does_not_say_its_letters_needs_recognition(path, to):
    pdf = Pdf()
    pdf.page(shown(DIRECTIVE.body, shift=0 if to else 29), pdf.unicode_font(DIRECTIVE.text, to=to))
    found = read_file(pdf.save(path), "pdf")
    assert (found.state, found.pages[0].wanting) == (State.NEEDS_OCR, Wanting.UNREADABLE)


def test_pages_that_are_pictures_need_recognition_and_the_others_do_not(path):
    pdf = text_pdf(DIRECTIVE.lines())
    scanned_page(pdf, WHITE)
    pdf.page(shown(DECISION.lines()), pdf.unicode_font(DECISION.text))
    found = read_file(pdf.save(path), "pdf")
    assert found.state is State.NEEDS_OCR
    assert (found.pages_to_recognise(), found.pages_to_look_at()) == ([2], [])


def test_a_scanner_s_advertisement_is_no_text(path):
    pdf = Pdf()
    words = "Scanned with CamScanner"
    scanned_page(pdf, WHITE, over=shown([words]), font=pdf.unicode_font(words))
    assert read_file(pdf.save(path), "pdf").pages_to_recognise() == [1]


def test_a_scanner_s_text_without_any_marks_is_recognised_anew(path):
    pdf = Pdf()
    lines = ["Dang bo xa da to chuc hoi nghi so ket cong tac thang va ban ke hoach quy toi"] * 5
    scanned_page(pdf, WHITE, over=shown(lines), font=pdf.unicode_font(lines[0]))
    assert read_file(pdf.save(path), "pdf").pages[0].wanting is Wanting.UNREADABLE


def test_an_empty_page_between_others_is_left_alone(path):
    pdf = text_pdf(DIRECTIVE.lines(), [])
    assert read_file(pdf.save(path), "pdf").state is State.DONE


def test_pictures_on_the_first_or_last_page_are_looked_at_for_stamps(path):
    pdf = Pdf()
    for small in (True, True, False):
        content = shown(DIRECTIVE.lines()) + (b"\nq 60 0 0 60 80 700 cm /I Do Q" if small else b"")
        pdf.page(content, pdf.unicode_font(DIRECTIVE.text) + pdf.jpeg(WHITE))
    stamped = pdf.add(b"<</Type/Annot/Subtype/Stamp/Rect[50 700 150 730]>>")
    assert read_file(pdf.save(path), "pdf").pages_to_look_at() == [1]
    pdf.page(shown(DIRECTIVE.lines()), pdf.unicode_font(DIRECTIVE.text), b"/Annots[%d 0 R]" % stamped)
    assert read_file(pdf.save(path), "pdf").pages_to_look_at() == [1, 4]


def test_a_digital_signature_is_told_with_what_it_states(path):
    found = read_file(signed_pdf(DIRECTIVE.lines()).save(path), "pdf")
    assert found.signed
    assert (found.signatures[0].at, found.signatures[0].kind) == ("2024-01-05T09:30:00+07:00", "ETSI.CAdES.detached")


def test_a_place_to_sign_is_no_signature(path):
    assert not read_file(signed_pdf(DIRECTIVE.lines(), filled=False).save(path), "pdf").signed
    assert not read_file(signed_pdf(DIRECTIVE.lines(), contents=b"").save(path), "pdf").signed


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_what_opens_without_a_password_is_read(path, algorithm):
    found = read_file(encrypted(text_pdf(DIRECTIVE.lines()), path, "", algorithm), "pdf")
    assert (found.state, found.encrypted, found.text) == (State.DONE, True, DIRECTIVE.text)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_what_asks_for_a_password_says_so(path, algorithm):
    found = read_file(encrypted(text_pdf(DIRECTIVE.lines()), path, "mat-khau", algorithm), "pdf")
    assert (found.state, found.reason) == (State.FAILED, Reason.ENCRYPTED)
    assert "mật khẩu" in found.message


def cut(pdf: Pdf) -> bytes:
    whole = pdf.whole()
    return whole[: len(whole) * 2 // 3]


def looping_pages() -> bytes:
    pdf = text_pdf(["a"])
    pdf.listed = b"<</Type/Pages/Kids[2 0 R]/Count 3>>"
    return pdf.whole()


def boasting() -> bytes:
    pdf = text_pdf(["a"])
    pdf.listed = b"<</Type/Pages/Kids[%d 0 R]/Count 99999999>>" % pdf.pages[0]
    return pdf.whole()


def drawing_itself() -> bytes:
    pdf = Pdf()
    number = len(pdf.objects) + 1
    pdf.stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number)
    pdf.page(b"/X Do", b"/XObject<</X %d 0 R>>" % number)
    return pdf.whole()


def doubling() -> bytes:
    """Each form draws the next one twice: a million million times in the end."""
    pdf = Pdf()
    pdf.stream(b"BT (a) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    for _ in range(40):
        below = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % len(pdf.objects)
        pdf.stream(b"/X Do /X Do", below)
    pdf.page(b"/X Do", b"/XObject<</X %d 0 R>>" % len(pdf.objects))
    return pdf.whole()


def swelling(size: int) -> bytes:
    pdf = Pdf()
    pdf.page(b"0 0 m " * (size // 6), pdf.latin_font("Arial"), packed=True)
    return pdf.whole()


def swelling_twice() -> bytes:
    pdf = Pdf()
    packed = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
    number = pdf.add(b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed))
    pdf.pages.append(
        pdf.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<>>>>" % number)
    )
    return pdf.whole()


BAD = {
    "empty": (lambda: b"", {Reason.EMPTY}),
    "text": (lambda: b"Xin chao " * 99, {Reason.NOT_WHAT_IT_SAYS}),
    "cut off": (lambda: cut(text_pdf(DIRECTIVE.lines())), {Reason.TRUNCATED}),
    "nonsense": (lambda: b"%PDF-1.7\n" + random.Random(7).randbytes(50_000) + b"\n%%EOF", {Reason.CORRUPT}),
    "no pages": (lambda: Pdf().whole(), {Reason.EMPTY}),
    "pages in a circle": (looping_pages, {Reason.CORRUPT, Reason.EMPTY}),
    "boasting of pages": (boasting, set()),
    "drawing itself": (drawing_itself, set()),
    "doubling": (doubling, set()),
    "a swelling page": (lambda: swelling(400_000_000), {Reason.BOMB}),
    "swelling twice": (swelling_twice, {Reason.BOMB, Reason.EMPTY, Reason.TOO_MUCH_MEMORY}),
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_bad_file_ends_in_a_state_within_bounds(path, kind):
    make, reasons = BAD[kind]
    path.write_bytes(make())
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read_file(path, "pdf", SHORT)
    assert found.reason in reasons or (not reasons and found.reason is None)
    assert found.state is (State.FAILED if reasons else found.state)
    assert not found.reason or found.message
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 64 * 1024, "the caller held none of it"


def test_too_many_pages_are_refused(path):
    pdf = text_pdf(["a"])
    pdf.pages *= 2001
    assert read_file(pdf.save(path), "pdf").reason is Reason.TOO_MANY_PAGES


def test_filling_behind_the_end_is_no_cut(path):
    path.write_bytes(text_pdf(DIRECTIVE.lines()).whole() + b"\0" * 8192)
    assert read_file(path, "pdf").state is State.DONE


def test_a_page_that_breaks_leaves_the_others_readable(path):
    pdf = text_pdf(DIRECTIVE.lines(), ["hỏng"])
    pdf.objects[pdf.pages[1] - 1] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 a b]/Contents 7/Resources 3>>"
    found = read_file(pdf.save(path), "pdf")
    assert found.pages[0].text == DIRECTIVE.text
    assert found.pages_to_recognise() == [2]


def test_damage_anywhere_never_raises(path):
    """Bytes changed at random: every file ends in a state."""
    whole, dice = bytearray(signed_pdf(DIRECTIVE.lines()).whole()), random.Random(20)
    for _ in range(12):
        damaged = bytearray(whole)
        for _ in range(dice.randrange(1, 30)):
            damaged[dice.randrange(9, len(damaged) - 40)] = dice.randrange(256)
        path.write_bytes(damaged)
        assert isinstance(read_file(path, "pdf", SHORT), Extracted)


def test_half_a_gigabyte_of_scans_is_read_without_holding_it(path):
    """200 pages of 2.6 MB; the child may hold a fifth of the file, this process nothing."""
    filling = os.urandom(1024 * 1024)
    with path.open("wb") as out:
        _write_large(out, filling, pages=200, size=2_600_000)
    assert path.stat().st_size > 500 * 1000 * 1000
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read_file(path, "pdf", Bounds(memory=384 * MIB, processor=60, seconds=300))
    assert (found.state, len(found.pages), len(found.pages_to_recognise())) == (State.NEEDS_OCR, 200, 200)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 32 * 1024


def _write_large(out, filling, *, pages, size):
    """As ``Pdf.whole``, written as it is made."""
    places = {}

    def write(number, *parts):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number)
        out.writelines(parts)
        out.write(b"\nendobj\n")

    out.write(b"%PDF-1.7\n")
    write(1, b"<</Type/Catalog/Pages 2 0 R>>")
    kids = b" ".join(b"%d 0 R" % (3 + 3 * place) for place in range(pages))
    write(2, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages))
    for place in range(pages):
        page, content, image = 3 + 3 * place, 4 + 3 * place, 5 + 3 * place
        body = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
        write(page, body % (content, image))
        write(content, b"<</Length %d>>\nstream\n%s\nendstream" % (len(WHOLE_PAGE), WHOLE_PAGE))
        entries = b"<</Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Length %d>>"
        data = filling * (size // len(filling) + 1)
        write(image, entries % size, b"\nstream\n", data[:size], b"\nendstream")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.writelines(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))


def test_what_was_recognised_completes_the_rest():
    found = Extracted(State.NEEDS_OCR, pages=(Page(1, "chữ"), Page(2, "", wanting=Wanting.NO_TEXT)))
    whole = found.with_pages([Page(2, "ảnh", Source.OCR, 88), Page(1, "đoán", Source.OCR, 40)])
    assert (whole.state, whole.text) == (State.DONE, "chữ\nảnh")
    failed = found.with_pages([Page(2, "", Source.OCR, 0, Wanting.UNREADABLE, reason=Reason.TOO_LONG)])
    assert failed.state is State.NEEDS_OCR


def test_a_result_is_kept_as_json_and_comes_back(path):
    import json

    found = read_file(signed_pdf(DIRECTIVE.lines()).save(path), "pdf")
    assert Extracted.from_json(json.loads(json.dumps(found.to_json()))) == found
    failed = Extracted.failed(Reason.ENCRYPTED)
    assert Extracted.from_json(json.loads(json.dumps(failed.to_json()))) == failed


@pytest.mark.parametrize("kind", ["doc", "odt", "xlsx", "", "jpg"])
def test_other_kinds_are_not_read(path, kind):
    path.write_bytes(b"abc")
    assert read_file(path, kind).reason is Reason.UNSUPPORTED


def test_every_reason_has_words():
    assert all(Extracted.failed(reason).message for reason in Reason)
