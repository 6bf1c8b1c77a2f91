"""What of an entry goes into the index."""

import datetime as dt

from search.entries import StatusSpan
from search.index.definition import PROPERTIES
from search.index.documents import document_of
from search.index.stories import story_of
from tests.search.contract.corpus import ENTRIES
from tests.search.factories import NEWS, paper, story

_TEXT = " ".join(f"câu{number} chuyện về con đường thôn" for number in range(60))


def test_the_mapping_knows_every_field():
    fields = {name for one in ENTRIES for name in document_of(one)}
    assert fields == set(PROPERTIES)


def test_the_ancestors_are_all_paths_above_and_its_own():
    document = document_of(story(5, "Bài", path=f"{NEWS}0005"))
    assert document["ancestors"] == ["0001", "00010001", NEWS, f"{NEWS}0005"]


def test_a_status_without_a_day_is_left_out():
    """Elasticsearch would refuse the whole entry for a range that ends before it begins."""
    day = dt.date(2020, 1, 1)
    one = paper(1, "1-CT/TW", day, "Chỉ thị", statuses=(StatusSpan("not_yet", day, day), StatusSpan("in_force", day)))
    assert document_of(one)["statuses"] == {"in_force": [{"gte": "2020-01-01"}]}


class TestStories:
    def test_a_word_put_right_leaves_the_story_the_same(self):
        assert story_of(story(1, "Một", _TEXT)) == story_of(story(2, "Hai", _TEXT + " rồi."))

    def test_other_texts_are_other_stories(self):
        other = " ".join(f"việc{number} khác hẳn ở chợ huyện" for number in range(60))
        assert story_of(story(1, "Một", _TEXT)) != story_of(story(2, "Hai", other))

    def test_short_texts_and_documents_are_each_for_themselves(self):
        assert story_of(story(1, "Một", "Ngắn thôi.")) == "1"
        assert story_of(paper(2, "1-CT/TW", dt.date(2020, 1, 1), "Chỉ thị", body=_TEXT)) == "2"
