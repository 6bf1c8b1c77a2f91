"""Addresses of documents' files, and of their cards; documents themselves are pages."""

from django.urls import path

from documents.files import serving
from documents.mentions.cards import document_card

urlpatterns = [
    path("tep-van-ban/<number:pk>/<text:name>", serving.document_file, name="document_file"),
    path("trang-van-ban/<number:pk>/<number:number>.webp", serving.page_picture, name="document_page_picture"),
    path("_the-van-ban/<number:pk>/", document_card, name="document_card"),
]
