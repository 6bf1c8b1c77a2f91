"""From Elasticsearch's signs to places in plain text."""

from search.engines.elastic.highlighting import CLOSE, OPEN, snippet_of
from search.query.marking import Meant
from search.query.understanding import understand


def _marked(text: str) -> str:
    return text.replace("[", OPEN).replace("]", CLOSE)


def test_signs_become_places(known):
    snippet = snippet_of(_marked("<b>[Sinh] [hoạt]</b> chi bộ"), Meant(understand("sinh hoat", known)))
    assert snippet.text == "<b>Sinh hoạt</b> chi bộ"
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Sinh", "hoạt"]


def test_marks_that_were_typed_must_be_there(known):
    text = _marked("[Bạn] đọc [bán] báo, [bàn] bạc")
    typed, plain = (snippet_of(text, Meant(understand(query, known))) for query in ("bán", "ban"))
    assert [typed.text[start:end] for start, end in typed.marks] == ["bán"]
    assert len(plain.marks) == 3


def test_a_sign_that_is_never_closed_is_no_error(known):
    assert snippet_of(f"a{OPEN}b", Meant(understand("a", known))).marks == ()
