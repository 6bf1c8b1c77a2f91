"""How the admin's lists say when something was or will be."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone


def said(moment: object) -> str:
    template = Template("{% load wagtailadmin_tags %}{% human_readable_date moment %}")
    [_opening, _time, text] = template.render(Context({"moment": moment})).split("</time>")[0].rpartition(">")
    return " ".join(text.split())


def test_what_lies_ahead_is_said_by_its_date() -> None:
    ahead = timezone.localtime() + timedelta(days=3)
    assert said(ahead) == f"{ahead:%H:%M, %d/%m/%Y}"
    assert said(ahead.date()) == f"{ahead:%d/%m/%Y}"


@pytest.mark.parametrize(("before", "expected"), [({}, "Vừa xong"), ({"days": 3}, "3 ngày trước")])
def test_what_was_is_said_by_how_long_ago(before: dict[str, int], expected: str) -> None:
    assert said(timezone.now() - timedelta(**before)) == expected
