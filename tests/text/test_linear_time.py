"""Text tools meet whole books and hostile input: four times the text may cost little more than four times the time."""

import time
from collections.abc import Callable

import pytest

from portal.text import collation_key, detect_legacy, fold, from_legacy, normalise, slugify
from portal.text.legacy import encode
from portal.text.symbols import unbroken

ARTICLE = (
    "Đảng uỷ xã tổ chức sinh hoạt chi bộ thường kỳ, nghị quyết số 21–NQ/TW.\u00a0Đồng chí bí thư nói:\n“Bốn tốt”. "
)
TEXTS = {
    "article": ARTICLE,
    "decomposed": "Đa\u0309ng uy\u0309 ca\u0301\u0302p ",
    "tones before shapes": "a\u0301\u0302\u0301\u0302\u0301\u0302",
    "marks only": "\u0301\u0302",
    "one word": "é",
    "one word in TCVN3": "\xa7\xb6",
    "one word in VNI": "a\xf9",
    "signs": "\xab\xbb ",
    "capitals in TCVN3": encode("CÔNG TÁC LÀ Ở ", "TCVN3"),
    "undecided in TCVN3": encode("Là ở ý ", "TCVN3"),
    "lines in TCVN3": encode("đảng uỷ xã\n", "TCVN3"),
    "digits": "1234567890",
    "hyphens": "-–-",
    "line ends": "\r\n",
    "y": "ky y",
    "symbols": "10-CT/TW-",
    "open tags": "<a ",
}
TOOLS: dict[str, Callable[[str], object]] = {
    "normalise": normalise,
    "fold": fold,
    "slugify": slugify,
    "collation_key": collation_key,
    "detect_legacy": detect_legacy,
    "unbroken": unbroken,
    "from TCVN3": lambda text: from_legacy(text, "TCVN3"),
    "from VNI": lambda text: from_legacy(text, "VNI"),
}
SMALL, TIMES_LARGER, ALLOWED_GROWTH = 20_000, 4, 10
TOO_SHORT_TO_MEASURE = 0.002


def _cost(tool: Callable[[str], object], text: str) -> float:
    costs = []
    for _ in range(3):
        start = time.process_time()
        tool(text)
        costs.append(time.process_time() - start)
    return min(costs)


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("kind", TEXTS)
def test_cost_grows_with_the_length_only(tool, kind):
    text = TEXTS[kind] * (SMALL // len(TEXTS[kind]))
    small = max(_cost(TOOLS[tool], text), TOO_SHORT_TO_MEASURE)
    assert _cost(TOOLS[tool], text * TIMES_LARGER) < ALLOWED_GROWTH * small
