"""Addresses of the member's desk, and of the way to it from an invitation."""

from django.urls import path

from portal.members import activation_views
from portal.members import desk_views as views

urlpatterns = [
    path("kich-hoat/xong/", activation_views.activated, name="members_activated"),
    path("kich-hoat/<text:token>/", activation_views.activate, name="members_activate"),
    path("ban-lam-viec/", views.desk, name="members_desk"),
    path("ban-lam-viec/thong-bao/", views.notifications, name="members_notifications"),
    path("ban-lam-viec/thong-bao/da-doc/", views.mark_read, name="members_mark_read"),
    path("ban-lam-viec/thong-bao/<number:pk>/", views.notification, name="members_notification"),
    path("ban-lam-viec/ho-so/", views.profile, name="members_profile"),
    path("ban-lam-viec/thu/", views.mail_choices, name="members_mail_choices"),
]
