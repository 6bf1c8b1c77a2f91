"""The diagram of a document's relations: nothing lies over another, no line leaves its box, and it stays small."""

from hypothesis import given
from hypothesis import strategies as st

from documents.diagram import MOST, MOST_OF_A_KIND, WIDTH, Diagram, diagram_of, width_of, wrapped
from documents.models import Status
from documents.register.rows import Row
from documents.related import Related

WORDS = st.text("aăâbcđeiômnuưW 10-/CT", max_size=120)
ROWS = st.builds(
    Row,
    url=st.just("/van-ban/x/"),
    symbol=st.text("0123-/CTWĐ", max_size=40),
    type_name=WORDS,
    abstract=WORDS,
    issuer=WORDS,
    date_text=st.sampled_from(["", "30/3/2007"]),
    date_iso=st.just(""),
    status=st.sampled_from(Status),
    term=st.just(""),
    mark=st.sampled_from(["", "Chỉ dành cho đảng viên"]),
)
GROUPS = st.builds(
    Related,
    label=WORDS,
    is_own=st.booleans(),
    anchor=st.just("quan-he-1"),
    rows=st.lists(ROWS, min_size=1, max_size=6),
    texts=st.lists(WORDS, max_size=3),
    unnamed=st.integers(0, 9000),
)


def drawn(own: Row, related: list[Related]) -> Diagram:
    diagram = diagram_of(own, related)
    assert diagram is not None
    return diagram


@given(ROWS, st.lists(GROUPS, min_size=1, max_size=15))
def test_boxes_stand_one_below_the_other_inside_the_drawing(own, related):
    diagram = drawn(own, related)
    foot = 0.0
    for box in diagram.boxes:
        assert box.y >= foot
        foot = box.y + box.height
    assert foot <= diagram.height
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in diagram.boxes)


@given(ROWS, st.lists(GROUPS, min_size=1, max_size=15))
def test_lines_stand_inside_their_boxes(own, related):
    for box in drawn(own, related).boxes:
        assert all(box.x < line.x and box.y < line.y < box.y + box.height for line in box.lines)


@given(ROWS, st.lists(GROUPS, min_size=1, max_size=15))
def test_however_many_there_are_few_are_drawn_and_the_others_are_led_to(own, related):
    boxes = drawn(own, related).boxes
    documents = [box for box in boxes if box.url.startswith("/")]
    assert len(documents) <= min(MOST, MOST_OF_A_KIND * len(related))
    left_out = [group for group in related if len(group) > MOST_OF_A_KIND]
    assert len([box for box in boxes if box.url.startswith("#")]) >= len(left_out)


@given(WORDS | st.just("Nghịquyếtchuyênđề" * 30), st.integers(1, 4))
def test_no_line_is_wider_than_its_box(text, most):
    lines = wrapped(text, 300, 14, most)
    assert len(lines) <= most
    assert all(width_of(line) * 14 <= 300 for line in lines)
    words = " ".join(text.split())
    assert "".join(lines).replace(" ", "").rstrip("…").startswith(words.replace(" ", "")[:10].rstrip(" ,;:."))


def test_who_acts_on_whom_is_told_by_the_arrows(directive_2007, rf):
    from documents.register.rows import rows_of

    (own,) = rows_of([directive_2007], rf.get("/"))
    upward = drawn(own, [Related("thay thế", is_own=True, anchor="quan-he-1", texts=["09-HD/BTCTW"])])
    downward = drawn(own, [Related("bị thay thế bởi", is_own=False, anchor="quan-he-1", texts=["09-HD/BTCTW"])])
    assert [box.css for box in upward.boxes] == ["diagram__named", "diagram__own"]
    assert [box.css for box in downward.boxes] == ["diagram__own", "diagram__named"]
    assert "v10z" in upward.arrows[0]  # into the box of the other
    assert "h10z" in downward.arrows[0]  # up into its own


def test_without_relations_there_is_none(directive_2007, rf):
    from documents.register.rows import rows_of

    assert diagram_of(rows_of([directive_2007], rf.get("/"))[0], []) is None
