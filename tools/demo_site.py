"""A real site with the demo content, for those who look at it: browser tests, screenshots, benchmarks."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tools.project import ROOT, Problem

_START_SECONDS = 120
_STOP_SECONDS = 20

#: One address of every public template, by name; run inside ``manage.py shell``.
_TOUR = """
import json
from django.db.models import Count
from news.models import Article, Section
from portal.access.tokens import Tokens
from portal.models import PortalPage
from wagtail.models import Page, get_page_models
tour = {}
for model in get_page_models():
    if issubclass(model, PortalPage) and model not in (Article, Section):
        page = model.objects.visible_to(Tokens()).first()
        if page:
            tour[model._meta.model_name] = page.get_url()
articles = Article.objects.visible_to(Tokens()).newest_first()
def shows(article):
    extras = [article.picture_id, article.related_picks.count(), article.corrections.count(), article.author_name]
    return len({block.block_type for block in article.body}) + sum(map(bool, extras))
rich = max(articles[:60], key=shows)
sections = {section: section.articles(Tokens()).count() for section in Section.objects.visible_to(Tokens())}
section = max(sections, key=sections.get)
middle = section.articles(Tokens())[sections[section] // 2]
plain = articles.filter(picture=None, author_name="").first() or articles.filter(picture=None).first()
undated = articles.filter(published_on=None).first()
with_table = next((article for article in articles[:200] if any(b.block_type == "table" for b in article.body)), rich)
tour["article"] = rich.get_url()
tour["article_table"] = with_table.get_url()
tour["article_plain"] = (plain or rich).get_url()
if undated:
    tour["article_undated"] = undated.get_url()
tour["section"] = section.get_url()
if sections[section] > 20:
    tour["section_page_2"] = section.get_url() + "?page=2"
dated = section.articles(Tokens()).exclude(published_on=None)[0]
tour["section_year"] = section.get_url() + f"nam/{dated.published_on.year}/"
above = next(section for section in Section.objects.visible_to(Tokens()) if section.subsections(None, Tokens()))
tour["subsections"] = above.get_url() + "muc-con/"
tour["newer"] = middle.get_url() + "moi-hon/"
tour["older"] = middle.get_url() + "cu-hon/"
from taggit.models import Tag
tag = Tag.objects.filter(news_articletag_items__content_object__in=[article.pk for article in articles[:100]]).first()
tour["tag"] = f"/nhan/{tag.slug}/"
register = tour.get("documentregister")
if register:
    from documents.models import OfficialDocument
    numbers = OfficialDocument.objects.visible_to(Tokens()).order_by().values("number_key")
    shared = numbers.annotate(times=Count("pk")).order_by("-times").first()["number_key"]
    tour["documents_numbered"] = f"{register}so/?so={shared.replace('|', ' ')}"
    tour["documents_issuers"] = f"{register}co-quan/"
    written = OfficialDocument.objects.visible_to(Tokens()).exclude(full_text="").filter(edges__isnull=False)
    if written:
        tour["officialdocument"] = max(written, key=lambda document: len(document.full_text)).get_url()
tour["search"] = "/tim-kiem/?q=sinh+hoat+chi+bo"
tour["search_narrowed"] = f"/tim-kiem/?q=chi+bo&loai-trang=news&trong={section.pk}&tu-ngay=2020-01-01&den-ngay=31/02/2026"
tour["search_nothing"] = "/tim-kiem/?q=xyzzy+xay+dung+dang&tieu-de=1"
tour["sign_in"] = "/dang-nhap/"
tour["not_found"] = "/khong-co-trang-nay/"
print("TOUR" + json.dumps(tour))
"""
#: What no address of the demo content answers with, as a visitor sees it.
ERROR_PAGES = ("400", "403", "410", "500")
_RENDER_ERRORS = f"""
import json
from django.template.loader import render_to_string
from django.test import RequestFactory
request = RequestFactory().get("/", SERVER_NAME="127.0.0.1")
print("ERRORS" + json.dumps({{name: render_to_string(name + ".html", request=request) for name in {ERROR_PAGES}}}))
"""


class Site:
    """Serves the application at ``url`` until closed; everything it writes lies in ``folder``."""

    #: Processes, and what each answers at once.
    workers, threads = 1, 4
    #: Where its processes say what goes wrong; the terminal where nothing is named.
    log: IO[str] | None = None

    def __init__(self, folder: Path, settings: str = "portal.settings.dev", application: str = "portal.wsgi") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.application = application
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "PORTAL_VAR_DIR": str(folder),
            "SITE_URL": self.url,
        }

    def manage(self, *command: str) -> str:
        """Run ``manage.py`` on this site's data; returns what it printed.

        Raises:
            Problem: the command failed; the sentence holds the last line of its errors.
        """
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["không rõ lý do"]
            raise Problem(f"manage.py {command[0]} không chạy được: {last[0]}")
        return done.stdout

    def load(self, articles: int) -> None:
        """Make the database and the demo content; what is there already is kept."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.manage("migrate", "--verbosity", "0")
        self.manage("load_demo", "--articles", str(articles))

    def tour(self) -> Mapping[str, str]:
        """The address of one page of every public template, by name."""
        return self.printed("TOUR", _TOUR)

    def error_pages(self) -> Mapping[str, str]:
        """The HTML of the pages in ``ERROR_PAGES``, by name."""
        return self.printed("ERRORS", _RENDER_ERRORS)

    def printed(self, mark: str, code: str) -> Any:
        """What ``code``, run in this site's ``manage.py shell``, prints after ``mark``, as JSON."""
        printed = self.manage("shell", "--verbosity", "0", "--command", code)
        line = next(line for line in printed.splitlines() if line.startswith(mark))
        return json.loads(line.removeprefix(mark))

    def __enter__(self) -> Self:
        command = [
            *(sys.executable, "-m", "gunicorn", self.application, "--bind", f"127.0.0.1:{self.port}"),
            *("--workers", str(self.workers), "--threads", str(self.threads), "--log-level", "error"),
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return self
            except OSError:
                time.sleep(0.1)
        self.process.kill()
        raise Problem(f"Máy chủ không khởi động được trong {_START_SECONDS} giây.")

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
