"""The demo's articles as texts: no database."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import asdict
from datetime import date, timedelta
from itertools import islice, pairwise
from pathlib import Path
from random import Random

import pytest

from news.demo import compose, sections, texts
from news.demo.texts import FEATURES, TOPICS
from news.demo.texts import pieces as kinds
from news.demo.texts.grammar import fill, press_spelling
from news.demo.texts.slots import slots_for
from portal.demo import notices, site_texts
from portal.demo.dates import weekday
from portal.demo.pictures import SCENES

TODAY = date(2026, 11, 22)
MANY = 400
CITED = re.compile(r"ngày (\d{1,2})/(\d{1,2})/(\d{4}), của")
ENDED = re.compile(r"(?<=[.!?…])[”)]*\s+|\n+|</?(?:p|li|ul|ol)>")
WEEKDAY = re.compile(r"[Tt]hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)\b|[Cc]hủ nhật|(?:cuối|đầu|giữa) tuần")
AGAIN_AND_AGAIN = re.compile(r"hằng tuần|[Mm]ỗi (?:chiều|tối|sáng)|phiên chợ|“Ngày")


def written(seed, number, today=TODAY):
    return list(islice(compose.articles(seed, today), number))


@pytest.fixture(scope="module")
def articles():
    return written("lam-khe", MANY)


@pytest.fixture(scope="module")
def everything(articles):
    """Articles of several seeds and days, and those written by hand."""
    found = [
        *articles,
        *written("xanh", MANY),
        *written("7", MANY, date(2026, 3, 4)),
        *written("gió", MANY, date(2027, 8, 9)),
    ]
    return [*found, *compose.features(TODAY), *compose.features(date(2027, 2, 1))]


def strings(value):
    """Every text in this value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def said(article):
    """What a reader is told, in separate texts."""
    names = {"scene", "filename", "captions", "key"}
    pieces = [{k: v for k, v in asdict(piece).items() if k not in names} for piece in article.pieces]
    words = [article.title, article.kicker, article.sapo, article.picture_caption, *strings(pieces)]
    return [word.format_map(article.slots) if article.slots else word for word in words if word]


def every_word(article) -> str:
    return "\n".join(said(article))


def test_same_seed_and_day_give_the_same_articles():
    assert written("lam-khe", 40) == written("lam-khe", 40)


def test_more_articles_leave_the_first_as_they_are(articles):
    assert written("lam-khe", 60) == articles[:60]


def test_another_seed_gives_other_articles(articles):
    assert [article.title for article in written("khác", 20)] != [article.title for article in articles[:20]]


def test_articles_span_three_years_up_to_today(articles):
    places = [article.ordered_at for article in articles]

    assert max(places).date() <= TODAY
    assert max(places).date() >= TODAY - timedelta(days=3)
    assert max(places) - min(places) >= timedelta(days=3 * 365)


def test_no_title_repeats(articles):
    assert len({article.title for article in articles}) == MANY


@pytest.mark.parametrize(("seed", "number"), [("lam-khe", 300), ("xanh", 300), ("gió", 1500)])
def test_near_articles_of_a_section_have_each_their_own_title_and_lead(seed, number):
    lists = defaultdict(list)
    for article in sorted([*written(seed, number), *compose.features(TODAY)], key=lambda one: one.ordered_at):
        lists[article.section].append(article)
    for listing in lists.values():
        for place in range(len(listing)):
            window = listing[place : place + 30]
            for words in ([one.title for one in window], [one.sapo for one in window if one.sapo]):
                assert len(set(words)) == len(words)


def test_neighbours_in_a_section_have_different_pictures(articles):
    lists = defaultdict(list)
    for article in sorted(articles, key=lambda one: one.ordered_at):
        lists[article.section].append(article.picture)
    pairs = [pair for listing in lists.values() for pair in pairwise(listing) if all(pair)]
    assert sum(one == other for one, other in pairs) < len(pairs) * 0.02


def test_each_topic_has_several_ways_to_begin():
    for topic in TOPICS:
        assert len(topic.angles) >= 3
        for angle in topic.angles:
            assert len(angle.titles) >= 2
            assert len(angle.sapos) >= 2


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_titles_and_leads_name_something_that_changes(topic):
    """Without a name or a number the same words would come again and again."""
    for angle in topic.angles:
        for template in (*angle.titles, *angle.sapos):
            assert "{" in template


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_every_way_to_say_something_can_be_said(topic):
    tried = set()
    for offset in range(0, 1100, 5):
        day = TODAY - timedelta(days=offset)
        slots = slots_for(day, Random(offset)) | {name: values[0] for name, values in topic.extra.items()}
        for angle in topic.angles_on(day):
            tried.add(angle)
            lines = [*angle.titles, *angle.sapos, *topic.quotes, *(topic.box or ())]
            lines += [part for figure in topic.figures for part in figure]
            told = f"{angle.opening}\n{topic.body}"
            lines += [way for line in told.splitlines() for way in line.lstrip("?# ").split("||")]
            for line in lines:
                assert "{" not in fill(line, slots)
            assert topic.speaker in slots
            assert set(angle.pictures) <= SCENES.keys()
    assert tried == set(topic.angles)


def test_every_sentence_begins_large_and_nothing_is_left_over(everything):
    for article in everything:
        for text in said(article):
            assert not re.search(r"[{}]|\|\||  | [,.;:!?]|,,|\.\.", text), text
            assert unicodedata.is_normalized("NFC", text)
        for text in (
            article.title,
            article.sapo,
            *(piece.text for piece in article.pieces if isinstance(piece, kinds.Text | kinds.Quote)),
        ):
            for sentence in ENDED.split(text.format_map(article.slots) if article.slots else text):
                first = sentence.lstrip("#“( ")[:1]
                assert not first.islower(), sentence


def test_what_follows_a_colon_in_a_title_begins_large(everything):
    for article in everything:
        for part in article.title.split(": ")[1:]:
            assert not part.lstrip("“")[:1].islower(), article.title


def test_a_weekday_that_is_named_is_the_articles_own(everything):
    """It may be what happens every week, or must be the day before the article or the article's own."""
    named = 0
    for article in everything:
        if article.published_on is None:
            continue
        days = {article.known_since.date() - timedelta(days=back) for back in (0, 1)}
        for sentence in ENDED.split(every_word(article)):
            for found in WEEKDAY.findall(sentence):
                if not AGAIN_AND_AGAIN.search(sentence):
                    named += 1
                    possible = {weekday(day).lower() for day in days}
                    possible |= {"cuối tuần" for day in days if day.weekday() >= 5}
                    assert found.lower() in possible, sentence
    assert named


def test_a_lead_that_tells_of_a_day_tells_of_one_that_was_over(articles):
    told = 0
    for article in articles:
        found = re.match(r"(Sáng|Chiều|Ngày|Trong ngày) (\d{1,2})/(\d{1,2}),", article.sapo)
        if found and article.published_on and article.published_time_known:
            part, day, month = found[1], int(found[2]), int(found[3])
            published = article.published_on
            if (published.day, published.month) == (day, month):
                assert part == "Sáng"
                assert published.hour >= 13
            else:
                before = published - timedelta(days=1)
                assert (before.day, before.month) == (day, month)
            told += 1
    assert told > 10


def test_key_figures_are_numbers_and_their_units_stand_in_the_label(everything):
    for article in everything:
        for piece in article.pieces:
            if isinstance(piece, kinds.Figures):
                for figure, label, *_ in piece.items:
                    assert re.fullmatch(r"[\d.]+(,\d+)?(/\d+)?%?", figure), (figure, label)


def test_articles_appear_and_change_in_office_hours_before_today(everything):
    for article in everything:
        moments = [article.published_on if article.published_time_known else None, article.updated_on]
        for moment in [*moments, *(noted for noted, _ in article.corrections)]:
            if moment:
                assert 7 <= moment.hour < 18
                assert not article.updated_on or moment <= article.updated_on


@pytest.mark.parametrize("today", [TODAY, date(2026, 3, 1), date(2027, 1, 1)])
def test_nothing_appears_on_the_day_of_loading(today):
    for article in [*written("lam-khe", 200, today), *compose.features(today)]:
        assert max(article.known_since, article.updated_on or article.known_since).date() < today


def test_the_house_spelling_is_kept():
    """In the texts themselves: ``uỷ`` and ``hoà``; the press's spelling is made from them."""
    modern = re.compile(r"(?<![qQ])(?:òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?!\w)", re.IGNORECASE)
    sources = [*Path(texts.__file__).parent.glob("[!g]*.py"), Path(site_texts.__file__), Path(notices.__file__)]
    for source in sources:
        assert not modern.findall(source.read_text())


def test_no_article_cites_a_document_of_its_future(articles):
    cited = 0
    for article in articles:
        for day, month, year in CITED.findall(every_word(article)):
            assert date(int(year), int(month), int(day)) <= article.known_since.date() or article.published_on is None
            cited += 1
    assert cited > 20


def test_directive_10_of_2007_is_cited_in_full(articles):
    assert any("Chỉ thị số 10-CT/TW, ngày 30/3/2007" in every_word(article) for article in articles)


def test_districts_are_gone_since_july_2025():
    after = slots_for(date(2025, 7, 2), Random(1))
    before = slots_for(date(2025, 6, 30), Random(1))

    assert after["cap_tren"] == "Tỉnh uỷ Sơn Hải"
    assert before["cap_tren"].startswith("Huyện uỷ")


def test_no_telephone_number_in_bylines(articles):
    for article in [*articles, *compose.features(TODAY)]:
        assert not re.search(r"\d", article.author_name + article.poster_name)


def test_each_state_of_an_article_occurs(articles):
    assert any(article.picture is None for article in articles)
    assert any(article.published_on is None and article.review_note for article in compose.features(TODAY))
    assert any(not article.published_time_known for article in articles)
    assert any(not article.author_name for article in articles)
    assert any(article.base_views is None for article in articles)
    assert any(article.corrections for article in articles)
    assert any(article.source_name and article.source_url for article in articles)
    assert any(not article.sapo for article in articles)


def test_an_unknown_date_stays_unknown_and_has_a_place_in_lists(articles):
    for article in articles:
        if article.published_on is None:
            assert article.ordered_at.date() == compose.IMPORTED_ON


def test_scenes_and_sections_that_texts_name_exist(articles):
    def slugs(tree):
        return {slug for slug, *_, below in tree} | {slug for *_, below in tree for slug in slugs(below)}

    known = slugs(sections.SECTIONS)
    for article in [*articles, *compose.features(TODAY)]:
        assert article.section in known
        if article.picture:
            assert article.picture[0] in SCENES
        for piece in article.pieces:
            if isinstance(piece, kinds.Picture):
                assert piece.scene in SCENES


def test_articles_written_by_hand_refer_to_each_other():
    keys = {feature.key for feature in FEATURES}
    named = {key for feature in FEATURES for key in feature.related}
    named |= {piece.key for feature in FEATURES for piece in feature.body if isinstance(piece, kinds.ReadAlso)}

    assert len(FEATURES) >= 12
    assert named <= keys


def test_both_spellings_occur_but_never_in_one_text(articles):
    def old(words):
        return re.search(r"\b(Đảng uỷ|hoà giải|khoá|văn hoá)\b", words)

    def new(words):
        return re.search(r"\b(Đảng ủy|hòa giải|khóa|văn hóa)\b", words)

    written = [f"{article.title}\n{article.sapo}" for article in articles]
    assert any(old(words) for words in written)
    assert any(new(words) for words in written)
    assert not any(old(words) and new(words) for words in written)


@pytest.mark.parametrize(
    ("house", "press"),
    [
        ("Đảng uỷ", "Đảng ủy"),
        ("hoà, khoá, khoẻ", "hòa, khóa, khỏe"),
        ("hoàn toàn", "hoàn toàn"),
        ("quý, quỹ", "quý, quỹ"),
    ],
)
def test_press_spelling(house, press):
    assert press_spelling(house) == press
