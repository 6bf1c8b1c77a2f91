"""The examples in the demo's docstrings are true."""

import doctest

import pytest

from news.demo import body
from news.demo.texts import grammar
from portal.demo import dates, pictures


@pytest.mark.parametrize("module", [body, dates, grammar, pictures], ids=lambda module: module.__name__)
def test_examples(module):
    told = doctest.testmod(module)
    assert told.attempted
    assert not told.failed
