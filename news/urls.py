"""Addresses of news outside the page tree."""

from django.urls import path

from news import views
from news.feeds import SiteAtomFeed, SiteRssFeed

urlpatterns = [
    path("nhan/<text:slug>/", views.tag, name="news_tag"),
    path("rss/", SiteRssFeed(), name="news_rss"),
    path("atom/", SiteAtomFeed(), name="news_atom"),
]
