"""What is looked at before a text is submitted. An app registers its own checks when it is ready."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from portal.registry import Registry

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Severity(TextChoices):
    OFF = "off", pgettext_lazy("check", "Not checked")
    WARNING = "warning", pgettext_lazy("check", "Warning")
    BLOCKER = "blocker", pgettext_lazy("check", "Must be mended before submission")


@dataclass(frozen=True)
class Finding:
    """One thing to mend: what and where, and what to do. ``pending``: not known yet, so it never keeps a text back."""

    text: str
    pending: bool = False


def every_page(page: Page) -> bool:
    return True


@dataclass(frozen=True)
class Check:
    """``name`` is for the database and never changes; ``run`` reads the page as it is to be submitted, writes nothing.

    ``help`` says what is looked for. A check that concerns some page types alone says so by ``concerns``.
    """

    name: str
    label: "str | Promise"
    help: "str | Promise"
    run: Callable[[Page], Iterable[Finding]]
    severity: Severity = Severity.WARNING
    concerns: Callable[[Page], bool] = every_page


checks: Registry[Check] = Registry("check before submission")
