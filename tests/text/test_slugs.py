import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text import slugify
from tests.text.vietnamese import VIETNAMESE

CASES = json.loads(Path(__file__).with_name("slug_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"][:30])
def test_slug_of_the_shared_table(case):
    assert slugify(case["title"]) == case["slug"]


@given(st.text(), st.integers(min_value=1, max_value=100))
def test_slug_is_ascii_words_within_its_length(text, max_length):
    slug = slugify(text, max_length=max_length)
    assert len(slug) <= max_length
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert slugify(slug, max_length=max_length) == slug


@given(st.text(alphabet=VIETNAMESE, min_size=1))
def test_vietnamese_never_gives_an_empty_slug(text):
    assert slugify(text)
