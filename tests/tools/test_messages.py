"""Messages: found in code and templates, complete, and replacing nobody else's."""

import gettext
from pathlib import Path

import pytest

from tools.message_check import load, problems
from tools.message_sources import Message, in_python, in_template, uses
from tools.messages import compile_all
from tools.project import Problem

PYTHON = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _, ngettext, npgettext_lazy, pgettext_lazy as p

title = _("Party cell")
long = _(
    "first half "
    "second half"
)
count = ngettext("%(n)d article", "%(n)d articles", 3)
schedule = p("meeting", "Schedule")
both = npgettext_lazy("news", "story", "stories", 2)
module = translation.gettext("By module")
chosen = _(title)
not_a_message = print("No message")
"""
TEMPLATE = """{% load i18n %}<h1 title="{% trans 'Read on' %}">{% translate "Share %" as share %}</h1>
{% blocktrans trimmed count n=pages %}
  {{ n }} page
{% plural %}
  {{ n }} pages
{% endblocktrans %}
{% include "x.html" with label=_("Newer") only %}
{% blocktrans context "list" %}Older{% endblocktrans %}
{# {% trans "Commented out" %} #}{% comment %}{% trans "Also commented out" %}{% endcomment %}
"""


def found(found_uses):
    return {(use.message.context, use.message.msgid) for use in found_uses}


def test_messages_in_python():
    assert found(in_python(PYTHON, Path("models.py"))) == {
        (None, "Party cell"),
        (None, "first half second half"),
        (None, "%(n)d article"),
        ("meeting", "Schedule"),
        ("news", "story"),
        (None, "By module"),
    }


def test_messages_in_templates():
    assert found(in_template(TEMPLATE, Path("page.html"))) == {
        (None, "Read on"),
        (None, "Share %%"),
        (None, "%(n)s page"),
        (None, "Newer"),
        ("list", "Older"),
    }


@pytest.fixture
def site(tmp_path):
    """Writes a project with one package beside it and tells what is wrong with its messages."""

    def write(path: str, text: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    def check(*, ours: str, added: str = "", vendor_en: str = "", vendor_vi: str = "", code: str = "") -> list[str]:
        write("locale/vi/LC_MESSAGES/django.po", ours)
        write("locale_vendor/vi/LC_MESSAGES/django.po", added)
        write("vendor/locale/en/LC_MESSAGES/django.po", vendor_en)
        write("vendor/locale/vi/LC_MESSAGES/django.po", vendor_vi)
        write("news/models.py", "from django.utils.translation import gettext as _, pgettext\n" + code)
        return list(problems(load(tmp_path, [tmp_path / "vendor" / "locale"]), uses(tmp_path, ["news"]), tmp_path))

    return check


def entry(msgid: str, msgstr: str, *, context: str = "", flag: str = "") -> str:
    first = (f"#, {flag}\n" if flag else "") + (f'msgctxt "{context}"\n' if context else "")
    return f'{first}msgid "{msgid}"\nmsgstr "{msgstr}"\n\n'


def test_a_translated_message_is_fine(site):
    assert site(ours=entry("Cell", "Chi bộ"), code='_("Cell")') == []


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("", "chưa có bản dịch"),
        (entry("Cell", ""), "để trống"),
        (entry("Cell", "Chi bộ", flag="fuzzy"), "fuzzy"),
        (entry("Cell", "Chi bộ") + entry("Gone", "Đã bỏ"), "không còn được dùng"),
    ],
)
def test_what_is_missing_or_left_over_is_named(site, ours, said):
    assert said in "\n".join(site(ours=ours, code='_("Cell")'))


def test_other_placeholders_are_a_fault(site):
    [said, _missing] = site(ours=entry("%(n)d cells", "%(m)d chi bộ"), code='_("%(n)d cells")')
    assert "chỗ điền" in said


def test_a_message_of_a_package_needs_a_context(site):
    schedule = entry("Schedule", "")
    [said] = site(ours=entry("Schedule", "Lịch họp"), vendor_en=schedule, code='_("Schedule")')
    assert "cũng là thông điệp của một gói khác" in said
    ours = entry("Schedule", "Lịch họp", context="meeting")
    assert site(ours=ours, vendor_en=schedule, code='pgettext("meeting", "Schedule")') == []


def test_the_same_translation_clashes_with_nothing(site):
    title = entry("title", "tiêu đề")
    assert site(ours=title, vendor_vi=title, code='_("title")') == []
    [said] = site(ours=entry("title", "nhan đề"), vendor_vi=title, code='_("title")')
    assert "gói khác" in said


def test_a_package_lacking_a_translation_gets_it_once_and_for_both(site):
    added = entry("Publish", "Xuất bản")
    assert site(ours="", added=added, vendor_en=entry("Publish", ""), code='_("Publish")') == []


def test_what_a_package_has_is_not_added_again(site):
    [said] = site(ours="", added=entry("Publish", "Đăng"), vendor_vi=entry("Publish", "Xuất bản"))
    assert "đã có bản dịch trong gói" in said


def test_a_wrong_text_of_a_package_is_replaced_with_a_word_on_what_it_was(site):
    head = 'msgid ""\nmsgstr ""\n\n'  # what stands above the first entry otherwise counts as the file's comment
    added = head + "# instead of: Xem bản live\n" + entry("View live", "Xem bản đang đăng")
    assert site(ours="", added=added, vendor_vi=entry("View live", "Xem bản live")) == []
    [said] = site(ours="", added=added, vendor_vi=entry("View live", "Xem trang"))
    assert "nay là “Xem trang”" in said
    [said] = site(ours="", added=added, vendor_en=entry("View live", ""))
    assert "nay là “”" in said


def test_what_is_added_belongs_to_a_package_and_stands_in_one_place(site):
    said = site(ours=entry("Cell", "Chi bộ"), added=entry("Cell", "Chi bộ"), code='_("Cell")')
    assert any("có ở cả hai nơi" in line for line in said)
    assert any("không có trong gói nào" in line for line in said)


def test_compiled_catalogues_are_what_gettext_reads(tmp_path):
    folder = tmp_path / "locale" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"\n\n'
    plural = 'msgid "%d cell"\nmsgid_plural "%d cells"\nmsgstr[0] "%d chi bộ"\n'
    (folder / "django.po").write_text(header + entry("Cell", "Chi bộ") + plural, encoding="utf-8")
    assert [path.name for path in compile_all([tmp_path / "locale"])] == ["django.mo"]
    read = gettext.translation("django", tmp_path / "locale", ["vi"])
    assert read.gettext("Cell") == "Chi bộ"
    assert read.ngettext("%d cell", "%d cells", 5) == "%d chi bộ"


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "django.po").write_text("no catalogue\n", encoding="utf-8")
    with pytest.raises(Problem, match=r"django\.po"):
        list(compile_all([tmp_path]))


def test_message_keeps_its_context_in_words():
    assert str(Message("Schedule", "meeting")) == "“Schedule” (ngữ cảnh “meeting”)"
