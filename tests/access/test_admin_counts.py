"""The admin says the same whether or not there is more that is closed to whoever works there: no number tells of it."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, ReferenceIndex, Workflow

from news.models import Article, RelatedArticle
from portal.access.levels import Level, set_level
from portal.editorial import roles
from tests.access.test_admin_closed import patterns
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db

#: What differs between any two answers: tokens, and the time that has passed meanwhile.
PASSING = re.compile(
    r"""csrf[\w-]*\\?" (?:value|content)=\\?"\w+|"CSRF_TOKEN": "\w+|Vừa xong|\d+\s(?:giây|phút) trước|\d\d:\d\d(?::\d\d)?|"""
    r"""(?:ping/\w+/\w+|release)/[\d/]+|[\d.]+,\d\sms|[\da-f]{8}-[\da-f-]{27}|(?:&quot;|")key\\*(?:&quot;|"): \\*(?:&quot;|")\w{5}"""
)
ASKED = ("", "?q=hop", "?ordering=usage_count&usage_count_min=0&usage_count_max=1")
NO_LIST = re.compile(r"create|upload|add|confirm|template|results")
#: The log keeps a line of everything, without words where whoever reads it may not see what it was about.
NOT_ASKED = {"wagtailadmin_logout", "wagtailadmin_error_test", "portal_admin_session", "members_import_template"}
NOT_ASKED |= {"audit_log", "audit_log_results"}
#: By the number of a page and that of a step: which numbers steps have is nothing anybody could not count up himself.
NOT_ASKED |= {f"wagtailadmin_pages:{name}" for name in ("workflow_action", "collect_workflow_action_data")}


@pytest.fixture
def opened(home):
    """A section, an article with a picture, a file and a tag, and one that refers to it."""
    section = SectionFactory(parent=home, title="Tin họp", slug="tin-hop")
    shelf = Collection.get_first_root_node().add_child(name="Kho họp")
    picture = PortalImageFactory(title="Ảnh họp", collection=shelf)
    file = PortalFileFactory(title="Biên bản họp", collection=shelf)
    picture.tags.add("họp")
    article = ArticleFactory(parent=section, title="Họp chi bộ", slug="hop-chi-bo", **using(picture, file))
    article.tags.add("họp")
    publish(article)
    return {"page": [section, article], "picture": [picture], "file": [file], "collection": [shelf]}


def using(picture, file, *pages):
    text = "".join(f'<a linktype="page" id="{page.pk}">Họp</a>' for page in pages)
    body = [{"type": "paragraph", "value": f"<p>Họp {text}</p>"}]
    return {
        "picture": picture,
        "picture_alt": "Ảnh",
        "body": [*body, {"type": "attachment", "value": {"title": "", "file": file.pk}}],
    }


def close_more(opened, user, name):
    """More of everything, all of it the committee's, and all of it pointing at what is open."""
    section, article = opened["page"]
    picture, file = opened["picture"][0], opened["file"][0]
    closed = SectionFactory(parent=Page.objects.get(pk=section.pk), title=f"Họp {name}", slug=name)
    set_level(closed, Level.COMMITTEE)
    shelf = Collection.objects.get(pk=picture.collection_id).add_child(name=f"Họp {name}")
    set_level(shelf, Level.COMMITTEE)
    own = PortalImageFactory(title="Ảnh họp cấp uỷ", collection=shelf, uploaded_by_user=user)
    own.tags.add("họp", f"họp {name}")
    PortalFileFactory(title="Họp cấp uỷ", collection=shelf, uploaded_by_user=user)
    workflow = Workflow.objects.filter(active=True).first()
    for number in range(3):
        page = ArticleFactory(
            parent=Page.objects.get(pk=closed.pk), title=f"Họp kín {number}", slug=f"kin-{number}", owner=user,
            **using(picture, file, section, article),
        )  # fmt: skip
        page.tags.add("họp", f"họp {name}")
        RelatedArticle.objects.create(article=page, related=Article.objects.get(pk=article.pk))
        page.save_revision(user=user, log_action=True)
        Redirect.add_redirect(f"/hop-{name}-{number}", redirect_to=page)
        workflow.start(page, user)
        page.locked, page.locked_by, page.locked_at = number == 1, user, timezone.now()
        page.save()
        ReferenceIndex.create_or_update_for_object(page)


def addresses(opened) -> Iterator[str]:
    for name, pattern in patterns(get_resolver().url_patterns):
        if name in NOT_ASKED:
            continue
        if not pattern.pattern.converters:
            yield from _plain(name)
        else:
            yield from _numbered(name, pattern, opened)


def _plain(name) -> Iterator[str]:
    try:
        path = reverse(name)
    except NoReverseMatch:
        return
    yield from (path + asked for asked in (ASKED[:1] if NO_LIST.search(name) else ASKED))


def _numbered(name: str, pattern: URLPattern, opened) -> Iterator[str]:
    known = {"app_label": "news", "content_type_app_name": "news", "app_name": "taggit", "model_name": "article"}
    known |= {"content_type_model_name": "article", "filter_spec": "width-40"}
    if name == "wagtail_bulk_action":
        for label, kind in (
            ("wagtailcore.page", "page"),
            ("portal.portalimage", "picture"),
            ("portal.portalfile", "file"),
        ):
            for action in ("delete", "move", "unpublish", "publish") if kind == "page" else ("delete",):
                chosen = opened[kind][-1].pk
                yield reverse(name, args=[*label.split("."), action]) + f"?id={chosen}"
        return
    if name == "wagtailadmin_tag_model_autocomplete":
        known["model_name"] = "tag"
    keys = set(pattern.pattern.converters)
    kind = "picture" if "image" in name or "image_id" in keys else "page"
    kind = "file" if "doc" in name or {"document_id", "doc_id"} & keys else kind
    kind = "collection" if "collection" in name else kind
    for thing in opened[kind]:
        try:
            path = reverse(name, kwargs={key: known.get(key, thing.pk) for key in keys})
        except NoReverseMatch:
            continue
        yield path
        if "explore" in name or "choose" in name:
            yield f"{path}?q=hop"


def answer(client: Client, path: str) -> str:
    response: Any = client.get(path)
    client.cookies.pop("messages", None)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.headers.get("Content-Type", "")
    text = body.decode("utf-8", "replace")
    if "json" in kind:
        text = text.replace("\\n", "\n").encode("ascii", "backslashreplace").decode("unicode_escape")
    return f"{response.status_code} {response.headers.get('Location', '')}\n" + PASSING.sub("", text)


def test_what_is_closed_changes_nothing_that_the_admin_says(opened):
    """Asked as an administrator, to whom every screen opens, without a level."""
    user = User.objects.create_user("quantrivien", "quantrivien@example.vn")
    user.groups.add(roles.group_of(roles.ADMINISTRATOR))
    client = Client(raise_request_exception=False)
    client.force_login(user)
    paths = list(dict.fromkeys(addresses(opened)))
    close_more(
        opened, user, "mot"
    )  # that there is anything at all may show: what holds it is not deleted, for instance
    before = {path: answer(client, path) for path in paths}
    close_more(opened, user, "hai")
    wrong = []
    for path in paths:
        after = answer(client, path)
        if after != before[path]:
            same = sum(
                1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(before[path], after, strict=False))
            )
            first, then = (" ".join(text[max(0, same - 60) : same + 60].split()) for text in (before[path], after))
            wrong.append(f"{path}\n  - {first}\n  + {then}")
    assert not wrong, "\n\n".join(wrong)


def test_whoever_has_the_level_is_told_of_more(opened):
    """So that the comparison above cannot pass for want of something to count."""
    user = User.objects.create_superuser("quantri", "quantri@example.vn")
    client = Client()
    client.force_login(user)
    paths = ["/quan-tri/", "/quan-tri/images/", "/quan-tri/workflows/list/", "/quan-tri/reports/page-types-usage/"]
    close_more(opened, user, "mot")
    before = [answer(client, path) for path in paths]
    close_more(opened, user, "hai")
    assert all(answer(client, path) != was for path, was in zip(paths, before, strict=True))
