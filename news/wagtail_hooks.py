"""What news adds to Wagtail's admin."""

from wagtail import hooks

from news.admin_listing import ArticleListingViewSet


@hooks.register("register_admin_viewset")
def article_listing() -> ArticleListingViewSet:
    return ArticleListingViewSet()
