"""Trying addresses elsewhere, away from any request."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from portal.editorial.checklist.fetching import Refused, Unreachable, status_of
from portal.editorial.checklist.links import MOST_LINKS, digest_of
from portal.editorial.checklist.models import CheckedLink

REMEMBERED = timedelta(days=90)


@task(queue_name="long")
def try_links(urls: list[str]) -> None:
    """Note of each of ``urls`` whether it answers."""
    for url in urls[:MOST_LINKS]:
        CheckedLink.objects.update_or_create(
            digest=digest_of(url), defaults={"url": url, "problem": problem_of(url), "checked_at": timezone.now()}
        )


def forget_untried() -> str:
    """The scheduler's job: an address that no text was checked for in a long time is tried anew when one is."""
    CheckedLink.objects.filter(checked_at__lt=timezone.now() - REMEMBERED).delete()
    return ""


def problem_of(url: str) -> str:
    """What is wrong with ``url``; empty when it answers, also where it answers no more than that one must sign in."""
    if not settings.TRY_LINKS:
        return CheckedLink.REFUSED
    try:
        status = status_of(url)
    except Refused:
        return CheckedLink.REFUSED
    except Unreachable:
        return CheckedLink.NO_ANSWER
    if status in (404, 410):
        return CheckedLink.GONE
    return CheckedLink.FAILING if status >= 500 else ""
