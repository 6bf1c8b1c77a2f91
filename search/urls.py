"""Addresses of the search."""

from django.urls import path

from search import views
from search.api import results_as_json
from search.feeds import SearchAtomFeed, SearchRssFeed
from search.log.views import search_log
from search.opensearch import description
from search.suggesting.views import search_suggestions

urlpatterns = [
    path("tim-kiem/", views.results, name="search"),
    path("tim-kiem/ket-qua.json", results_as_json, name="search_json"),
    path("tim-kiem/rss/", SearchRssFeed(), name="search_rss"),
    path("tim-kiem/atom/", SearchAtomFeed(), name="search_atom"),
    path("tim-kiem/goi-y.json", search_suggestions, name="search_suggestions"),
    path("tim-kiem/opensearch.xml", description, name="search_opensearch"),
    path("tim-kiem/dem/", search_log, name="search_log"),
]
