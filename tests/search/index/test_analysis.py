"""How the index takes texts apart, on the real server."""

import pytest

from search.index.definition import definition
from search.language.words import canonical, plain, words_of


@pytest.fixture(scope="module")
def index(elasticsearch_url):
    from elasticsearch import Elasticsearch

    server = Elasticsearch(elasticsearch_url)
    server.indices.create(index="test-analysis", **definition())
    yield lambda analyzer, text: [
        token["token"]
        for token in server.indices.analyze(index="test-analysis", analyzer=analyzer, text=text)["tokens"]
    ]
    server.indices.delete(index="test-analysis")
    server.close()


@pytest.mark.parametrize(
    ("analyzer", "text", "tokens"),
    [
        ("syllables", "Đảng uỷ, KỲ họp", ["dang", "uy", "ki", "hop"]),
        ("syllables", "thuý quý mỹ yên ủy", ["thuy", "qui", "mi", "yen", "uy"]),
        ("accented", "Hoà HOÀ hòa Khoá uỷ ỦY Uỷ", ["hòa", "hòa", "hòa", "khóa", "ủy", "ủy", "ủy"]),
        ("accented", "kỳ kì tỷ lý ty đây", ["kì", "kì", "tỉ", "lí", "ti", "đây"]),
        ("pairs", "Sinh hoạt chi bộ", ["sinh hoat", "hoat chi", "chi bo"]),
        ("pairs", "Đảng", []),
        ("accented_pairs", "Khoá họp kỳ này", ["khóa họp", "họp kì", "kì này"]),
    ],
)
def test_the_four_readings_of_a_text(index, analyzer, text, tokens):
    assert index(analyzer, text) == tokens


@pytest.mark.parametrize(("old", "new"), [("oà", "òa"), ("oẻ", "ỏe"), ("uỵ", "ụy"), ("OÁ", "ÓA"), ("Uỷ", "Ủy")])
def test_the_old_place_of_the_tone_is_the_new_one(index, old, new):
    assert index("accented", old) == index("accented", new)


@pytest.mark.parametrize("text", ["57,3%", "T.ư Đảng", "4.356.361", "10:30", "30.3.2007", "l'Huma", "tệp_kèm"])
def test_signs_inside_a_word_part_it_as_they_do_in_queries(index, text):
    assert index("syllables", text) == [plain(canonical(word)) for word in words_of(text)]
