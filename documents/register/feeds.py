"""RSS and Atom of the register: public documents only, newest first."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from documents.models import OfficialDocument
from portal.access.tokens import Tokens
from portal.models import SiteSettings
from portal.text.dates import VIET_NAM

if TYPE_CHECKING:
    from documents.models import DocumentRegister

Subject = tuple[HttpRequest, "DocumentRegister"]


class RegisterRssFeed(Feed[Any, Any]):
    """The newest documents of a register."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    language = "vi"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Subject:
        return request, kwargs["register"]

    def title(self, obj: Subject) -> str:
        request, register = obj
        return f"{register.title} – {SiteSettings.for_request(request).committee_name}"

    def link(self, obj: Subject) -> str:
        request, register = obj
        return register.get_full_url(request) or "/"

    def feed_url(self, obj: Subject) -> str:
        request, _register = obj
        return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + request.path

    def description(self, obj: Subject) -> str:
        _request, register = obj
        return register.intro or _("Newest documents")

    subtitle = description

    def author_name(self, obj: Subject) -> str:
        request, _register = obj
        return SiteSettings.for_request(request).committee_name

    def items(self, obj: Subject) -> list[OfficialDocument]:
        request, register = obj
        documents = list(
            register.documents(Tokens())
            .newest_first()
            .select_related("document_type", "issuer")[: settings.ARTICLES_PER_LIST]
        )
        for document in documents:
            document.feed_url = document.get_full_url(request) or ""
        return documents

    def item_title(self, item: OfficialDocument) -> str:
        return item.citation

    def item_description(self, item: OfficialDocument) -> str:
        """As HTML, which is what readers of feeds take it for."""
        return escape(f"{item.issuer}: {item.abstract}")

    def item_link(self, item: OfficialDocument) -> str:
        url: str = item.feed_url
        return url

    def item_pubdate(self, item: OfficialDocument) -> dt.datetime | None:
        """The midnight of its day of issue; none where that is unknown."""
        return dt.datetime.combine(item.issued_on, dt.time(), VIET_NAM) if item.issued_on else None

    def item_updateddate(self, item: OfficialDocument) -> dt.datetime | None:
        return item.last_published_at


class RegisterAtomFeed(RegisterRssFeed):
    feed_type = Atom1Feed
