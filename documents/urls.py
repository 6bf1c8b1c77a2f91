"""Addresses of documents' files; documents themselves are pages."""

from django.urls import path

from documents.files import serving

urlpatterns = [
    path("tep-van-ban/<number:pk>/<text:name>", serving.document_file, name="document_file"),
    path("trang-van-ban/<number:pk>/<number:number>.webp", serving.page_picture, name="document_page_picture"),
]
