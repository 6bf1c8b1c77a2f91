"""Lists of articles outside the page tree."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from taggit.models import Tag

from news.models import Article
from portal.access.tokens import tokens_of
from portal.paging import paginate
from portal.redirects.answering import gone_or_unknown
from portal.seo import Seo


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """All articles with a tag. A tag that only articles out of sight carry does not exist."""
    found = get_object_or_404(Tag, slug=slug)
    articles = Article.objects.visible_to(tokens_of(request).tokens).tagged([found.pk]).newest_first()
    total = articles.count()
    if not total:
        # Those of today: as many as a page of the list shows are asked about.
        tagged = Article.objects.tagged([found.pk]).newest_first()[: settings.ARTICLES_PER_LIST]
        return gone_or_unknown(request, list(tagged.values_list("pk", flat=True)))
    pager, shown = paginate(request, articles.for_cards(), settings.ARTICLES_PER_LIST, total=total)
    seo = Seo(title=_("Tag: %(name)s") % {"name": found.name}, canonical=settings.WAGTAILADMIN_BASE_URL).on_page(pager)
    context = {
        "tag": found,
        "pager": pager,
        "cards": [article.to_card(request) for article in shown],
        "seo": seo,
        "breadcrumbs": [(pgettext("portal", "Home"), "/")],
    }
    return render(request, "news/tag.html", context)
