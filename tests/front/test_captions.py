"""A caption and the credit after it are told apart."""

import pytest
from django.template.loader import render_to_string

from portal.templatetags.portal_tags import with_full_stop


@pytest.mark.parametrize("caption", ["Ai nói?", "Họp xong.", "“Nghị quyết một trang giấy!”", "Còn nữa…", ""])
def test_a_sentence_that_ends_stays(caption: str) -> None:
    assert with_full_stop(caption) == caption


@pytest.mark.parametrize("caption", ["Chi bộ thôn Khe Ngang họp", "Lễ hội “Mùa vàng”", "Cầu Bến Phà (năm 2026)"])
def test_a_caption_without_an_end_gets_one(caption: str) -> None:
    assert with_full_stop(caption) == f"{caption}."


def test_only_a_credit_that_follows_asks_for_it() -> None:
    alone = render_to_string("components/caption.html", {"caption": "Chi bộ họp", "credit": ""})
    followed = render_to_string("components/caption.html", {"caption": "Chi bộ họp", "credit": "Thu Sương"})
    assert "Chi bộ họp</figcaption>" in alone
    assert "Chi bộ họp. <span" in followed
