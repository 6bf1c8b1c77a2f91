"""The desk as a channel: what it lists of pages is what its owner may open at that moment."""

from collections.abc import Iterable

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.members.models import Notification


def _probes(planted: Planted) -> Iterable[Probe]:
    for name in ("members_desk", "members_notifications", "members_profile", "members_mail_choices"):
        yield Probe(reverse(name))
    for name in ("members_profile", "members_mail_choices", "members_mark_read"):
        yield Probe(reverse(name), "POST")
    for page in range(1, 6):
        yield Probe(f"{reverse('members_notifications')}?page={page}")
    # Some of everybody's: who asks finds his own among them and may open none of the others.
    for pk in Notification.objects.order_by("pk").values_list("pk", flat=True)[:1000:7]:
        yield Probe(reverse("members_notification", args=[pk]))
    yield Probe(reverse("members_notification", args=[1]))


def register() -> None:
    """Called when the app is ready."""
    channels.register(
        Channel(
            name="desk",
            description="The desk of whoever is signed in: what he was told, what is new for him, who he is.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset(
                {
                    "members_desk",
                    "members_notifications",
                    "members_notification",
                    "members_mark_read",
                    "members_profile",
                    "members_mail_choices",
                }
            ),
            probes=_probes,
        )
    )
