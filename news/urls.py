"""Addresses of news outside the page tree."""

from django.urls import path
from django.views.decorators.http import require_safe

from news import views
from news.feeds import SiteAtomFeed, SiteRssFeed

urlpatterns = [
    path("nhan/<text:slug>/", views.tag, name="news_tag"),
    path("rss/", require_safe(SiteRssFeed()), name="news_rss"),
    path("atom/", require_safe(SiteAtomFeed()), name="news_atom"),
]
