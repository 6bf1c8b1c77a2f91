"""What signing in does to a desk."""

from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in

from portal.members.services import begin_visit


def connect() -> None:
    user_logged_in.connect(remember_visit, dispatch_uid="members_begin_visit")


def remember_visit(sender: Any, user: User, **kwargs: Any) -> None:
    begin_visit(user)
