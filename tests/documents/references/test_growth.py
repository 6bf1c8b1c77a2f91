"""Whole books and hostile texts: four times the text may cost little more than four times the time."""

import time

import pytest

from documents.references import find

UNITS = {
    "digits and slashes": "1234/56/",
    "dates": "12/3/2020 ",
    "digits": "1234567890",
    "types": "Nghị quyết ",
    "announced": "Nghị quyết số ",
    "plenums": "Nghị quyết Trung ương ",
    "meetings": "Nghị quyết Hội nghị lần thứ ",
    "commas": ", ",
    "a list without end": "1, ",
    "a tight list": "12,",
    "named": "Nghị quyết 1, ",
    "numbers with so": "số 1 ",
    "terms": "khóa XI, ",
    "symbols": "10-CT/TW ",
    "half symbols": "10-CT/TW-",
    "bodies": "của Ban ",
    "marks": "\u0323\u0301",
    "a letter and many marks": "a\u0323\u0301\u0302\u0306\u0301\u0301",
    "decomposed": "Đa\u0309ng uy\u0309 xa\u0303 ",
    "no-break spaces": "\u00a0",
    "line ends": "\r\n",
    "zero width": "\u200b",
    "addresses": "a@b.vn/",
    "brackets": "(",
    "misread digits": "l0 o1 ",
}
SMALL, TIMES_LARGER, ALLOWED_GROWTH = 10_000, 4, 10
TOO_SHORT_TO_MEASURE = 0.002


def _cost(text: str) -> float:
    costs = []
    for _ in range(3):
        start = time.process_time()
        find(text)
        costs.append(time.process_time() - start)
    return min(costs)


@pytest.mark.parametrize("kind", UNITS)
@pytest.mark.parametrize("first", ["", "Nghị quyết "])
def test_cost_grows_with_the_length_only(kind, first):
    unit = UNITS[kind] * (SMALL // len(UNITS[kind]))
    small = max(_cost(first + unit), TOO_SHORT_TO_MEASURE)
    assert _cost(first + unit * TIMES_LARGER) < ALLOWED_GROWTH * small
