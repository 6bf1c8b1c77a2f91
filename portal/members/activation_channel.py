"""The pages behind invitations as a channel: they say nothing of any page."""

from collections.abc import Iterable

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels


def _probes(planted: Planted) -> Iterable[Probe]:
    yield Probe(reverse("members_activated"))
    yield Probe(reverse("members_activate", args=["la"]))
    yield Probe(reverse("members_activate", args=["la"]), "POST")


def register() -> None:
    """Called when the app is ready."""
    channels.register(
        Channel(
            name="invitation",
            description="Where the invited choose their password.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"members_activate", "members_activated"}),
            probes=_probes,
        )
    )
