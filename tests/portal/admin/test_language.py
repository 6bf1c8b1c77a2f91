"""Staff read Vietnamese: what the packages of the admin say has a text of theirs or of ours."""

import re
from datetime import timedelta
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.utils import timezone
from django.utils.translation import trans_real

from tools.message_sources import uses
from tools.project import ROOT

#: Parts that are switched off here (languages, mails for a forgotten password, news of Wagtail), or seen by no person.
UNSEEN = re.compile(
    r"ocale|translat|password reset|reset your password|reset link|forgotten\)|Wagtail|API|upgrade|New version|release notes"
    r"|^%\(\w+\)s|log action|content type|object (ID|id)|group site|serializ|list items|list of items|Invalid json|language|^Taggit"
)
CATALOGUE = "locale/vi/LC_MESSAGES/django.po"
ADMIN = ("portal/access/", "portal/admin/", "portal/editorial/", "portal/outbox/", "news/", "templates/portal_admin/")
PACKAGES = ["wagtailcore", "wagtailadmin", "wagtailimages", "wagtaildocs", "wagtailusers", "wagtailsnippets"]
PACKAGES += ["wagtailredirects", "wagtailsites", "wagtailsettings", "wagtailtableblock", "taggit"]


def lacking(folder: Path, domain: str) -> list[str]:
    known = trans_real.DjangoTranslation("vi", domain=domain)._catalog  # type: ignore[attr-defined]
    entries = polib.pofile(str(folder / "en" / "LC_MESSAGES" / f"{domain}.po"), encoding="utf-8")
    keys = [(f"{entry.msgctxt}\x04" if entry.msgctxt else "") + entry.msgid for entry in entries if not entry.obsolete]
    return [key for key in keys if not (known.get(key) or known.get((key, 0)) or known.get((key, 1)))]


@pytest.mark.parametrize("label", PACKAGES)
def test_what_a_package_says_has_a_vietnamese_text(label):
    folder = Path(apps.get_app_config(label).path) / "locale"
    domains = [path.stem for path in folder.glob("en/LC_MESSAGES/*.po")]
    assert "django" in domains
    left = [key for domain in domains for key in lacking(folder, domain) if not UNSEEN.search(key)]
    assert left == []


@pytest.mark.parametrize("seconds", [0, 1, 60, 3600, 90_000, 40_000_000, -60, -3600, -90_000])
def test_how_long_ago_a_step_began_is_said_in_vietnamese(seconds):
    """The editor says it with Django's words, whose texts are there only with the app they belong to."""
    said = str(naturaltime(timezone.now() - timedelta(seconds=seconds)))
    assert not re.search(r"\b(ago|now|second|minute|hour|day|week|month|year)s?\b", said), said


def test_the_admin_calls_its_reader_ban():
    """On the site and in mails a member is “đồng chí”; at work in the admin a colleague is “bạn”, as in Wagtail."""
    ours = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.pofile(str(ROOT / CATALOGUE))}
    said = {
        ours[(use.message.context, use.message.msgid)]
        for use in uses(ROOT, ["portal", "news", "templates"])
        if use.path.relative_to(ROOT).as_posix().startswith(ADMIN) and (use.message.context, use.message.msgid) in ours
    }
    assert "Các bộ sưu tập con, trong đó có bộ sưu tập bạn không được xem" in said
    assert [text for text in said if re.search(r"[Đđ]ồng chí(?! (%\(|ấy))", text)] == []
