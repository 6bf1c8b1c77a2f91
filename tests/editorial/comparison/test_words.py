"""Texts are compared word by word, also where all words are short."""

from hypothesis import given
from hypothesis import strategies as st

from portal.editorial.comparison.blocks import moved_between
from portal.editorial.comparison.words import changes, difference, lines_of

BEFORE = "Chi bộ thôn Đồng Tiến họp sáng 12/9, 54 đảng viên dự. Bí thư chủ trì. Các ý kiến đều tốt."


def side(found, other: str) -> str:
    return "".join(text for kind, text in found if kind in ("equal", other))


def test_one_changed_word_is_one_changed_word():
    found = changes(BEFORE, BEFORE.replace("54", "45"))
    assert [change for change in found if change[0] != "equal"] == [("deletion", "54"), ("addition", "45")]


def test_an_added_sentence_leaves_the_others_alone():
    found = changes(BEFORE, BEFORE + " Cuộc họp kết thúc lúc 11 giờ.")
    assert [kind for kind, _text in found] == ["equal", "addition"]


@given(st.text(alphabet="ab cđ\n.", max_size=80), st.text(alphabet="ab cđ\n.", max_size=80))
def test_both_texts_can_be_read_from_what_is_found(before, after):
    found = changes(before, after)
    assert side(found, "deletion") == before
    assert side(found, "addition") == after


def test_changes_are_said_and_struck_and_never_run_as_html():
    shown = difference("<b>cũ</b>", "<script>mới</script>").to_html()
    assert '<del class="deletion"><span class="w-sr-only">[bỏ:] </span>' in shown
    assert '<ins class="addition"><span class="w-sr-only">[thêm:] </span>' in shown
    assert "<script>" not in shown
    assert "<b>" not in shown


def test_paragraphs_items_and_cells_stay_apart():
    assert lines_of("<p>một</p><ul><li>hai</li><li>ba</li></ul>") == "một\nhai\nba"
    assert lines_of("<table><tr><td>a</td><td>b</td></tr></table>") == "a | b"


def test_what_is_nothing_is_not_written():
    assert difference(None, None).to_html() == ""


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_those_that_did_not_move_keep_their_order(old, new):
    old, new = [str(one) for one in old], [str(one) for one in new]
    moved = moved_between(old, new)
    assert [one for one in old if one in new and one not in moved] == [
        one for one in new if one in old and one not in moved
    ]
    assert moved_between(old, old) == {}
